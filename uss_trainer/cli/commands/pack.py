"""`pack build` and `pack install`: a pack as one file, handed on and taken in."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from uss_trainer.cli.group import Spoken
from uss_trainer.cli.options import OneOf, form
from uss_trainer.cli.streams import tell, write
from uss_trainer.errors import fail

if TYPE_CHECKING:
    from uss_trainer.cli.here import Here


def command(here: Here) -> click.Command:
    """Return the command."""

    def run(what: str, path: str, out: str | None, **how: Any) -> int:
        if what == "install":
            return _install(here, Path(path), how)
        if out is None:
            raise fail("cli.usage-missing", name="-o FILE", command="uss-trainer pack build")
        return _build(here, Path(path), Path(out), how["format"])

    return Spoken(
        here,
        "pack",
        callback=run,
        params=[
            click.Argument(["what"], type=OneOf(("build", "install"))),
            click.Argument(["path"]),
            click.Option(["-o", "--out"], metavar="FILE", help=here.say("cli.help-pack-out")),
            click.Option(["--into"], metavar="DIR", help=here.say("cli.help-pack-into")),
            click.Option(["--force"], is_flag=True, help=here.say("cli.help-pack-force")),
            form(here),
        ],
    )


def _build(here: Here, folder: Path, out: Path, form: str) -> int:
    from uss_trainer.actions.bundling import build

    built = build(here.desk, folder, out)
    about = built.manifest
    if built.left_out:
        tell(here.say("bundle.left-out", names=", ".join(built.left_out)))
    facts = {"id": about.id, "version": about.version, "author": about.author}
    if form == "json":
        here.write({"file": str(out), **facts, "files": len(about.files), "sha256": built.digest})
    else:
        words = facts | {"version": about.version or "0", "author": about.author or "-"}
        told = {"file": out, "files": len(about.files), "digest": built.digest}
        write(here.say("bundle.built", **words, **told))
    return 0


def _install(here: Here, source: Path, how: dict[str, Any]) -> int:
    from uss_trainer.actions.bundling import install

    into = Path(how["into"] or here.asked.packs or here.folders.user_packs)
    done = install(here.desk, source, into, force=how["force"])
    about = done.manifest
    facts = {"id": about.id, "version": about.version, "author": about.author}
    if how["format"] == "json":
        more = {"folder": str(done.folder), "replaced": done.replaced, "sha256": done.digest}
        here.write(facts | more)
        return 0
    words = facts | {"version": about.version or "0", "author": about.author or "-"}
    write(here.say("bundle.installed", **words, folder=done.folder, digest=done.digest))
    if done.replaced is not None:
        write(here.say("bundle.replaced", version=done.replaced or "0"))
    return 0
