"""Mark scenarios' typed tests with `known_miss` as they come out now: python bench/mark_misses.py [PATH…]

One the grader judges otherwise gets the difference as its reason; one that comes out as expected
loses its mark. A reason that stands there already stays, as do comments and layout. To be run once
after heads were fitted anew, never to make a single reply pass: expectations are a trainer's.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from uss_trainer.authoring.golden import Tested

KEY = "known_miss"


def main() -> None:
    """Play the tests and write the marks, file by file."""
    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.testing import run_of
    from uss_trainer.paths import folders

    run = run_of(Desk(folders()), [Path(one) for one in sys.argv[1:]])
    files = dict(run.library.files())
    for scenario in run.scenarios:
        typed = [one for one in run.results(scenario) if one.kind != "dialogue"]
        why = {number: reason(one) for number, one in enumerate(typed)}
        text = _read(files[scenario])
        after = marked(text, why)
        if after != text:
            files[scenario].write_text(after, encoding="utf-8", newline="")
            print(f"{files[scenario]}: {sum(map(bool, why.values()))} of {len(typed)} marked")


def _read(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def reason(one: Tested) -> str:
    """Return what a test came out otherwise in; empty where in nothing."""
    from uss_trainer.i18n import say

    parts = [
        say(f"cli.differs-{each.what}", "en", expected=each.expected, got=each.got)
        for each in one.differences
    ]
    return "; ".join(parts)


def marked(text: str, why: Mapping[int, str]) -> str:
    """Return a scenario file's text with each typed test, by its place from 0, marked or unmarked."""
    lines = text.splitlines(keepends=True)
    end = "\r\n" if lines and lines[0].endswith("\r\n") else "\n"
    for number, test in reversed(list(enumerate(_typed(text)))):
        old = next((pair for pair in test.value if pair[0].value == KEY), None)
        told, known = why.get(number, ""), old[1].value if old else ""
        if bool(told) == bool(known) and (old is None or known):
            continue
        place = old[0].start_mark.line if old else _after(lines, test.value[-1][1])
        if old:
            del lines[place : _after(lines, old[1])]
        if told:
            indent = " " * test.value[0][0].start_mark.column
            lines.insert(place, f"{indent}{KEY}: {json.dumps(told, ensure_ascii=False)}{end}")
    return "".join(lines)


def _typed(text: str) -> Sequence[yaml.MappingNode]:
    """Return the nodes of a file's typed tests."""
    node: yaml.Node | None = yaml.compose(text, yaml.SafeLoader)
    for key in ("tests", "typed"):
        found = [pair[1] for pair in node.value if pair[0].value == key] if node else []
        node = found[0] if found else None
    return node.value if node else []


def _after(lines: Sequence[str], value: yaml.Node) -> int:
    """Return the line after a value; blank lines and comments below it belong to what follows."""
    line: int = value.end_mark.line + (1 if value.end_mark.column else 0)
    while line > value.start_mark.line + 1 and not lines[line - 1].strip(" \r\n"):
        line -= 1
    return line


if __name__ == "__main__":
    main()
