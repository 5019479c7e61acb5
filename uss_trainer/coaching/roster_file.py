"""A roster as a table in a file: what its rows say, and everything that is wrong with them."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from uss_trainer.coaching.naming import kept
from uss_trainer.coaching.people import ROLES, Role
from uss_trainer.content.clean import clean
from uss_trainer.content.near import nearest
from uss_trainer.errors import Problem, TrainerError, fail

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "name": ("name", "姓名", "名字"),
    "number": ("number", "staff number", "工号", "员工号"),
    "team": ("team", "teams", "团队", "部门"),
    "role": ("role", "角色"),
}
"""The columns, and what may stand at their heads; only `name` must be there."""

ROLE_WORDS: Mapping[str, Role] = {
    **{role: role for role in ROLES},
    "学员": "trainee",
    "培训师": "trainer",
    "管理员": "administrator",
}
_LONGEST_NUMBER = 64


@dataclass(frozen=True, slots=True)
class Line:
    """What one row says."""

    number: int
    """Line of the file, from 1."""

    name: str
    staff: str = ""
    teams: tuple[str, ...] = ()
    role: Role | None = None


def lines_of(text: str, where: str) -> tuple[tuple[Line, ...], tuple[Problem, ...]]:
    """Return what the rows say and what is wrong with them.

    Cells are text whatever they look like: `=1+1` is a name, `007` a number with its zeros.
    TrainerError where the columns aren't named in the first row.
    """
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    places: dict[str, int] | None = None
    found: list[Line] = []
    problems: list[Problem] = []
    try:
        for row in rows:
            if not any(cell.strip() for cell in row):
                continue
            if places is None:
                places = _places(row, where)
                continue
            line, wrong = _line(row, places, rows.line_num, where)
            found += [line] if line else []
            problems += wrong
    except csv.Error as error:
        raise fail("persons.csv", f"{where}:{rows.line_num}", cause=str(error)) from error
    if places is None:
        raise fail("persons.csv-empty", where)
    return tuple(found), tuple(problems)


def _delimiter(text: str) -> str:
    head = text.lstrip().split("\n", 1)[0]
    return max(",;\t", key=head.count)


def _places(row: Sequence[str], where: str) -> dict[str, int]:
    heads = [clean(cell).strip().casefold() for cell in row]
    places: dict[str, int] = {}
    for column, words in COLUMNS.items():
        at = [place for place, head in enumerate(heads) if head in words]
        if len(at) > 1:
            raise fail("persons.csv-twice", where, column=heads[at[1]])
        places |= {column: at[0]} if at else {}
    known = {word for words in COLUMNS.values() for word in words}
    strange = [head for head in heads if head and head not in known]
    if "name" not in places:
        raise fail("persons.csv-no-name", where, found=", ".join(heads)[:80])
    if strange:
        near = nearest(strange[0], known)
        raise fail("persons.csv-column", where, column=strange[0][:40], nearest=near)
    return places


def _line(
    row: Sequence[str], places: Mapping[str, int], number: int, where: str
) -> tuple[Line | None, list[Problem]]:
    at = f"{where}:{number}"
    cells = {name: row[place].strip() if place < len(row) else "" for name, place in places.items()}
    problems = []
    if len([cell for cell in row if cell.strip()]) > len(places):
        problems.append(Problem("persons.csv-cells", at))
    role_word = cells.get("role", "").casefold()
    role = ROLE_WORDS.get(role_word)
    if role_word and role is None:
        facts = {"role": role_word[:40], "roles": ", ".join(ROLE_WORDS)}
        problems.append(Problem("persons.csv-role", at, facts))
    staff = clean(cells.get("number", ""))
    if len(staff) > _LONGEST_NUMBER:
        problems.append(Problem("persons.long-number", at, {"longest": str(_LONGEST_NUMBER)}))
    teams = cells.get("team", "").replace("；", ";").split(";")
    try:
        name, named = kept(cells["name"]), tuple(kept(team) for team in teams if team.strip())
    except TrainerError as error:
        return None, [*problems, Problem(error.problem.code, at, error.problem.facts)]
    return Line(number, name, staff, named, role), problems
