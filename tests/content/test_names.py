"""Names in content: filled in for the firm and trainee at hand, and whole names of steps."""

from __future__ import annotations

import pytest

from uss_trainer.content.check_rubric import check_lines
from uss_trainer.content.names import fill
from uss_trainer.content.packs import Company
from uss_trainer.content.read import parse
from uss_trainer.content.rubrics import Rubric, RubricLines
from uss_trainer.content.shapes import Words
from uss_trainer.content.steps import qualify

FIRM = Company(
    format="company/1",
    name=Words(zh="阿尔法软件公司", en="Alpha Software Ltd"),
    short=Words(zh="阿尔法", en="Alpha"),
    product=Words(zh="仓库软件", en="warehouse software"),
    facts={"since-year": Words(zh="1999年"), "odd": Words(zh="$me.name")},
)


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("$company.short的$me.name", "阿尔法的王\\1", "Alpha的王\\1"),
        ("$company.name.", "阿尔法软件公司.", "Alpha Software Ltd."),
        ("$company.product$company.short", "仓库软件阿尔法", "warehouse softwareAlpha"),
        ("$company.since-year", "1999年", "1999年"),
        ("$company.odd", "$me.name", "$me.name"),
        ("$company.nothing", "$company.nothing", "$company.nothing"),
        ("$me.age", "$me.age", "$me.age"),
        ("$5, $company, US$me, $$", "$5, $company, US$me, $$", "$5, $company, US$me, $$"),
        ("plain", "plain", "plain"),
    ],
)
def test_names_are_filled_in_once(text: str, zh: str, en: str) -> None:
    assert fill(text, FIRM, "王\\1", "zh") == zh
    assert fill(text, FIRM, "王\\1", "en") == en


def test_a_step_may_be_written_short_or_whole() -> None:
    assert qualify("greet", "opening") == "opening/greet"
    assert qualify("phone/greet", "opening") == "phone/greet"


def test_lines_alike_are_told_across_files_but_not_across_languages() -> None:
    words = {"zh": "问候", "en": "Greet"}
    step = {"id": "greet", "name": words, "about": words, "prompts": [words]}
    rubric = Rubric.model_validate(
        {"format": "rubric/1", "technique": "t", "name": words, "purposes": [], "steps": [step]}
    )
    head = "format: lines/1\ntechnique: t\nlanguage: {}\nsteps:\n  greet:\n    - a\n    - {}\n"
    parts = []
    for name, lang, line in (("one", "zh", "b"), ("two", "zh", "c"), ("three", "en", "d")):
        document = parse(head.format(lang, line), name)
        parts.append((RubricLines.model_validate(document.value), document))
    seen: list[list[str]] = []

    def alike(texts: list[str]) -> list[tuple[int, int, float]]:
        seen.append(texts)
        same = [(i, j, 100.0) for i, x in enumerate(texts) for j in range(i) if texts[j] == x]
        return [*same, (0, 1, 69.9)]

    problems = check_lines(rubric, parts, alike=alike)
    assert seen == [["a", "b", "a", "c"], ["a", "d"]]
    assert [(one.where, dict(one.facts)) for one in problems] == [
        ("two:6", {"text": "a", "other": "one:6", "likeness": "100"})
    ]
