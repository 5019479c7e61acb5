"""Every sentence stands once per language, with the same facts, and every code leads to one."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

import uss_trainer
from uss_trainer.errors import Problem
from uss_trainer.i18n import LANGS, say, sentence, words

PACKAGE = Path(uss_trainer.__file__).parent
AREAS = sorted(path.stem for path in (PACKAGE / "i18n/en").glob("*.py") if path.stem != "__init__")
CODE = re.compile(rf"""["']((?:{"|".join(AREAS)})\.[a-z0-9][a-z0-9-]*[a-z0-9])["']""")
FILE_ENDINGS = (".yaml", ".json", ".css", ".tcss", ".py", ".db")


def fields(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


@pytest.mark.parametrize("area", AREAS)
def test_both_languages_hold_the_same_sentences_with_the_same_facts(area: str) -> None:
    zh, en = words(area, "zh"), words(area, "en")
    assert zh.keys() == en.keys()
    for code in en if area != "textual" else ():
        assert fields(zh[code]) == fields(en[code]), code


@pytest.mark.parametrize("area", [area for area in AREAS if area != "textual"])
def test_no_sentence_is_empty_or_more_than_a_line(area: str) -> None:
    for lang in LANGS:
        for code, text in words(area, lang).items():
            assert text.strip(), code


def test_every_code_named_in_the_program_has_its_sentence() -> None:
    unknown = []
    for path in PACKAGE.rglob("*.py"):
        if "i18n" in path.parts:
            continue
        for code in CODE.findall(path.read_text(encoding="utf-8")):
            area, _, name = code.partition(".")
            if not code.endswith(FILE_ENDINGS) and name not in words(area, "en"):
                unknown.append(f"{path.relative_to(PACKAGE)}: {code}")
    assert unknown == []


def test_a_problem_is_one_line_with_place_and_nearest_spelling() -> None:
    problem = Problem("store.no-such-attempt", "here:3", {"attempt": "{x}", "nearest": "y"})
    for lang in LANGS:
        text = sentence(problem, lang)
        assert text.startswith("here:3: ")
        assert "{x}" in text
        assert "y" in text.split("{x}")[-1]
        assert "\n" not in text


def test_facts_are_inserted_and_never_interpreted() -> None:
    assert "{attempt}" in say("store.no-such-attempt", "en", attempt="{attempt}")
