"""Item analysis of a pack: which of its scenarios, steps and replies teach nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.coaching.items import (
    ENOUGH,
    Item,
    Reliability,
    discriminations,
    item,
    reliability,
)

if TYPE_CHECKING:
    from uss_trainer.reports.collect import FirstAttempts
    from uss_trainer.reports.names import Names


@dataclass(frozen=True, slots=True)
class Option:
    """A listed reply and how often it was chosen."""

    scenario: str
    scene: str
    reply: str
    quality: int | None
    """0 to 3; None where the latest content doesn't list it any more."""

    text: str
    chosen: int
    shown: int
    """How often an answer was given where it stood, typed ones included."""

    total: float | None
    """Mean total of those who chose it; None where nobody did."""

    @property
    def never(self) -> bool:
        """Whether it was passed over often enough to say that nobody takes it."""
        return self.chosen == 0 and self.shown >= ENOUGH


@dataclass(frozen=True, slots=True)
class Analysis:
    """A pack as a test."""

    people: int
    """Who finished at least one of its scenarios."""

    complete: int
    """Who finished all of them."""

    scenarios: tuple[Item, ...]
    """Each by everybody; against the others by those who finished all."""

    steps: tuple[tuple[str, Item], ...]
    """Scenario, and one of its steps against its others."""

    options: tuple[Option, ...]
    reliability: Reliability | None


def analyse(first: FirstAttempts, names: Names) -> Analysis:
    """Return a pack's analysis."""
    keys = sorted({scenario for row in first.scores.values() for scenario in row})
    rows = [
        [one[key] for key in keys]
        for one in first.scores.values()
        if all(key in one for key in keys)
    ]
    steps = tuple(
        (scenario, item(step, sums)) for (scenario, step), sums in sorted(first.steps.items())
    )
    return Analysis(
        people=len(first.scores),
        complete=len(rows),
        scenarios=tuple(_scenarios(keys, rows, first)),
        steps=steps,
        options=tuple(_options(first, names)),
        reliability=reliability(rows),
    )


def _scenarios(keys: list[str], rows: list[list[float]], first: FirstAttempts) -> list[Item]:
    """Return each scenario as an item."""
    found = []
    for key, discrimination in zip(keys, discriminations(rows) or (None,) * len(keys), strict=True):
        own = [row[key] for row in first.scores.values() if key in row]
        found.append(Item(key, len(own), sum(own) / len(own), discrimination, len(rows)))
    return found


def _options(first: FirstAttempts, names: Names) -> list[Option]:
    shown: dict[tuple[str, str], int] = {}
    for one in first.replies:
        here = (one.scenario, one.scene)
        shown[here] = shown.get(here, 0) + one.chosen
    chosen = {(one.scenario, one.scene, one.reply): one for one in first.replies if one.reply}
    listed = {
        (scenario, one.scene, one.reply): one
        for scenario, replies in names.listed.items()
        for one in replies
    }
    found = []
    for key in {**listed, **chosen}:
        count, known = chosen.get(key), listed.get(key)
        found.append(
            Option(
                *key,
                known.quality if known else None,
                names.word(known.text) if known else "",
                count.chosen if count else 0,
                shown.get(key[:2], 0),
                count.total if count else None,
            )
        )
    return found
