"""An attempt as xAPI 1.0.3 statements that keep cmi5's rules on verbs, results and contexts.

cmi5-style, not cmi5: no learning management system launches the program, so it writes the `launched`
statement itself. Each attempt is a registration and a session of its own, because cmi5 allows one
`completed` and one `passed` a registration. Sources: xAPI 1.0.3, part two; the cmi5 specification
(quartz), sections 9.2 to 9.7.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any
from uuid import UUID, uuid5

from uss_trainer import __version__
from uss_trainer.content.clean import clean
from uss_trainer.reports.answers import Where, answered

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from uss_trainer.coaching.attempts import Attempt
    from uss_trainer.content.edition import Edition
    from uss_trainer.player.state import Turn

Plain = dict[str, Any]

SPACE = UUID("6f0d2a5e-3a7c-5c1e-9d57-0b6a4f1f8c21")
"""From it and the attempt every id follows, so that posting twice makes nothing twice."""

HOME = "https://uss-trainer.invalid"
"""Where ids begin unless the firm names a site of its own; `.invalid` belongs to nobody (RFC 2606)."""

CMI5 = "https://w3id.org/xapi/cmi5/context"
VERBS = "http://adlnet.gov/expapi/verbs"
LANGS = {"zh": "zh-CN", "en": "en"}


@dataclass(frozen=True, slots=True)
class Actor:
    """Whose attempt it is, as a record store knows them."""

    account: str
    """Staff number, or the program's id."""

    name: str


@dataclass(frozen=True, slots=True)
class Played:
    """An attempt with everything its statements tell."""

    attempt: Attempt
    edition: Edition
    turns: Sequence[Turn]
    """Those that stand."""

    actor: Actor
    pass_mark: float
    """The total that passes, 0 to 100."""

    think_seconds: float
    versions: Mapping[str, str]
    """What the score rests on."""

    home: str = HOME


def statements(played: Played) -> Iterator[Plain]:
    """Yield an attempt's statements in order; an unfinished one is neither completed nor terminated."""
    attempt = played.attempt
    began = datetime.fromisoformat(attempt.started_at).astimezone(UTC)
    yield _defined(played, "launched", began)
    yield _defined(played, "initialized", began + timedelta(milliseconds=1))
    for place, turn in enumerate(played.turns, 1):
        # A retry takes turns over from the attempt it goes on from, where they have been told.
        if turn.at > attempt.started_at:
            yield _answered(played, place, turn)
    if not attempt.finished:
        return
    ended = datetime.fromisoformat(attempt.finished_at).astimezone(UTC)
    thought = {"duration": duration(played.think_seconds or (ended - began).total_seconds())}
    after = (ended + timedelta(milliseconds=step) for step in (1, 2, 3))
    yield _defined(played, "completed", next(after), {"completion": True, **thought})
    if outcome := _outcome(played):
        verb, result = outcome
        yield _defined(played, verb, next(after), {**result, **thought})
    whole = duration((ended - began).total_seconds())
    yield _defined(played, "terminated", next(after), {"duration": whole})


def duration(seconds: float) -> str:
    """Return a time as ISO 8601 has it, to hundredths of a second."""
    return f"PT{max(seconds, 0):.2f}S"


def _outcome(played: Played) -> tuple[str, Plain] | None:
    """Return `passed` or `failed` with its result; None while replies still undecided may tip it.

    A total at the mark with a must-have step missing fails without a score: cmi5 refuses a failure
    whose score is at the mastery score.
    """
    attempt, mark = played.attempt, played.pass_mark
    passes = attempt.total >= mark and not attempt.missed_musts
    if not passes and attempt.total_if_open >= mark and attempt.total_if_open > attempt.total:
        return None
    score = {"score": {"scaled": round(attempt.total / 100, 4)}}
    if passes:
        return "passed", {"success": True, **score}
    return "failed", {"success": False, **(score if attempt.total < mark else {})}


def _defined(played: Played, verb: str, at: datetime, result: Plain | None = None) -> Plain:
    """Return a cmi5-defined statement."""
    result = result or {}
    category = [{"id": f"{CMI5}/categories/cmi5"}]
    if "success" in result or "completion" in result:
        category.append({"id": f"{CMI5}/categories/moveon"})
    extensions: Plain = {}
    if verb in ("launched", "passed", "failed"):
        extensions[f"{CMI5}/extensions/masteryscore"] = round(played.pass_mark / 100, 4)
    if verb == "launched":
        extensions[f"{CMI5}/extensions/launchmode"] = "Normal"
        extensions[f"{CMI5}/extensions/launchurl"] = _unit(played)["id"]
        extensions[f"{CMI5}/extensions/moveon"] = "CompletedAndPassed"
    key = f"{verb} {result.get('success', '')} {result.get('score', '')}"
    told = {"result": result} if result else {}
    context = _context(played, category, extensions)
    return _statement(played, key, verb, at, {"object": _unit(played), **told, "context": context})


def _answered(played: Played, place: int, turn: Turn) -> Plain:
    """Return a cmi5-allowed statement on one reply: it bears no cmi5 category."""
    attempt = played.attempt
    before = played.turns[place - 2].after if place > 1 else None
    language = LANGS.get(attempt.lang, attempt.lang)
    where = Where(f"{_unit(played)['id']}/{turn.scene}", f"{played.home}/xapi/extensions/reply")
    what, result = answered(played.edition, turn, before, where, language, attempt.me)
    context = _context(played, [], {})
    context["contextActivities"]["parent"] = [{"id": _unit(played)["id"]}]
    at = datetime.fromisoformat(turn.at).astimezone(UTC)
    parts = {"object": what, "result": result, "context": context}
    return _statement(
        played, f"answered {turn.number} {result.get('score', '')}", "answered", at, parts
    )


def _statement(played: Played, key: str, verb: str, at: datetime, parts: Plain) -> Plain:
    actor = played.actor
    return {
        "id": str(uuid5(SPACE, f"{played.attempt.id} {key}")),
        "version": "1.0.3",
        "actor": {
            "objectType": "Agent",
            "name": clean(actor.name) or actor.account,
            "account": {"homePage": played.home, "name": actor.account},
        },
        "verb": {"id": f"{VERBS}/{verb}", "display": {"en": verb}},
        **parts,
        "timestamp": at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
    }


def _unit(played: Played) -> Plain:
    """Return the scenario, in the version that was played, as an activity."""
    attempt, scenario = played.attempt, played.edition.scenario
    names = {LANGS[lang]: clean(scenario.title.of(lang)) for lang in LANGS}
    return {
        "objectType": "Activity",
        "id": f"{played.home}/xapi/scenarios/{attempt.scenario}/{attempt.edition[:12]}",
        "definition": {"type": "http://adlnet.gov/expapi/activities/simulation", "name": names},
    }


def _context(played: Played, category: list[Plain], extensions: Plain) -> Plain:
    attempt = played.attempt
    publisher = {"id": f"{played.home}/xapi/scenarios/{attempt.scenario}"}
    activities: Plain = {"grouping": [publisher]}
    if category:
        activities["category"] = category
    return {
        "registration": str(uuid5(SPACE, f"registration {attempt.id}")),
        "contextActivities": activities,
        "platform": f"uss-trainer {__version__}",
        "language": LANGS.get(attempt.lang, attempt.lang),
        "extensions": {
            f"{CMI5}/extensions/sessionid": attempt.id,
            **extensions,
            f"{played.home}/xapi/extensions/versions": dict(played.versions),
        },
    }
