"""A scenario's skeleton out of a written dialogue: its speeches stand, everything else is a gap."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from uss_trainer.authoring.draft import Draft, DraftReply, DraftScene, Text
from uss_trainer.authoring.starting import endings, sample, scene_id
from uss_trainer.content.todo import TODO

if TYPE_CHECKING:
    from collections.abc import Callable

    from uss_trainer.authoring.dialogue import Dialogue, Exchanged
    from uss_trainer.content.rubrics import Rubric
    from uss_trainer.grading.values import Judgement

    Guess = Callable[[str, str], Judgement]
    """Judges a reply to a customer's line."""


def skeleton(name: str, dialogue: Dialogue, rubric: Rubric, guess: Guess | None) -> Draft:
    """Return the draft; `guess` None marks the steps as gaps, too."""
    answered = [turn for turn in dialogue.turns if turn.sales]
    scenes = tuple(
        _scene(number, turn, len(answered), guess) for number, turn in enumerate(answered)
    )
    last = dialogue.turns[-1]
    good, bad = (replace(one, debrief=Text()) for one in endings())
    good = replace(good, says=_text(last.customer) if not last.sales else None)
    return Draft(
        id=name,
        technique=rubric.technique,
        title=_text(dialogue.title) if dialogue.title else Text(name, name),
        customer={part: Text() for part in ("name", "role", "company", "about")},
        briefing=_text(dialogue.about) if dialogue.about else Text(),
        goal=Text(*(rubric.purposes[0].of(one) for one in ("zh", "en")))
        if rubric.purposes
        else sample("sample-goal"),
        scenes=scenes,
        endings=(good, bad),
    )


def _text(said: str) -> Text:
    """Return a text in the language it is in, the other one a gap."""
    if not said:
        return Text()
    return Text(zh=said) if any("\u4e00" <= char <= "\u9fff" for char in said) else Text(en=said)


def _scene(number: int, turn: Exchanged, of: int, guess: Guess | None) -> DraftScene:
    """Return the scene of one answer; the best reply stands at another place in each."""
    after = scene_id(number + 1) if number + 1 < of else "agreed"
    steps, notes = _steps(turn, guess)
    best = DraftReply("best", _text(turn.sales), 3, after, steps, notes=notes)
    hint = () if number else (("write-other", ""),)
    weak = DraftReply("weak", Text(), 1, after, notes=hint)
    poor = DraftReply("poor", Text(), 0, "ended")
    order = ((weak, best, poor), (weak, poor, best), (best, weak, poor))[number % 3]
    cue = _text(turn.cue) if turn.cue else None
    return DraftScene(scene_id(number), _text(turn.customer), steps, order, "ended", cue)


def _steps(
    turn: Exchanged, guess: Guess | None
) -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """Return the steps the grader finds in an answer, and what its author should look at."""
    if guess is None:
        return (TODO,), (("guess-missing", ""),)
    found = guess(turn.sales, turn.customer)
    steps = tuple(short(step) for step in found.step_ids)
    unsure = ", ".join(short(one.id) for one in found.open)
    faults = ", ".join(found.fault_ids)
    notes = [("guessed" if steps else "guess-none", "")]
    notes += [("guess-unsure", unsure)] if unsure else []
    notes += [("guess-faults", faults)] if faults else []
    return steps, tuple(notes)


def short(step: str) -> str:
    """Return a step's id as it is written in its own technique."""
    return step.rpartition("/")[2]
