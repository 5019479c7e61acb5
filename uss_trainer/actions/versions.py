"""What a judgement depends on, then and now: grader, rubric, head, encoder, weights, content."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from uss_trainer.actions.verified import Version
from uss_trainer.content.digest import digest
from uss_trainer.store import contents as store

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from uss_trainer.actions.desk import Desk
    from uss_trainer.grading.values import Judgement


def parts_of(version: str) -> dict[str, str]:
    """Return a version's parts by name; what stands without a name is the encoder's."""
    found = {}
    for word in version.split():
        name, _, value = word.partition("-")
        known = name in ("grader", "rubric", "head", "weighing")
        found[name if known else "encoder"] = value if known else word
    return found


def changed_versions(pairs: Sequence[tuple[Judgement, Judgement]]) -> Iterator[Version]:
    """Yield what is another version now, once, from judgements then and now."""
    typed = [(old, new) for old, new in pairs if old.source == "typed" and old.version]
    seen: dict[Version, None] = {}
    for old, new in typed:
        before, after = parts_of(old.version), parts_of(new.version)
        for part in ("grader", "rubric", "head", "weighing", "encoder"):
            if before.get(part) != after.get(part):
                told = Version(part, old.technique, before.get(part, ""), after.get(part, ""))
                seen[told] = None
    yield from seen
    if typed:
        yield from _weights()


def _weights() -> Iterator[Version]:
    """Yield the encoder's weights where they aren't those the program was made with."""
    from uss_trainer.grading.semantic import WEIGHTS, weights_digest

    now = weights_digest()
    if now != WEIGHTS:
        yield Version("weights", "encoder", WEIGHTS[:12], now[:12])


def changed_content(desk: Desk, edition: str) -> Iterator[Version]:
    """Yield the pieces of an attempt's stored content that aren't what their digest says."""
    manifest = store.content(desk.database, [edition])
    names: dict[str, str] = json.loads(manifest[edition])
    bodies = store.content(desk.database, list(names.values())) | manifest
    for name, said in {**names, "edition": edition}.items():
        if (now := digest(bodies[said])) != said:
            yield Version("content", name, said[:12], now[:12])
