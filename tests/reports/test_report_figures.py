"""Sums in the database are those of the attempts one may see, and of no others."""

from __future__ import annotations

from statistics import fmean
from typing import TYPE_CHECKING

import pytest
from firm import GOOD, HOSTILE, RUDE

from uss_trainer.actions.own import forget
from uss_trainer.actions.reporting import analysis, page, sheet
from uss_trainer.actions.reviewing import comment, correct
from uss_trainer.actions.ruling_words import Wish
from uss_trainer.actions.sharing import share
from uss_trainer.coaching.figures import Scope
from uss_trainer.errors import TrainerError
from uss_trainer.reports.html import as_html
from uss_trainer.store import figures
from uss_trainer.store import items as first

if TYPE_CHECKING:
    from firm import Firm


def test_sums_are_those_of_the_attempts(firm: Firm) -> None:
    played = [firm.play("Ned", *GOOD), firm.play("Ned", *RUDE), firm.play("Tom", *GOOD)]
    firm.play("Tom", "half")
    firm.play("Ned", *RUDE, own=True)
    base, everybody = firm.desk.database, Scope("")
    whole = figures.whole(base, everybody)
    totals = [one.attempt.total for one in played]
    assert (whole.attempts, whole.people, whole.passed) == (3, 2, 2)
    assert (whole.mean, whole.best) == (pytest.approx(fmean(totals), abs=0.05), max(totals))
    steps = {one.step: one for one in figures.by_step(base, everybody)}
    named = steps["phone/introduce-self"]
    assert (named.due, named.done, round(named.share, 2)) == (3, 2, 0.67)
    (team,) = figures.teams_by_technique(base, everybody)
    assert (team.attempts, team.share) == (2, pytest.approx(fmean(totals[:2]) / 100))
    months = [(one.key, one.attempts) for one in figures.by_month(base, everybody)]
    assert months == [("2026-03", 3)]
    assert figures.practised(base, played[0].attempt.person) == 1
    assert [one.id for one in figures.latest(base, everybody, 2)] == [
        one.attempt.id for one in played[1:]
    ]


def test_item_analysis_takes_first_attempts_alone(firm: Firm) -> None:
    for name, choices in (("Ned", RUDE), ("Ned", GOOD), ("Tom", GOOD)):
        firm.play(name, *choices)
    base, scope = firm.desk.database, Scope("", pack="small")
    scores = first.first_scores(base, scope)
    assert sorted(row["short-call"] for row in scores.values())[0] < 0.2
    counts = {(one.scene, one.reply): one.chosen for one in first.first_replies(base, scope)}
    assert counts == {
        ("hello", "rude"): 1, ("hello", "whole"): 1, ("when", "choice"): 1, ("bye", "thanks"): 1,
    }  # fmt: skip
    sums = first.step_moments(base, scope)["short-call", "phone/introduce-self"]
    assert (sums.count, sums.mean) == (2, 0.5)
    found, collected = analysis(firm.desk, "small", "en")
    assert (found.people, found.complete, found.reliability) == (2, 2, None)
    assert {item.verdict for _, item in found.steps} == {"few"}
    listed = {(one.scene, one.reply): (one.chosen, one.shown) for one in found.options}
    assert (listed["hello", "half"], listed["hello", "whole"]) == ((0, 2), (1, 2))
    assert collected.names.scenario("short-call") == "A short call"


@pytest.mark.parametrize(
    ("reader", "subject", "named", "sees"),
    [
        ("Ned", "person", "Ned", 2),
        ("me", "person", "Ned", 1),
        ("me", "team", "East", 1),
        ("me", "pack", "small", 2),
        ("Tom", "person", "Ned", "persons.may-not-results"),
        ("Ned", "team", "East", "persons.may-not-results"),
        ("Ned", "pack", "small", "persons.may-not-results"),
        ("me", "pack", "nothing", "report.no-pack"),
        ("me", "team", "Eas", "persons.no-such-team"),
    ],
)
def test_of_others_only_what_was_assigned(
    firm: Firm, reader: str, subject: str, named: str, sees: int | str
) -> None:
    firm.play("Ned", *GOOD)
    firm.play("Tom", *GOOD)
    firm.play("Ned", *RUDE, own=True)
    desk = firm.by(reader)
    if isinstance(sees, str):
        with pytest.raises(TrainerError) as caught:
            page(desk, subject, named, "en")  # type: ignore[arg-type]
        assert caught.value.problem.code == sees
        return
    found = dict(page(desk, subject, named, "en").blocks[0].rows)  # type: ignore[arg-type, union-attr]
    assert found["Attempts"] == str(sees)


def test_somebody_elses_practice_stays_theirs(firm: Firm) -> None:
    own = firm.play("Ned", *GOOD, own=True).attempt.id
    given = firm.play("Ned", *GOOD).attempt.id
    assert len(sheet(firm.desk, "attempt", given, "en").rows) == 3
    assert len(sheet(firm.by("Ned"), "attempt", own, "en").rows) == 3
    with pytest.raises(TrainerError) as caught:
        page(firm.desk, "attempt", own, "en")
    assert caught.value.problem.code == "persons.private"
    with pytest.raises(TrainerError):
        sheet(firm.by("Tom"), "attempt", given, "en")


def test_the_forgotten_stay_in_the_sums_and_in_no_analysis(firm: Firm) -> None:
    for own in (False, True):
        firm.play("Ned", *GOOD, own=own)
    firm.play("Tom", *RUDE)
    base, scope = firm.desk.database, Scope("", pack="small")
    before = figures.whole(base, scope)
    forget(firm.desk, "Ned")
    after = figures.whole(base, scope)
    assert (after.attempts, after.mean, after.passed) == (2, before.mean, before.passed)
    assert len(first.first_scores(base, scope)) == 1
    texts = str([page(firm.desk, "pack", "small", "en"), sheet(firm.desk, "pack", "small", "en")])
    assert "Ned" not in texts


def test_a_sheet_has_a_row_for_each_and_columns_for_programs(firm: Firm) -> None:
    attempt = firm.play("Ned", *GOOD).attempt
    one = sheet(firm.desk, "person", "Ned", "en")
    row = dict(zip(one.heads, one.rows[0], strict=True))
    told = {name: row[name] for name in ("attempt", "name", "number", "total", "result")}
    assert [*told.values()] == [attempt.id, "Ned", "7", attempt.total, "passed"]
    team = sheet(firm.desk, "team", "East", "en")
    assert sorted((row[2], row[4], row[5]) for row in team.rows) == [
        (HOSTILE, None, 0),
        ("Ned", "phone", 1),
    ]
    kinds = [row[0] for row in sheet(firm.desk, "pack", "small", "en").rows]
    assert set(kinds) == {"scenario", "step", "reply"}


def test_rulings_count_and_what_was_shared_or_sat_is_the_trainers_too(firm: Firm) -> None:
    given, own = firm.play("Ned", *RUDE).attempt, firm.play("Tom", *GOOD, own=True).attempt
    base, everybody = firm.desk.database, Scope("")
    assert figures.practised(base, own.person) == 1
    share(firm.by("Tom"), own.id, True)
    assert (figures.whole(base, everybody).attempts, figures.practised(base, own.person)) == (2, 0)
    assert page(firm.desk, "attempt", own.id, "en")
    comment(firm.desk, given.id, 1, "We spoke about <b>this</b>.", "en")
    wish = Wish("introduce-self", "none", "none", 3, "I heard it")
    made = correct(firm.desk, given.id, 1, wish, "en")
    assert made.ruled
    best = {one.key: one.mean for one in figures.by_scenario(base, Scope("", person=given.person))}
    assert best == {"short-call": made.ruled.total}
    (step,) = [one for one in figures.by_step(base, Scope("", person=given.person)) if one.done]
    assert step.step == "phone/introduce-self"
    (listed,) = figures.latest(base, Scope("", person=given.person), 0)
    assert (listed.total, listed.passed) == (made.ruled.total, made.ruled.passed)
    told = page(firm.desk, "attempt", given.id, "en")
    facts = dict(told.blocks[0].rows)  # type: ignore[union-attr]
    assert facts["Total"] == f"{made.machine.total:g}" != f"{made.ruled.total:g}"
    assert facts["With rulings"].startswith(f"{made.ruled.total:g},")
    talk = told.blocks[-1]
    said = [text for kind, text in talk.turns[0].notes if kind == "said"]  # type: ignore[union-attr]
    assert "I heard it" in said[0] and "<b>this</b>" in said[1]
    assert "&lt;b&gt;this" in as_html(told)
