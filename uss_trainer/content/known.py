"""Every id and name that a scenario may refer to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from uss_trainer.content.steps import techniques

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uss_trainer.content.rubrics import Faults, Rubric
    from uss_trainer.content.scenarios import Scenario

MOODS = ("trust", "interest", "patience")
"""Moods that every customer has, whether a scenario names them or not."""


@dataclass(frozen=True)
class Known:
    """What there is to refer to, gathered when first asked for."""

    scenario: Scenario
    rubrics: Mapping[str, Rubric]
    faults: Faults | None

    @cached_property
    def scenes(self) -> frozenset[str]:
        """Ids of the scenes."""
        return frozenset(scene.id for scene in self.scenario.scenes)

    @cached_property
    def replies(self) -> frozenset[str]:
        """The listed replies, as `scene/reply`."""
        return frozenset(
            f"{scene.id}/{reply.id}" for scene in self.scenario.scenes for reply in scene.replies
        )

    @cached_property
    def targets(self) -> frozenset[str]:
        """Ids a `goto` may name."""
        return self.scenes | {ending.id for ending in self.scenario.endings}

    @cached_property
    def moods(self) -> frozenset[str]:
        """Names of the moods."""
        return frozenset((*self.scenario.mood, *MOODS))

    @cached_property
    def named(self) -> Mapping[str, Rubric]:
        """The rubrics that the scenario names."""
        return {one: self.rubrics[one] for one in techniques(self.scenario) if one in self.rubrics}

    @cached_property
    def steps(self) -> frozenset[str]:
        """Whole names of the steps of all rubrics the scenario names."""
        return frozenset(
            f"{name}/{step.id}" for name, rubric in self.named.items() for step in rubric.steps
        )

    @cached_property
    def methods(self) -> Mapping[str, frozenset[str]]:
        """Ids of the methods, by technique."""
        return {
            name: frozenset(method.id for method in rubric.methods)
            for name, rubric in self.named.items()
        }

    @cached_property
    def fault_ids(self) -> frozenset[str]:
        """Ids of the faults; empty where the catalogue can't be read."""
        return frozenset(fault.id for fault in self.faults.faults) if self.faults else frozenset()

    @cached_property
    def objections(self) -> frozenset[str]:
        """Names of the objections that some line raises."""
        return frozenset(
            raised.objection
            for scene in self.scenario.scenes
            for line in scene.says
            for raised in line.raises
        )
