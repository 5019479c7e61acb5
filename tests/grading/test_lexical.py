"""Copies, near lines, lines too alike, and what an author declared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from uss_trainer.content.packs import Company
from uss_trainer.content.scenarios import Reply
from uss_trainer.grading import lexical
from uss_trainer.grading.declared import declared
from uss_trainer.grading.firms import firms_of
from uss_trainer.grading.masking import mask

if TYPE_CHECKING:
    from uss_trainer.content.rubrics import Rubric


def test_lines_that_differ_in_names_only_are_alike() -> None:
    texts = [
        "王总您好，我是用友的小李，周三下午两点方便吗",
        "赵经理您好，我是用友的小陈，周五上午十点方便吗",
        "想请教您一句，贵司的账现在多久结一次",
    ]
    assert [(i, j) for i, j, _ in lexical.alike(texts)] == [(0, 1)]
    assert lexical.alike(texts, floor=100) == []


@pytest.mark.parametrize(
    ("words", "source", "expected"),
    [
        ("你们公司在哪里办公呢", "我们公司在哪里办公呢", True),
        ("您哪天方便过来见面谈谈", "你哪天方便过来见面谈谈？", True),
        ("好的", "好的，你说吧", False),
        ("周三下午我到您办公室", "那你下周来一趟吧", False),
        ("we already have a system", "We already have a system, thank you.", True),
        ("", "你好", False),
        ("你好你好你好你好", "", False),
    ],
)
def test_copied(words: str, source: str, expected: bool) -> None:
    assert lexical.copied(words, source) is expected


def test_titles_with_numbers_and_marks_are_titles() -> None:
    names = ["自我介绍", "说明电话目的", "Introduce yourself"]
    assert lexical.titles("1、自我介绍；2、说明电话目的", names)
    assert lexical.titles("Introduce yourself!", names)
    assert not lexical.titles("我先自我介绍一下，我是用友的小顾", names)


def test_nothing_is_near_an_empty_text() -> None:
    assert lexical.nearest("", lexical.Lines(["您好"])) == lexical.Near("", 0.0)
    assert lexical.likeness("", "") == 0


def test_shuffled_words_are_known() -> None:
    words = lexical.Words(["I am calling to arrange a meeting with you about your stock"])
    assert words.shuffled("stock your about you with meeting a arrange to calling am I")
    assert not words.shuffled("I'm calling to arrange a meeting with you about your stock")


def test_declared_takes_the_authors_word_and_shows_ours(phone: Rubric) -> None:
    text = "李总您好，我是用友的小秦。您看周三下午方便吗？"
    reply = Reply.model_validate(
        {
            "id": "both",
            "text": {"zh": text, "en": text},
            "quality": 3,
            "steps": ["propose-time", "introduce-self", "opening/greet"],
            "faults": ["impolite"],
            "why": {"zh": "好", "en": "good"},
            "goto": "next",
        }
    )
    judged = declared(reply, text, phone, "zh")
    assert judged.step_ids == ("phone/introduce-self", "phone/propose-time", "opening/greet")
    assert judged.fault_ids == ("impolite",)
    assert (judged.quality, judged.source, judged.gradable) == (3, "declared", True)
    shown = {evidence.id: text[evidence.start : evidence.end] for evidence in judged.steps}
    assert shown["phone/introduce-self"] == "我是用友的小秦。"
    assert shown["phone/propose-time"] == "您看周三下午方便吗？"
    assert judged.steps[0].confidence == 1.0
    assert judged.steps[0].met == ("name", "company", "address")


def test_a_form_of_address_is_shown_with_what_follows_it(phone: Rubric) -> None:
    text = "严经理，用友的王晓明。你们三个车间月月对不上，我想约您谈谈怎么治。"
    reply = Reply.model_validate(
        {
            "id": "short",
            "text": {"zh": text, "en": text},
            "quality": 1,
            "steps": ["introduce-self"],
            "why": {"zh": "好", "en": "good"},
            "goto": "next",
        }
    )
    found = declared(reply, text, phone, "zh").steps[0]
    assert text[found.start : found.end] == "严经理，用友的王晓明。"


ACADEMY = Company.model_validate(
    {
        "format": "company/1",
        "name": {"zh": "明途学院", "en": "Brightway Academy"},
        "short": {"zh": "明途", "en": "Brightway"},
        "product": {"zh": "课程", "en": "courses"},
        "aliases": ["明途"],
        "rivals": ["匠途讲堂", "Craftpath", "SAP"],
    }
)


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("我是明途学院的小林", "我是F的N"),
        ("我是明途的小林", "我是F的N"),
        ("It's Brightway Academy here", "it's F here"),
        ("是brightway的吧", "是F的吧"),
        ("the brightways of old", "the brightways of old"),
        ("比匠途讲堂贵", "比金蝶贵"),
        ("dearer than Craftpath", "dearer than kingdee"),
        ("dearer than SAP", "dearer than sap"),
    ],
)
def test_another_firms_names_are_masked_like_our_own(text: str, masked: str) -> None:
    assert mask(text, firms_of(ACADEMY)) == masked


def test_the_words_shown_for_introducing_oneself_name_the_firm(phone: Rubric) -> None:
    text = "龚主管您好，我是明途的小林，想约您在厂里见一面，聊聊动火作业的实操培训。"
    reply = Reply.model_validate(
        {
            "id": "whole",
            "text": {"zh": text, "en": text},
            "quality": 3,
            "steps": ["introduce-self"],
            "why": {"zh": "好", "en": "good"},
            "goto": "next",
        }
    )
    found = declared(reply, text, phone, "zh", firms_of(ACADEMY)).steps[0]
    assert text[found.start : found.end] == "我是明途的小林，"
    assert "company" in found.met
