"""A ruling written down as a proposed edit of a rubric's lines."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from uss_trainer.authoring.proposing import LONGEST, Proposal, lines_page
from uss_trainer.content.clean import clean
from uss_trainer.errors import fail
from uss_trainer.i18n import Lang, say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from uss_trainer.actions.reviewing import Corrected
    from uss_trainer.grading.values import Judgement


def proposal_of(made: Corrected) -> Proposal:
    """Return a corrected reply as a line; TrainerError `rulings.no-line` where it can be none."""
    exchange, ruling = made.turn.exchange, made.correction.ruling
    text = exchange.reply.strip()
    if ruling is None or not text or len(text) > LONGEST:
        raise fail("rulings.no-line", most=str(LONGEST))
    own = exchange.judgement.technique + "/"
    return Proposal(
        text=text,
        after=exchange.customer,
        steps=tuple(step.removeprefix(own) for step in ruling.steps if step.startswith(own)),
        methods=ruling.methods,
        faults=ruling.faults,
        like=_mistaken(exchange.judgement, own),
    )


def _mistaken(judgement: Judgement, own: str) -> str:
    return next((step.removeprefix(own) for step in judgement.step_ids if step.startswith(own)), "")


def page_of(made: Corrected, lang: Lang) -> str:
    """Return the file that proposes a corrected reply, with the reason at its head."""
    technique = made.turn.exchange.judgement.technique
    rubric = made.sitting.edition.rubrics[technique]
    remarks = (
        say("rulings.proposed", lang, attempt=made.sitting.attempt.id),
        say("rulings.proposed-why", lang, why=made.correction.why),
    )
    return lines_page(rubric, proposal_of(made), remarks)


def propose(made: Corrected, folder: Path, lang: Lang) -> Path:
    """Write the proposal as a new file into a folder, which is made where it isn't there.

    The name begins with the technique, by which `check` knows whose lines it holds.
    """
    text = page_of(made, lang)
    path = next(one for one in _names(made, folder) if not one.exists())
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    except (OSError, ValueError) as error:
        cause = getattr(error, "strerror", None) or str(error)
        raise fail("rulings.cannot-propose", clean(str(path)), cause=cause) from error
    return path


def _names(made: Corrected, folder: Path) -> Iterator[Path]:
    technique = made.turn.exchange.judgement.technique
    stem = f"{technique}.lines.{made.sitting.attempt.id}-{made.turn.number}"
    yield folder / f"{stem}.yaml"
    yield from (folder / f"{stem}-{number}.yaml" for number in count(2))
