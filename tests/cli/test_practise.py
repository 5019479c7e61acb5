"""`practise` without a screen: what is due, answers from a file, what is remembered."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from conftest import Program, environment

from uss_trainer.actions.desk import Desk
from uss_trainer.actions.practising import ask, start, taught
from uss_trainer.coaching.memory import rebuilt
from uss_trainer.content.practice import drills_for, lines_for
from uss_trainer.paths import folders
from uss_trainer.store.cards import cards_of, reviews_of

FIRST = ["phone/introduce-self", "phone/state-purpose", "phone/ask-awareness"]
SAID = "Good morning Mr Luo, my name is Wang Lei, I am an account manager at Ufsoft in Wuhan.\n\nI am calling to find a time when we could talk about your year-end closing.\n"


def desk_of(uss: Program) -> Desk:
    return Desk(folders(environment(uss.home)))


def test_answers_move_their_cards_on_and_what_is_left_stays_due(uss: Program) -> None:
    due = uss("practise", "--format", "json").json
    assert [(one["step"], one["new"], one["due"]) for one in due["cards"]] == [
        (step, True, None) for step in FIRST
    ]
    assert due["zone"] == "UTC"
    done = uss("practise", "--replies", "-", "--format", "json", "--lang", "en", stdin=SAID)
    assert (done.code, done.err) == (0, "")
    first, second = done.json["cards"]
    assert (first["step"], first["rating"], first["reason"]) == (FIRST[0], "good", None)
    assert first["total"] >= 80
    assert (second["step"], second["rating"]) == (FIRST[1], "good")
    assert second["due"] > done.json["day"]
    assert done.json["left"] == 1
    after = uss("practise", "--format", "json").json
    assert [one["step"] for one in after["cards"]] == FIRST[2:]
    kept = uss("history", "--format", "json").json["drills"]
    assert [one["result"] for one in kept] == [first["result"], second["result"]]
    text = uss("practise", "--replies", "-", "--lang", "en", stdin="Sorry?\nmore\nand more\n")
    assert "Telephone · Ask how much they know of us: 0 points; missed; again on" in text.out
    assert "For example: " in text.out
    assert text.err == "stdin: nothing more is due, so these lines were not used: 2, 3\n"
    assert (
        "There is nothing to practise today."
        in uss("practise", "--format", "text", "--lang", "en").out
    )


def test_the_cards_are_what_the_record_says(uss: Program) -> None:
    uss("practise", "--replies", "-", "--lang", "en", stdin=SAID)
    uss("drill", "say-purpose", "--answers", "-", stdin="喂？")
    desk = desk_of(uss)
    record = reviews_of(desk.database, "me")
    assert [one.step for one in record] == [*FIRST[:2], *FIRST[:2]]
    assert [one.rating for one in record][2:] == ["again", "again"]
    assert cards_of(desk.database, "me") == rebuilt(record)


def test_days_begin_where_the_team_is(uss: Program) -> None:
    days = {}
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
        uss("people", "add", zone[8:])
        assert uss("people", "team", zone[8:], "--add", zone[8:], "--zone", zone).code == 0
        due = uss("practise", "--format", "json", "--as", zone[8:]).json
        assert due["zone"] == zone
        days[zone] = due["day"]
    assert days["Pacific/Kiritimati"] > days["Pacific/Pago_Pago"], "25 hours lie between them"


def test_a_typed_conversation_counts_and_a_chosen_one_does_not(uss: Program) -> None:
    typed = (
        "您好，我是用友的小王。\n想跟您约个时间，聊聊库存管理。\n周三下午两点行吗？\n再见\n再见\n"
    )
    assert uss("play", "short-call", "--replies", "-", "--lang", "zh", stdin=typed).code == 0
    desk = desk_of(uss)
    record = reviews_of(desk.database, "me")
    assert record
    assert {(one.source, one.way) for one in record} <= {
        ("attempt", "alone"),
        ("attempt", "helped"),
    }
    assert uss("play", "short-call", "--replies", "-", stdin="2\n1\n1\n").code == 0
    assert reviews_of(desk.database, "me") == record
    begun = {one.step for one in record}
    due = uss("practise", "--format", "json").json["cards"]
    assert not begun & {one["step"] for one in due if one["new"]}


def test_without_the_encoder_nothing_is_rated(
    uss: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    from uss_trainer.actions import judges

    monkeypatch.setattr(judges.Judges, "grader", lambda *_: None)
    done = uss("practise", "--replies", "-", "--format", "json", stdin="Hello\n").json
    assert [(one["rating"], one["reason"], one["due"]) for one in done["cards"]] == [
        (None, "encoder-missing", None)
    ]
    desk = desk_of(uss)
    assert (reviews_of(desk.database, "me"), cards_of(desk.database, "me")) == ((), {})
    told = uss("practise", "--replies", "-", "--lang", "en", stdin="Hello\n").out
    assert "couldn't be graded" in told


def test_what_is_remembered_is_told_by_technique(uss: Program) -> None:
    empty = uss("practise", "--remembered", "--lang", "en")
    assert empty.out.startswith("Nothing has been reviewed yet.")
    uss("practise", "--replies", "-", "--lang", "en", stdin=SAID)
    found = uss("practise", "--remembered", "--format", "json").json
    every, phone, *rest = found["techniques"]
    assert (every["technique"], phone["technique"]) == (None, "phone")
    assert (every["begun"], every["steps"], phone["begun"], phone["steps"]) == (2, 40, 2, 8)
    assert [one["remembered"] for one in rest] == [None] * 6
    assert 0.9 < every["remembered"] < 1
    shares = [one["remembered"] for one in phone["days"]]
    assert (len(shares), sorted(shares, reverse=True)) == (15, shares)
    for lang, said in (("en", "Telephone: 9"), ("zh", "电话技巧：今天记得 9")):
        text = uss("practise", "--remembered", "--lang", lang).out
        assert said in text
        assert "┤" in text
    assert uss("practise", "--remembered", "--replies", "-").code == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_step_has_something_to_ask_in_both_languages(uss: Program, lang: str) -> None:
    desk = desk_of(uss)
    steps = taught(desk)
    assert len(steps) == 40
    for name, (rubric, step) in steps.items():
        lines = lines_for(desk.library, rubric, step)
        asked = [getattr(line, lang) for line in lines]
        assert all(asked), name
        assert len(asked) + len(drills_for(desk.library, name)) >= 2, name
        assert len(set(asked)) == len(asked), name


def test_what_is_asked_goes_round(uss: Program) -> None:
    desk = desk_of(uss)
    session = start(desk, 1)
    one, two = ask(desk, session, "Wang"), ask(desk, session, "Wang")
    assert one
    assert two
    assert one.going.drill == two.going.drill
    uss("practise", "--replies", "-", "--limit", "1", stdin="Hello\n")
    again = ask(desk, session, "Wang")
    assert again
    assert again.going.drill != one.going.drill


@pytest.mark.parametrize(
    ("args", "code"),
    [
        (["--limit", "x"], 2),
        (["--limit", "101"], 2),
        (["--format", "csv"], 2),
        (["--replies", "nowhere.txt"], 1),
        ([], 1),
    ],
)
def test_what_cannot_be_done_is_one_line(uss: Program, args: list[str], code: int) -> None:
    answer = uss("practise", *args)
    assert (answer.code, answer.out) == (code, "")
    assert answer.line


def test_fsrs_comes_alone_and_only_with_practice() -> None:
    program = (
        "import sys, json; import uss_trainer.actions.cards, uss_trainer.store.cards\n"
        "before = 'fsrs' in sys.modules\n"
        "import fsrs\n"
        "print(json.dumps([before, 'fsrs.optimizer' in sys.modules, 'torch' in sys.modules]))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert json.loads(done.stdout) == [False, False, False]
