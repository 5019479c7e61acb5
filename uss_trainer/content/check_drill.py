"""What is wrong with a drill beside its shape: ids, answers, topics, giveaways."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from uss_trainer.content.check_links import among, repeated
from uss_trainer.content.check_words import check_words
from uss_trainer.content.drills import ChooseDrill, MatchDrill, PickDrill, SayDrill, wanted
from uss_trainer.content.steps import qualify
from uss_trainer.content.topics import topics
from uss_trainer.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uss_trainer.content.drills import Drill, ListDrill
    from uss_trainer.content.events import Key
    from uss_trainer.content.packs import Company
    from uss_trainer.content.read import Document
    from uss_trainer.content.rubrics import Rubric

LONGER = 1.3
"""How much longer than every wrong item the right ones may be before length gives them away."""


def check_drill(
    drill: Drill, document: Document, rubrics: Mapping[str, Rubric], company: Company | None
) -> list[Problem]:
    """Return every broken link, repetition and giveaway, in the order of the file."""
    problems = [*_topics(drill, document, tuple(rubrics))]
    if isinstance(drill, SayDrill):
        problems += _say(drill, document, rubrics)
    else:
        problems += repeated(document, _places(drill))
        problems += _alike(drill, document)
        problems += _answer(drill, document)
    problems += check_words(document, company)
    return sorted(problems, key=_line)


def _line(problem: Problem) -> int:
    line = problem.where.rpartition(":")[2]
    return int(line) if line.isdecimal() else 0


def _places(drill: ListDrill) -> list[tuple[str, Key]]:
    places: list[tuple[str, Key]] = [
        (item.id, ("items", n, "id")) for n, item in enumerate(drill.items)
    ]
    if isinstance(drill, MatchDrill):
        places += [(one.id, ("targets", n, "id")) for n, one in enumerate(drill.targets)]
    return places


def _topics(drill: Drill, document: Document, techniques: tuple[str, ...]) -> Iterator[Problem]:
    """Yield each topic that the manual doesn't know."""
    known = frozenset(topics(techniques))
    named: list[tuple[Key, str]] = [(("about", n), one) for n, one in enumerate(drill.about)]
    if not isinstance(drill, SayDrill):
        named += [
            (("items", place, "about", n), one)
            for place, item in enumerate(drill.items)
            for n, one in enumerate(item.about)
        ]
    for path, topic in named:
        yield from among(document, "topic", topic, known, path)


def _say(drill: SayDrill, document: Document, rubrics: Mapping[str, Rubric]) -> Iterator[Problem]:
    """Yield a technique or step that no rubric has."""
    if drill.technique not in rubrics:
        yield from among(document, "technique", drill.technique, frozenset(rubrics), ("technique",))
        return
    steps = frozenset(f"{drill.technique}/{step.id}" for step in rubrics[drill.technique].steps)
    for place, ref in enumerate(drill.due):
        if qualify(ref, drill.technique) not in steps:
            short = frozenset(one.rpartition("/")[2] for one in steps)
            yield from among(document, "step", ref, short, ("due", place))


def _alike(drill: ListDrill, document: Document) -> Iterator[Problem]:
    """Yield each item whose text or feedback another one has, too."""
    for part in ("text", "why"):
        seen: dict[tuple[str, str], int] = {}
        told = set()
        for place, item in enumerate(drill.items):
            for lang in ("zh", "en"):
                text = "".join(getattr(getattr(item, part), lang).casefold().split())
                first = seen.setdefault((lang, text), place)
                if text and first != place and place not in told:
                    told.add(place)
                    facts = {"id": item.id, "other": drill.items[first].id}
                    where = document.place(("items", place, part))
                    yield Problem(f"check.drill-same-{part}", where, facts)


def _answer(drill: ListDrill, document: Document) -> Iterator[Problem]:
    """Yield an answer that can't be given, or that gives itself away."""
    if isinstance(drill, MatchDrill):
        known = frozenset(target.id for target in drill.targets)
        for place, item in enumerate(drill.items):
            yield from among(document, "target", item.to, known, ("items", place, "to"))
    if isinstance(drill, ChooseDrill | PickDrill):
        right = frozenset(wanted(drill))
        if not right:
            yield Problem("check.drill-none-right", document.place(("items",)))
        elif isinstance(drill, ChooseDrill) and len(right) == len(drill.items):
            yield Problem("check.drill-all-right", document.place(("items",)))
        else:
            yield from _longest(drill, document, right)


def _longest(
    drill: ChooseDrill | PickDrill, document: Document, right: frozenset[str]
) -> Iterator[Problem]:
    """Yield that every right item is much longer than every wrong one."""
    for lang in ("zh", "en"):
        sizes = {item.id: len(getattr(item.text, lang)) for item in drill.items}
        wrong = [size for name, size in sizes.items() if name not in right]
        if wrong and min(sizes[name] for name in right) > LONGER * max(wrong):
            yield Problem(f"check.drill-longest-{lang}", document.place(("items",)), {}, "warning")
