"""Play a scenario from a list of replies, without anybody at a screen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from uss_trainer.actions.playing import choose, say
from uss_trainer.actions.sittings import begin
from uss_trainer.errors import Problem, TrainerError, fail
from uss_trainer.player.scene import scene_at

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.sittings import Sitting

LONGEST_PLACE = 3
"""Digits a reply's place may have; a longer number is something to say, a telephone number say."""


@dataclass(frozen=True, slots=True)
class ScriptLine:
    """One reply of a script."""

    number: int
    """Its line in the file, from 1."""

    text: str

    @property
    def place(self) -> int | None:
        """The listed reply's place in the scenario file, from 1; None where the line is words."""
        bare = self.text.isdecimal() and len(self.text) <= LONGEST_PLACE
        return int(self.text) if bare else None


@dataclass(frozen=True, slots=True)
class Script:
    """A scenario to be played by a list of replies."""

    where: str
    """The file the replies stand in, as shown."""

    lines: tuple[ScriptLine, ...]

    @property
    def mode(self) -> str:
        """The mode it is played in where none is asked for: `guided` if every reply is chosen."""
        return "guided" if all(line.place is not None for line in self.lines) else "typed"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A script played through, or as far as it reached."""

    sitting: Sitting
    left: tuple[ScriptLine, ...]
    """Replies for which there was no turn any more."""


def script_of(text: str, where: str) -> Script:
    """Return the replies in `text`, one a line, blank lines left out."""
    stripped = ((number, line.strip()) for number, line in enumerate(text.split("\n"), 1))
    return Script(where, tuple(ScriptLine(number, line) for number, line in stripped if line))


def play_script(
    desk: Desk,
    scenario: str,
    script: Script,
    *,
    mode: str,
    lang: str,
    me: str,
    seed: int | None,
    record: bool,
    assignment: str = "",
) -> Outcome:
    """Play `scenario` by `script`; TrainerError names the line that can't be played.

    It is rehearsed first and stored only when every line could be played, so that a slip in line 9
    leaves no half attempt behind.
    """
    if seed is None:
        seed = desk.new_seed()
    anew = partial(
        begin, desk, scenario, mode=mode, lang=lang, me=me, seed=seed, assignment=assignment
    )
    started = anew(record=False)
    outcome = played(desk, started, script, record=False)
    if not record:
        return outcome
    started = anew()
    return played(desk, started, script, record=True)


def played(desk: Desk, sitting: Sitting, script: Script, *, record: bool) -> Outcome:
    """Answer line by line; TrainerError names the line that can't be played."""
    for used, line in enumerate(script.lines):
        if sitting.state.ended:
            return Outcome(sitting, script.lines[used:])
        try:
            sitting = _answered(desk, sitting, line, record)
        except TrainerError as error:
            raise at_line(error, f"{script.where}:{line.number}") from error
    return Outcome(sitting, ())


def _answered(desk: Desk, sitting: Sitting, line: ScriptLine, record: bool) -> Sitting:
    if line.place is None:
        return say(desk, sitting, line.text, record=record)
    return choose(desk, sitting, _listed(sitting, line.place), record=record)


def _listed(sitting: Sitting, place: int) -> str:
    """Return the id of the reply at that place in the scenario file."""
    replies = scene_at(sitting.edition, sitting.state.position).replies
    if not 1 <= place <= len(replies):
        scene = sitting.state.position.scene
        raise fail("play.not-listed", place=str(place), scene=scene, count=str(len(replies)))
    return replies[place - 1].id


def at_line(error: TrainerError, where: str) -> TrainerError:
    """Return an error of the player with the script's line as its place; others as they are."""
    problem = error.problem
    if problem.where or not problem.code.startswith(("play.", "deal.")):
        return error
    return TrainerError(Problem(problem.code, where, problem.facts, problem.severity))
