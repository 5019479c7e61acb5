"""Taking somebody out of the database while the figures stay, belonging to nobody."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import delete, select, update

from uss_trainer.coaching.people import GONE, ME, Note
from uss_trainer.store.exams import forget_exams
from uss_trainer.store.people import By, log
from uss_trainer.store.tables import (
    assignees,
    attempts,
    audit,
    cards,
    comments,
    contents,
    corrections,
    deal_events,
    deals,
    drill_results,
    events,
    members,
    people,
    regrades,
    reviews,
    shares,
    unlisted,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from uss_trainer.store.engine import Database


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was taken out."""

    kept: int
    """Finished attempts whose figures stay without name, time of day, words or assignment."""

    dropped: int
    """Unfinished attempts, which leave nothing."""


def forget(database: Database, by: By, person: str) -> Forgotten:
    """Remove somebody and every word of theirs; totals and steps stay under `GONE`.

    `me` stays as whoever uses the machine, without a name.
    """
    with database.write() as connection:
        if connection.dialect.name == "sqlite":
            # Else what was deleted stays readable in the file until something is written over it.
            connection.exec_driver_sql("PRAGMA secure_delete=ON")
        rows = connection.execute(select(attempts).where(attempts.c.person == person)).all()
        _nobody(connection)
        words = select(attempts.c.id).where(attempts.c.person == person)
        for table in (events, comments, corrections, shares, regrades):
            connection.execute(delete(table).where(table.c.attempt.in_(words)))
        forget_exams(connection, person)
        unfinished = (attempts.c.person == person) & (attempts.c.finished_at == "")
        dropped = connection.execute(delete(attempts).where(unfinished)).rowcount
        for row in rows:
            if row.finished_at:
                given = GONE if row.assignment else ""
                _anonymous(connection, row.id, row.finished_at, given)
        _runs(connection, person)
        ids = [row.id for row in rows]
        _others(connection, person, ids)
        actor = GONE if by.actor == person else by.actor
        log(connection, By(actor, by.at), [Note("people.forget", GONE)])
    return Forgotten(len(rows) - dropped, dropped)


def _nobody(connection: Connection) -> None:
    if connection.scalar(select(people.c.id).where(people.c.id == GONE)) is None:
        connection.execute(
            people.insert().values(
                id=GONE, name="", number="", role="trainee", active=False, added_at=""
            )
        )


def _anonymous(connection: Connection, attempt: str, finished_at: str, given: str) -> None:
    """Leave the figures; `given` says only that they belong to some assignment, so that sums keep them."""
    nobody = {**_no_longer(finished_at), "me": "", "seed": 0, "assignment": given, "exam": ""}
    connection.execute(update(attempts).where(attempts.c.id == attempt).values(nobody))


def _no_longer(finished_at: str) -> dict[str, str]:
    """Return whose it is from now on, and the day without its time."""
    day = finished_at[:10] + "T00:00:00.000+00:00"
    return {"person": GONE, "started_at": day, "finished_at": day}


def _runs(connection: Connection, person: str) -> None:
    """Remove runs of deals; of finished ones how they ended stays."""
    runs = connection.execute(select(deals).where(deals.c.person == person)).all()
    connection.execute(delete(deal_events).where(deal_events.c.run.in_([one.id for one in runs])))
    connection.execute(
        delete(deals).where((deals.c.person == person) & (deals.c.finished_at == ""))
    )
    for run in runs:
        if run.finished_at:
            nobody = {**_no_longer(run.finished_at), "me": "", "seed": 0}
            connection.execute(update(deals).where(deals.c.id == run.id).values(nobody))


def _others(connection: Connection, person: str, ids: list[str]) -> None:
    """Remove what else names them: memberships, assignments, drills, cards, comments, the log."""
    connection.execute(delete(members).where(members.c.person == person))
    _drills(connection, person)
    connection.execute(delete(cards).where(cards.c.person == person))
    connection.execute(delete(reviews).where(reviews.c.person == person))
    connection.execute(delete(assignees).where(assignees.c.person == person))
    connection.execute(update(regrades).where(regrades.c.by == person).values(by=GONE))
    connection.execute(delete(unlisted).where(unlisted.c.person == person))
    connection.execute(delete(comments).where(comments.c.author == person))
    # What they ruled counts for others, so that it stays, without a word of theirs.
    ruled = update(corrections).where(corrections.c.author == person)
    connection.execute(ruled.values(author=GONE, why=""))
    connection.execute(update(audit).where(audit.c.actor == person).values(actor=GONE))
    about = audit.c.subject.in_([person, *ids]) | audit.c.body.contains(person, autoescape=True)
    connection.execute(update(audit).where(about).values(subject=GONE, body="{}"))
    if person == ME:
        connection.execute(update(people).where(people.c.id == ME).values(name="", number=""))
    else:
        connection.execute(delete(people).where(people.c.id == person))


def _drills(connection: Connection, person: str) -> None:
    """Remove their answered drills, and the drills as they read them, which may name them."""
    mine = drill_results.c.person == person
    editions = connection.scalars(select(drill_results.c.edition).where(mine).distinct()).all()
    connection.execute(delete(drill_results).where(mine))
    others = select(drill_results.c.edition).where(drill_results.c.edition == contents.c.digest)
    for edition in editions:
        unused = (contents.c.digest == edition) & ~others.exists()
        body = connection.scalar(select(contents.c.body).where(unused))
        if body is None:
            continue
        connection.execute(delete(contents).where(contents.c.digest == edition))
        drill = json.loads(body)["drill"]
        named = contents.c.body.contains(drill, autoescape=True)
        if connection.scalar(select(contents.c.digest).where(named).limit(1)) is None:
            connection.execute(delete(contents).where(contents.c.digest == drill))
