"""Tables as text browsers print them: numbered links, rows broken at the edge of the terminal. Made-up papers."""

from __future__ import annotations

import textwrap
from collections.abc import Callable

import pytest

from enrich.records import MentionKind
from tests.mentions.text.reading import extract

WATERS = ("Fjords", "Salt Marshes", "Mangroves", "Estuaries", "Deep Lagoons", "Kelp Forests", "Tidal Flats", "Reefs")
TITLES = tuple(
    title
    for water in WATERS
    for title in (
        f"Slow Currents and the Fate of Silt in {water}",
        f"Mussel Beds of {water}: Counting What the Storm Leaves Behind",
        f"How {water} Warm in Winter",
    )
)
VENUES = ("Shore Lett", "ICES", "Oikos", "Sea and Shore", "ICES-W")
PEOPLE = ("Ana Roe, Max Poe", "Kim Doe", "Lin Moe, Jo Fox, Ed Kay")
CODES, REMARKS = ("Matlab", "Julia", "official"), ("", "good maps", "", "small sample")
Row = tuple[str, int, str, list[str]]


class Browser:
    """Prints rows and numbers their links."""

    def __init__(self, *, centred: bool = False) -> None:
        self.centred = centred
        self.lines: list[str] = []
        self.urls: list[str] = []

    def link(self, words: str, place: str) -> str:
        self.urls.append(f"https://shore.example.org/{place}")
        return f"[{len(self.urls)}]{words}"

    def table(self, heading: str, head: str, rows: list[str]) -> None:
        self.lines += [heading.center(72).rstrip() if self.centred else f"  {heading}", "", f"   {head}"]
        for row in rows:
            self.lines += textwrap.wrap(row, 72, initial_indent="   ", subsequent_indent="   ", break_on_hyphens=False)
        self.lines.append("")

    def page(self) -> str:
        foot = [f"{number:4}. {url}" for number, url in enumerate(self.urls, start=1)]
        return "\n".join(["                    Papers on Waters", "", *self.lines, "References", "", *foot, ""])


def _found(page: str) -> list[Row]:
    return [
        (mention.title, mention.year or 0, mention.venue or "", [link.url for link in mention.links])
        for mention in extract(page).mentions
        if mention.kind is MentionKind.PAPER
    ]


def _own(at: int, *, coded: bool) -> list[str]:
    return [f"https://shore.example.org/{name}" for name in (f"p{at}", *([f"c{at}"] if coded else []))]


def test_dates_titles_venues_and_dashes_for_no_code_are_cells() -> None:
    browser, rows, truth = Browser(), [], []
    for at, title in enumerate(TITLES):
        coded, venue, dated = at % 3 == 1, VENUES[at % 5] if at % 7 else "", at != 9
        parts = [
            f"20{10 + at % 9}-0{1 + at % 8}" if dated else "",
            browser.link(title, f"p{at}") if at != 14 else title,
            f"{venue} 20{10 + at % 9}" if at % 6 == 5 and venue else venue,
            browser.link(CODES[at % 2], f"c{at}") if coded else "-",
            REMARKS[at % 4],
        ]
        rows.append(" ".join(filter(None, parts)))
        truth.append((title, 2010 + at % 9 if dated else 0, venue, _own(at, coded=coded)[at == 14 :]))
    browser.table("Coasts", "Date Title Venue Code Remarks", rows[:12])
    browser.table("Basins", "Date Title Venue Code Remarks", rows[12:])
    assert _found(browser.page()) == truth


def test_titles_that_come_first_begin_at_their_links() -> None:
    browser, rows, truth = Browser(), [], []
    for at, title in enumerate(TITLES):
        own = [browser.link(title, f"p{at}"), VENUES[at % 5], str(2001 + at % 20), browser.link("Code", f"c{at}")]
        rows.append(" ".join(own))
        truth.append((title, 2001 + at % 20, VENUES[at % 5], _own(at, coded=True)))
    browser.table("All", "Title Venue Year Code", rows)
    assert _found(browser.page()) == truth


def test_numbers_and_venues_in_front_leave_titles_whole() -> None:
    browser, rows, truth = Browser(), [], []
    for at, title in enumerate(TITLES):
        own = [str(at + 1), str(2001 + at % 20), VENUES[at % 5], browser.link(title, f"p{at}"), PEOPLE[at % 3]]
        rows.append(" ".join(own))
        truth.append((title, 2001 + at % 20, VENUES[at % 5], _own(at, coded=False)))
    browser.table("All", "No. Year Venue Title Authors", rows)
    assert _found(browser.page()) == truth


def test_links_beside_titles_without_one_are_no_titles() -> None:
    browser, rows = Browser(), []
    for at, title in enumerate(TITLES):
        rows.append(f"{title} {2001 + at % 20} {browser.link('PDF', f'p{at}')} {browser.link('Code', f'c{at}')}")
    browser.table("All", "Title Year Paper Code", rows)
    assert not {title for title, *_ in _found(browser.page())} & {"PDF", "Code", "PDF Code"}


SHORT = ("IEEE TSP", "ICES", "IEEE JOE", "OCEANS", "IEEE SPM")


def _links(browser: Browser, at: int) -> str:
    """Two in one cell, of which the second may lead nowhere."""
    paper = browser.link("Paper", f"p{at}")
    return f"{paper}/{browser.link('Code', f'c{at}')}" if at % 3 == 1 else f"{paper}/Code"


@pytest.mark.parametrize(
    ("head", "row", "dated"),
    [
        ("No. Pub. Title Links", lambda at, title, links: f"{at % 3:02} {SHORT[at % 5]} {title} {links}", False),
        ("No Pub Title Links", lambda at, title, links: f"{at % 3 + 9} {SHORT[at % 5]} {title} {links}", False),
        ("Year Pub. Title Links", lambda at, title, links: f"{2001 + at} {SHORT[at % 5]} {title} {links}", True),
        ("Title Venue Year Links", lambda at, title, links: f"{title} {SHORT[at % 5]} {2001 + at} {links}", True),
        ("Venue Title Links", lambda at, title, links: f"{SHORT[at % 5]} {title} {links}", False),
    ],
)
def test_rows_whose_titles_have_no_link_are_counted_or_end_in_links(
    head: str, row: Callable[[int, str, str], str], dated: bool
) -> None:
    browser, truth = Browser(centred=True), []
    for start, water in zip(range(0, len(TITLES), 3), WATERS, strict=True):
        titles = list(enumerate(TITLES))[start : start + 3]
        browser.table(water, head, [row(at, title, _links(browser, at)) for at, title in titles])
        truth += [(title, (2001 + at) * dated, SHORT[at % 5], _own(at, coded=at % 3 == 1)) for at, title in titles]
    assert _found(browser.page()) == truth


@pytest.mark.parametrize(
    ("head", "row"),
    [("Date Title", "2021-05-{:02} {}"), ("No Title", "{} {}"), ("Date Venue Title", "2021-05-{:02} ICRA 2021 {}")],
)
def test_titles_that_stand_last_are_read_with_the_links_behind_them(head: str, row: str) -> None:
    browser = Browser()
    texts = [f"{title} {browser.link('paper', f'p{at}')}" for at, title in enumerate(TITLES)]
    browser.table("Papers", head, [row.format(at + 1, text) for at, text in enumerate(texts)])
    found = _found(browser.page())
    assert len(found) == len(TITLES)
    assert all(title in own for title, (own, *_) in zip(TITLES, found, strict=True))


@pytest.mark.parametrize("day", ["{}/5/2021", "{0}.{0}.2021", "2021-5-{}"])
def test_rows_begin_with_dates_of_one_digit_or_two(day: str) -> None:
    browser = Browser()
    links = [f"{browser.link('paper', f'p{at}')} {browser.link('code', f'c{at}')}" for at in range(12)]
    rows = [f"{day.format(at + 1)} {TITLES[at]} {VENUES[at % 4]} {own}" for at, own in enumerate(links)]
    browser.table("Papers", "Date Title Venue Links", rows)
    found = [(title, year, venue) for title, year, venue, _ in _found(browser.page())]
    assert found == [(TITLES[at], 2021, VENUES[at % 4]) for at in range(12)]


def test_names_of_columns_that_are_set_out_over_a_single_row_are_those_of_the_other_tables() -> None:
    browser, truth = Browser(centred=True), []
    for start, water in zip(range(0, len(TITLES), 3), WATERS, strict=True):
        last = start + 1 if water == WATERS[-1] else start + 3
        titles = list(enumerate(TITLES))[start:last]
        head = "No. Pub. Title Links" if last > start + 1 else "No.    Pub.        Title                 Links"
        browser.table(
            water, head, [f"{at % 3:02} {SHORT[at % 5]} {title} {_links(browser, at)}" for at, title in titles]
        )
        truth += [(title, 0, SHORT[at % 5], _own(at, coded=at % 3 == 1)) for at, title in titles]
    assert _found(browser.page()) == truth


def test_titles_beside_linked_names_may_all_end_in_one_word() -> None:
    browser = Browser()
    named = [f"{title.split()[-1]}Net{at}" for at, title in enumerate(TITLES)]
    rows = [
        f"{2001 + at} {browser.link(name, f'n{at}')} Mapping {at + 20} Cold {name[:-4]} Harbours"
        + (f" {browser.link('code', f'c{at}')}" if at % 2 else "")
        for at, name in enumerate(named)
    ]
    browser.table("Papers", "Year Name Title Code", rows)
    found = [title for title, *_ in _found(browser.page())]
    assert len(found) == len(rows)
    assert all(title.endswith(" Harbours") for title in found)
