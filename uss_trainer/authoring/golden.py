"""Golden tests: what a scenario promises, played and judged, and where it comes out otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from uss_trainer.content.steps import qualify, technique_of
from uss_trainer.grading.declared import declared
from uss_trainer.grading.firms import firms_of
from uss_trainer.grading.scorecard import scorecard
from uss_trainer.player.play import Given, answer, begin
from uss_trainer.player.scene import Voice, due, reply_text, scene_at, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from uss_trainer.content.edition import Edition
    from uss_trainer.content.golden import Dialogue, TypedTest
    from uss_trainer.content.scenarios import Scene
    from uss_trainer.grading.judge import Grader
    from uss_trainer.grading.values import Judgement
    from uss_trainer.player.state import State

NAME = {"zh": "林", "en": "Lin"}
"""The trainee's name where nobody has given one."""

What = Literal["ending", "total", "reply", "steps", "methods", "faults", "quality", "gradable"]


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a test came out otherwise than expected."""

    what: What
    expected: str
    got: str


@dataclass(frozen=True, slots=True)
class Tested:
    """One test of a scenario and how it came out."""

    scenario: str
    name: str
    """`dialogue best` or `typed 3 pick-up`."""

    kind: str
    """`dialogue`, or a typed test's own kind."""

    lang: str
    text: str = ""
    """The typed reply."""

    differences: tuple[Difference, ...] = ()
    known: str = ""
    """Why it is known to come out otherwise; empty where it must not."""

    @property
    def missed(self) -> bool:
        """Whether it came out otherwise."""
        return bool(self.differences)

    @property
    def mended(self) -> bool:
        """Whether it comes out as expected although it is known not to."""
        return bool(self.known) and not self.missed


def golden_tests(
    edition: Edition, grader: Callable[[str], Grader], *, typed: bool = True
) -> Iterator[Tested]:
    """Yield every test of a scenario with its outcome, dialogues in both languages first.

    `grader` gives a technique's; it is asked only by `typed` tests.
    """
    tests = edition.scenario.tests
    for dialogue in tests.dialogues:
        for lang in ("zh", "en"):
            yield _dialogue(edition, dialogue, lang)
    for number, test in enumerate(tests.typed if typed else (), 1):
        yield _typed(edition, test, number, grader)


def _dialogue(edition: Edition, dialogue: Dialogue, lang: str) -> Tested:
    """Play the replies in one language and compare ending and total."""
    state, differences = _played(edition, dialogue, lang)
    if not differences:
        if state.position.ending != dialogue.ending:
            got = state.position.ending or state.position.scene
            differences.append(Difference("ending", dialogue.ending, got))
        exchanges = [turn.exchange for turn in state.turns]
        limit = edition.scenario.limits.talk_minutes
        card = scorecard(
            exchanges, edition.rubrics, edition.faults, edition.scale, talk_minutes=limit
        )
        if not dialogue.least <= card.total <= dialogue.most:
            expected = f"{dialogue.least}-{dialogue.most}"
            differences.append(Difference("total", expected, f"{card.total:g}"))
    name = f"dialogue {dialogue.id}"
    return Tested(edition.scenario.id, name, "dialogue", lang, differences=tuple(differences))


def _played(edition: Edition, dialogue: Dialogue, lang: str) -> tuple[State, list[Difference]]:
    """Return the state the replies lead to; a reply that isn't offered is a difference."""
    voice = Voice(lang, NAME[lang])
    state = begin(edition)
    for name in dialogue.replies:
        if state.ended:
            return state, [Difference("reply", name, state.position.ending)]
        scene = scene_at(edition, state.position)
        reply = next((one for one in scene.replies if one.id == name), None)
        if reply is None:
            offered = ", ".join(one.id for one in scene.replies)
            return state, [Difference("reply", name, f"{scene.id}: {offered}")]
        text = reply_text(edition, reply, voice)
        rubric = edition.rubrics[technique_of(scene, edition.scenario)]
        judgement = declared(reply, text, rubric, lang, firms_of(edition.company))
        number = len(state.turns) + 1
        given = Given(text, name)
        state, _ = answer(edition, state, given, judgement, number=number, voice=voice, at="")
    return state, []


def _typed(
    edition: Edition, test: TypedTest, number: int, grader: Callable[[str], Grader]
) -> Tested:
    """Judge one reply in its scene and compare."""
    scene = edition.scenario.scene(test.scene)
    assert scene is not None, "check has found every scene"
    technique = technique_of(scene, edition.scenario)
    said = _line(edition, scene, test)
    judgement = grader(technique).judge(
        test.text, said, due(edition, scene), firms_of(edition.company)
    )
    differences = tuple(_differences(test, judgement, technique))
    name = f"typed {number} {test.scene}"
    return Tested(
        edition.scenario.id, name, test.kind, test.lang, test.text, differences, test.known_miss
    )


def _line(edition: Edition, scene: Scene, test: TypedTest) -> str:
    """Return the customer's line that a typed test answers."""
    line = scene.says[test.line - 1 if test.line else -1]
    return text_of(edition, line.text, Voice(test.lang, NAME[test.lang]))


def _differences(test: TypedTest, judgement: Judgement, technique: str) -> Iterator[Difference]:
    """Yield what the grader says otherwise; qualities one apart are no difference."""
    if not judgement.gradable and (test.steps or test.faults):
        yield Difference("gradable", "yes", judgement.reason)
    pairs: list[tuple[What, set[str], set[str]]] = [
        ("steps", {qualify(step, technique) for step in test.steps}, set(judgement.step_ids)),
        ("faults", set(test.faults), set(judgement.fault_ids)),
    ]
    if test.methods is not None:
        pairs.append(("methods", set(test.methods), set(judgement.method_ids)))
    for what, expected, got in pairs:
        if expected != got:
            yield Difference(what, _listed(expected), _listed(got))
    if test.quality is not None and abs(test.quality - judgement.quality) > 1:
        yield Difference("quality", str(test.quality), str(judgement.quality))


def _listed(names: set[str]) -> str:
    return ", ".join(sorted(name.rpartition("/")[2] for name in names)) or "-"
