"""A report as one HTML file that asks nothing of the network and runs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from uss_trainer.content.clean import clean
from uss_trainer.i18n import say
from uss_trainer.reports.charts import svg

if TYPE_CHECKING:
    from uss_trainer.reports.values import Chart, Page

PALE, DEEP = 96, 62
"""Lightness of a heat map's colours, in per cent, for middling and for extreme shares."""

RED, GREEN = 8, 152
"""Their hues, in degrees."""


def as_html(page: Page) -> str:
    """Return a page as a whole HTML document; every text in it is shown as text."""
    environment = Environment(
        loader=PackageLoader("uss_trainer.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_text,
    )
    places = iter(range(1, 1000))

    def drawn(chart: Chart) -> Markup:
        # What pygal writes is XML it has escaped itself.
        return Markup(svg(chart, next(places)))

    words = {name: say(f"report.{name}", page.lang) for name in ("versions", "none")}
    return environment.get_template("page.html.j2").render(
        page=page, drawn=drawn, heat=heat, words=words
    )


def _text(value: Any) -> Any:
    """Return text without what steers terminals or turns the reading direction."""
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def heat(share: float | None) -> str:
    """Return the background of a field: red below a half, green above, the paler the nearer to it."""
    if share is None:
        return "transparent"
    far = min(abs(share - 0.5) * 2, 1)
    return f"hsl({GREEN if share >= 0.5 else RED} 45% {PALE - (PALE - DEEP) * far:.0f}%)"
