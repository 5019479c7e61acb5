"""Playing through the actions: stored before shown, resumed, retried, told about conflicts."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest

from uss_trainer.actions import playing, sittings
from uss_trainer.actions.desk import Desk
from uss_trainer.actions.judges import Judges
from uss_trainer.coaching.attempts import results
from uss_trainer.errors import TrainerError, fail
from uss_trainer.store import attempts as store

BEST = ("whole", "choice", "thanks")


def begin(desk: Desk, mode: str = "guided", scenario: str = "short-call") -> sittings.Sitting:
    return sittings.begin(desk, scenario, mode=mode, lang="en", me="Lin")


def play(desk: Desk, sitting: sittings.Sitting, *replies: str) -> sittings.Sitting:
    for reply in replies:
        sitting = playing.choose(desk, sitting, reply)
    return sitting


def test_every_turn_is_stored_before_the_customer_answers(desk: Desk) -> None:
    sitting = begin(desk)
    for number, reply in enumerate(BEST, 1):
        sitting = playing.choose(desk, sitting, reply)
        assert len(store.events_of(desk.database, sitting.attempt.id)) == number


def test_an_attempt_whose_id_is_taken_gets_a_longer_one(desk: Desk) -> None:
    same = replace(desk, new_id=lambda: "5ame")
    first = play(same, begin(same), "half")
    others = [begin(same), sittings.retry(same, first.attempt.id, 1, "en")]
    assert [one.attempt.id for one in (first, *others)] == ["5ame", "5ame-2", "5ame-3"]
    play(same, others[0], *BEST)
    assert [len(store.events_of(same.database, name)) for name in ("5ame", "5ame-2")] == [1, 3]
    assert sittings.resume(same, "5ame", "en").state == first.state


def test_a_finished_attempt_stores_its_result(desk: Desk) -> None:
    sitting = play(desk, begin(desk), *BEST)
    found = store.attempt_of(desk.database, sitting.attempt.id)
    assert found == sitting.attempt
    assert (found.ending, found.outcome, found.total) == (
        "booked",
        "won",
        playing.card(sitting).total,
    )
    assert found.total > 90


def test_resuming_gives_the_same_state(desk: Desk) -> None:
    sitting = playing.hint(desk, play(desk, begin(desk), "half"))
    sitting = play(desk, sitting, "ask")
    sitting = playing.rewind(desk, sitting, 1)
    sitting = play(desk, sitting, "whole")
    again = sittings.resume(desk, sitting.attempt.id, "en")
    assert (again.state, again.stored, again.edition) == (
        sitting.state,
        sitting.stored,
        sitting.edition,
    )
    assert (again.state.hints, len(again.state.turns), again.stored) == (1, 1, 5)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        pytest.param("small/short-call.yaml", "goto: when", "goto: gone", id="a goto"),
        pytest.param("small/short-call.yaml", "Gladly. When?", "Never.", id="a line"),
        pytest.param("scoring/phone.yaml", "weight: 2", "weight: 9", id="a weight"),
    ],
)
def test_edits_change_neither_resuming_nor_an_old_debrief(
    desk: Desk, tmp_path: Path, file: str, old: str, new: str
) -> None:
    packs = _own_packs(tmp_path)
    desk = replace(desk, folders=replace(desk.folders, packs=(packs,)))
    done = play(desk, begin(desk), *BEST)
    open_one = play(desk, begin(desk), "whole")
    path = packs / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    desk.reread()
    assert desk.library.edition("short-call").digests != done.edition.digests
    assert playing.card(sittings.resume(desk, done.attempt.id, "en")) == playing.card(done)
    resumed = play(desk, sittings.resume(desk, open_one.attempt.id, "en"), "choice", "thanks")
    assert resumed.attempt.total == done.attempt.total
    assert [turn.exchange for turn in resumed.state.turns] == [
        turn.exchange for turn in done.state.turns
    ]


def _own_packs(tmp_path: Path) -> Path:
    from uss_trainer.content.bundled import bundled

    packs = tmp_path / "packs"
    copytree(Path(__file__).parents[1] / "packs" / "small", packs / "small")
    copytree(bundled("scoring"), packs / "scoring")
    return packs


def test_the_second_program_on_one_attempt_is_told(desk: Desk) -> None:
    first = begin(desk)
    second = sittings.resume(desk, first.attempt.id, "en")
    playing.choose(desk, first, "whole")
    with pytest.raises(TrainerError) as caught:
        playing.choose(desk, second, "half")
    assert caught.value.problem.code == "store.attempt-moved-on"
    assert len(store.events_of(desk.database, first.attempt.id)) == 1


def test_a_retry_takes_over_the_turns_before_and_never_counts(desk: Desk) -> None:
    done = play(desk, begin(desk), "half", "ask", "someday")
    again = sittings.retry(desk, done.attempt.id, 3, "en")
    assert (again.state.position.scene, len(again.state.turns)) == ("when", 2)
    again = play(desk, sittings.resume(desk, again.attempt.id, "en"), "choice", "thanks")
    assert (again.attempt.retry_of, again.attempt.counts) == (done.attempt.id, False)
    kept = results(store.all_attempts(desk.database, "me"))["short-call"]
    assert (kept.best, kept.last, kept.unfinished) == (done.attempt, done.attempt, None)


def test_without_an_encoder_choosing_works_and_typing_says_why(desk: Desk) -> None:
    def missing() -> None:
        raise fail("grading.encoder-missing")

    desk = replace(desk, judges=Judges(missing))  # type: ignore[arg-type]
    sitting = playing.say(desk, begin(desk, "typed"), "Hello, this is Lin from Ufsoft.")
    judgement = sitting.state.turns[-1].exchange.judgement
    assert (judgement.reason, judgement.steps) == ("encoder-missing", ())
    assert play(desk, begin(desk), *BEST).attempt.passed


@pytest.mark.parametrize(
    ("mode", "act", "code"),
    [
        pytest.param("typed", playing.hint, "play.no-hint", id="hint"),
        pytest.param(
            "self-check", lambda d, s: playing.rewind(d, s, 1), "play.no-rewind", id="rewind"
        ),
        pytest.param(
            "typed", lambda d, s: playing.say(d, s, " \u200b\n"), "play.empty-reply", id="empty"
        ),
    ],
)
def test_what_a_mode_forbids_is_said(desk: Desk, mode: str, act, code: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(TrainerError) as caught:
        act(desk, begin(desk, mode))
    assert caught.value.problem.code == code


def test_silence_is_stored_and_the_customer_goes_on(desk: Desk) -> None:
    sitting = playing.silence(desk, begin(desk, "self-check"), seconds=90)
    assert sitting.state.turns[-1].exchange.reply == ""
    assert sitting.state.position.missing == "phone/introduce-self"


def test_playing_without_recording_leaves_no_trace(desk: Desk, tmp_path: Path) -> None:
    sitting = sittings.begin(desk, "short-call", mode="guided", lang="zh", me="林", record=False)
    for reply in BEST:
        sitting = playing.choose(desk, sitting, reply, record=False)
    assert sitting.state.ended
    assert not (tmp_path / "data").exists()


def test_rewound_turns_stay_stored(desk: Desk) -> None:
    sitting = play(desk, begin(desk), "half")
    sitting = playing.rewind(desk, sitting, 1)
    kinds = [event.kind for event in store.events_of(desk.database, sitting.attempt.id)]
    assert kinds == ["turn", "rewind"]
    with sqlite3.connect(sitting_file(desk)) as connection:
        assert connection.execute("select count(*) from events").fetchone() == (2,)


def sitting_file(desk: Desk) -> Path:
    return desk.folders.data / "trainer.db"
