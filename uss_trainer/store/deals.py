"""Runs of deals and what happened in them, in and out as values."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING, Literal, TypeAlias

from sqlalchemy import insert, select, update
from sqlalchemy.exc import IntegrityError

from uss_trainer.coaching.deal_runs import DealRun
from uss_trainer.errors import fail
from uss_trainer.store.attempts import put_attempt
from uss_trainer.store.contents import add_contents
from uss_trainer.store.tables import deal_events, deals

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from uss_trainer.coaching.attempts import Attempt
    from uss_trainer.store.contents import Offered
    from uss_trainer.store.engine import Database

Parts: TypeAlias = "Mapping[str, Offered]"
"""Content by name: digest, kind and body."""

_COLUMNS = tuple(field.name for field in fields(DealRun))


DealKind = Literal["begun", "visited", "priced"]


@dataclass(frozen=True, slots=True)
class DealEvent:
    """One thing that happened in a run."""

    number: int
    """From 1, without gaps."""

    kind: DealKind
    at: str
    body: str
    """JSON: `{"attempt": id}` of a visit begun, a `Came`, or `{"price": yuan}`."""


def add_run(database: Database, run: DealRun, parts: Parts) -> None:
    """Store a run with all the content it plays on."""
    with database.write() as connection:
        add_contents(connection, parts.values())
        connection.execute(insert(deals).values(asdict(run)))


def add_visit(
    database: Database, run: str, number: int, at: str, attempt: Attempt, parts: Parts
) -> Attempt:
    """Commit that a visit is begun together with its attempt; return that under the id it got.

    TrainerError `store.deal-moved-on` where another program has gone on with this run.
    """
    with database.write() as connection:
        stored = put_attempt(connection, attempt, parts)
        body = json.dumps({"attempt": stored.id})
        _put_event(connection, run, DealEvent(number, "begun", at, body))
        return stored


def _put_event(connection: Connection, run: str, event: DealEvent) -> None:
    try:
        connection.execute(insert(deal_events).values(run=run, **asdict(event)))
    except IntegrityError as error:
        raise fail("store.deal-moved-on", deal=run) from error


def add_deal_event(database: Database, run: DealRun, event: DealEvent) -> None:
    """Commit one event, with it the end that `run` has come to.

    TrainerError `store.deal-moved-on` where another program has gone on with this run.
    """
    with database.write() as connection:
        _put_event(connection, run.id, event)
        if run.finished:
            ended = {"finished_at": run.finished_at, "ending": run.ending, "award": run.award}
            connection.execute(update(deals).where(deals.c.id == run.id).values(ended))


def deal_events_of(database: Database, run: str) -> tuple[DealEvent, ...]:
    """Return what happened in a run, in order."""
    query = select(deal_events).where(deal_events.c.run == run).order_by(deal_events.c.number)
    with database.read() as connection:
        rows = connection.execute(query)
        return tuple(DealEvent(row.number, row.kind, row.at, row.body) for row in rows)


def all_runs(database: Database, person: str, deal: str = "") -> tuple[DealRun, ...]:
    """Return somebody's runs oldest first, of one deal or all."""
    query = select(deals).order_by(deals.c.started_at, deals.c.id)
    query = query.where(deals.c.person == person)
    if deal:
        query = query.where(deals.c.deal == deal)
    with database.read() as connection:
        rows = connection.execute(query).all()
    return tuple(DealRun(**{name: getattr(row, name) for name in _COLUMNS}) for row in rows)


def run_of(database: Database, name: str) -> DealRun:
    """Return the run of that id; TrainerError `store.no-such-deal`."""
    with database.read() as connection:
        row = connection.execute(select(deals).where(deals.c.id == name)).one_or_none()
    if row is None:
        raise fail("store.no-such-deal", deal=name)
    return DealRun(**{column: getattr(row, column) for column in _COLUMNS})
