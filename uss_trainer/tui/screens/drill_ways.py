"""The ways out of a drill: back, once more, on to the next, to the handbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.actions import drilling
from uss_trainer.content.drills import SayDrill
from uss_trainer.tui.opening import begin_drill
from uss_trainer.tui.screens.base import BaseScreen
from uss_trainer.tui.screens.confirm import ConfirmScreen
from uss_trainer.tui.way import go_back
from uss_trainer.tui.widgets.drill_board import DrillBoard

if TYPE_CHECKING:
    from collections.abc import Callable

    from uss_trainer.actions.drilling import Done
    from uss_trainer.player.hand import Hand


class DrillWays(BaseScreen):
    """A screen with a drill, answered or not."""

    no_encoder = "drill.reason-encoder-missing"
    """Code of the sentence that says what follows where replies can't be graded."""

    _done: Done | None
    _hand: Hand | None

    def standing(self) -> str:
        """Return what stands at the head in place of the drill's kind; empty for that."""
        return ""

    def verdict(self) -> str:
        """Return what is told of an answer beside its score; empty for nothing."""
        return ""

    @property
    def board(self) -> DrillBoard:
        """Where everything is shown."""
        return self.query_one(DrillBoard)

    def action_hand(self, move: str, number: int) -> None:
        """Move the hand or what it holds, take an item or let go of it."""
        raise NotImplementedError

    def action_again(self) -> None:
        """Do the same drill, shuffled anew."""
        if self._done:
            begin_drill(self, self._done.drill.id, instead=True)

    def action_next(self) -> None:
        """Do the pack's next drill."""
        if self._done is None:
            return
        following = drilling.following(self.trainer.desk, self._done.drilled)
        if following:
            begin_drill(self, following, instead=True)
        else:
            self.app.notify(self.say("drill.no-more"), markup=False)

    def action_handbook(self) -> None:
        """Look the technique up."""
        from uss_trainer.tui.screens.handbook import HandbookScreen

        if self._done and isinstance(self._done.drill, SayDrill):
            self.app.push_screen(HandbookScreen(self._done.drill.technique))

    def may_leave(self) -> bool:
        """Ask before unsent text is lost."""
        return not self._unsent() or self._ask(self.app.exit)

    def action_back(self) -> None:
        """Leave the drill; let go of an item that is held first."""
        if self._hand and self._hand.held:
            self.action_hand("take", 0)
        elif not self._unsent():
            go_back(self.app)
        else:
            self._ask(lambda: go_back(self.app))

    def _unsent(self) -> bool:
        return self._done is None and bool(self.board.written.strip())

    def _ask(self, then: Callable[[], None]) -> bool:
        codes = ("drill.leave-ask", "drill.leave-yes", "drill.leave-no")
        self.app.push_screen(ConfirmScreen(*codes), lambda yes: then() if yes else None)
        return False
