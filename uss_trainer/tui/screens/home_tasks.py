"""What the trainee was given, as Home's first rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets.option_list import Option

from uss_trainer.i18n import Lang, say
from uss_trainer.tui.widgets.columns import Cell, ColumnRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from uss_trainer.actions.assigned import Task

GIVEN = "given:"
"""Begins the row id of a task, which no scenario's id can."""


def row_id(task: Task) -> str:
    """Return a task's row id."""
    return f"{GIVEN}{task.assignment}/{task.scenario}"


def task_of(tasks: Sequence[Task], row: str) -> Task | None:
    """Return the task of a row, or None."""
    return next((task for task in tasks if row_id(task) == row), None)


def task_rows(tasks: Sequence[Task], lang: Lang) -> list[Option]:
    """Return a heading and a row for each task, a blank line after them; nothing for none."""
    if not tasks:
        return []
    title = Cell(say("tasks.heading", lang), style="bold $text-primary")
    rows = [Option(ColumnRow(title), disabled=True), *(_row(task, lang) for task in tasks)]
    return [*rows, Option(ColumnRow(Cell("")), disabled=True)]


def _row(task: Task, lang: Lang) -> Option:
    due = "$text-error" if task.overdue else "$foreground 60%"
    state = "$text-success" if task.done else "$text-warning" if task.open else "$foreground 60%"
    told = say("tasks.late", lang, state=task.state) if task.late else task.state
    cells = (
        Cell("  " + task.title),
        Cell(task.due, 26, due),
        Cell(task.best or "–", 7, right=True),
        Cell(told, 14, state),
    )
    return Option(ColumnRow(*cells), id=row_id(task))


def task_detail(task: Task, edited: bool, lang: Lang) -> dict[str, str]:
    """Return the texts below the list for a task, by part."""
    mode = say(f"briefing.mode-{task.mode}", lang)
    about = say("tasks.about", lang, given=task.given, mode=mode, mark=task.pass_mark)
    more = [about, task.due, task.left, say("tasks.from", lang, name=task.by) if task.by else ""]
    next_step = "go-on" if task.unfinished else "begin" if task.open else "closed"
    result = say("tasks.result", lang, best=task.best) + "   " if task.best else ""
    return {
        "title": task.title,
        "about": " · ".join(part for part in more if part),
        "results": result + say(f"tasks.{next_step}", lang),
        "waiting": say("tasks.newer", lang) if edited else "",
    }
