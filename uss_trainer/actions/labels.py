"""The names that stood in the content an attempt was played on, whatever its files say today."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from uss_trainer.store import contents as store

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uss_trainer.coaching.attempts import Attempt
    from uss_trainer.coaching.drilled import Drilled
    from uss_trainer.store.engine import Database

_WHOLE = ("scenario", "drill")
"""Parts of an edition that bear its title."""

Names = dict[str, str]
"""A text by language."""


@dataclass(frozen=True, slots=True)
class Labels:
    """Names in one edition."""

    title: Names
    endings: dict[str, Names] = field(default_factory=dict)
    bands: dict[str, Names] = field(default_factory=dict)
    pass_mark: int = 100
    """The lowest total that passes."""

    parts: dict[str, str] = field(default_factory=dict)
    """Digest of each stored part by name."""


def labels(database: Database, attempts: Iterable[Attempt | Drilled]) -> dict[str, Labels]:
    """Return the names of each edition played on, by its digest; no model is needed to read them."""
    digests = sorted({attempt.edition for attempt in attempts})
    editions = {
        digest: json.loads(body) for digest, body in store.content(database, digests).items()
    }
    names = (*_WHOLE, "scale")
    wanted = {parts[name] for parts in editions.values() for name in names if name in parts}
    bodies = {
        digest: json.loads(body) for digest, body in store.content(database, sorted(wanted)).items()
    }
    return {
        digest: _labels(parts, bodies[_whole(parts)], bodies[parts["scale"]])
        for digest, parts in editions.items()
    }


def _whole(parts: dict[str, str]) -> str:
    """Return the digest of what was played: a scenario or a drill."""
    return next(parts[name] for name in _WHOLE if name in parts)


def titles(database: Database, digests: Iterable[str]) -> dict[str, Names]:
    """Return the title of the scenario in each edition, or of the exam, by its digest."""
    wanted = sorted(set(digests))
    editions = {
        digest: json.loads(body) for digest, body in store.content(database, wanted).items()
    }
    parts = {digest: one["scenario"] for digest, one in editions.items() if "scenario" in one}
    bodies = store.content(database, sorted(set(parts.values())))
    scenarios = {digest: json.loads(bodies[part])["title"] for digest, part in parts.items()}
    return {digest: one.get("title", {}) for digest, one in editions.items()} | scenarios


def _labels(parts: dict[str, str], scenario: dict[str, Any], scale: dict[str, Any]) -> Labels:
    return Labels(
        title=scenario["title"],
        endings={ending["id"]: ending["title"] for ending in scenario.get("endings", ())},
        bands={band["id"]: band["name"] for band in scale["bands"]},
        pass_mark=min((band["least"] for band in scale["bands"] if band["passes"]), default=100),
        parts=parts,
    )


def in_words(names: Names | None, lang: str, otherwise: str = "") -> str:
    """Return a name in `lang`, or in whatever language it has one."""
    if not names:
        return otherwise
    return names.get(lang) or next((text for text in names.values() if text), otherwise)
