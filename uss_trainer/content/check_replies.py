"""The replies of each scene: whether they differ, and whether the good one gives itself away."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from uss_trainer.content.check_links import repeated
from uss_trainer.content.names import fill
from uss_trainer.content.steps import qualify, technique_of
from uss_trainer.content.todo import is_todo
from uss_trainer.errors import Problem

if TYPE_CHECKING:
    from uss_trainer.content.packs import Company
    from uss_trainer.content.read import Document
    from uss_trainer.content.scenarios import Reply, Scenario, Scene

ENOUGH = 3
"""Replies a scene should offer, and scenes a scenario needs before shares mean anything."""

_SOMEONE = "小王"
"""A trainee's name, so that what is measured is what is read."""

SHARE = 0.4
"""Largest share of scenes in which the best reply may stand first, or be the longest."""


def check_replies(
    scenario: Scenario, document: Document, company: Company | None = None
) -> Iterator[Problem]:
    """Yield replies that repeat each other, steps due that none performs, and giveaways."""
    for number, scene in enumerate(scenario.scenes):
        path = ("scenes", number)
        places = [(reply.id, (*path, "replies", n, "id")) for n, reply in enumerate(scene.replies)]
        yield from repeated(document, places)
        yield from _alike(scene, document, number)
        yield from _due(scene, scenario, document, number)
        yield from _roles(scene, document, number)
        if len(scene.replies) < ENOUGH:
            facts = {"id": scene.id, "count": str(len(scene.replies)), "least": str(ENOUGH)}
            place = document.place((*path, "replies"))
            yield Problem("check.few-replies", place, facts, "warning")
    if len(scenario.scenes) >= ENOUGH:
        yield from _giveaways(scenario, document, company)


def _alike(scene: Scene, document: Document, number: int) -> Iterator[Problem]:
    """Yield each reply whose text or feedback another reply of the scene has, too."""
    for part in ("text", "why"):
        seen: dict[tuple[str, str], int] = {}
        told = set()
        for place, reply in enumerate(scene.replies):
            words = getattr(reply, part)
            for lang in ("zh", "en"):
                text = "".join(getattr(words, lang).casefold().split())
                if is_todo(text):
                    continue
                first = seen.setdefault((lang, text), place)
                if text and first != place and place not in told:
                    told.add(place)
                    facts = {"id": reply.id, "other": scene.replies[first].id}
                    where = document.place(("scenes", number, "replies", place, part))
                    yield Problem(f"check.same-{part}", where, facts)


def _due(scene: Scene, scenario: Scenario, document: Document, number: int) -> Iterator[Problem]:
    """Yield each step that is due and that no listed reply performs."""
    technique = technique_of(scene, scenario)
    done = {qualify(ref, technique) for reply in scene.replies for ref in reply.steps}
    for place, ref in enumerate(scene.due):
        if qualify(ref, technique) not in done:
            path = ("scenes", number, "due", place)
            yield Problem("check.due-undone", document.place(path), {"id": ref})


def _roles(scene: Scene, document: Document, number: int) -> Iterator[Problem]:
    """Yield each reply whose speaker and `wrong-role` don't go together."""
    fitting = scene.fits.speakers if scene.fits else []
    for place, reply in enumerate(scene.replies if fitting else ()):
        wrong = reply.speaker not in fitting
        if wrong is not ("wrong-role" in reply.faults):
            code = "check.role-unmarked" if wrong else "check.role-fits"
            facts = {"id": reply.id, "speaker": reply.speaker}
            yield Problem(code, document.place(("scenes", number, "replies", place, "id")), facts)


def best(scene: Scene) -> int:
    """Return the place of a scene's best reply: the highest quality, the first of equals."""
    return max(range(len(scene.replies)), key=lambda place: scene.replies[place].quality)


def _giveaways(
    scenario: Scenario, document: Document, company: Company | None
) -> Iterator[Problem]:
    """Yield that the best reply stands first, or is the longest, too often."""
    scenes = scenario.scenes
    bests = [best(scene) for scene in scenes]
    counts = {"check.best-first": bests.count(0)}
    for lang in ("zh", "en"):
        longest = [
            _longest(scene.replies, place, lang, company)
            for scene, place in zip(scenes, bests, strict=True)
        ]
        counts[f"check.best-longest-{lang}"] = sum(longest)
    for code, count in counts.items():
        if count > SHARE * len(scenes):
            figures = {"count": str(count), "scenes": str(len(scenes))}
            figures["percent"] = str(round(100 * count / len(scenes)))
            yield Problem(code, document.place(("scenes",)), figures, "warning")


def _longest(replies: Sequence[Reply], place: int, lang: str, company: Company | None) -> bool:
    """Return whether a reply is longer than every other in a language."""
    texts = [getattr(reply.text, lang) for reply in replies]
    sizes = [len(fill(text, company, _SOMEONE, lang) if company else text) for text in texts]
    if any(map(is_todo, texts)):
        return False
    return all(sizes[place] > size for other, size in enumerate(sizes) if other != place)
