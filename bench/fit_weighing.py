"""Fit the second look: `python bench/fit_weighing.py [--dry-run]`.

Reads the labelled replies in `bench/teaching/`, asks the heads that come with the program, and
writes `scoring/whole.heads.npz` and `scoring/weighing.json`. Prints what they reach on replies they
weren't fitted on: of a writer left out (a file is a writer), and of a technique left out. Run it
after `fit_heads.py`.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from labelled import Looked, look, seen_whole

from uss_trainer.content.bundled import bundled
from uss_trainer.grading.finding import Finder
from uss_trainer.grading.head import fit
from uss_trainer.grading.signals import fault_signals, quality_signals, step_signals
from uss_trainer.grading.ways import way_signals, ways
from uss_trainer.grading.weighing import FILE, Scales, Weighing
from uss_trainer.grading.whole import FILE as WHOLE
from uss_trainer.grading.whole import save_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

STRENGTH = 0.15
"""Inverse of the weight that keeps the logistic scales' terms small."""

RIDGE = 10.0
BARS = np.arange(0.1, 0.7, 0.01)
IDLE = 0.12
"""Share of replies that perform nothing which may be credited; the bar for steps keeps below it."""

BLAMED = 0.06
"""Share of replies labelled faultless that may be blamed; the bar for faults keeps below it."""


@dataclass(frozen=True, slots=True)
class Table:
    """Signals and truth of one question, a row each."""

    names: tuple[str, ...]
    signals: Numbers
    truth: Numbers
    reply: NDArray[np.int64]
    """Which reply a row is about."""


def main() -> None:
    """Write heads and weights and print what they reach on replies held out."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    asked.add_argument("--dry-run", action="store_true", help="print the figures, write nothing")
    dry = asked.parse_args().dry_run
    plain, finders, lines = look()
    writers = np.array([one.writer for one in plain])
    techniques = np.array([one.row["technique"] for one in plain])
    whole, looked = seen_whole(plain, writers, lines)
    _, apart = seen_whole(plain, techniques, lines)
    bars, scales = {}, {}
    for kind in ("steps", "faults"):
        table, other = _pairs(looked, kind), _pairs(apart, kind)
        held = _held(table, writers[table.reply], _logistic)
        bars[kind] = _bar(held, table, looked, kind)
        alone = _held(other, techniques[other.reply], _logistic)
        told = held >= bars[kind]
        print(
            f"{kind}: bar {bars[kind]:.2f}; F1 of a writer left out {_f1(told, table):.3f},"
            f" of a technique left out {_f1(alone >= bars[kind], other):.3f};"
            f" wronged {_wronged(told, table, looked, kind):.3f}",
            flush=True,
        )
        scales[kind] = _scales(table, _logistic, [bars[kind]])
    none = Scales({}, 0.0, (1.0,))
    found = Weighing(scales["steps"], scales["faults"], none, none, whole, "")
    scales["methods"] = _methods(looked, _by(finders, found), writers)
    found = replace(found, methods=scales["methods"])
    quality, alone = (_quality(all_of, _by(finders, found)) for all_of in (looked, apart))
    held = _held(quality, writers, _ridge)
    cuts = _cuts(held, quality.truth)
    other = _held(alone, techniques, _ridge)
    print(
        f"quality: bars {', '.join(f'{cut:.2f}' for cut in cuts)};"
        f" kappa of a writer left out {_kappa(np.digitize(held, cuts), quality.truth):.3f},"
        f" of a technique left out {_kappa(np.digitize(other, cuts), quality.truth):.3f}"
    )
    scales["quality"] = _scales(quality, _ridge, cuts)
    if not dry:
        save_whole(whole, bundled("scoring") / WHOLE)
        write(scales, bundled("scoring") / FILE)


def _pairs(looked: Sequence[Looked], kind: str) -> Table:
    """Return a row for every reply and each step or fault its heads know."""
    signals = {"steps": step_signals, "faults": fault_signals}[kind]
    rows, truth, reply = [], [], []
    for number, one in enumerate(looked):
        labels = one.sight.steps if kind == "steps" else one.sight.faults
        for column, label in enumerate(labels):
            rows.append(signals(one.sight, column))
            truth.append(label in one.row[kind])
            reply.append(number)
    return _table(rows, truth, reply)


def _by(finders: Mapping[str, Finder], weighing: Weighing) -> dict[str, Finder]:
    """Return finders that judge by these scales."""
    return {name: Finder(finder.rubric, finder.model, weighing) for name, finder in finders.items()}


def _methods(
    looked: Sequence[Looked], finders: Mapping[str, Finder], writers: NDArray[np.str_]
) -> Scales:
    """Return the scale for methods, of what the steps found leave open, and print what it reaches."""
    rows, truth, reply, labelled = [], [], [], 0
    for number, one in enumerate(looked):
        finder = finders[one.row["technique"]]
        head = finder.model.heads.get("methods")
        if head is None or "methods" not in one.row:
            continue
        labelled += len(one.row["methods"])
        at_work = ways(finder.rubric, head, one.seen, finder.steps(one.seen, one.sight)[0])
        for column, signals in way_signals(one.seen, at_work):
            rows.append(signals)
            truth.append(head.labels[column] in one.row["methods"])
            reply.append(number)
    table = _table(rows, truth, reply)
    held = _held(table, writers[table.reply], _logistic)

    def f1(bar: float) -> float:
        told = held >= bar
        return float(2 * (told & (table.truth > 0)).sum() / max(1, told.sum() + labelled))

    bar = max(BARS, key=f1)
    print(f"methods: bar {bar:.2f}; F1 of a writer left out {f1(bar):.3f}", flush=True)
    return _scales(table, _logistic, [bar])


def _quality(looked: Sequence[Looked], finders: Mapping[str, Finder]) -> Table:
    """Return a row for every reply's quality, on what the first scales find in it."""
    rows = []
    for one in looked:
        finder = finders[one.row["technique"]]
        steps, _, _ = finder.steps(one.seen, one.sight)
        faults, _ = finder.faults(one.seen, one.sight)
        methods = finder.methods(one.seen, steps)
        rows.append(quality_signals(one.sight, steps, methods, faults))
    return _table(rows, [one.row["quality"] for one in looked], range(len(looked)))


def _table(
    rows: Sequence[Mapping[str, float]], truth: Sequence[float], reply: Sequence[int]
) -> Table:
    names = tuple(rows[0])
    signals = np.array([[row[name] for name in names] for row in rows])
    return Table(names, signals, np.array(truth, dtype=float), np.array(reply))


def _logistic(signals: Numbers, truth: Numbers) -> tuple[Numbers, float]:
    """Return the terms and the constant of the likeliest logistic scale."""
    sides = np.stack([truth, 1 - truth], axis=1).astype(np.float32)
    table = fit(signals.astype(np.float32), sides, np.ones(len(truth)), STRENGTH)
    apart = (table[:, 0] - table[:, 1]).astype(np.float64)
    return apart[:-1], float(apart[-1])


def _ridge(signals: Numbers, truth: Numbers) -> tuple[Numbers, float]:
    """Return the terms and the constant that come nearest to the truth by squares."""
    mean = float(truth.mean())
    centre = signals.mean(axis=0)
    inner = (signals - centre).T @ (signals - centre) + RIDGE * np.eye(signals.shape[1])
    terms = np.linalg.solve(inner, (signals - centre).T @ (truth - mean))
    return terms, mean - float(centre @ terms)


def _held(
    table: Table, groups: NDArray[np.str_], how: Callable[..., tuple[Numbers, float]]
) -> Numbers:
    """Return each row's value by weights fitted without its group."""
    plain, _, _ = _plain(table)
    held = np.zeros(len(plain))
    for group in sorted(set(groups)):
        out = groups == group
        terms, constant = how(plain[~out], table.truth[~out])
        held[out] = plain[out] @ terms + constant
    return 1 / (1 + np.exp(-held)) if how is _logistic else held


def _plain(table: Table) -> tuple[Numbers, Numbers, Numbers]:
    """Return the signals with mean 0 and deviation 1, and both."""
    usual, spread = table.signals.mean(axis=0), table.signals.std(axis=0) + 1e-6
    return (table.signals - usual) / spread, usual, spread


def _scales(
    table: Table, how: Callable[..., tuple[Numbers, float]], bars: Sequence[float]
) -> Scales:
    """Return the weights fitted on every row."""
    plain, usual, spread = _plain(table)
    terms, constant = how(plain, table.truth)
    told = {
        name: (round(float(term / wide), 5), round(float(middle), 5))
        for name, term, wide, middle in zip(table.names, terms, spread, usual, strict=True)
    }
    return Scales(told, round(constant, 5), tuple(round(float(bar), 3) for bar in bars))


def _f1(told: NDArray[np.bool_], table: Table) -> float:
    return float(2 * (told & (table.truth > 0)).sum() / max(1, told.sum() + table.truth.sum()))


def _wronged(told: NDArray[np.bool_], table: Table, looked: Sequence[Looked], kind: str) -> float:
    """Return the share of idle replies with a step told, or of faultless ones with a fault."""
    hit = np.zeros(len(looked), dtype=bool)
    hit[table.reply[told]] = True
    clean = np.array(
        [one.row["kind"] == "none" if kind == "steps" else not one.row["faults"] for one in looked]
    )
    return float(hit[clean].mean())


def _bar(held: Numbers, table: Table, looked: Sequence[Looked], kind: str) -> float:
    """Return the bar with the best F1 among those that wrong few replies."""
    most = IDLE if kind == "steps" else BLAMED
    fair = [bar for bar in BARS if _wronged(held >= bar, table, looked, kind) <= most]
    return round(float(max(fair, key=lambda bar: _f1(held >= bar, table))), 2)


def _kappa(told: NDArray[np.int64], truth: Numbers) -> float:
    """Return the quadratically weighted kappa."""
    table = np.zeros((4, 4))
    np.add.at(table, (truth.astype(int), told), 1)
    apart = (np.arange(4)[:, None] - np.arange(4)) ** 2
    chance = np.outer(table.sum(axis=1), table.sum(axis=0)) / table.sum()
    return float(1 - (apart * table).sum() / (apart * chance).sum())


def _cuts(held: Numbers, truth: Numbers) -> list[float]:
    """Return the three bars with the best kappa, found one after the other, three times over."""
    cuts = [0.75, 1.5, 2.3]
    for _ in range(3):
        for place in range(3):
            low = cuts[place - 1] if place else 0.0
            high = cuts[place + 1] if place < 2 else 3.0
            choices = np.arange(low + 0.1, high - 0.05, 0.05)
            cuts[place] = max(
                choices,
                key=lambda bar, place=place: _kappa(
                    np.digitize(held, [*cuts[:place], bar, *cuts[place + 1 :]]), truth
                ),
            )
    return [float(cut) for cut in cuts]


def write(scales: Mapping[str, Scales], path: Path) -> None:
    """Write the weights, one signal a line."""
    told = {
        name: {"bars": list(one.bars), "constant": one.constant, "terms": dict(one.terms)}
        for name, one in scales.items()
    }
    text = json.dumps(told, indent=1, ensure_ascii=False)
    path.write_bytes(f"{text}\n".encode())
    print(f"{path.name}: written")


if __name__ == "__main__":
    main()
