"""A pack as one file: a zip with a manifest, the same bytes for the same content."""

from __future__ import annotations

import json
import lzma
import zipfile
import zlib
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from io import BytesIO
from pathlib import PurePosixPath, PureWindowsPath
from typing import TYPE_CHECKING

from uss_trainer.content.clean import clean
from uss_trainer.errors import fail

if TYPE_CHECKING:
    from collections.abc import Mapping

MANIFEST = "manifest.json"
FORMAT = "uss-trainer-pack/1"
SUFFIXES = (".yaml", ".yml", ".md", ".txt")
"""What a pack may hold: texts, nothing that could be run."""

MOST_FILES = 500
MOST_BYTES = 32 * 1024 * 1024
"""Largest size of all files together, unpacked."""

MOST_FILE = 8 * 1024 * 1024
_EPOCH = (1980, 1, 1, 0, 0, 0)
_DEVICES = frozenset(
    ("con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10)))
)
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    NotImplementedError,
    RuntimeError,
    EOFError,
    ValueError,
    OSError,
)
_UNIX = 3
_LINK = 0o120000


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a bundle says about itself."""

    id: str
    version: str
    title: Mapping[str, str]
    author: str
    license: str
    files: Mapping[str, str]
    """SHA-256 of each file, by its path in the pack."""

    format: str = FORMAT


@dataclass(frozen=True, slots=True)
class Bundle:
    """A pack read out of a zip, nothing of it written anywhere yet."""

    manifest: Manifest
    files: Mapping[str, bytes] = field(repr=False)
    digest: str
    """SHA-256 of the whole zip."""


def packed(manifest: Manifest, files: Mapping[str, bytes]) -> bytes:
    """Return the zip: entries by name, one date, not compressed, as two zlibs compress differently."""
    whole = {MANIFEST: _json(manifest).encode("utf-8"), **files}
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as made:
        for name in (MANIFEST, *sorted(files)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = _UNIX
            entry.external_attr = 0o644 << 16
            made.writestr(entry, whole[name])
    return out.getvalue()


def manifest_of(
    about: Mapping[str, str], title: Mapping[str, str], files: Mapping[str, bytes]
) -> Manifest:
    """Return the manifest of files; `about` gives `id`, `version`, `author` and `license`."""
    digests = {name: sha256(files[name]).hexdigest() for name in sorted(files)}
    return Manifest(files=digests, title=dict(title), **about)


def _json(manifest: Manifest) -> str:
    return json.dumps(asdict(manifest), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def unpacked(data: bytes, where: str) -> Bundle:
    """Return what a zip holds; TrainerError where anything in it isn't as a pack's must be.

    Sizes are counted while unpacking: what an entry says of its own size isn't believed.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as zipped:
            files = _files(zipped, where)
    except _BROKEN as error:
        raise fail("bundle.no-zip", where, cause=clean(str(error))[:80]) from error
    manifest = _manifest(files.pop(MANIFEST, None), where)
    found = {name: sha256(content).hexdigest() for name, content in files.items()}
    for name in sorted({*found, *manifest.files}):
        if found.get(name) != manifest.files.get(name):
            raise fail("bundle.changed", where, name=name)
    return Bundle(manifest, files, sha256(data).hexdigest())


def _files(zipped: zipfile.ZipFile, where: str) -> dict[str, bytes]:
    """Return every entry's bytes by its path."""
    entries = [one for one in zipped.infolist() if not one.is_dir()]
    if len(entries) > MOST_FILES:
        raise fail("bundle.too-many", where, count=str(len(entries)), most=str(MOST_FILES))
    files: dict[str, bytes] = {}
    folded: set[str] = set()
    left = MOST_BYTES
    for entry in entries:
        name = safe_name(entry.filename, where)
        if entry.external_attr >> 16 & 0o170000 == _LINK:
            raise fail("bundle.link", where, name=name)
        if name.casefold() in folded:
            raise fail("bundle.twice", where, name=name)
        folded.add(name.casefold())
        limit = min(left, MOST_FILE)
        with zipped.open(entry) as source:
            content = source.read(limit + 1)
        if len(content) > limit or entry.file_size > limit:
            raise fail("bundle.too-big", where, name=name, most=str(MOST_BYTES // 1024**2))
        left -= len(content)
        files[name] = content
    return files


def safe_name(name: str, where: str) -> str:
    """Return an entry's path; TrainerError where it leaves the folder, on any system, or is no text."""
    path = PurePosixPath(name)
    parts = path.parts
    leaves = (
        not parts
        or path.is_absolute()
        or "\\" in name
        or ":" in name
        or bool(PureWindowsPath(name).drive)
        or any(part in ("..", ".") or part.startswith((".", "~")) for part in parts)
        or any(part != part.rstrip(" .") or not part.isprintable() for part in parts)
        or any(part.partition(".")[0].casefold() in _DEVICES for part in parts)
        or len(name) > 200
    )
    if leaves:
        raise fail("bundle.bad-path", where, name=clean(name)[:80])
    if name != MANIFEST and path.suffix.lower() not in SUFFIXES:
        raise fail("bundle.not-text", where, name=name, allowed=", ".join(SUFFIXES))
    return str(path)


def _manifest(data: bytes | None, where: str) -> Manifest:
    """Return the manifest; TrainerError where it is missing or isn't one."""
    try:
        plain = json.loads((data or b"").decode("utf-8"))
        made = Manifest(**plain)
        texts = (
            made.id,
            made.version,
            made.author,
            made.license,
            *made.files,
            *made.files.values(),
        )
        if made.format != FORMAT or not all(isinstance(one, str) for one in texts):
            raise ValueError(made.format)
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise fail("bundle.no-manifest", where) from error
    return made


def version_key(version: str) -> tuple[int, ...]:
    """Return a version so that versions compare: `1.10` is newer than `1.9`, `1.0` is `1`."""
    numbers = [int(part) for part in version.split(".") if part.isdecimal()]
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)
