"""A graph as Graphviz text: a scene is a table of its replies, an arrow leaves the reply it belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from uss_trainer.authoring.graph import dots, shortened

if TYPE_CHECKING:
    from uss_trainer.authoring.graph import Graph, Move, Node, Word

QUALITY = {
    3: ("#1a7f37", "solid", 2.6),
    2: ("#0969da", "solid", 1.4),
    1: ("#9a6700", "dashed", 1.4),
    0: ("#cf222e", "dotted", 2.0),
}
"""Colour, line and width of an arrow by its reply's quality; told apart without the colour too."""

OTHER = ("#6e7781", "dashed", 0.8)
OUTCOME = {"won": ("✓", "#dafbe1"), "partial": ("◐", "#fff8c5"), "lost": ("✗", "#ffebe9")}
SIGNS = {"typed": "⌨", "otherwise": "…", "skip": "»"}
LINE, REPLY = 44, 40
"""Cells shown of a customer's line and of a reply."""


def dot(graph: Graph, word: Word) -> str:
    """Return the graph as DOT, its legend included."""
    names = {node.id: f"n{place}" for place, node in enumerate(graph.nodes)}
    return "\n".join(("digraph scenario {", *_head(graph), *_body(graph, names, word), "}", ""))


def _head(graph: Graph) -> Iterator[str]:
    fonts = 'fontname="Microsoft YaHei,Noto Sans CJK SC,PingFang SC,sans-serif"'
    yield f"  graph [rankdir=TB, nodesep=0.5, ranksep=0.9, {fonts}, fontsize=18, labelloc=t,"
    yield f"    label={_quoted(f'{graph.title} ({graph.scenario})')}];"
    yield f"  node [shape=plain, {fonts}, fontsize=11];"
    yield f"  edge [{fonts}, fontsize=9, arrowsize=0.7];"


def _body(graph: Graph, names: dict[str, str], word: Word) -> Iterator[str]:
    for node in graph.nodes:
        yield f"  {names[node.id]} [label=<{_ending(node, word) if node.outcome else _scene(node)}>];"
    for node in graph.nodes:
        for place, move in enumerate(node.moves):
            yield from _arrows(names, node, place, move)
    yield f"  legend [label=<{_legend(word)}>];"


def _scene(node: Node) -> str:
    """Return a scene's table: its line, its replies, and below a cell for each arrow to leave from."""
    start = "▶ " if node.start else ""
    cells = len(node.moves)
    head = (
        f'<TR><TD COLSPAN="{cells}" ALIGN="LEFT" BGCOLOR="#eaeef2" PORT="in">'
        f"<B>{start}{_html(node.id)}</B><BR ALIGN='LEFT'/>"
        f"{_html(shortened(node.text, LINE))}<BR ALIGN='LEFT'/></TD></TR>"
    )
    rows = "".join(
        f'<TR><TD COLSPAN="{cells}" ALIGN="LEFT">{_row(move)}</TD></TR>' for move in node.moves
    )
    exits = "".join(
        f'<TD PORT="m{place}"><FONT COLOR="{_look(move)[0]}"><B>{_name(move)}</B></FONT></TD>'
        for place, move in enumerate(node.moves)
    )
    table = '<TABLE BORDER="0" CELLBORDER="1" CELLSPACING="0" CELLPADDING="4" COLOR="#8c959f">'
    return f"{table}{head}{rows}<TR>{exits}</TR></TABLE>"


def _look(move: Move) -> tuple[str, str, float]:
    return OTHER if move.quality is None else QUALITY[move.quality]


def _name(move: Move) -> str:
    """Return what an arrow is called where it leaves its scene."""
    return str(move.number) if move.number else SIGNS[move.kind]


def _row(move: Move) -> str:
    text = _html(shortened(move.text, REPLY))
    if move.when:
        text += f"<BR ALIGN='LEFT'/><I>[{_html(move.when)}]</I><BR ALIGN='LEFT'/>"
    colour = _look(move)[0]
    if move.quality is None:
        return f'<FONT COLOR="{colour}">{SIGNS[move.kind]} <I>{text}</I></FONT>'
    return f'{move.number} <FONT COLOR="{colour}">{dots(move.quality)}</FONT> {text}'


def _ending(node: Node, word: Word) -> str:
    sign, colour = OUTCOME[node.outcome]
    return (
        f'<TABLE BORDER="2" CELLBORDER="0" CELLSPACING="0" CELLPADDING="6" BGCOLOR="{colour}" '
        f'STYLE="ROUNDED" COLOR="#57606a"><TR><TD PORT="in"><B>{sign} {_html(node.id)}</B><BR/>'
        f"{_html(shortened(node.text, LINE))}<BR/><I>{_html(word(node.outcome))}</I></TD></TR></TABLE>"
    )


def _arrows(names: dict[str, str], node: Node, place: int, move: Move) -> Iterator[str]:
    colour, style, width = _look(move)
    for arrow in move.arrows:
        look = f'color="{colour}", fontcolor="{colour}", style={style}, penwidth={width}'
        label = f", label={_quoted(_broken(arrow.when))}" if arrow.when else ""
        weight = ", weight=4" if move.quality == 3 else ", weight=0" if move.quality is None else ""
        source, target = f"{names[node.id]}:m{place}:s", f"{names[arrow.to]}:in:n"
        yield f"  {source} -> {target} [{look}{label}{weight}];"


def _broken(text: str) -> str:
    """Return a condition in short lines."""
    lines: list[str] = [""]
    for part in text.split(" "):
        joined = f"{lines[-1]} {part}".strip()
        if len(joined) > 28 and lines[-1]:
            lines.append(part)
        else:
            lines[-1] = joined
    return "\n".join(lines)


def _legend(word: Word) -> str:
    rows = "".join(
        f'<TR><TD ALIGN="LEFT"><FONT COLOR="{QUALITY[quality][0]}">{dots(quality)}</FONT> '
        f"{_html(word(f'quality-{quality}'))}</TD></TR>"
        for quality in (3, 2, 1, 0)
    )
    return f'<TABLE BORDER="1" CELLBORDER="0" COLOR="#afb8c1">{rows}</TABLE>'


def _quoted(text: str) -> str:
    """Return a text as a DOT string, its newlines kept."""
    text = text.replace("&", "&amp;")  # Graphviz reads character names in plain labels too
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _html(text: str) -> str:
    """Return a text for an HTML-like label; markup in it is shown, not followed."""
    for sign, name in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(sign, name)
    return text
