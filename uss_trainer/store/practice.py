"""How much people practise of their own accord: counted, never shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import case, func, not_, select

from uss_trainer.coaching.desk_figures import Practice
from uss_trainer.store.attempts import attempts_in
from uss_trainer.store.tables import attempts, drill_results, people, ruled, shares
from uss_trainer.store.visible import OFFICIAL, VISIBLE, in_team

if TYPE_CHECKING:
    from collections.abc import Collection

    from uss_trainer.coaching.attempts import Attempt
    from uss_trainer.store.engine import Database


def practice_of(database: Database, who: Collection[str]) -> dict[str, Practice]:
    """Return how much these people have practised freely, by person."""
    ids = tuple(who)
    shown = case((shares.c.attempt.is_not(None), 1), else_=0)
    played = (
        select(attempts.c.person, func.count(), func.sum(shown))
        .outerjoin(shares, shares.c.attempt == attempts.c.id)
        .where(not_(OFFICIAL), attempts.c.person.in_(ids))
        .group_by(attempts.c.person)
    )
    answered = (
        select(drill_results.c.person, func.count())
        .where(drill_results.c.person.in_(ids))
        .group_by(drill_results.c.person)
    )
    with database.read() as connection:
        known = {person: (made, shown) for person, made, shown in connection.execute(played)}
        drills = {row[0]: row[1] for row in connection.execute(answered)}
    return {one: Practice(*known.get(one, (0, 0)), drills.get(one, 0)) for one in ids}


def visible_attempts(database: Database, person: str, limit: int) -> tuple[Attempt, ...]:
    """Return somebody's attempts that trainers may read, newest first."""
    query = select(attempts).where(attempts.c.person == person, VISIBLE)
    order = (attempts.c.started_at.desc(), attempts.c.id.desc())
    return attempts_in(database, query.order_by(*order).limit(limit))


def undecided_attempts(database: Database, team: str, limit: int) -> tuple[Attempt, ...]:
    """Return finished attempts whose total a trainer's ruling could still move, oldest first."""
    high = func.coalesce(ruled.c.total_if_open, attempts.c.total_if_open)
    low = func.coalesce(ruled.c.total, attempts.c.total)
    query = (
        select(attempts)
        .join(people, people.c.id == attempts.c.person)
        .outerjoin(ruled, ruled.c.attempt == attempts.c.id)
        .where(attempts.c.finished_at != "", high > low, VISIBLE, people.c.active)
    )
    if team:
        query = query.where(in_team(attempts.c.person, team))
    return attempts_in(database, query.order_by(attempts.c.finished_at).limit(limit))
