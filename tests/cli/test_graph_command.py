"""`graph` on the command line: the form asked for, pictures only where they can be made."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from shutil import which

import pytest
from conftest import Program


def test_standard_output_is_mermaid_unless_asked_otherwise(uss: Program) -> None:
    assert uss("graph", "short-call", "--lang", "zh").out.startswith("flowchart LR\n")
    assert "喂，哪位？" in uss("graph", "short-call", "--lang", "zh").out
    english = uss("graph", "short-call", "-o", "-", "--to", "dot", "--lang", "en")
    assert english.out.startswith("digraph scenario {") and "Hello, who is it?" in english.out


@pytest.mark.parametrize("form", ["mmd", "dot"])
def test_the_ending_of_the_file_says_the_form(uss: Program, form: str) -> None:
    answer = uss("graph", "short-call", "-o", f"call.{form}", "--lang", "en")
    assert (answer.code, answer.out) == (0, f"written: call.{form}\n")
    written = (uss.home.parent / f"call.{form}").read_text(encoding="utf-8")
    assert written + "\n" == uss("graph", "short-call", "--to", form, "--lang", "en").out + "\n"
    assert not list(uss.home.parent.glob("*.part"))


@pytest.mark.skipif(which("dot") is None, reason="Graphviz's dot isn't installed")
def test_a_picture_where_graphviz_is_installed(uss: Program) -> None:
    answer = uss("graph", "short-call", "-o", "call.svg", "--lang", "zh")
    assert answer.code == 0, answer.err
    assert "<svg" in (uss.home.parent / "call.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("lang", "words"),
    [("zh", "可以写成 .mmd"), ("en", "which isn't installed; write .mmd instead")],
)
def test_without_graphviz_one_line_says_what_instead(uss: Program, lang: str, words: str) -> None:
    bare = replace(uss, environ={**uss.environ, "PATH": str(uss.home)})
    answer = bare("graph", "short-call", "-o", "call.svg", "--lang", lang)
    assert answer.code == 1 and words in answer.line
    assert not (uss.home.parent / "call.svg").exists()


@pytest.mark.parametrize(
    ("args", "code", "told"),
    [
        (("-o", "call.png"), 2, "'call.png' should end in .mmd, .dot or .svg"),
        (("-o", "none/call.mmd"), 1, str(Path("none/call.mmd")) + ": can't be written"),
        (("--to", "png"), 2, "--to is one of mmd, dot, svg, not 'png'"),
    ],
)
def test_what_cannot_be_written(uss: Program, args: tuple[str, ...], code: int, told: str) -> None:
    answer = uss("graph", "short-call", *args, "--lang", "en")
    assert answer.code == code and answer.line.startswith(told)
