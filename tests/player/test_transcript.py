"""Transcripts: every form people and recorders write, and what is wrong with those that can't be read."""

from __future__ import annotations

import pytest

from uss_trainer.errors import TrainerError
from uss_trainer.player.reading import LONGEST, MOST, read_transcript
from uss_trainer.player.transcript import moments
from uss_trainer.player.transcript_sides import selling

VTT = "WEBVTT\n\nSTYLE\n::cue { color: red }\n\n1\n00:01.000 --> 00:02.500 align:start\n"
SRT = "1\n00:00:01,000 --> 00:00:02,500\n"


def said(text: str, *sales: str) -> list[tuple[str, str, int]]:
    """Return who says what on which line."""
    return [(one.who, one.text, one.line) for one in read_transcript(text, "t", sales).utterances]


@pytest.mark.parametrize(
    ("text", "sales", "expected"),
    [
        ("S: hi\nK: yes?", (), [("S", "hi", 1), ("K", "yes?", 2)]),
        ("\ufeff销售：您好\r\n客户： 喂", (), [("销售", "您好", 1), ("客户", "喂", 2)]),
        ("ｓ：你好\n\n\nk :喂\n", (), [("ｓ", "你好", 1), ("k", "喂", 4)]),
        ("1. Sales: a\n2. Customer: b", (), [("Sales", "a", 1), ("Customer", "b", 2)]),
        ("（1）销售：甲\n12、客户：乙", (), [("销售", "甲", 1), ("客户", "乙", 2)]),
        ("**S:** bold\n- K: list", (), [("S", "bold", 1), ("K", "list", 2)]),
        ("客户1：a\n客户2：b\n销售：c", (), [("客户1", "a", 1), ("客户2", "b", 2), ("销售", "c", 3)]),
        # a turn goes on over lines, also when they hold a colon
        ("S: at\n 14:30\n时间：周四\nK: ok", (), [("S", "at\n14:30\n时间：周四", 1), ("K", "ok", 4)]),
        ("S:\nhello\nK: yes", (), [("S", "hello", 1), ("K", "yes", 3)]),
        # names, where --sales tells who sells
        ("Mr. Li: a\nAnn: b", ("mr. li",), [("Mr. Li", "a", 1), ("Ann", "b", 2)]),
        ("李娜(00:01:02)：a\n王总(00:01:04)：b", ("李娜",), [("李娜", "a", 1), ("王总", "b", 2)]),
        ("[00:12] Ann: a\n[00:15] Bo: b", ("Ann",), [("Ann", "a", 1), ("Bo", "b", 2)]),
        ("标题\nAnn: a\n注意：x\nBo: b\nAnn: c\nBo: d", ("Ann",),
         [("Ann", "a\n注意：x", 2), ("Bo", "b", 4), ("Ann", "c", 5), ("Bo", "d", 6)]),
        # recorders
        (VTT + "<v.loud Ann>Hi &amp; <i>hello</i>\n\n00:03.000 --> 00:04.000\n<v Bo>Yes</v>", ("Ann",),
         [("Ann", "Hi & hello", 8), ("Bo", "Yes", 11)]),
        (VTT + "<v Ann>你好，\n\n00:03.000 --> 00:04.000\n<v Ann>我是小安\n\n00:05.000 --> 00:06.000\n<v Bo>嗯", (),
         [("Ann", "你好，我是小安", 8), ("Bo", "嗯", 14)]),
        (VTT + "<v Ann>one <v Bo>two", (), [("Ann", "one", 8), ("Bo", "two", 8)]),
        (SRT + "{\\an8}Ann: I say\nthis: twice\n\n2\n00:00:03,000 --> 00:00:04,000\nand go on\n\n3\n"
         "00:00:05,000 --> 00:00:06,000\nBo: well", ("Ann", "Bo"),
         [("Ann", "I say this: twice and go on", 3), ("Bo", "well", 12)]),
        ('{"speaker": "S", "text": "a", "start": 1, "end": 2}\n\n{"speaker": "K", "text": "b"}', (),
         [("S", "a", 1), ("K", "b", 3)]),
    ],
)  # fmt: skip
def test_every_form_gives_who_said_what_where(text, sales, expected) -> None:
    assert said(text, *sales) == expected


@pytest.mark.parametrize(
    ("text", "sales", "code", "where"),
    [
        ("  \n\u200b\n", (), "empty", "t"),
        ("S:\nK: \u200b", (), "empty", "t"),
        ("Once upon a time there was no label", (), "no-format", "t"),
        ("一段话，没有人说。\n还有一段。", (), "no-format", "t"),
        ("S: hi\nS: hello", (), "one-speaker", "t"),
        ("K: hi\n客户: hello", (), "no-sales", "t"),
        ("S: hi\n销售: hello", (), "no-customer", "t"),
        ("Ann: hi\nBo: hello", (), "who-sells", "t"),
        ("S: hi\nC: hello", (), "who-sells", "t"),
        ("Ann: hi\nBo: hello", ("Cy",), "no-such-speaker", "t"),
        ("S: " + "a" * 100_000 + "\nK: b", (), "long-line", "t:1"),
        ("S: a\n" + "word\n" * (LONGEST // 4) + "K: b", (), "long-line", "t:1"),
        ("S: a\nK: b\n" * MOST, (), "too-many", "t"),
        ("S: a\nK: b\n" * 60_000, (), "too-many-lines", "t"),
        ('[{"speaker": "S", "text": "a"}]', (), "json-list", "t"),
        ('{"speaker": "S", "text": "a"}\nS: b', (), "not-json", "t:2"),
        ('{"speaker": "S", "text": ["a"]}', (), "not-text", "t:1"),
        ('{"text": "a"}', (), "not-text", "t:1"),
        ("{" * 100 + "\n", (), "not-json", "t:1"),
        ('{"speaker": "S", "text": "a", "start": "1"}', (), "not-seconds", "t:1"),
        ('{"speaker": "S", "text": "a", "start": NaN}', (), "not-seconds", "t:1"),
        ('{"speaker": "S", "text": "a", "start": 3, "end": 2}', (), "ends-before", "t:1"),
        (VTT + "nobody here", (), "no-names", "t"),
        (VTT + "nobody\n\n00:03.000 --> 00:04.000\n<v Bo>Yes", (), "nobody", "t:8"),
        ("WEBVTT\n\n00:03.000 --> soon\n<v Bo>Yes", (), "bad-time", "t:3"),
        ("WEBVTT\n\n00:03.000 --> 00:01.000\n<v Bo>Yes", (), "ends-before", "t:3"),
        ("WEBVTT\n", (), "no-names", "t"),
    ],
)  # fmt: skip
def test_what_can_not_be_read_is_named_with_its_place(text, sales, code, where) -> None:
    with pytest.raises(TrainerError) as caught:
        selling(read_transcript(text, "t", sales), sales, "t")
    assert (caught.value.problem.code, caught.value.problem.where) == (f"score.{code}", where)


def test_what_might_be_a_third_speaker_is_named() -> None:
    found = read_transcript("标题\nS: a\n经理：b\nK: c\n经理：d\n注意：e", "t")
    assert (found.names, found.not_speakers, found.left_out) == (("S", "K"), ("经理",), (1,))


def test_moments_pair_what_the_customers_side_said_with_the_reply() -> None:
    found = read_transcript("S: a\nK: b\nK: c\n\nS: d\nS: e\nK: f", "t")
    pairs = [(one.customer_text, one.reply_text) for one in moments(found, frozenset({"S"}))]
    assert pairs == [("", "a"), ("b\nc", "d\ne"), ("f", "")]


def test_a_recorders_times_are_kept_from_the_first_cue_to_the_last() -> None:
    found = read_transcript(
        VTT + "<v Ann>a\n\n01:00:03,000 --> 01:00:04.250\n<v Ann>b", "t"
    ).utterances
    assert [(one.start, one.end, one.seconds) for one in found] == [(1.0, 3604.25, 3603.25)]
