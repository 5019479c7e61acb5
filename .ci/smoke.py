"""Build the wheel, install it alone into an empty environment, and use it as a stranger would."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DEVELOPMENT = ("pytest", "mypy", "ruff", "importlinter", "pexpect", "ralph")


def run(command: list[str], home: Path, **more: object) -> subprocess.CompletedProcess[str]:
    """Run a command away from the checkout and return what it said."""
    environ = {**os.environ, "USS_TRAINER_HOME": str(home), "PYTHONPATH": "", "PYTHONUTF8": "1"}
    settings = {"cwd": home, "env": environ, "text": True, "encoding": "utf-8", **more}
    return subprocess.run(command, check=False, capture_output=True, **settings)


def expect(said: subprocess.CompletedProcess[str], *codes: int) -> str:
    """Return a command's output; stop with what it said where it ended otherwise."""
    if said.returncode not in codes:
        sys.exit(f"{said.args} ended with {said.returncode}\n{said.stdout}\n{said.stderr}")
    return said.stdout


def main() -> None:
    """Build, install, use."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        subprocess.run(
            [sys.executable, "-m", "build", "--outdir", str(home / "dist"), str(ROOT)],
            check=True,
            stdout=subprocess.DEVNULL,
        )
        venv.create(home / "env", with_pip=True)
        scripts = home / "env" / ("Scripts" if os.name == "nt" else "bin")
        (wheel,) = (home / "dist").glob("*.whl")
        subprocess.run([scripts / "python", "-m", "pip", "install", "-q", wheel], check=True)
        use(scripts, home)
    print("the wheel works")


def plays(trainer: str, scenario: str, place: str, home: Path) -> bool:
    """Return whether a scenario comes to an ending by its replies of that place alone.

    One that is offered only sometimes may be missing there.
    """
    (home / "replies.txt").write_text(f"{place}\n" * 45, encoding="utf-8")
    command = [trainer, "play", scenario, "--replies", str(home / "replies.txt")]
    done = run([*command, "--format", "json"], home)
    return done.returncode == 0 and bool(json.loads(done.stdout)["ending"])


def use(scripts: Path, home: Path) -> None:
    """Run the commands a stranger tries first."""
    trainer = str(scripts / "uss-trainer")
    absent = "import importlib.util as u, sys; sys.exit(any(map(u.find_spec, sys.argv[1:])))"
    expect(run([str(scripts / "python"), "-c", absent, *DEVELOPMENT], home), 0)
    expect(run([trainer, "--version"], home), 0)
    expect(run([trainer, "new", "pack", "mine", "--into", str(home / "packs")], home), 0)
    how = ["--technique", "phone", "--into", str(home / "packs")]
    expect(run([trainer, "new", "scenario", "my-call", *how], home), 0)
    expect(run([trainer, "check", str(home / "packs")], home), 0)
    if not (home / "packs" / ".schemas" / "scenario.json").is_file():
        sys.exit("the wheel holds no schemas")
    listed = json.loads(expect(run([trainer, "list", "--format", "json"], home), 0))
    expect(run([trainer, "check"], home), 0)
    expect(run([trainer, "doctor"], home), 0)
    for scenario in listed["scenarios"]:
        if not any(plays(trainer, scenario["id"], place, home) for place in "123"):
            sys.exit(f"{scenario['id']} reached no ending")
    page = expect(run([trainer, "report", "person", "me", "-o", "-"], home), 0)
    if "<svg" not in page:
        sys.exit("the wheel draws no reports")
    old = home / "data" / "trainer.db"
    kept = gzip.decompress((ROOT / "tests" / "store" / "schema-1.db.gz").read_bytes())
    for stale in old.parent.glob("trainer.db-*"):
        stale.unlink()
    old.write_bytes(kept)
    past = json.loads(expect(run([trainer, "history", "--format", "json"], home), 0))
    if len(past["attempts"]) != 4:
        sys.exit(f"the first release's attempts weren't carried over: {past}")
    typed = '{"id": "1", "text": "您好，我是用友的小林，想约您谈谈。", "context": "喂，哪位？"}\n'
    said = run([trainer, "grade", "--technique", "phone", "-"], home, input=typed)
    graded = json.loads(expect(said, 0))
    if "introduce-self" not in graded["steps"]:
        sys.exit(f"a plain introduction wasn't found: {graded}")


if __name__ == "__main__":
    main()
