"""A firm of three, and how they play."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from uss_trainer.actions.playing import choose
from uss_trainer.actions.sittings import Sitting, begin

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk

GOOD = ("whole", "choice", "thanks")
RUDE = ("rude",)
HOSTILE = "<script>document.title='hacked'</script>=1+1"


@dataclass(frozen=True)
class Firm:
    """A trainer's desk, and what it gave."""

    desk: Desk
    given: str

    def by(self, name: str) -> Desk:
        """Return the desk as somebody else uses it."""
        return replace(self.desk, named=name)

    def play(self, name: str, *choices: str, own: bool = False) -> Sitting:
        """Let somebody play the short call, in their assignment or for themselves."""
        desk = self.by(name)
        given = "" if own else self.given
        sitting = begin(desk, "short-call", mode="guided", lang="en", me=name, assignment=given)
        for choice in choices:
            sitting = choose(desk, sitting, choice, seconds=4)
        return sitting
