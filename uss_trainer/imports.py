"""Making much that stays without the garbage collector walking over it again and again."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def importing() -> Iterator[None]:
    """Pause the collector; what was made meanwhile stays for good and is left out of its rounds."""
    active = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if active:
            gc.freeze()
            gc.enable()


@contextmanager
def collecting_later() -> Iterator[None]:
    """Pause the collector while much is read that will be looked at to the end."""
    active = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if active:
            gc.enable()
