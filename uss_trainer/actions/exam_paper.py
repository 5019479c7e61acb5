"""An exam as it is given: rules and the whole pool, stored once, so that later edits change nothing."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.actions.exam_rules import rules_today
from uss_trainer.actions.packing import packed
from uss_trainer.coaching.exams import Rules
from uss_trainer.content.digest import digest
from uss_trainer.store.contents import content
from uss_trainer.store.convert import from_json, to_json

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from uss_trainer.actions.desk import Desk
    from uss_trainer.store.contents import Offered


@dataclass(frozen=True, slots=True)
class Paper:
    """What an exam is sat by."""

    digest: str
    """Of the paper as a whole."""

    sheet: str
    """Digest of the rules."""

    rules: Rules
    editions: Mapping[str, str]
    """Digest of each conversation's content, by scenario."""

    parts: tuple[Offered, ...] = ()
    """All of it as content to be stored; nothing where it is stored already."""


def written(desk: Desk, rules: Rules, scenarios: Collection[str]) -> Paper:
    """Return the paper of these rules and conversations as their files are today."""
    body = to_json(rules)
    parts: list[Offered] = [(digest(body), "exam", body)]
    editions = {}
    for name in sorted(scenarios):
        editions[name], whole = packed(desk.library.edition(name))
        parts += whole.values()
    plain = {"sheet": parts[0][0], "title": dict(rules.title), "editions": editions}
    paper = json.dumps(plain, ensure_ascii=False, sort_keys=True)
    parts.append((digest(paper), "exam-paper", paper))
    return Paper(digest(paper), parts[0][0], rules, editions, tuple(parts))


def paper_of(desk: Desk, pack: str) -> Paper:
    """Return the paper of a pack's exam with its whole pool; TrainerError where it can't be sat."""
    rules = rules_today(desk, pack)
    return written(desk, rules, {name for part in rules.parts for name in part.scenarios})


def stored_paper(desk: Desk, name: str) -> Paper:
    """Return the paper stored under a digest."""
    plain = json.loads(content(desk.database, [name])[name])
    sheet = str(plain["sheet"])
    rules = from_json(Rules, content(desk.database, [sheet])[sheet])
    return Paper(name, sheet, rules, plain["editions"])
