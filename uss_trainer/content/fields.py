"""Which keys a model knows at a place in a file."""

from __future__ import annotations

from types import UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from uss_trainer.content.shapes import Shape

if TYPE_CHECKING:
    from uss_trainer.content.events import Key


def fields_at(model: type[Shape], path: Key) -> tuple[str, ...]:
    """Return the keys the value at `path` may have, in order; none where it isn't a model."""
    found: Any = model
    for part in path:
        found = _inside(found, part)
    found = _bare(found, dict)
    return tuple(found.model_fields) if _is_shape(found) else ()


def _inside(kind: Any, part: str | int) -> Any:
    """Return the type of what stands at `part` in a value of type `kind`."""
    kind = _bare(kind, list if isinstance(part, int) else dict)
    if _is_shape(kind):
        field = kind.model_fields.get(part)
        return field.annotation if field else None
    inner = get_args(kind)
    return inner[-1] if get_origin(kind) in (list, dict) and inner else None


def _bare(kind: Any, wanted: type) -> Any:
    """Return a type without its annotations, of a union the member that `wanted` can be."""
    while get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    if get_origin(kind) in (Union, UnionType):
        members = [_bare(member, wanted) for member in get_args(kind)]
        return next((member for member in members if _fits(member, wanted)), None)
    return kind


def _fits(kind: Any, wanted: type) -> bool:
    """Return whether a value of type `kind` is written as a list, or as keys."""
    return get_origin(kind) is wanted or (wanted is dict and _is_shape(kind))


def _is_shape(kind: Any) -> bool:
    """Return whether a type is one of our models."""
    return isinstance(kind, type) and get_origin(kind) is None and issubclass(kind, Shape)
