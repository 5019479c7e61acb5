"""`new`: a first pack, scenario, rubric or company profile, with comments that teach the format."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from uss_trainer.actions.making import (
    KINDS,
    Wanted,
    make_company,
    make_pack,
    make_rubric,
    make_scenario,
    packs_in,
)
from uss_trainer.cli.group import Spoken
from uss_trainer.cli.options import OneOf, choice
from uss_trainer.cli.streams import is_terminal, tell, write
from uss_trainer.errors import fail

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uss_trainer.cli.here import Here

TEXTS = {"both": ("zh", "en"), "zh": ("zh",), "en": ("en",)}


def command(here: Here) -> click.Command:
    """Return the command."""

    def run(kind: str | None, id: str | None, **how: Any) -> int:
        return _run(here, kind, id, how)

    def option(*names: str, metavar: str = "ID") -> click.Option:
        return click.Option(names, metavar=metavar, help=here.say(f"cli.help-new{names[0][1:]}"))

    return Spoken(
        here,
        "new",
        callback=run,
        params=[
            click.Argument(["kind"], type=OneOf(KINDS), required=False),
            click.Argument(["id"], required=False),
            option("--title", metavar="TEXT"),
            option("--pack"),
            option("--technique"),
            choice(here, "--texts", tuple(TEXTS), "both"),
            option("--into", metavar="DIR"),
            option("--from", metavar="FILE"),
            option("--sales", metavar="NAME"),
            option("--customer", metavar="NAME"),
        ],
    )


def _run(here: Here, kind: str | None, id: str | None, how: dict[str, Any]) -> int:
    kind = kind or _ask(here, "kind", "KIND", KINDS)
    if kind not in KINDS:
        raise fail("cli.usage-choice", option="KIND", value=kind, choices=", ".join(KINDS))
    into = Path(how["into"] or here.asked.packs or here.folders.user_packs)
    asking = id is None and kind != "company"
    id = id or ("company" if kind == "company" else _ask(here, "id", "ID"))
    title = how["title"] or (_ask(here, "title", "--title") if asking else id)
    author = here.settings.name
    wanted = Wanted(into, id, title, author, here.lang, TEXTS[how["texts"]])
    path = _make(here, kind, wanted, how, asking)
    write(here.say("cli.wrote", path=path))
    write(here.say(f"new.next-{kind}", id=id, into=into, path=path))
    return 0


def _make(here: Here, kind: str, wanted: Wanted, how: dict[str, Any], asking: bool) -> Path:
    if kind == "pack":
        return make_pack(here.desk, wanted)
    if kind == "rubric":
        return make_rubric(here.desk, wanted)
    if kind == "company":
        return make_company(wanted)
    pack, technique = how["pack"] or "", how["technique"] or ""
    packs = packs_in(wanted.into)
    if asking and not pack and len(packs) > 1:
        pack = _ask(here, "pack", "--pack", packs)
    if not technique and _can_ask():
        technique = _ask(here, "technique", "--technique", here.desk.library.techniques())
    if not how["from"]:
        return make_scenario(here.desk, wanted, pack, technique)
    return _from(here, wanted, pack, technique, how)


def _from(here: Here, wanted: Wanted, pack: str, technique: str, how: dict[str, Any]) -> Path:
    from uss_trainer.actions.from_dialogue import scenario_from

    source, names = Path(how["from"]), {name: how[name] or "" for name in ("sales", "customer")}
    path, encoding = scenario_from(here.desk, wanted, pack, technique, source, **names)
    if encoding != "UTF-8":
        tell(here.say("new.read-as", path=source, encoding=encoding))
    return path


def _can_ask() -> bool:
    return is_terminal(sys.stdin) and is_terminal(sys.stderr)


def _ask(here: Here, what: str, name: str, choices: Iterable[str] = ()) -> str:
    """Ask on a terminal; elsewhere TrainerError says which option answers."""
    if not _can_ask():
        raise fail("cli.usage-missing", name=name, command="uss-trainer new")
    question = here.say(f"new.ask-{what}", choices=", ".join(choices))
    return str(click.prompt(question, prompt_suffix=" ", err=True)).strip()
