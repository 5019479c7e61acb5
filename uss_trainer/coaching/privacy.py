"""Who may see whose work: what was assigned is the trainer's too, practice is one's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uss_trainer.coaching.attempts import Attempt
    from uss_trainer.coaching.people import Person, Team

EXAM = "exam"
"""The mode of attempts in an exam."""


def official(attempt: Attempt) -> bool:
    """Return whether an attempt was asked for by a trainer; everything else is free practice."""
    return bool(attempt.assignment) or attempt.mode == EXAM


def may_read(reader: Person, attempt: Attempt, shared: bool) -> bool:
    """Return whether somebody may read an attempt: its owner; a trainer what is official or shared."""
    if attempt.person == reader.id:
        return True
    return reader.may("results") and (official(attempt) or shared)


def may_comment(reader: Person, attempt: Attempt, shared: bool) -> bool:
    """Return whether somebody may write beside its turns."""
    return reader.may("comment") and may_read(reader, attempt, shared)


def may_correct(reader: Person, attempt: Attempt, shared: bool) -> bool:
    """Return whether somebody may rule on it; nobody rules on their own."""
    others = attempt.person != reader.id
    return others and reader.may("correct") and may_read(reader, attempt, shared)


def may_see_board(reader: Person, team: Team, on: bool) -> bool:
    """Return whether somebody may see how a team's members stand: trainers always, members where
    it was turned on."""
    return reader.may("results") or (on and reader.active and reader.id in team.members)
