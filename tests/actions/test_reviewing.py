"""A trainer's comments and rulings: beside the machine's judgement, counted for the assignment."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from uss_trainer.actions import people
from uss_trainer.actions.assigned import tasks
from uss_trainer.actions.assigning import Wish as Give
from uss_trainer.actions.assigning import assign
from uss_trainer.actions.judges import Judges
from uss_trainer.actions.own import everything_of, forget
from uss_trainer.actions.playing import say
from uss_trainer.actions.results import results
from uss_trainer.actions.reviewing import comment, correct, review
from uss_trainer.actions.ruling_words import Wish
from uss_trainer.actions.sharing import share
from uss_trainer.actions.showing import as_plain
from uss_trainer.actions.sittings import begin, read
from uss_trainer.actions.verifying import verify
from uss_trainer.errors import TrainerError, fail
from uss_trainer.store.people import logged
from uss_trainer.store.tables import comments, corrections, ruled, shares

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.sittings import Sitting
    from uss_trainer.content.library import Library
    from uss_trainer.grading.semantic import Encoder


def no_encoder() -> Encoder:
    raise fail("grading.encoder-missing")


@pytest.fixture
def tess(desk: Desk, library: Library) -> Desk:
    """A trainer's desk on a machine whose typed replies can't be graded."""
    desk.__dict__["library"] = library
    people.add(desk, "Tess", role="trainer")
    people.add(desk, "Ned")
    return acting(desk, "Tess")


def acting(desk: Desk, name: str) -> Desk:
    other = replace(desk, named=name, judges=Judges(no_encoder))
    if "library" in desk.__dict__:
        other.__dict__["library"] = desk.library
    return other


def played(desk: Desk, given: str = "") -> Sitting:
    """Return Ned's attempt, played to its end in words nobody could grade."""
    ned = acting(desk, "Ned")
    sitting = begin(ned, "short-call", mode="typed", lang="en", me="Ned", assignment=given)
    while not sitting.state.ended:
        sitting = say(ned, sitting, "Hello, [b]Ned[/b] of U9, may I see you on Tuesday?")
    return sitting


def assigned(desk: Desk) -> Sitting:
    return played(desk, assign(desk, Give(("short-call",), ("Ned",), mode="typed"))[0].id)


def all_due(sitting: Sitting, place: int) -> Wish:
    due = ",".join(sitting.state.turns[place - 1].exchange.due) or "none"
    return Wish(due, "none", "none", 3 if due != "none" else 0, "fine")


def code(act: Any, *args: Any, **more: Any) -> str:
    with pytest.raises(TrainerError) as caught:
        act(*args, **more)
    return caught.value.problem.code


def test_rulings_close_what_was_open_and_count_for_the_assignment(tess: Desk) -> None:
    sitting = assigned(tess)
    name, turns = sitting.attempt.id, len(sitting.state.turns)
    (before,) = results(tess)
    assert (before.progress.state, before.machine) == ("pending", None)
    totals = []
    for place in range(1, turns + 1):
        made = correct(tess, name, place, all_due(sitting, place), "en")
        assert made.ruled
        assert made.machine.total == sitting.attempt.total
        totals.append((made.ruled.total, made.ruled.total_if_open))
    assert totals[-1][0] == totals[-1][1] > sitting.attempt.total
    assert sorted(totals) == totals
    (after,) = results(tess)
    assert after.progress.state == "done"
    assert after.machine
    assert after.machine.total == sitting.attempt.total
    assert tasks(acting(tess, "Ned"), "en")[0].done
    stored = read(tess, name, "en")
    assert stored.attempt.total == sitting.attempt.total, "the machine's result stays"
    assert verify(acting(tess, "Ned"), name, "en").identical
    shown: Any = as_plain(stored, made.machine, review(tess, stored))
    assert shown["ruled"]["total"] == totals[-1][0]
    assert [turn["correction"]["by"] for turn in shown["turns"]] == ["Tess"] * turns
    assert {turn["gradable"] for turn in shown["turns"]} == {False}
    for place in range(1, turns + 1):
        made = correct(tess, name, place, None, "en")
    assert made.ruled is None
    assert results(tess) == (before,)
    assert code(correct, tess, name, 1, None, "en") == "rulings.nothing-to-take-back"
    acts = [line.act for line in logged(tess.database, name)]
    assert acts == ["attempts.correct"] * turns + ["attempts.take-back"] * turns


def test_a_ruling_leaves_what_it_does_not_name_as_the_machine_judged(tess: Desk) -> None:
    name = assigned(tess).attempt.id
    made = correct(tess, name, 1, Wish("introduce-self", quality=2, why="no"), "en")
    again = correct(tess, name, 1, Wish(faults="argue", why="rude"), "en")
    assert made.correction.ruling
    assert made.correction.ruling.steps == ("phone/introduce-self",)
    assert again.correction.ruling
    assert (again.correction.ruling.steps, again.correction.ruling.faults) == ((), ("argue",))
    shown = review(tess, read(tess, name, "en"))
    assert shown.ruling_on(1) == again.correction


@pytest.mark.parametrize(
    ("wish", "refused"),
    [
        (Wish("introduce-slef", quality=1, why="x"), "rulings.unknown-step"),
        (Wish("opening/greet", quality=1, why="x"), "rulings.unknown-step"),
        (Wish(methods="either-or", why="x"), "rulings.unknown-method"),
        (Wish(faults="rude", why="x"), "rulings.unknown-fault"),
        (Wish("introduce-self", why="x"), "rulings.needs-quality"),
        (Wish("none", quality=1, why=" \u200b "), "rulings.no-why"),
        (Wish("none", why="x" * 2001), "rulings.too-long"),
    ],
)
def test_a_ruling_that_cannot_be_is_refused_whole(tess: Desk, wish: Wish, refused: str) -> None:
    name = assigned(tess).attempt.id
    assert code(correct, tess, name, 1, wish, "en") == refused
    assert results(tess)[0].machine is None


def test_free_practice_is_the_trainees_own_until_it_is_shared(tess: Desk) -> None:
    ned = acting(tess, "Ned")
    name = played(tess).attempt.id
    assert code(read, tess, name, "en") == "persons.private"
    assert code(comment, tess, name, 1, "hm", "en") == "persons.private"
    assert code(share, tess, name, True) == "persons.not-yours"
    assert share(ned, name, True) == (name, True)
    assert share(ned, name, True) == (name, False)
    comment(tess, name, 1, "  Slower.\x1b[2J ", "en")
    assert code(comment, ned, name, 1, "why?", "en") == "persons.may-not-comment"
    said = review(ned, read(ned, name, "en"))
    assert [(said.name(one.author), one.text) for one in said.comments] == [("Tess", "Slower.[2J")]
    assert share(ned, name, False) == (name, True)
    assert code(read, tess, name, "en") == "persons.private"
    assert code(share, ned, assigned(tess).attempt.id, True) == "rulings.read-anyway"


def test_nobody_steps_in_while_it_goes_on_or_rules_on_their_own(tess: Desk) -> None:
    given = assign(tess, Give(("short-call",), ("Ned", "Tess"), mode="typed"))[0].id
    going = begin(
        acting(tess, "Ned"), "short-call", mode="typed", lang="en", me="Ned", assignment=given
    )
    assert code(comment, tess, going.attempt.id, 1, "psst", "en") == "rulings.not-finished"
    own = begin(tess, "short-call", mode="typed", lang="en", me="Tess", assignment=given)
    while not own.state.ended:
        own = say(tess, own, "Hello there")
    assert code(correct, tess, own.attempt.id, 1, all_due(own, 1), "en") == "rulings.own"
    assert code(comment, tess, own.attempt.id, 99, "x", "en") == "rulings.no-such-turn"


def rows(desk: Desk, table: Any) -> list[Any]:
    with desk.database.read() as connection:
        return list(connection.execute(table.select()).all())


def test_whoever_is_forgotten_leaves_no_word_here_either(tess: Desk) -> None:
    ned = acting(tess, "Ned")
    sitting, free = assigned(tess), played(tess).attempt.id
    correct(tess, sitting.attempt.id, 1, all_due(sitting, 1), "en")
    share(ned, free, True)
    comment(tess, free, 1, "Good.", "en")
    mine: Any = everything_of(ned, "en")
    turns = [attempt["turns"][0] for attempt in mine["attempts"]]
    assert turns[0]["correction"]["why"] == "fine"
    assert turns[1]["comments"][0]["text"] == "Good."
    forget(acting(tess, "me"), "Tess")
    assert rows(tess, comments) == []
    (kept,) = rows(tess, corrections)
    assert (kept.author, kept.why) == ("gone", "")
    assert review(ned, read(ned, sitting.attempt.id, "en")).ruled, "a ruling still counts"
    forget(ned, "Ned")
    assert [rows(tess, table) for table in (comments, corrections, shares)] == [[], [], []]
    assert len(rows(tess, ruled)) == 1, "figures stay"
