"""Which scenarios, drills and deals there are, and what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from uss_trainer.actions.home import DEAL, DRILL, KINDS, SCENARIO, family
from uss_trainer.i18n import Lang, sentence

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.content.index import Row
    from uss_trainer.errors import Problem


@dataclass(frozen=True, slots=True)
class Listing:
    """Everything that can be played."""

    rows: tuple[Row, ...]
    """A row a scenario, drill, deal or exam, pack by pack; broken ones too."""

    notes: tuple[Problem, ...]
    """What is wrong with packs themselves and outside all packs."""


def listing(desk: Desk) -> Listing:
    """Return everything to be done; from the kept index where no content has changed since."""
    rows = desk.reading.rows(desk)
    notes = [problem for row in rows if not row.id for problem in row.problems]
    return Listing(tuple(row for row in rows if row.id), tuple(notes))


def as_plain(found: Listing, lang: Lang) -> dict[str, list[dict[str, Any]]]:
    """Return a listing as the JSON of `list`, titles and problems in `lang`."""
    kept: dict[str, list[dict[str, Any]]] = {kind: [] for kind in KINDS}
    for row in found.rows:
        kept[family(row.kind)].append(_plain(row, lang))
    return {
        "scenarios": kept[SCENARIO],
        "drills": kept[DRILL],
        "deals": kept[DEAL],
        "exams": kept["exam"],
    }


def _plain(row: Row, lang: Lang) -> dict[str, Any]:
    of, kind = family(row.kind), row.kind.partition("-")[2] or None
    first = {DRILL: {"kind": kind}, DEAL: {"mode": kind}}.get(of, {})
    technique = {} if of == DEAL else {"technique": row.technique or None}
    return {
        **first,
        "id": row.id,
        "pack": row.pack,
        **technique,
        "level": row.level or None,
        "title": row.title.get(lang) or row.id,
        "problems": [sentence(problem, lang) for problem in row.problems],
    }
