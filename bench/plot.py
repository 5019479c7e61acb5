"""Draw what was measured: `python bench/plot.py [NAME …]` reads `bench/results/NAME.json`.

Writes `docs/grading.svg`: the figures with their intervals and bars, the grader beside simpler
recognisers and without its parts, and the learning curve.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import matplotlib as mpl

mpl.use("svg")
from matplotlib import pyplot as plt

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from matplotlib.axes import Axes

    Found = Mapping[str, Any]

ROOT = Path(__file__).resolve().parent.parent
MUST = {
    "steps F1": 0.82,
    "idle credited": 0.12,
    "gaming rewarded": 0.08,
    "methods F1": 0.80,
    "faults F1": 0.65,
    "quality kappa": 0.75,
    "not gradable": 0.05,
    "calibration": 0.06,
}
LOW = ("idle credited", "gaming rewarded", "not gradable", "calibration")
"""Figures that are better the lower they are."""

INK, OWN, OTHER, BAR = "#222222", "#1f6f8b", "#b0b0b0", "#c0392b"


def main() -> None:
    """Write the picture of the results named, all there are where none is."""
    folder = ROOT / "bench" / "results"
    names = sys.argv[1:] or [path.stem for path in sorted(folder.glob("*.json"))]
    found = [json.loads((folder / f"{name}.json").read_text(encoding="utf-8")) for name in names]
    mpl.rcParams.update({
        "svg.hashsalt": "uss-trainer", "svg.fonttype": "none", "font.size": 9,
        "font.family": "sans-serif", "axes.spines.top": False, "axes.spines.right": False,
    })  # fmt: skip
    size = (10, 3.4 * len(found) + 4.2)
    figure, spaces = plt.subplots(
        len(found) + 1, 2, figsize=size, layout="constrained", squeeze=False
    )
    for row, one in zip(spaces, found, strict=False):
        totals(row[0], one)
        techniques(row[1], one)
    compared(spaces[-1][0], found[-1])
    curves(spaces[-1][1], found[-1])
    out = ROOT / "docs" / "grading.svg"
    figure.savefig(out, metadata={"Date": None, "Creator": None})
    print(f"{out.name}: written")


def title(one: Found) -> str:
    """Return how a set of replies is called."""
    return f"{one['replies']} replies, {'fitted on them' if one['learnt'] else 'never seen'}"


def _points(space: Axes, names: Sequence[str], figures: Sequence[Found], colours: Any) -> None:
    """Draw figures with their intervals, the first at the top."""
    places = range(len(names))
    for place, one, colour in zip(places, figures, colours, strict=True):
        space.plot([one["low"], one["high"]], [place, place], color=colour, lw=2)
        space.plot([one["value"]], [place], "o", color=colour, ms=5)
        space.annotate(
            f"{one['value']:.2f}", (one["value"], place), (0, 4), textcoords="offset points",
            ha="center", color=INK, fontsize=7,
        )  # fmt: skip
    space.set_yticks(places, names)
    space.set_ylim(len(names) - 0.4, -0.7)
    space.grid(axis="x", color="#e6e6e6")


def totals(space: Axes, one: Found) -> None:
    """Draw every figure with what it must reach."""
    own = {name: told for name, told in one["figures"]["all"].items() if told["value"] is not None}
    names = [f"{name} {'↓' if name in LOW else '↑'}" for name in own]
    _points(space, names, list(own.values()), [OWN] * len(own))
    for place, name in enumerate(own):
        space.plot([MUST[name]] * 2, [place - 0.3, place + 0.3], color=BAR, lw=1.5)
    space.set_xlim(0, 1.02)
    space.set_title(f"{title(one)}: figures, 95 % interval, red: must", loc="left", fontsize=9)


def techniques(space: Axes, one: Found) -> None:
    """Draw the steps' F1 by language and technique."""
    kinds = ("all", "zh − en", "gaming", "none", "normal", "hard")
    names = [name for name in one["figures"] if name not in kinds]
    told = [one["figures"][name]["steps F1"] for name in names]
    _points(space, names, told, [OWN] * len(names))
    space.axvline(0.74, color=BAR, lw=1)
    space.set_title("steps F1 by language and technique", loc="left", fontsize=9)


def compared(space: Axes, one: Found) -> None:
    """Draw the grader beside simpler recognisers and without its parts."""
    table = one["compared"]
    told = [table[name]["steps F1"] for name in table]
    own = [OWN if name.startswith(("grader", "without")) else OTHER for name in table]
    _points(space, list(table), told, own)
    space.set_title(
        f"{title(one)}: steps F1 of parts and simpler recognisers", loc="left", fontsize=9
    )


def curves(space: Axes, one: Found) -> None:
    """Draw the steps' F1 by how many lines each step has."""
    table = one["curve"]
    names = dict.fromkeys(name.rpartition(" ")[0] for name in table)
    ticks = list(dict.fromkeys(name.rpartition(" ")[2] for name in table))
    for number, name in enumerate(names):
        told = [table[f"{name} {tick}"]["steps F1"] for tick in ticks]
        places = [place + 0.06 * number for place in range(len(ticks))]
        values = [point["value"] for point in told]
        spread = [
            [point["value"] - point["low"] for point in told],
            [point["high"] - point["value"] for point in told],
        ]
        colour = (OWN, "#8e6c8a", INK)[number % 3]
        space.errorbar(places, values, yerr=spread, marker="o", ms=4, label=name, color=colour)
    space.set_xticks(range(len(ticks)), ticks)
    space.set_xlabel("lines a step, both languages together")
    space.legend(frameon=False, loc="lower right")
    space.grid(axis="y", color="#e6e6e6")
    space.set_title("steps F1 of a technique's rubric written anew", loc="left", fontsize=9)


if __name__ == "__main__":
    main()
