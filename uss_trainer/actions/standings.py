"""How the trainee has done in each scenario and drill; Home asks for it once its rows are shown."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeAlias

from uss_trainer.errors import TrainerError
from uss_trainer.i18n import Lang, say
from uss_trainer.imports import importing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.labels import Labels
    from uss_trainer.coaching.attempts import Attempt
    from uss_trainer.coaching.drilled import Drilled

Result: TypeAlias = "Attempt | Drilled"


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An attempt to go on with."""

    attempt: str
    mode: str
    began: str


@dataclass(frozen=True, slots=True)
class Standing:
    """How the trainee has done in one scenario or drill."""

    best: str = ""
    """Total, a range while something in it is open; empty where it was never finished."""

    best_band: str = ""
    last: str = ""
    last_band: str = ""
    passed: bool = False
    """Whether the best result passes."""

    unfinished: Unfinished | None = None
    deal: str = ""
    """Where a deal stands; empty for a scenario, and for a deal never begun."""

    going: bool = False
    """Whether a deal has been begun and not finished."""

    @property
    def figures(self) -> tuple[str, str]:
        """Best and last in a few cells: `64+` stands for a range from 64."""
        return _short(self.best), _short(self.last)


def _short(total: str) -> str:
    low, dash, _ = total.partition("–")
    return low + "+" if dash else low


def standings(desk: Desk, lang: Lang) -> dict[str, Standing]:
    """Return how the trainee has done, by scenario and drill; TrainerError where the database fails."""
    with importing():
        from uss_trainer.actions.deal_standings import deal_standings
        from uss_trainer.actions.labels import labels
        from uss_trainer.coaching.attempts import results
        from uss_trainer.coaching.drilled import best_and_last
        from uss_trainer.store.attempts import all_attempts
        from uss_trainer.store.drills import all_drilled

        database = desk.database
    played = results(all_attempts(database, desk.actor.id))
    done = best_and_last(all_drilled(database, desk.actor.id))
    shown = [one for each in played.values() for one in (each.best, each.last) if one]
    names = labels(database, [*shown, *(one for pair in done.values() for one in pair)])
    found = {name: _standing(best, last, names, lang) for name, (best, last) in done.items()}
    for deal, one in deal_standings(desk, lang).items():
        found[deal] = Standing(deal=one.text, going=not one.finished)
    for name, each in played.items():
        waiting = _unfinished(desk, each.unfinished, lang) if each.unfinished else None
        known = _standing(each.best, each.last, names, lang)
        found[name] = replace(known, unfinished=waiting)
    return found


def _standing(
    best: Result | None, last: Result | None, names: dict[str, Labels], lang: Lang
) -> Standing:
    return Standing(
        best=_total(best),
        best_band=_band(best, names, lang),
        last=_total(last),
        last_band=_band(last, names, lang),
        passed=bool(best and best.passed),
    )


def _total(attempt: Result | None) -> str:
    from uss_trainer.actions.wording import span

    return span(attempt.total, attempt.total_if_open) if attempt else ""


def _band(attempt: Result | None, names: dict[str, Labels], lang: Lang) -> str:
    from uss_trainer.actions.labels import in_words

    if attempt is None:
        return ""
    return in_words(names[attempt.edition].bands.get(attempt.band), lang, attempt.band)


def _unfinished(desk: Desk, attempt: Attempt, lang: Lang) -> Unfinished:
    from uss_trainer.actions.moments import moment

    mode = say(f"briefing.mode-{attempt.mode}", lang)
    return Unfinished(attempt.id, mode, moment(attempt.started_at, desk.now()))


def changed(desk: Desk, standing: Mapping[str, Standing]) -> frozenset[str]:
    """Return the scenarios with an unfinished attempt whose content is another today."""
    from uss_trainer.actions.labels import labels
    from uss_trainer.store.attempts import attempt_of

    waiting = {name: one.unfinished for name, one in standing.items() if one.unfinished}
    attempts = {name: attempt_of(desk.database, one.attempt) for name, one in waiting.items()}
    then = labels(desk.database, attempts.values())
    return frozenset(
        name
        for name, attempt in attempts.items()
        if differs(desk, name, then[attempt.edition].parts)
    )


def differs(desk: Desk, scenario: str, then: Mapping[str, str]) -> bool:
    """Return whether a scenario's content today has other digests than `then`."""
    from uss_trainer.content.today import digests_today

    cache = desk.folders.cache / "digests.json"
    try:
        today = digests_today(desk.places, cache, scenario, lambda: desk.library)
    except TrainerError:
        # Removed or broken since: there is no newer version to offer.
        return False
    return any(then.get(name) != digest for name, digest in today.items())
