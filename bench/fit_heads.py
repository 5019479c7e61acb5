"""Fit the heads that come with the program: `python bench/fit_heads.py`.

Run it whenever a bundled rubric, its lines or the grader change; a test tells when it is due.
"""

from __future__ import annotations

from pathlib import Path

from uss_trainer.content.bundled import bundled
from uss_trainer.content.scoring import Scoring
from uss_trainer.grading.keeping import load, save
from uss_trainer.grading.meanings import Meanings
from uss_trainer.grading.model import fit_model, model_key
from uss_trainer.grading.semantic import load_encoder


def main() -> None:
    """Write `scoring/<technique>.head.npz` for each rubric whose head is missing or old."""
    folder = bundled("scoring")
    scoring, encoder = Scoring((folder,)), load_encoder()
    for technique in scoring.techniques():
        rubric, path = scoring.full(technique), folder / f"{technique}.head.npz"
        key = model_key(rubric, scoring.faults, encoder.version)
        if load(path, key):
            print(f"{path.name}: up to date")
            continue
        model = fit_model(rubric, scoring.faults, encoder.version, Meanings(encoder, None))
        save(model, Path(path))
        print(f"{path.name}: written, {path.stat().st_size // 1024} KB, {key[:16]}")


if __name__ == "__main__":
    main()
