"""Lines that a rubric borrows from another technique."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.content.borrowing import borrowed
from uss_trainer.content.rubrics import Borrow, RubricLine, RubricLines

if TYPE_CHECKING:
    from uss_trainer.content.library import Library
    from uss_trainer.content.rubrics import Rubric
    from uss_trainer.content.shapes import Lang


def lent(lang: Lang, count: int) -> RubricLines:
    """Return lines of a step, every fifth doing something else besides."""
    lines = [
        RubricLine(text=f"{lang} {number}", also=["greet"] if number % 5 == 0 else [])
        for number in range(count)
    ]
    return RubricLines(format="lines/1", technique="fbv", language=lang, steps={"fact": lines})


def borrowing(library: Library, *borrows: Borrow) -> Rubric:
    """Return the visit rubric with these loans and nothing else."""
    return library.scoring.plain("visit").model_copy(update={"borrows": list(borrows)})


def test_single_lines_are_taken_evenly_in_each_language(library: Library) -> None:
    loan = Borrow(technique="fbv", headings=["fact"], step="communicate", most=10)
    zh, en = borrowed(borrowing(library, loan), {"fbv": [lent("zh", 50), lent("en", 5)]})
    taken = [line.text for line in zh.steps["communicate"]]
    assert taken == [f"zh {number}" for number in range(50) if number % 5][::4]
    assert [line.text for line in en.steps["communicate"]] == ["en 1", "en 2", "en 3", "en 4"]


def test_what_performs_nothing_here_is_borrowed_as_none(library: Library) -> None:
    loan = Borrow(technique="fbv", headings=["fact"], most=2)
    zh, _ = borrowed(borrowing(library, loan), {"fbv": [lent("zh", 5), lent("en", 5)]})
    assert zh.steps == {}
    assert [line.text for line in zh.none] == ["zh 1", "zh 3"]


def test_a_missing_lender_lends_nothing(library: Library) -> None:
    loan = Borrow(technique="juggling", headings=["toss"], step="communicate")
    assert [part.steps for part in borrowed(borrowing(library, loan), {})] == [
        {"communicate": []},
        {"communicate": []},
    ]


def test_the_visit_learns_its_conversation_from_other_techniques(library: Library) -> None:
    texts = {
        line.text
        for part in library.rubric("visit").lines
        for line in part.steps.get("communicate", [])
    }
    questions = [
        line.text
        for part in library.rubric("questioning").lines
        for line in part.steps.get("open-question", [])
    ]
    assert texts & set(questions)
