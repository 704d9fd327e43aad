"""References as encyclopedias and citation styles print them: signs that lead back, a <cite> around all that is cited,
editors in front of proceedings, and the BibTeX of each paper below it."""

from __future__ import annotations

import pytest

from enrich.mentions import extract
from enrich.records import Mention
from tests.mentions.documents import html

TITLES = ["Knots in Wet Rope", "How Sails Tear", "Anchors on Sand and Clay", "The Drift of Buoys"]
JOURNALS = ["Rigging", "Ropes and Sails", "Rigging", "Rigging"]
_ONE = '<b><a href="#ref-1">^</a></b>'
_TWO = '^ <a href="#ref-1-0"><sup><i><b>a</b></i></sup></a> <a href="#ref-1-1"><sup><i><b>b</b></i></sup></a>'
_COUNTED = '↑ <a href="https://sea.org/wiki/Sails#ref-1-0">1,0</a> <a href="https://sea.org/wiki/Sails#ref-1-1">1,1</a>'


def _read(page: str) -> list[Mention]:
    return list(extract(html(f"<html><body><h2>Papers</h2>{page}</body></html>")).mentions)


@pytest.mark.parametrize("back", [_ONE, _TWO, _COUNTED])
def test_signs_that_lead_back_are_no_part_of_a_reference(back: str) -> None:
    entry = (
        '<li><span class="back">{}</span> <cite class="citation journal">Roe, Jane; Poe, M. (May 201{}). "{}". '
        "<i>{}</i>. <b>2{}</b> (3): 12–34. doi:10.1000/sea.{}</cite></li>\n"
    )
    rows = zip(TITLES, JOURNALS, strict=True)
    found = _read(f"<ol>{''.join(entry.format(back, n, *row, n, n) for n, row in enumerate(rows))}</ol>")
    assert [paper.title for paper in found] == TITLES
    assert [paper.venue for paper in found] == JOURNALS
    assert [paper.year for paper in found] == [2010, 2011, 2012, 2013]


def test_stop_behind_an_emphasised_journal_is_no_part_of_it_linked_or_not() -> None:
    entry = '<li>Roe, Jane (May 201{}). "<a href="https://sea.org/{}">{}</a>". <i>{}</i>. <b>2{}</b> (3): 12–34.</li>\n'
    names = ["Rigging", '<a href="/Ropes">Ropes and Sails</a>', '<a href="/Ropes">Ropes and Sails</a>', "J. Sea."]
    rows = (entry.format(n, n, title, name, n) for n, (title, name) in enumerate(zip(TITLES, names, strict=True)))
    found = _read(f"<ol>{''.join(rows)}</ol>")
    assert [paper.venue for paper in found] == ["Rigging", "Ropes and Sails", "Ropes and Sails", "J. Sea."]


def test_day_behind_an_emphasised_name_says_the_year() -> None:
    entry = (
        '<li>"<a href="https://sea.org/{}">{}</a>". <i>The Harbour Observer</i>. {} 201{}. Retrieved 3 May 2022.</li>\n'
    )
    days = ["1 February", "March", "12 May", "June"]
    rows = (entry.format(n, title, day, n) for n, (title, day) in enumerate(zip(TITLES, days, strict=True)))
    found = _read(f"<ol>{''.join(rows)}</ol>")
    assert [(paper.venue, paper.year) for paper in found] == [("The Harbour Observer", 2010 + n) for n in range(4)]


def test_proceedings_stand_behind_in_and_their_editors() -> None:
    leads = ["In <em>", "In Jane Q. Doe and Kim Loe, editors, <em>", "In <em>", "In Ana Moe (Ed.), <em>"]
    entry = (
        "<tr><td>[{}]</td><td>Max Poe and Ada Roe.\n {}.\n {}SEAS</em>, volume 7{} of <em>Notes in Shores</em>,\n  "
        'pages 10--2{}, Bergen, Norway, June 201{}. Tide Press.\n[<a href="https://sea.org/{}.pdf">.pdf</a>]</td></tr>\n'
    )
    rows = zip(TITLES, leads, strict=True)
    cells = (entry.format(n, title, lead, n, n, n, n) for n, (title, lead) in enumerate(rows, start=1))
    found = _read(f"<table>{''.join(cells)}</table>")
    assert [(paper.title, paper.venue) for paper in found] == [(title, "SEAS") for title in TITLES]


def test_bibtex_below_papers_tells_where_they_appeared_however_it_is_set() -> None:
    entry = (
        '<dt class="ptitle"><a href="/{}.html">{}</a></dt>\n<dd>Max Poe, Ada Roe</dd>\n'
        '<dd>[<a href="/{}.pdf">pdf</a>]\n'
        '<div>[<a>bibtex</a>]\n<div class="hidden">@InProceedings{{Poe_{},\n  author = {{Poe, Max and Roe, Ada}},\n'
        "  title = {{{}}},\n  booktitle = {{Proceedings of the Conference on Sails (SEAS)}},\n  year = {{2019}}\n}}"
        "</div>\n</div></dd>\n"
    )
    found = _read(f"<dl>{''.join(entry.format(n, title, n, n, title) for n, title in enumerate(TITLES))}</dl>")
    assert [paper.title for paper in found] == TITLES
    assert {(paper.venue, paper.year) for paper in found} == {("Conference on Sails (SEAS)", 2019)}


def test_journal_with_a_comma_in_its_name_stands_behind_titles_of_any_markup() -> None:
    linked = '<a href="https://doi.org/10.1000/{}">{}</a>. Sand, Tides and Mud 35{}, A19 (2018).'
    entry = f"<p>1{{}}. J. Roe and M. Poe. {linked}</p>\n<p>[2{{}}] J. Roe and M. Poe, <em>{{}} Again</em>, "
    entry += "Sand, Tides and Mud, <b>6{}</b>, 58–96, 2015.</p>\n"
    found = _read("".join(entry.format(n, n, title, n, n, title, n) for n, title in enumerate(TITLES)))
    assert {paper.venue for paper in found} == {"Sand, Tides and Mud"}
