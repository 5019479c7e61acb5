"""Playing: judge, answer, commit, and only then show what the customer says next."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from uss_trainer.actions.cards import attempt_reviews
from uss_trainer.actions.heads import kept
from uss_trainer.coaching.figures import TurnFigure
from uss_trainer.content.clean import blank, clean
from uss_trainer.errors import fail
from uss_trainer.grading.firms import firms_of
from uss_trainer.grading.values import Judgement
from uss_trainer.player.play import Given, answer, reply_of
from uss_trainer.player.play import hint as take_hint
from uss_trainer.player.play import rewind as go_back
from uss_trainer.player.roles import in_role, told_apart
from uss_trainer.player.scene import due, reply_text, scene_at, technique_of
from uss_trainer.store import attempts as store
from uss_trainer.store.convert import to_json

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.sittings import Sitting
    from uss_trainer.coaching.attempts import Attempt
    from uss_trainer.grading.card import Scorecard
    from uss_trainer.grading.grader import Grader
    from uss_trainer.player.state import Turn


def choose(
    desk: Desk, sitting: Sitting, choice: str, *, seconds: float = 0.0, record: bool = True
) -> Sitting:
    """Answer with a listed reply."""
    text, judgement = declared_of(sitting, choice)
    return _answered(desk, sitting, Given(text, choice, seconds), judgement, record)


def declared_of(sitting: Sitting, choice: str) -> tuple[str, Judgement]:
    """Return a listed reply as shown, and the judgement its author declares."""
    from uss_trainer.grading.declared import declared

    reply = reply_of(sitting.edition, sitting.state, choice)
    text = reply_text(sitting.edition, reply, sitting.voice)
    scene = scene_at(sitting.edition, sitting.state.position)
    rubric = sitting.edition.rubrics[technique_of(sitting.edition, scene)]
    return text, declared(reply, text, rubric, sitting.lang, firms_of(sitting.edition.company))


def say(
    desk: Desk, sitting: Sitting, text: str, *, seconds: float = 0.0, record: bool = True
) -> Sitting:
    """Answer in one's own words; TrainerError `play.empty-reply` where there are none."""
    scene = scene_at(sitting.edition, sitting.state.position)
    speaker, words = told_apart(scene, clean(text).strip())
    if blank(words):
        raise fail("play.empty-reply")
    judgement = in_role(scene, speaker, judged(desk, sitting, words))
    head = _head(desk, sitting) if record else ()
    given = Given(words, "", seconds, speaker)
    return _answered(desk, sitting, given, judgement, record, head)


def silence(desk: Desk, sitting: Sitting, *, seconds: float = 0.0, record: bool = True) -> Sitting:
    """Let the time run out without a word: nothing is performed and the customer goes on."""
    scene = scene_at(sitting.edition, sitting.state.position)
    nothing = Judgement(technique_of(sitting.edition, scene), "typed")
    return _answered(desk, sitting, Given("", "", seconds), nothing, record)


def judged(desk: Desk, sitting: Sitting, text: str) -> Judgement:
    """Return the judgement of a typed reply to what the customer says now."""
    from uss_trainer.grading.judge import ungradable
    from uss_trainer.player.scene import customer_line

    edition, position = sitting.edition, sitting.state.position
    scene = scene_at(edition, position)
    rubric = edition.rubrics[technique_of(edition, scene)]
    grader = _grader(desk, sitting)
    if grader is None:
        return ungradable(rubric, "encoder-missing")
    line = customer_line(edition, position, sitting.voice)
    return grader.judge(text, line.text, due(edition, scene), firms_of(edition.company))


def _grader(desk: Desk, sitting: Sitting) -> Grader | None:
    """Return who judges a reply now; None where the encoder is missing."""
    edition = sitting.edition
    rubric = edition.rubrics[technique_of(edition, scene_at(edition, sitting.state.position))]
    return desk.judges.grader(rubric, edition.faults, desk.folders.cache)


def _head(desk: Desk, sitting: Sitting) -> tuple[store.Part, ...]:
    """Return the heads that judge a reply now as content, so that `verify` finds them again."""
    grader = _grader(desk, sitting)
    return (kept(grader),) if grader else ()


def _answered(
    desk: Desk,
    sitting: Sitting,
    given: Given,
    judgement: Judgement,
    record: bool,
    parts: tuple[store.Part, ...] = (),
) -> Sitting:
    after, turn = answered(sitting, given, judgement, sitting.stored + 1, desk.at())
    closing = closing_of(after, turn) if after.state.ended else None
    if record:
        if closing:
            closing = replace(closing, reviews=attempt_reviews(desk, after))
        event = store.Event(turn.number, "turn", turn.at, to_json(turn))
        store.add_event(desk.database, sitting.attempt.id, event, closing, parts)
    return replace(after, attempt=_closed(after, closing)) if closing else after


def answered(
    sitting: Sitting, given: Given, judgement: Judgement, number: int, at: str
) -> tuple[Sitting, Turn]:
    """Return the sitting after an answer, and its turn; nothing is stored."""
    state, turn = answer(
        sitting.edition,
        sitting.state,
        given,
        judgement,
        number=number,
        voice=sitting.voice,
        at=at,
    )
    return replace(sitting, state=state, stored=number), turn


def card(sitting: Sitting) -> Scorecard:
    """Return the scorecard of the turns that stand."""
    from uss_trainer.grading.scorecard import scorecard

    exchanges = [turn.exchange for turn in sitting.state.turns]
    edition = sitting.edition
    return scorecard(
        exchanges,
        edition.rubrics,
        edition.faults,
        edition.scale,
        hints=sitting.state.hints,
        talk_minutes=edition.scenario.limits.talk_minutes,
    )


def closing_of(sitting: Sitting, turn: Turn) -> store.Closing:
    """Return how a sitting ended that its last turn brought to an end."""
    ending = sitting.edition.scenario.ending(turn.after.ending)
    outcome = ending.outcome if ending else ""
    counted = tuple(
        TurnFigure(
            one.scene, one.choice, one.exchange.judgement.quality, round(one.exchange.seconds, 1)
        )
        for one in sitting.state.turns
    )
    return store.Closing(turn.at, turn.after.ending, outcome, card(sitting), turns=counted)


def _closed(sitting: Sitting, closing: store.Closing) -> Attempt:
    result = closing.card
    return replace(
        sitting.attempt,
        finished_at=closing.at,
        ending=closing.ending,
        outcome=closing.outcome,
        total=result.total,
        total_if_open=result.total_if_open,
        band=result.band,
        passed=result.passed,
        missed_musts=len(result.missed_must),
    )


def hint(desk: Desk, sitting: Sitting, *, record: bool = True) -> Sitting:
    """Take the scene's hint; it costs points once a scene. TrainerError outside guided mode."""
    if sitting.attempt.mode != "guided":
        raise fail("play.no-hint")
    if sitting.state.hinted:
        return sitting
    return _noted(desk, replace(sitting, state=take_hint(sitting.state)), "hint", {}, record)


def rewind(desk: Desk, sitting: Sitting, number: int, *, record: bool = True) -> Sitting:
    """Go back to before turn `number`; the later turns stay stored, marked undone."""
    if sitting.attempt.mode != "guided":
        raise fail("play.no-rewind")
    if sitting.state.ended:
        raise fail("play.ended")
    state = go_back(sitting.edition, sitting.state, number)
    return _noted(desk, replace(sitting, state=state), "rewind", {"to": number}, record)


def _noted(
    desk: Desk, sitting: Sitting, kind: store.Kind, body: dict[str, int], record: bool
) -> Sitting:
    number = sitting.stored + 1
    if record:
        event = store.Event(number, kind, desk.at(), json.dumps(body))
        store.add_event(desk.database, sitting.attempt.id, event)
    return replace(sitting, stored=number)
