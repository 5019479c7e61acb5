"""The schemas that editors use say what the models say, and every bundled file names its own."""

from __future__ import annotations

import json
import os
import re
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

import pytest
import yaml
from broken_table import MISTAKES, SHAPE, UNREADABLE
from check_jsonschema import main as check
from click.testing import CliRunner
from jsonschema import Draft7Validator

from uss_trainer.authoring.schemas import MODELS, field_docs, schema
from uss_trainer.content.bundled import bundled
from uss_trainer.content.shapes import Shape

if TYPE_CHECKING:
    from collections.abc import Iterator

BROKEN = Path(__file__).parent.parent / "broken"
LINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")


def every_file() -> Iterator[Path]:
    for folder in (bundled("scenarios"), bundled("scoring")):
        yield from folder.rglob("*.yaml")


def validator(kind: str) -> Any:
    return Draft7Validator(json.loads(schema(kind)))


def complaints(kind: str, text: str) -> list[str]:
    """What an editor of YAML 1.1 would say, in which `no` is false and `14:30` a number."""
    value = yaml.load(text, Loader=yaml.CSafeLoader)
    return [error.message for error in validator(kind).iter_errors(value)]


def test_every_format_has_a_schema() -> None:
    def below(model: type[Shape]) -> Iterator[type[Shape]]:
        for one in model.__subclasses__():
            yield one
            yield from below(one)

    kinds = {
        one.model_fields["format"].annotation
        for one in below(Shape)
        if "format" in one.model_fields
    }
    named = {name.partition("/")[0] for kind in kinds for name in get_args(kind)}
    assert named == set(MODELS)


@pytest.mark.parametrize("kind", MODELS)
def test_the_shipped_schema_is_the_model(kind: str) -> None:
    Draft7Validator.check_schema(json.loads(schema(kind)))
    shipped = (bundled("schemas") / f"{kind}.json").read_text(encoding="utf-8")
    assert shipped == schema(kind), "run make schemas"


@pytest.mark.parametrize("kind", MODELS)
def test_every_bundled_file_names_its_schema_and_keeps_to_it(kind: str) -> None:
    seen = 0
    enough = 99 if os.environ.get("USS_TRAINER_TESTS") == "all" else 2
    for path in every_file():
        text = path.read_text(encoding="utf-8")
        named = LINE.match(text)
        assert named, path
        target = (path.parent / named[1]).resolve()
        assert target.is_file(), path
        if target.stem == kind:
            seen += 1
            assert f"\nformat: {kind}/" in text, path
            assert seen > enough or complaints(kind, text) == [], path
    assert seen


def test_the_schemas_find_in_broken_files_what_is_wrong_with_their_shape() -> None:
    by_kind = defaultdict(list)
    for name in MISTAKES:
        kind = name.partition("-")[0]
        by_kind[kind if kind in MODELS else "scenario"].append(str(BROKEN / f"{name}.yaml"))
    wrong, unreadable = set(), set()
    for kind, files in by_kind.items():
        at = str(bundled("schemas") / f"{kind}.json")
        said = CliRunner().invoke(check, ["-o", "json", "--schemafile", at, *files])
        assert said.exit_code in (0, 1), said.output
        found = json.loads(said.stdout)
        wrong |= {Path(one["filename"]).stem for one in found.get("errors", [])}
        unreadable |= {Path(one["filename"]).stem for one in found.get("parse_errors", [])}
    assert sorted(wrong) == SHAPE
    assert sorted(unreadable) == UNREADABLE


@pytest.mark.parametrize(
    ("written", "accepted"),
    [
        ("facts: {met: no, users: 40}", True),
        ("facts: {met: 'yes', users: '40'}", True),
        ("facts: {met: perhaps}", False),
        ("limits: {talk_minutes: 4, asks: '2'}", True),
        ("limits: {talk_minutes: .5}", True),
        ("limits: {talk_minutes: long}", False),
        ("title: {zh: 2003, en: 14:30}", True),
        ("title: {zh: yes, en: }", True),
        ("title: 2003", False),
        ("start: 2003", True),
        ("start: Two Words", False),
    ],
)
def test_what_is_written_plainly_is_taken_as_the_model_takes_it(
    written: str, accepted: bool
) -> None:
    from uss_trainer.content.read import parse
    from uss_trainer.content.scenarios import Scenario
    from uss_trainer.content.shape import load

    small = (Path(__file__).parent.parent / "packs/small/short-call.yaml").read_text("utf-8")
    key = written.partition(":")[0]
    text = re.sub(rf"^{key}:.*\n(?: .*\n)*", "", small, flags=re.M) + f"\n{written}\n"
    assert (complaints("scenario", text) == []) is accepted
    assert (load(Scenario, parse(text, "here"))[0] is not None) is accepted


def test_an_editor_shows_what_stands_where_a_field_is_declared() -> None:
    told = json.loads(schema("scenario"))["definitions"]["Reply"]["properties"]
    assert told["quality"]["description"].startswith("3 does what was due, well")
    assert field_docs(MODELS["pack"])["order"] == "Place on Home; lower comes first."
