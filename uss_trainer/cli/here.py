"""What every command gets: the language, the settings and the desk."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from uss_trainer.cli.streams import write
from uss_trainer.errors import fail
from uss_trainer.i18n import say

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.settings import Settings
    from uss_trainer.cli.asked import Asked
    from uss_trainer.i18n import Lang
    from uss_trainer.paths import Folders


@dataclass(frozen=True)
class Here:
    """The common options put to use."""

    asked: Asked
    folders: Folders
    settings: Settings
    """The stored settings, the language asked for on the command line in place of theirs."""

    encoding: str = "utf-8"
    """What stdout was going to be written in before it was made UTF-8."""

    @property
    def lang(self) -> Lang:
        """The language everything is shown in."""
        return self.settings.lang

    @property
    def me(self) -> str:
        """The trainee's name as customers hear it; a usual one where none is settled yet."""
        usual = self.settings.name or self.say("cli.nobody")
        if not self.desk.person:
            return usual
        from uss_trainer.actions.acting import called

        return called(self.desk.actor, usual)

    @cached_property
    def desk(self) -> Desk:
        """The desk; TrainerError where the packs folder named isn't there."""
        from uss_trainer.actions.desk import Desk

        packs = Path(self.asked.packs) if self.asked.packs else None
        if packs is not None and not packs.is_dir():
            raise fail("cli.no-such-folder", str(packs))
        return Desk(self.folders, packs, self.asked.db, self.asked.person)

    def say(self, code: str, /, **facts: object) -> str:
        """Return a sentence in the language shown."""
        return say(code, self.lang, **facts)

    def write(self, value: object) -> None:
        """Print a result as JSON on one line."""
        write(self.json(value))

    def json(self, value: object) -> str:
        """Return a result as JSON on one line."""
        import json

        return json.dumps(value, ensure_ascii=False)


def settle(asked: Asked, folders: Folders, encoding: str) -> Here:
    """Return the common options with the stored settings."""
    from uss_trainer.actions.settings import load_settings

    settings = load_settings(folders.config)
    if asked.lang:
        settings = replace(settings, lang=asked.lang)
    return Here(asked, folders, settings, encoding)
