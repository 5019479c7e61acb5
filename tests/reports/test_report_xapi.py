"""Statements are xAPI 1.0.3 and keep cmi5's rules; their ids are always the same."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

import pytest
from firm import GOOD, RUDE
from ralph.models.xapi.base.statements import BaseXapiStatement

from uss_trainer.actions.playing import choose, say, silence
from uss_trainer.actions.sittings import begin, retry
from uss_trainer.actions.statements import told
from uss_trainer.reports import xapi
from uss_trainer.reports.xapi import Actor, Played, duration, statements

if TYPE_CHECKING:
    from firm import Firm

    from uss_trainer.actions.sittings import Sitting

Plain = dict[str, Any]
CMI5 = "https://w3id.org/xapi/cmi5/context"
DEFINED = ("launched", "initialized", "completed", "passed", "failed", "terminated")
TIMED = ("completed", "passed", "failed", "terminated")


def verb(one: Plain) -> str:
    return str(one["verb"]["id"].rpartition("/")[2])


def result(one: Plain) -> Plain:
    return dict(one.get("result", {}))


def extension(one: Plain, name: str) -> Any:
    return one["context"]["extensions"].get(f"{CMI5}/extensions/{name}")


def categories(one: Plain) -> set[str]:
    listed = one["context"]["contextActivities"].get("category", [])
    return {activity["id"].rpartition("/")[2] for activity in listed}


def of(sitting: Sitting, **more: Any) -> list[Plain]:
    """Return a sitting's statements, its result changed to what is given."""
    return list(
        statements(
            Played(
                replace(sitting.attempt, **more),
                sitting.edition,
                sitting.state.turns,
                Actor("7", more.get("me", "Ned")),
                80,
                12.5,
                {"content": "abc"},
            )
        )
    )


RULES: dict[str, Callable[[Plain], bool]] = {
    "9.1 an id that is a UUID": lambda one: bool(UUID(one["id"])),
    "9.2 an agent with an account": lambda one: (
        one["actor"]["objectType"] == "Agent" and set(one["actor"]["account"]) == {"homePage", "name"}
    ),
    "9.5.1 scores only in passed and failed": lambda one: (
        "score" not in result(one) or verb(one) in ("passed", "failed", "answered")
    ),
    "9.5.1 scaled from 0 to 1": lambda one: 0 <= result(one).get("score", {}).get("scaled", 0) <= 1,
    "9.5.2 success": lambda one: (
        verb(one) == "answered"
        or result(one).get("success") == {"passed": True, "failed": False}.get(verb(one))
    ),
    "9.5.3 completion only in completed": lambda one: (
        result(one).get("completion") == (True if verb(one) == "completed" else None)
    ),
    "9.5.4 durations": lambda one: verb(one) not in TIMED or "duration" in result(one),
    "9.5.4 ISO 8601": lambda one: bool(
        re.fullmatch(r"PT\d+\.\d\dS", result(one).get("duration", "PT0.00S"))
    ),
    "9.6.1 a registration": lambda one: bool(UUID(one["context"]["registration"])),
    "9.6.2.1 defined ones bear the category": lambda one: (
        ("cmi5" in categories(one)) == (verb(one) in DEFINED)
    ),
    "9.6.2.2 moveOn with success or completion": lambda one: (
        ("moveon" in categories(one)) == (verb(one) in ("completed", "passed", "failed"))
    ),
    "9.6.2.3 the publisher's id": lambda one: bool(one["context"]["contextActivities"]["grouping"]),
    "9.6.3.1 a session": lambda one: bool(extension(one, "sessionid")),
    "9.6.3.2 the mastery score": lambda one: (
        verb(one) not in ("launched", "passed", "failed") or extension(one, "masteryscore") == 0.8
    ),
    "9.6.3.3 how it was launched": lambda one: verb(one) != "launched" or all(
        extension(one, name) for name in ("launchmode", "launchurl", "moveon")
    ),
    "9.3.4 at the mastery score or above": lambda one: (
        verb(one) != "passed" or result(one)["score"]["scaled"] >= 0.8
    ),
    "9.3.5 below it": lambda one: (
        verb(one) != "failed" or result(one).get("score", {}).get("scaled", 0) < 0.8
    ),
    "9.7 UTC": lambda one: one["timestamp"].endswith("Z"),
    "xAPI a response to be read": lambda one: verb(one) != "answered" or readable(one),
}  # fmt: skip


def readable(one: Plain) -> bool:
    """Return whether a response is words, or one of the choices that are spelt out."""
    what = one["object"]["definition"]
    if what["interactionType"] == "long-fill-in":
        return one["result"].get("response") != "" and len(one["result"]) > 0
    texts = {choice["id"]: choice["description"] for choice in what["choices"]}
    return bool(texts[one["result"]["response"]]["en"]) and all(
        right in texts for right in what.get("correctResponsesPattern", [])
    )


def test_statements_keep_the_rules(firm: Firm) -> None:
    whole = firm.play("Ned", *GOOD)
    typed = begin(firm.by("Ned"), "short-call", mode="self-check", lang="en", me="Ned")
    typed = say(firm.by("Ned"), typed, "Hello, this is Ned from Ufsoft, about your closing.")
    while not typed.state.ended:
        typed = silence(firm.by("Ned"), typed)
    again = retry(firm.by("Ned"), whole.attempt.id, 3, "en")
    again = choose(firm.by("Ned"), again, "thanks")
    cases: dict[str, tuple[list[Plain], list[str]]] = {
        "passed": (of(whole), ["completed", "passed", "terminated"]),
        "failed": (of(firm.play("Ned", *RUDE)), ["completed", "failed", "terminated"]),
        "pending": (
            of(whole, total=70.0, total_if_open=85.0), ["completed", "terminated"]
        ),
        "a must-have step missed": (
            of(whole, total=90.0, total_if_open=90.0, missed_musts=1), ["completed", "failed", "terminated"]
        ),
        "unfinished": (of(firm.play("Tom", "half")), []),
        "nameless": (of(whole, me=""), ["completed", "passed", "terminated"]),
        "typed": (of(typed), ["completed", "failed", "terminated"]),
        "retry": (of(again), ["completed", "passed", "terminated"]),
    }  # fmt: skip
    for name, (made, last) in cases.items():
        verbs = [verb(one) for one in made]
        assert verbs[:2] == ["launched", "initialized"], name
        assert [one for one in verbs[2:] if one != "answered"] == last, name
        times = [datetime.fromisoformat(one["timestamp"]) for one in made]
        assert times == sorted(times), name
        ids = [one["id"] for one in made]
        assert len(set(ids)) == len(ids), name
        for one in made:
            BaseXapiStatement(**one)
            broken = [rule for rule, holds in RULES.items() if not holds(one)]
            assert not broken, (name, one)
    assert [verb(one) for one in cases["retry"][0]].count("answered") == 1
    assert [verb(one) for one in cases["passed"][0]].count("answered") == 3


def test_ids_tell_attempt_and_result_and_nothing_else(firm: Firm) -> None:
    sitting = firm.play("Ned", *GOOD)

    def ids(**more: Any) -> list[str]:
        return [str(one["id"]) for one in of(sitting, **more)]

    assert ids() == ids()
    assert ids(lang="zh") == ids()
    other, lower = ids(id="another"), ids(total=81.0)
    assert not set(other) & set(ids())
    assert len(set(lower) ^ set(ids())) == 2


def test_each_has_an_account_of_their_own(firm: Firm) -> None:
    firm.play("Ned", *GOOD)
    mine = begin(firm.desk, "short-call", mode="guided", lang="en", me="Lin")
    choose(firm.desk, mine, "rude")

    def accounts(named: str) -> set[str]:
        made = told(firm.desk, "person", named, "en", "https://lrs.example/")
        return {one["actor"]["account"]["name"] for some in made.each for one in some}

    assert accounts("Ned") == {"7"}
    (own,) = accounts("me")
    assert own.startswith("me-")
    assert accounts("me") == {own}
    made = told(firm.desk, "pack", "small", "en", "https://lrs.example/")
    assert made.attempts == 1
    (some,) = made.each
    assert all(xapi.HOME not in str(one) for one in some)


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "PT0.00S"), (-1, "PT0.00S"), (3.14159, "PT3.14S"), (90061, "PT90061.00S")],
)
def test_durations(seconds: float, text: str) -> None:
    assert duration(seconds) == text
