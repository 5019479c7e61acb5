"""A sheet as CSV that Excel opens in any language, and in which nothing is a formula."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from uss_trainer.content.clean import clean

if TYPE_CHECKING:
    from uss_trainer.reports.values import Scalar, Sheet

BOM = "\ufeff"
"""Without it Excel takes UTF-8 for the machine's old encoding."""

FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""How a text begins that a spreadsheet would reckon out (OWASP, CSV injection)."""


def as_csv(sheet: Sheet) -> str:
    """Return a sheet as text that begins with a byte order mark, its lines ending as RFC 4180 says."""
    out = StringIO()
    writer = csv.writer(out)
    writer.writerow(sheet.heads)
    writer.writerows([_cell(one) for one in row] for row in sheet.rows)
    return BOM + out.getvalue()


def _cell(value: Scalar) -> str | int | float:
    """Return a value as a cell: figures as they are, text that looks like a formula quoted."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return value
    text = clean(value)
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text
