"""What an answer to a drill is worth, each row worked out by hand as docs/scoring.md does."""

from __future__ import annotations

from typing import Any

import pytest

from uss_trainer.content.drills import DRILLS
from uss_trainer.content.library import open_library
from uss_trainer.content.rubrics import Scale
from uss_trainer.grading.drill_values import Given
from uss_trainer.grading.drills import mark
from uss_trainer.grading.said_drill import mark_said
from uss_trainer.grading.values import Evidence, Judgement
from uss_trainer.player.drilling import begin, cycle, match, put, rank, shift, toggle

LIBRARY = open_library([])
SCALE: Scale = LIBRARY.scale


def both(text: str) -> dict[str, str]:
    return {"zh": text, "en": text}


def drill(kind: str, items: str, **more: Any) -> Any:
    """A drill whose items are `a b`, of a choice with `!` at what is wrong, of a match `a:x`."""
    made = []
    for word in items.split():
        name, _, to = word.strip("!").partition(":")
        item: dict[str, Any] = {"id": name, "text": both(name), "why": both(f"why {name}")}
        if to:
            item["to"] = to
        if kind in ("choose", "pick"):
            item["right" if kind == "choose" else "belongs"] = "!" not in word
        made.append(item)
    head = {"format": "drill/1", "id": "one", "kind": kind, "level": "new-hire"}
    targets = [{"id": one, "text": both(one)} for one in "xyz"]
    extra = {"targets": targets} if kind == "match" else {}
    texts = {"title": both("T"), "task": both("Do it")}
    return DRILLS[kind].model_validate({**head, **texts, **extra, "items": made, **more})


ORDER = ("order", "a b c d e")
CHOOSE = ("choose", "a b c! d!")
PICK = ("pick", "a b c! d")
MATCH = ("match", "a:x b:y c:x d:z")


@pytest.mark.parametrize(
    ("what", "given", "total", "verdicts"),
    [
        (ORDER, "a b c d e", 100, "right right right right right"),
        (ORDER, "b a c d e", 75, "right moved right right right"),
        (ORDER, "b c d e a", 75, "moved right right right right"),
        (ORDER, "e d c b a", 0, "right moved moved moved moved"),
        (ORDER, "a b", 25, "right right none none none"),
        (ORDER, "a a b nobody c", 50, "right right right none none"),
        (ORDER, "", 0, "none none none none none"),
        (CHOOSE, "b a", 100, "right right left left"),
        (CHOOSE, "a", 50, "right missing left left"),
        (CHOOSE, "a b c", 50, "right right extra left"),
        (CHOOSE, "c d", 0, "missing missing extra extra"),
        (PICK, "a b d", 100, "right right left right"),
        (PICK, "b a d", 85, "right moved left right"),
        (PICK, "a b c d", 76.7, "right right extra right"),
        (PICK, "a", 23.3, "right missing left missing"),
        (MATCH, "a:x b:y c:x d:z", 100, "right right right right"),
        (MATCH, "a:x b:x c:x", 50, "right wrong right none"),
    ],
)
def test_a_total_can_be_worked_out(
    what: tuple[str, str], given: str, total: float, verdicts: str
) -> None:
    words = given.split()
    pairs = tuple((one[0], one[2:]) for one in words if ":" in one)
    marks = mark(drill(*what), Given(ids=tuple(words), pairs=pairs), SCALE)
    assert marks.total == marks.total_if_open == total
    assert [row.verdict for row in marks.rows] == verdicts.split()
    assert marks.passed is (total >= 80)


def test_where_no_order_counts_belonging_is_everything() -> None:
    loose = drill(*PICK, ordered=False)
    assert mark(loose, Given(("d", "b", "a")), SCALE).total == 100


@pytest.mark.parametrize(
    ("steps", "open_", "faults", "quality", "reason", "totals"),
    [
        (["ask-reason", "clarify"], [], [], 3, "", (100, 100)),
        (["ask-reason", "clarify"], [], [], 2, "", (80, 80)),
        (["ask-reason"], [], [], 3, "", (50, 50)),
        (["ask-reason"], [], ["argue"], 3, "", (40, 40)),
        (["ask-reason"], [], ["impolite"], 1, "", (22, 22)),
        (["ask-reason"], ["clarify"], [], 2, "uncertain", (40, 90)),
        ([], [], [], 0, "encoder-missing", (0, 100)),
        ([], [], [], 0, "", (0, 0)),
    ],
)
def test_what_is_said_earns_its_steps_less_its_faults(
    steps: list[str],
    open_: list[str],
    faults: list[str],
    quality: int,
    reason: Any,
    totals: tuple[float, float],
) -> None:
    said = DRILLS["say"].model_validate(
        {
            **{"format": "drill/1", "id": "one", "kind": "say", "level": "new-hire"},
            **{name: both(name) for name in ("title", "task", "who", "says", "example", "why")},
            **{"technique": "objection", "due": ["ask-reason", "objection/clarify"]},
        }
    )
    judgement = Judgement(
        "objection",
        "typed",
        steps=tuple(Evidence(f"objection/{one}", 1.0) for one in steps),
        open=tuple(Evidence(f"objection/{one}", 0.5) for one in open_),
        faults=tuple(Evidence(one, 1.0) for one in faults),
        quality=quality,
        reason=reason,
    )
    marks = mark_said(said, judgement, LIBRARY.faults, SCALE)  # type: ignore[arg-type]
    assert (marks.total, marks.total_if_open) == totals


def test_a_seed_shuffles_alike_and_never_gives_the_answer_away() -> None:
    one = drill(*ORDER)
    starts = {begin(one, seed).rows for seed in range(300)}
    assert begin(one, 7) == begin(one, 7)
    assert len(starts) > 100
    assert ("a", "b", "c", "d", "e") not in starts
    assert begin(one, 7).rows == ("c", "b", "a", "e", "d")


def test_an_answer_is_made_move_by_move() -> None:
    draft = put(shift(begin(drill(*ORDER), 7), "a", -9), "e", 1)
    assert draft.given.ids[:2] == ("a", "e")
    picked = toggle(toggle(begin(drill(*PICK), 1), "d"), "a")
    assert not begin(drill(*PICK), 1).complete
    assert rank(picked, "b", 0).given.ids == ("b", "d", "a")
    assert toggle(picked, "d").given.ids == ("a",)
    single = toggle(toggle(begin(drill("choose", "a b! c!"), 1), "b"), "c")
    assert single.given.ids == ("c",)
    matched = cycle(match(begin(drill(*MATCH), 1), "a", "x"), "a", 1)
    assert matched.target("a") == "y"
    assert cycle(matched, "b", -1).target("b") == "z"
    assert not matched.complete
