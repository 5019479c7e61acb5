"""The desk: what every action works with, put together once by the program that runs it."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from uss_trainer.actions.judges import Judges
from uss_trainer.actions.reading import Reading

if TYPE_CHECKING:
    from uss_trainer.coaching.people import Person
    from uss_trainer.content.library import Library
    from uss_trainer.paths import Folders
    from uss_trainer.store.engine import Database


def _now() -> datetime:
    return datetime.now(UTC)


def _new_id() -> str:
    return os.urandom(6).hex()


def _new_seed() -> int:
    from random import SystemRandom

    return SystemRandom().randrange(1_000_000)


@dataclass(frozen=True)
class Desk:
    """Folders, clock and chance; library, database and judges are opened when first needed."""

    folders: Folders
    packs: Path | None = None
    """A packs folder named on the command line; it comes before all others."""

    db: str = ""
    """A database URL named on the command line."""

    named: str = ""
    """Who acts, by id, number or name, as named on the command line."""

    now: Callable[[], datetime] = _now
    new_id: Callable[[], str] = _new_id
    new_seed: Callable[[], int] = _new_seed
    judges: Judges = field(default_factory=Judges)
    reading: Reading = field(default_factory=Reading)

    @cached_property
    def library(self) -> Library:
        """All packs, rubrics and company profiles that can be found."""
        from uss_trainer.content.library import open_library

        return open_library(self.places, self.folders.lines)

    @property
    def places(self) -> tuple[Path, ...]:
        """Where packs are looked for before the bundled ones."""
        return self.folders.places(self.packs)

    @cached_property
    def database(self) -> Database:
        """The open database; TrainerError `store.…` where it can't be opened."""
        from uss_trainer.store.engine import open_database

        return open_database(self.db or self.folders.database_url)

    @property
    def person(self) -> str:
        """Who acts as the command line or the environment names them; empty for nobody named."""
        return self.named or self.folders.person

    @cached_property
    def actor(self) -> Person:
        """Who acts; TrainerError `persons.no-such-person` where nobody is called so."""
        from uss_trainer.actions.acting import actor_of

        return actor_of(self)

    def at(self) -> str:
        """Return the time now: ISO 8601, UTC, whole milliseconds."""
        return self.now().astimezone(UTC).isoformat(timespec="milliseconds")

    def reread(self) -> None:
        """Forget the library, so that edited content is read again."""
        self.__dict__.pop("library", None)
