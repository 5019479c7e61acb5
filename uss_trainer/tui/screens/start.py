"""First start: language, name, and a short call to try."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Input, RadioButton, RadioSet, Static

from uss_trainer.actions.start import LONGEST, introduced
from uss_trainer.errors import TrainerError
from uss_trainer.i18n import LANGS, Lang, sentence
from uss_trainer.tui.opening import try_call
from uss_trainer.tui.screens.base import BaseScreen, plain
from uss_trainer.tui.screens.home import HomeScreen
from uss_trainer.tui.way import go_back
from uss_trainer.tui.widgets.footer import KeyFooter
from uss_trainer.tui.widgets.wrapped import Wrapped

NAMES: dict[Lang, str] = {"zh": "中文", "en": "English"}
"""Each language in its own words, whatever is shown around it."""


class StartScreen(BaseScreen):
    """Asks what has to be known once; from Home it asks again, filled in."""

    CSS_PATH = "start.tcss"
    help_code = "start.help"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "app.focus_next", "start.key-next", tooltip="start.tip-next"),
        Binding(
            "shift+tab",
            "app.focus_previous",
            "start.key-before",
            tooltip="start.tip-before",
            show=False,
        ),
        Binding("escape", "back", "common.key-back", tooltip="common.tip-back"),
    ]

    def __init__(self, *, again: bool = False) -> None:
        super().__init__()
        self._again = again

    def compose(self) -> ComposeResult:
        """Lay out the questions in a card, the language shown first at the top."""
        first = self.lang
        self._order = (first, *(lang for lang in LANGS if lang != first))
        with Vertical(id="card"):
            yield Static("", id="welcome", classes="title")
            yield Wrapped("", id="about", classes="quiet")
            yield Static("", id="ask-language", classes="ask")
            with RadioSet(id="language", compact=True):
                for lang in self._order:
                    yield RadioButton(plain(NAMES[lang]), value=lang == first, id=lang)
            yield Static("", id="ask-name", classes="ask")
            yield Input(
                self.trainer.settings.name, id="your-name", max_length=LONGEST, compact=True
            )
            yield Wrapped("", id="wrong", classes="bad")
            with Horizontal(id="ways"):
                yield Button("", id="try", variant="primary")
                yield Button("", id="home")
        yield Static("", id="too-small")
        yield KeyFooter(show_command_palette=False)

    def on_mount(self) -> None:
        """Word everything and wait for the name."""
        self.relabel()
        self.query_one("#your-name").focus()

    def relabel(self) -> None:
        """Show everything in the language now chosen; what was typed stays."""
        for part in ("ask-language", "ask-name"):
            self.query_one(f"#{part}", Static).update(plain(self.say(f"start.{part}")))
        again = "-again" if self._again else ""
        self.query_one("#welcome", Static).update(plain(self.say(f"start.welcome{again}")))
        self.query_one("#about", Wrapped).show(self.say(f"start.about{again}"))
        for part, code in (("try", "start.try"), ("home", f"start.home{again}")):
            button = self.query_one(f"#{part}", Button)
            button.label = plain(self.say(code))
            # A button doesn't widen by itself when its label changes.
            button.refresh(layout=True)
        self.query_one(Input).placeholder = self.say("start.placeholder")
        self.query_one("#wrong", Wrapped).show("")
        self.query_one("#try").display = not self._again
        self.query_one(f"#{self.lang}", RadioButton).value = True

    @on(RadioSet.Changed)
    def _language(self, event: RadioSet.Changed) -> None:
        chosen = next(lang for lang in LANGS if lang == event.pressed.id)
        if chosen != self.lang:
            self.trainer.keep(replace(self.trainer.settings, lang=chosen))

    def _settled(self) -> bool:
        try:
            settings = introduced(self.trainer.settings, self.query_one(Input).value)
        except TrainerError as error:
            self.query_one("#wrong", Wrapped).show(sentence(error.problem, self.lang))
            self.query_one(Input).focus()
            return False
        self.trainer.keep(settings)
        return True

    @on(Input.Submitted)
    def _name_given(self) -> None:
        """Enter in the name goes on to what to do next, or is all where only the name was asked."""
        if self._again:
            self._go_home()
        elif self._settled():
            self.query_one("#try").focus()

    @on(Button.Pressed, "#home")
    def _go_home(self) -> None:
        if not self._settled():
            return
        if self._again:
            go_back(self.app)
        else:
            self.app.switch_screen(HomeScreen())

    @on(Button.Pressed, "#try")
    def _try(self) -> None:
        if self._settled():
            self.app.switch_screen(HomeScreen(then=try_call))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is no way back from the very first start."""
        return action != "back" or self._again

    def action_back(self) -> None:
        """Leave the name as it was."""
        go_back(self.app)
