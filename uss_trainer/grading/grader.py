"""One rubric's grader: what a reply does, shown by the words that do it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.content.digest import canonical, digest
from uss_trainer.grading import lexical
from uss_trainer.grading.evidence import units
from uss_trainer.grading.features import matrix
from uss_trainer.grading.guards import strike
from uss_trainer.grading.masking import mask, masked, steady
from uss_trainer.grading.model import GRADER
from uss_trainer.grading.quality import quality
from uss_trainer.grading.rubric import criteria, qualified, texts_of, titles_of
from uss_trainer.grading.text import clauses, language
from uss_trainer.grading.values import Evidence, Judgement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uss_trainer.content.rubrics import Faults, Rubric
    from uss_trainer.grading.evidence import Unit
    from uss_trainer.grading.features import Matrix
    from uss_trainer.grading.guards import Strikes
    from uss_trainer.grading.model import Model
    from uss_trainer.grading.semantic import Encoder
    from uss_trainer.grading.text import Clause

LONGEST = 2000
"""Characters of a reply that are graded."""

UNSURE = 0.015
"""How near to its threshold a step is too close to call."""

FAULT_BAR = 0.75
SUSPECT_BAR = 0.4
NEAR_BEST = 0.15
"""How far below the best stretch a shorter one may be and still be the one that is shown."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the heads say of one reply's stretches, a row each."""

    text: str
    units: Sequence[Unit]
    table: Matrix
    shut: frozenset[str]
    """Steps the customer's line doesn't call for."""


class Grader:
    """Judges replies by one rubric; keeps nothing from one reply to the next."""

    def __init__(self, rubric: Rubric, faults: Faults, encoder: Encoder, model: Model) -> None:
        self._rubric = rubric
        self._encoder = encoder
        self._model = model
        self._serious = {fault.id for fault in faults.faults if fault.severity == "serious"}
        self._titles = titles_of(rubric)
        self._lines = {
            kind: {label: lexical.Lines(texts_of(rubric, kind, label)) for label in head.labels}
            for kind, head in model.heads.items()
            if ":" not in kind
        }
        every = [text for lines in self._lines["steps"].values() for text in lines.texts]
        self._words = lexical.Words(every)
        self.version = f"grader-{GRADER} rubric-{digest(canonical(rubric))[:12]} head-{model.key[:12]} {encoder.version}"

    def judge(
        self, text: str, context: str = "", due: Sequence[str] = (), fits: Sequence[str] = ()
    ) -> Judgement:
        """Return what a reply to the customer's line `context` does.

        `due` are the steps a good answer performs here (`phone/greet`), `fits` the methods that
        suit; they bear on quality only. A reply without a letter or figure performs nothing.
        """
        technique = self._rubric.technique
        if len(text) > LONGEST:
            return Judgement(technique, "typed", reason="too-long", version=self.version)
        if language(text) == "other":
            return Judgement(technique, "typed", reason="other-language", version=self.version)
        spans = clauses(text)
        if not spans:
            return Judgement(technique, "typed", guards=("gibberish",), version=self.version)
        strikes = self._strikes(text, spans, context)
        return self._judgement(self._look(text, units(text, spans, strikes), context), due)

    def _strikes(self, text: str, spans: Sequence[Clause], context: str) -> Strikes:
        return strike(text, spans, context, self._titles, self._words)

    def _look(self, text: str, found: Sequence[Unit], context: str) -> _Seen:
        """Encode everything in one batch and return the heads' rows."""
        said, heard = [masked(unit.text) for unit in found], mask(context) if context else ""
        vectors = self._encoder.encode(
            [steady(words) for words in [*said, *([heard] if heard else [])]]
        )
        meaning, before = vectors[: len(said)], vectors[len(said) :]
        shut = [
            name.partition(":")[2]
            for name, head in self._model.heads.items()
            if heard
            and name.startswith("gate:")
            and head.probabilities(before)[0, 0] < head.thresholds[0]
        ]
        spread = before.repeat(len(said), axis=0) if heard else meaning * 0
        table = matrix(said, [heard] * len(said), meaning, spread, self._model.idf, self._model.blend)
        return _Seen(text, found, table, frozenset(shut))

    def _judgement(self, seen: _Seen, due: Sequence[str]) -> Judgement:
        steps, unsure, guards = self._steps(seen)
        faults, suspected = self._faults(seen)
        return Judgement(
            technique=self._rubric.technique,
            source="typed",
            steps=tuple(steps),
            methods=tuple(self._methods(seen, steps)),
            faults=tuple(faults),
            suspected=tuple(suspected),
            open=tuple(unsure),
            quality=quality(steps, due, [fault.id for fault in faults], self._serious),
            reason="uncertain" if unsure else "",
            guards=tuple(sorted(guards)),
            version=self.version,
        )

    def _steps(self, seen: _Seen) -> tuple[list[Evidence], list[Evidence], set[str]]:
        """Return the steps performed, those too close to call, and the guards that kept any off."""
        steps: list[Evidence] = []
        unsure: list[Evidence] = []
        guards: set[str] = set()
        head = self._model.heads["steps"]
        shares = head.probabilities(seen.table)
        for column, (step, bar) in enumerate(zip(head.labels, head.thresholds, strict=True)):
            own = [float(share) for share in shares[:, column]]
            free = [
                share if unit.guards <= self._model.spared[step] and step not in seen.shut else 0.0
                for share, unit in zip(own, seen.units, strict=True)
            ]
            if max(free) >= bar - UNSURE:
                where = steps if max(free) >= bar + UNSURE else unsure
                where.append(self._shown("steps", step, seen, free, bar))
            elif max(own) >= bar:
                guards |= self._kept_off(step, seen, own)
        return steps, unsure, guards

    def _kept_off(self, step: str, seen: _Seen, own: Sequence[float]) -> set[str]:
        """Return the guards on the stretch that would have shown the step."""
        unit = seen.units[own.index(max(own))]
        return set(unit.guards - self._model.spared[step]) or {"out-of-place"}

    def _faults(self, seen: _Seen) -> tuple[list[Evidence], list[Evidence]]:
        """Return the faults that cost points and the ones that are only suspected."""
        head = self._model.heads.get("faults")
        sure: list[Evidence] = []
        suspected: list[Evidence] = []
        if head is None:
            return sure, suspected
        shares = head.probabilities(seen.table)
        for column, fault in enumerate(head.labels):
            own = [float(share) for share in shares[:, column]]
            if max(own) >= SUSPECT_BAR:
                where = sure if max(own) >= FAULT_BAR else suspected
                where.append(self._shown("faults", fault, seen, own, SUSPECT_BAR))
        return sure, suspected

    def _methods(self, seen: _Seen, steps: Sequence[Evidence]) -> list[Evidence]:
        """Return the methods at work, only of steps that are performed."""
        head = self._model.heads.get("methods")
        if head is None:
            return []
        performed = {step.id.rpartition("/")[2] for step in steps}
        home = {method.id: method.step for method in self._rubric.methods}
        shares = head.probabilities(seen.table)
        found = []
        for column, (method, bar) in enumerate(zip(head.labels, head.thresholds, strict=True)):
            own = [
                0.0 if unit.guards else float(share)
                for share, unit in zip(shares[:, column], seen.units, strict=True)
            ]
            if max(own) >= bar and home[method] in performed:
                found.append(self._shown("methods", method, seen, own, bar))
        return found

    def _shown(
        self, kind: str, label: str, seen: _Seen, own: Sequence[float], bar: float
    ) -> Evidence:
        """Return evidence with the shortest stretch that shows it well and the line it is like."""
        best = max(own)
        least = max(best - NEAR_BEST, min(bar, best))
        unit = next(unit for unit, share in zip(seen.units, own, strict=True) if share >= least)
        near = lexical.nearest(unit.text, self._lines[kind][label])
        step = self._rubric.step(label) if kind == "steps" else None
        met, missed = criteria(step, seen.text) if step else ((), ())
        name = qualified(self._rubric, label) if kind == "steps" else label
        return Evidence(name, best, unit.start, unit.end, near.line, near.likeness, met, missed)
