"""`bench/mark_misses.py` writes reasons into scenario files and leaves all the rest as it is."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import yaml

sys.path.insert(0, str(Path(__file__).parents[2] / "bench"))

import mark_misses

FILE = """\
# who calls
id: call
tests:
  dialogues: []
  typed:
    - scene: bye   # the last one
      text: |
        See you.

      steps: [a]

    # a comment of the second
    - scene: bye
      text: "Bye # no comment"
      known_miss: was missed
      steps:
        - b
    - scene: bye
      known_miss: ''
      steps: []
# the end
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_marks_are_set_kept_and_taken_away_line_by_line(end: str) -> None:
    file = FILE.replace("\n", end)
    why = {0: 'steps should be "a", are -', 1: "still", 2: "quality: 3"}
    after = mark_misses.marked(file, why)
    tests = yaml.safe_load(after)["tests"]["typed"]
    assert [one["known_miss"] for one in tests] == [why[0], "was missed", why[2]]
    assert after.split(end)[9:12] == [
        "      steps: [a]",
        '      known_miss: "steps should be \\"a\\", are -"',
        "",
    ]
    again = mark_misses.marked(after, why)
    assert again == after
    without = mark_misses.marked(after, {})
    unmarked = [line for line in file.split(end) if "known_miss" not in line]
    assert without.split(end) == unmarked


def test_a_file_without_tests_stays() -> None:
    assert mark_misses.marked("id: call\n", {}) == "id: call\n"
