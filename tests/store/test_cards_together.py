"""Reviews written at once by several programs: none lost, none twice, the cards as the record says."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path

from uss_trainer.coaching.cards import Review
from uss_trainer.coaching.memory import rebuilt
from uss_trainer.store.cards import add_reviews, cards_of, reviews_of
from uss_trainer.store.engine import open_database

STEPS = ("phone/confirm-lock", "opening/greet")
PROGRAMS, EACH = 6, 5


def reviews(program: int) -> list[Review]:
    days = [str(date(2026, 3, 2) + timedelta(days=number)) for number in range(EACH)]
    ratings = ("good", "again", "hard", "easy", "good")
    return [
        Review("me", step, f"{day}T09:00:00.000+00:00", day, "drill", f"{program}-{day}", "named",
               rating != "again", 2, rating)  # type: ignore[arg-type]
        for day, rating in zip(days, ratings, strict=True) for step in STEPS
    ]  # fmt: skip


def test_several_programs_review_the_same_cards(tmp_path: Path) -> None:
    url = f"sqlite:///{(tmp_path / 'trainer.db').as_posix()}"
    open_database(url).close()

    def write(program: int) -> None:
        database = open_database(url)
        for one in reviews(program):
            for _ in range(2):
                with database.write() as connection:
                    add_reviews(connection, [one])

    with ThreadPoolExecutor(PROGRAMS) as pool:
        list(pool.map(write, range(PROGRAMS)))
    database = open_database(url)
    record = reviews_of(database, "me")
    assert {(one.ref, one.step) for one in record} == {
        (one.ref, one.step) for program in range(PROGRAMS) for one in reviews(program)
    }
    assert len(record) == PROGRAMS * EACH * len(STEPS)
    cards = cards_of(database, "me")
    assert cards == rebuilt(record)
    assert {card.lapses for card in cards.values()} == {PROGRAMS}
