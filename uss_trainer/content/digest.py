"""Write an edition down, part by part, so that later edits of its files don't touch it."""

from __future__ import annotations

import json
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

from uss_trainer.content.edition import Edition
from uss_trainer.content.packs import Company
from uss_trainer.content.rubrics import Faults, Rubric, Scale
from uss_trainer.content.scenarios import Scenario

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from hashlib import _Hash as Hash

    from uss_trainer.content.edition import Written
    from uss_trainer.content.kept_lines import KeptLines
    from uss_trainer.content.rubrics import RubricLine, RubricLines
    from uss_trainer.content.shapes import Shape

_RUBRIC = "rubric:"


def canonical(part: Shape) -> str:
    """Return a part as JSON that is the same text for the same content; a scenario's tests are none."""
    plain = part.model_dump(mode="json", exclude={"tests"} if isinstance(part, Scenario) else None)
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(text: str) -> str:
    """Return the SHA-256 of a text, in hexadecimal."""
    return sha256(text.encode("utf-8")).hexdigest()


def rubric_digest(rubric: Rubric) -> str:
    """Return the SHA-256 of a rubric and its lines, which are never all written out at once."""
    return digest(canonical(_without_lines(rubric)) + lines_digest(rubric.lines))


def lines_digest(parts: Iterable[RubricLines]) -> str:
    """Return the SHA-256 of lines, in whatever order their headings stand."""
    sha = sha256()
    for part in parts:
        for kind in ("steps", "methods", "faults"):
            for name, lines in sorted(getattr(part, kind).items()):
                _feed(sha, [part.technique, part.language, kind, name], lines)
        _feed(sha, [part.technique, part.language, "none"], part.none)
    return sha.hexdigest()


def _feed(sha: Hash, heading: list[str], lines: Iterable[RubricLine]) -> None:
    """Add a heading and its lines to a digest."""
    for one in (heading, *map(_told, lines)):
        sha.update(json.dumps(one, ensure_ascii=False).encode("utf-8") + b"\n")


def _told(line: RubricLine) -> list[object]:
    """Return everything a line says."""
    return [line.text, line.after, line.also, line.like, line.technique]


def written(part: Shape) -> Written:
    """Return a part written down."""
    return _with_digest(canonical(part))


def _with_digest(text: str) -> Written:
    return digest(text), text


def edition_parts(edition: Edition) -> dict[str, Written]:
    """Return each part but the lines written down by its name, and the pack's id under `pack`."""
    rubrics = {
        _RUBRIC + name: written(_without_lines(rubric) if name in edition.lines else rubric)
        for name, rubric in edition.rubrics.items()
    }
    return {
        "scenario": written(edition.scenario),
        **rubrics,
        "faults": written(edition.faults),
        "scale": written(edition.scale),
        "company": written(edition.company),
        "pack": _with_digest(json.dumps(edition.pack)),
    }


def _without_lines(rubric: Rubric) -> Rubric:
    return rubric.model_copy(update={"lines": []})


def edition_from(parts: Mapping[str, str], lines: Mapping[str, KeptLines] | None = None) -> Edition:
    """Return the edition whose parts were written down as JSON; KeyError where one is missing.

    `lines` are those that stand in parts of their own, by technique.
    """
    kept = lines or {}
    return Edition(
        scenario=Scenario.model_validate_json(parts["scenario"]),
        rubrics={
            technique: _rubric(text, kept.get(technique))
            for name, text in parts.items()
            if name.startswith(_RUBRIC)
            for technique in [name.removeprefix(_RUBRIC)]
        },
        faults=Faults.model_validate_json(parts["faults"]),
        scale=Scale.model_validate_json(parts["scale"]),
        company=Company.model_validate_json(parts["company"]),
        pack=json.loads(parts.get("pack", '""')),
        parts={name: _with_digest(text) for name, text in parts.items()},
        lines=kept,
    )


@lru_cache(maxsize=8)
def _rubric(text: str, lines: KeptLines | None) -> Rubric:
    """Return a rubric that was written down; every attempt on a technique asks for the same one."""
    rubric = Rubric.model_validate_json(text)
    return rubric.model_copy(update={"lines": lines.parts()}) if lines else rubric
