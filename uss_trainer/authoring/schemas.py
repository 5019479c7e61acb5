"""JSON Schema of every content format, so that an editor completes and checks while one types.

Written for what an editor sees: it takes YAML's own view, in which an unquoted `2003` is a number
and `true` a truth value, while the program reads every value as text and lets the model decide.
"""

from __future__ import annotations

import ast
import inspect
import json
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Field, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from uss_trainer.content.deals import Deal
from uss_trainer.content.drills import Drill
from uss_trainer.content.packs import Company, Pack
from uss_trainer.content.rubrics import Faults, Rubric, RubricLines, Scale
from uss_trainer.content.scenarios import Scenario

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic.json_schema import JsonSchemaValue
    from pydantic_core import core_schema as core

MODELS: Mapping[str, Any] = {
    "scenario": Scenario,
    "drill": Annotated[Drill, Field(discriminator="kind")],
    "deal": Deal,
    "pack": Pack,
    "company": Company,
    "rubric": Rubric,
    "lines": RubricLines,
    "faults": Faults,
    "scale": Scale,
}
"""The formats, by the name a file gives in `format:` before the slash."""

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The draft that YAML language servers know best."""

_TEXT = ["string", "number", "boolean"]
_WHOLE = r"^\s*[-+]?[0-9]+\s*$"
_NUMBER = r"^\s*[-+]?[0-9]*\.?[0-9]+([eE][-+]?[0-9]+)?\s*$"
_YES_NO = r"^([Yy]|[Nn]|[Yy]es|YES|[Nn]o|NO|[Tt]rue|TRUE|[Ff]alse|FALSE|[Oo]n|ON|[Oo]ff|OFF|[01])$"


class _AsTyped(GenerateJsonSchema):
    """Takes values as YAML gives them to an editor."""

    def str_schema(self, schema: core.StringSchema) -> JsonSchemaValue:
        """Any scalar is text, nothing at all too where it may be empty."""
        made = super().str_schema(schema)
        held = made.keys() & {"pattern", "minLength"}
        return made | {"type": _TEXT if held else [*_TEXT, "null"]}

    def int_schema(self, schema: core.IntSchema) -> JsonSchemaValue:
        """A whole number, also in quotes."""
        return {"anyOf": [super().int_schema(schema), {"type": "string", "pattern": _WHOLE}]}

    def float_schema(self, schema: core.FloatSchema) -> JsonSchemaValue:
        """A number, also in quotes."""
        return {"anyOf": [super().float_schema(schema), {"type": "string", "pattern": _NUMBER}]}

    def bool_schema(self, schema: core.BoolSchema) -> JsonSchemaValue:
        """`yes` and `no` are offered; a word to editors of YAML 1.2, a truth value to older ones."""
        return {
            "anyOf": [
                {"enum": ["yes", "no"]},
                {"type": "boolean"},
                {"type": "string", "pattern": _YES_NO},
                {"type": "integer", "minimum": 0, "maximum": 1},
            ]
        }

    def model_schema(self, schema: core.ModelSchema) -> JsonSchemaValue:
        """An object whose fields are explained as where they are declared."""
        made = super().model_schema(schema)
        made.pop("title", None)
        told = field_docs(schema["cls"])
        for name, field in made.get("properties", {}).items():
            field.pop("title", None)
            if not isinstance(field.get("default") or {}, str | int | float):
                field.pop("default", None)
            if name in told:
                field["description"] = told[name]
        return made

    def dict_schema(self, schema: core.DictSchema) -> JsonSchemaValue:
        """Names that must look like ids are held to it."""
        made = super().dict_schema(schema)
        return made | {"additionalProperties": False} if "patternProperties" in made else made

    def nullable_schema(self, schema: core.NullableSchema) -> JsonSchemaValue:
        """A key that may be absent isn't written as null."""
        return self.generate_inner(schema["schema"])


def schema(kind: str) -> str:
    """Return the JSON Schema of one of `MODELS` as a file; KeyError for any other."""
    made = TypeAdapter(MODELS[kind]).json_schema(
        schema_generator=_AsTyped, ref_template="#/definitions/{model}"
    )
    if inner := made.pop("$defs", None):
        made["definitions"] = inner
    head = {"$schema": DRAFT, "title": f"uss-trainer {kind}"}
    return json.dumps(head | made, ensure_ascii=False, indent=1) + "\n"


def field_docs(model: type[object]) -> dict[str, str]:
    """Return what stands in the source below each field of a model, as one line."""
    tree = ast.parse(inspect.getsource(model)).body[0]
    body = tree.body if isinstance(tree, ast.ClassDef) else []
    return {
        field.target.id: " ".join(note.value.value.split())
        for field, note in pairwise(body)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(note, ast.Expr)
        and isinstance(note.value, ast.Constant)
        and isinstance(note.value.value, str)
    }
