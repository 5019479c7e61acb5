"""Keep what a bug leaves behind, so that the user sees one line and a developer finds the rest."""

from __future__ import annotations

import platform
import sys
import traceback
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from uss_trainer import __version__

if TYPE_CHECKING:
    from pathlib import Path


def keep(error: BaseException, folder: Path) -> Path | None:
    """Write the details of an unexpected error to a new file in `folder`; None where that fails."""
    now = datetime.now(UTC)
    path = folder / f"bug-{now:%Y%m%d-%H%M%S-%f}.txt"
    head = f"uss-trainer {__version__}, Python {platform.python_version()}, {platform.platform()}"
    asked = " ".join(sys.argv[1:2])
    text = "\n".join([head, now.isoformat(), asked, "", *traceback.format_exception(error)])
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", errors="backslashreplace")
    except OSError:
        return None
    return path
