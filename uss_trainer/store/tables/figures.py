"""What is counted of finished attempts beside their steps: turns, and who judged."""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, String, Table

from uss_trainer.store.tables.attempts import attempts, step_figures
from uss_trainer.store.tables.base import metadata

turn_figures = Table(
    "turn_figures",
    metadata,
    Column("attempt", String(32), ForeignKey("attempts.id"), primary_key=True),
    Column(
        "place", Integer, primary_key=True, autoincrement=False, comment="from 1, of what stands"
    ),
    Column("scene", String(64), nullable=False),
    Column("choice", String(64), nullable=False, comment="empty where the reply was typed"),
    Column("quality", Integer, nullable=False),
    Column("seconds", Float, nullable=False),
    sqlite_with_rowid=False,
)

judged_by = Table(
    "judged_by",
    metadata,
    Column("attempt", String(32), ForeignKey("attempts.id"), primary_key=True),
    Column("technique", String(64), primary_key=True),
    Column("version", String(200), nullable=False, comment="grader, rubric, head and encoder"),
    sqlite_with_rowid=False,
)

# A report reads these instead of the tables: a whole firm's attempts lie side by side in them.
Index(
    "ix_attempts_by_person",
    *(
        attempts.c[name]
        for name in (
            "person", "assignment", "finished_at", "retry_of", "technique", "scenario", "pack",
            "passed", "total", "edition", "started_at", "id",
        )
    ),
)  # fmt: skip
Index(
    "ix_attempts_by_pack",
    *(
        attempts.c[name]
        for name in (
            "pack", "scenario", "person", "started_at", "id", "assignment", "finished_at",
            "retry_of", "technique", "passed", "total", "edition",
        )
    ),
)  # fmt: skip
Index(
    "ix_step_figures_whole",
    *(step_figures.c[name] for name in ("attempt", "step", "due", "quality", "earned", "possible")),
)
