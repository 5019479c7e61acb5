"""One rubric's grader: what a reply does, shown by the words that do it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from uss_trainer.content.digest import rubric_digest
from uss_trainer.grading.evidence import units
from uss_trainer.grading.features import matrix
from uss_trainer.grading.finding import Finder
from uss_trainer.grading.firms import NOBODY, Firms
from uss_trainer.grading.guards import SOFT, once, strike
from uss_trainer.grading.keeping import digest, packed
from uss_trainer.grading.lexical import Words
from uss_trainer.grading.margins import margin
from uss_trainer.grading.masking import mask, masked, steady
from uss_trainer.grading.model import GRADER
from uss_trainer.grading.quality import NOT_DUE, allowed
from uss_trainer.grading.rubric import texts_of, titles_of
from uss_trainer.grading.seen import Read, Seen, marked
from uss_trainer.grading.tells import tells
from uss_trainer.grading.text import clauses, hums, language
from uss_trainer.grading.values import Judgement
from uss_trainer.grading.whole import whole_rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from uss_trainer.content.rubrics import Rubric
    from uss_trainer.grading.guards import Strikes
    from uss_trainer.grading.model import Model
    from uss_trainer.grading.semantic import Encoder, Vectors
    from uss_trainer.grading.text import Clause
    from uss_trainer.grading.weighing import Weighing

LONGEST = 2000
"""Characters of a reply that are graded."""


class Grader:
    """Judges replies by one rubric; keeps nothing from one reply to the next."""

    def __init__(self, rubric: Rubric, encoder: Encoder, model: Model, weighing: Weighing) -> None:
        self._rubric = rubric
        self.encoder = encoder
        self._model = model
        self._titles = titles_of(rubric)
        self._whole = weighing.whole
        self.finder = Finder(rubric, model, weighing)
        named = model.heads["steps"].labels
        self._words = Words([text for step in named for text in texts_of(rubric, "steps", step)])
        own = rubric_digest(rubric)[:12]
        self.head = digest(model)
        """SHA-256 of the heads judged by."""

        self.version = (
            f"grader-{GRADER} rubric-{own} head-{self.head[:12]} weighing-{weighing.version}"
            f" {encoder.version}"
        )

    def judge(
        self, text: str, context: str = "", due: Sequence[str] = (), firms: Firms = NOBODY
    ) -> Judgement:
        """Return what a reply to the customer's line `context` does.

        `due` are the steps a good answer performs here (`phone/greet`); they bear on quality only.
        `firms` are the names of who sells and of its rivals.
        A reply without a letter or figure performs nothing.
        """
        return self.judge_all([(text, context, due)], firms)[0]

    def judge_all(
        self, replies: Sequence[tuple[str, str, Sequence[str]]], firms: Firms = NOBODY
    ) -> list[Judgement]:
        """Return the judgements of many replies, each with its context and what is due there.

        They are encoded in one batch, each stretch once.
        """
        looked = self._look_all([(text, context) for text, context, _ in replies], firms)
        return [
            self._judgement(seen, due) if isinstance(seen, Seen) else seen
            for seen, (_, _, due) in zip(looked, replies, strict=True)
        ]

    def performed_all(
        self, replies: Sequence[tuple[str, str]], firms: Firms = NOBODY
    ) -> list[frozenset[str]]:
        """Return the steps each reply performs or nearly does, as `judge_all` finds them.

        For who asks nothing else: methods, faults, quality and evidence are most of a judgement.
        """
        return [
            self.finder.performed(self.finder.sight(seen))
            if isinstance(seen, Seen)
            else frozenset()
            for seen in self._look_all(replies, firms)
        ]

    def _look_all(
        self, replies: Sequence[tuple[str, str]], firms: Firms
    ) -> Iterator[Seen | Judgement]:
        """Yield what the heads read of each reply, or its judgement where nothing is."""
        read = [self._read(text, context, firms) for text, context in replies]
        texts = [text for one in read if isinstance(one, Read) for text in one.encoded]
        places = {text: place for place, text in enumerate(dict.fromkeys(texts))}
        vectors = self.encoder.encode(list(places))
        for one in read:
            if isinstance(one, Read):
                yield self._look(one, vectors[[places[text] for text in one.encoded]])
            else:
                yield one

    def look(self, text: str, context: str = "", firms: Firms = NOBODY) -> Seen | None:
        """Return what the heads read of a reply, encoded in one batch; None where nothing is."""
        read = self._read(text, context, firms)
        if isinstance(read, Judgement):
            return None
        return self._look(read, self.encoder.encode(read.encoded))

    def _read(self, text: str, context: str, firms: Firms) -> Read | Judgement:
        """Return what is to be encoded of a reply, or its judgement where nothing is."""
        technique = self._rubric.technique
        if len(text) > LONGEST:
            return Judgement(technique, "typed", reason="too-long", version=self.version)
        if language(text) == "other":
            return Judgement(technique, "typed", reason="other-language", version=self.version)
        spans = clauses(text)
        if not spans:
            return Judgement(technique, "typed", guards=("gibberish",), version=self.version)
        if hums(text):
            return Judgement(technique, "typed", quality=NOT_DUE, version=self.version)
        strikes = self._strikes(text, spans, context)
        text, said = once(text, spans)
        own = firms.alone()
        found = units(text, said, strikes[: len(said)])
        heard = mask(context, own) if context else ""
        told = tells(text, context, self._titles)
        return Read(text, found, [masked(unit.text, own) for unit in found], heard, told, firms)

    @cached_property
    def kept_head(self) -> bytes:
        """The heads as they are stored beside what they judged."""
        return packed(self._model)

    def margin(self, text: str, context: str = "", firms: Firms = NOBODY) -> float:
        """Return how far the judgement of a reply is from coming out otherwise: 0 to 1.

        The distance of the nearest probability to a bar it is measured by; 1 where none is.
        """
        seen = self.look(text, context, firms)
        return 1.0 if seen is None else margin(self.finder, seen, self.calls(context))

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

    def _look(self, read: Read, vectors: Vectors) -> Seen:
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
        heard_all = before.repeat(len(said), axis=0) if heard else meaning * 0
        table = matrix(
            said, [heard] * len(said), meaning, heard_all, self._model.idf, self._model.blend
        )
        near = float(meaning[-1] @ before[0]) if heard else 0.0
        whole = whole_rows(said[-1:], [heard], meaning[-1:], heard_all[-1:], [read.told])
        seen = Seen(
            text=read.text,
            units=read.units,
            table=table,
            shut=frozenset(shut),
            whole=whole,
            near=round(near, 3),
            answered=bool(heard),
            firms=read.firms,
        )
        return marked(seen, self._whole, self._rubric.technique)

    def _judgement(self, seen: Seen, due: Sequence[str]) -> Judgement:
        sight = self.finder.sight(seen)
        steps, unsure, guards = self.finder.steps(seen, sight)
        guards |= frozenset.intersection(*(unit.guards for unit in seen.units)) - set(SOFT)
        faults, suspected = self.finder.faults(seen, sight)
        methods = self.finder.methods(seen, steps)
        quality, because = self.finder.quality(sight, steps, methods, faults)
        return Judgement(
            technique=self._rubric.technique,
            source="typed",
            steps=tuple(steps),
            methods=tuple(methods),
            faults=tuple(faults),
            suspected=tuple(suspected),
            open=tuple(unsure),
            quality=allowed(quality, steps, due),
            because=because,
            reason="uncertain" if unsure else "",
            guards=tuple(sorted(guards)),
            version=self.version,
        )
