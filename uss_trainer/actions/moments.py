"""Stored times as a reader on this machine writes them."""

from __future__ import annotations

from datetime import datetime


def moment(stored: str, now: datetime) -> str:
    """Return a stored UTC time as local date and hour: `03-02 17:00`; another year is named."""
    local = datetime.fromisoformat(stored).astimezone()
    same = local.year == now.astimezone().year
    return local.strftime("%m-%d %H:%M" if same else "%Y-%m-%d %H:%M")
