"""What a drill or deal can be about: everything of the process that the manual tells apart."""

from __future__ import annotations

from typing import Annotated, get_args

from pydantic import StringConstraints

from uss_trainer.content.terms import (
    Activity,
    Award,
    Core,
    Decision,
    Quality,
    SalesMode,
    Selling,
    Speaker,
)

Topic = Annotated[str, StringConstraints(pattern=r"^[a-z]+/[A-Za-z0-9-]+$", max_length=96)]
"""A kind and an id, such as `activity/dig-leads`, `role/C`, `technique/phone`."""

TOPICS: dict[str, tuple[str, ...]] = {
    "core": get_args(Core),
    "activity": get_args(Activity),
    "decision": get_args(Decision),
    "role": get_args(Speaker),
    "mode": get_args(SalesMode),
    "award": get_args(Award),
    "quality": get_args(Quality),
    "selling": get_args(Selling),
}
"""The ids of each kind, in the manual's order; a technique's are those that have a rubric."""

TECHNIQUE = "technique"


def topics(techniques: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return every topic as written, the techniques given last."""
    known = [f"{kind}/{one}" for kind, ids in TOPICS.items() for one in ids]
    return (*known, *(f"{TECHNIQUE}/{one}" for one in techniques))
