"""The tables, an area a module; all of them are known once this is imported."""

from uss_trainer.store.tables.attempts import attempts, contents, events, step_figures
from uss_trainer.store.tables.base import ME, meta, metadata
from uss_trainer.store.tables.deals import deal_events, deals
from uss_trainer.store.tables.people import audit, members, people, teams

__all__ = [
    "ME",
    "attempts",
    "audit",
    "contents",
    "deal_events",
    "deals",
    "events",
    "members",
    "meta",
    "metadata",
    "people",
    "step_figures",
    "teams",
]
