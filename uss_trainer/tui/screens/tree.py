"""Tree: a scenario unfolded from its first scene, each reply leading on to the next."""

from __future__ import annotations

from asyncio import to_thread
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Footer, Static, Tree
from textual.widgets.tree import TreeNode

from uss_trainer.actions.graphing import graph_of
from uss_trainer.errors import TrainerError
from uss_trainer.tui.screens.base import BaseScreen, plain
from uss_trainer.tui.screens.tree_rows import Spot, move_label, node_label
from uss_trainer.tui.way import go_back
from uss_trainer.tui.widgets.wrapped import Wrapped

if TYPE_CHECKING:
    from uss_trainer.actions.graphing import Graph


class ScenarioTree(Tree[Spot]):
    """The tree; enter unfolds."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select_cursor", "graph.key-fold", tooltip="graph.tip-fold"),
    ]
    guide_depth = 2


class TreeScreen(BaseScreen):
    """The tree, and below it the line under the cursor in full."""

    CSS_PATH = "tree.tcss"
    help_code = "graph.tree-help"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "unfold", "graph.key-all", tooltip="graph.tip-all"),
        Binding("c", "fold", "graph.key-none", tooltip="graph.tip-none"),
        Binding("escape,backspace", "back", "common.key-back", tooltip="common.tip-back"),
    ]

    def __init__(self, scenario: str) -> None:
        super().__init__()
        self._scenario = scenario
        self._graph: Graph | None = None

    def compose(self) -> ComposeResult:
        """Lay out the screen, empty until the scenario has been read."""
        with Vertical(id="head"):
            yield Static("", id="title", classes="title")
        yield ScenarioTree("", id="tree")
        yield Wrapped("", id="whole")
        yield Static("", id="too-small")
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """Read the scenario, which may take longer than a frame."""
        self.query_one(ScenarioTree).show_root = False
        self.query_one(ScenarioTree).focus()
        self.relabel()

    def relabel(self) -> None:
        """Show everything in the language now chosen, folded as at first."""
        self._load()

    @work(exclusive=True)
    async def _load(self) -> None:
        app = self.trainer
        try:
            found = await to_thread(graph_of, app.desk, self._scenario, app.lang)
        except TrainerError as error:
            app.tell(error)
            self.action_back()
            return
        self._graph = found
        title = self.say("graph.tree-title", title=found.title)
        self.query_one("#title", Static).update(plain(title))
        self.action_fold()

    def action_fold(self) -> None:
        """Show the first scene only."""
        if self._graph is None:
            return
        tree = self.query_one(ScenarioTree)
        tree.clear()
        start = next(node for node in self._graph.nodes if node.start)
        first = tree.root.add(node_label(self, start), Spot(start))
        self._grow(first)
        tree.root.expand()
        first.expand()
        tree.move_cursor(first)

    def action_unfold(self) -> None:
        """Unfold each scene once, where it is first come to."""
        self.action_fold()
        tree = self.query_one(ScenarioTree)
        seen: set[str] = set()
        waiting = list(tree.root.children)
        while waiting:
            branch = waiting.pop(0)
            spot = branch.data
            if spot is None or (spot.move is None and spot.node.id in seen):
                continue
            if spot.move is None:
                seen.add(spot.node.id)
            self._grow(branch)
            branch.expand()
            waiting += branch.children

    @on(Tree.NodeExpanded)
    def _expanded(self, event: Tree.NodeExpanded[Spot]) -> None:
        self._grow(event.node)

    def _grow(self, branch: TreeNode[Spot]) -> None:
        """Put under a line what it leads to; only then is it made, for there may be circles."""
        spot = branch.data
        if spot is None or branch.children or self._graph is None:
            return
        if spot.move is not None:
            for arrow in spot.move.arrows:
                node = self._graph.node(arrow.to)
                label = node_label(self, node, arrow.when)
                branch.add(label, Spot(node), allow_expand=bool(node.moves))
            return
        for move in spot.node.moves:
            branch.add(move_label(move), Spot(spot.node, move))

    @on(Tree.NodeHighlighted)
    def _tell(self, event: Tree.NodeHighlighted[Spot]) -> None:
        spot = event.node.data
        self.query_one("#whole", Wrapped).show(spot.text if spot else "")

    def action_back(self) -> None:
        """Leave the tree."""
        go_back(self.app)
