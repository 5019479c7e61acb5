"""Charts as SVG that stands in a page: no script, no font and no picture from elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from unicodedata import east_asian_width

from pygal import HorizontalBar, Line
from pygal.style import Style

from uss_trainer.content.clean import clean

if TYPE_CHECKING:
    from pygal.graph.graph import Graph

    from uss_trainer.reports.values import Chart

FONT = '"Segoe UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", sans-serif'
GOOD, FAIR, POOR = "#2e7d5b", "#c28a1b", "#b5493a"
INK, MUTED = "#24303a", "#c9d1d6"
FONT_SIZE, MARGIN = 12, 6
WIDTH, ROW, AROUND, TALL = 720, 26, 50, 260
LABEL = 24
"""Characters of a label; longer ones are cut, the table beside the chart has them whole."""

FULL, HALF = 80, 50
"""From here a bar is good, from here fair."""


def colour(value: float) -> str:
    """Return the colour of a figure from 0 to 100."""
    return GOOD if value >= FULL else FAIR if value >= HALF else POOR


def svg(chart: Chart, place: int) -> str:
    """Return a chart as an SVG element; `place` is its number on the page."""
    drawn = _bars(chart) if chart.form == "bars" else _line(chart)
    drawn.uuid = f"c{place}"
    drawn.add_xml_filter(_without_scripts)
    return str(drawn.render(is_unicode=True))


def _without_scripts(root: Any) -> Any:
    """Take out the settings that pygal leaves for a script of its own."""
    for parent in list(root.iter()):
        for child in [one for one in parent if str(one.tag).endswith("script")]:
            parent.remove(child)
    return root


def _bars(chart: Chart) -> Graph:
    # They are drawn from the bottom up.
    pairs = list(zip(chart.labels, chart.values, strict=True))[::-1]
    labels = [_short(label) for label, _ in pairs]
    drawn = HorizontalBar(
        **_settings(AROUND + ROW * len(pairs)),
        print_values=True,
        spacing=6,
        rounded_bars=2,
        # It takes every sign for as narrow as a Latin one.
        margin_left=MARGIN + round(max(map(_wide, labels), default=0) * FONT_SIZE * 0.45),
    )
    drawn.x_labels = labels
    drawn.add(
        "",
        [None if value is None else {"value": value, "color": colour(value)} for _, value in pairs],
    )
    return drawn


def _line(chart: Chart) -> Graph:
    few = len(chart.values) <= 12
    drawn = Line(
        **_settings(TALL),
        print_values=few,
        dots_size=3 if len(chart.values) <= 60 else 1,
        x_labels_major_count=12,
        show_minor_x_labels=few,
    )
    drawn.x_labels = [_short(label) for label in chart.labels]
    drawn.add("", list(chart.values))
    if chart.mark is not None:
        line = {"width": 1, "dasharray": "5, 4"}
        marks = [{"value": chart.mark, "node": {"r": 0}, "label": " "} for _ in chart.values]
        drawn.add("", marks, stroke_style=line, show_dots=False, formatter=lambda _: "")
    return drawn


def _settings(height: int) -> dict[str, Any]:
    return {
        "js": (),
        "style": Style(
            background="transparent",
            plot_background="transparent",
            font_family=FONT,
            foreground=INK,
            foreground_strong=INK,
            foreground_subtle=MUTED,
            colors=("#2f6690", FAIR),
            guide_stroke_color=MUTED,
            major_guide_stroke_color=MUTED,
            guide_stroke_dasharray="none",
            major_guide_stroke_dasharray="none",
            label_font_size=FONT_SIZE,
            major_label_font_size=FONT_SIZE,
            value_font_size=FONT_SIZE,
        ),
        "show_legend": False,
        "disable_xml_declaration": True,
        "width": WIDTH,
        "height": height,
        "range": (0, 100),
        "y_labels": (0, 20, 40, 60, 80, 100),
        "margin": MARGIN,
        "margin_right": 36,
        "truncate_label": -1,
        "value_formatter": lambda value: f"{value:g}",
    }


def _short(label: str) -> str:
    text = " ".join(clean(label).split())
    return text if len(text) <= LABEL else text[: LABEL - 1] + "…"


def _wide(label: str) -> int:
    """Return how many of a label's signs are as wide as Chinese ones."""
    return sum(east_asian_width(sign) in "WF" for sign in label)
