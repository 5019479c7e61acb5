"""`walk` on the command line: what it prints, by id and by file, and where it refuses."""

from __future__ import annotations

import pytest
from conftest import PACKS, Program


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("zh", ("每种走法 20 遍", "上四分位", "手误", "█")),
        ("en", ("20 plays by each walker", "upper quarter", "typist", "█")),
    ],
)
def test_the_tables_speak_the_language(uss: Program, lang: str, words: tuple[str, ...]) -> None:
    answer = uss("walk", "short-call", "--plays", "20", "--lang", lang)
    assert answer.code == 0 and answer.err == ""
    for word in words:
        assert word in answer.out


def test_a_file_walks_like_its_id_and_the_same_twice(uss: Program) -> None:
    options = ("--plays", "10", "--format", "json")
    by_id = uss("walk", "short-call", *options)
    assert by_id.json == uss("walk", PACKS / "small" / "short-call.yaml", *options).json
    assert [one["walker"] for one in by_id.json["walkers"]] == ["best", "worst", "random", "typist"]
    assert all(sum(one["histogram"]) == 10 for one in by_id.json["walkers"])


def test_circles_are_told_and_make_the_exit_code_1(uss: Program) -> None:
    text = (PACKS / "small" / "short-call.yaml").read_text(encoding="utf-8")
    first = text.partition("scenes:\n  - id: ")[2].partition("\n")[0].strip()
    head, _, rest = text.partition("\n    replies:\n")
    body, _, tail = rest.partition("\n    otherwise:\n")
    never = "when:\n              mood:\n                trust:\n                  min: 6\n"
    for line in body.split("\n"):
        if line.startswith("        goto: "):
            to = line.removeprefix("        goto: ")
            routes = f"          - {never}            to: {to}\n          - to: {first}"
            body = body.replace(line, f"        goto:\n{routes}", 1)
    path = uss.home.parent / "circle.yaml"
    whole = f"{head}\n    replies:\n{body}\n    otherwise:\n{tail}"
    path.write_text(whole, encoding="utf-8")
    answer = uss("walk", path, "--plays", "2", "--format", "json", "--lang", "en")
    assert answer.code == 1, answer.err
    assert "was stopped going in circles" in answer.err
    assert {one["walker"] for one in answer.json["runaways"]}


@pytest.mark.parametrize(
    ("args", "code", "told"),
    [
        (("nowhere",), 1, "there is no scenario 'nowhere'"),
        (("nowhere.yaml",), 1, "nowhere.yaml: there is no such file"),
        (("short-call", "--plays", "many"), 2, "--plays is a whole number from 0 to 100000"),
    ],
)
def test_what_cannot_be_walked(uss: Program, args: tuple[str, ...], code: int, told: str) -> None:
    answer = uss("walk", *args, "--lang", "en")
    assert (answer.code, answer.out) == (code, "")
    assert answer.line.startswith(told)
