"""The page of a report: `Figures` in, HTML out. Jinja escapes every text; scripts get theirs as JSON data.

The content policy lets the page's own scripts run, told by their hashes, and nothing else: no request, no handler
in an attribute, no address as code.
"""

from __future__ import annotations

import base64
import functools
import hashlib
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from enrich.json_text import to_json
from enrich.report.figures import Figures

if TYPE_CHECKING:
    from jinja2 import Template

_SCRIPTS = ("vendor/d3.min.js", "vendor/plot.umd.min.js", "charts.js", "table.js")
# Where a person looks a title up. `{}` takes the title, quoted.
_SEARCHES = {
    "arXiv": "https://arxiv.org/search/?searchtype=title&query={}",
    "Semantic Scholar": "https://www.semanticscholar.org/search?q={}",
    "Google Scholar": "https://scholar.google.com/scholar?q={}",
}
_LONGEST_QUERY = 300  # characters; services refuse addresses much longer
_AUTHORS_SHOWN = 3


def render_page(figures: Figures) -> str:
    """The whole page as HTML text."""
    scripts = [_asset(name) for name in _SCRIPTS]
    return _template().render(
        figures=figures,
        summary=figures.summary,
        links=paper_links,
        searches=search_links,
        style=_asset("report.css"),
        scripts=scripts,
        policy=_policy(scripts),
        data=script_json(_data(figures)),
    )


def paper_links(paper: Mapping[str, Any]) -> list[tuple[str, str]]:
    """`(name, address)` of the pages that a paper has, from its identifiers."""
    pages = (
        ("arXiv", "https://arxiv.org/abs/", paper["arxiv_id"]),
        ("DOI", "https://doi.org/", paper["doi"]),
        ("Semantic Scholar", "https://www.semanticscholar.org/paper/", paper["s2_paper_id"]),
        ("GitHub", "https://github.com/", paper["repository"]),
    )
    return [(name, base + quote(identifier)) for name, base, identifier in pages if identifier]


def search_links(title: str) -> list[tuple[str, str]]:
    """`(name, address)` of searches for a title."""
    return [(name, address.format(quote(title[:_LONGEST_QUERY], safe=""))) for name, address in _SEARCHES.items()]


def script_json(value: object) -> str:
    """JSON that can stand in a script element: no text in it can end the element or open a comment."""
    return to_json(value).replace("<", "\\u003c")


def _data(figures: Figures) -> dict[str, object]:
    """What the scripts draw: the charts, and the papers as one array a column."""
    reasons = [
        {"reason": reason, "papers": count, "meaning": figures.meanings.get(reason, "")}
        for reason, count in figures.summary.reasons.items()
    ]
    return {
        "reasons": reasons,
        "citations": _bars(figures.citations),
        "stars": _bars(figures.stars),
        "years": _bars(figures.by_year),
        "sections": _bars(figures.by_section),
        "history": [
            {"name": line.name, "at": at, "value": value} for line in figures.history for at, value in line.points
        ],
        "papers": {**figures.papers, "authors": [_short(authors) for authors in figures.papers["authors"]]},
    }


def _bars(counts: Iterable[tuple[str, int]]) -> list[dict[str, object]]:
    return [{"label": label, "papers": count} for label, count in counts]


def _short(authors: list[str]) -> str:
    """The first authors, as a list of references names them."""
    return ", ".join(authors[:_AUTHORS_SHOWN]) + (" et al." if len(authors) > _AUTHORS_SHOWN else "")


def _policy(scripts: Iterable[str]) -> str:
    """Plot writes style elements into its drawings, so styles can't be told by hashes."""
    hashes = " ".join(
        f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'" for script in scripts
    )
    return f"default-src 'none'; script-src {hashes}; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


@functools.cache
def _asset(name: str) -> str:
    return files("enrich.report").joinpath("assets", *name.split("/")).read_text("utf-8")


@functools.cache
def _template() -> Template:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    return environment.from_string(_asset("report.html"))
