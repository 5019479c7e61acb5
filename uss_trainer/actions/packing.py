"""What an attempt plays on: into the database and, exactly as it was, out of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeAlias

from uss_trainer.content.digest import canonical, digest, edition_from
from uss_trainer.content.edition import LINES
from uss_trainer.content.kept_lines import KeptLines
from uss_trainer.content.line_cache import kept_as
from uss_trainer.store.contents import content

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.content.drills import Drill
    from uss_trainer.content.edition import Edition
    from uss_trainer.content.rubrics import Scale
    from uss_trainer.store.contents import Offered, Part


Parts: TypeAlias = "dict[str, Offered]"
"""What has to be stored: name to digest, kind and body."""


def packed(edition: Edition) -> tuple[str, Parts]:
    """Return the digest of an edition and what has to be stored: name to (digest, kind, body)."""
    lines = {LINES + name: kept for name, kept in edition.lines.items()}
    digests = {name: own for name, (own, _) in edition.parts.items()}
    digests |= {name: kept.digest for name, kept in lines.items()}
    manifest = json.dumps(digests, sort_keys=True)
    whole = digest(manifest)
    rows: Parts = {name: (own, name, body) for name, (own, body) in edition.parts.items()}
    rows |= {name: (kept.digest, name, kept.body) for name, kept in lines.items()}
    return whole, rows | {"edition": (whole, "edition", manifest)}


def unpacked(desk: Desk, whole: str) -> Edition:
    """Return the edition stored under the digest `whole`, exactly as it was when the attempt began."""
    names: dict[str, str] = json.loads(content(desk.database, [whole])[whole])
    lines = {name: names.pop(name) for name in [*names] if name.startswith(LINES)}
    bodies = content(desk.database, list(names.values()))
    return edition_from(
        {name: bodies[part] for name, part in names.items()},
        {name.removeprefix(LINES): _lines(desk, part) for name, part in lines.items()},
    )


def _lines(desk: Desk, own: str) -> KeptLines:
    """Return stored lines out of the cache's file, or whole where they can't be kept there."""

    def body() -> str:
        return content(desk.database, [own])[own]

    return kept_as(desk.folders.lines, own, body) or KeptLines(body().encode("utf-8"))


def packed_drill(drill: Drill, scale: Scale) -> tuple[str, dict[str, Part]]:
    """Return the same of what a drill was answered on."""
    parts = {"drill": canonical(drill), "scale": canonical(scale)}
    rows = {name: (digest(body), name, body) for name, body in parts.items()}
    manifest = json.dumps({name: row[0] for name, row in rows.items()}, sort_keys=True)
    whole = digest(manifest)
    return whole, {**rows, "edition": (whole, "edition", manifest)}
