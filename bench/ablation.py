"""The graders with one part taken out.

Nothing is fitted anew: whatever was fitted with a part stands as it comes with the program, so what is
shown is what that part does now.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from uss_trainer.content.bundled import bundled
from uss_trainer.content.scoring import Scoring
from uss_trainer.grading.features import USUAL, Blend
from uss_trainer.grading.grader import Grader
from uss_trainer.grading.judge import prepare
from uss_trainer.grading.meanings import Meanings
from uss_trainer.grading.signals import odds
from uss_trainer.grading.weighing import load_weighing
from uss_trainer.grading.whole import Whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from uss_trainer.content.rubrics import Rubric
    from uss_trainer.grading.guards import Strikes
    from uss_trainer.grading.semantic import Encoder, Vectors
    from uss_trainer.grading.text import Clause
    from uss_trainer.grading.weighing import Weighing

NEVER = 1.01
"""A bar that no probability reaches."""


class Remembering:
    """The encoder, which encodes each text once however many graders ask for it."""

    def __init__(self, encoder: Encoder) -> None:
        self.version = encoder.version
        self._meanings = Meanings(encoder, None)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one vector a text."""
        return self._meanings(texts)


class Unguarded(Grader):
    """The grader without its guards."""

    def _strikes(self, text: str, spans: Sequence[Clause], context: str) -> Strikes:
        return tuple(frozenset() for _ in spans)


class Deaf(Grader):
    """The grader without the customer's line."""

    def judge_all(self, replies: Sequence[tuple[str, str, Sequence[str]]], *rest: Any) -> Any:
        """Return the judgements."""
        return super().judge_all([(text, "", due) for text, _, due in replies], *rest)


@dataclass(frozen=True, slots=True)
class First:
    """What the technique's heads say by themselves, where the second look would weigh it."""

    signal: str
    bars: tuple[float, ...]
    terms: tuple[()] = ()

    def probability(self, signals: Mapping[str, float]) -> float:
        """Return 1 where the heads' share reaches their own bar."""
        bar = odds(signals["bar"]) if "bar" in signals else 0.0
        return float(signals[self.signal] >= bar)

    def shares(self, signals: Mapping[str, float]) -> dict[str, float]:
        """Return no grounds."""
        return {}

    def grade(self, signals: Mapping[str, float]) -> int:
        """Return 2 for a reply that performs a step, 1 for one with a fault, else 0."""
        return int(2 * signals["done-any"] - (signals["done-any"] and signals["faults"] > 0))


@dataclass(frozen=True)
class Kit:
    """All that graders are made from."""

    techniques: tuple[str, ...]
    encoder: Encoder

    @cached_property
    def scoring(self) -> Scoring:
        """The bundled rubrics."""
        return Scoring((bundled("scoring"),))

    @cached_property
    def rubrics(self) -> dict[str, Rubric]:
        """Each technique's rubric with all its lines."""
        return {name: self.scoring.full(name) for name in self.techniques}

    @cached_property
    def shipped(self) -> dict[str, Grader]:
        """The graders as they come with the program."""
        folder, faults = bundled("scoring"), self.scoring.faults
        return {
            name: prepare(rubric, faults, self.encoder, None, folder)
            for name, rubric in self.rubrics.items()
        }

    def others(
        self, make: type[Grader], weighing: Weighing, blend: Blend = USUAL
    ) -> dict[str, Grader]:
        """Return graders of another make, weighing or blend, with the shipped heads."""
        found = {}
        for name, grader in self.shipped.items():
            model = replace(grader.finder.model, blend=blend)
            found[name] = make(self.rubrics[name], self.encoder, model, weighing)
        return found


def without(kit: Kit) -> Iterator[tuple[str, Callable[[], dict[str, Grader]]]]:
    """Yield the name of each part and what makes the graders without it."""
    usual = load_weighing()
    nothing = Whole({}, NEVER)
    first: Any = replace(usual, whole=nothing)
    first = replace(
        first,
        steps=First("step", (0.5,)),
        faults=First("fault", (0.5,)),
        quality=First("done", ()),
    )
    yield "guards", lambda: kit.others(Unguarded, usual)
    yield "the customer's line", lambda: kit.others(Deaf, usual)
    yield "whole-reply heads", lambda: kit.others(Grader, replace(usual, whole=nothing))
    yield "the second look", lambda: kit.others(Grader, first)
    yield "spelling", lambda: kit.others(Grader, usual, Blend(spelling=0))
