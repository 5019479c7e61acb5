"""The sheet on which somebody rates their own steps before they see the result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.actions.exam_reported import RATINGS
from uss_trainer.actions.exam_results import held
from uss_trainer.actions.exams import stands
from uss_trainer.actions.wording import step_name
from uss_trainer.content.clean import clean
from uss_trainer.errors import fail
from uss_trainer.player.scene import Voice, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uss_trainer.actions.desk import Desk
    from uss_trainer.i18n import Lang

WORDS = {
    **{name: place for place, name in enumerate(RATINGS)},
    **{"否": 0, "没有": 0, "部分": 1, "是": 2, "做到": 2},
    **{"0": 0, "1": 1, "2": 2},
}
"""What may stand for a rating in a file."""


@dataclass(frozen=True, slots=True)
class ToRate:
    """A step that was due in one conversation."""

    place: int
    title: str
    """The conversation's."""

    step: str
    name: str
    about: str
    """What performing it means."""


def to_rate(desk: Desk, name: str, lang: Lang) -> tuple[ToRate, ...]:
    """Return the steps to be rated, conversation by conversation."""
    from uss_trainer.content.steps import step_of

    going = stands(desk, name)
    rows = []
    for one in held(desk, going, lang):
        title = text_of(one.edition, one.edition.scenario.title, Voice(lang, going.exam.me))
        for step in one.due:
            known = step_of(one.edition.rubrics, step)
            about = known.about.of(lang) if known else ""
            named = step_name(one.edition, step, lang)
            rows.append(ToRate(one.item.place, title, step, named, about))
    return tuple(rows)


def ratings_in(text: str, where: str, rows: Iterable[ToRate]) -> dict[tuple[int, str], int]:
    """Return the ratings a file gives: `1 phone/greet yes`, `phone/greet partly` or `* no` a line.

    What stands for more is said first: a line about all gives way to one about a step, that to one
    about a step of one conversation. TrainerError `exam.rating-line` or `exam.rating-missing`.
    """
    told: dict[str, int] = {}
    for number, line in enumerate(text.split("\n"), 1):
        parts = line.split()
        if not parts:
            continue
        rating = WORDS.get(parts[-1].casefold())
        if rating is None or not 2 <= len(parts) <= 3:
            raise fail("exam.rating-line", f"{where}:{number}", line=clean(line)[:60])
        told[" ".join(parts[:-1])] = rating
    found = {}
    for row in rows:
        keys = (f"{row.place} {row.step}", row.step, f"{row.place} *", "*")
        key = next((one for one in keys if one in told), None)
        if key is None:
            raise fail("exam.rating-missing", where, place=str(row.place), step=row.step)
        found[row.place, row.step] = told[key]
    return found
