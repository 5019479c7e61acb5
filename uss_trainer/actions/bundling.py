"""Hand a pack on as one file, and take one in: checked first, whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from uss_trainer.actions.checking import check
from uss_trainer.actions.making import keep_schemas, packs_in
from uss_trainer.authoring.bundle import (
    MOST_BYTES,
    MOST_FILES,
    SUFFIXES,
    Bundle,
    Manifest,
    manifest_of,
    packed,
    safe_name,
    unpacked,
    version_key,
)
from uss_trainer.content.packs import Pack
from uss_trainer.content.reading import need, read_as
from uss_trainer.errors import Problem, TrainerError, fail

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from uss_trainer.actions.desk import Desk


@dataclass(frozen=True, slots=True)
class Built:
    """A bundle that was written."""

    manifest: Manifest
    digest: str
    """SHA-256 of the file."""

    left_out: tuple[str, ...]
    """Names in the folder that are no part of a pack."""


@dataclass(frozen=True, slots=True)
class Installed:
    """A pack that was taken in."""

    manifest: Manifest
    digest: str
    folder: Path
    replaced: str | None
    """The version that stood there before; None where there was none."""


def build(desk: Desk, folder: Path, out: Path) -> Built:
    """Write a pack's folder as one zip; TrainerError where it has errors or gaps."""
    if not folder.is_dir():
        raise fail("cli.no-such-folder", str(folder))
    about = _pack(folder)
    _sound(check(desk, [folder]).problems, gaps=True)
    names = sorted(one.name for one in folder.iterdir() if one.is_file())
    kept = [name for name in names if _belongs(name)]
    files = {safe_name(name, str(folder)): (folder / name).read_bytes() for name in kept}
    if len(files) > MOST_FILES or sum(map(len, files.values())) > MOST_BYTES:
        raise fail("bundle.too-large", str(folder), most=str(MOST_BYTES // 1024**2))
    facts = {"id": about.id, "version": about.version, "author": about.author}
    manifest = manifest_of(
        facts | {"license": about.license}, {"zh": about.title.zh, "en": about.title.en}, files
    )
    data = packed(manifest, files)
    _put(out, data)
    left = tuple(one.name for one in sorted(folder.iterdir()) if one.name not in kept)
    return Built(manifest, unpacked(data, str(out)).digest, left)


def _belongs(name: str) -> bool:
    return not name.startswith((".", "~")) and name.lower().endswith(SUFFIXES)


def install(desk: Desk, source: Path, into: Path, *, force: bool) -> Installed:
    """Take a bundle in; TrainerError where it isn't one, has errors, or would replace a newer pack."""
    bundle = unpacked(_bytes(source), str(source))
    old = packs_in(into).get(bundle.manifest.id) if into.is_dir() else None
    replaced = _replaces(bundle, old, force) if old else None
    try:
        into.mkdir(parents=True, exist_ok=True)
        room = tempfile.mkdtemp(prefix=".incoming-", dir=into)
    except OSError as error:
        raise _unwritten(into, error) from error
    try:
        new = into / room / bundle.manifest.id
        _spread(bundle, new)
        _checked(desk, bundle, new, str(source))
        folder = old or into / bundle.manifest.id
        _swap(new, folder, into / room / "old")
        keep_schemas(into)
    except OSError as error:
        raise _unwritten(into, error) from error
    finally:
        shutil.rmtree(room, ignore_errors=True)
    return Installed(bundle.manifest, bundle.digest, folder, replaced)


def _replaces(bundle: Bundle, old: Path, force: bool) -> str:
    """Return the version there is; TrainerError where it isn't older and nobody insists."""
    there = _pack(old).version
    new = bundle.manifest.version
    if not force and version_key(there) >= version_key(new):
        same = version_key(there) == version_key(new)
        code = "bundle.same-version" if same else "bundle.older"
        raise fail(code, str(old), id=bundle.manifest.id, there=there or "0", new=new or "0")
    return there


def _spread(bundle: Bundle, folder: Path) -> None:
    """Write a bundle's files into a new folder."""
    for name, content in bundle.files.items():
        path = folder.joinpath(*name.split("/"))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _checked(desk: Desk, bundle: Bundle, folder: Path, where: str) -> None:
    """Raise what is wrong with an unpacked bundle, its files named as in the zip."""
    try:
        about = _pack(folder)
        _sound(check(desk, [folder]).problems, gaps=False)
    except TrainerError as error:
        problem = error.problem
        named = problem.where.replace(str(folder), where, 1)
        raise TrainerError(Problem(problem.code, named, problem.facts)) from error
    if (about.id, about.version) != (bundle.manifest.id, bundle.manifest.version):
        raise fail("bundle.changed", where, name="pack.yaml")


def _swap(new: Path, folder: Path, aside: Path) -> None:
    """Put a folder in another's place; where that fails the old one stands as before."""
    if folder.exists():
        folder.rename(aside)
    try:
        new.rename(folder)
    except OSError:
        if aside.exists():
            aside.rename(folder)
        raise


def _pack(folder: Path) -> Pack:
    """Return what `pack.yaml` says; TrainerError where it is missing or broken."""
    path = next((one for one in (folder / "pack.yaml", folder / "pack.yml") if one.is_file()), None)
    if path is None:
        raise fail("check.no-pack", str(folder))
    pack, _, problems = read_as(Pack, path)
    return need(pack, problems)


def _sound(problems: Iterable[Problem], *, gaps: bool) -> None:
    """Raise the first error, or with `gaps` the first text still to be written."""
    found = list(problems)
    wrong = [one for one in found if one.severity == "error"]
    wrong += [one for one in found if gaps and one.code == "check.todo"]
    if wrong:
        raise TrainerError(wrong[0])


def _bytes(source: Path) -> bytes:
    """Return a file's bytes; TrainerError where there is none or it is larger than any bundle."""
    try:
        if not source.is_file():
            raise fail("check.not-a-file" if source.exists() else "check.no-file", str(source))
        with source.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise fail("check.unreadable", str(source), reason=error.strerror or str(error)) from error
    if len(data) > MOST_BYTES:
        raise fail("bundle.too-large", str(source), most=str(MOST_BYTES // 1024**2))
    return data


def _put(out: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    draft = out.with_name(out.name + ".new")
    try:
        draft.write_bytes(data)
        draft.replace(out)
    except OSError as error:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise _unwritten(out, error) from error


def _unwritten(path: Path, error: OSError) -> TrainerError:
    return fail("cli.cannot-write-file", str(path), cause=error.strerror or str(error))
