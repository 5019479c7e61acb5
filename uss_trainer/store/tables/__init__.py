"""The tables, an area a module; all of them are known once this is imported."""

from uss_trainer.store.tables.assignments import assignees, assignment_items, assignments
from uss_trainer.store.tables.attempts import attempts, contents, events, step_figures
from uss_trainer.store.tables.base import meta, metadata
from uss_trainer.store.tables.cards import cards, reviews
from uss_trainer.store.tables.deals import deal_events, deals
from uss_trainer.store.tables.drills import drill_results
from uss_trainer.store.tables.exams import exam_items, exam_ratings, exam_readiness, exams
from uss_trainer.store.tables.figures import judged_by, turn_figures
from uss_trainer.store.tables.people import audit, members, people, teams
from uss_trainer.store.tables.regrades import regrades
from uss_trainer.store.tables.rulings import (
    boards,
    comments,
    corrections,
    ruled,
    ruled_figures,
    shares,
    unlisted,
)

__all__ = [
    "assignees",
    "assignment_items",
    "assignments",
    "attempts",
    "audit",
    "boards",
    "cards",
    "comments",
    "contents",
    "corrections",
    "deal_events",
    "deals",
    "drill_results",
    "events",
    "exam_items",
    "exam_ratings",
    "exam_readiness",
    "exams",
    "judged_by",
    "members",
    "meta",
    "metadata",
    "people",
    "regrades",
    "reviews",
    "ruled",
    "ruled_figures",
    "shares",
    "step_figures",
    "teams",
    "turn_figures",
    "unlisted",
]
