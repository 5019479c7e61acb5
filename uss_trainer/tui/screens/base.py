"""What every screen shares: words in the language shown, bindings translated, a least size."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar, cast

from textual.binding import Binding
from textual.content import Content
from textual.events import Resize
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from uss_trainer.i18n import Lang, say, words

if TYPE_CHECKING:
    from textual.binding import ActiveBinding

    from uss_trainer.actions.settings import Settings
    from uss_trainer.tui.app import TrainerApp

Result = TypeVar("Result")
LEAST = (80, 24)
"""Columns and rows below which a screen says that it needs more room."""


def plain(text: str) -> Content:
    """Return text to be shown exactly as it is, whatever markup it holds."""
    return Content(text)


class Speaking(Screen[Result]):
    """A screen whose words and bindings follow the app's language."""

    help_code: ClassVar[str] = ""
    """Code of the sentence that help shows for this screen."""

    @cached_property
    def trainer(self) -> TrainerApp:
        """The app, by its own type."""
        return cast("TrainerApp", self.app)

    @property
    def lang(self) -> Lang:
        """The language shown."""
        return self.trainer.lang

    def say(self, code: str, /, **facts: object) -> str:
        """Return a sentence in the language shown."""
        return say(code, self.lang, **facts)

    def on_mount(self) -> None:
        """Follow the language from now on."""
        self.watch(self.app, "settings", self._follow, init=False)

    def _follow(self, before: Settings, now: Settings) -> None:
        if before.lang != now.lang:
            self.relabel()
            self.refresh_bindings()

    def relabel(self) -> None:
        """Show everything in the language now chosen; screens with state of their own override."""
        self.refresh(recompose=True)

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The bindings in force, their descriptions and tooltips in the language shown."""
        found = super().active_bindings
        return {
            key: active._replace(binding=binding, tooltip=binding.tooltip)
            for key, active in found.items()
            for binding in [self._translated(active.binding)]
        }

    def _translated(self, binding: Binding) -> Binding:
        from dataclasses import replace

        # Where text is written, "?" is a character.
        writing = self.focused is not None and self.focused.check_consume_key("question_mark", "?")
        return replace(
            binding,
            key_display="f1" if writing and binding.action == "help" else binding.key_display,
            description=self._word(binding.description),
            tooltip=self._word(binding.tooltip or binding.description),
        )

    def _word(self, text: str) -> str:
        """Return a binding's text in the language shown: a code, or one of Textual's own words."""
        if not text:
            return text
        _area, dot, name = text.partition(".")
        if dot and name and " " not in text and name[-1] != ".":
            return say(text, self.lang)
        return words("textual", self.lang).get(text, text)


class BaseScreen(Speaking[None]):
    """A full screen; below the least size it says so and shows nothing else."""

    def may_leave(self) -> bool:
        """Return whether the program may quit now; a screen with unsent text asks first."""
        return True

    def on_resize(self, event: Resize) -> None:
        """Say so where the terminal is too small."""
        small = event.size.width < LEAST[0] or event.size.height < LEAST[1]
        self.set_class(small, "-too-small")
        for notice in self.query("#too-small").results(Static):
            notice.update(self.too_small(event.size.width, event.size.height))

    def too_small(self, width: int, height: int) -> Content:
        """Return the notice for a terminal of this size."""
        return plain(
            self.say("common.too-small", width=width, height=height, least=f"{LEAST[0]}×{LEAST[1]}")
        )


class BaseModal(ModalScreen[Result], Speaking[Result]):
    """A question on top of a screen, answered with a value."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
