"""Walkers: the same plays for the same seed, what they never see, and circles they are caught in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from uss_trainer.authoring.course import Course, Said
from uss_trainer.authoring.every_way import every_way
from uss_trainer.authoring.golden import golden_tests
from uss_trainer.authoring.noted import Noted
from uss_trainer.authoring.walk import LONGEST, buckets, spread, walk
from uss_trainer.authoring.walkers import WALKERS
from uss_trainer.content.scenarios import Scenario

if TYPE_CHECKING:
    from typing import Any

    from uss_trainer.content.edition import Edition


def changed(edition: Edition, change: Any) -> Edition:
    """Return an edition whose scenario was changed as plain values."""
    plain = edition.scenario.model_dump(mode="json", exclude_none=True)
    change(plain)
    return replace(edition, scenario=Scenario.model_validate(plain))


def test_the_same_seed_gives_the_same_plays_and_another_does_not(short_call: Edition) -> None:
    def walked(seed: int) -> Any:
        return walk(Course(short_call, "zh", typed=True), WALKERS, 60, seed, Noted()).walked

    assert walked(7) == walked(7)
    assert walked(7)[2:] != walked(8)[2:]


def test_walkers_are_as_good_as_they_are_called(short_call: Edition) -> None:
    course, noted = Course(short_call, "en", typed=True), Noted()
    found = walk(course, WALKERS, 80, 1, noted)
    medians = {one.walker: spread(play.total for play in one.played)[2] for one in found.walked}
    assert medians["best"] > medians["random"] > medians["worst"]
    assert medians["best"] > medians["typist"]
    assert found.turns == sum(play.turns for one in found.walked for play in one.played)
    assert all(len(one.played) == 80 for one in found.walked)


def test_a_play_scores_as_the_same_dialogue_does(library: Any) -> None:
    edition = library.edition("cold-call")
    dialogue = next(one for one in edition.scenario.tests.dialogues if one.id == "best")
    course = Course(edition, "zh")
    place, ways = course.start, []
    for name in dialogue.replies:
        reply = next(one for one in place.offered if one.id == name)
        ways.append(course.choose(place, reply))
        place = ways[-1].to
    from uss_trainer.authoring.walk import result

    played = result(edition, ways)
    assert played.ending == dialogue.ending
    assert dialogue.least <= played.total <= dialogue.most
    tested = golden_tests(edition, lambda _: pytest.fail("nothing is typed"), typed=False)
    assert not any(one.missed for one in tested)


def test_what_no_condition_lets_through_is_never_seen(short_call: Edition) -> None:
    never = {"facts": {}, "mood": {"trust": {"min": 6}}}

    def shut(plain: Any) -> None:
        scene = plain["scenes"][0]
        scene["says"].insert(0, {**scene["says"][-1], "when": never})
        scene["replies"].append({**scene["replies"][0], "id": "hidden", "when": never})
        plain["endings"].append({**plain["endings"][0], "id": "nowhere"})

    edition = changed(short_call, shut)
    noted = Noted()
    course = Course(edition, "zh")
    walk(course, WALKERS[:-1], 50, 7, noted)
    every_way(course, noted)
    first = edition.scenario.scenes[0].id
    unseen = noted.unseen(edition)
    assert unseen.lines[0] == f"{first}/1"
    assert unseen.replies == (f"{first}/hidden",)
    assert unseen.endings[-1] == "nowhere"


def test_a_play_in_circles_is_stopped_and_its_scenes_are_named(short_call: Edition) -> None:
    def circle(plain: Any) -> None:
        first = plain["scenes"][0]
        first["replies"] = [{**reply, "goto": first["id"]} for reply in first["replies"]]

    edition = changed(short_call, circle)
    course = Course(edition, "zh")
    found = walk(course, ("random",), 3, 7, Noted())
    assert found.walked[0].runaways == 3 and found.turns == 3 * LONGEST
    assert {one.scenes for one in found.runaways} == {(edition.scenario.scenes[0].id,)}
    assert every_way(course, Noted()).ways is None


def test_every_way_is_counted_and_scored(short_call: Edition) -> None:
    def ends(plain: Any) -> None:
        first, second = plain["scenes"][:2]
        del second["skip"]
        end = plain["endings"][0]["id"]
        for reply in second["replies"]:
            reply["goto"] = end
        for number, reply in enumerate(first["replies"]):
            reply["goto"] = end if number == 0 else second["id"]
            reply.pop("when", None)

    edition = changed(short_call, ends)
    first, second = edition.scenario.scenes[:2]
    course = Course(edition, "zh")
    found = every_way(course, Noted())
    assert found.complete
    assert found.ways == 1 + (len(first.replies) - 1) * len(second.replies) == len(found.played)


def test_typing_nothing_that_is_due_makes_the_customer_ask_and_then_go_on(
    short_call: Edition,
) -> None:
    course = Course(short_call, "zh", typed=True)
    asked = course.type(course.start, Said())
    assert asked.to.position.missing and asked.to.line == -1
    on = course.type(asked.to, Said())
    assert on.to.position.aside == course.start.scene.id


@pytest.mark.parametrize(
    ("totals", "five", "tens"),
    [
        ([100.0], (100, 100, 100, 100, 100), (0,) * 9 + (1,)),
        ([0.0, 9.9, 10.0, 55.0, 90.0], (0, 9.9, 10, 55, 90), (2, 1, 0, 0, 0, 1, 0, 0, 0, 1)),
    ],
)
def test_totals_are_put_in_order(
    totals: list[float], five: tuple[float, ...], tens: tuple[int, ...]
) -> None:
    assert spread(totals) == five
    assert buckets(totals) == tens
