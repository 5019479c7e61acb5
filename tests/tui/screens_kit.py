"""What the tests of the screens around a play share: attempts of the past, an app, waiting."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from uss_trainer.actions.judges import Judges
from uss_trainer.actions.packing import packed
from uss_trainer.actions.settings import Settings
from uss_trainer.coaching.attempts import Attempt
from uss_trainer.coaching.cards import Review
from uss_trainer.errors import fail
from uss_trainer.store import attempts as store
from uss_trainer.store.cards import add_reviews
from uss_trainer.tui.app import TrainerApp

if TYPE_CHECKING:
    from textual.pilot import Pilot
    from textual.screen import Screen

    from uss_trainer.actions.desk import Desk
    from uss_trainer.coaching.cards import Rating
    from uss_trainer.grading.semantic import Encoder
    from uss_trainer.i18n import Lang

BANDS = {90: "excellent", 80: "pass", 65: "close", 0: "practise"}


@dataclass(frozen=True)
class Was:
    """A finished attempt to put into the database."""

    id: str
    total: float
    scenario: str = "short-call"
    retry_of: str = ""
    high: float = 0.0
    day: int = 1


def remember(desk: Desk, *finished: Was) -> None:
    """Store attempts as if they had been played."""
    for was in finished:
        edition = desk.library.edition(was.scenario)
        digest, parts = packed(edition)
        at = f"2026-01-{was.day:02}T09:00:00.000+00:00"
        attempt = Attempt(
            id=was.id,
            scenario=was.scenario,
            pack=edition.pack,
            technique=edition.scenario.technique,
            edition=digest,
            mode="guided",
            lang="zh",
            seed=1,
            me="小秦",
            started_at=at,
            retry_of=was.retry_of,
            finished_at=at,
            ending=edition.scenario.endings[0].id,
            outcome="won",
            total=was.total,
            total_if_open=was.high or was.total,
            band=next(band for least, band in BANDS.items() if was.total >= least),
            passed=was.total >= 80,
        )
        store.add_attempt(desk.database, attempt, parts)


def been(desk: Desk, *steps: str, day: str = "2026-02-20", rating: Rating = "good") -> None:
    """Store reviews of cards on an earlier day."""
    at, done = f"{day}T09:00:00.000+00:00", rating != "again"
    made = [
        Review("me", step, at, day, "drill", f"{step}-{day}", "named", done, 2, rating)
        for step in steps
    ]
    with desk.database.write() as connection:
        add_reviews(connection, made)


def _no_encoder() -> Encoder:
    raise fail("grading.encoder-missing")


@asynccontextmanager
async def showing(
    desk: Desk,
    first: Screen[None] | None = None,
    *,
    lang: Lang = "zh",
    name: str = "小秦",
    size: tuple[int, int] = (80, 24),
) -> AsyncIterator[tuple[TrainerApp, Pilot[None]]]:
    """Run the app on a screen, settled; without one on whatever it opens by itself."""
    # Nothing here is typed, and loading the encoder takes longer than all the rest.
    desk = replace(desk, judges=Judges(_no_encoder))
    app = TrainerApp(desk, Settings(lang, name), first)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        yield app, pilot


async def settle(pilot: Pilot[None]) -> None:
    """Wait until every worker is done and what it found is shown."""
    for _ in range(3):
        await pilot.pause()
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press keys and wait for what they set off."""
    await pilot.press(*keys)
    await settle(pilot)


def shown(app: TrainerApp) -> str:
    """Return the text on the screen, line by line."""
    width, height = app.size
    screen = app.screen
    strips = screen._compositor.render_strips(screen.size)
    assert width and height
    return "\n".join(strip.text.rstrip() for strip in strips)
