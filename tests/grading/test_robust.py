"""Replies changed in ways that mustn't matter, and tricks that mustn't pay; the rates on all
techniques stand in `bench/robustness.py`, whose changes these are."""

from __future__ import annotations

import importlib.util
import random
from itertools import islice
from pathlib import Path
from types import ModuleType

import pytest

from uss_trainer.grading.rubric import lines_of

BENCH = Path(__file__).parents[2] / "bench"


def _twists() -> ModuleType:
    spec = importlib.util.spec_from_file_location("twists", BENCH / "twists.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


twists = _twists()


@pytest.fixture(scope="module")
def said(phone) -> list[tuple[str, str]]:
    """Two lines of each step and language, each with the customer's line before it."""
    drawn = [
        line
        for step in phone.steps
        for lang in ("zh", "en")
        for line in lines_of(phone, "steps", step.id, lang)[5::40][:2]
    ]
    return [(line.text, line.after) for line in drawn]


@pytest.fixture(scope="module")
def before(said, grader) -> list[frozenset[str]]:
    """What each of them performs as it is."""
    return [frozenset(grader.judge(text, after).step_ids) for text, after in said]


@pytest.mark.parametrize(
    ("name", "least"),
    [("traditional", 0.9), ("full width", 0.9), ("capitals", 0.95), ("end marks", 0.8),
     ("blanks", 0.95), ("a typo", 0.75)],
)  # fmt: skip
def test_how_a_reply_is_written_does_not_change_its_steps(
    name, least, said, before, grader
) -> None:
    same = []
    for (text, after), steps in zip(said, before, strict=True):
        changed = twists.HARMLESS[name](text)
        if changed != text:
            same.append(frozenset(grader.judge(changed, after).step_ids) == steps)
    assert len(same) >= 12
    assert sum(same) / len(same) >= least


def test_an_unrelated_polite_sentence_removes_no_step(said, before, grader) -> None:
    kept = [
        steps <= frozenset(grader.judge(twists.polite(text), after).step_ids)
        for (text, after), steps in zip(said, before, strict=True)
    ]
    assert sum(kept) / len(kept) >= 0.9


def test_saying_it_twice_is_worth_no_more(said, grader) -> None:
    def worth(text: str, after: str) -> int:
        judgement = grader.judge(text, after)
        return judgement.quality * len(judgement.steps)

    more = [worth(f"{text}\n{text}", after) > worth(text, after) for text, after in said]
    assert sum(more) / len(more) <= 0.1


def test_the_customers_own_line_earns_nothing(said, grader) -> None:
    assert not [after for _, after in said if after and grader.judge(after, after).steps]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_reciting_the_names_of_the_steps_earns_nothing(lang, phone, grader) -> None:
    names = [step.name.of(lang) for step in phone.steps]
    assert not [text for text in twists.recited(names) if grader.judge(text).steps]


@pytest.mark.parametrize(
    ("text", "denied", "step"),
    [
        (
            "我想跟您约个时间见面聊聊合作。",
            "我不想跟您约个时间见面聊聊合作。",
            "phone/state-purpose",
        ),
        (
            "我给您介绍一下我们公司，成立于1988年。",
            "我不给您介绍我们公司。",
            "phone/introduce-company",
        ),
        (
            "I'd like to arrange a time to meet you.",
            "I wouldn't like to arrange a time to meet you.",
            "phone/state-purpose",
        ),
        (
            "I'll ring you on Monday to confirm.",
            "I won't ring you on Monday to confirm.",
            "phone/confirm-lock",
        ),
        (
            "I'm calling to arrange a meeting.",
            "I won't call to arrange a meeting.",
            "phone/state-purpose",
        ),
    ],
)
def test_a_step_denied_is_not_done(text, denied, step, grader) -> None:
    context = "行，那就周二。" if step.endswith("lock") and "我" in text else ""
    assert step in grader.judge(text, context).step_ids
    assert step not in grader.judge(denied, context).step_ids


def test_no_string_raises_an_exception(said, grader) -> None:
    seeds = [text for text, _ in said]
    for number, text in enumerate(islice(twists.fuzz(random.Random(11), seeds), 300)):
        judgement = grader.judge(text, seeds[number % len(seeds)])
        assert 0 <= judgement.quality <= 3
        for one in (*judgement.steps, *judgement.faults, *judgement.open):
            assert 0 <= one.start <= one.end <= len(text)
