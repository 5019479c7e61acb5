"""What a report holds, in words and figures: the same for a page and a sheet, whatever it is about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from uss_trainer.i18n import Lang

Scalar: TypeAlias = "str | int | float | bool | None"


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and values, one a line."""

    rows: tuple[tuple[str, str], ...]
    kind: Literal["facts"] = "facts"


@dataclass(frozen=True, slots=True)
class Said:
    """A paragraph."""

    text: str
    warns: bool = False
    kind: Literal["said"] = "said"


@dataclass(frozen=True, slots=True)
class Table:
    """A table under a heading."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    figures: frozenset[int] = frozenset()
    """Columns that hold figures, from 0; they stand to the right."""

    note: str = ""
    kind: Literal["table"] = "table"


@dataclass(frozen=True, slots=True)
class Heat:
    """Shares, 0 to 1, by row and column; None where nothing is known."""

    title: str
    heads: tuple[str, ...]
    """The corner's first, then one a column."""

    rows: tuple[tuple[str, tuple[float | None, ...]], ...]
    note: str = ""
    kind: Literal["heat"] = "heat"


@dataclass(frozen=True, slots=True)
class Chart:
    """Figures from 0 to 100: bars that lie, one a label, or a line through time."""

    title: str
    form: Literal["bars", "line"]
    labels: tuple[str, ...]
    values: tuple[float | None, ...]
    mark: float | None = None
    """Where the pass mark stands; None where there is none."""

    note: str = ""
    kind: Literal["chart"] = "chart"


@dataclass(frozen=True, slots=True)
class Spoken:
    """One turn of a conversation."""

    number: str
    who: str
    line: str
    me: str
    reply: str
    notes: tuple[tuple[str, str], ...]
    """What the reply did: `good`, `bad`, `open` or `plain`, and the words for it; `said` is what a trainer
    said to it."""


@dataclass(frozen=True, slots=True)
class Talk:
    """A conversation turn by turn."""

    title: str
    turns: tuple[Spoken, ...]
    kind: Literal["talk"] = "talk"


Block: TypeAlias = Facts | Said | Table | Heat | Chart | Talk


@dataclass(frozen=True, slots=True)
class Page:
    """A whole report to be read."""

    lang: Lang
    title: str
    about: str
    """What kind of report it is, of whom, and when it was made."""

    blocks: tuple[Block, ...]
    versions: tuple[tuple[str, str], ...]
    """What the figures rest on: content, rubrics, graders, program."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A report to be reckoned with: a row a record, columns named for programs."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Scalar, ...], ...]
