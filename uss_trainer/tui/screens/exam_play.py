"""A conversation of an exam: typed, timed, nothing told about how it goes."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Button, Static

from uss_trainer.actions import answering, exams
from uss_trainer.actions.exam_views import time_left
from uss_trainer.content.clean import blank
from uss_trainer.tui.exam_way import go_next
from uss_trainer.tui.screens.base import plain
from uss_trainer.tui.screens.confirm import ConfirmScreen
from uss_trainer.tui.screens.play import PlayScreen
from uss_trainer.tui.way import go_home

if TYPE_CHECKING:
    from uss_trainer.actions.exams import Going
    from uss_trainer.actions.sittings import Sitting


class ExamPlayScreen(PlayScreen, inherit_bindings=False):
    """Each answer is stored before the customer goes on; there is no way back."""

    help_code = "exam.help-play"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave_play", "exam.key-leave", tooltip="exam.tip-leave"),
        Binding("d", "debrief", "exam.key-next", tooltip="exam.tip-next"),
        Binding(
            "pageup",
            "scroll_talk(-1)",
            "playing.key-up",
            show=False,
            priority=True,
            tooltip="playing.tip-up",
        ),
        Binding(
            "pagedown",
            "scroll_talk(1)",
            "playing.key-down",
            show=False,
            priority=True,
            tooltip="playing.tip-down",
        ),
    ]

    def __init__(self, going: Going, sitting: Sitting) -> None:
        super().__init__(sitting)
        self._going = going

    async def show(self, sitting: Sitting) -> None:
        """Show where the conversation stands and how much time is left."""
        self.add_class("-exam")
        await super().show(sitting)
        self.query_one("#to-debrief", Button).label = plain(self.say("exam.go-on"))
        self._head()

    def _head(self) -> None:
        if self._stage is None:
            return
        items = self._going.items
        item = self._going.now or items[-1]
        place = self.say("exam.place", place=item.place, count=len(items))
        left = time_left(self.trainer.desk, self._going.exam, self.lang)
        self.query_one("#title", Static).update(plain(f"{place} · {self._stage.title}"))
        self.query_one("#clock", Static).update(plain(left))

    def _given(self, action: Callable[..., Sitting], answer: str) -> Callable[[], Sitting]:
        """Return the answer given now, refused once the exam's time is up."""
        desk, exam, sitting = self.trainer.desk, self._going.exam, self._sitting
        return partial(exams.answer, desk, exam, sitting, answer, seconds=self.thought())

    def _tick(self) -> None:
        """Count both times down; when the exam's is up, go on to the rating."""
        if self._stage is None or self._gone:
            return
        self._head()
        desk, exam = self.trainer.desk, self._going.exam
        if exams.seconds_left(desk, exam) == 0:
            if not self._busy and self.is_current:
                self._gone = True
                self.action_debrief()
            return
        if self._busy:
            return
        seconds, sitting = self.thought(), self._sitting
        left = answering.seconds_left(self._stage, seconds)
        self.board.count_down(left, self.lang)
        if left == 0:
            text = self.board.written
            said = not blank(text.strip())
            act = (
                partial(exams.answer, desk, exam, sitting, text, seconds=seconds)
                if said
                else partial(exams.say_nothing, desk, exam, sitting, seconds=seconds)
            )
            self.act(act, "playing.judging", True)

    def action_debrief(self) -> None:
        """Go on to the next conversation, or to the rating after the last."""
        go_next(self, self._going.exam.id)

    def may_leave(self) -> bool:
        """Ask first: the time runs on."""
        self._ask_first(self.app.exit)
        return False

    def action_leave_play(self) -> None:
        """Go to Home after asking: the time runs on."""
        self._ask_first(lambda: go_home(self.app))

    def _ask_first(self, then: Callable[[], None]) -> None:
        codes = ("exam.leave-ask", "exam.leave-yes", "exam.leave-no")
        self.app.push_screen(ConfirmScreen(*codes), lambda yes: then() if yes else None)
