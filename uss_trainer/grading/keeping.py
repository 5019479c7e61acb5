"""Models as files: numbers and names, no code, at half precision."""

from __future__ import annotations

import os
import zipfile
from hashlib import sha256
from io import BytesIO
from typing import TYPE_CHECKING

import numpy as np

from uss_trainer.grading.head import Head
from uss_trainer.grading.model import Model

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from numpy.typing import NDArray


def packed(model: Model) -> bytes:
    """Return a model as the bytes of a file, at half precision."""
    stream = BytesIO()
    np.savez_compressed(stream, allow_pickle=False, **_arrays(model))
    return stream.getvalue()


def digest(model: Model) -> str:
    """Return the SHA-256 of a model's numbers and names as they are kept.

    Not that of the file, whose compression may differ between machines.
    """
    return arrays_digest(_arrays(model))


def arrays_digest(arrays: Mapping[str, NDArray[np.generic]]) -> str:
    """Return the SHA-256 of named numbers and names, the same on every machine."""
    sha = sha256()
    for name, array in sorted(arrays.items()):
        sha.update(f"{name} {array.shape} ".encode())
        if array.dtype.kind == "U":
            sha.update("\n".join(map(str, array.ravel())).encode("utf-8"))
        else:
            sha.update(array.astype(array.dtype.newbyteorder("<")).tobytes())
    return sha.hexdigest()


def _arrays(model: Model) -> dict[str, NDArray[np.generic]]:
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
    return arrays


def save(model: Model, path: Path) -> None:
    """Write a model; a reader never sees half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    part.write_bytes(packed(model))
    part.replace(path)


def load(path: Path, key: str) -> Model | None:
    """Return the model in a file, or None where it is missing, broken or another rubric's."""
    try:
        model = unpacked(path.read_bytes())
    except OSError:
        return None
    return model if model and model.key == key else None


def unpacked(data: bytes) -> Model | None:
    """Return the model that `packed` wrote, or None where the bytes are no model."""
    try:
        with np.load(BytesIO(data), allow_pickle=False) as file:
            names = [
                name.removesuffix("|labels") for name in file.files if name.endswith("|labels")
            ]
            heads = {name: _read_head(file, name) for name in names}
            pairs = [str(pair).split("|") for pair in file["spared"]]
            steps = heads["steps"].labels
            spares = {step: frozenset(g for s, g in pairs if s == step) for step in steps}
            return Model(str(file["key"]), file["idf"].astype(np.float32), heads, spares)
    except (OSError, EOFError, ValueError, KeyError, zipfile.BadZipFile):
        return None


def _read_head(file: Mapping[str, NDArray[np.generic]], name: str) -> Head:
    bars = [float(bar) for bar in file[f"{name}|bars"]]
    labels = tuple(str(label) for label in file[f"{name}|labels"])
    weights = file[f"{name}|weights"].astype(np.float32)
    return Head(labels, weights, bars[0], tuple(bars[1:]))
