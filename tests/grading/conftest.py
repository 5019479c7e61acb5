"""The phone rubric, prepared once for all grading tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from kept import encoder as load_encoder

from uss_trainer.content.bundled import bundled
from uss_trainer.content.scoring import Scoring
from uss_trainer.grading.judge import prepare

if TYPE_CHECKING:
    from uss_trainer.content.rubrics import Faults, Rubric, Scale
    from uss_trainer.grading.judge import Grader
    from uss_trainer.grading.semantic import Encoder


@pytest.fixture(scope="session")
def scoring() -> Scoring:
    """The bundled rubrics, faults and scale."""
    return Scoring((bundled("scoring"),))


@pytest.fixture(scope="session")
def phone(scoring: Scoring) -> Rubric:
    """The phone rubric with all its lines."""
    return scoring.full("phone")


@pytest.fixture(scope="session")
def faults(scoring: Scoring) -> Faults:
    """The fault catalogue."""
    return scoring.faults


@pytest.fixture(scope="session")
def scale(scoring: Scoring) -> Scale:
    """The numbers of the total."""
    return scoring.scale


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    """The sentence encoder, loaded once."""
    return load_encoder()


@pytest.fixture(scope="session")
def grader(phone: Rubric, faults: Faults, encoder: Encoder) -> Grader:
    """The grader with the head that comes with the program."""
    return prepare(phone, faults, encoder, None, bundled("scoring"))
