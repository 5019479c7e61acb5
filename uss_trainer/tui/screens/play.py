"""Play: the conversation, what is due, the clock, and the answer to be chosen or typed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Footer, Static

from uss_trainer.actions import answering, playing
from uss_trainer.actions.sittings import Sitting
from uss_trainer.actions.views import Stage, stage
from uss_trainer.errors import TrainerError
from uss_trainer.tui.screens.base import BaseScreen, plain
from uss_trainer.tui.screens.confirm import ConfirmScreen
from uss_trainer.tui.way import go_home
from uss_trainer.tui.widgets.choices import ChoiceList, ChoiceRow
from uss_trainer.tui.widgets.meter import StepMeter, TalkClock
from uss_trainer.tui.widgets.reply_box import ReplyBox
from uss_trainer.tui.widgets.turns import Conversation
from uss_trainer.tui.widgets.wrapped import Wrapped

HURRY = 10
"""Seconds left from which the countdown stands out."""


def _binding(key: str, action: str, name: str, show: bool = True, **more: str | bool) -> Binding:
    tooltip = f"playing.tip-{name}"
    return Binding(key, action, f"playing.key-{name}", show, tooltip=tooltip, **more)  # type: ignore[arg-type]


class PlayScreen(BaseScreen):
    """An attempt being played; every answer is stored before the customer goes on."""

    CSS_PATH = ["../widgets/turns.tcss", "play.tcss"]
    AUTO_FOCUS = ""
    help_code = "playing.help"
    BINDINGS = [
        _binding("escape", "leave_play", "home"),
        *(_binding(str(n), f"choose({n})", "choose", n == 1, key_display="1-9") for n in range(1, 10)),
        _binding("h", "hint", "hint"),
        _binding("r", "rewind", "rewind"),
        _binding("b", "handbook", "handbook"),
        _binding("d", "debrief", "debrief"),
        _binding("down", "move(1)", "next", False),
        _binding("up", "move(-1)", "previous", False),
        _binding("pageup", "scroll_talk(-1)", "up", False, priority=True),
        _binding("pagedown", "scroll_talk(1)", "down", False, priority=True),
    ]

    def __init__(self, sitting: Sitting) -> None:
        super().__init__()
        self._sitting = sitting
        self._stage: Stage | None = None
        self._busy = False
        self._status = ""
        """Code of what the line above the box says; empty for how to send."""

    def compose(self) -> ComposeResult:
        """Lay out the screen; what it shows is filled in by `_show`."""
        with Horizontal(id="head"):
            yield Static(id="title", classes="title")
            yield TalkClock(id="clock")
        with Horizontal(id="middle"):
            yield Conversation(id="conversation")
            yield StepMeter(id="meter")
        with Vertical(id="panel"):
            yield Wrapped("", id="hint")
            yield ChoiceList(id="choices")
            with Horizontal(id="notes"):
                yield Static(id="status")
                yield Static(id="countdown")
            yield ReplyBox(id="reply")
            with Horizontal(id="end"):
                yield Wrapped("", id="ending")
                yield Button("", id="to-debrief", variant="primary")
        yield Footer()
        yield Static(id="too-small")

    async def on_mount(self) -> None:
        """Show where the sitting stands and start the clock."""
        super().on_mount()
        self._since = self.trainer.desk.now()
        await self._show(self._sitting)
        self.set_interval(0.5, self._tick)

    def relabel(self) -> None:
        """Show everything in the language now chosen; the box keeps its text."""
        self.run_worker(self._show(self._sitting))

    async def _show(self, sitting: Sitting) -> None:
        """Show where a sitting stands."""
        self._sitting = sitting = sitting.speaking(self.lang)
        self._stage = now = stage(sitting, self.lang)
        mode = self.say(f"playing.mode-{now.mode}")
        self.query_one("#title", Static).update(
            plain(self.say("playing.head", title=now.title, mode=mode))
        )
        self.query_one(TalkClock).show(now.talk, self.lang)
        hint = now.hint.text if now.hint else ""
        self.query_one("#hint", Wrapped).show(self.say("playing.hint", text=hint) if hint else "")
        self.query_one("#ending", Wrapped).show(self.say("playing.ended", ending=now.ending))
        self.query_one("#to-debrief", Button).label = plain(self.say("playing.to-debrief"))
        box = self.query_one(ReplyBox)
        box.placeholder = plain(self.say("playing.placeholder"))
        for name, is_so in (("hinted", hint), ("typed", now.typed), ("ended", now.ended)):
            self.set_class(bool(is_so), f"-{name}")
        await self.query_one(StepMeter).show(now.meter, self.lang)
        await self.query_one(ChoiceList).show(now.choices)
        await self.query_one(Conversation).show(now, self.lang)
        self._mark()
        self._attend(now)

    def _attend(self, now: Stage) -> None:
        """Put the focus where the next key belongs."""
        if now.ended:
            self.query_one("#to-debrief", Button).focus()
        elif now.typed:
            self.query_one(ReplyBox).focus()

    def _mark(self) -> None:
        """Show whether an answer is on its way."""
        self.set_class(self._busy, "-busy")
        self.query_one(ReplyBox).read_only = self._busy
        self.query_one("#status", Static).update(
            plain(self.say(self._status or "playing.how-to-send"))
        )
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer only what the stage allows now."""
        now = self._stage
        if now is None:
            return action == "leave_play"
        allowed = {
            "choose": bool(now.choices),
            "move": bool(now.choices),
            "hint": now.hint is not None,
            "rewind": now.may_rewind,
            "handbook": now.may_look_up,
            "debrief": now.ended,
        }
        return allowed.get(action, True)

    # Answering

    @work(group="answer")
    async def _answer(self, act: Callable[[], Sitting], status: str, clear: bool = False) -> None:
        """Carry out an action beside the screen, then show what it led to."""
        if self._busy:
            return
        self._busy, self._status = True, status
        self._mark()
        try:
            sitting = await asyncio.to_thread(act)
        except TrainerError as error:
            self._busy, self._status = False, ""
            self._mark()
            self._refused(error)
            return
        finally:
            self._since = self.trainer.desk.now()
        self._busy, self._status = False, ""
        if clear:
            self.query_one(ReplyBox).text = ""
        await self._show(sitting)

    def _refused(self, error: TrainerError) -> None:
        if error.problem.code != "store.attempt-moved-on":
            self.trainer.tell(error)
            return
        codes = ("playing.moved-on", "playing.moved-on-yes", "playing.moved-on-no")
        self.app.push_screen(ConfirmScreen(*codes), self._go_home)

    def _thought(self) -> float:
        return (self.trainer.desk.now() - self._since).total_seconds()

    @on(ChoiceRow.Chosen)
    def _chosen(self, event: ChoiceRow.Chosen) -> None:
        desk, sitting, seconds = self.trainer.desk, self._sitting, self._thought()
        self._answer(lambda: playing.choose(desk, sitting, event.id, seconds=seconds), "playing.saving")

    @on(ReplyBox.Submitted)
    def _submitted(self, event: ReplyBox.Submitted) -> None:
        desk, sitting, seconds = self.trainer.desk, self._sitting, self._thought()
        self._answer(
            lambda: playing.say(desk, sitting, event.text, seconds=seconds), "playing.judging", True
        )

    def _tick(self) -> None:
        """Count the thinking time down; when it is up, what is in the box is sent, or silence."""
        if self._stage is None or self._busy:
            return
        desk, sitting = self.trainer.desk, self._sitting
        left = answering.seconds_left(self._stage, self._since, desk.now())
        note = self.query_one("#countdown", Static)
        note.set_class(left is not None and left <= HURRY, "-hurry")
        note.update(plain("" if left is None else self.say("playing.time-left", seconds=left)))
        if left == 0:
            text, seconds = self.query_one(ReplyBox).text, self._thought()
            self._answer(
                lambda: answering.time_up(desk, sitting, text, seconds=seconds), "playing.judging", True
            )

    @on(ReplyBox.Entered)
    def _entered(self) -> None:
        self._warm_up()

    @work(group="warm-up")
    async def _warm_up(self) -> None:
        """Load the encoder while the trainee is still reading."""
        desk, sitting = self.trainer.desk, self._sitting
        try:
            found = await asyncio.to_thread(answering.warm_up, desk, sitting)
        except TrainerError as error:
            self.trainer.tell(error)
            return
        if not found and not self._busy:
            self._status = "playing.no-encoder"
            self._mark()

    # What else can be done

    def action_choose(self, number: int) -> None:
        """Choose a reply by its number."""
        self.query_one(ChoiceList).pick(number)

    def action_move(self, by: int) -> None:
        """Move the focus among the replies."""
        self.query_one(ChoiceList).move(by)

    def action_scroll_talk(self, pages: int) -> None:
        """Scroll the conversation."""
        talk = self.query_one(Conversation)
        talk.scroll_relative(y=pages * max(talk.size.height - 2, 1), animate=False)

    @work
    async def action_hint(self) -> None:
        """Show the hint, after saying what it costs."""
        hint = self._stage.hint if self._stage else None
        if hint is None or hint.text:
            return
        codes = ("playing.hint-ask", "playing.hint-yes", "playing.hint-no")
        if await self.app.push_screen_wait(ConfirmScreen(*codes, careful=False, cost=hint.cost)):
            desk, sitting = self.trainer.desk, self._sitting
            self._answer(lambda: playing.hint(desk, sitting), "playing.saving")

    @work
    async def action_rewind(self) -> None:
        """Go back to a turn and answer it anew."""
        from uss_trainer.tui.screens.pick_turn import PickTurnScreen

        turns = self._stage.past if self._stage else ()
        number = await self.app.push_screen_wait(PickTurnScreen("playing.rewind-title", turns))
        if number:
            desk, sitting = self.trainer.desk, self._sitting
            self._answer(lambda: playing.rewind(desk, sitting, number), "playing.saving")

    def action_handbook(self) -> None:
        """Look the technique up."""
        from uss_trainer.tui.screens.handbook import HandbookScreen

        if self._stage:
            self.app.push_screen(HandbookScreen(self._stage.technique))

    @on(Button.Pressed, "#to-debrief")
    def action_debrief(self) -> None:
        """Go on to the debrief."""
        from uss_trainer.tui.screens.debrief import DebriefScreen

        self.app.switch_screen(DebriefScreen(self._sitting.attempt.id))

    # Leaving

    def may_leave(self) -> bool:
        """Ask before unsent text is lost."""
        if not self._unsent():
            return True
        self._ask_to_leave(lambda: self.app.exit())
        return False

    def action_leave_play(self) -> None:
        """Go to Home; everything sent is stored."""
        if self._unsent():
            self._ask_to_leave(lambda: go_home(self.app))
        else:
            go_home(self.app)

    def _unsent(self) -> bool:
        return bool(self.query_one(ReplyBox).text.strip()) and not self._busy

    def _ask_to_leave(self, then: Callable[[], None]) -> None:
        codes = ("playing.leave-ask", "playing.leave-yes", "playing.leave-no")
        self.app.push_screen(ConfirmScreen(*codes), lambda yes: then() if yes else None)

    def _go_home(self, yes: bool | None) -> None:
        if yes:
            go_home(self.app)
