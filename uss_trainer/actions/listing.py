"""Which scenarios there are, and what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from uss_trainer.i18n import Lang, sentence

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.content.index import Row
    from uss_trainer.errors import Problem


@dataclass(frozen=True, slots=True)
class Listing:
    """Everything that can be played."""

    rows: tuple[Row, ...]
    """A row a scenario, pack by pack; broken ones too."""

    notes: tuple[Problem, ...]
    """What is wrong with packs themselves and outside all packs."""


def listing(desk: Desk) -> Listing:
    """Return all scenarios; from the kept index where no content has changed since."""
    rows = desk.reading.rows(desk)
    notes = [problem for row in rows if not row.id for problem in row.problems]
    return Listing(tuple(row for row in rows if row.id), tuple(notes))


def as_plain(found: Listing, lang: Lang) -> dict[str, list[dict[str, Any]]]:
    """Return a listing as the JSON of `list`, titles and problems in `lang`."""
    return {
        "scenarios": [
            {
                "id": row.id,
                "pack": row.pack,
                "technique": row.technique or None,
                "level": row.level or None,
                "title": row.title.get(lang) or row.id,
                "problems": [sentence(problem, lang) for problem in row.problems],
            }
            for row in found.rows
        ]
    }
