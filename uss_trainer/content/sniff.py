"""What a content file says of itself, found without reading it as YAML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from uss_trainer.content.place import PackFolder

_ID = re.compile(rb"^(?:\xef\xbb\xbf)?id:[ \t]+[\"']?([a-z0-9-]{1,64})(?![a-z0-9-])", re.MULTILINE)
_FORMAT = re.compile(rb"^(?:\xef\xbb\xbf)?format:[ \t]+[\"']?([a-z]+)/", re.MULTILINE)
_HEAD = 65_536
"""Bytes of a file among which its own id and format stand."""

SCENARIO = "scenario"
DRILL = "drill"
DEAL = "deal"


def folder_id(folder: PackFolder) -> str:
    """Return a pack's id without reading all of its file."""
    return sniff(folder.pack, folder.path.name) if folder.pack else folder.path.name


def sniff(path: Path, otherwise: str = "") -> str:
    """Return the id a file gives itself, without reading it as YAML; else its name."""
    return _sniffed(path, _ID) or otherwise or path.stem


def kind_of(path: Path) -> str:
    """Return what a file says it is: `drill`, `deal`, else `scenario`."""
    said = _sniffed(path, _FORMAT)
    return said if said in (DRILL, DEAL) else SCENARIO


def _sniffed(path: Path, what: re.Pattern[bytes]) -> str:
    try:
        with path.open("rb") as file:
            found = what.search(file.read(_HEAD))
    except OSError:
        found = None
    return found[1].decode("ascii") if found else ""
