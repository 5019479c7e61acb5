"""Who may do what, pair by pair; rosters from files."""

from __future__ import annotations

from itertools import count

import pytest

from uss_trainer.coaching import roster as rules
from uss_trainer.coaching.enrolling import Import, planned
from uss_trainer.coaching.naming import person_named
from uss_trainer.coaching.people import ACTS, ROLES, Person, Roster, Team, may
from uss_trainer.coaching.roster_file import lines_of
from uss_trainer.errors import TrainerError

TABLE = """
              trainee  trainer  administrator
practise      yes      yes      yes
open          yes      yes      yes
export-own    yes      yes      yes
forget-own    yes      yes      yes
share-own     yes      yes      yes
assign        -        yes      yes
results       -        yes      yes
regrade       -        yes      yes
comment       -        yes      yes
correct       -        yes      yes
board         -        yes      yes
people        -        yes      yes
backup        -        yes      yes
roles         -        -        yes
forget        -        -        yes
restore       -        -        yes
"""
ROWS = [line.split() for line in TABLE.strip().splitlines()]
PAIRS = [
    (role, act, cell == "yes")
    for act, *cells in ROWS[1:]
    for role, cell in zip(ROWS[0], cells, strict=True)
]


@pytest.mark.parametrize(("role", "act", "allowed"), PAIRS)
def test_who_may_do_what(role, act, allowed) -> None:  # type: ignore[no-untyped-def]
    assert may(role, act) is allowed
    assert Person("x", "Wang", role=role).may(act) is allowed
    assert not Person("x", "Wang", role=role, active=False).may(act)


def test_the_table_is_full() -> None:
    assert {(role, act) for role, act, _ in PAIRS} == {
        (role, act) for role in ROLES for act in ACTS
    }


WANG = Person("p1", "王丽", "007")
BOSS = Person("me", "Ada", role="administrator")
ROSTER = Roster(
    (WANG, BOSS, Person("p2", "李雷"), Person("p3", "王丽", "008")), (Team("t1", "华东"),)
)


@pytest.mark.parametrize(
    ("named", "found"),
    [("007", "p1"), ("p3", "p3"), ("李雷", "p2"), ("ADA", "me"), (" 李雷 ", "p2")],
)
def test_somebody_is_found_by_number_id_or_name(named: str, found: str) -> None:
    assert person_named(ROSTER, named).id == found


@pytest.mark.parametrize(
    ("change", "code"),
    [
        pytest.param(
            lambda: person_named(ROSTER, "王丽"), "persons.ambiguous", id="two of that name"
        ),
        pytest.param(lambda: person_named(ROSTER, ""), "persons.no-such-person", id="no name"),
        pytest.param(
            lambda: rules.added(ROSTER, Person("n", "李雷")), "persons.name-taken", id="same name"
        ),
        pytest.param(
            lambda: rules.added(ROSTER, Person("n", "李雷", "007")),
            "persons.number-taken",
            id="same number",
        ),
        pytest.param(
            lambda: rules.renamed(ROSTER, "李雷", " \u200b"), "persons.no-name", id="unseen name"
        ),
        pytest.param(
            lambda: rules.renamed(ROSTER, "李雷", "李" * 81), "persons.long-name", id="long name"
        ),
        pytest.param(
            lambda: rules.promoted(ROSTER, "me", "trainer"),
            "persons.last-administrator",
            id="last administrator",
        ),
        pytest.param(
            lambda: rules.activated(ROSTER, "Ada", False),
            "persons.last-administrator",
            id="last one gone",
        ),
    ],
)
def test_what_cannot_be_is_refused(change, code: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(TrainerError) as caught:
        change()
    assert caught.value.problem.code == code


def test_a_team_is_made_and_changed() -> None:
    made = rules.formed(
        ROSTER, Team("t9", "Nord"), add=["李雷", "007"], zone="Europe/Berlin"
    ).teams[0]
    assert (made.id, made.zone, made.members) == ("t9", "Europe/Berlin", {"p1", "p2"})
    after = Roster(ROSTER.people, (*ROSTER.teams, made))
    fewer = rules.formed(after, Team("t10", "nord"), remove=["007"]).teams[0]
    assert (fewer.id, fewer.zone, fewer.members) == ("t9", "Europe/Berlin", {"p2"})


def plan(text: str, roster: Roster = ROSTER, *, roles: bool = True) -> Import:
    ids = count(1)
    lines, problems = lines_of(text, "r.csv")
    assert not problems, problems
    return planned(roster, lines, "r.csv", lambda: f"n{next(ids)}", "now", roles=roles)


@pytest.mark.parametrize(
    ("rows", "outcome"),
    [
        pytest.param("姓名,工号\n王小丽,007", (0, 1, 0), id="a number's owner is renamed"),
        pytest.param("name\n李雷", (0, 0, 1), id="the one of that name"),
        pytest.param("name,number\n李雷,010", (0, 1, 0), id="who had no number gets one"),
        pytest.param(
            "name;number;team\nÅse Ødegård;11;华东", (1, 0, 0), id="semicolons, any script"
        ),
        pytest.param(
            'name\tteam\n"=cmd(1)"\t"A;B"', (1, 0, 0), id="what looks like a formula is a name"
        ),
        pytest.param("name,role\n\n李雷,培训师\n", (0, 1, 0), id="a role in Chinese, blank lines"),
        pytest.param(
            "name,number\n王丽,007\n王丽,008\n王丽,009", (1, 0, 2), id="one name, three numbers"
        ),
    ],
)
def test_what_a_roster_would_do(rows: str, outcome: tuple[int, int, int]) -> None:
    found = plan(rows)
    assert (found.new, found.changed, found.same) == outcome
    assert not found.problems


def test_cells_are_kept_as_text() -> None:
    found = plan("name,number\n=SUM(A1),007\n+86,00\n", Roster((BOSS,)))
    assert [(one.name, one.number) for one in found.change.people] == [
        ("=SUM(A1)", "007"),
        ("+86", "00"),
    ]


@pytest.mark.parametrize(
    ("text", "where", "code"),
    [
        ("name\n\u200b,\n", "r.csv:2", "persons.no-name"),
        ("name,role\nA,boss\n", "r.csv:2", "persons.csv-role"),
        ("name,number\nA,1,2\n", "r.csv:2", "persons.csv-cells"),
        ("name,number\nA,1\nB,1\n", "r.csv:3", "persons.csv-same-number"),
        ("name\nA\na\n", "r.csv:3", "persons.csv-same-name"),
        ("name\n王丽\n", "r.csv:2", "persons.csv-which"),
        ("name,team\nA," + "团" * 81, "r.csv:2", "persons.long-name"),
        ("name,number\nA," + "1" * 65, "r.csv:2", "persons.long-number"),
    ],
)
def test_a_row_that_is_wrong_is_named(text: str, where: str, code: str) -> None:
    lines, problems = lines_of(text, "r.csv")
    every = (*problems, *planned(ROSTER, lines, "r.csv", lambda: "n", "now").problems)
    assert (where, code) in [(one.where, one.code) for one in every]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "persons.csv-empty"),
        ("surname\nA", "persons.csv-no-name"),
        ("name,姓名\nA,B", "persons.csv-twice"),
        ("name,rolle\nA,B", "persons.csv-column"),
        ("name\n" + "x" * 200_000, "persons.csv"),
    ],
)
def test_a_file_that_is_no_roster_is_refused(text: str, code: str) -> None:
    with pytest.raises(TrainerError) as caught:
        lines_of(text, "r.csv")
    assert caught.value.problem.code == code


def test_a_trainer_imports_no_roles_and_ten_thousand_people_in_one_go() -> None:
    refused = plan("name,role\nA,trainer\nB,trainee", roles=False)
    assert [(one.code, one.where) for one in refused.problems] == [
        ("persons.csv-may-not-role", "r.csv:2")
    ]
    many = "name,number,team\n" + "\n".join(f"名{n},{n:05},T{n % 7}" for n in range(10_000))
    found = plan(many)
    assert (found.new, found.teams, len(found.change.people)) == (10_000, 7, 10_000)
