"""The whole program in a terminal: first start, a call played by keys in Chinese, the debrief read."""

from __future__ import annotations

import os
import re
import sys
import time

import pytest
from conftest import PACKS, Program

if os.name == "nt":
    pytest.skip("needs a pseudo-terminal, which Windows doesn't have", allow_module_level=True)

import pexpect
import pyte

COLUMNS, ROWS = 100, 30
PATIENCE = 120
"""Seconds after which a screen that doesn't come is given up; nothing is measured by it."""

QUIET = 0.4
"""Seconds without output after which a screen counts as drawn and ready for keys."""

ENTER, TAB, HOME, CTRL_Q = "\r", "\t", "\x1b[H", "\x11"
WHO = "您好，我是用友的小林，想约您面谈一下结账的事。"
WHEN = "您看周三下午还是周四上午方便？"
BYE = "谢谢您，再见！"


class Terminal:
    """A program in a pseudo-terminal, and what its screen shows."""

    def __init__(self, uss: Program, *args: str) -> None:
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        environ = {
            **uss.environ,
            "TERM": "xterm-256color",
            "USS_TRAINER_PACKS": str(PACKS / "small"),
        }
        environ.pop("COLUMNS")
        self.child = pexpect.spawn(
            sys.executable,
            ["-m", "uss_trainer", *args],
            env=environ,
            dimensions=(ROWS, COLUMNS),
            timeout=PATIENCE,
        )

    @property
    def text(self) -> str:
        """The screen's lines."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def see(self, *wanted: str) -> str:
        """Wait until all of `wanted` stand on the screen and nothing more is drawn; return it."""
        end = time.monotonic() + PATIENCE
        while True:
            try:
                self._stream.feed(self.child.read_nonblocking(65536, QUIET))
            except pexpect.TIMEOUT:
                if all(part in self.text for part in wanted):
                    return self.text
            except pexpect.EOF:
                pytest.fail(f"the program ended before {wanted}:\n{self.text}")
            assert time.monotonic() < end, f"{wanted} never came:\n{self.text}"

    def keys(self, keys: str, *wanted: str) -> str:
        """Press keys and wait for what they lead to."""
        self.child.send(keys.encode("utf-8"))
        return self.see(*wanted)

    def leave(self) -> int:
        """Quit by its key and return the exit code."""
        self.child.send(CTRL_Q.encode())
        self.child.expect(pexpect.EOF)
        self.child.close()
        return int(self.child.exitstatus)


def test_a_new_hire_plays_a_call_in_chinese_and_reads_the_debrief(uss: Program) -> None:
    terminal = Terminal(uss, "--lang", "zh")
    terminal.see("客户怎么称呼你")
    terminal.keys("小林", "小林")
    terminal.keys(ENTER)
    terminal.keys(TAB)
    terminal.keys(ENTER, "短电话", "接着练")
    terminal.keys(HOME)
    terminal.keys(ENTER, "打给一位会计", "自己写")
    terminal.keys("2")
    terminal.keys(ENTER, "喂，哪位？", "回车发送")
    terminal.keys(WHO, WHO)
    terminal.keys(ENTER, "可以啊，什么时候？", "自我介绍：“您好，我是用友的小林”", "回车发送")
    terminal.keys(WHEN, WHEN)
    terminal.keys(ENTER, "行。", "提出约会时间：“您看周三下午还是周四上午方便？”", "回车发送")
    terminal.keys(BYE, BYE)
    terminal.keys(ENTER, "对话结束：约好了")
    debrief = terminal.keys("d", "复盘：短电话", "总分", "结局：约好了")
    total = re.search(r"总分 (\d+(?:\.\d)?)", debrief)
    assert total is not None
    assert terminal.leave() == 0
    stored = uss("history", "--format", "json").json["attempts"]
    assert [(one["scenario"], one["mode"], one["ending"]) for one in stored] == [
        ("short-call", "typed", "booked")
    ]
    assert float(total[1]) == stored[0]["total"]
    turns = uss("show", stored[0]["attempt"], "--format", "json").json["turns"]
    assert [turn["reply"] for turn in turns] == [WHO, WHEN, BYE]


def test_play_opens_the_briefing_with_the_mode_asked_for(uss: Program) -> None:
    terminal = Terminal(
        uss, "play", "short-call", "--mode", "guided", "--seed", "5", "--lang", "en"
    )
    terminal.see("You call an accountant", "A short call")
    shown = terminal.keys(ENTER, "Hello, who is it?", "I would like to arrange a talk")
    place = re.search(r"(\d)\W+Hello, this is Li from Ufsoft; I would", shown)
    assert place is not None, shown
    terminal.keys(place[1], "Gladly. When?")
    assert terminal.leave() == 0
    stored = uss("history", "--format", "json").json["attempts"]
    assert (stored[0]["mode"], stored[0]["finished_at"]) == ("guided", None)


def test_a_paste_with_escape_sequences_is_text_and_sends_nothing(uss: Program) -> None:
    terminal = Terminal(uss, "play", "short-call", "--mode", "typed", "--lang", "zh")
    terminal.see("短电话")
    terminal.keys(ENTER, "喂，哪位？", "f1 帮助")
    terminal.child.send(b"\x1b[200~" + "您\x1b[31m好\x1b[0m\r再\x1b[A见".encode() + b"\x1b[201~")
    terminal.see("您[31m好[0m", "再[A见", "喂，哪位？")
    terminal.child.send(b"\x7f" * 20)
    terminal.see("写下你会对客户说的话")
    assert terminal.leave() == 0
    stored = uss("history", "--format", "json").json["attempts"]
    assert uss("show", stored[0]["attempt"], "--format", "json").json["turns"] == []


def test_bytes_that_are_no_utf8_end_nothing(uss: Program) -> None:
    terminal = Terminal(uss, "play", "short-call", "--mode", "typed", "--lang", "zh")
    terminal.see("短电话")
    terminal.keys(ENTER, "喂，哪位？", "f1 帮助")
    terminal.child.send("你好".encode("gbk") + b" hi")
    assert "\ufffd" in terminal.see(" hi")
    terminal.child.send(b"\x7f" * 12)
    terminal.see("写下你会对客户说的话")
    assert terminal.leave() == 0
