"""A scenario as a graph, and as text that Mermaid and Graphviz read whatever its own texts hold."""

from __future__ import annotations

import re
import subprocess
from dataclasses import replace
from functools import partial
from shutil import which
from typing import TYPE_CHECKING
from xml.etree import ElementTree

import pytest

from uss_trainer.authoring.draw_dot import dot
from uss_trainer.authoring.draw_mermaid import mermaid
from uss_trainer.authoring.graph import Arrow, Graph, condition, dots, graph, shortened
from uss_trainer.content.shapes import When
from uss_trainer.i18n import say

if TYPE_CHECKING:
    from uss_trainer.content.edition import Edition
    from uss_trainer.i18n import Lang

HOSTILE = 'a "b" <b>c</b> & --> `d` \\n # ; | ] } %% end\\'


def word(lang: Lang, code: str, **facts: object) -> str:
    return say(f"graph.{code}", lang, **facts)


EN = partial(word, "en")


@pytest.fixture
def drawn(short_call: Edition) -> Graph:
    return graph(short_call, "en", EN)


@pytest.fixture
def hostile(drawn: Graph) -> Graph:
    """The same graph with signs of both languages in every text."""
    nodes = []
    for node in drawn.nodes:
        moves = [
            replace(
                move,
                text=HOSTILE,
                when=HOSTILE,
                arrows=tuple(Arrow(arrow.to, HOSTILE) for arrow in move.arrows),
            )
            for move in node.moves
        ]
        nodes.append(replace(node, text=HOSTILE, moves=tuple(moves)))
    return replace(drawn, title=HOSTILE, nodes=tuple(nodes))


def test_scenes_endings_and_moves(drawn: Graph) -> None:
    assert [node.id for node in drawn.nodes] == ["hello", "what", "when", "bye", "booked", "gone"]
    assert [node.outcome for node in drawn.nodes[-2:]] == ["won", "lost"]
    assert [node.start for node in drawn.nodes] == [True] + [False] * 5
    hello, what = drawn.nodes[:2]
    assert [(one.kind, one.number, one.quality) for one in hello.moves] == [
        ("reply", 1, 2), ("reply", 2, 3), ("reply", 3, 0), ("otherwise", 0, None),
    ]  # fmt: skip
    assert hello.moves[1].arrows == (Arrow("when"),)
    assert what.moves[-1].kind == "skip"
    assert what.moves[-1].arrows == (Arrow("when", "done: state-purpose"),)


@pytest.mark.parametrize(
    ("when", "zh", "en"),
    [
        ({"mood": {"trust": {"min": 1}}}, "信任 ≥ 1", "trust ≥ 1"),
        ({"mood": {"trust": {"max": -1}}}, "信任 ≤ -1", "trust ≤ -1"),
        ({"facts": {"users": {"min": 1, "max": 9}}}, "1 ≤ users ≤ 9", "1 ≤ users ≤ 9"),
        ({"facts": {"met": "no"}}, "非 met", "not met"),
        (
            {"facts": {"met": "yes"}, "done": ["a", "b"], "been": ["c"]},
            "met，已做 a, b，到过 c",
            "met and done: a, b and been in: c",
        ),
        ({"not_done": ["a"], "came": ["c/d"]}, "未做 a，来自 c/d", "not done: a and came by: c/d"),
    ],
)
def test_conditions_in_words(when: dict[str, object], zh: str, en: str) -> None:
    found = When.model_validate(when)
    assert condition(found, partial(word, "zh")) == zh
    assert condition(found, EN) == en


def test_mermaid_quotes_everything_and_numbers_its_links(drawn: Graph, hostile: Graph) -> None:
    for one in (drawn, hostile):
        lines = mermaid(one, EN).splitlines()
        links = [line for line in lines if re.search(r"(==>|-->|-\.->)\|", line)]
        styled = [int(line.split()[1]) for line in lines if line.startswith("  linkStyle")]
        assert styled == list(range(len(links)))
        for line in links:
            assert re.fullmatch(r'  n\d (==>|-->|-\.->)\|"[^"`|]*"\| n\d', line), line
    text = mermaid(hostile, EN)
    assert "<b>c" not in text and "&" not in text
    assert text.count("--#62;") == 0 and "#45;#45;#62;" in text
    assert "1 ●●○ " in mermaid(drawn, EN) and "==>" in mermaid(drawn, EN)


def test_dot_quotes_everything(hostile: Graph) -> None:
    text = dot(hostile, EN)
    for label in re.findall(r"\[label=<(.*)>\];", text):
        assert "<b>c" not in label
        ElementTree.fromstring(label)
    for label in re.findall(r'label=("[^\n]*"),?', text):
        assert re.fullmatch(r'"(?:[^"\\]|\\.)*"', label), label


@pytest.mark.skipif(which("dot") is None, reason="Graphviz's dot isn't installed")
def test_graphviz_reads_it(drawn: Graph, hostile: Graph) -> None:
    for one in (drawn, hostile):
        done = subprocess.run(
            ["dot", "-Tsvg"],
            input=dot(one, EN).encode(),
            capture_output=True,
            timeout=60,
            check=True,
        )
        assert b"<svg" in done.stdout and b"syntax" not in done.stderr


@pytest.mark.parametrize(
    ("text", "cells", "short"),
    [("hello", 5, "hello"), ("hello", 4, "hell…"), ("您好，请问", 4, "您好…"), ("", 3, "")],
)
def test_texts_are_cut_by_cells(text: str, cells: int, short: str) -> None:
    assert shortened(text, cells) == short


def test_quality_is_told_without_colour() -> None:
    assert [dots(quality) for quality in range(4)] == ["○○○", "●○○", "●●○", "●●●"]
