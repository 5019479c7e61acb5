"""A topic counts where an item that is asked for is about it and feedback names it."""

from __future__ import annotations

from typing import Any

import pytest

from uss_trainer.authoring.practised import by_drill, process_cells
from uss_trainer.content.drills import DRILLS
from uss_trainer.content.shapes import Words

CALLED = {
    "activity/sign": Words(zh="签约", en="Sign the contract"),
    "quality/warm": Words(zh="热情", en="warm"),
}


def drill(kind: str, about: list[str], *items: dict[str, Any]) -> Any:
    text = {"zh": "字", "en": "text"}
    head = {"format": "drill/1", "id": "one", "kind": kind, "level": "working"}
    full = [{"id": f"i{n}", "text": text, **item} for n, item in enumerate(items)]
    return DRILLS[kind].model_validate(
        {**head, "title": text, "task": text, "about": about, "items": full}
    )


NAMES = {"zh": "签约算完成", "en": "done"}
SILENT = {"zh": "对", "en": "right"}


@pytest.mark.parametrize(
    ("made", "lack"),
    [
        (drill("choose", [], {"right": True, "why": NAMES, "about": ["activity/sign"]}, {"why": SILENT}), None),
        (drill("choose", [], {"right": True, "why": SILENT, "about": ["activity/sign"]}, {"why": NAMES}), "told"),
        (drill("choose", [], {"right": True, "why": SILENT}, {"why": NAMES, "about": ["activity/sign"]}), "carried"),
        (drill("choose", ["activity/sign"], {"right": True, "why": SILENT}, {"why": NAMES}), None),
        (drill("order", ["activity/sign"], *({"why": NAMES} for _ in range(3))), "carried"),
        (drill("order", [], {"why": {"zh": "", "en": "you sign the contract"}, "about": ["activity/sign"]}, {"why": SILENT}, {"why": SILENT}), None),
        (drill("pick", [], {"why": NAMES, "about": ["activity/sign"], "belongs": False}, {"why": SILENT}, {"why": SILENT}), "carried"),
    ],
)  # fmt: skip
def test_what_a_drill_practises(made: Any, lack: str | None) -> None:
    cells = {cell.id: cell for cell in process_cells(by_drill(made, CALLED))}
    assert cells["sign"].lack == lack
    assert cells["sign"].scenarios == (("one",) if lack is None else ())
    assert cells["warm"].lack == "carried"
    assert cells["warm"].hole
