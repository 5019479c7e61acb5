"""Write `docs/diagnostics.md`: every code of `check` with a wrong and a right example.

The examples are the files of `tests/broken`, one mistake each, beside the same lines without it, and
those written in `bench/diagnostics.yaml`, which also says of which codes none can be shown, and why.
"""

from __future__ import annotations

import sys
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "content")]

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uss_trainer.errors import Problem

PAGE = ROOT / "docs" / "diagnostics.md"
BROKEN = ROOT / "tests" / "broken"
WRITTEN = yaml.safe_load((ROOT / "bench" / "diagnostics.yaml").read_text(encoding="utf-8"))
OWN = {
    code: (pair["wrong"].rstrip("\n"), pair["right"].rstrip("\n"))
    for code, pair in WRITTEN["examples"].items()
}
"""Wrong and right lines of codes that no file of one mistake shows briefly."""

UNSHOWN: dict[str, str] = WRITTEN["unshown"]
"""Why of some codes no lines can be shown."""

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

Every code that `uss-trainer check` and `check --deep` give, with the sentence shown (what stands in braces is filled in). The first lines of an example are wrong and the ones below them right; where there is none, it says why.
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
        if code in UNSHOWN:
            parts.append(f"*{UNSHOWN[code]}*\n")
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
