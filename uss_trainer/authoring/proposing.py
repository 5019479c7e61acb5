"""A reply that a trainer ruled on, as lines a rubric could take in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.authoring.page import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from uss_trainer.content.rubrics import Rubric

LONGEST = 400
"""Characters that a rubric's line may have."""

_CHINESE = re.compile("[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a reply does, of one technique."""

    text: str
    after: str
    """The customer's line it answers."""

    steps: tuple[str, ...]
    """Short ids."""

    methods: tuple[str, ...]
    faults: tuple[str, ...]
    like: str = ""
    """The step it was mistaken for, where it performs nothing."""

    @property
    def language(self) -> str:
        """The language it is in."""
        return "zh" if _CHINESE.search(self.text) else "en"


def lines_page(rubric: Rubric, proposal: Proposal, remarks: Sequence[str]) -> str:
    """Return a file of lines (`lines/1`) that holds the reply, headed by remarks."""
    head = [f"# {' '.join(remark.split())}" for remark in remarks]
    head += ["format: lines/1", f"technique: {rubric.technique}", f"language: {proposal.language}"]
    return "\n".join([*head, *_body(rubric, proposal)]) + "\n"


def _body(rubric: Rubric, proposal: Proposal) -> Iterator[str]:
    homes = {one.id: one.step for one in rubric.methods if one.performs}
    done = [homes[one] for one in proposal.methods if one in homes]
    rest = [step for step in proposal.steps if step not in done]
    if proposal.methods:
        yield from _under("methods", proposal.methods, proposal, rest)
    elif rest:
        yield from _under("steps", rest[:1], proposal, rest[1:])
    if proposal.faults:
        yield from _under("faults", proposal.faults, proposal, ())
    if not (proposal.methods or proposal.steps or proposal.faults):
        yield "none:"
        yield from _line(proposal, 2, f"like: {proposal.like}" if proposal.like else "")


def _under(
    kind: str, headings: Iterable[str], proposal: Proposal, also: Sequence[str]
) -> Iterator[str]:
    yield f"{kind}:"
    for place, heading in enumerate(headings):
        yield f"  {heading}:"
        more = f"also: [{', '.join(also)}]" if also and not place else ""
        yield from _line(proposal, 4, more)


def _line(proposal: Proposal, indent: int, more: str) -> Iterator[str]:
    blank = " " * indent
    yield f"{blank}- text: {quoted(' '.join(proposal.text.split()))}"
    if proposal.after.strip():
        yield f"{blank}  after: {quoted(' '.join(proposal.after.split()))}"
    if more:
        yield f"{blank}  {more}"
