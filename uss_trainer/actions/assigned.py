"""What the trainee has been given: the tasks Home shows first, and beginning one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.coaching.assignments import progress
from uss_trainer.errors import fail
from uss_trainer.i18n import Lang, say
from uss_trainer.imports import importing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from uss_trainer.actions.desk import Desk
    from uss_trainer.coaching.assignments import Assignment, Item, Progress
    from uss_trainer.coaching.attempts import Attempt
    from uss_trainer.content.edition import Edition

CLOSED = ("done", "failed", "pending")
"""States in which nothing more is to be done by the trainee."""


@dataclass(frozen=True, slots=True)
class Task:
    """One scenario of an assignment as Home lists it."""

    assignment: str
    scenario: str
    title: str
    given: str
    """The assignment's title."""

    by: str
    mode: str
    """The mode's id."""

    due: str
    """The last day, in words; empty where there is none."""

    state: str
    """In a word."""

    best: str
    """The total that counts; empty while there is none."""

    pass_mark: str
    left: str
    """Attempts left, in words; empty for any number."""

    overdue: bool
    late: bool
    done: bool
    open: bool
    """Whether it can be begun or gone on with."""

    unfinished: str
    """The attempt to go on with; empty where there is none."""


def tasks(desk: Desk, lang: Lang) -> tuple[Task, ...]:
    """Return what whoever acts has been given: what is open first, by its last day."""
    with importing():
        from uss_trainer.actions.labels import in_words, titles
        from uss_trainer.store.assignments import all_assignments
    given = all_assignments(desk.database, desk.actor.id)
    if not given:
        return ()
    mine = _mine(desk, given)
    names = titles(desk.database, [item.edition for one in given for item in one.items])
    found = []
    for one in given:
        for item in one.items:
            stands = progress(one, item.scenario, mine, desk.now())
            title = in_words(names[item.edition], lang, item.scenario)
            found.append((_order(one, stands), _task(one, item, stands, title, lang)))
    return tuple(task for _, task in sorted(found, key=lambda pair: pair[0]))


def _mine(desk: Desk, given: Sequence[Assignment]) -> tuple[Attempt, ...]:
    """Return what one has begun oneself for assignments, trainers' rulings counted."""
    from uss_trainer.actions.counted import made_for
    from uss_trainer.coaching.rulings import as_ruled
    from uss_trainer.store.rulings import ruled_of

    me = desk.actor.id
    attempts = made_for(desk, given, me)
    return as_ruled(attempts, ruled_of(desk.database, me) if attempts else {})


def _order(given: Assignment, stands: Progress) -> tuple[bool, str, str]:
    return stands.state in CLOSED, given.due or "9999", given.at


def _task(given: Assignment, item: Item, stands: Progress, title: str, lang: Lang) -> Task:
    from uss_trainer.actions.wording import number, span

    counts = stands.counted
    left = stands.left
    return Task(
        assignment=given.id,
        scenario=item.scenario,
        title=title,
        given=given.title,
        by=given.by,
        mode=given.mode,
        due=day_in_words(given, stands, lang),
        state=say(f"tasks.state-{stands.state}", lang),
        best=span(counts.total, counts.total_if_open) if counts else "",
        pass_mark=number(given.pass_mark),
        left="" if left is None else say("tasks.left", lang, left=left),
        overdue=stands.overdue,
        late=stands.late,
        done=stands.state == "done",
        open=bool(stands.unfinished) or (stands.state not in CLOSED and left != 0),
        unfinished=stands.unfinished.id if stands.unfinished else "",
    )


def day_in_words(given: Assignment, stands: Progress, lang: Lang) -> str:
    """Return the last day and how far it is."""
    if stands.days is None:
        return ""
    if stands.overdue:
        return say("tasks.overdue", lang, day=given.due, days=-stands.days)
    if stands.days == 0:
        return say("tasks.due-today", lang)
    code = "tasks.due-days" if 0 < stands.days <= 14 else "tasks.due"
    return say(code, lang, day=given.due, days=stands.days)


def admitted(desk: Desk, assignment: str, scenario: str, mode: str) -> Item:
    """Return the item about to be begun.

    TrainerError `tasks.not-given`, `tasks.other-mode`, `tasks.unfinished` or
    `tasks.none-left`.
    """
    given, item = given_item(desk, assignment, scenario)
    if mode != given.mode:
        raise fail("tasks.other-mode", mode=given.mode)
    stands = progress(given, scenario, _mine(desk, [given]), desk.now())
    if stands.unfinished:
        raise fail("tasks.unfinished", attempt=stands.unfinished.id)
    if stands.left == 0:
        raise fail("tasks.none-left")
    return item


def given_item(desk: Desk, assignment: str, scenario: str) -> tuple[Assignment, Item]:
    """Return an assignment and one of its items, where whoever acts has it."""
    from uss_trainer.store.assignments import all_assignments

    given = all_assignments(desk.database, desk.actor.id)
    one = next((each for each in given if each.id == assignment), None)
    item = one.item(scenario) if one else None
    if one is None or item is None:
        raise fail("tasks.not-given", assignment=assignment)
    return one, item


def given_edition(desk: Desk, assignment: str, scenario: str) -> tuple[Edition, str]:
    """Return the content of an item in the version it was given, and its mode."""
    from uss_trainer.actions.packing import unpacked

    given, item = given_item(desk, assignment, scenario)
    return unpacked(desk, item.edition), given.mode


def edited(desk: Desk, given: Iterable[Task]) -> tuple[Task, ...]:
    """Return the open tasks whose files have changed since they were given; gone ones haven't."""
    import json

    from uss_trainer.actions.standings import differs
    from uss_trainer.store.contents import content

    found = []
    for task in given:
        if task.mode == "exam":
            continue
        _, item = given_item(desk, task.assignment, task.scenario)
        parts = json.loads(content(desk.database, [item.edition])[item.edition])
        if task.open and differs(desk, task.scenario, parts):
            found.append(task)
    return tuple(found)
