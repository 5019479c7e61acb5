"""Values to JSON and back, by their declared types."""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter

Value = TypeVar("Value")


@cache
def _adapter(kind: type[Any]) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def to_json(value: object) -> str:
    """Return a frozen dataclass as JSON text."""
    return _adapter(type(value)).dump_json(value).decode("utf-8")


def from_json(kind: type[Value], text: str) -> Value:
    """Return the value of type `kind` that `to_json` wrote."""
    value: Value = _adapter(kind).validate_json(text)
    return value
