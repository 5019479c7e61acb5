"""What pydantic refuses, freed of its inner names and said in the author's words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from uss_trainer.content.near import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uss_trainer.content.events import Key
    from uss_trainer.content.read import Value

SHOWN = 40
"""Longest piece of an author's text that a problem quotes."""


@dataclass(frozen=True, slots=True)
class Refused:
    """One value that a model refuses."""

    path: Key
    """Where it stands in the file; for a missing key, where it should."""

    kind: str
    """pydantic's name for the reason, or `union` where several kinds would have done."""

    given: Any
    context: Mapping[str, Any] = field(default_factory=dict)
    key: bool = False
    """Whether a mapping's key is refused, not its value."""


def folded(value: Value, errors: Iterable[Any]) -> list[Refused]:
    """Return pydantic's errors by their place in the file, a union's as one."""
    detailed: dict[Key, bool] = {}
    result: dict[tuple[Key, str], Refused] = {}
    for error in errors:
        path, unions = _walk(value, error["loc"], error["type"])
        for around, member in unions:
            told = _says_more(member, _at(value, around))
            detailed[around] = told or detailed.get(around, False)
            if not told:
                break
        else:
            key = error["loc"][-1:] == ("[key]",)
            one = Refused(path, error["type"], error["input"], error.get("ctx", {}), key)
            result[path, one.kind] = one
    whole = [path for path, told in detailed.items() if not told]
    return [*result.values(), *(Refused(path, "union", _at(value, path)) for path in whole)]


def _walk(value: Any, loc: tuple[Any, ...], kind: str) -> tuple[Key, list[tuple[Key, str]]]:
    """Return the way in the file, and where on it which member of a union was tried."""
    path: Key = ()
    unions: list[tuple[Key, str]] = []
    for place, part in enumerate(loc):
        if part == "[key]":
            continue
        if _has(value, part):
            value = value[part]
        elif kind != "missing" or place < len(loc) - 1:
            unions.append((path, str(part)))
            continue
        path = (*path, part)
    return path, unions


def _has(value: Any, part: Any) -> bool:
    """Return whether a part of pydantic's path is a part of the file's value."""
    if isinstance(value, dict):
        return part in value
    return isinstance(value, list) and isinstance(part, int) and part < len(value)


def _at(value: Any, path: Key) -> Any:
    """Return what stands at a path."""
    for part in path:
        value = value[part]
    return value


def _says_more(member: str, given: Any) -> bool:
    """Return whether a union member's own error is worth telling: the value has its form."""
    if isinstance(given, list):
        return member.startswith("list[")
    return isinstance(given, dict) and member[:1].isupper()


def worded(refused: Refused, line: str) -> tuple[str, dict[str, str]]:
    """Return code and facts for a value that is missing or of the wrong kind."""
    kind, given = refused.kind, refused.given
    if kind == "missing":
        return "check.missing-key", {"key": str(refused.path[-1])}
    if refused.key:
        return "check.wants-id", {"given": _shown(refused.path[-1])}
    if isinstance(given, str) and (slip := _slip(given, kind)):
        return slip, {}
    if kind == "string_type" and isinstance(given, list | dict):
        return _not_text(given, line)
    if given == "":
        return "check.empty-value", {}
    return _wanted(refused)


def _wanted(refused: Refused) -> tuple[str, dict[str, str]]:
    """Return what kind of value belongs in the place of one that doesn't."""
    facts = {"given": _shown(refused.given)}
    if refused.kind == "union":
        return _union(refused.path), facts
    if refused.kind == "literal_error":
        return "check.wants-one-of", facts | _choices(facts["given"], refused.context["expected"])
    limits = [_figure(refused.context[name]) for name in _LIMITS if name in refused.context]
    return _CODES.get(refused.kind, "check.wrong-value"), facts | {"limit": "".join(limits[:1])}


def _not_text(given: list[Any] | dict[str, Any], line: str) -> tuple[str, dict[str, str]]:
    """Return what made YAML take a text for a list or for keys."""
    if isinstance(given, list):
        return ("check.begins-with", {"sign": "["}) if "[" in line else _wants_text(given)
    if "{" in line and not any(given.values()):
        return "check.begins-with", {"sign": "{"}
    sentence = any(" " in key or not key.isascii() for key in given)
    return ("check.colon-in-text", {}) if sentence else _wants_text(given)


def _wants_text(given: Any) -> tuple[str, dict[str, str]]:
    """Return that a text belongs here."""
    return "check.wants-text", {"given": _shown(given)}


def _slip(given: str, kind: str) -> str:
    """Return the code of a punctuation slip that made the value what it is, or nothing."""
    if kind in ("model_type", "dict_type", "list_type") and "：" in given[:SHOWN]:
        return "check.wide-colon"
    if kind in ("string_pattern_mismatch", "int_parsing", "bool_parsing", "literal_error"):
        if given[:1] in ("“", "‘", "「"):
            return "check.curly-quotes"
        if "，" in given or "、" in given:
            return "check.wide-comma"
    return ""


def _union(path: Key) -> str:
    """Return the code for a value for which several forms would have done."""
    if path[-1] == "goto":
        return "check.wants-goto"
    return "check.wants-condition" if "when" in path else "check.wants-fact"


def _choices(given: str, expected: str) -> dict[str, str]:
    """Return the values a field takes, and the one that was meant."""
    names = [name.strip("' ") for name in expected.replace(" or ", ", ").split(",")]
    return {"allowed": ", ".join(names), "nearest": nearest(given, names)}


def _shown(given: Any) -> str:
    """Return an author's value, short enough for one line."""
    if isinstance(given, list):
        return "[…]"
    if isinstance(given, dict):
        return "{…}"
    text = " ".join(str(given).split())
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def _figure(limit: Any) -> str:
    """Return a limit as a reader writes it."""
    return str(int(limit)) if limit == int(limit) else str(limit)


_LIMITS = ("ge", "gt", "le", "lt", "min_length", "max_length")
_CODES = {
    "string_type": "check.wants-text",
    "string_pattern_mismatch": "check.wants-id",
    "string_too_short": "check.empty-value",
    "string_too_long": "check.text-too-long",
    "int_parsing": "check.wants-whole",
    "int_type": "check.wants-whole",
    "int_from_float": "check.wants-whole",
    "int_parsing_size": "check.wants-whole",
    "float_parsing": "check.wants-number",
    "float_type": "check.wants-number",
    "finite_number": "check.wants-number",
    "bool_parsing": "check.wants-yes-no",
    "bool_type": "check.wants-yes-no",
    "list_type": "check.wants-list",
    "dict_type": "check.wants-keys",
    "model_type": "check.wants-keys",
    "too_short": "check.too-few",
    "too_long": "check.too-many",
    "greater_than": "check.above",
    "greater_than_equal": "check.at-least",
    "less_than_equal": "check.at-most",
}
