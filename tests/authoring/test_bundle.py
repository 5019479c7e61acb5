"""A pack as one file: the same bytes for the same content, and nothing in it is believed."""

from __future__ import annotations

import json
import stat
import zipfile
from collections.abc import Callable
from dataclasses import asdict
from io import BytesIO

import pytest

from uss_trainer.authoring.bundle import (
    MANIFEST,
    MOST_FILE,
    manifest_of,
    packed,
    unpacked,
    version_key,
)
from uss_trainer.errors import TrainerError

FILES = {"pack.yaml": b"format: pack/1\n", "a.yaml": "标题".encode()}
ABOUT = {"id": "spring", "version": "1.2", "author": "Lin", "license": "MIT"}
MADE = manifest_of(ABOUT, {"zh": "春", "en": "Spring"}, FILES)
Spoil = Callable[[zipfile.ZipFile], None]


def test_the_same_content_is_the_same_file_and_comes_out_as_it_went_in() -> None:
    data = packed(MADE, FILES)
    assert data == packed(MADE, dict(reversed(FILES.items())))
    found = unpacked(data, "x.zip")
    assert (found.manifest, found.files) == (MADE, FILES)


def spoilt(spoil: Spoil, files: dict[str, bytes] = FILES, manifest: str | None = None) -> bytes:
    """Return a zip of the files with something more in it."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(MANIFEST, manifest if manifest is not None else json.dumps(asdict(MADE)))
        for name, content in files.items():
            made.writestr(name, content)
        spoil(made)
    return out.getvalue()


def adding(name: str, content: bytes = b"x") -> Spoil:
    return lambda made: made.writestr(zipfile.ZipInfo(name), content)


def link(made: zipfile.ZipFile) -> None:
    entry = zipfile.ZipInfo("b.yaml")
    entry.create_system = 3
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    made.writestr(entry, "/etc/passwd")


def many(made: zipfile.ZipFile) -> None:
    for number in range(501):
        made.writestr(f"n{number}.txt", "")


def nothing(_: zipfile.ZipFile) -> None:
    return None


PATHS = [
    "../b.yaml", "a/../../b.yaml", "/b.yaml", "C:/b.yaml", "C:b.yaml", "\\\\host\\b.yaml",
    "b.yaml:hidden.txt", "nul.yaml", "COM1.txt", ".git/b.yaml", ".hidden.yaml", "a/b.yaml ", "b.\nyaml",
    "x" * 300 + ".yaml",
]  # fmt: skip


def big(made: zipfile.ZipFile) -> None:
    for number in range(5):
        made.writestr(f"b{number}.txt", bytes(MOST_FILE))


WRONG: dict[str, tuple[Callable[[], bytes], str]] = {
    "a link": (lambda: spoilt(link), "bundle.link"),
    "two of one name": (lambda: spoilt(adding("A.yaml")), "bundle.twice"),
    "many files": (lambda: spoilt(many), "bundle.too-many"),
    "a large file": (lambda: spoilt(adding("b.txt", bytes(MOST_FILE + 1))), "bundle.too-big"),
    "large together": (lambda: spoilt(big), "bundle.too-big"),
    "one file more": (lambda: spoilt(adding("b.yaml")), "bundle.changed"),
    "one less": (lambda: spoilt(nothing, {"pack.yaml": FILES["pack.yaml"]}), "bundle.changed"),
    "another content": (lambda: spoilt(nothing, FILES | {"a.yaml": b"x"}), "bundle.changed"),
    "an empty manifest": (lambda: spoilt(nothing, manifest="{}"), "bundle.no-manifest"),
    "a deep manifest": (lambda: spoilt(nothing, manifest="[" * 100_000), "bundle.no-manifest"),
    "another format": (
        lambda: spoilt(nothing, manifest=json.dumps(asdict(MADE) | {"format": "x"})),
        "bundle.no-manifest",
    ),
    "no zip": (lambda: b"no zip at all", "bundle.no-zip"),
    "half a zip": (lambda: packed(MADE, FILES)[:-30], "bundle.no-zip"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_not_as_it_must_be_is_refused(wrong: str) -> None:
    make, code = WRONG[wrong]
    with pytest.raises(TrainerError) as caught:
        unpacked(make(), "x.zip")
    assert caught.value.problem.code == code


@pytest.mark.parametrize("name", PATHS)
def test_a_path_that_leaves_the_folder_on_any_system_is_refused(name: str) -> None:
    with pytest.raises(TrainerError) as caught:
        unpacked(spoilt(adding(name)), "x.zip")
    assert caught.value.problem.code == "bundle.bad-path"


@pytest.mark.parametrize("name", ["b.py", "b.exe", "b", "b.yaml.bat", "b.zip"])
def test_only_texts_are_taken(name: str) -> None:
    with pytest.raises(TrainerError) as caught:
        unpacked(spoilt(adding(name)), "x.zip")
    assert caught.value.problem.code == "bundle.not-text"


def test_a_size_that_is_declared_small_is_not_believed() -> None:
    """Write 1 where a bomb's uncompressed size stands, in both headers."""
    data = bytearray(spoilt(adding("b.txt", bytes(MOST_FILE + 1))))
    size = (MOST_FILE + 1).to_bytes(4, "little")
    assert data.count(size) >= 2
    with pytest.raises(TrainerError) as caught:
        unpacked(bytes(data.replace(size, (1).to_bytes(4, "little"))), "x.zip")
    assert caught.value.problem.code in ("bundle.no-zip", "bundle.too-big", "bundle.changed")


@pytest.mark.parametrize(
    ("older", "newer"), [("1.9", "1.10"), ("", "0.1"), ("1", "1.0.1"), ("2.9.9", "10")]
)
def test_versions_compare_by_their_numbers(older: str, newer: str) -> None:
    assert version_key(older) < version_key(newer)
    assert version_key("1") == version_key("1.0")
