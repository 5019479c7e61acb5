"""Listed replies as rubric lines: what authors and readers said of them teaches the graders too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.authoring.golden import NAME
from uss_trainer.content.check_rubric import TOO_ALIKE
from uss_trainer.content.rubrics import RubricLine, RubricLines
from uss_trainer.content.steps import technique_of
from uss_trainer.grading.lexical import alike
from uss_trainer.player.scene import Voice, reply_text, text_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from uss_trainer.content.edition import Edition
    from uss_trainer.content.rubrics import Rubric
    from uss_trainer.content.scenarios import Reply
    from uss_trainer.content.shapes import Lang

Headed = tuple[str, str, RubricLine]
"""Kind (`steps`, `methods`, `faults`, `none`), heading and line."""


def played_lines(
    rubric: Rubric, written: Sequence[RubricLines], editions: Iterable[Edition], lang: Lang
) -> RubricLines:
    """Return the listed replies of a technique's scenes that its `written` lines don't hold yet."""
    headed: dict[tuple[str, str], list[RubricLine]] = {}
    for edition in editions:
        for kind, heading, line in _headed(rubric, edition, lang):
            headed.setdefault((kind, heading), []).append(line)
    parts = [part for part in written if part.language == lang]
    kinds: dict[str, dict[str, list[RubricLine]]] = {"steps": {}, "methods": {}, "faults": {}}
    none: list[RubricLine] = []
    for (kind, heading), lines in sorted(headed.items()):
        if kind == "none":
            none = _fresh(lines, [line for part in parts for line in part.none])
        else:
            told = [line for part in parts for line in getattr(part, kind).get(heading, ())]
            kinds[kind][heading] = _fresh(lines, told)
    return RubricLines(
        format="lines/1", technique=rubric.technique, language=lang, none=none, **kinds
    )


def _headed(rubric: Rubric, edition: Edition, lang: Lang) -> Iterator[Headed]:
    """Yield the replies of the scenes that practise a technique, after the line always said there."""
    voice = Voice(lang, NAME[lang])
    for scene in edition.scenario.scenes:
        if technique_of(scene, edition.scenario) != rubric.technique:
            continue
        after = text_of(edition, scene.says[-1].text, voice)
        for reply in scene.replies:
            text = reply_text(edition, reply, voice)
            if len(text) <= 400:
                kind, heading, also = _heading(rubric, reply)
                yield kind, heading, RubricLine(text=text, after=after, also=also)


def _heading(rubric: Rubric, reply: Reply) -> tuple[str, str, list[str]]:
    """Return under what a reply stands, the dominant thing first, and what it performs besides."""
    known = [step.id for step in rubric.steps]
    steps = [short for step in reply.steps if (short := step.rpartition("/")[2]) in known]
    if reply.faults:
        return "faults", reply.faults[0], steps
    homes = {method.id: method.step for method in rubric.methods}
    if used := [method for method in reply.methods if method in homes]:
        return "methods", used[0], [step for step in steps if step != homes[used[0]]]
    return ("steps", steps[0], steps[1:]) if steps else ("none", "", [])


def _fresh(lines: Sequence[RubricLine], told: Sequence[RubricLine]) -> list[RubricLine]:
    """Return the lines that are like none before them."""
    every = [*told, *lines]
    doubled = {max(i, j) for i, j, _ in alike([line.text for line in every], TOO_ALIKE)}
    return [line for i, line in enumerate(every) if i >= len(told) and i not in doubled]
