"""Write the scenarios' listed replies down as rubric lines: `python bench/played_lines.py`.

Run it whenever bundled scenarios or lines change, and `fit_heads.py` after it; a test tells when.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from uss_trainer.authoring.played import played_lines
from uss_trainer.content.borrowing import LANGS
from uss_trainer.content.bundled import bundled
from uss_trainer.content.library import open_library
from uss_trainer.content.scoring import read_lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from uss_trainer.content.rubrics import RubricLine, RubricLines

HEAD = """\
# yaml-language-server: $schema=../schemas/lines.json
# The replies that the bundled scenarios list, as their authors and readers labelled them.
# Made by bench/played_lines.py: edit the scenarios instead.
"""


def page(part: RubricLines) -> str:
    """Return lines as a file."""
    out = [HEAD + f"format: lines/1\ntechnique: {part.technique}\nlanguage: {part.language}"]
    for kind in ("steps", "methods", "faults"):
        headings = {name: lines for name, lines in getattr(part, kind).items() if lines}
        out += [f"{kind}:"] if headings else []
        for name, lines in headings.items():
            out += [f"  {name}:", *(row for line in lines for row in _rows(line, "    "))]
    if part.none:
        out += ["none:", *(row for line in part.none for row in _rows(line, "  "))]
    return "\n".join(out) + "\n"


def _rows(line: RubricLine, indent: str) -> Iterator[str]:
    yield f"{indent}- text: {json.dumps(line.text, ensure_ascii=False)}"
    yield f"{indent}  after: {json.dumps(line.after, ensure_ascii=False)}"
    if line.also:
        yield f"{indent}  also: [{', '.join(line.also)}]"


def pages() -> Iterator[tuple[Path, str]]:
    """Yield every file with what it must hold."""
    library, folder = open_library([]), bundled("scoring")
    editions = [library.edition(one.id) for pack in library.packs for one in pack.scenarios]
    for technique in library.techniques():
        rubric = library.scoring.plain(technique)
        for lang in LANGS:
            written, _ = read_lines(folder / f"{technique}.lines.{lang}.yaml", technique)
            part = played_lines(rubric, [written], editions, lang)
            yield folder / f"{technique}.lines.played.{lang}.yaml", page(part)


def main() -> None:
    """Write the files that differ."""
    for path, text in pages():
        if path.is_file() and path.read_text(encoding="utf-8") == text:
            print(f"{path.name}: up to date")
            continue
        path.write_text(text, encoding="utf-8", newline="\n")
        print(f"{path.name}: written, {text.count('- text:')} lines")


if __name__ == "__main__":
    main()
