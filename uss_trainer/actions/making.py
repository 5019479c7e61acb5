"""Make first files of packs, scenarios, rubrics and company profiles; nothing is overwritten."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from uss_trainer.actions.schemas import schema_files
from uss_trainer.authoring.draft import Text
from uss_trainer.authoring.starting import first_draft
from uss_trainer.authoring.templates import company_page, pack_page, rubric_page
from uss_trainer.authoring.writing import scenario_page
from uss_trainer.content.clean import clean
from uss_trainer.content.library import open_library
from uss_trainer.content.near import nearest
from uss_trainer.content.place import look
from uss_trainer.content.sniff import folder_id
from uss_trainer.errors import fail

if TYPE_CHECKING:
    from pathlib import Path

    from uss_trainer.actions.desk import Desk
    from uss_trainer.authoring.draft import Draft
    from uss_trainer.content.rubrics import Rubric
    from uss_trainer.i18n import Lang

Kind = Literal["pack", "scenario", "rubric", "company"]
KINDS: tuple[Kind, ...] = ("pack", "scenario", "rubric", "company")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be made, and where."""

    into: Path
    """The folder of packs it goes into; made where it is missing."""

    id: str
    title: str = ""
    """Its title in every language written; empty takes the id."""

    author: str = ""
    lang: Lang = "en"
    """The language of the comments."""

    texts: tuple[str, ...] = ("zh", "en")
    """The languages its texts are written in."""

    @property
    def name(self) -> Text:
        """The title in both languages."""
        title = clean(self.title).strip() or self.id
        return Text(title, title)


def make_pack(desk: Desk, wanted: Wanted) -> Path:
    """Write a pack's folder with its `pack.yaml` and return that file."""
    _fit(wanted.id)
    for folder in look(wanted.into, 0).packs:
        if folder_id(folder) == wanted.id:
            raise _taken(wanted.id, folder.path)
    page = pack_page(wanted.id, wanted.name, clean(wanted.author), wanted.lang, wanted.texts)
    return _written(wanted, wanted.into / wanted.id / "pack.yaml", page)


def make_scenario(desk: Desk, wanted: Wanted, pack: str, technique: str) -> Path:
    """Write a small scenario for a technique into a pack and return the file."""
    folder = checked_scenario(desk, wanted, pack)
    return keep_scenario(
        wanted, folder, first_draft(wanted.id, wanted.name, rubric_for(desk, technique))
    )


def checked_scenario(desk: Desk, wanted: Wanted, pack: str) -> Path:
    """Return the folder of the pack a scenario goes into; TrainerError where it can't."""
    _fit(wanted.id)
    folder = pack_folder(wanted.into, pack)
    for name, path in open_library((wanted.into, *desk.places)).files():
        if name == wanted.id:
            raise _taken(wanted.id, path)
    return folder


def keep_scenario(wanted: Wanted, folder: Path, draft: Draft) -> Path:
    """Write a draft scenario and return its file."""
    page = scenario_page(draft, wanted.lang, wanted.texts)
    return _written(wanted, folder / f"{wanted.id}.yaml", page)


def make_rubric(desk: Desk, wanted: Wanted) -> Path:
    """Write a rubric with the sentences that train its grader and return the file."""
    _fit(wanted.id)
    if wanted.id in desk.library.techniques() or wanted.id in ("faults", "scale"):
        raise _taken(wanted.id, desk.library.scoring.folders[-1])
    page = rubric_page(wanted.id, wanted.name, wanted.lang, wanted.texts)
    return _written(wanted, wanted.into / "scoring" / f"{wanted.id}.yaml", page)


def make_company(wanted: Wanted) -> Path:
    """Write the selling firm's profile and return the file."""
    return _written(
        wanted, wanted.into / "company.yaml", company_page(wanted.name, wanted.lang, wanted.texts)
    )


def packs_in(into: Path) -> dict[str, Path]:
    """Return the packs of a folder by id."""
    return {folder_id(one): one.path for one in look(into, 0).packs if one.pack}


def pack_folder(into: Path, pack: str) -> Path:
    """Return the folder of a pack; of the only one where none is named."""
    found = packs_in(into)
    if not found and not pack:
        raise fail("new.no-pack", into=str(into))
    if not pack and len(found) > 1:
        raise fail("new.which-pack", into=str(into), choices="|".join(found))
    pack = pack or next(iter(found))
    if pack not in found:
        near = nearest(pack, found)
        raise fail("new.no-such-pack", into=str(into), id=pack, nearest=near)
    return found[pack]


def rubric_for(desk: Desk, technique: str) -> Rubric:
    """Return a technique's rubric; TrainerError names those there are."""
    known = desk.library.techniques()
    if not technique:
        raise fail("new.need-technique", choices=", ".join(known))
    if technique not in known:
        near = nearest(technique, known)
        raise fail("new.no-such-technique", id=technique, choices=", ".join(known), nearest=near)
    return desk.library.scoring.plain(technique)


def keep_schemas(into: Path) -> None:
    """Put the schemas that editors go by into `.schemas`, where the files' first lines look."""
    folder = into / ".schemas"
    folder.mkdir(parents=True, exist_ok=True)
    for path in schema_files().values():
        target, text = folder / path.name, path.read_bytes()
        if not target.is_file() or target.read_bytes() != text:
            target.write_bytes(text)


def _written(wanted: Wanted, path: Path, text: str) -> Path:
    """Write a new file; TrainerError where there is one, or it can't be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
        keep_schemas(wanted.into)
    except FileExistsError:
        raise fail("new.exists", str(path)) from None
    except (OSError, ValueError) as error:
        cause = getattr(error, "strerror", None) or str(error)
        raise fail("cli.cannot-write-file", str(path), cause=cause) from error
    return path


def _fit(name: str) -> None:
    if not _ID.fullmatch(name) or len(name) > 64:
        raise fail("new.bad-id", id=clean(name)[:80])


def _taken(name: str, where: Path) -> Exception:
    return fail("new.id-taken", id=name, kept=str(where))
