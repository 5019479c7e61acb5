"""The digests of a scenario's content as its files stand today, kept between starts."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING

from uss_trainer.content.index import stamp

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from uss_trainer.content.library import Library

Digests = dict[str, str]
"""SHA-256 of each part of an edition by name."""


def digests_today(
    places: Sequence[Path], cache: Path, scenario: str, library: Callable[[], Library]
) -> Mapping[str, str]:
    """Return the digests of a scenario's parts; reads its files only where any file has changed.

    `cache` is the file they are kept in; `library` is called where they have to be computed.
    TrainerError where the scenario is gone or has mistakes.
    """
    seen = stamp(places)
    known = _kept(cache, seen)
    if scenario not in known:
        known[scenario] = dict(library().edition(scenario).digests)
        _keep(cache, seen, known)
    return known[scenario]


def _kept(cache: Path, seen: object) -> dict[str, Digests]:
    try:
        kept = json.loads(cache.read_text(encoding="utf-8"))
        return dict(kept["digests"]) if kept["stamp"] == seen else {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _keep(cache: Path, seen: object, known: Mapping[str, Digests]) -> None:
    draft = cache.with_name(f"{cache.name}.{os.getpid()}")
    # Not being able to write only costs time at the next start.
    with suppress(OSError):
        cache.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(json.dumps({"stamp": seen, "digests": known}), encoding="utf-8")
        draft.replace(cache)
