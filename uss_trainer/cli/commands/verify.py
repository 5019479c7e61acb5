"""`verify`: grade an attempt's stored replies again and compare."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from uss_trainer.cli.group import Spoken
from uss_trainer.cli.options import form
from uss_trainer.cli.streams import write

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from uss_trainer.actions.exam_verify import ExamVerified
    from uss_trainer.actions.verified import Again, Verified
    from uss_trainer.cli.here import Here


def command(here: Here) -> click.Command:
    """Return the command."""

    def run(attempt: str, format: str) -> int:
        from uss_trainer.actions.verifying import verify
        from uss_trainer.content.clean import clean

        if attempt.startswith("exam-"):
            return _exam(here, clean(attempt), format)
        found = verify(here.desk, clean(attempt), here.lang)
        if format == "json":
            here.write(as_plain(found))
        else:
            for line in _lines(here, found):
                write(line)
        return 0 if found.identical else 1

    return Spoken(here, "verify", callback=run, params=[click.Argument(["attempt"]), form(here)])


def _exam(here: Here, name: str, form: str) -> int:
    from uss_trainer.actions.exam_verify import verify_exam

    found = verify_exam(here.desk, name, here.lang)
    if form == "json":
        here.write(exam_as_plain(found))
    else:
        for line in _exam_lines(here, found):
            write(line)
    return 0 if found.identical else 1


def exam_as_plain(found: ExamVerified) -> dict[str, object]:
    """Return an exam's comparison under the keys of `docs/command-line.md`."""
    return {
        "exam": found.exam.id,
        "identical": found.identical,
        "verdict": {"stored": found.exam.verdict, "now": found.now.verdict},
        "total": {"stored": found.exam.total, "now": found.now.total},
        "differs": list(found.differs),
        "attempts": [as_plain(one) for one in found.attempts],
    }


def _exam_lines(here: Here, found: ExamVerified) -> Iterator[str]:
    from uss_trainer.actions.wording import span

    exam = found.exam
    yield here.say("exam.verify-head", exam=exam.id, count=len(found.attempts))
    if found.identical:
        total = span(exam.total, exam.total_if_open)
        verdict = here.say(f"exam.verdict-{exam.verdict}")
        yield here.say("exam.verify-same", verdict=verdict, total=total)
    else:
        yield here.say("exam.verify-other")
    for part in found.differs:
        yield "  " + here.say(f"exam.verify-{part}", seed=exam.seed)
    for one in found.attempts:
        if not one.identical or one.versions:
            yield from (f"  {line}" for line in _lines(here, one))


def as_plain(found: Verified) -> dict[str, object]:
    """Return the comparison under the keys of `docs/command-line.md`."""
    return {
        "attempt": found.attempt,
        "identical": found.identical,
        "total": {"stored": found.stored.total, "now": found.now.total},
        "differs": list(found.differs),
        "versions": [
            {"part": one.part, "of": one.of, "stored": one.stored, "now": one.now}
            for one in found.versions
        ],
        "turns": [_turn(one) for one in found.turns],
    }


def _turn(one: Again) -> dict[str, object]:
    return {
        "number": one.number,
        "kind": one.kind,
        "differs": list(one.differs),
        "stored": {"steps": list(one.stored.step_ids), "quality": one.stored.quality},
        "now": {"steps": list(one.now.step_ids), "quality": one.now.quality},
        "margin": one.margin,
        "close": one.close,
    }


def _lines(here: Here, found: Verified) -> Iterator[str]:
    from uss_trainer.actions.wording import span

    kinds = [one.kind for one in found.turns]
    facts = {"typed": kinds.count("typed"), "chosen": kinds.count("chosen")}
    yield here.say("verify.turns", attempt=found.attempt, **facts)
    total = span(found.stored.total, found.stored.total_if_open)
    if found.identical:
        yield here.say("verify.identical", total=total)
    else:
        now = span(found.now.total, found.now.total_if_open)
        yield here.say("verify.otherwise", stored=total, now=now)
    if found.differs:
        yield "  " + here.say("verify.card", parts=_named(here, found.differs))
    for one in found.turns:
        if one.differs:
            parts = _named(here, one.differs)
            yield "  " + here.say("verify.turn", turn=one.place, parts=parts)
    yield from _causes(here, found)


def _named(here: Here, parts: Sequence[str]) -> str:
    return here.say("verify.list").join(here.say(f"verify.part-{name}") for name in parts)


def _causes(here: Here, found: Verified) -> Iterator[str]:
    """Yield which version differs, and what hangs by a thread."""
    for version in found.versions:
        said = here.say(f"verify.version-{version.part}", of=version.of)
        yield "  " + here.say("verify.version", what=said, stored=version.stored, now=version.now)
    for one in found.turns:
        if one.close and one.margin is not None:
            yield "  " + here.say("verify.close", turn=one.place, margin=f"{one.margin:.3f}")
    if not found.identical and not found.versions:
        yield "  " + here.say("verify.unexplained")
