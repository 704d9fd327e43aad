"""Web pages that hold their list as plain text, and lists whose links are there for scripts alone."""

from __future__ import annotations

import pytest

from enrich.mentions import extract
from tests.mentions.documents import html

PAPERS = [
    ("Tidal pools under warming seas", "Jane Roe, Max Poe", 2011),
    ("Salt & mud: what the marshes keep", "Ida Fox", 2012),
    ("Deep Channels for Small Boats and Big Waves", "Max Poe, Eva Ash", 2013),
    ("Reading the Sea Surface from Space", "Eva Ash, Jane Roe", 2014),
    ("Ten Simple Rules for Better Harbours", "Kim Doe, Lin Moe", 2015),
]


@pytest.mark.parametrize(
    "entry", ['[{n}] {a}, "{t}", ICES, {y}.\n', "{n}. {a}. {t}. <a href='{n}.ps'>ICES</a>, {y}.\n"]
)
def test_a_page_of_plain_text_is_read_as_such(entry: str) -> None:
    listed = "".join(
        entry.format(n=n, t=t.replace("&", "&amp;"), a=a, y=y) for n, (t, a, y) in enumerate(PAPERS, start=1)
    )
    page = f"<html><head><title>Papers</title></head><body><h1>Papers</h1>\n<pre>\n{listed}</pre><hr></body></html>\n"
    found = extract(html(page))
    assert [(m.title, ", ".join(m.authors), m.year) for m in found.mentions] == PAPERS
    assert all(PAPERS[at][0].split()[0] in page.split("\n")[m.line - 1] for at, m in enumerate(found.mentions))


def test_quoted_code_is_no_list() -> None:
    page = (
        "<html><body><p>We keep all our papers in one file, from which this page and several others are made "
        "each night; call</p><pre>\nsort papers.txt | uniq &gt; sorted.txt\n</pre><p>and send us what is missing "
        "there.</p></body></html>"
    )
    assert not extract(html(page)).mentions


def test_links_for_scripts_lead_nowhere_and_make_no_menu_of_a_list() -> None:
    entries = "\n".join(f'<li><a href="#">{t}</a><br/>{a}<br/>ICES, {y}</li>' for t, a, y in PAPERS).replace(
        "&", "&amp;"
    )
    menu = "".join(
        f'<li><a href="#">{word}</a></li>' for word in ("Start", "Our people", "Open positions here", "Contact")
    )
    found = extract(html(f"<html><body><ul>{menu}</ul>\n<ul>\n{entries}\n</ul></body></html>")).mentions
    assert [(m.title, ", ".join(m.authors), m.year) for m in found] == PAPERS
