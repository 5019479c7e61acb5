"""Read a drill file as the kind of drill it says it is, with everything wrong with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from uss_trainer.content.drills import DRILLS, Drill
from uss_trainer.content.near import nearest
from uss_trainer.content.read import read_document
from uss_trainer.content.shape import load
from uss_trainer.errors import Problem, TrainerError

if TYPE_CHECKING:
    from pathlib import Path

    from uss_trainer.content.read import Document


def read_drill(path: Path) -> tuple[Drill | None, Document | None, list[Problem]]:
    """Return a file as a drill with its document, and everything wrong with its shape."""
    try:
        document = read_document(path)
    except TrainerError as error:
        return None, None, [error.problem]
    value = document.value
    kind = value.get("kind", "") if isinstance(value, dict) else ""
    if not isinstance(kind, str) or kind not in DRILLS:
        given = kind if isinstance(kind, str) else ""
        facts = {"kind": given, "kinds": ", ".join(DRILLS), "nearest": nearest(given, DRILLS)}
        return None, document, [Problem("check.drill-kind", document.place(("kind",)), facts)]
    drill, problems = load(DRILLS[kind], document)
    return cast("Drill | None", drill), document, problems
