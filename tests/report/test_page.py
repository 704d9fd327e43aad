"""What a report shows, and that nothing in it runs or asks anybody."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from enrich.report import compute_figures, render_page
from enrich.report.page import paper_links, script_json, search_links
from enrich.schema import DocumentRow, MentionRow, PaperRow
from enrich.tables import open_version
from tests.tables.table_rows import changed, document, mention, paper, publish_to, sample

HOSTILE = (
    "</script><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<!--<script>",
    "{{ 7 * 7 }} {% raw %}",
    '=HYPERLINK("http://evil.example")',
    "\u202eright to left \u2028 line",
    "long " * 1000,
)


def page_of(processed: Path, **more: object) -> str:
    tables = sample()
    rows = tuple(paper(number, title=text, venue=text) for number, text in enumerate(HOSTILE, start=1))
    tables = changed(tables, PaperRow, rows)
    open_rows = tuple(
        mention(number, f"arxiv:2101.{number:05}", title=text, section=text, outcome="unresolved", reason="ambiguous")
        for number, text in enumerate(HOSTILE, start=1)
    )
    tables = changed(changed(tables, MentionRow, open_rows), DocumentRow, (document(title=HOSTILE[0]),))
    version = publish_to(processed, tables, **more)
    return render_page(compute_figures(open_version(processed, version), None, {}))


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    return page_of(tmp_path_factory.mktemp("versions"), simulated=True)


def data_of(page: str) -> Any:
    (element,) = html.fromstring(page).xpath("//script[@id='data']")
    return json.loads(element.text)


def test_every_text_arrives_as_text_alone(page: str) -> None:
    tree = html.fromstring(page)
    assert [element.tag for element in tree.iter("img", "iframe", "object", "base", "form")] == []
    assert not [name for element in tree.iter() for name in element.attrib if name.startswith("on")]
    shown = [" ".join(cell.text_content().split()) for cell in tree.xpath("//section[@id='open']//tbody/tr/th")]
    assert shown == [" ".join(text.split()) for text in HOSTILE]
    assert data_of(page)["papers"]["title"] == list(HOSTILE)


def test_only_the_pages_own_scripts_may_run(page: str) -> None:
    tree = html.fromstring(page)
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    allowed = re.findall(r"'sha256-([^']+)'", policy)
    scripts = tree.xpath("//script[not(@type)]/text()")
    assert [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in scripts] == allowed
    assert policy.startswith("default-src 'none'; ")


def test_nothing_is_loaded_from_anywhere(page: str) -> None:
    tree = html.fromstring(page)
    assert tree.xpath("//@src | //link/@href") == []
    assert not re.search(r"@import|url\(", tree.xpath("string(//style)"))


def test_links_lead_to_known_hosts_only(page: str) -> None:
    hosts = {re.sub(r"^(https://[^/]+)/.*", r"\1", link) for link in html.fromstring(page).xpath("//main//a/@href")}
    assert hosts <= {
        "https://arxiv.org",
        "https://doi.org",
        "https://www.semanticscholar.org",
        "https://scholar.google.com",
        "https://github.com",
    }


def test_an_identifier_can_not_leave_its_host() -> None:
    row = {"arxiv_id": "javascript:alert(1)", "doi": '10.1/x"onload=', "s2_paper_id": "../../x", "repository": None}
    assert [link for _, link in paper_links(row)] == [
        "https://arxiv.org/abs/javascript%3Aalert%281%29",
        "https://doi.org/10.1/x%22onload%3D",
        "https://www.semanticscholar.org/paper/../../x",
    ]


def test_a_search_is_short_enough_for_a_service() -> None:
    assert all(len(link) < 1000 for _, link in search_links("long words " * 500))


def test_simulated_counts_are_called_so(page: str, tmp_path: Path) -> None:
    assert "Simulated." in html.fromstring(page).xpath("string(//header)")
    assert "Simulated." not in html.fromstring(page_of(tmp_path)).xpath("string(//header)")


def test_every_chart_has_its_place(page: str) -> None:
    places = html.fromstring(page).xpath("//figure/@id")
    assert places == ["chart-reasons", "chart-citations", "chart-stars", "chart-years", "chart-sections"] or places == [
        "chart-reasons",
        "chart-citations",
        "chart-stars",
        "chart-sections",
    ]


@given(
    st.recursive(
        st.text() | st.integers() | st.none(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)
    )
)
def test_data_in_a_script_is_what_went_in(value: object) -> None:
    text = script_json(value)
    assert "<" not in text
    assert json.loads(text) == value
