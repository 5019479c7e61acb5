"""An assignment from the trainer's machine to the trainee's and its results back."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from uss_trainer.actions import bringing, handing, people
from uss_trainer.actions.assigned import edited, tasks
from uss_trainer.actions.assigning import Wish, assign
from uss_trainer.actions.desk import Desk
from uss_trainer.actions.playing import choose, hint, rewind
from uss_trainer.actions.results import results
from uss_trainer.actions.sittings import Sitting, begin, read, resume, retry
from uss_trainer.errors import TrainerError
from uss_trainer.paths import Folders
from uss_trainer.store.people import logged

if TYPE_CHECKING:
    from uss_trainer.content.library import Library


def another(desk: Desk, home: Path, **more: Any) -> Desk:
    """Return a desk of another machine."""
    folders = replace(desk.folders, data=home / "data", config=home / "config")
    counts = iter(range(1, 99))
    return replace(desk, folders=folders, new_id=lambda: f"{home.name}{next(counts):03}", **more)


@pytest.fixture
def desk(desk: Desk, library: Library) -> Desk:
    """The trainer's machine; reading all packs anew for each test takes seconds."""
    desk.__dict__["library"] = library
    return desk


@pytest.fixture
def trainee(desk: Desk, tmp_path: Path) -> Desk:
    """A machine without any packs."""
    away = another(desk, tmp_path / "away")
    return replace(away, folders=replace(away.folders, packs=()))


def give(desk: Desk, **more: Any) -> str:
    """Assign the short call to Ned and return the assignment's id."""
    people.add(desk, "Ned", "7")
    wish = Wish(("short-call",), ("Ned",), mode="guided", due="2026-03-05", **more)
    return assign(desk, wish)[0].id


def play(desk: Desk, given: str, *choices: str) -> Sitting:
    sitting = begin(desk, "short-call", mode="guided", lang="en", me="Ned", assignment=given)
    for choice in choices:
        sitting = choose(desk, sitting, choice)
    return sitting


WHOLE = ("whole", "choice", "thanks")


def test_there_and_back(desk: Desk, trainee: Desk, tmp_path: Path) -> None:
    given = give(desk)
    there, back = tmp_path / "a.uss", tmp_path / "r.uss"
    assert handing.export(desk, given, there) == 1
    for _ in range(2):
        assert handing.open_parcel(trainee, there)[1].name == "Ned"
    (task,) = tasks(trainee, "en")
    assert (task.title, task.state, task.open, task.mode) == (
        "A short call",
        "to do",
        True,
        "guided",
    )
    begun = rewind(trainee, hint(trainee, play(trainee, given, "half")), 1)
    bringing.export(trainee, back)
    assert bringing.bring(desk, back).new == 1
    on = begun
    for choice in WHOLE:
        on = choose(trainee, on, choice)
    assert on.state.ended
    bringing.export(trainee, back)
    brought = bringing.bring(desk, back)
    assert (brought.new, brought.continued, brought.moved, brought.problems) == (0, 1, (), ())
    again = bringing.bring(desk, back)
    assert (again.new, again.continued, again.same) == (0, 0, 1)
    (result,) = results(desk)
    assert result.person.name == "Ned"
    assert result.progress.counted is not None
    assert result.progress.counted.total == on.attempt.total
    assert [turn.exchange for turn in read(desk, on.attempt.id, "en").state.turns] == [
        turn.exchange for turn in on.state.turns
    ]
    acts = [line.act for line in logged(desk.database)]
    assert acts == ["people.add", "assignments.give", "results.import", "results.import"]


def tampered(path: Path, change: Callable[[Any], None]) -> Path:
    data = json.loads(gzip.decompress(path.read_bytes()))
    change(data)
    path.write_text(json.dumps(data, separators=(",", ":")), encoding="utf-8")
    return path


def _better(data: Any) -> None:
    data["attempts"][0]["attempt"]["total"] = 100.0
    first = json.loads(data["attempts"][0]["events"][0]["body"])
    first["exchange"]["judgement"]["quality"] = 3
    data["attempts"][0]["events"][0]["body"] = json.dumps(first)


def test_what_a_file_claims_is_graded_again(desk: Desk, trainee: Desk, tmp_path: Path) -> None:
    given = give(desk)
    handing.export(desk, given, tmp_path / "a.uss")
    handing.open_parcel(trainee, tmp_path / "a.uss")
    played = play(trainee, given, "half", "ask", "now", "curt")
    bringing.export(trainee, tmp_path / "r.uss")
    brought = bringing.bring(desk, tampered(tmp_path / "r.uss", _better))
    assert brought.moved == (played.attempt.id,)
    (change,) = brought.changes
    assert [(turn.place, turn.differs) for turn in change.changed] == [(1, ("quality",))]
    assert (change.before.total, change.after.total) == (100.0, played.attempt.total)
    (result,) = results(desk)
    assert result.progress.counted is not None
    assert result.progress.counted.total == played.attempt.total < 100


def _change(*path: str | int, to: Any) -> Callable[[Any], None]:
    def change(data: Any) -> None:
        for key in path[:-1]:
            data = data[key]
        data[path[-1]] = to

    return change


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory, library: Library) -> tuple[bytes, bytes]:
    """The trainer's database after giving, and the file of two calls that comes back."""
    home = tmp_path_factory.mktemp("played")
    ids = iter(range(1000, 9999))
    here = Folders(home / "data", home / "cache", home / "config")
    trainer = Desk(here, new_id=lambda: str(next(ids)))
    trainer.__dict__["library"] = library
    there = replace(trainer, folders=replace(here, data=home / "there"))
    given = give(trainer)
    handing.export(trainer, given, home / "a.uss")
    handing.open_parcel(there, home / "a.uss")
    for _ in range(2):
        play(there, given, *WHOLE)
    bringing.export(there, home / "r.uss")
    trainer.database.close()
    return (home / "data" / "trainer.db").read_bytes(), (home / "r.uss").read_bytes()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        pytest.param(_change("attempt", "mode", to="typed"), "bad-attempt", id="another mode"),
        pytest.param(_change("attempt", "person", to="me"), "unknown-attempt", id="another person"),
        pytest.param(
            _change("attempt", "assignment", to="x"), "unknown-attempt", id="no assignment"
        ),
        pytest.param(_change("attempt", "edition", to="0" * 64), "bad-attempt", id="other content"),
        pytest.param(_change("attempt", "started_at", to="noon"), "bad-attempt", id="no time"),
        pytest.param(_change("attempt", "id", to="\u001b[2J"), "bad-attempt", id="no id"),
        pytest.param(_change("events", 0, "number", to=5), "bad-attempt", id="a gap"),
        pytest.param(_change("events", 0, "body", to="{"), "bad-attempt", id="no turn"),
    ],
)
def test_what_cannot_have_happened_is_left_out(
    desk: Desk,
    played: tuple[bytes, bytes],
    tmp_path: Path,
    change: Callable[[Any], None],
    code: str,
) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "trainer.db").write_bytes(played[0])
    (tmp_path / "r.uss").write_bytes(played[1])
    path = tampered(tmp_path / "r.uss", lambda data: change(data["attempts"][0]))
    brought = bringing.bring(desk, path)
    assert [problem.code for problem in brought.problems] == [f"tasks.{code}"]
    assert brought.new == 1


def _body(data: Any) -> None:
    data["contents"][0][2] += " "


def _screen(data: Any) -> None:
    data["assignment"]["title"] = "\u001b]0;x\u0007 Ok"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        pytest.param(_body, "bad-file", id="content that isn't what was given"),
        pytest.param(_change("contents", to=[]), "bad-file", id="content missing"),
        pytest.param(_change("assignment", "zone", to="../etc"), "bad-file", id="no zone"),
        pytest.param(_change("assignment", "due", to="tomorrow"), "bad-file", id="no day"),
        pytest.param(_change("assignment", "mode", to="cheat"), "bad-file", id="no mode"),
        pytest.param(_change("format", to="uss-trainer results 1"), "other-file", id="results"),
        pytest.param(_change("people", to=[]), "which-person", id="nobody"),
    ],
)
def test_a_file_that_is_not_as_it_was_written_is_refused(
    desk: Desk, trainee: Desk, tmp_path: Path, change: Callable[[Any], None], code: str
) -> None:
    path = tmp_path / "a.uss"
    handing.export(desk, give(desk), path)
    with pytest.raises(TrainerError) as caught:
        handing.open_parcel(trainee, tampered(path, change))
    assert caught.value.problem.code == f"tasks.{code}"
    assert tasks(trainee, "en") == ()


@pytest.mark.parametrize(
    "data",
    [b"", b"hello", b"\x1f\x8bxx", b"[" * 100_000, gzip.compress(b"{}")],
    ids=["empty", "text", "half a zip", "nested", "no parcel"],
)
def test_any_other_file_is_refused(trainee: Desk, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.uss"
    path.write_bytes(data)
    for read_in in (handing.open_parcel, bringing.bring):
        with pytest.raises(TrainerError) as caught:
            read_in(trainee, path)
        assert caught.value.problem.code == "tasks.bad-file"


def test_the_version_given_is_played_and_attempts_are_counted(desk: Desk, tmp_path: Path) -> None:
    given = give(desk, attempts=2, pass_mark=100)
    ned = replace(desk, named="Ned")
    folder = tmp_path / "packs" / "small"
    folder.mkdir(parents=True)
    old = Path(__file__).parent.parent / "packs" / "small"
    for name in ("pack.yaml", "short-call.yaml"):
        text = (old / name).read_text(encoding="utf-8").replace("A short call", "Another call")
        (folder / name).write_text(text, encoding="utf-8")
    later = replace(ned, packs=tmp_path / "packs")
    ned.__dict__["library"] = desk.library
    (task,) = tasks(later, "en")
    assert (edited(later, [task]), edited(ned, [task])) == ((task,), ())
    sitting = play(later, given, "half", "ask", "now", "curt")
    assert sitting.edition.scenario.title.en == "A short call"
    assert tasks(ned, "en")[0].state == "not yet"
    again = play(later, given)
    with pytest.raises(TrainerError) as caught:
        play(later, given)
    assert caught.value.problem.code == "tasks.unfinished"
    for choice in ("half", "ask", "now", "curt"):
        again = choose(later, again, choice)
    with pytest.raises(TrainerError) as caught:
        play(later, given)
    assert caught.value.problem.code == "tasks.none-left"
    assert (tasks(ned, "en")[0].state, tasks(ned, "en")[0].open) == ("not passed", False)
    assert retry(later, again.attempt.id, 1, "en").attempt.assignment == ""


def test_who_may_read_and_go_on(desk: Desk) -> None:
    given = give(desk)
    ned, own = replace(desk, named="Ned"), "persons.private"
    assigned = play(ned, given)
    free = begin(ned, "short-call", mode="guided", lang="en", me="Ned")
    assert read(desk, assigned.attempt.id, "en").attempt.person != "me"
    for attempt, way, code in (
        (assigned, resume, "persons.not-yours"),
        (free, read, own),
    ):
        with pytest.raises(TrainerError) as caught:
            way(desk, attempt.attempt.id, "en")
        assert caught.value.problem.code == code
    with pytest.raises(TrainerError) as caught:
        results(ned)
    assert caught.value.problem.code == "persons.may-not-results"


def test_overdue_is_told_where_the_team_is(desk: Desk) -> None:
    give(desk)
    late = datetime(2026, 3, 5, 16, 30, tzinfo=UTC)
    for now, overdue in ((late - timedelta(hours=1), False), (late, True)):
        (task,) = tasks(replace(desk, named="Ned", now=lambda now=now: now), "en")
        assert task.overdue is overdue
