"""One scenario to be looked at, by its id or by its file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from uss_trainer.content.library import open_file
from uss_trainer.errors import fail

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.content.edition import Edition


def opened(desk: Desk, named: str) -> Edition:
    """Return the edition of a scenario; TrainerError where there is none or it has mistakes.

    What ends like a content file is one; it is read with the rubrics and the firm's facts that its
    folder and the usual places give.
    """
    if not named.lower().endswith((".yaml", ".yml")):
        return desk.library.edition(named)
    path = Path(named)
    if not path.is_file():
        raise fail("check.no-file", named)
    library = open_file(path, desk.places)
    name = next(library.files())[0]
    return library.edition(name)
