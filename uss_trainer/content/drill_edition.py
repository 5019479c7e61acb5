"""What one go at a drill is made of, its texts filled in, so that a stored one reads the same later."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import TypeAdapter

from uss_trainer.content.drills import DRILLS, Drill, DrillBase
from uss_trainer.content.names import fill

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uss_trainer.content.packs import Company
    from uss_trainer.content.rubrics import Faults, Rubric, Scale

Base = TypeVar("Base", bound=DrillBase)


@dataclass(frozen=True, slots=True)
class DrillEdition:
    """A checked drill with what its answer is scored by."""

    drill: Drill
    """As its author wrote it: `$company.…` and `$me.name` still open."""

    company: Company
    scale: Scale
    rubrics: Mapping[str, Rubric]
    """The technique's, lines included, of a drill that is said; else none."""

    faults: Faults
    pack: str

    def filled(self, me: str) -> Drill:
        """Return the drill as the trainee of that name reads it, in both languages."""
        kind: type[Any] = type(self.drill)
        filled: Drill = kind.model_validate(_filled(self.drill.model_dump(), self.company, me))
        return filled


def _filled(value: Any, company: Company, me: str) -> Any:
    """Return a plain value with the names in every text filled in, each language with its own."""
    if isinstance(value, list):
        return [_filled(one, company, me) for one in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"zh", "en"}:
        return {lang: fill(text, company, me, lang) for lang, text in value.items()}
    return {key: _filled(one, company, me) for key, one in value.items()}


def drill_json(drill: Drill) -> str:
    """Return a drill as JSON to be stored."""
    return drill.model_dump_json()


def drill_from(text: str) -> Drill:
    """Return the drill that `drill_json` wrote."""
    plain = TypeAdapter(dict[str, Any]).validate_json(text)
    drill: Any = DRILLS[plain["kind"]].model_validate(plain)
    return drill  # type: ignore[no-any-return]
