"""Cards: every step of every technique is one, and each review of it was graded, never guessed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Literal
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from uss_trainer.coaching.people import Roster

Rating = Literal["again", "hard", "good", "easy"]
"""How a review went, in the words of spaced repetition."""

Way = Literal["alone", "named", "helped"]
"""How much the moment gave away: `alone` in a conversation, where nothing names the step; `named`
in a drill, whose task does; `helped` where a hint was taken, replies to choose from were in view,
or the customer had already asked for the step."""

Source = Literal["drill", "attempt"]

RATINGS: Mapping[Way, tuple[Rating, Rating, Rating, Rating, Rating]] = {
    "alone": ("again", "hard", "hard", "good", "easy"),
    "named": ("again", "hard", "hard", "good", "good"),
    "helped": ("again", "hard", "hard", "hard", "hard"),
}
"""The rating where the step was missed, and where it was performed at quality 0, 1, 2, 3."""

NO_ZONE = "UTC"
"""The time zone of somebody in no team."""


@dataclass(frozen=True, slots=True)
class Recall:
    """What one graded reply, or one conversation, shows about a step that was due."""

    step: str
    """`technique/step`."""

    way: Way
    done: bool
    quality: int = 0
    """Of the reply that performed it, 0 to 3; 0 where none did."""

    @property
    def rating(self) -> Rating:
        """The rating by the table."""
        return RATINGS[self.way][self.quality + 1 if self.done else 0]


@dataclass(frozen=True, slots=True)
class Review:
    """One line of a card's record, which is only ever added to."""

    person: str
    step: str
    at: str
    """ISO 8601, UTC."""

    day: str
    """The day it was in the person's time zone, ISO 8601; the schedule counts in these."""

    source: Source
    ref: str
    """Id of the answered drill or the attempt; it reviews a step once."""

    way: Way
    done: bool
    quality: int
    rating: Rating


@dataclass(frozen=True, slots=True)
class Card:
    """What somebody's memory of one step is taken to be; made from its reviews alone."""

    person: str
    step: str
    stability: float
    """Days after which nine of ten would still remember."""

    difficulty: float
    """1 to 10."""

    first: str
    """Day of the first review, ISO 8601."""

    last: str
    """Day of the latest review."""

    due: str
    """The day it is to be practised again."""

    reviews: int = 1
    lapses: int = 0
    """Reviews at which the step was missed."""

    def is_due(self, day: date) -> bool:
        """Return whether it is to be practised on that day or should have been before."""
        return date.fromisoformat(self.due) <= day


def zone_of(roster: Roster, person: str) -> str:
    """Return the time zone somebody's days are counted in: that of their first team by name."""
    return next((team.zone for team in roster.teams_of(person)), NO_ZONE)


def day_of(at: datetime, zone: str) -> date:
    """Return the calendar day that a moment falls on in a time zone."""
    return at.astimezone(UTC if zone == NO_ZONE else ZoneInfo(zone)).date()
