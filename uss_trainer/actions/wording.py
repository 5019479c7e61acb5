"""What steps, methods and faults are called, in the trainee's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.content.names import fill

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uss_trainer.content.edition import Edition
    from uss_trainer.content.rubrics import Fault, Rubric, Step
    from uss_trainer.content.shapes import Words
    from uss_trainer.player.scene import Voice


def text_of(edition: Edition, words: Words | None, voice: Voice) -> str:
    """Return a content text as shown; empty where there is none."""
    return fill(words.of(voice.lang), edition.company, voice.me, voice.lang) if words else ""


def step_of(rubrics: Mapping[str, Rubric], step: str) -> Step | None:
    """Return the rubric's step of a whole name such as `phone/introduce-self`, or None."""
    technique, _, short = step.partition("/")
    rubric = rubrics.get(technique)
    return rubric.step(short) if rubric else None


def step_name(edition: Edition, step: str, lang: str) -> str:
    """Return what a step is called; its id where the rubric doesn't know it."""
    found = step_of(edition.rubrics, step)
    return found.name.of(lang) if found else step


def method_name(edition: Edition, method: str, lang: str) -> str:
    """Return what a method is called; its id where no rubric knows it."""
    methods = (known for rubric in edition.rubrics.values() for known in rubric.methods)
    found = next((known for known in methods if known.id == method), None)
    return found.name.of(lang) if found else method


def fault_of(edition: Edition, fault: str) -> Fault | None:
    """Return the catalogue's fault of that id, or None."""
    return next((known for known in edition.faults.faults if known.id == fault), None)


def number(value: float) -> str:
    """Return a figure with at most one decimal and none where it is whole."""
    return f"{value:.1f}".removesuffix(".0")
