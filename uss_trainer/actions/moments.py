"""Stored times as a reader on this machine writes them."""

from __future__ import annotations

from datetime import datetime


def moment(stored: str, now: datetime) -> str:
    """Return a stored UTC time as local date and hour: `03-02 17:00`; another year is named."""
    local = datetime.fromisoformat(stored).astimezone()
    same = local.year == now.astimezone().year
    return local.strftime("%m-%d %H:%M" if same else "%Y-%m-%d %H:%M")


def day(stored: str) -> str:
    """Return the local date of a stored UTC time: `2026-03-02`."""
    return datetime.fromisoformat(stored).astimezone().strftime("%Y-%m-%d")
