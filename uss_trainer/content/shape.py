"""Turn a file's values into a model, and what the model refuses into problems with their line."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from pydantic import ValidationError

from uss_trainer.content.fields import fields_at
from uss_trainer.content.near import nearest
from uss_trainer.content.refused import Refused, folded, worded
from uss_trainer.errors import Problem, once

if TYPE_CHECKING:
    from uss_trainer.content.read import Document
    from uss_trainer.content.shapes import Shape

S = TypeVar("S", bound="Shape")

_WIDE_BLANKS = ("\u3000", "\u00a0")


def load(model: type[S], document: Document, where: str = "") -> tuple[S | None, list[Problem]]:
    """Return the model's value, or None, with everything wrong with the file's shape.

    `where` takes the place of the document's own name in the problems.
    """
    try:
        return model.model_validate(document.value), list(document.notes)
    except ValidationError as error:
        refused = folded(document.value, error.errors(include_url=False, include_context=True))
        problems = [_problem(model, document, one) for one in _without_echo(model, refused)]
    if where and where != document.where:
        problems = [_moved(problem, document.where, where) for problem in problems]
    told = {problem.where for problem in problems}
    return None, [note for note in document.notes if note.where not in told] + once(problems)


def _problem(model: type[Shape], document: Document, refused: Refused) -> Problem:
    """Return one refusal in the author's words."""
    line = document.line(refused.path)
    if refused.kind == "extra_forbidden":
        code, facts = _unknown(fields_at(model, refused.path[:-1]), refused, line)
    else:
        code, facts = worded(refused, line)
    if code == "check.wants-keys":
        keys = fields_at(model, refused.path)
        code = code if keys else "check.wants-names"
        facts = facts | {"keys": ", ".join(f"{key}: …" for key in keys[:3])}
    return Problem(code, document.place(refused.path), facts)


def _unknown(known: tuple[str, ...], refused: Refused, line: str) -> tuple[str, dict[str, str]]:
    """Return what an unknown key most likely is: a slip of spelling or of punctuation."""
    key = str(refused.path[-1])
    if "：" in key:
        return "check.wide-colon", {}
    if key[:1] in _WIDE_BLANKS:
        return "check.wide-indent", {}
    if refused.given == "" and "{" in line:
        split = known == ("zh", "en") and ("zh:" in line or "en:" in line)
        return ("check.inline-text", {}) if split else ("check.begins-with", {"sign": "{"})
    if not key.isascii() or " " in key:
        return "check.colon-in-text", {}
    return "check.unknown-key", {"key": key, "nearest": nearest(key, known)}


def _without_echo(model: type[Shape], refused: list[Refused]) -> list[Refused]:
    """Drop what only follows from another slip: a key misspelt, or moved out by a wide blank."""
    meant = set()
    moved = False
    for one in refused:
        if one.kind == "extra_forbidden":
            key, around = str(one.path[-1]), one.path[:-1]
            meant.add((*around, nearest(key, fields_at(model, around))))
            moved = moved or key[:1] in _WIDE_BLANKS
    return [
        one
        for one in refused
        if one.kind == "extra_forbidden"
        or not (
            (one.kind == "missing" and (moved or one.path in meant)) or (moved and one.given == "")
        )
    ]


def _moved(problem: Problem, old: str, new: str) -> Problem:
    """Return the problem under another file name."""
    where = new + problem.where.removeprefix(old)
    return Problem(problem.code, where, problem.facts, problem.severity)
