"""Where the program keeps things on this machine; nothing is made until something is written."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

APP = "uss-trainer"


@dataclass(frozen=True, slots=True)
class Folders:
    """The user's folders and what the environment says about them."""

    data: Path
    """The database, and the user's own packs under `packs`."""

    cache: Path
    """Home's index, rubrics' lines, fitted heads and vectors: safe to delete."""

    config: Path
    """`settings.json`: name, language, theme."""

    db: str = ""
    """A database URL from `USS_TRAINER_DB`; empty for the default file."""

    person: str = ""
    """Who acts, from `USS_TRAINER_PERSON`; empty for whoever uses the machine."""

    packs: tuple[Path, ...] = ()
    """Folders from `USS_TRAINER_PACKS`, searched before the user's own."""

    @property
    def database_url(self) -> str:
        """The URL of the database in use."""
        return self.db or f"sqlite:///{(self.data / 'trainer.db').as_posix()}"

    @property
    def lines(self) -> Path:
        """Where rubrics' lines are kept ready to be read in pieces."""
        return self.cache / "lines"

    @property
    def user_packs(self) -> Path:
        """Where a trainer puts packs of their own."""
        return self.data / "packs"

    def places(self, first: Path | None = None) -> tuple[Path, ...]:
        """Return where packs are looked for, first wins; bundled ones come after these."""
        named = (first,) if first else ()
        own = (self.user_packs,) if self.user_packs.is_dir() else ()
        return (*named, *self.packs, *own)


def folders(environ: Mapping[str, str] = os.environ) -> Folders:
    """Return the folders of this user; `USS_TRAINER_HOME` moves all of them under one."""
    packs = environ.get("USS_TRAINER_PACKS", "")
    db = environ.get("USS_TRAINER_DB", "")
    person = environ.get("USS_TRAINER_PERSON", "")
    named = tuple(Path(part) for part in packs.split(os.pathsep) if part)
    if home := environ.get("USS_TRAINER_HOME"):
        root = Path(home)
        return Folders(root / "data", root / "cache", root / "config", db, person, named)
    import platformdirs

    return Folders(
        Path(platformdirs.user_data_dir(APP, appauthor=False)),
        Path(platformdirs.user_cache_dir(APP, appauthor=False)),
        Path(platformdirs.user_config_dir(APP, appauthor=False)),
        db,
        person,
        named,
    )
