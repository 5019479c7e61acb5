"""A bar on standard error for work that counts what is done; nothing where nobody watches."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from uss_trainer.cli.streams import is_terminal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


@contextmanager
def counting(label: str) -> Iterator[Callable[[int, int], None]]:
    """Give what an action calls with how much of how much is done."""
    hidden = not is_terminal(sys.stderr)
    with click.progressbar(length=1, label=label, file=sys.stderr, hidden=hidden) as bar:

        def tell(done: int, of: int) -> None:
            bar.length = of
            bar.update(done - bar.pos)

        yield tell
