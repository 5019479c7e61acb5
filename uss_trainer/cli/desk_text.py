"""The desk's pages as lines of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.cli.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from uss_trainer.actions.boards import Board
    from uss_trainer.actions.dossiers import Dossier, Seen
    from uss_trainer.actions.heat_maps import PeopleMap, StepMap
    from uss_trainer.actions.oversight import Overview
    from uss_trainer.actions.ungraded import Ungraded
    from uss_trainer.cli.here import Here
    from uss_trainer.coaching.desk_figures import Heat
    from uss_trainer.coaching.people import Person

COUNTS = ("given", "done", "pending", "overdue")


def _table(here: Here, heads: Sequence[str], rows: list[list[str]]) -> Iterator[str]:
    yield from table([here.say(f"desk.column-{head}") for head in heads], rows)


def _name(here: Here, person: Person) -> str:
    return person.name or here.settings.name or here.say("persons.you")


def overview_lines(here: Here, found: Overview) -> Iterator[str]:
    """Yield assignments and people."""
    if not found.assignments:
        yield here.say("desk.no-assignments")
        return
    rows = [
        [
            row.assignment.title,
            row.assignment.due or "-",
            *map(str, (row.tally.given, row.tally.done, row.tally.pending, row.overdue)),
        ]
        for row in found.assignments
    ]
    yield from _table(here, ("title", "due", *COUNTS), rows)
    yield ""
    people = [
        [
            _name(here, row.person),
            ", ".join(row.teams) or "-",
            *(str(getattr(row.tally, name)) for name in COUNTS),
            here.say("desk.practice", attempts=row.practice.attempts, drills=row.practice.drills),
        ]
        for row in found.people
    ]
    yield from _table(here, ("person", "teams", *COUNTS, "practice"), people)


def _percent(heat: Heat | None) -> str:
    return f"{heat.share * 100:.0f}" if heat else "-"


def map_lines(here: Here, people: PeopleMap, steps: StepMap) -> Iterator[str]:
    """Yield both heat maps, in per cent of what was due."""
    if not people.rows:
        yield here.say("desk.no-figures")
        return
    heads = [here.say("desk.column-person"), *(name for _, name in people.techniques)]
    rows = [
        [_name(here, one), *(_percent(known.get(name)) for name, _ in people.techniques)]
        for one, known in people.rows
    ]
    yield here.say("desk.map-about")
    yield from table(heads, rows)
    yield ""
    tops = [here.say("desk.column-step"), here.say("desk.column-all")]
    lines = [
        [
            f"{row.technique}: {row.name}",
            _percent(row.all),
            *(_percent(row.teams.get(team.id)) for team in steps.teams),
        ]
        for row in steps.rows
    ]
    yield from table([*tops, *(team.name for team in steps.teams)], lines)


def dossier_lines(here: Here, found: Dossier) -> Iterator[str]:
    """Yield one person's page."""
    from uss_trainer.actions.assigned import day_in_words
    from uss_trainer.actions.wording import span

    yield ", ".join((_name(here, found.person), *found.teams))
    practice = found.practice
    yield here.say(
        "desk.practice-more",
        attempts=practice.attempts,
        shared=practice.shared,
        drills=practice.drills,
    )
    for name, heat in found.techniques:
        yield here.say("desk.technique", name=name, share=_percent(heat), times=heat.times)
    if found.results:
        yield ""
        rows = []
        for one in found.results:
            counted = one.progress.counted
            total = span(counted.total, counted.total_if_open) if counted else "-"
            due = day_in_words(one.assignment, one.progress, here.lang) or "-"
            state = here.say(f"tasks.state-{one.progress.state}")
            rows.append([one.assignment.title, one.scenario, state, total, due])
        yield from _table(here, ("title", "scenario", "state", "total", "due"), rows)
    if found.attempts:
        yield ""
        listed = [_seen(here, one) for one in found.attempts]
        yield from _table(here, ("attempt", "when", "title", "mode", "total", "ruled"), listed)


def _seen(here: Here, one: Seen) -> list[str]:
    from uss_trainer.actions.moments import moment
    from uss_trainer.actions.wording import span

    attempt = one.attempt
    total = span(attempt.total, attempt.total_if_open) if attempt.finished else "-"
    ruled = span(one.ruled.total, one.ruled.total_if_open) if one.ruled else "-"
    mode = here.say(f"briefing.mode-{attempt.mode}")
    if not one.official:
        mode = here.say("desk.shared", mode=mode)
    when = moment(attempt.started_at, here.desk.now())
    return [attempt.id, when, one.title, mode, total, ruled]


def queue_lines(here: Here, found: Sequence[Ungraded]) -> Iterator[str]:
    """Yield the replies that wait for a ruling."""
    if not found:
        yield here.say("desk.queue-empty")
    for one in found:
        name = one.name or here.say("persons.you")
        facts = {"name": name, "title": one.title, "attempt": one.attempt.id, "turn": one.place}
        yield here.say("desk.queue-head", **facts)
        yield "  " + here.say("cli.said", who=here.say("desk.customer"), text=_line(one.customer))
        yield "  " + here.say("cli.said", who=name, text=_line(one.reply))
        gap = here.say("feedback.list")
        yield "  " + here.say("desk.queue-steps", steps=gap.join(one.names))


def _line(text: str) -> str:
    return " ".join(text.split())


def board_lines(here: Here, found: Sequence[Board]) -> Iterator[str]:
    """Yield boards."""
    for board in found:
        yield here.say("board.title" if board.on else "board.title-off", team=board.team.name)
        rows = [
            [row.name + (here.say("board.me") if row.me else ""), f"{row.done}/{row.given}"]
            for row in board.rows
        ]
        yield from _table(here, ("person", "done"), rows)
