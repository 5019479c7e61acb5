"""A sheet opens in a spreadsheet as what it says, and reckons nothing."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from uss_trainer.reports.csv import as_csv
from uss_trainer.reports.values import Scalar, Sheet


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+86 10", "'+86 10"),
        ("-2", "'-2"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =1", "'  =1"),
        ("＝1+1", "'＝1+1"),
        ("\t=1", "'\t=1"),
        ("王丽", "王丽"),
        ("a=1", "a=1"),
        ('say "no", then', 'say "no", then'),
        ("two\r\nlines", "two\nlines"),
        ("right\u202eleft\x1b[2J", "rightleft[2J"),
        (-3.5, "-3.5"),
        (7, "7"),
        (True, "true"),
        (None, ""),
    ],
)
def test_a_cell(value: Scalar, cell: str) -> None:
    text = as_csv(Sheet(("a", "b"), ((value, "end"),)))
    assert text.startswith("\ufeffa,b\r\n")
    rows = list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline="")))
    assert rows == [["a", "b"], [cell, "end"]]
