"""A scenario's skeleton out of a dialogue that a trainer has as a text file."""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import TYPE_CHECKING

from uss_trainer.actions.making import checked_scenario, keep_scenario, rubric_for
from uss_trainer.authoring.dialogue import read_dialogue
from uss_trainer.authoring.skeleton import skeleton
from uss_trainer.content.clean import clean
from uss_trainer.content.decode import LIMIT, decode
from uss_trainer.errors import TrainerError, fail

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.making import Wanted

_BINARY = {b"PK\x03\x04": "word", b"\xd0\xcf\x11\xe0": "word", b"{\\rtf": "word", b"%PDF": "pdf"}
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def scenario_from(
    desk: Desk,
    wanted: Wanted,
    pack: str,
    technique: str,
    source: Path,
    *,
    sales: str,
    customer: str,
) -> tuple[Path, str]:
    """Write a skeleton made from the dialogue in `source`; return its file and what it was read as.

    TrainerError where the dialogue can't be read or there is such a scenario already.
    """
    folder = checked_scenario(desk, wanted, pack)
    plain = rubric_for(desk, technique)
    text, encoding = plain_text(source)
    dialogue = read_dialogue(text, clean(str(source)), sales, customer)
    library = desk.library
    rubric = library.rubric(technique)
    grader = desk.judges.grader(rubric, library.faults, desk.folders.cache)
    draft = skeleton(wanted.id, dialogue, plain, grader.judge if grader else None)
    return keep_scenario(wanted, folder, draft), encoding


def plain_text(path: Path) -> tuple[str, str]:
    """Return a text file's text and encoding: UTF-8, or what Windows saves as; else TrainerError."""
    where = clean(str(path))
    try:
        if not path.is_file():
            raise fail("check.not-a-file" if path.exists() else "check.no-file", where)
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)
    except OSError as error:
        raise fail("check.unreadable", where, reason=error.strerror or str(error)) from error
    for start, what in _BINARY.items():
        if data.startswith(start):
            raise fail(f"new.not-plain-{what}", where)
    if data.startswith(_WIDE):
        return data.decode("utf-16", errors="replace"), "UTF-16"
    try:
        return decode(data, where), "UTF-8"
    except TrainerError as error:
        if error.problem.code == "check.gbk":
            return data.decode("gb18030", errors="replace"), "GBK"
        raise
