"""Values to JSON and back, by their declared types."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter

Value = TypeVar("Value")


@cache
def _adapter(kind: Hashable) -> TypeAdapter[Any]:
    return TypeAdapter(cast(Any, kind))


def to_json(value: object) -> str:
    """Return a frozen dataclass as JSON text."""
    return _adapter(cast("Hashable", type(value))).dump_json(value).decode("utf-8")


def from_json(kind: type[Value], text: str) -> Value:
    """Return the value of type `kind` that `to_json` wrote."""
    value: Value = _adapter(cast("Hashable", kind)).validate_json(text)
    return value
