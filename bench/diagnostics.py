"""Write `docs/diagnostics.md`: every code of `check` with a wrong and a right example.

The examples are the files of `tests/broken`, one mistake each, beside the same lines without it.
"""

from __future__ import annotations

import sys
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "content")]

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uss_trainer.errors import Problem

PAGE = ROOT / "docs" / "diagnostics.md"
BROKEN = ROOT / "tests" / "broken"
MENDED = (
    ("goto-nowhere", "goto: tmie", "goto: time"),
    ("role-unmarked", "speaker: C", "speaker: S"),
    ("deal-mode", "mode: quick-knive", "mode: quick-knife"),
)
"""Files that are sound but for one place, which the others are compared with."""

MOST = 8
"""Lines of an example."""

HEAD = """\
# What `check` says, and what it means

Every code that `uss-trainer check` and `check --deep` give, with the sentence shown (what stands in braces is filled in). Where there is an example, the first lines are wrong and the ones below them right.
"""


def main() -> None:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8", newline="\n")


def codes() -> dict[str, str]:
    """Return the sentence of every code that a problem can bear."""
    from uss_trainer.i18n import words

    found = {f"check.{name}": text for name, text in words("check", "en").items()}
    found |= {f"deep.{name}": text for name, text in words("deep", "en").items()}
    others = {"check.did-you-mean", "deep.checking", "deep.ending", "deep.scores"}
    others |= {"deep.scores-title", "deep.skipped"}
    return {
        code: text
        for code, text in found.items()
        if code not in others and not code.partition(".")[2].startswith("hint-")
    }


OWN = {
    "check.replies-may-fail": (
        "replies:\n  - id: only\n    when:\n      done: [greet]",
        "replies:\n  - id: only",
    ),
    "check.scene-unreachable": ("goto: won          # no goto names 'time'", "goto: time"),
    "check.no-way-out": (
        "- id: time\n  replies:\n    - goto: time",
        "- id: time\n  replies:\n    - goto: won",
    ),
    "check.too-few": ("replies:\n  - id: only", "replies:\n  - id: one\n  - id: other"),
    "check.scale-total": (
        "coverage: 80\norder: 10\nmethods: 10\nkey_points: 10",
        "coverage: 70\norder: 10\nmethods: 10\nkey_points: 10",
    ),
    "check.role-fits": (
        "fits:\n  speakers: [C]\nreplies:\n  - id: prove\n    speaker: C\n    faults: [wrong-role]",
        "fits:\n  speakers: [C]\nreplies:\n  - id: prove\n    speaker: C",
    ),
    "check.unknown-drill": ("before: [first-leter]", "before: [first-letter]"),
    "check.unknown-visit": ("when:\n  been: [frist]", "when:\n  been: [first]"),
    "check.unknown-deal-fact": (
        "facts:\n  met_boss: no\nvisits:\n  - verified:\n      - when:\n          facts:\n            seen_boss: yes",
        "facts:\n  met_boss: no\nvisits:\n  - verified:\n      - when:\n          facts:\n            met_boss: yes",
    ),
    "check.fact-nowhere": (
        "facts:\n  seen_boss: no     # no scenario that is played has it",
        "facts:\n  met_boss: no",
    ),
    "check.fact-other-kind": (
        "facts:\n  met_boss: 0       # yes or no in the scenario",
        "facts:\n  met_boss: no",
    ),
    "check.deal-no-way-out": (
        "- id: second\n  next:\n    - to: second",
        "- id: second\n  next:\n    - to: lost",
    ),
    "check.exam-draw": (
        "draw: 3\nscenarios: [cold-call, known-customer]",
        "draw: 2\nscenarios: [cold-call, known-customer]",
    ),
    "check.exam-twice": (
        "scenarios: [cold-call, cold-call]",
        "scenarios: [cold-call, known-customer]",
    ),
    "check.exam-other": (
        "- technique: phone\n  scenarios: [which-edition]   # a close",
        "- technique: closing\n  scenarios: [which-edition]",
    ),
    "deep.line-unsaid": ("mood: {trust: {min: 6}}   # moods end at 5", "mood: {trust: {min: 3}}"),
    "deep.reply-never": (
        "when:\n  been: [later]         # 'later' comes after this scene",
        "when:\n  been: [earlier]",
    ),
    "deep.typed-never": (
        "typed:\n  - steps: [greet]\n    when:\n      facts:\n        met: yes     # no reply sets it",
        "typed:\n  - steps: [greet]",
    ),
    "deep.route-never": (
        "goto:\n  - to: won\n    when:\n      facts:\n        met: yes     # no reply sets it\n  - to: lost",
        "sets:\n  met: yes          # on some reply before",
    ),
    "deep.pass-out-of-reach": ("quality: 1          # the best reply of every scene", "quality: 3"),
    "deep.like-rubric": (
        "zh: 您好，我是用友的客户经理小王。   # a line of the rubric",
        "zh: 严经理好，我是给您楼下做账的那家用友，姓王。",
    ),
    "deep.why-alike": (
        "why: She knows who calls.   # and on the next reply: She knows now who calls.",
        "why: She knows who calls, but not why; her next question will be just that.",
    ),
    "deep.step-not-found": (
        "steps: [confirm-lock]\ntext: See you then.",
        "steps: [confirm-lock]\ntext: So it's Thursday at ten; I'll ring the day before.",
    ),
}
"""Examples of codes that no file of one mistake can show briefly, wrong and right."""


def page() -> str:
    """Return the page's text."""
    from uss_trainer.i18n import words

    shown = examples()
    parts = [HEAD]
    for code, text in codes().items():
        area, _, name = code.partition(".")
        parts.append(f"## {code}\n\n{text.replace('{{', '{').replace('}}', '}')}\n")
        if hint := words(area, "en").get(f"hint-{name}"):
            parts.append(f"{hint[0].upper()}{hint[1:]}.\n")
        own = [OWN[code]] if code in OWN else []
        for wrong, right in (own or shown.get(code, []))[:1]:
            parts.append(f"```yaml\n{wrong}\n```\n\n```yaml\n{right}\n```\n")
    return "\n".join(parts)


def examples() -> dict[str, list[tuple[str, str]]]:
    """Return wrong and right lines by code."""
    sound = [_mended(*one) for one in MENDED]
    found: dict[str, list[tuple[str, str]]] = {}
    for path, problem in _problems():
        lines = path.read_text(encoding="utf-8").split("\n")
        if pair := next(filter(None, (_apart(base, lines) for base in sound)), None):
            found.setdefault(problem.code, []).append(pair)
    return found


def _mended(name: str, wrong: str, right: str) -> list[str]:
    """Return the lines of a file without its mistake."""
    text = (BROKEN / f"{name}.yaml").read_text(encoding="utf-8")
    return text.replace(wrong, right, 1).split("\n")


def _problems() -> Iterator[tuple[Path, Problem]]:
    from test_broken import problems_of

    from uss_trainer.content.library import open_library

    library = open_library([])
    # A code of several formats is shown by the commonest one.
    for path in sorted(BROKEN.glob("*.yaml"), key=lambda one: (one.stem.startswith("deal-"), one)):
        for problem in problems_of(path, library):
            yield path, problem


def _apart(base: list[str], lines: list[str]) -> tuple[str, str] | None:
    """Return the lines in which a file differs from the sound one; None where that is too much."""
    hunks = SequenceMatcher(None, base, lines, autojunk=False).get_opcodes()
    changed = [hunk for hunk in hunks if hunk[0] != "equal"]
    if not changed:
        return None
    right = base[max(0, changed[0][1] - 1) : changed[-1][2]]
    wrong = lines[max(0, changed[0][3] - 1) : changed[-1][4]]
    if max(len(right), len(wrong)) > MOST:
        return None
    return "\n".join(wrong).rstrip(), "\n".join(right).rstrip()


if __name__ == "__main__":
    main()
