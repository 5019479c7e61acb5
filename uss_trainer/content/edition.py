"""What replies are measured by, and an edition: everything one attempt plays on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uss_trainer.content.deals import Deal
    from uss_trainer.content.kept_lines import KeptLines
    from uss_trainer.content.packs import Company
    from uss_trainer.content.rubrics import Faults, Rubric, Scale
    from uss_trainer.content.scenarios import Scenario

Written: TypeAlias = tuple[str, str]
"""A part written down: SHA-256 and canonical JSON."""

LINES = "lines:"
"""Begins the name of a part that holds a rubric's lines: `lines:phone`."""


@dataclass(frozen=True, slots=True)
class Yardstick:
    """What any conversation is measured by, a played one or a real call."""

    rubrics: Mapping[str, Rubric]
    """By technique, lines included: the conversation's own first, then every other that comes up."""

    faults: Faults
    scale: Scale
    company: Company
    """Whose facts fill the examples."""


@dataclass(frozen=True, slots=True)
class Edition(Yardstick):
    """A checked scenario with what it is measured by, fixed together when an attempt begins."""

    scenario: Scenario
    pack: str = ""
    """Id of the pack it came from."""

    parts: Mapping[str, Written] = field(default_factory=dict, compare=False, repr=False)
    """`scenario`, `rubric:phone`, `faults`, `scale`, `company` and the pack's id under `pack`."""

    lines: Mapping[str, KeptLines] = field(default_factory=dict, compare=False, repr=False)
    """The rubrics' lines by technique, a part of their own; none where a rubric part holds them."""

    lookups: dict[str, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What playing works out once from the parts above; no content, and none of it is copied."""

    @property
    def digests(self) -> dict[str, str]:
        """SHA-256 of each part by its name; which pack it came from is not content."""
        parts = {name: digest for name, (digest, _) in self.parts.items() if name != "pack"}
        return parts | {LINES + name: kept.digest for name, kept in self.lines.items()}


@dataclass(frozen=True, slots=True)
class DealEdition:
    """A checked deal with the company it sells for; its scenarios' editions stand apart."""

    deal: Deal
    company: Company
    pack: str = ""
    """Id of the pack it came from."""
