"""The heads that judged, stored as content beside what they judged."""

from __future__ import annotations

from base64 import b64decode, b64encode
from typing import TYPE_CHECKING

from uss_trainer.content.digest import digest
from uss_trainer.store import contents as store

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.grading.grader import Grader
    from uss_trainer.grading.model import Model

NAMED = 12
"""Signs of a head's digest that a judgement's version names it by."""


def kept(grader: Grader) -> store.Part:
    """Return a grader's heads as content."""
    body = b64encode(grader.kept_head).decode("ascii")
    return digest(body), f"head:{grader.head[:NAMED]}", body


def found(desk: Desk, name: str) -> Model | None:
    """Return the stored heads whose digest begins with `name`; None where they aren't stored."""
    from uss_trainer.grading.keeping import unpacked

    bodies = store.content_of(desk.database, f"head:{name}")
    return next((model for body in bodies if (model := unpacked(b64decode(body)))), None)
