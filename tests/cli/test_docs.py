"""The examples of `docs/command-line.md` are run, and their results have the keys shown there."""

from __future__ import annotations

import json
import re
import shlex
from typing import Any

import pytest
from conftest import TESTS, Program

PAGE = TESTS.parent / "docs" / "command-line.md"
WAYS = ("writing-scenarios.md", "writing-scenarios.zh.md")
COMMANDS = re.compile(r"^```sh\nuss-trainer (.*?)\n```", re.MULTILINE | re.DOTALL)
FILES = re.compile(r"^`([a-z.]+)`:\n```text\n(.*?)```", re.MULTILINE | re.DOTALL)
EXAMPLES = re.compile(
    r"^```console\n\$ uss-trainer (.*?)\n```\n(?:```json\n(.*?)```)?", re.M | re.S
)
OPEN = {"versions", "moved", "by_step", "techniques"}
"""Objects whose keys depend on the content."""


def same_keys(shown: Any, found: Any, where: str) -> None:
    """Compare keys level by level; a list's first element stands for all."""
    if isinstance(shown, dict):
        assert isinstance(found, dict), where
        assert list(found) == list(shown), where
        for key, value in shown.items():
            if key not in OPEN:
                same_keys(value, found[key], f"{where}.{key}")
    elif isinstance(shown, list) and shown and isinstance(found, list):
        for one in found:
            same_keys(shown[0], one, f"{where}[]")


def test_the_examples_give_the_keys_shown(uss: Program) -> None:
    page = PAGE.read_text(encoding="utf-8")
    for name, content in FILES.findall(page):
        (uss.home.parent / name).write_text(content, encoding="utf-8")
    examples = EXAMPLES.findall(page)
    assert [command.split()[0] for command, _ in examples] == [
        "list", "play", "deal", "drill", "exam", "practise", "practise", "practise", "history", "show", "verify", "regrade", "check", "walk", "coverage", "grade", "score", "schema",
        "people", "assign", "results", "desk", "desk", "desk", "desk", "paths", "doctor",
    ]  # fmt: skip
    attempt, card = "", ""
    for command, shown in examples:
        answer = uss(*command.replace("3f9a01c2", attempt).split())
        assert answer.code in (0, 1, 3), answer.err
        found = answer.json
        if command.startswith("play"):
            attempt, card = found["attempt"], shown
            assert len(found["turns"]) >= 3
        same_keys(json.loads(shown or card), found, command)
    assert attempt


@pytest.mark.parametrize("page_name", WAYS)
def test_the_trainers_way_leads_from_nothing_to_an_installed_pack(
    uss: Program, page_name: str
) -> None:
    page = PAGE.with_name(page_name).read_text(encoding="utf-8")
    here = uss.home.parent
    for name, content in FILES.findall(page):
        (here / name).write_text(content, encoding="utf-8")
    lines = [line for found in COMMANDS.findall(page) for line in found.split("\nuss-trainer ")]
    words = [shlex.split(line) for line in lines]
    assert [" ".join(one[: 1 + (one[0] in ("new", "pack"))]) for one in words] == [
        "new pack", "new scenario", "check", "preview", "test", "pack build", "pack install",
    ]  # fmt: skip
    scenario = here / "my-packs" / "spring" / "first-call.yaml"
    for command in words:
        answer = uss(*command)
        if command[0] == "preview":
            assert answer.code == 1
            assert "terminal" in answer.line or "终端" in answer.line
            continue
        assert answer.code == 0, (command, answer)
        if command[0] == "check":
            assert "还没写" in answer.out or "still to be written" in answer.out
            text = scenario.read_text(encoding="utf-8")
            first, *rest = text.split("'todo'")
            assert len(rest) > 20
            filled = (f"'gap {number}'{part}" for number, part in enumerate(rest))
            scenario.write_text("".join([first, *filled]), "utf-8")
    assert "due: [introduce-self, state-purpose]" in text
    assert (here / "their-packs" / "spring" / "first-call.yaml").is_file()
