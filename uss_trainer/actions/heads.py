"""The heads that judged, stored as content beside what they judged."""

from __future__ import annotations

from base64 import b64decode, b64encode
from typing import TYPE_CHECKING

from uss_trainer.content.digest import digest
from uss_trainer.store import contents as store

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.sittings import Sitting
    from uss_trainer.grading.grader import Grader
    from uss_trainer.grading.model import Model

NAMED = 12
"""Signs of a head's digest that a judgement's version names it by."""


def kept(grader: Grader) -> store.Part:
    """Return a grader's heads as content."""
    body = b64encode(grader.kept_head).decode("ascii")
    return digest(body), f"head:{grader.head[:NAMED]}", body


def heads_of(desk: Desk, sitting: Sitting) -> tuple[store.Part, ...]:
    """Return the heads that judged the typed replies of a sitting, each once."""
    edition = sitting.edition
    judged = [turn.exchange.judgement for turn in sitting.state.turns]
    techniques = sorted({one.technique for one in judged if one.source == "typed" and one.version})
    graders = (
        desk.judges.grader(edition.rubrics[one], edition.faults, desk.folders.cache)
        for one in techniques
    )
    return tuple(kept(grader) for grader in graders if grader)


def found(desk: Desk, name: str) -> Model | None:
    """Return the stored heads whose digest begins with `name`; None where they aren't stored."""
    from uss_trainer.grading.keeping import unpacked

    bodies = store.content_of(desk.database, f"head:{name}")
    return next((model for body in bodies if (model := unpacked(b64decode(body)))), None)
