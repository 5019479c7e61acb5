"""What a pack and a company profile hold; every field is explained where it stands."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from uss_trainer.content.exam_rules import ExamRules
from uss_trainer.content.shapes import Id, Shape, Words
from uss_trainer.content.terms import Level


class Pack(Shape):
    """A folder of scenarios that belong together (`pack.yaml`)."""

    format: Literal["pack/1"]
    id: Id
    title: Words
    about: Words | None = None
    order: int = 100
    """Place on Home; lower comes first."""

    level: Level | None = None
    version: str = Field(default="", pattern=r"^([0-9]+(\.[0-9]+)*)?$")
    """Numbers with dots between, such as `1.2`; what is installed later must not be older."""

    author: str = ""
    license: str = ""
    requires: list[Id] = []
    """Packs worth finishing before this one; shown, not enforced."""

    exam: ExamRules | None = None
    """How it is sat as an exam; None for a pack to practise with."""


class Company(Shape):
    """The selling firm's facts (`company.yaml`), named in content as `$company.…`."""

    format: Literal["company/1"]
    name: Words
    short: Words
    """How people call the firm in speech."""

    product: Words
    """What it sells, in three words."""

    facts: dict[Id, Words] = {}
    """Further facts by name: `$company.founded`, `$company.customers`."""

    aliases: list[str] = []
    """Other names of the firm that count as its name in a typed reply."""

    rivals: list[str] = []
    """Competitors' names that content and graders may meet."""
