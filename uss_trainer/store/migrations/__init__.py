"""The steps from the first release's tables to today's: one file `v0002_….py` a version.

Each has `upgrade(op)`, given Alembic's operations. It spells its tables out, because those in
`store.tables` go on changing.
"""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from alembic.operations import Operations

FIRST = 1
"""The version of the first release, which no file leads to."""


class Step(Protocol):
    """What a file holds."""

    def upgrade(self, op: Operations, /) -> None:
        """Turn the tables of the version before into this version's."""


@cache
def files() -> dict[int, str]:
    """Return module names by version; ValueError where two files claim the same version."""
    found: dict[int, str] = {}
    for module in pkgutil.iter_modules(__path__):
        if match := re.match(r"v(\d+)_", module.name):
            if (version := int(match[1])) in found:
                raise ValueError(f"two migrations to version {version}: {module.name}")
            found[version] = module.name
    return dict(sorted(found.items()))


def latest() -> int:
    """Return the version this program writes."""
    return max(files(), default=FIRST)


def steps(found: int) -> Iterator[Step]:
    """Yield what leads from version `found` to today's, in order."""
    for version, name in files().items():
        if version > found:
            yield cast("Step", import_module(f"{__name__}.{name}"))
