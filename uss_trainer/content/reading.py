"""A content file as its model, with everything wrong on the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from uss_trainer.content.read import Document, read_document
from uss_trainer.content.shape import load
from uss_trainer.errors import Problem, TrainerError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from uss_trainer.content.shapes import Shape

S = TypeVar("S", bound="Shape")


def read_as(model: type[S], path: Path) -> tuple[S | None, Document | None, list[Problem]]:
    """Return a file as a model with its document, and everything wrong on the way."""
    try:
        document = read_document(path)
    except TrainerError as error:
        return None, None, [error.problem]
    value, problems = load(model, document)
    return value, document, problems


def need(value: S | None, problems: Sequence[Problem]) -> S:
    """Return the value, or raise the first error that kept it from being read."""
    for problem in problems:
        if problem.severity == "error":
            raise TrainerError(problem)
    assert value is not None
    return value
