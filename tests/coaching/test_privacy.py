"""Whose work is whose: every reader with every kind of attempt."""

from __future__ import annotations

import pytest

from uss_trainer.coaching.attempts import Attempt
from uss_trainer.coaching.people import Person, Team
from uss_trainer.coaching.privacy import may_comment, may_correct, may_read, may_see_board
from uss_trainer.coaching.rulings import Correction, Ruling, corrected, holding
from uss_trainer.grading.values import Evidence, Judgement

PEOPLE = {
    "owner": Person("p1", "Ned"),
    "colleague": Person("p2", "Ann"),
    "trainer": Person("p3", "Tess", role="trainer"),
    "administrator": Person("p4", "Ada", role="administrator"),
    "former": Person("p5", "Old", role="trainer", active=False),
    "training": Person("p1", "Ned", role="trainer"),
}
"""`training` is an owner who also trains."""


def attempt(assignment: str = "", mode: str = "typed") -> Attempt:
    return Attempt(
        "a", "s", "p", "phone", "d", mode, "zh", 1, "Ned", "t", person="p1", assignment=assignment
    )


KINDS = {
    "practice": (attempt(), False),
    "shared": (attempt(), True),
    "assigned": (attempt("x"), False),
    "exam": (attempt(mode="exam"), False),
}
TABLE = """
               practice  shared  assigned  exam
owner          r         r       r         r
colleague      -         -       -         -
trainer        -         rck     rck       rck
administrator  -         rck     rck       rck
former         -         -       -         -
training       rc        rc      rc        rc
"""
"""`r` may read it, `c` comment on it, `k` correct it."""
ROWS = [line.split() for line in TABLE.strip().splitlines()]
PAIRS = [
    (who, kind, cell) for who, *cells in ROWS[1:] for kind, cell in zip(ROWS[0], cells, strict=True)
]


@pytest.mark.parametrize(("who", "kind", "cell"), PAIRS)
def test_who_may_do_what_with_whose_attempt(who: str, kind: str, cell: str) -> None:
    one, shared = KINDS[kind]
    rules = {"r": may_read, "c": may_comment, "k": may_correct}
    allowed = "".join(sign for sign, rule in rules.items() if rule(PEOPLE[who], one, shared))
    assert allowed == cell.replace("-", "")


@pytest.mark.parametrize(
    ("who", "off", "on"),
    [
        ("owner", False, True),
        ("colleague", False, False),
        ("trainer", True, True),
        ("administrator", True, True),
        ("former", False, False),
    ],
)
def test_a_board_is_seen_by_its_members_once_it_is_on(who: str, off: bool, on: bool) -> None:
    team = Team("t", "East", members=frozenset({"p1", "p5"}))
    assert may_see_board(PEOPLE[who], team, False) is off
    assert may_see_board(PEOPLE[who], team, True) is on


def test_of_several_rulings_the_latest_holds_and_one_can_be_taken_back() -> None:
    def ruling(turn: int, quality: int | None) -> Correction:
        found = None if quality is None else Ruling(quality=quality)
        return Correction("a", turn, "p3", "t", "why", found)

    held = holding([ruling(1, 1), ruling(2, 2), ruling(1, 3), ruling(2, None)])
    assert {turn: one.ruling.quality for turn, one in held.items() if one.ruling} == {1: 3}


def test_a_ruling_closes_what_was_open_and_keeps_the_words_the_machine_saw() -> None:
    seen = Evidence("phone/state-purpose", 0.55, 3, 9, "line", 80.0)
    machine = Judgement("phone", "typed", open=(seen,), reason="uncertain", version="v")
    found = corrected(machine, Ruling(("phone/introduce-self", "phone/state-purpose"), quality=2))
    assert found.gradable
    assert not found.open
    assert [(one.id, one.start, one.end) for one in found.steps] == [
        ("phone/introduce-self", 0, 0),
        ("phone/state-purpose", 3, 9),
    ]
    assert (found.quality, found.technique) == (2, "phone")
