"""The base of every content model: unknown keys refused, values frozen, text in two languages."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, StringConstraints

Lang = Literal["zh", "en"]

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=64)]
"""Lower-case words joined by hyphens: `cold-call`."""

StepRef = Annotated[
    str, StringConstraints(pattern=r"^([a-z0-9-]+/)?[a-z0-9]+(-[a-z0-9]+)*$", max_length=96)
]
"""A step's id, short (`greet`) where the scene's technique makes it plain, else `opening/greet`."""


class Shape(BaseModel):
    """A frozen value read from a content file; a key the model doesn't know is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Words(Shape):
    """A text a user reads, in Chinese and English; `check` reports a language left out."""

    zh: str = ""
    en: str = ""

    def of(self, lang: str) -> str:
        """Return the text in `lang`, or in the other language where that one is missing."""
        return (self.zh or self.en) if lang == "zh" else (self.en or self.zh)


class Range(Shape):
    """A condition on a number; both bounds are included, one may be left out."""

    min: int | None = None
    max: int | None = None

    def holds(self, value: int) -> bool:
        """Return whether `value` lies within the bounds."""
        return (self.min is None or value >= self.min) and (self.max is None or value <= self.max)


_WORDS = {"yes": True, "no": False, "true": True, "false": False}


def _yes_no(value: Any) -> Any:
    """Authors write yes and no; the reader keeps every scalar as text."""
    return _WORDS.get(value, value) if isinstance(value, str) else value


def _fact(value: Any) -> Any:
    """A fact's text is yes, no or a whole number; anything else is left for pydantic to refuse."""
    value = _yes_no(value)
    return int(value) if isinstance(value, str) and value.lstrip("-").isdecimal() else value


YesNo = Annotated[bool, BeforeValidator(_yes_no)]
Fact = Annotated[bool | int, BeforeValidator(_fact)]
"""A number or yes/no that a scenario remembers."""


class When(Shape):
    """Conditions as data: every one given must hold; an empty `when` always holds."""

    mood: dict[str, Range] = {}
    """Moods (`trust`, `interest`, `patience`) within a range."""

    facts: dict[str, Range | YesNo] = {}
    """Facts within a range, or yes/no as stated."""

    done: list[StepRef] = []
    """Steps that must have been earned by now."""

    not_done: list[StepRef] = []
    """Steps that must not have been earned yet."""

    been: list[Id] = []
    """Scenes that must have been answered in by now."""

    came: list[StepRef] = []
    """Replies, as `scene/reply`, one of which must have led here."""
