"""A graph as Mermaid text, which many wikis and editors draw."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from uss_trainer.authoring.draw_dot import OTHER, OUTCOME, QUALITY
from uss_trainer.authoring.graph import dots, shortened

if TYPE_CHECKING:
    from uss_trainer.authoring.graph import Arrow, Graph, Move, Word

LINE, REPLY = 40, 26
ARROWS = {3: "==>", 2: "-->", 1: "-.->", 0: "-.->", None: "-.->"}
DASHES = {"solid": "0", "dashed": "6 4", "dotted": "2 4"}


def mermaid(graph: Graph, word: Word) -> str:
    """Return the graph as a Mermaid flowchart."""
    names = {node.id: f"n{place}" for place, node in enumerate(graph.nodes)}
    head = ["flowchart LR", f"  %% {_text(graph.title)} ({graph.scenario})"]
    return "\n".join((*head, *_nodes(graph, names, word), *_arrows(graph, names), ""))


def _nodes(graph: Graph, names: dict[str, str], word: Word) -> Iterator[str]:
    for node in graph.nodes:
        line = _text(shortened(node.text, LINE))
        if node.outcome:
            sign, colour = OUTCOME[node.outcome]
            outcome = _text(word(node.outcome))
            yield f'  {names[node.id]}(["<b>{sign} {node.id}</b><br/>{line}<br/><i>{outcome}</i>"])'
            yield f"  style {names[node.id]} fill:{colour},stroke:#57606a"
        else:
            start = "▶ " if node.start else ""
            yield f'  {names[node.id]}["<b>{start}{node.id}</b><br/>{line}"]'


def _arrows(graph: Graph, names: dict[str, str]) -> Iterator[str]:
    number = 0
    for node in graph.nodes:
        for move in node.moves:
            for arrow in move.arrows:
                sign = ARROWS[move.quality]
                label = _label(move, arrow)
                yield f'  {names[node.id]} {sign}|"{label}"| {names[arrow.to]}'
                colour, style, width = OTHER if move.quality is None else QUALITY[move.quality]
                look = f"stroke:{colour},color:{colour},stroke-width:{width}px"
                yield f"  linkStyle {number} {look},stroke-dasharray:{DASHES[style]}"
                number += 1


def _label(move: Move, arrow: Arrow) -> str:
    text = _text(shortened(move.text, REPLY))
    if move.quality is not None:
        text = f"{move.number} {dots(move.quality)} {text}"
    conditions = [_text(one) for one in (move.when, arrow.when) if one]
    return "<br/>".join((text, *(f"[{one}]" for one in conditions)))


def _text(text: str) -> str:
    """Return a text for a quoted label: what means something to Mermaid or HTML is written by number."""
    return "".join(f"#{ord(char)};" if char in SPECIAL else char for char in text)


SPECIAL = frozenset("\"'`<>&#;\\|{}[]()%*_~-=")
