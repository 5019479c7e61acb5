"""What `robustness.py` changes and judges again: lines of the rubrics, clauses, labelled replies."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import twists

from uss_trainer.grading.rubric import lines_of
from uss_trainer.grading.text import clauses

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uss_trainer.content.rubrics import Rubric

    Said = tuple[str, str, str]
    """Technique, reply, and the customer's line before it."""


def lines(rubrics: Mapping[str, Rubric], most: int) -> list[Said]:
    """Return lines of each step and language, evenly drawn, at most `most` a technique."""
    found: list[Said] = []
    for technique, rubric in rubrics.items():
        each = [
            lines_of(rubric, "steps", step.id, lang)
            for step in rubric.steps
            for lang in ("zh", "en")
        ]
        share = max(1, most // len(each))
        for some in each:
            found += [
                (technique, one.text, one.after)
                for one in some[:: max(1, len(some) // share)][:share]
            ]
    return found


HERE = Path(__file__).parent


def files() -> list[Path]:
    """Return the files of replies that measure; those that teach where there are none yet."""
    measuring = sorted((HERE / "replies").glob("*.jsonl"))
    return measuring or sorted((HERE / "teaching").glob("*.jsonl"))


def labelled(most: int) -> list[Said]:
    """Return labelled replies that perform something, at most `most` a file, evenly drawn."""
    found: list[Said] = []
    for path in files():
        rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        rows = [row for row in rows if row["kind"] == "normal" and row["steps"]]
        drawn = rows[:: max(1, len(rows) // most)][:most]
        found += [(row["technique"], row["text"], row["context"] or "") for row in drawn]
    return found


def deniable(rubrics: Mapping[str, Rubric], most: int) -> list[Said]:
    """Return single clauses of the rubrics' lines that can be denied, evenly drawn."""
    found: list[Said] = []
    for technique, rubric in rubrics.items():
        each = [line for step in rubric.steps for line in lines_of(rubric, "steps", step.id)]
        rows = [
            (technique, line.text[part.start : part.end].rstrip("，,。.！!"), line.after)
            for line in each
            for part in clauses(line.text)
        ]
        rows = [row for row in rows if len(row[1]) > 5 and twists.denied(row[1])]
        found += rows[:: max(1, len(rows) // most)][:most]
    return found
