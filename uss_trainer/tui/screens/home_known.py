"""What Home knows at a moment, and what it shows of it."""

from __future__ import annotations

from asyncio import to_thread
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from uss_trainer.actions import assigned, home, standings
from uss_trainer.actions.standings import Standing
from uss_trainer.imports import importing
from uss_trainer.tui.screens.home_practice import TODAY, offer_detail, offer_rows
from uss_trainer.tui.screens.home_rows import detail, options
from uss_trainer.tui.screens.home_tasks import row_id, task_detail, task_of, task_rows

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Mapping

    from textual.widgets.option_list import Option

    from uss_trainer.actions.assigned import Task
    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.home import Line, Section
    from uss_trainer.actions.practice_told import Offer
    from uss_trainer.content.index import Row
    from uss_trainer.i18n import Lang


@dataclass(frozen=True)
class Known:
    """Rows, tasks and results; each part is empty until it has been asked for."""

    rows: list[Row] | None = None
    tasks: tuple[Task, ...] = ()
    standings: Mapping[str, Standing] = field(default_factory=dict)
    changed: frozenset[str] = frozenset()
    """Ids of rows whose content is another than what was begun or given."""

    trouble: str = ""
    offer: Offer | None = None
    """Today's five minutes; None until the schedule has been asked."""

    trains: bool = False
    """Whether whoever acts has a trainer's desk."""

    def sections(self, lang: Lang) -> tuple[Section, ...]:
        """Return what can be practised, pack by pack."""
        return home.sections(self.rows or [], lang)

    def options(self, lang: Lang) -> list[Option]:
        """Return the list's rows: what was given first."""
        listed = options(self.sections(lang), self.standings, lang)
        return [*task_rows(self.tasks, lang), *offer_rows(self.offer, lang), *listed]

    def detail(self, chosen: str, lang: Lang) -> dict[str, str]:
        """Return what stands below the list for a row."""
        changed, task = chosen in self.changed, self.task(chosen)
        if task:
            texts = task_detail(task, changed, lang)
        elif chosen == TODAY and self.offer:
            texts = offer_detail(self.offer, lang)
        else:
            standing = self.standings.get(chosen, Standing())
            texts = detail(self.sections(lang), chosen, standing, changed, lang)
        return {**texts, "problem": self.trouble} if self.trouble else texts

    def lead(self, before: Known, chosen: str, lang: Lang) -> str:
        """Return the row the cursor moves to: the first task, while nobody has moved it yet."""
        if before.tasks or not self.tasks:
            return ""
        first = next((one.id for one in before.options(lang) if not one.disabled), "")
        return row_id(self.tasks[0]) if chosen == first else ""

    def task(self, chosen: str) -> Task | None:
        """Return the task of a row, or None."""
        return task_of(self.tasks, chosen)

    def line(self, chosen: str) -> Line | None:
        """Return the scenario of a row, or None."""
        return home.line_of(self.sections("en"), chosen)

    def waiting(self, chosen: str) -> str:
        """Return the unfinished attempt of a row; empty where there is none."""
        task, standing = self.task(chosen), self.standings.get(chosen)
        if task:
            return task.unfinished
        return standing.unfinished.attempt if standing and standing.unfinished else ""


async def learn(desk: Desk, known: Known, lang: Lang, *, anew: bool) -> AsyncIterator[Known]:
    """Yield what is known as each part comes; TrainerError where the database fails."""
    rows = await to_thread(desk.reading.rows, desk, anew=anew)
    known = replace(known, rows=rows)
    yield known
    known = replace(known, trains=await to_thread(_has_desk, desk))
    known = replace(known, tasks=await to_thread(assigned.tasks, desk, lang))
    known = replace(known, standings=await to_thread(standings.standings, desk, lang), trouble="")
    yield known
    changed = await to_thread(standings.changed, desk, known.standings)
    edited = await to_thread(assigned.edited, desk, known.tasks)
    known = replace(known, changed=changed | {row_id(task) for task in edited})
    yield known
    yield replace(known, offer=await to_thread(_offer, desk, lang))


def _has_desk(desk: Desk) -> bool:
    with importing():
        from uss_trainer.actions.acting import has_desk
    return has_desk(desk)


def _offer(desk: Desk, lang: Lang) -> Offer:
    with importing():
        from uss_trainer.actions.practice_told import offer
    return offer(desk, lang)
