"""Draw a scenario: as Mermaid or Graphviz text, or as a picture by Graphviz where it is installed."""

from __future__ import annotations

import subprocess
from contextlib import suppress
from shutil import which
from typing import TYPE_CHECKING, Literal

from uss_trainer.actions.opened import opened
from uss_trainer.authoring.draw_dot import OUTCOME, dot
from uss_trainer.authoring.draw_mermaid import mermaid
from uss_trainer.authoring.graph import Arrow, Graph, Move, Node, dots, graph
from uss_trainer.errors import fail
from uss_trainer.i18n import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from uss_trainer.actions.desk import Desk
    from uss_trainer.i18n import Lang

__all__ = ["OUTCOME", "Arrow", "Graph", "Move", "Node", "dots", "drawn", "graph_of", "save"]

Form = Literal["mmd", "dot", "svg"]
FORMS: tuple[Form, ...] = ("mmd", "dot", "svg")
PATIENCE = 60.0
"""Seconds Graphviz gets for one picture; it needs about one."""


def graph_of(desk: Desk, scenario: str, lang: Lang) -> Graph:
    """Return a scenario, named by id or file, as a graph; TrainerError where it can't be read."""
    return graph(opened(desk, scenario), lang, _word(lang))


def _word(lang: Lang) -> Callable[..., str]:
    def word(code: str, **facts: object) -> str:
        return say(f"graph.{code}", lang, **facts)

    return word


def drawn(found: Graph, form: Form, lang: Lang) -> str:
    """Return a graph as text of that form; TrainerError `graph.no-dot` where a picture can't be made."""
    if form == "mmd":
        return mermaid(found, _word(lang))
    text = dot(found, _word(lang))
    return text if form == "dot" else _svg(text)


def _svg(text: str) -> str:
    program = which("dot")
    if program is None:
        raise fail("graph.no-dot")
    try:
        done = subprocess.run(
            [program, "-Tsvg"],
            input=text.encode("utf-8"),
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise fail("graph.dot-failed", detail=type(error).__name__) from error
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise fail("graph.dot-failed", detail=lines[0] if lines else str(done.returncode))
    return done.stdout.decode("utf-8")


def save(text: str, path: Path) -> None:
    """Write a drawing; TrainerError `graph.cannot-write` where that fails, and no half file is left."""
    draft = path.with_name(f"{path.name}.part")
    try:
        draft.write_text(text, encoding="utf-8", newline="\n")
        draft.replace(path)
    except OSError as error:
        with suppress(OSError):
            draft.unlink()
        raise fail("graph.cannot-write", str(path), cause=error.strerror or str(error)) from error
