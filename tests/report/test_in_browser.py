"""The report in a real browser: it draws, searches and sorts, complains about nothing and asks nobody."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from enrich.report import compute_figures, render_page
from enrich.tables import diff, open_version
from tests.tables.table_rows import START, publish_to, sample

from .browser import CHROMIUM, opened
from .test_page import HOSTILE, page_of

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(CHROMIUM is None, reason="no chromium on this machine: apt-get install chromium"),
]
FIRST = "document.querySelector('#all tbody th').textContent"

COLOURS = "[...new Set([...document.querySelectorAll('%s')].map(each => getComputedStyle(each).%s))].sort()"
# Types into the search field, and waits until the table follows.
SEARCH = """new Promise(done => {
  new MutationObserver(done).observe(document.querySelector('#all tbody'), {childList: true})
  document.getElementById('search').value = '%s'
  document.getElementById('search').dispatchEvent(new Event('input'))
}).then(() => true)"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("report")
    for at in (START, START + timedelta(weeks=1)):
        version = publish_to(folder / "processed", sample(), at)
    changes = diff(str(folder / "processed"))
    page = render_page(compute_figures(open_version(folder / "processed", version), changes, {}))
    (folder / "report.html").write_text(page, "utf-8")
    return folder / "report.html"


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_report_draws_searches_and_sorts(report: Path, tmp_path: Path, width: int, scheme: str) -> None:
    with opened(report, tmp_path, width, scheme) as page:
        assert page.run("document.querySelectorAll('figure').length") == page.run(
            "[...document.querySelectorAll('figure')].filter(each => each.querySelector('svg [fill], svg path')).length"
        )
        assert page.run(COLOURS % ("#chart-history path[stroke]", "stroke")) == page.run(
            COLOURS % ("#chart-history .key i", "backgroundColor")
        )
        assert page.run("document.documentElement.scrollWidth - innerWidth") <= 0, "wider than the screen"
        assert page.run(FIRST) == "Kelp, part 3"  # the most cited
        page.run("document.querySelector('#all th[data-column=title] button').click()")
        assert page.run(FIRST) == "Kelp, part 1"
        page.run(SEARCH % "2101.00002")
        assert page.run(FIRST) == "Kelp, part 2"
        assert page.complaints == []
        assert page.requests == [report.as_uri()]


def test_nothing_of_hostile_texts_runs(tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    report.write_text(page_of(tmp_path / "processed"), "utf-8")
    with opened(report, tmp_path / "profile") as page:
        shown = page.run("[...document.querySelectorAll('#all tbody th')].map(each => each.textContent)")
        assert set(shown) == set(HOSTILE)
        assert page.run("document.querySelectorAll('img, iframe, body script:not([type])').length") == page.run(
            "document.querySelectorAll('body > script:not([type])').length"
        )
        assert page.complaints == []
        assert page.requests == [report.as_uri()]
