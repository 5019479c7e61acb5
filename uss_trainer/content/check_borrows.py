"""What a rubric borrows from others: whether there is such a technique, and such lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from uss_trainer.content.near import nearest
from uss_trainer.errors import Problem

if TYPE_CHECKING:
    from uss_trainer.content.read import Document
    from uss_trainer.content.rubrics import Rubric


def check_borrows(
    rubric: Rubric, document: Document, lenders: Mapping[str, Rubric | None]
) -> Iterator[Problem]:
    """Yield techniques and headings that lend nothing.

    `lenders` are all rubrics by technique; None stands for one that can't be read.
    """
    for number, borrow in enumerate(rubric.borrows):
        if borrow.technique not in lenders:
            where = document.place(("borrows", number, "technique"))
            facts = {"id": borrow.technique, "nearest": nearest(borrow.technique, lenders)}
            yield Problem("check.no-lender", where, facts, "warning")
        elif lender := lenders[borrow.technique]:
            steps = [step.id for step in lender.steps]
            known = [*steps, *(method.id for method in lender.methods)]
            for place, heading in enumerate(borrow.headings):
                if heading not in known:
                    where = document.place(("borrows", number, "headings", place))
                    facts = {"id": heading, "technique": lender.technique}
                    facts["nearest"] = nearest(heading, known)
                    yield Problem("check.no-heading", where, facts, "warning")
