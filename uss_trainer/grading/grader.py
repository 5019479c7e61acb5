"""One rubric's grader: what a reply does, shown by the words that do it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from uss_trainer.content.digest import rubric_digest
from uss_trainer.grading.evidence import units
from uss_trainer.grading.features import matrix
from uss_trainer.grading.finding import Finder, Seen
from uss_trainer.grading.guards import SOFT, strike
from uss_trainer.grading.keeping import digest, packed
from uss_trainer.grading.lexical import Words
from uss_trainer.grading.margins import margin
from uss_trainer.grading.masking import mask, masked, steady
from uss_trainer.grading.model import GRADER
from uss_trainer.grading.quality import quality
from uss_trainer.grading.rubric import texts_of, titles_of
from uss_trainer.grading.text import clauses, language
from uss_trainer.grading.values import Judgement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uss_trainer.content.rubrics import Faults, Rubric
    from uss_trainer.grading.evidence import Unit
    from uss_trainer.grading.guards import Strikes
    from uss_trainer.grading.model import Model
    from uss_trainer.grading.semantic import Encoder
    from uss_trainer.grading.text import Clause

LONGEST = 2000
"""Characters of a reply that are graded."""


class Grader:
    """Judges replies by one rubric; keeps nothing from one reply to the next."""

    def __init__(self, rubric: Rubric, faults: Faults, encoder: Encoder, model: Model) -> None:
        self._rubric = rubric
        self.encoder = encoder
        self._model = model
        self._serious = {fault.id for fault in faults.faults if fault.severity == "serious"}
        self._titles = titles_of(rubric)
        self._find = Finder(rubric, model)
        named = model.heads["steps"].labels
        self._words = Words([text for step in named for text in texts_of(rubric, "steps", step)])
        own = rubric_digest(rubric)[:12]
        self.head = digest(model)
        """SHA-256 of the heads judged by."""

        self.version = f"grader-{GRADER} rubric-{own} head-{self.head[:12]} {encoder.version}"

    def judge(self, text: str, context: str = "", due: Sequence[str] = ()) -> Judgement:
        """Return what a reply to the customer's line `context` does.

        `due` are the steps a good answer performs here (`phone/greet`); they bear on quality only.
        A reply without a letter or figure performs nothing.
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

    @cached_property
    def kept_head(self) -> bytes:
        """The heads as they are stored beside what they judged."""
        return packed(self._model)

    def margin(self, text: str, context: str = "") -> float:
        """Return how far the judgement of a reply is from coming out otherwise: 0 to 1.

        The distance of the nearest probability to a bar it is measured by; 1 where none is.
        """
        spans = clauses(text)
        if len(text) > LONGEST or language(text) == "other" or not spans:
            return 1.0
        seen = self._look(text, units(text, spans, self._strikes(text, spans, context)), context)
        return margin(self._model, seen, self.calls(context))

    def calls(self, line: str) -> dict[str, float]:
        """Return how surely a customer's line calls for each step that isn't always owed, 0 to 1.

        Steps for which no recogniser could be fitted are left out.
        """
        heads = self._model.heads.items()
        gates = {name.partition(":")[2]: head for name, head in heads if name.startswith("gate:")}
        heard = steady(mask(line))
        if not gates or not heard.strip():
            return dict.fromkeys(gates, 0.0)
        vector = self.encoder.encode([heard])
        return {step: float(gate.probabilities(vector)[0, 0]) for step, gate in gates.items()}

    def _strikes(self, text: str, spans: Sequence[Clause], context: str) -> Strikes:
        return strike(text, spans, context, self._titles, self._words)

    def _look(self, text: str, found: Sequence[Unit], context: str) -> Seen:
        """Encode everything in one batch and return the heads' rows."""
        said, heard = [masked(unit.text) for unit in found], mask(context) if context else ""
        vectors = self.encoder.encode(
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
        table = matrix(
            said, [heard] * len(said), meaning, spread, self._model.idf, self._model.blend
        )
        return Seen(text, found, table, frozenset(shut))

    def _judgement(self, seen: Seen, due: Sequence[str]) -> Judgement:
        steps, unsure, guards = self._find.steps(seen)
        guards |= frozenset.intersection(*(unit.guards for unit in seen.units)) - set(SOFT)
        faults, suspected = self._find.faults(seen)
        return Judgement(
            technique=self._rubric.technique,
            source="typed",
            steps=tuple(steps),
            methods=tuple(self._find.methods(seen, steps)),
            faults=tuple(faults),
            suspected=tuple(suspected),
            open=tuple(unsure),
            quality=quality(steps, due, [fault.id for fault in faults], self._serious),
            reason="uncertain" if unsure else "",
            guards=tuple(sorted(guards)),
            version=self.version,
        )
