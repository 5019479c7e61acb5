"""The spaced schedule: ratings, days, how cards move, what comes up and what is remembered."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from uss_trainer.coaching.attempts import Attempt
from uss_trainer.coaching.cards import RATINGS, Card, Recall, Review, Way, day_of, zone_of
from uss_trainer.coaching.memory import LONGEST, rebuilt, remembered, reviewed
from uss_trainer.coaching.people import Roster, Team
from uss_trainer.coaching.practising import (
    ENOUGH,
    NEW_A_DAY,
    Answered,
    Session,
    courses,
    plan,
)
from uss_trainer.coaching.recalling import Seen, in_attempt, in_drill, reviews
from uss_trainer.grading.values import Evidence, Exchange, Judgement
from uss_trainer.player.state import Position, State, Turn

DAY = date(2026, 3, 2)
LOCK, GREET, ASK = "phone/confirm-lock", "opening/greet", "objection/ask-reason"


@pytest.mark.parametrize(
    ("way", "quality", "rating"),
    [
        ("alone", None, "again"),
        ("alone", 0, "hard"),
        ("alone", 1, "hard"),
        ("alone", 2, "good"),
        ("alone", 3, "easy"),
        ("named", None, "again"),
        ("named", 0, "hard"),
        ("named", 1, "hard"),
        ("named", 2, "good"),
        ("named", 3, "good"),
        ("helped", None, "again"),
        ("helped", 0, "hard"),
        ("helped", 1, "hard"),
        ("helped", 2, "hard"),
        ("helped", 3, "hard"),
    ],
)
def test_graded_evidence_has_one_rating(way: Way, quality: int | None, rating: str) -> None:
    assert Recall(LOCK, way, quality is not None, quality or 0).rating == rating


def test_the_page_shows_the_table_as_it_is() -> None:
    page = (Path(__file__).parents[2] / "docs" / "scoring.md").read_text(encoding="utf-8")
    begins = {"alone": "typed in", "named": "in a drill", "helped": "with help"}
    for way, words in begins.items():
        (line,) = [one for one in page.splitlines() if one.startswith(f"| {words}")]
        missed, low, two, three = (cell.strip() for cell in line.strip("|").split("|")[1:])
        assert (missed, low, low, two, three) == RATINGS[way], way  # type: ignore[index]


def review(day: date, rating: str, step: str = LOCK, ref: str = "a") -> Review:
    at = f"{day}T09:00:00.000+00:00"
    done = rating != "again"
    return Review("me", step, at, str(day), "drill", ref, "named", done, 2 if done else 0, rating)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("ratings", "days"),
    [
        (["good"], [2]),
        (["hard"], [1]),
        (["easy"], [8]),
        (["again"], [1]),
        (["good", "good", "good", "good", "good"], [2, 11, 46, 163, LONGEST]),
        (["good", "good", "again", "good"], [2, 11, 2, 5]),
    ],
)
def test_a_card_comes_again_after_so_many_days(ratings: list[str], days: list[int]) -> None:
    card: Card | None = None
    day = DAY
    found = []
    for rating in ratings:
        card = reviewed(card, review(day, rating))
        found.append((date.fromisoformat(card.due) - day).days)
        day = date.fromisoformat(card.due)
    assert found == days
    assert card
    assert (card.reviews, card.lapses) == (len(ratings), ratings.count("again"))
    assert not card.is_due(day - timedelta(days=1))
    assert card.is_due(day)


def test_the_record_alone_makes_the_cards_again_and_a_clock_set_back_breaks_nothing() -> None:
    record = [review(DAY, "good"), review(DAY, "again", GREET), review(DAY, "hard")]
    record += [review(DAY - timedelta(days=3), "good", GREET), review(DAY, "easy", ASK)]
    cards: dict[str, Card] = {}
    for one in record:
        cards[one.step] = reviewed(cards.get(one.step), one)
    assert rebuilt(record) == cards
    assert cards[GREET].last == str(DAY)
    assert date.fromisoformat(cards[GREET].due) > DAY


@pytest.mark.parametrize(
    ("zone", "moment", "day"),
    [
        ("UTC", "2026-03-01T23:59:59+00:00", "2026-03-01"),
        ("Asia/Shanghai", "2026-03-01T15:59:59+00:00", "2026-03-01"),
        ("Asia/Shanghai", "2026-03-01T16:00:00+00:00", "2026-03-02"),
        ("America/New_York", "2026-03-08T04:59:59+00:00", "2026-03-07"),
        ("America/New_York", "2026-03-09T03:59:59+00:00", "2026-03-08"),
        ("America/New_York", "2026-03-09T04:00:00+00:00", "2026-03-09"),
        ("Europe/Berlin", "2026-10-24T21:59:59+00:00", "2026-10-24"),
        ("Europe/Berlin", "2026-10-25T22:59:59+00:00", "2026-10-25"),
        ("Europe/Berlin", "2026-10-25T23:00:00+00:00", "2026-10-26"),
        ("Pacific/Kiritimati", "2026-03-01T10:00:00+00:00", "2026-03-02"),
        ("Pacific/Pago_Pago", "2026-03-02T10:59:59+00:00", "2026-03-01"),
    ],
)
def test_a_moment_s_day_is_the_zone_s_whatever_the_clocks_do(
    zone: str, moment: str, day: str
) -> None:
    assert str(day_of(datetime.fromisoformat(moment), zone)) == day


def test_across_a_change_of_clocks_a_day_is_a_day() -> None:
    late = datetime(2026, 3, 7, 23, 50, tzinfo=UTC) + timedelta(hours=5)
    early = datetime(2026, 3, 8, 6, 10, tzinfo=UTC) + timedelta(hours=4)
    days = [day_of(one, "America/New_York") for one in (late, early)]
    card = reviewed(None, review(days[0], "hard"))
    assert card.due == str(days[1]) == "2026-03-08"
    again = reviewed(card, review(days[1], "good"))
    assert again.stability > 2 * card.stability, "a night between counts as a day, not as minutes"


def test_days_are_those_of_the_first_team_by_name_else_utc() -> None:
    teams = (
        Team("1", "Berlin", "Europe/Berlin", frozenset({"li"})),
        Team("2", "华东", "Asia/Shanghai", frozenset({"li", "wang"})),
    )
    found = [zone_of(Roster((), teams), one) for one in ("li", "wang", "me")]
    assert found == ["Europe/Berlin", "Asia/Shanghai", "UTC"]


def judged(*steps: str, quality: int = 2, source: str = "typed", **more: object) -> Judgement:
    done = tuple(Evidence(step, 1.0) for step in steps)
    return Judgement("phone", source, done, quality=quality, **more)  # type: ignore[arg-type]


def turn(judgement: Judgement, *due: str, scene: str = "one") -> Turn:
    exchange = Exchange("…", "…", judgement, due=due)
    return Turn(1, scene, exchange, "", "", "", False, {}, Position("two"), "")


ATTEMPT = Attempt(
    "a", "s", "p", "phone", "e", "typed", "en", 1, "Wang", "2026-03-02T09:00:00+00:00"
)
UNDECIDED = judged(open=(Evidence(LOCK, 0.5),), reason="uncertain")


@pytest.mark.parametrize(
    ("turns", "shown"),
    [
        ([turn(judged(LOCK, quality=3), LOCK)], [(LOCK, "alone", True, 3)]),
        ([turn(judged(GREET), LOCK, GREET)], [(LOCK, "alone", False, 0), (GREET, "alone", True, 2)]),
        ([turn(judged(quality=0), LOCK), turn(judged(LOCK), LOCK)], [(LOCK, "helped", True, 2)]),
        ([turn(judged(LOCK), GREET), turn(judged(GREET), LOCK)], [
            (GREET, "helped", True, 2), (LOCK, "alone", True, 2),
        ]),
        ([turn(judged(LOCK, quality=3), LOCK, scene="hinted")], [(LOCK, "helped", True, 3)]),
        ([turn(judged(LOCK, source="declared"), LOCK)], []),
        ([turn(judged(source="declared"), LOCK)], []),
        ([turn(judged(source="declared"), LOCK), turn(judged(LOCK), LOCK)], [
            (LOCK, "helped", True, 2),
        ]),
        ([turn(UNDECIDED, LOCK)], []),
        ([turn(judged(reason="other-language"), LOCK)], []),
        ([turn(judged(reason="encoder-missing"), LOCK), turn(judged(), LOCK)], [
            (LOCK, "alone", False, 0),
        ]),
        ([turn(judged(LOCK))], []),
    ],
    ids=["done", "missed beside one done", "done when asked", "done before it was due", "hint",
         "chosen", "chosen amiss", "chosen amiss, then typed", "undecided", "other language",
         "missed after what nobody could judge", "never due"],
)  # fmt: skip
def test_a_conversation_shows_each_due_step_once(
    turns: list[Turn], shown: list[tuple[str, str, bool, int]]
) -> None:
    state = State(Position("one"), tuple(turns), ("hinted",))
    found = [(one.step, one.way, one.done, one.quality) for one in in_attempt(ATTEMPT, state)]
    assert found == shown
    assert in_attempt(replace(ATTEMPT, retry_of="b"), state) == ()
    guided = in_attempt(replace(ATTEMPT, mode="guided"), state)
    assert {one.way for one in guided} <= {"helped"}


def test_a_drill_shows_its_due_steps_but_not_what_nobody_could_judge() -> None:
    assert in_drill((LOCK, GREET), judged(LOCK, quality=3)) == (
        Recall(LOCK, "named", True, 3),
        Recall(GREET, "named", False),
    )
    assert in_drill((LOCK,), UNDECIDED) == ()
    assert in_drill((LOCK,), judged(reason="encoder-missing")) == ()
    seen = Seen("li", "2026-03-02T09:00:00.000+00:00", "2026-03-02")
    (one,) = reviews((Recall(LOCK, "named", True, 3),), "drill", "d1", seen)
    assert (one.person, one.rating, one.ref, one.day) == ("li", "good", "d1", "2026-03-02")


STEPS = tuple(f"phone/s{number}" for number in range(12))


def cards(**days_ago: int) -> dict[str, Card]:
    found = {}
    for step, ago in days_ago.items():
        card = reviewed(None, review(DAY - timedelta(days=ago), "good", f"phone/{step}"))
        found[card.step] = card
    return found


@pytest.mark.parametrize(
    ("known", "begun", "limit", "due", "fresh", "later", "following"),
    [
        ({}, 0, 8, [], ["s0", "s1", "s2"], 0, "2026-03-03"),
        ({}, 2, 8, [], ["s0"], 0, "2026-03-03"),
        ({}, 3, 8, [], [], 0, "2026-03-03"),
        (
            {"s4": 3, "s2": 2, "s5": 9},
            0,
            8,
            ["s5", "s4", "s2"],
            ["s0", "s1", "s3"],
            0,
            "2026-03-03",
        ),
        ({"s4": 3, "s2": 2, "s5": 9}, 0, 2, ["s5", "s4"], [], 4, "2026-03-03"),
        ({"s4": 3, "s2": 3}, 0, 3, ["s2", "s4"], ["s0"], 2, "2026-03-03"),
        ({f"s{one}": 1 for one in range(12)}, 0, 8, [], [], 0, "2026-03-03"),
        ({"gone": 9}, 3, 0, [], [], 0, "2026-03-03"),
    ],
)
def test_the_least_remembered_come_first_then_a_few_new_ones(
    known: dict[str, int], begun: int, limit: int, due: list[str], fresh: list[str], later: int,
    following: str,
) -> None:  # fmt: skip
    found = plan(cards(**known), STEPS, DAY, begun=begun, limit=limit)
    short = [[step.partition("/")[2] for step in part] for part in (found.due, found.fresh)]
    assert short == [due, fresh]
    assert (found.later, found.following) == (later, following)
    assert len(found.fresh) <= NEW_A_DAY


def test_a_sitting_ends_after_its_cards_or_its_minutes() -> None:
    session = Session(plan({}, STEPS, DAY, begun=0))
    done = Answered("phone/s0", 100.0, "good", "2026-03-04")
    asked = []
    while session.step:
        asked.append(session.step)
        session = session.after(replace(done, step=session.step), 20)
    assert asked == [*STEPS[:3]]
    slow = Session(plan({}, STEPS, DAY, begun=0)).after(done, ENOUGH - 1)
    assert (slow.step, slow.after(done, 1).step) == (STEPS[1], "")


def test_what_is_remembered_fades_day_by_day_and_comes_back_with_a_review() -> None:
    record = [review(DAY, "good"), review(DAY + timedelta(days=1), "again", GREET)]
    record.append(review(DAY + timedelta(days=4), "good", GREET, "b"))
    groups = {"all": [LOCK, GREET, ASK], "opening": [GREET], "fbv": ["fbv/fact"]}
    found = courses(record, groups, DAY - timedelta(days=2), DAY + timedelta(days=6))
    points, opening = found["all"], found["opening"]
    assert ([point.begun for point in opening], found["fbv"]) == ([1] * 6, ())
    assert opening[0].day == str(DAY + timedelta(days=1))
    assert [point.begun for point in points] == [1, 2, 2, 2, 2, 2, 2]
    assert points[0].day == str(DAY)
    shares = [point.remembered for point in points]
    assert shares[0] > shares[1] > shares[2] > shares[3]
    assert shares[3] < shares[4] > shares[5] > shares[6]
    card = reviewed(None, record[0])
    assert remembered(card, DAY + timedelta(days=2)) == pytest.approx(0.9, abs=0.02)
    assert courses([], {"all": [LOCK]}, DAY, DAY) == {"all": ()}
