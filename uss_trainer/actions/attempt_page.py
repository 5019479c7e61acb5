"""The page about one attempt: its debrief, to be read without the program."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from uss_trainer import __version__
from uss_trainer.actions.debriefs import of_sitting
from uss_trainer.actions.playing import card
from uss_trainer.actions.reviewing import review
from uss_trainer.actions.sittings import read
from uss_trainer.i18n import Lang, say
from uss_trainer.reports.collect import SHORT, everybody
from uss_trainer.reports.pages import DAY
from uss_trainer.reports.values import Chart, Facts, Page, Said, Spoken, Table, Talk

if TYPE_CHECKING:
    from uss_trainer.actions.debriefed import Debrief, Noted
    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.feedback import Feedback
    from uss_trainer.actions.sittings import Sitting
    from uss_trainer.grading.card import Scorecard
    from uss_trainer.reports.values import Block

MINUTE = 16
"""Characters of `2026-03-02T09:00`."""


def attempt_page(desk: Desk, name: str, lang: Lang) -> Page:
    """Return the page; TrainerError where there is no such attempt or one may not read it."""
    sitting = read(desk, name, lang)
    told = of_sitting(sitting, review(desk, sitting))
    people = {one.id: one.name for one in everybody(desk.database).people}
    who = people.get(sitting.attempt.person) or sitting.attempt.me
    blocks: list[Block] = [_facts(sitting, told, lang)]
    if told.undecided and not told.ruling:
        blocks.append(Said(say("report.undecided", lang), warns=True))
    if told.ending_debrief:
        blocks.append(Said(told.ending_debrief))
    blocks += [_steps_chart(told, lang), _parts(told, lang), _steps(told, lang)]
    if told.losses:
        blocks.append(_losses(told, lang))
    blocks.append(_lessons(told, lang))
    blocks.append(_talk(sitting, told, lang))
    return Page(
        lang,
        say("report.title-attempt", lang, title=told.title, name=who),
        say("report.about", lang, made=desk.at()[:DAY]),
        tuple(blocks),
        versions(sitting, card(sitting), lang),
    )


def versions(sitting: Sitting, result: Scorecard, lang: Lang) -> tuple[tuple[str, str], ...]:
    """Return what an attempt's score rests on."""
    attempt, parts = sitting.attempt, sitting.edition.digests
    told = [(say("report.version-scenario", lang, scenario=attempt.scenario), attempt.edition)]
    for name, digest in sorted(parts.items()):
        if name.startswith("rubric:"):
            technique = name.partition(":")[2]
            told.append((say("report.version-rubric", lang, technique=technique), digest[:SHORT]))
    for by, version in result.versions.items():
        technique, _, source = by.partition("/")
        if source == "typed":
            told.append((say("report.version-grader", lang, technique=technique), version))
    return (*told, (say("report.version-program", lang), __version__))


def _facts(sitting: Sitting, told: Debrief, lang: Lang) -> Facts:
    attempt = sitting.attempt
    result, ruling = "unfinished", told.ruling
    if told.finished and ruling:
        result = "has-passed" if ruling.passed else "is-open" if ruling.undecided else "has-failed"
    elif told.finished:
        result = "has-passed" if told.passed else "is-open" if told.undecided else "has-failed"
    rows = {
        "total": told.total,
        "band": told.band,
        "ruled": say("report.ruled-total", lang, **asdict(told.ruling)) if told.ruling else "",
        "result": say(f"report.{result}", lang),
        "customer": told.customer,
        "mode": say(f"briefing.mode-{attempt.mode}", lang),
        "began": attempt.started_at[:MINUTE].replace("T", " ") + " UTC",
        "ending": told.ending,
    }
    return Facts(
        tuple((say(f"report.{name}", lang), value) for name, value in rows.items() if value)
    )


def _steps_chart(told: Debrief, lang: Lang) -> Chart:
    due = [one for one in told.steps if float(one.possible)]
    return Chart(
        say("report.step-scores", lang),
        "bars",
        tuple(one.name for one in due),
        tuple(round(float(one.earned) / float(one.possible) * 100) for one in due),
        note=say("report.weakest-note", lang),
    )


def _parts(told: Debrief, lang: Lang) -> Table:
    heads = tuple(say(f"report.column-{head}", lang) for head in ("part", "points"))
    rows = tuple(
        (say(f"debrief.part-{one.id}", lang), f"{one.got} / {one.of}") for one in told.parts
    )
    return Table(say("report.parts", lang), heads, rows, frozenset({1}))


def _steps(told: Debrief, lang: Lang) -> Table:
    heads = ("step", "points", "turn", "words", "could")
    rows = tuple(
        (
            say("report.must", lang, step=one.name) if one.must else one.name,
            f"{one.earned} / {one.possible}",
            str(one.turn) if one.turn else say("report.missed", lang),
            one.words,
            one.example,
        )
        for one in told.steps
    )
    names = tuple(say(f"report.column-{head}", lang) for head in heads)
    return Table(say("report.steps-of-card", lang), names, rows, frozenset({1, 2}))


def _losses(told: Debrief, lang: Lang) -> Table:
    names = tuple(
        say(f"report.column-{head}", lang) for head in ("lost", "points", "turn", "words")
    )
    rows = tuple(
        (
            one.name or say("report.hint", lang),
            f"−{one.points}",
            str(one.turn or "–"),
            one.words or one.about,
        )
        for one in told.losses
    )
    return Table(say("report.losses", lang), names, rows, frozenset({1, 2}))


def _lessons(told: Debrief, lang: Lang) -> Table:
    names = tuple(say(f"report.column-{head}", lang) for head in ("step", "about", "could"))
    rows = tuple((one.name, one.about, one.example) for one in told.lessons)
    return Table(say("report.lessons", lang), names, rows)


def _talk(sitting: Sitting, told: Debrief, lang: Lang) -> Talk:
    turns = tuple(_spoken(sitting, told, one, lang) for one in told.turns)
    return Talk(say("report.talk", lang), turns)


def _spoken(sitting: Sitting, told: Debrief, noted: Noted, lang: Lang) -> Spoken:
    past = noted.past
    notes = _notes(past.feedback, lang)
    if noted.better:
        notes.append(("plain", say("report.better", lang, text=noted.better)))
    notes += [("said", one) for one in noted.said]
    return Spoken(
        str(past.place),
        past.who or told.customer,
        f"({past.cue}) {past.customer}" if past.cue else past.customer,
        sitting.attempt.me,
        past.reply or say("report.silent", lang),
        tuple(notes),
    )


def _notes(said: Feedback, lang: Lang) -> list[tuple[str, str]]:
    """Return what a reply did, in words."""
    notes = [("good", one.name) for one in (*said.steps, *said.methods)]
    notes += [
        ("bad", f"{one.name} – {one.about}" if one.about else one.name) for one in said.faults
    ]
    for kind, some in (("step-open", said.open), ("faults-suspected", said.suspected)):
        notes += [("open", say(f"report.{kind}", lang, name=one.name)) for one in some]
    if said.reason:
        notes.append(("open", say(f"feedback.reason-{said.reason}", lang).removeprefix("? ")))
    if said.why:
        notes.append(("plain", said.why))
    return notes
