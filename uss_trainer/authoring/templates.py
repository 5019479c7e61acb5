"""First files of a pack, a company profile and a rubric."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uss_trainer.authoring.draft import Text
from uss_trainer.authoring.page import Page, quoted
from uss_trainer.authoring.starting import sample
from uss_trainer.i18n import say

if TYPE_CHECKING:
    from uss_trainer.i18n import Lang


def pack_page(name: str, title: Text, author: str, lang: Lang, texts: tuple[str, ...]) -> str:
    """Return `pack.yaml`."""
    page = Page(lang, texts)
    page.head("pack", "../")
    page.note("about-pack")
    page.key("format", "pack/1")
    page.key("id", name)
    page.text("title", title)
    page.key("order", 100, note="order")
    page.key("version", quoted("1"), note="version")
    page.key("author", quoted(author), note="author")
    page.key("license", quoted(""), note="license")
    return page.written


def company_page(name: Text, lang: Lang, texts: tuple[str, ...]) -> str:
    """Return `company.yaml`."""
    page = Page(lang, texts)
    page.head("company", "")
    page.note("about-company")
    page.key("format", "company/1")
    page.text("name", name)
    page.note("about-short")
    page.text("short", name)
    page.text("product", sample("sample-product"))
    page.note("about-facts")
    page.put("facts:")
    for fact in ("standing", "founded", "customers", "service", "listed"):
        page.text(fact, sample(f"sample-fact-{fact}"), 2)
    page.note("about-aliases")
    page.put("aliases: []")
    page.note("about-rivals")
    page.put("rivals: []")
    return page.written


STEPS = ("greet", "need")
LINES = 4
"""Sentences of each step and language in a first rubric."""


def rubric_page(name: str, title: Text, lang: Lang, texts: tuple[str, ...]) -> str:
    """Return `scoring/….yaml`: two steps, with the sentences that train their grader."""
    page = Page(lang, texts)
    page.head("rubric", "../")
    page.note("about-rubric")
    page.key("format", "rubric/1")
    page.key("technique", name)
    page.text("name", title)
    page.put("purposes:")
    _item(page, sample("sample-purpose"), 2)
    page.note("about-steps")
    page.put("steps:")
    for step in STEPS:
        _step(page, step)
    page.note("about-lines")
    page.put("lines:")
    for one in texts:
        _lines(page, name, one)
    return page.written


def _step(page: Page, step: str) -> None:
    page.key("- id", step, 2)
    page.text("name", sample(f"step-{step}-name"), 4)
    page.text("about", sample(f"step-{step}-about"), 4)
    page.key("weight", 2 if step == STEPS[0] else 1, 4, "weight" if step == STEPS[0] else "")
    page.note("about-prompts" if step == STEPS[0] else "", 4)
    page.put("prompts:", 4)
    _item(page, sample(f"step-{step}-prompt"), 6)
    page.put("good:", 4)
    _item(page, sample(f"step-{step}-good"), 6)


def _item(page: Page, text: Text, indent: int) -> None:
    """Write a text as an item of a list."""
    for number, lang in enumerate(page.texts):
        lead = "- " if not number else "  "
        page.put(f"{lead}{lang}: {quoted(getattr(text, lang))}", indent)


def _lines(page: Page, name: str, lang: str) -> None:
    """Write one language's sentences."""
    told: Lang = "zh" if lang == "zh" else "en"
    page.key("- format", "lines/1", 2)
    page.key("technique", name, 4)
    page.key("language", lang, 4)
    page.put("steps:", 4)
    for step in STEPS:
        page.put(f"{step}:", 6)
        for number in range(LINES):
            page.put(f"- {quoted(say(f'new.line-{step}-{number}', told))}", 8)
    page.put("none:", 4)
    for number in range(LINES):
        page.put(f"- {quoted(say(f'new.line-none-{number}', told))}", 6)
