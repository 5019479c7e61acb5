"""Models as files: numbers and names, no code, at half precision."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from uss_trainer.grading.head import Head
from uss_trainer.grading.model import Model

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray


def save(model: Model, path: Path) -> None:
    """Write a model at half precision; a reader never sees half a file."""
    import os

    arrays: dict[str, NDArray[np.generic]] = {
        "key": np.array(model.key),
        "idf": model.idf.astype(np.float16),
    }
    arrays["spared"] = np.array(
        [f"{step}|{guard}" for step, guards in model.spared.items() for guard in sorted(guards)],
        dtype=str,
    )
    for name, head in model.heads.items():
        arrays[f"{name}|weights"] = head.weights.astype(np.float16)
        arrays[f"{name}|labels"] = np.array(head.labels)
        arrays[f"{name}|bars"] = np.array([head.temperature, *head.thresholds], dtype=np.float64)
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    with part.open("wb") as file:
        np.savez_compressed(file, allow_pickle=False, **arrays)
    part.replace(path)


def load(path: Path, key: str) -> Model | None:
    """Return the model in a file, or None where it is missing, broken or another rubric's."""
    import zipfile

    try:
        with np.load(path, allow_pickle=False) as file:
            if str(file["key"]) != key:
                return None
            names = [
                name.removesuffix("|labels") for name in file.files if name.endswith("|labels")
            ]
            heads = {name: _read_head(file, name) for name in names}
            pairs = [str(pair).split("|") for pair in file["spared"]]
            steps = heads["steps"].labels
            spares = {step: frozenset(g for s, g in pairs if s == step) for step in steps}
            return Model(key, file["idf"].astype(np.float32), heads, spares)
    except (OSError, EOFError, ValueError, KeyError, zipfile.BadZipFile):
        return None


def _read_head(file: Mapping[str, NDArray[np.generic]], name: str) -> Head:
    bars = [float(bar) for bar in file[f"{name}|bars"]]
    labels = tuple(str(label) for label in file[f"{name}|labels"])
    weights = file[f"{name}|weights"].astype(np.float32)
    return Head(labels, weights, bars[0], tuple(bars[1:]))
