"""Write a draft scenario down as a file that teaches its own format."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.authoring.page import Page

if TYPE_CHECKING:
    from uss_trainer.authoring.draft import Draft, DraftReply, DraftScene
    from uss_trainer.i18n import Lang


def scenario_page(draft: Draft, lang: Lang, texts: tuple[str, ...]) -> str:
    """Return the file of a draft, its comments in `lang`, its texts in the languages of `texts`."""
    page = Page(lang, texts)
    page.head("scenario", "../")
    page.note("about-scenario")
    _before(page, draft)
    page.put("scenes:")
    for number, scene in enumerate(draft.scenes):
        _scene(page, scene, first=not number)
    page.note("about-endings")
    page.put("endings:")
    for ending in draft.endings:
        page.key("- id", ending.id, 2)
        page.key("outcome", ending.outcome, 4, "outcome")
        page.text("title", ending.title, 4)
        page.text("says", ending.says, 4)
        page.text("debrief", ending.debrief, 4)
    _tests(page, draft)
    return page.written


def _before(page: Page, draft: Draft) -> None:
    """Write what stands above the scenes."""
    page.key("format", "scenario/1")
    page.key("id", draft.id)
    page.text("title", draft.title)
    page.key("technique", draft.technique)
    page.key("level", "new-hire", note="level")
    page.key("relationship", "new", note="relationship")
    page.put("customer:")
    for name, text in draft.customer.items():
        page.text(name, text, 2)
    page.text("briefing", draft.briefing)
    page.text("goal", draft.goal)
    page.note("about-mood")
    page.put("mood:")
    for mood, value in (("trust", 0), ("interest", 0), ("patience", 3)):
        page.key(mood, value, 2)


def _scene(page: Page, scene: DraftScene, *, first: bool) -> None:
    """Write a scene; the first one explains its keys."""

    def note(code: str, indent: int) -> None:
        page.note(code if first else "", indent)

    note("about-scenes", 2)
    page.key("- id", scene.id, 2)
    note("about-says", 4)
    page.put("says:", 4)
    page.text("- text", scene.says, 6)
    if scene.cue:
        page.text("cue", scene.cue, 8)
    note("about-due", 4)
    page.ids("due", scene.due, 4)
    note("about-replies", 4)
    page.put("replies:", 4)
    for number, reply in enumerate(scene.replies):
        _reply(page, reply, first=first and not number)
    note("about-otherwise", 4)
    page.put("otherwise:", 4)
    page.key("goto", scene.otherwise, 6)


def _reply(page: Page, reply: DraftReply, *, first: bool) -> None:
    """Write a listed reply."""
    for code, steps in reply.notes:
        page.note(code, 6, steps=steps)
    page.key("- id", reply.id, 6)
    page.text("text", reply.text, 8)
    page.key("quality", reply.quality, 8, "quality" if first else "")
    page.ids("steps", reply.steps, 8)
    page.ids("faults", reply.faults, 8)
    page.note("about-why" if first else "", 8)
    page.text("why", reply.why, 8)
    page.key("goto", reply.goto, 8)


def _tests(page: Page, draft: Draft) -> None:
    """Write the test that the best way through is one."""
    page.note("about-tests")
    page.put("tests:")
    page.put("dialogues:", 2)
    page.key("- id", "best", 4)
    page.ids("replies", draft.best, 6)
    page.key("ending", draft.endings[0].id, 6)
    if draft.least:
        page.key("least", draft.least, 6, "least")
