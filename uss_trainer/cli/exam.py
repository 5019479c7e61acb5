"""Print exams: a list of them, or one with its verdict, reasons and self-rating."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.cli.streams import write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uss_trainer.actions.exam_reported import Report
    from uss_trainer.cli.here import Here


def print_exam(here: Here, name: str, form: str) -> int:
    """Print one exam and return the exit code: 3 while it isn't over or not rated."""
    from uss_trainer.actions.exam_told import exam_as_plain
    from uss_trainer.actions.exams import stands
    from uss_trainer.cli.main import OK, UNFINISHED

    stage = stands(here.desk, name).exam.stage
    if form == "json":
        here.write(exam_as_plain(here.desk, name, here.lang))
    elif stage == "rated":
        from uss_trainer.actions.exam_report import report

        for line in report_lines(here, report(here.desk, name, here.lang)):
            write(line)
    else:
        write(_waits(here, name))
    return OK if stage == "rated" else UNFINISHED


def _waits(here: Here, name: str) -> str:
    """Return what is still to be done."""
    from uss_trainer.actions.exam_rating import to_rate
    from uss_trainer.actions.exams import seconds_left, stands

    going = stands(here.desk, name)
    exam = going.exam
    if exam.stage == "to-rate":
        count = len(to_rate(here.desk, name, here.lang))
        return here.say("exam.to-rate", exam=exam.id, count=count)
    place = going.now.place if going.now else len(going.items)
    facts = {"place": place, "count": len(going.items), "pack": exam.pack}
    minutes = seconds_left(here.desk, exam) // 60
    return here.say("exam.going", exam=exam.id, minutes=minutes, **facts)


def report_lines(here: Here, found: Report) -> Iterator[str]:
    """Yield a report as lines of text."""
    yield found.title
    yield found.head
    yield from (f"  {fact}" for fact in found.facts if fact)
    for part in found.parts:
        yield ""
        yield here.say("exam.part", name=part.name, verdict=part.word)
        for reason in part.reasons:
            sign = {"yes": "+", "no": "-", "open": "?"}[reason.held]
            yield f"  {sign} {reason.text}"
    yield ""
    yield here.say("exam.talks")
    for talk in found.talks:
        code = "exam.talk" if talk.finished else "exam.talk-unfinished"
        facts = {"place": talk.place, "title": talk.title, "attempt": talk.attempt or "-"}
        yield "  " + here.say(code, total=talk.total, **facts)
    if found.bias:
        yield ""
        yield found.bias
    for code, steps in (("exam.over-heading", found.over), ("exam.under-heading", found.under)):
        if steps:
            yield here.say(code)
            yield from (f"  {step}" for step in steps)


def print_exams(here: Here, form: str) -> None:
    """Print the exams there are and those whoever acts has sat."""
    from uss_trainer.actions.exam_told import listed, own_exams
    from uss_trainer.actions.listing import as_plain, listing

    packs = as_plain(listing(here.desk), here.lang)["exams"]
    own = own_exams(here.desk)
    if form == "json":
        here.write({"packs": packs, "exams": [listed(exam) for exam in own]})
        return
    write(here.say("exam.packs"))
    for pack in packs:
        write(f"  {pack['id']}  {pack['title']}")
    if not own:
        write(here.say("exam.none"))
        return
    write(here.say("exam.yours"))
    for line in _table(here):
        write("  " + line)


def _table(here: Here) -> Iterator[str]:
    from uss_trainer.actions.exam_told import own_exams
    from uss_trainer.actions.moments import moment
    from uss_trainer.actions.wording import span
    from uss_trainer.cli.tables import table

    names = ("exam", "pack", "day", "stage", "total", "verdict")
    rows = [
        [
            exam.id,
            exam.pack,
            moment(exam.started_at, here.desk.now()),
            here.say(f"exam.stage-{exam.stage}"),
            span(exam.total, exam.total_if_open) if exam.rated_at else "-",
            here.say(f"exam.verdict-{exam.verdict}") if exam.rated_at else "-",
        ]
        for exam in own_exams(here.desk)
    ]
    yield from table([here.say(f"exam.column-{name}") for name in names], rows)
