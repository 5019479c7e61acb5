"""The JSON Schemas that come with the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.content.bundled import bundled

if TYPE_CHECKING:
    from pathlib import Path


def schema_files() -> dict[str, Path]:
    """Return the schema of each format, by the name a file gives in `format:` before the slash."""
    return {path.stem: path for path in sorted(bundled("schemas").glob("*.json"))}
