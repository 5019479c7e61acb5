"""How the tree's lines look: text is shown as it stands, quality by dots and colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.text import Text

from uss_trainer.actions.graphing import OUTCOME, dots

if TYPE_CHECKING:
    from uss_trainer.actions.graphing import Move, Node
    from uss_trainer.tui.screens.base import BaseScreen

COLOURS = {3: "green", 2: "blue", 1: "yellow", 0: "red"}
SIGNS = {"typed": "⌨", "otherwise": "…", "skip": "»"}


@dataclass(frozen=True, slots=True)
class Spot:
    """What a line of the tree stands for: a scene or ending, or one answer in a scene."""

    node: Node
    move: Move | None = None

    @property
    def text(self) -> str:
        """The line in full."""
        return self.move.text if self.move else self.node.text


def node_label(screen: BaseScreen, node: Node, when: str = "") -> Text:
    """Return a scene's or ending's line."""
    label = Text(no_wrap=True)
    label.append(f"[{when}] " if when else "", style="italic dim")
    if node.outcome:
        label.append(f"{OUTCOME[node.outcome][0]} {node.id} ", style="bold")
        label.append(f"({screen.say(f'graph.{node.outcome}')}) ", style="italic")
    else:
        label.append(f"{node.id} ", style="bold")
    label.append(node.text)
    return label


def move_label(move: Move) -> Text:
    """Return an answer's line."""
    if move.quality is None:
        return Text(f"{SIGNS[move.kind]} {move.text}", style="italic dim", no_wrap=True)
    label = Text(f"{move.number} ", no_wrap=True)
    label.append(dots(move.quality), style=COLOURS[move.quality])
    label.append(f" [{move.when}]" if move.when else "", style="italic")
    label.append(f" {move.text}")
    return label
