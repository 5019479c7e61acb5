"""`docs/diagnostics.md` holds exactly the codes of the program, and what `bench/diagnostics.py` writes."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "bench"))

import diagnostics  # noqa: E402


def test_the_page_is_up_to_date_and_holds_every_code_once() -> None:
    page = diagnostics.PAGE.read_text(encoding="utf-8")
    assert page == diagnostics.page(), "run bench/diagnostics.py"
    assert re.findall(r"^## (\S+)$", page, re.MULTILINE) == list(diagnostics.codes())


def test_every_example_of_a_code_is_the_one_mistake_of_a_broken_file() -> None:
    shown = diagnostics.examples()
    assert set(shown) <= set(diagnostics.codes())
    assert all(wrong != right for pairs in shown.values() for wrong, right in pairs)


def test_every_code_is_shown_or_said_why_not() -> None:
    codes, shown = set(diagnostics.codes()), {*diagnostics.examples(), *diagnostics.OWN}
    assert shown | set(diagnostics.UNSHOWN) == codes
    assert not shown & set(diagnostics.UNSHOWN)
    assert all(wrong != right for wrong, right in diagnostics.OWN.values())
    assert all(yaml.safe_load(right) is not None for _, right in diagnostics.OWN.values())
