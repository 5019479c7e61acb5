"""One rubric's grader: what a reply does, shown by the words that do it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.content.digest import rubric_digest
from uss_trainer.grading.evidence import units
from uss_trainer.grading.features import matrix
from uss_trainer.grading.finding import Finder, Seen
from uss_trainer.grading.guards import SOFT, strike
from uss_trainer.grading.lexical import Words
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
    from uss_trainer.grading.semantic import Encoder, Vectors
    from uss_trainer.grading.text import Clause

LONGEST = 2000
"""Characters of a reply that are graded."""


@dataclass(frozen=True, slots=True)
class _Read:
    """A reply cut into stretches, masked."""

    text: str
    units: Sequence[Unit]
    said: Sequence[str]
    """Each stretch, masked."""

    heard: str
    """The customer's line, masked; empty where none is given."""

    @property
    def encoded(self) -> list[str]:
        """What the encoder gets: the stretches, then the customer's line."""
        return [steady(words) for words in [*self.said, *([self.heard] if self.heard else [])]]


class Grader:
    """Judges replies by one rubric; keeps nothing from one reply to the next."""

    def __init__(self, rubric: Rubric, faults: Faults, encoder: Encoder, model: Model) -> None:
        self._rubric = rubric
        self._encoder = encoder
        self._model = model
        self._serious = {fault.id for fault in faults.faults if fault.severity == "serious"}
        self._titles = titles_of(rubric)
        self._find = Finder(rubric, model)
        named = model.heads["steps"].labels
        self._words = Words([text for step in named for text in texts_of(rubric, "steps", step)])
        own = rubric_digest(rubric)[:12]
        self.version = f"grader-{GRADER} rubric-{own} head-{model.key[:12]} {encoder.version}"

    def judge(self, text: str, context: str = "", due: Sequence[str] = ()) -> Judgement:
        """Return what a reply to the customer's line `context` does.

        `due` are the steps a good answer performs here (`phone/greet`); they bear on quality only.
        A reply without a letter or figure performs nothing.
        """
        return self.judge_all([(text, context, due)])[0]

    def judge_all(self, replies: Sequence[tuple[str, str, Sequence[str]]]) -> list[Judgement]:
        """Return the judgements of many replies, each with its context and what is due there.

        They are encoded in one batch, each stretch once.
        """
        read = [self._read(text, context) for text, context, _ in replies]
        texts = [text for one in read if isinstance(one, _Read) for text in one.encoded]
        places = {text: place for place, text in enumerate(dict.fromkeys(texts))}
        vectors = self._encoder.encode(list(places))
        found = []
        for one, (_, _, due) in zip(read, replies, strict=True):
            if isinstance(one, _Read):
                own = vectors[[places[text] for text in one.encoded]]
                found.append(self._judgement(self._look(one, own), due))
            else:
                found.append(one)
        return found

    def _read(self, text: str, context: str) -> _Read | Judgement:
        """Return what is to be encoded of a reply, or its judgement where nothing is."""
        technique = self._rubric.technique
        if len(text) > LONGEST:
            return Judgement(technique, "typed", reason="too-long", version=self.version)
        if language(text) == "other":
            return Judgement(technique, "typed", reason="other-language", version=self.version)
        spans = clauses(text)
        if not spans:
            return Judgement(technique, "typed", guards=("gibberish",), version=self.version)
        found = units(text, spans, self._strikes(text, spans, context))
        said, heard = [masked(unit.text) for unit in found], mask(context) if context else ""
        return _Read(text, found, said, heard)

    def _strikes(self, text: str, spans: Sequence[Clause], context: str) -> Strikes:
        return strike(text, spans, context, self._titles, self._words)

    def _look(self, read: _Read, vectors: Vectors) -> Seen:
        """Return the heads' rows; `vectors` are those of `read.encoded`."""
        said, heard = read.said, read.heard
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
        return Seen(read.text, read.units, table, frozenset(shut))

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
