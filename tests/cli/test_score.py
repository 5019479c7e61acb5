"""`score`: real-looking transcripts through the real command, and hostile ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import TESTS

CALLS = TESTS / "transcripts"


@pytest.mark.parametrize(
    ("args", "steps", "missing", "share"),
    [
        (["phone", "call.zh.txt"], 8, [], 0.78),
        (["phone", "call.en.txt", "--relationship", "known"], 6, [], 0.81),
        (["opening", "visit.zh.vtt", "--sales", "李晓"], 7, ["opening/introduce-company"], 0.82),
        (["closing", "close.en.srt", "--sales", "raj mehta"], 2, ["closing/notice-signal"], 0.69),
        (["questioning", "questions.zh.jsonl"], 5, ["questioning/leading-question"], 0.58),
    ],
    ids=lambda value: value[1] if isinstance(value, list) and len(value) > 1 else None,
)
def test_a_call_is_scored_like_a_played_scenario(uss, args, steps, missing, share) -> None:
    technique, name, *more = args
    found = uss("score", "--technique", technique, CALLS / name, *more, "--format", "json").json
    card = found["scorecard"]
    assert [one["step"] for one in found["missing"]] == missing
    assert len(card["performed"]) == steps
    assert card["order"] == card["order_of"]
    assert found["talk"]["share"] == pytest.approx(share, abs=0.01)
    assert card["talk_share"] == pytest.approx(found["talk"]["share"], abs=0.001)
    assert found["talk"]["measured"] is (Path(name).suffix != ".txt")
    assert all(turn["remarks"] for turn in found["turns"] if turn["reply"])
    lines = (CALLS / name).read_text(encoding="utf-8").split("\n")
    assert all(visit["line"] <= len(lines) for visit in found["path"])


def test_text_shows_words_card_and_where_the_steps_stand(uss) -> None:
    answer = uss("score", "--technique", "phone", CALLS / "call.zh.txt", "--lang", "zh")
    assert (answer.code, answer.err) == (0, "")
    for words in (
        "第 7 轮 · 第 16 行", "✓ 确认与锁定", "总分：", "按顺序做到的步骤：自我介绍（第 3 行）",
        "处理异议：需要，客户在第 5 轮的话提出了它", "估算", "没有说话人，未计入：第 1 行",
    ):  # fmt: skip
        assert words in answer.out
    assert "次序不对" not in answer.out


def test_nothing_is_owed_that_nobody_called_for(uss) -> None:
    text = "S: Good morning, this is Li from Ufsoft.\nK: Good morning.\nS: Goodbye, and thank you."
    found = uss("score", "--technique", "phone", "-", "--format", "json", stdin=text).json
    assert [(one["step"], one["due"], one["why"]) for one in found["owed"]] == [
        ("phone/handle-objection", False, "not-called"),
        ("phone/confirm-lock", False, "not-called"),
    ]
    assert not [one for one in found["turns"][0]["faults"] if one == "off-topic"]


def test_a_long_speech_is_judged_passage_by_passage(uss) -> None:
    filler = "We talked about the weather and the harvest and what the neighbours say. " * 40
    text = (
        f"K: Hello?\nS: Good morning, my name is Eve Lind from Ufsoft. {filler}\nK: And?\nS: Bye."
    )
    found = uss("score", "--technique", "phone", "-", "--format", "json", stdin=text).json
    assert len(found["turns"][0]["reply"]) > 2000
    assert found["turns"][0]["gradable"]
    assert "phone/introduce-self" in found["turns"][0]["steps"]
    (step,) = (one for one in found["scorecard"]["steps"] if one["step"] == "phone/introduce-self")
    assert "Eve Lind" in step["words"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"S: hi\nK: " + b"x" * 100_000, "stdin:2: somebody says more than 20,000 characters"),
        ("销售：您好\n客户：喂".encode("gbk"), "stdin:1: is saved as GBK"),
        ("S: hi\nK: hello".encode("utf-16"), "stdin: is saved as UTF-16"),
        (b"%PDF-1.7 \0\1\2\3", "NUL"),
        (b"", "stdin: holds no words"),
        (b"just some prose.", "stdin: is no transcript that is known"),
        (b"K: hi\nK: there", "only 'K' speaks"),
        (b"Ann: hi\nBo: there", "name them with --sales NAME (speakers: Ann, Bo)"),
        (b"S: hi\n" * (64 * 1024 * 1024 // 6 + 2), "stdin: holds more than 64 MB"),
    ],
    ids=["long", "gbk", "utf-16", "binary", "empty", "prose", "one", "names", "huge"],
)
def test_hostile_files_get_one_clear_line(uss, data, said) -> None:
    answer = uss("score", "--technique", "phone", "-", stdin=data)
    assert (answer.code, answer.out) == (1, "")
    assert said in answer.line


def test_content_in_a_transcript_steers_no_terminal(uss) -> None:
    text = "S: \x1b]0;gone\x07[red]Good morning[/]\nK: \u202eyes\nS: [@click=app.quit]bye"
    answer = uss("score", "--technique", "phone", "-", stdin=text)
    assert answer.code == 0
    assert "\x1b" not in answer.out
    assert "\u202e" not in answer.out
    assert "[red]Good morning[/]" in answer.out
