"""Whether content has changed since an attempt began is known without reading it again."""

from __future__ import annotations

from pathlib import Path
from shutil import copytree

import pytest

from uss_trainer.content.library import Library, open_library
from uss_trainer.content.today import digests_today

PACKS = Path(__file__).parents[1] / "packs"


def test_files_are_read_only_where_one_has_changed(tmp_path: Path) -> None:
    packs, cache = tmp_path / "packs", tmp_path / "cache" / "digests.json"
    copytree(PACKS / "small", packs / "small")
    opened: list[Library] = []

    def library() -> Library:
        opened.append(open_library([packs]))
        return opened[-1]

    first = digests_today([packs], cache, "short-call", library)
    assert digests_today([packs], cache, "short-call", library) == first
    assert len(opened) == 1
    file = packs / "small" / "short-call.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("Gladly. When?", "Oh? When?"), "utf-8")
    assert digests_today([packs], cache, "short-call", library)["scenario"] != first["scenario"]
    assert len(opened) == 2


@pytest.mark.parametrize("kept", ["", "[]", '{"stamp": 1}', "{"])
def test_a_damaged_cache_is_made_anew(tmp_path: Path, kept: str) -> None:
    cache = tmp_path / "digests.json"
    cache.write_text(kept, encoding="utf-8")
    library = open_library([PACKS])
    found = digests_today([PACKS], cache, "short-call", lambda: library)
    assert found == library.edition("short-call").digests
