"""A desk with a small call of its own, for tests of playing and debriefing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from uss_trainer.actions import sittings
from uss_trainer.actions.desk import Desk
from uss_trainer.actions.home import index_file, rows_anew
from uss_trainer.actions.judges import Judges
from uss_trainer.actions.settings import Settings
from uss_trainer.actions.sittings import Sitting
from uss_trainer.errors import fail
from uss_trainer.i18n import Lang
from uss_trainer.paths import Folders
from uss_trainer.tui.app import TrainerApp
from uss_trainer.tui.screens.play import PlayScreen

PACKS = Path(__file__).parent / "packs"


class Clock:
    """A clock that only moves when told to."""

    def __init__(self) -> None:
        self.time = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.time

    def forward(self, seconds: float) -> None:
        """Let so many seconds go by."""
        self.time += timedelta(seconds=seconds)


ROWS: list[bytes] = []
"""Home's rows as a start leaves them in the cache, once known."""


def no_encoder() -> object:
    """Stand in for a machine without the sentence encoder."""
    raise fail("grading.encoder-missing")


def desk_in(folder: Path, *, judges: Judges | None = None) -> tuple[Desk, Clock]:
    """Return a desk whose data lie under `folder`, without an encoder unless judges are given."""
    clock = Clock()
    ids = iter(f"{number:08x}" for number in range(1, 1000))
    desk = Desk(
        Folders(folder / "data", folder / "cache", folder / "config"),
        packs=PACKS,
        now=clock,
        new_id=lambda: next(ids),
        new_seed=lambda: 7,
        judges=judges or Judges(no_encoder),  # type: ignore[arg-type]
    )
    _read_before(desk)
    return desk, clock


def _read_before(desk: Desk) -> None:
    """Give the desk the rows of an earlier start."""
    path = index_file(desk)
    if path.is_file():
        return
    if not ROWS:
        rows_anew(desk)
        ROWS.append(path.read_bytes())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(ROWS[0])


def begin(desk: Desk, mode: str = "guided", lang: Lang = "zh") -> Sitting:
    """Begin the small call."""
    return sittings.begin(
        desk, "luo-call", mode=mode, lang=lang, me="小秦" if lang == "zh" else "Qin"
    )


def app_playing(desk: Desk, sitting: Sitting, lang: Lang = "zh") -> TrainerApp:
    """Return the app with a sitting on its first screen."""
    return TrainerApp(desk, Settings(lang, "小秦"), PlayScreen(sitting))
