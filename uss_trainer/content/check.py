"""Everything that is wrong with a scenario beside its shape, all at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.content.check_borrows import check_borrows
from uss_trainer.content.check_flow import check_flow
from uss_trainer.content.check_links import Links
from uss_trainer.content.check_replies import check_replies
from uss_trainer.content.check_rubric import (
    check_fault_lines,
    check_faults,
    check_lines,
    check_rubric,
    check_scale,
)
from uss_trainer.content.check_tests import check_tests
from uss_trainer.content.check_ways import check_ways
from uss_trainer.content.check_words import check_words
from uss_trainer.content.known import Known
from uss_trainer.content.todo import TODO, check_todo

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uss_trainer.content.packs import Company
    from uss_trainer.content.read import Document
    from uss_trainer.content.rubrics import Faults, Rubric
    from uss_trainer.content.scenarios import Scenario
    from uss_trainer.errors import Problem

__all__ = [
    "check_borrows",
    "check_fault_lines",
    "check_faults",
    "check_lines",
    "check_rubric",
    "check_scale",
    "check_scenario",
    "check_words",
]


def check_scenario(
    scenario: Scenario,
    document: Document,
    rubrics: Mapping[str, Rubric],
    faults: Faults | None,
    company: Company | None,
) -> list[Problem]:
    """Return every broken link, dead end, repetition and giveaway, in the order of the file."""
    known = Known(scenario, rubrics, faults)
    problems = [*Links(scenario, document, known).problems()]
    problems += check_tests(scenario, document, known)
    wrong = {problem.code for problem in problems}
    if "check.unknown-goto" not in wrong:
        problems += check_flow(scenario, document)
    if not wrong & {"check.unknown-reply", "check.unknown-step", "check.unknown-technique"}:
        problems += check_ways(scenario, document)
    problems += check_replies(scenario, document, company)
    problems += check_words(document, company)
    if wrong & {"check.unknown-step", "check.unknown-technique"}:
        problems = [one for one in problems if one.code != "check.due-undone"]
    problems = [one for one in problems if one.facts.get("id") != TODO]
    problems += check_todo(document)
    once = {(one.where, one.code, *one.facts.values()): one for one in problems}
    return sorted(once.values(), key=_line)


def _line(problem: Problem) -> int:
    """Return the line a problem stands at, 0 for the whole file."""
    line = problem.where.rpartition(":")[2]
    return int(line) if line.isdecimal() else 0
