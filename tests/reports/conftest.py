"""A firm with nothing played in it yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from firm import HOSTILE, Firm

from uss_trainer.actions import people
from uss_trainer.actions.assigning import Wish, assign

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.content.library import Library


@pytest.fixture
def firm(desk: Desk, library: Library) -> Firm:
    """Ned and a hostile name in team East, Tom in none; all have the short call to play."""
    desk.__dict__["library"] = library
    for name, number in (("Ned", "7"), (HOSTILE, ""), ("Tom", "9")):
        people.add(desk, name, number)
    people.team(desk, "East", ("Ned", HOSTILE), (), "", "")
    wish = Wish(("short-call",), ("Ned", "Tom", HOSTILE), mode="guided")
    return Firm(desk, assign(desk, wish)[0].id)
