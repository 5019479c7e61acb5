"""The examples of `docs/command-line.md` are run, and their results have the keys shown there."""

from __future__ import annotations

import json
import re
from typing import Any

from conftest import TESTS, Program

PAGE = TESTS.parent / "docs" / "command-line.md"
FILES = re.compile(r"^`([a-z.]+)`:\n```text\n(.*?)```", re.MULTILINE | re.DOTALL)
EXAMPLES = re.compile(
    r"^```console\n\$ uss-trainer (.*?)\n```\n(?:```json\n(.*?)```)?", re.M | re.S
)
OPEN = {"versions", "moved"}
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
        "list", "play", "deal", "history", "show", "check", "coverage", "grade", "paths", "doctor",
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
