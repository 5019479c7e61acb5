"""Heads written down: read back they judge the same, and are known by their own numbers."""

from __future__ import annotations

from dataclasses import replace

from uss_trainer.content.rubrics import Rubric
from uss_trainer.grading.grader import Grader
from uss_trainer.grading.judge import prepare
from uss_trainer.grading.keeping import digest, packed, unpacked

STEPS = {
    "greet": ["Good morning", "Hello there", "Good evening, sir", "您好", "早上好", "王总好"],
    "price": [
        "It costs ten",
        "The price is nine",
        "That's 20 euros",
        "要十块",
        "价格是九块",
        "一共二十元",
    ],
}


def test_a_head_fitted_on_the_spot_can_be_kept_and_judges_the_same(faults, encoder) -> None:
    plain = {"zh": "步", "en": "step"}
    steps = [{"id": one, "name": plain, "about": plain, "prompts": [plain]} for one in STEPS]
    lines = [{
        "format": "lines/1", "technique": "tiny", "language": "en", "steps": STEPS,
        "none": ["The sky is blue", "Nobody came", "今天下雨"],
    }]  # fmt: skip
    rubric = Rubric.model_validate(
        {"format": "rubric/1", "technique": "tiny", "name": plain, "purposes": [], "steps": steps,
         "lines": lines},
    )  # fmt: skip
    made = prepare(rubric, faults, encoder)
    model = unpacked(made.kept_head)
    assert model is not None
    assert digest(model) == made.head
    again = Grader(rubric, encoder, model, made.finder.weighing)
    for text in ("Good morning, Mr Li", "That will cost 12.", "您好，一共九块", "Nothing."):
        assert again.judge(text) == made.judge(text)
    other = replace(model, idf=model.idf * 2)
    assert digest(other) != digest(model)
    assert unpacked(packed(other)[:-40]) is None
