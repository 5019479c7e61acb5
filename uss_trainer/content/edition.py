"""An edition: everything one attempt plays on, fixed together when it begins."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uss_trainer.content.deals import Deal
    from uss_trainer.content.packs import Company
    from uss_trainer.content.rubrics import Faults, Rubric, Scale
    from uss_trainer.content.scenarios import Scenario


@dataclass(frozen=True, slots=True)
class Edition:
    """A checked scenario with its rubrics (lines included), faults, scale and company."""

    scenario: Scenario
    rubrics: Mapping[str, Rubric]
    """By technique: the scenario's own and every one a scene names."""

    faults: Faults
    scale: Scale
    company: Company
    pack: str = ""
    """Id of the pack it came from."""

    digests: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of each part's canonical JSON: `scenario`, `rubric:phone`, `faults`, `scale`, `company`."""


@dataclass(frozen=True, slots=True)
class DealEdition:
    """A checked deal with the company it sells for; its scenarios' editions stand apart."""

    deal: Deal
    company: Company
    pack: str = ""
    """Id of the pack it came from."""
