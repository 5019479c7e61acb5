"""A drill as shown: its items while they are being answered, and what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from uss_trainer.actions.wording import number
from uss_trainer.content.drills import MatchDrill, PickDrill, SayDrill
from uss_trainer.i18n import Lang, say

if TYPE_CHECKING:
    from uss_trainer.actions.drilling import Done
    from uss_trainer.content.drills import Drill, Item, ListDrill
    from uss_trainer.grading.drill_values import Row
    from uss_trainer.player.drilling import Draft

Look = Literal["", "good", "bad", "warn", "quiet"]


@dataclass(frozen=True, slots=True)
class Line:
    """One item as shown."""

    id: str
    sign: str
    """Its number, its place among those taken, or whether it was right."""

    text: str
    note: str = ""
    """What it is matched with, or where it should have been."""

    why: str = ""
    """Feedback; empty before the answer."""

    look: Look = ""


def asked(drill: Drill, lang: Lang) -> tuple[str, ...]:
    """Return what is told before the items: situation, customer's line, task, check."""
    parts = [drill.situation.of(lang) if drill.situation else ""]
    if isinstance(drill, SayDrill):
        parts.append(say("drill.says", lang, who=drill.who.of(lang), line=drill.says.of(lang)))
    parts.append(drill.task.of(lang))
    if isinstance(drill, PickDrill) and drill.check:
        parts.append(say("drill.check", lang, text=drill.check.of(lang)))
    return tuple(part for part in parts if part)


def how(drill: Drill, draft: Draft | None, lang: Lang) -> str:
    """Return how this kind of drill is answered."""
    kind: str = drill.kind
    if kind == "choose" and draft:
        kind = "one" if draft.single else "several"
    elif isinstance(drill, PickDrill) and not drill.ordered:
        kind = "pick-loose"
    return say(f"drill.how-{kind}", lang)


def lines_now(drill: ListDrill, draft: Draft, lang: Lang) -> tuple[Line, ...]:
    """Return the items as the answer stands."""
    items = {item.id: item for item in drill.items}
    names = _targets(drill, lang)
    lines = []
    for place, one in enumerate(draft.rows, 1):
        to = draft.target(one)
        sign = _sign(draft, one, place)
        if to:
            sign = str(draft.targets.index(to) + 1)
        note = names.get(to, "")
        lines.append(Line(one, sign, items[one].text.of(lang), note))
    return tuple(lines)


def _sign(draft: Draft, item: str, place: int) -> str:
    if draft.kind == "order":
        return str(place)
    if draft.kind == "match":
        return "·"
    if draft.kind == "choose":
        return f"{place} ✓" if item in draft.taken else str(place)
    return str(draft.taken.index(item) + 1) if item in draft.taken else "·"


def targets(drill: ListDrill, lang: Lang) -> tuple[tuple[str, str], ...]:
    """Return id and text of what items are matched with; nothing for other kinds."""
    return tuple(_targets(drill, lang).items())


def _targets(drill: ListDrill, lang: Lang) -> dict[str, str]:
    if not isinstance(drill, MatchDrill):
        return {}
    return {one.id: one.text.of(lang) for one in drill.targets}


def missing(draft: Draft, lang: Lang) -> str:
    """Return what keeps an answer from being submitted; empty where nothing does."""
    if draft.complete:
        return ""
    left = len(draft.rows) - len(draft.pairs)
    return say(f"drill.unfinished-{draft.kind}", lang, count=left)


def lines_after(done: Done, lang: Lang) -> tuple[Line, ...]:
    """Return each item, step or fault with what became of it and why."""
    drill = done.drill
    if isinstance(drill, SayDrill):
        return tuple(_said(row, done, lang) for row in done.marks.rows)
    items = {item.id: item for item in drill.items}
    names = _targets(drill, lang)
    rows = done.marks.rows
    if isinstance(drill, PickDrill):
        rows = tuple(sorted(rows, key=lambda row: (not row.wanted, int(row.wanted or 0))))
    return tuple(_after(row, items[row.id], names, lang) for row in rows)


def _after(row: Row, item: Item, names: dict[str, str], lang: Lang) -> Line:
    look: Look = "good" if row.verdict == "right" else "bad"
    if row.verdict == "left":
        look = "quiet"
    elif row.verdict == "moved":
        look = "warn"
    sign = {"good": "✓", "quiet": "·", "warn": "~"}.get(look, "✗")
    note = _note(row, names, lang)
    return Line(item.id, sign, item.text.of(lang), note, item.why.of(lang), look)


def _note(row: Row, names: dict[str, str], lang: Lang) -> str:
    if names:
        code = {"right": "note-matched", "wrong": "note-match"}.get(row.verdict, "note-unmatched")
        given, wanted = names.get(row.given, ""), names.get(row.wanted, "")
        return say(f"drill.{code}", lang, given=given, wanted=wanted)
    code = {
        "moved": "note-place",
        "none": "note-unplaced",
        "missing": "note-missing",
        "extra": "note-extra",
        "left": "note-left",
    }.get(row.verdict, "")
    if row.verdict == "moved" and row.given == row.wanted:
        code = "note-among"
    return say(f"drill.{code}", lang, given=row.given, wanted=row.wanted) if code else ""


def _said(row: Row, done: Done, lang: Lang) -> Line:
    codes = {"right": "done", "missing": "undone", "none": "open", "extra": "fault"}
    looks: dict[str, Look] = {"right": "good", "none": "warn"}
    note = say(f"drill.note-{codes[row.verdict]}", lang, points=number(row.points))
    look = looks.get(row.verdict, "bad")
    sign = {"good": "✓", "warn": "?"}.get(look, "✗")
    name = done.names[row.id].of(lang) if row.id in done.names else row.id
    return Line(row.id, sign, name, note, "", look)
