"""Which scenarios and drills there are, and what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from uss_trainer.actions.home import SCENARIO
from uss_trainer.i18n import Lang, sentence

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.content.index import Row
    from uss_trainer.errors import Problem


@dataclass(frozen=True, slots=True)
class Listing:
    """Everything that can be played."""

    rows: tuple[Row, ...]
    """A row a scenario or drill, pack by pack; broken ones too."""

    notes: tuple[Problem, ...]
    """What is wrong with packs themselves and outside all packs."""


def listing(desk: Desk) -> Listing:
    """Return all scenarios and drills; from the kept index where no content has changed since."""
    rows = desk.reading.rows(desk)
    notes = [problem for row in rows if not row.id for problem in row.problems]
    return Listing(tuple(row for row in rows if row.id), tuple(notes))


def as_plain(found: Listing, lang: Lang) -> dict[str, list[dict[str, Any]]]:
    """Return a listing as the JSON of `list`, titles and problems in `lang`."""
    rows = [(row.kind, _plain(row, lang)) for row in found.rows]
    return {
        "scenarios": [plain for kind, plain in rows if kind == SCENARIO],
        "drills": [
            {"kind": kind.partition("-")[2] or None, **plain}
            for kind, plain in rows
            if kind != SCENARIO
        ],
    }


def _plain(row: Row, lang: Lang) -> dict[str, Any]:
    return {
        "id": row.id,
        "pack": row.pack,
        "technique": row.technique or None,
        "level": row.level or None,
        "title": row.title.get(lang) or row.id,
        "problems": [sentence(problem, lang) for problem in row.problems],
    }
