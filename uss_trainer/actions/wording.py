"""What steps, methods and faults are called, in the trainee's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.content.steps import step_of
from uss_trainer.i18n import say

if TYPE_CHECKING:
    from uss_trainer.content.edition import Yardstick
    from uss_trainer.content.rubrics import Fault


def step_name(edition: Yardstick, step: str, lang: str) -> str:
    """Return what a step is called; its id where the rubric doesn't know it."""
    found = step_of(edition.rubrics, step)
    return found.name.of(lang) if found else step


def method_name(edition: Yardstick, method: str, lang: str) -> str:
    """Return what a method is called; its id where no rubric knows it."""
    methods = (known for rubric in edition.rubrics.values() for known in rubric.methods)
    found = next((known for known in methods if known.id == method), None)
    return found.name.of(lang) if found else method


def fault_of(edition: Yardstick, fault: str) -> Fault | None:
    """Return the catalogue's fault of that id, or None."""
    return next((known for known in edition.faults.faults if known.id == fault), None)


def role_name(speaker: str, lang: str) -> str:
    """Return who of the selling team speaks, letter and name."""
    return say(f"playing.speaker-{speaker.lower()}", "zh" if lang == "zh" else "en")


def number(value: float) -> str:
    """Return a figure with at most one decimal and none where it is whole."""
    return f"{value:.1f}".removesuffix(".0")


def span(low: float, high: float) -> str:
    """Return a total as shown: a range while something in it is still open."""
    return f"{number(low)}–{number(high)}" if high > low else number(low)
