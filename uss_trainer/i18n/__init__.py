"""Every sentence a user can read, once per language, by code.

A code is `area.name`; the area is a module under `i18n/zh` and `i18n/en`, imported when its first
sentence is asked for. Templates are `str.format` with named fields; facts are inserted as they are
and never interpreted.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uss_trainer.errors import Problem

Lang = Literal["zh", "en"]
LANGS: tuple[Lang, ...] = get_args(Lang)


@cache
def words(area: str, lang: Lang) -> Mapping[str, str]:
    """Return the sentences of one area in one language; KeyError names an area that doesn't exist."""
    try:
        module = import_module(f"uss_trainer.i18n.{lang}.{area}")
    except ModuleNotFoundError as error:
        raise KeyError(area) from error
    return MappingProxyType(module.WORDS)


def say(code: str, lang: Lang, /, **facts: object) -> str:
    """Return the sentence `code` in `lang` with its facts filled in; KeyError for an unknown code."""
    area, _, name = code.partition(".")
    template = words(area, lang)[name]
    return template.format_map(facts) if facts else template.replace("{{", "{").replace("}}", "}")


def sentence(problem: Problem, lang: Lang) -> str:
    """Return a problem as the one line a user reads: where, what, what instead."""
    text = say(problem.code, lang, **{"nearest": "", **problem.facts})
    if nearest := problem.facts.get("nearest"):
        text += say("check.did-you-mean", lang, nearest=nearest)
    return f"{problem.where}: {text}" if problem.where else text
