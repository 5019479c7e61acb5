"""Writing what is counted of an attempt's turns when it ends."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from sqlalchemy import insert

from uss_trainer.store.tables import judged_by, turn_figures

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection

    from uss_trainer.coaching.figures import TurnFigure


def add_turn_figures(
    connection: Connection,
    attempt: str,
    turns: Sequence[TurnFigure],
    versions: Mapping[str, str],
) -> None:
    """Write an attempt's turns, and who judged what was typed: `technique/typed` to version."""
    rows = [
        {"attempt": attempt, "place": place, **asdict(one)} for place, one in enumerate(turns, 1)
    ]
    if rows:
        connection.execute(insert(turn_figures), rows)
    judges = [
        {"attempt": attempt, "technique": by.partition("/")[0], "version": version}
        for by, version in versions.items()
        if by.endswith("/typed")
    ]
    if judges:
        connection.execute(insert(judged_by), judges)
