"""Where the content that comes with the program stands."""

from __future__ import annotations

from pathlib import Path
from typing import Literal


def bundled(kind: Literal["scenarios", "scoring", "schemas"]) -> Path:
    """Return that folder: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / kind
    return inside if inside.is_dir() else package.parent / kind
