"""Item analysis against numpy and against what can be reckoned by hand."""

from __future__ import annotations

from itertools import product
from random import Random

import numpy as np
import pytest

from uss_trainer.coaching.items import (
    ENOUGH,
    Item,
    discriminations,
    item,
    moments,
    reliability,
)


def people(many: int, noise: float, columns: int = 4) -> list[list[float]]:
    """Return scores that share one skill."""
    dice = Random(3)
    skills = [dice.random() for _ in range(many)]
    return [[skill + dice.gauss(0, noise) for _ in range(columns)] for skill in skills]


def test_alpha_and_discrimination_are_numpys() -> None:
    rows = people(200, 0.3)
    array = np.array(rows)
    found = reliability(rows)
    assert found is not None
    covariance = np.cov(array.T)
    assert found.alpha == pytest.approx(4 / 3 * (1 - np.trace(covariance) / covariance.sum()))
    for at, one in enumerate(discriminations(rows)):
        others = array.sum(axis=1) - array[:, at]
        assert one == pytest.approx(np.corrcoef(array[:, at], others)[0, 1])


@pytest.mark.parametrize(
    ("rows", "alpha"),
    [
        ([[0.1, 0.1], [0.5, 0.5], [0.9, 0.9]], 1.0),
        ([[float(a), float(b)] for a, b in product((0, 1), repeat=2)], 0.0),
        ([[0.0, 1.0], [1.0, 0.0], [0.5, 0.6]], -300.0),
        ([[0.5, 0.5], [0.5, 0.5], [0.5, 0.5]], None),
        ([[0.1], [0.5], [0.9]], None),
        ([[0.1, 0.3], [0.5, 0.2]], None),
        ([], None),
    ],
    ids=["same", "unrelated", "against", "no-spread", "one-item", "two-people", "nobody"],
)
def test_alpha(rows: list[list[float]], alpha: float | None) -> None:
    found = reliability(rows)
    assert (found and found.alpha) == (alpha if alpha is None else pytest.approx(alpha))
    assert found is None or found.low <= found.alpha <= found.high


@pytest.mark.parametrize(
    ("many", "noise", "sure"),
    [(ENOUGH - 1, 0.1, False), (ENOUGH, 0.1, True), (ENOUGH, 1.5, False), (300, 0.2, True)],
)
def test_there_must_be_people_enough_to_say(many: int, noise: float, sure: bool) -> None:
    found = reliability(people(many, noise))
    assert found is not None
    assert found.sure == sure


@pytest.mark.parametrize(
    ("count", "compared", "difficulty", "discrimination", "verdict"),
    [
        (29, 29, 0.5, 0.5, "few"),
        (30, 30, 0.96, 0.5, "easy"),
        (30, 30, 0.19, 0.5, "hard"),
        (30, 30, 0.5, -0.01, "reverse"),
        (30, 30, 0.5, 0.19, "weak"),
        (30, 30, 0.5, None, "weak"),
        (30, 30, 0.5, 0.2, "fine"),
        (300, 29, 0.5, 0.2, "few"),
        (300, 0, 0.99, None, "easy"),
    ],
)
def test_verdicts(
    count: int, compared: int, difficulty: float, discrimination: float | None, verdict: str
) -> None:
    assert Item("a", count, difficulty, discrimination, compared).verdict == verdict


def test_sums_are_enough() -> None:
    pairs = [(0.2, 0.1), (0.4, 0.5), (0.9, 0.8)]
    found = item("a", moments(pairs))
    assert (found.people, found.difficulty) == (3, pytest.approx(0.5))
    assert found.discrimination == pytest.approx(np.corrcoef(*zip(*pairs, strict=True))[0, 1])
    assert item("a", moments([(0.5, 0.1), (0.5, 0.9)])).discrimination is None
