"""Shapes of course and seminar pages: what stands around their readings, and how these stand in a line."""

from __future__ import annotations

import textwrap

import pytest

from tests.mentions.text.reading import extract, fold, found_papers

TITLES = (
    "Tidal Pools under Warming Seas",
    "Kelp: A Census of Northern Forests",
    "Do Limpets Remember Homes?",
    "Waves and What They Carry to the Shore",
)
PEOPLE = ("Ana Roe", "Max Poe", "Kim Doe", "Lin Moe")
STRUNG = "Readings: {0} (Roe et al., ICES 2019); {1} (Poe and Doe, 2020); {2} (Moe, 2018); {3} (Roe, Oikos 2011)"


def each(lines: str) -> str:
    """A block of lines for each paper."""
    return "\n\n".join(
        lines.format(n=n + 1, title=title, person=PEOPLE[n], other=PEOPLE[n - 1]) for n, title in enumerate(TITLES)
    )


def pairs(lines: str) -> str:
    """A block of lines for each two papers."""
    return "\n\n".join(lines.format(*TITLES[n : n + 2], n=n) for n in (0, 2))


PAGES = {
    "readings in a line, parted by semicolons": f"Shores 101\n\nWeek 1: Seas\nSlides\n{STRUNG.format(*TITLES)}\n",
    "readings in a line, broken at the edge": "Shores 101\n\nWeek 1: Seas\n"
    + textwrap.fill(STRUNG.format(*TITLES), 70, subsequent_indent="  "),
    "readings in a line, with leftovers of links": "Shores 101\n\n"
    + pairs("Lecture {n}: Seas\nPapers: {0} (ICES 2019) [pdf]; {1} (Oikos 2018) [pdf]"),
    "readings in a line, authors first": "Shores 101\n\n"
    + pairs("Lecture {n}: Seas\nReading: Roe, A. (2019). {0}. ICES; Poe, M. and Doe, K. (2020). {1}. Oikos."),
    "readings in a line, in quotation marks": "Shores 101\n\n" + pairs('May {n}1: Seas\nReading: "{0}"; "{1}"'),
    "a semicolon within a title": f"Shores 101\n\nWeek 1: Seas\n{STRUNG.format(*TITLES)}; Sand; or Salt (Roe, 2010)\n",
    "signs of lists that word processors print": "Shores 101\n\nUnit 1. Seas\n\n•\tCore\n"
    + "".join(f"o\t{PEOPLE[n]}, “{title.rstrip('?')},” Oikos (201{n})\n" for n, title in enumerate(TITLES)),
    "fields of talks, counted": "Seminar\n\n" + each("Talk {n}\nSpeaker: {person}\nPaper: {title}\nAuthors: {other}"),
    "fields of talks, one unknown": "Seminar\n\n" + each("Day: 0{n}.10.2023\nPaper: {title}\nRival: {other}"),
    "who presents behind the titles, below it a remark": "Shores - reading group\n\nPast meetings\n\n"
    + "".join(
        f"2024-1{n}-05 — {title} (Roe et al.). Presenter: {PEOPLE[n - 1]}.\n    Said it well, too.\n"
        for n, title in enumerate(TITLES)
    ),
    "days in front of titles, who presents behind": "Shores - reading group\n\n"
    + "".join(f"Oct {n} - {title}, Roe and Poe, ICES 2019 (led by Jane)\n" for n, title in enumerate(TITLES, start=1)),
    "remarks below each list": "Shores 101\n\n"
    + "\n\n".join(
        f"Unit {n}. Seas\n\n1. {title} (Roe, 2019)\n2. More of {title} (Poe, 2020)\n\nThings to ask: Who pays for all?"
        for n, title in enumerate(TITLES, start=1)
    ),
}
MORE = {
    "a semicolon within a title": {"Sand; or Salt"},
    "remarks below each list": {f"More of {title}" for title in TITLES},
}


@pytest.mark.parametrize("page", PAGES)
def test_course_page_gives_its_readings_and_nothing_else(page: str) -> None:
    wanted = sorted(fold(title).rstrip("?") for title in {*TITLES, *MORE.get(page, ())})
    assert sorted(title.rstrip("?") for _, title in found_papers(PAGES[page])) == wanted


def test_surname_alone_in_brackets_is_the_author_where_others_have_several() -> None:
    names = ("Roe et al.", "Poe", "Doe et al.", "Moe et al.", "Fox et al.", "Orr et al.")
    titles = (*TITLES, "Old Songs of the Tide", "Salt in the Wind of Autumn")
    text = "Shores\n\n" + "".join(f"- {title} ({who})\n" for title, who in zip(titles, names, strict=True))
    wanted = [(title, (who.removesuffix(" et al."),)) for title, who in zip(titles, names, strict=True)]
    assert [(mention.title, mention.authors) for mention in extract(text).mentions] == wanted


def test_readings_in_a_line_keep_their_own_lines_and_years() -> None:
    mentions = extract(PAGES["readings in a line, broken at the edge"]).mentions
    assert [(mention.line, mention.year) for mention in mentions] == [(4, 2019), (5, 2020), (5, 2018), (6, 2011)]
