"""No figure of a report reads a whole table: each goes through an index made for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import event

from uss_trainer.coaching.figures import Scope
from uss_trainer.store import figures, items

if TYPE_CHECKING:
    from firm import Firm

LARGE = ("attempts", "events", "step_figures", "turn_figures", "judged_by")
SCOPES = {
    "person": Scope("", person="p"),
    "team": Scope("", team="t"),
    "pack": Scope("", pack="small"),
}
FIGURES: tuple[Callable[..., Any], ...] = (
    figures.whole,
    figures.by_scenario,
    figures.by_technique,
    figures.by_month,
    figures.by_step,
    figures.people_by_technique,
    figures.editions,
    figures.graders,
    items.first_scores,
    items.step_moments,
    items.first_replies,
)


@pytest.mark.parametrize("scope", SCOPES.values(), ids=SCOPES)
def test_the_plans(firm: Firm, scope: Scope) -> None:
    plans: dict[str, list[str]] = {}
    asked: list[str] = []
    base = firm.desk.database

    @event.listens_for(base._engine, "before_cursor_execute")
    def _explain(_c: Any, cursor: Any, statement: str, facts: Any, *_: Any) -> None:
        if statement.startswith("SELECT"):
            cursor.execute("EXPLAIN QUERY PLAN " + statement, facts)
            plans.setdefault(asked[-1], []).extend(row[3] for row in cursor.fetchall())

    for ask in FIGURES:
        asked.append(ask.__name__)
        ask(base, scope)
    event.remove(base._engine, "before_cursor_execute", _explain)
    assert list(plans) == asked
    whole = [
        (name, line)
        for name, plan in plans.items()
        for line in plan
        if line.startswith("SCAN") and line.split()[1] in LARGE
    ]
    assert whole == []
    assert any("COVERING INDEX ix_attempts_by" in line for line in plans["whole"])
