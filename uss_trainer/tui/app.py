"""The terminal application: language, theme and the way between screens, and nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.reactive import reactive

from uss_trainer.actions.settings import Settings, save_settings
from uss_trainer.errors import TrainerError
from uss_trainer.i18n import LANGS, Lang, say, sentence
from uss_trainer.tui.palette import PaletteApp

if TYPE_CHECKING:
    from textual.screen import Screen

    from uss_trainer.actions.desk import Desk


class TrainerApp(PaletteApp):
    """Shows screens; every question of content, score or storage goes to `actions`."""

    TITLE = "uss-trainer"
    CSS_PATH = "app.tcss"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "leave", "common.key-quit", tooltip="common.tip-quit", priority=True),
        Binding(
            "f1,question_mark",
            "help",
            "common.key-help",
            tooltip="common.tip-help",
            key_display="?",
        ),
        Binding("f2", "switch_language", "common.key-language", tooltip="common.tip-language"),
        Binding("f3", "switch_theme", "common.key-theme", tooltip="common.tip-theme", show=False),
        Binding(
            "ctrl+p",
            "command_palette",
            "common.key-palette",
            tooltip="common.tip-palette",
            priority=True,
            show=False,
        ),
    ]

    settings: reactive[Settings] = reactive(Settings("en"), init=False)

    def __init__(
        self, desk: Desk, settings: Settings, first: Screen[None] | None = None, called: str = ""
    ) -> None:
        """`called` stands in place of the settings' name where the command line says who acts."""
        super().__init__()
        self._called = called
        self.desk = desk
        self.set_reactive(TrainerApp.settings, settings)
        self._first = first
        self.theme = settings.theme if settings.theme in self.available_themes else "textual-dark"

    @property
    def lang(self) -> Lang:
        """The language everything is shown in."""
        return self.settings.lang

    @property
    def me(self) -> str:
        """The trainee's name as customers hear it."""
        return self._called or self.settings.name

    def say(self, code: str, /, **facts: object) -> str:
        """Return a sentence in the language shown."""
        return say(code, self.lang, **facts)

    def on_mount(self) -> None:
        """Open the first screen."""
        self.push_screen(self._first or self._opening())

    def _opening(self) -> Screen[None]:
        if self.settings.fresh and not self._called:
            from uss_trainer.tui.screens.start import StartScreen

            return StartScreen()
        from uss_trainer.tui.screens.home import HomeScreen

        return HomeScreen()

    def keep(self, settings: Settings) -> None:
        """Show and store changed settings."""
        self.settings = settings
        try:
            save_settings(self.desk.folders.config, settings)
        except TrainerError as error:
            self.tell(error)

    def tell(self, error: TrainerError) -> None:
        """Show what went wrong, in one line."""
        self.notify(sentence(error.problem, self.lang), severity="error", markup=False, timeout=10)

    def action_switch_language(self) -> None:
        """Show everything in the other language."""
        other = next(lang for lang in LANGS if lang != self.lang)
        self.keep(replace(self.settings, lang=other))

    def action_switch_theme(self) -> None:
        """Change between light and dark."""
        self.theme = "textual-light" if self.current_theme.dark else "textual-dark"
        self.keep(replace(self.settings, theme=self.theme))

    def action_leave(self) -> None:
        """Quit; screens with unsent text ask first by answering `may_leave`."""
        from uss_trainer.tui.screens.base import BaseScreen

        screen = self.screen
        if not isinstance(screen, BaseScreen) or screen.may_leave():
            self.exit()

    def action_help(self) -> None:
        """Show what can be done here."""
        from uss_trainer.tui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen.about(self.screen))

    def action_help_quit(self) -> None:
        """Answer ctrl+c, which copies and doesn't quit."""
        self.notify(self.say("common.how-to-quit"), markup=False)
