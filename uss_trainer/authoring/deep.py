"""The deep check: what only playing and grading a scenario can find."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.authoring.deep_flow import reached
from uss_trainer.authoring.deep_scores import Span, spans
from uss_trainer.authoring.golden import NAME
from uss_trainer.content.borrowing import LANGS
from uss_trainer.content.steps import qualify, technique_of
from uss_trainer.errors import Problem
from uss_trainer.grading.firms import firms_of
from uss_trainer.grading.lexical import Lines, alike, over
from uss_trainer.player.scene import Voice, reply_text, text_of

if TYPE_CHECKING:
    from uss_trainer.content.deals import Deal
    from uss_trainer.content.edition import Edition
    from uss_trainer.content.events import Key
    from uss_trainer.content.read import Document
    from uss_trainer.grading.judge import Grader

LIKE = 70.0
"""Likeness, names and numbers taken out, from which a reply is worded like a rubric's line."""

WHY_ALIKE = 80.0
"""Likeness from which two replies' feedback in one scene is nearly the same."""

Written = Mapping[tuple[str, str], Lines]
"""The written lines of a technique in a language."""


@dataclass(frozen=True, slots=True)
class Deep:
    """What was found in one scenario."""

    problems: tuple[Problem, ...]
    """In the order of the file."""

    endings: tuple[Span, ...]
    places: int
    """Positions looked at."""

    complete: bool
    """Whether there are no further ones."""

    graded: bool
    """Whether the grader had its say."""


def deep(
    edition: Edition,
    document: Document,
    written: Written,
    grader: Callable[[str], Grader | None],
    deals: Sequence[Deal] = (),
) -> Deep:
    """Return everything the deep check finds in a scenario that the plain check finds sound.

    `grader` gives a technique's, None where there is no encoder; `deals` play it as a visit.
    """
    found = reached(edition, deals=deals)
    problems = list(_unreached(edition, document, found.missing, found.complete))
    if not found.complete:
        facts = {"places": str(found.places), "count": str(len(found.missing))}
        problems.append(Problem("deep.capped", document.place(("scenes",)), facts, "note"))
    ends = spans(edition)
    if ends and not any(end.passes for end in ends):
        best = max(end.best for end in ends)
        place = document.place(("endings",))
        problems.append(Problem("deep.pass-out-of-reach", place, {"best": f"{best:g}"}, "warning"))
    problems += _whys_alike(edition, document)
    problems += _like_rubric(edition, document, written)
    graders = {name: grader(name) for name in edition.rubrics}
    graded = all(graders.values())
    if graded:
        problems += _not_found(edition, document, graders)
    ordered = sorted(problems, key=lambda one: int(one.where.rpartition(":")[2]))
    return Deep(tuple(ordered), ends, found.places, found.complete, graded)


CODES = {
    "says": "deep.line-unsaid",
    "replies": "deep.reply-never",
    "typed": "deep.typed-never",
    "skip": "deep.route-never",
    "goto": "deep.route-never",
    "scenes": "deep.scene-unreachable",
    "endings": "deep.ending-unreachable",
}


def _unreached(
    edition: Edition, document: Document, missing: Sequence[Key], complete: bool
) -> Iterator[Problem]:
    """Yield what nothing leads to, of nested things the outermost.

    Where the search was broken off it is only a note that nothing has led there so far.
    """
    gone = set(missing)
    for path in missing:
        if any(path[:length] in gone for length in range(1, len(path))):
            continue
        code = CODES[str(path[-2])]
        facts = {"id": _id(edition, path), "scene": _id(edition, path[:2])}
        if complete:
            yield Problem(code, document.place(path), facts, "warning")
        else:
            yield Problem(f"{code}-yet", document.place(path), facts, "note")


def _id(edition: Edition, path: Key) -> str:
    """Return what a thing is called: its id, else its place counted from 1."""
    value: object = edition.scenario
    for part in path:
        value = value[part] if isinstance(part, int) else getattr(value, part)  # type: ignore[index]
    last = path[-1]
    return str(getattr(value, "id", "") or (last + 1 if isinstance(last, int) else last))


def _replies(edition: Edition, lang: str) -> Iterator[tuple[Key, str, str]]:
    """Yield path, technique and text of each listed reply."""
    voice = Voice(lang, NAME[lang])
    for number, scene in enumerate(edition.scenario.scenes):
        technique = technique_of(scene, edition.scenario)
        for place, reply in enumerate(scene.replies):
            path: Key = ("scenes", number, "replies", place)
            yield path, technique, reply_text(edition, reply, voice)


def _like_rubric(edition: Edition, document: Document, written: Written) -> Iterator[Problem]:
    """Yield replies that a trainee could recognise by the rubric's own wording."""
    for lang in LANGS:
        for path, technique, text in _replies(edition, lang):
            near = over(text, written[technique, lang], LIKE)
            if near is not None:
                facts = {
                    "id": _id(edition, path),
                    "line": near.line,
                    "likeness": f"{near.likeness:g}",
                    "lang": lang,
                }
                place = document.place((*path, "text", lang))
                yield Problem("deep.like-rubric", place, facts, "warning")


def _whys_alike(edition: Edition, document: Document) -> Iterator[Problem]:
    """Yield replies whose feedback is nearly another's of the scene: it tells nothing of its own."""
    for number, scene in enumerate(edition.scenario.scenes):
        for lang in LANGS:
            whys = [reply.why.of(lang) for reply in scene.replies]
            for first, second, likeness in alike(whys, WHY_ALIKE):
                if whys[first] == whys[second]:
                    continue  # the plain check's own finding
                place = document.place(("scenes", number, "replies", second, "why", lang))
                facts = {"id": scene.replies[second].id, "other": scene.replies[first].id}
                facts |= {"likeness": f"{likeness:g}", "lang": lang}
                yield Problem("deep.why-alike", place, facts, "warning")


def _not_found(
    edition: Edition, document: Document, graders: Mapping[str, Grader | None]
) -> Iterator[Problem]:
    """Yield replies whose declared steps the grader wouldn't find if somebody typed their words."""
    for technique, grader in graders.items():
        asked = [
            (path, lang, text)
            for lang in LANGS
            for path, owner, text in _replies(edition, lang)
            if owner == technique and _declared(edition, path, technique)
        ]
        rows = [(text, _heard(edition, path, lang)) for path, lang, text in asked]
        found = grader.performed_all(rows, firms_of(edition.company)) if grader and rows else []
        for (path, lang, _), performed in zip(asked, found, strict=True):
            if lost := _declared(edition, path, technique) - performed:
                names = ", ".join(sorted(step.rpartition("/")[2] for step in lost))
                facts = {"id": _id(edition, path), "steps": names, "lang": lang}
                place = document.place((*path, "text", lang))
                yield Problem("deep.step-not-found", place, facts, "note")


def _declared(edition: Edition, path: Key, technique: str) -> set[str]:
    """Return the steps of a technique that a listed reply is declared to perform."""
    reply = edition.scenario.scenes[int(path[1])].replies[int(path[3])]
    steps = {qualify(step, technique) for step in reply.steps}
    return {step for step in steps if step.startswith(f"{technique}/")}


def _heard(edition: Edition, path: Key, lang: str) -> str:
    """Return the customer's line that always may be said."""
    scene = edition.scenario.scenes[int(path[1])]
    return text_of(edition, scene.says[-1].text, Voice(lang, NAME[lang]))
