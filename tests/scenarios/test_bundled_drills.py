"""The bundled drills keep the standard that `docs/writing-drills.md` sets."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from uss_trainer.content.bundled import bundled
from uss_trainer.content.drills import ChooseDrill, MatchDrill, SayDrill, wanted
from uss_trainer.content.library import open_library
from uss_trainer.content.place import PackFolder
from uss_trainer.content.steps import qualify
from uss_trainer.content.topics import topics
from uss_trainer.grading.drill_values import Given
from uss_trainer.grading.drills import mark
from uss_trainer.grading.judge import prepare
from uss_trainer.grading.said_drill import due_steps, mark_said
from uss_trainer.grading.semantic import load_encoder
from uss_trainer.i18n import words

LIBRARY = open_library([])
ENCODER = cache(load_encoder)
DRILLS = {one.id: one.drill for pack in LIBRARY.packs for one in pack.drills if one.drill}
SAID = [name for name, drill in DRILLS.items() if isinstance(drill, SayDrill)]
LISTED = [name for name in DRILLS if name not in SAID]
PAGE = Path(__file__).parents[2] / "docs" / "writing-drills.md"


def test_there_are_drills_of_every_kind_and_no_problems() -> None:
    counts = Counter(drill.kind for drill in DRILLS.values())
    assert len(DRILLS) >= 30
    assert {kind for kind, count in counts.items() if count >= 3} == {
        "order", "match", "choose", "pick", "say",
    }  # fmt: skip
    assert {DRILLS[name].technique for name in SAID} == set(LIBRARY.techniques())
    assert [one for pack in LIBRARY.packs for drill in pack.drills for one in drill.problems] == []


@pytest.mark.parametrize("name", LISTED)
def test_the_right_answer_earns_everything_and_taking_all_does_not(name: str) -> None:
    drill = DRILLS[name]
    assert not isinstance(drill, SayDrill)
    pairs = ()
    if isinstance(drill, MatchDrill):
        pairs = tuple((item.id, item.to) for item in drill.items)
    assert mark(drill, Given(wanted(drill), pairs), LIBRARY.scale).total == 100
    if isinstance(drill, ChooseDrill):
        everything = Given(tuple(item.id for item in drill.items))
        assert not mark(drill, everything, LIBRARY.scale).passed


@pytest.mark.parametrize("name", SAID)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_example_of_what_is_said_passes(name: str, lang: str, tmp_path: Path) -> None:
    edition = LIBRARY.drill(name)
    drill = edition.filled("小王" if lang == "zh" else "Wang")
    assert isinstance(drill, SayDrill)
    rubric = edition.rubrics[drill.technique]
    grader = prepare(rubric, edition.faults, ENCODER(), tmp_path, bundled("scoring"))
    judgement = grader.judge(drill.example.of(lang), drill.says.of(lang), due_steps(drill))
    assert mark_said(drill, judgement, edition.faults, edition.scale).passed
    assert all(qualify(step, drill.technique) in judgement.step_ids for step in drill.due)


def test_every_topic_has_a_name() -> None:
    known = {one.replace("/", "-") for one in topics(LIBRARY.techniques())}
    kinds = {f"kind-{one.partition('/')[0]}" for one in topics(LIBRARY.techniques())}
    assert set(words("topics", "en")) == known | kinds


def test_the_page_s_example_is_a_drill_without_a_mistake(tmp_path: Path) -> None:
    found = re.search(r"```yaml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    file = tmp_path / "first-letter.yaml"
    file.write_text(found[1], encoding="utf-8")
    entry = LIBRARY.shelf.drill(PackFolder(tmp_path, 0, (file,), None, None), file)
    assert entry.playable
    assert entry.problems == ()
