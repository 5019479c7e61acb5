"""Tree: a key on the briefing opens it, replies unfold into what they lead to, text is shown as text."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from screens_kit import Was, press, remember, settle, showing, shown
from textual.widgets import Tree

from uss_trainer.actions import people
from uss_trainer.actions.briefing import may_see_tree
from uss_trainer.actions.sittings import begin
from uss_trainer.tui.screens.briefing import BriefingScreen
from uss_trainer.tui.screens.home import HomeScreen
from uss_trainer.tui.screens.tree import ScenarioTree, TreeScreen
from uss_trainer.tui.screens.tree_rows import node_label

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.coaching.people import Role
    from uss_trainer.i18n import Lang


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh", ("每个回复通向哪里", "喂，哪位？", "●●● ", "怎么答都不行时", "全部展开")),
        (
            "en",
            ("where each reply leads", "Hello, who is it?", "●●● ", "no reply helps", "Fold all"),
        ),
    ],
)
async def test_a_key_on_the_briefing_opens_the_first_scene(
    desk: Desk, lang: Lang, words: tuple[str, ...]
) -> None:
    remember(desk, Was("then", 50))
    async with showing(desk, BriefingScreen("short-call"), lang=lang) as (app, pilot):
        await press(pilot, "t")
        assert isinstance(app.screen, TreeScreen)
        text = shown(app)
        for word in words:
            assert word in text
        await press(pilot, "escape")
        assert isinstance(app.screen, BriefingScreen)


async def test_the_tree_stays_closed_until_the_scenario_was_played_to_an_end(desk: Desk) -> None:
    begin(desk, "short-call", mode="guided", lang="en", me="Qin")
    async with showing(desk, BriefingScreen("short-call"), lang="en") as (app, pilot):
        await press(pilot, "t")
        assert isinstance(app.screen, BriefingScreen)
        [note] = app._notifications
        assert "once you have played this scenario" in note.message


@pytest.mark.parametrize(
    ("role", "opens"), [("trainee", False), ("trainer", True), ("administrator", True)]
)
def test_named_trainers_see_the_tree_at_once(desk: Desk, role: Role, opens: bool) -> None:
    people.add(desk, "Somebody", role=role)
    assert may_see_tree(replace(desk, named="Somebody"), "short-call") is opens


async def test_a_reply_unfolds_into_the_scene_it_leads_to_and_everything_folds_again(
    desk: Desk,
) -> None:
    async with showing(desk, TreeScreen("short-call"), lang="en", size=(120, 36)) as (app, pilot):
        tree = app.screen.query_one(ScenarioTree)
        first = tree.root.children[0]
        await press(pilot, "down", "down", "enter")
        whole = first.children[1]
        assert [branch.data.node.id for branch in whole.children if branch.data] == ["when"]
        await press(pilot, "a")
        text = shown(app)
        assert "✗ gone (lost)" in text and "what" in text
        drawn = [node.data for node in walked(tree) if node.data and node.data.move is None]
        assert {"hello", "what", "when", "bye", "booked", "gone"} == {one.node.id for one in drawn}
        await press(pilot, "c")
        assert "gone" not in shown(app)


async def test_markup_in_content_is_shown(desk: Desk) -> None:
    async with showing(desk, TreeScreen("short-call")) as (app, pilot):
        screen = app.screen
        assert isinstance(screen, TreeScreen) and screen._graph
        from dataclasses import replace

        start = replace(screen._graph.nodes[0], text="[red]你好[/] [@click=app.quit]x[/]")
        assert "[red]你好[/] [@click=app.quit]x[/]" in node_label(screen, start).plain
        screen._graph = replace(screen._graph, nodes=(start, *screen._graph.nodes[1:]))
        screen.action_fold()
        await settle(pilot)
        assert "[red]你好[/] [@click=app.quit]x[/]" in shown(app)


async def test_an_unknown_scenario_is_told_and_home_comes_back(desk: Desk) -> None:
    async with showing(desk) as (app, pilot):
        await app.push_screen(TreeScreen("no-such"))
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)


def walked(tree: Tree[object]) -> list[object]:
    """Return every line of a tree."""
    found, waiting = [], list(tree.root.children)
    while waiting:
        found.append(waiting.pop())
        waiting += found[-1].children
    return found
