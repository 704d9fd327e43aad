"""Forms that entries take on pages in HTML, each told by what most entries of the page have in common."""

from __future__ import annotations

import pytest

from enrich.records import Mention
from tests.mentions.test_kept_shapes import papers

ENTRIES = (
    ("Salt on the Harbour Wall", "J. Roe", "Ann. Shore Stud.", 2011),
    ("A Census of Kelp", "M. Poe, A. Moe", "J. Tide Res.", 2012),
    ("How Limpets Find Their Way Home", "K. Doe, J. Roe, A. Moe", "Ann. Shore Stud.", 2013),
    ("Eels of the Inner Bay: A Ledger of Nights", "L. Zoe", "Int. J. Ocean Eng.", 2014),
    ("Counting Sand Grains by Their Sound", "A. Moe, L. Zoe", "J. Tide Res.", 2015),
    ("Why Groynes Move at Night", "J. Roe, M. Poe", "Int. J. Ocean Eng.", 2016),
    ("The Lamp Keepers and Their Fog", "M. Poe", "Ann. Shore Stud.", 2017),
    ("Measuring Ripples with a Rake", "K. Doe, L. Zoe", "Int. J. Quay Eng.", 2018),
)
FULL = {"J": "Jane", "M": "Max", "K": "Kim", "A": "Anna", "L": "Lars"}


def _read(entry: str, frame: str = "{}", **more: str) -> list[Mention]:
    """What is read of a page with `entry` filled in for each of ENTRIES, inside of `frame`."""
    full = [" ".join(FULL.get(word[0], word) if word[1:2] == "." else word for word in e[1].split()) for e in ENTRIES]
    placed = [", ".join(f"{name} (University of Brno)" for name in names.split(", ")) for names in full]
    listed = (
        entry.format(n=n, title=title, people=people, full=full[n - 1], placed=placed[n - 1], venue=venue, year=year)
        for n, (title, people, venue, year) in enumerate(ENTRIES, start=1)
    )
    body = frame.format("\n".join(listed))
    return papers(f"<!DOCTYPE html>\n<html><body><h1>Publications</h1>\n{body}\n</body></html>")


def _titles(found: list[Mention]) -> list[str]:
    return [paper.title for paper in found]


ALL = [title for title, *_ in ENTRIES]


def test_people_and_years_in_front_of_titles_are_no_venues() -> None:
    found = _read("<li>Roe 20{n}1. {title}. {venue} {n}, 3-14.</li>".replace("20{n}1", "{year}"), "<ul>{}</ul>")
    assert not any(paper.venue == "Roe" for paper in found)


@pytest.mark.parametrize("frame", ["<p>{}</p>", "<li>{}</li>"])
def test_people_in_square_brackets_stand_between_title_and_place(frame: str) -> None:
    found = _read(frame.format("{title} [{people}] {venue} {year}"))
    assert _titles(found) == ALL
    assert [", ".join(paper.authors) for paper in found] == [people for _, people, *_ in ENTRIES]


@pytest.mark.parametrize(
    "row",
    [
        "<tr><td>{{n}}.</td><td>{}</td></tr>",
        "<tr><td>{}</td></tr>",
        "<tr><td>{}</td><td><a href='f{{n}}.pdf'>PDF</a></td></tr>",
    ],
)
@pytest.mark.parametrize("entry", ["<i>{people}</i> {title}, {venue} {year}", "{title} <i>{people}</i> {venue} {year}"])
def test_rows_with_one_cell_of_words_are_entries_of_a_list(row: str, entry: str) -> None:
    assert _titles(_read(row.format(entry), "<table>{}</table>")) == ALL


def test_numbers_that_stand_as_terms_hide_no_mark_of_people() -> None:
    entry = "<dt>[{n}]</dt><dd><i>{people}</i> {title}, {venue} {year}</dd>"
    assert _titles(_read(entry, "<dl>{}</dl>")) == ALL


@pytest.mark.parametrize("tag", ["h4", "p"])
def test_people_above_titles_in_blocks_of_their_own_are_no_titles(tag: str) -> None:
    found = _read(f"<li>{{full}}<{tag}>{{title}}</{tag}>{{venue}}, {{year}}</li>", "<ul>{}</ul>")
    assert _titles(found) == ALL
    assert found[0].authors == ("Jane Roe",)
    assert found[2].authors == ("Kim Doe", "Jane Roe", "Anna Moe")


def test_lines_that_are_counted_are_a_list() -> None:
    entry = "<b>{n}.</b> {full}, {title}, <i>{venue}</i> ({year}).<br>"
    assert _titles(_read(entry, "<p>{}</p>")) == ALL


def test_a_label_says_which_line_is_the_title() -> None:
    entry = "<p><b>Title:</b> {title}<br><b>Authors:</b> {people}<br><b>Year:</b> {year}</p>"
    found = _read(entry)
    assert _titles(found) == ALL
    assert [paper.year for paper in found] == [year for *_, year in ENTRIES]


def test_people_and_where_they_are_from_stand_below_titles() -> None:
    entry = '<div class="k"><span class="t">{title}</span><br><span class="w">{placed}</span></div>'
    found = _read(entry)
    assert _titles(found) == ALL
    assert found[1].authors == ("Max Poe", "Anna Moe")


def test_framed_facts_behind_a_title_are_no_part_of_it() -> None:
    found = _read('<li>{title} <span class="badge">{venue} {year}</span><br><small>{full}</small></li>', "<ul>{}</ul>")
    assert _titles(found) == ALL
    assert [paper.year for paper in found] == [year for *_, year in ENTRIES]
