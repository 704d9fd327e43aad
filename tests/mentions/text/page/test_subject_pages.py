"""Pages of a subject and letters of a series: each record is a line that says all, or begins with a title in quotation
marks; abstracts and buttons stand below, and some records have no abstract."""

from __future__ import annotations

import pytest

from enrich.mentions.entries.entry import read_entry
from enrich.mentions.entries.parts import Style
from tests.mentions.text.abstracts.test_reader import HOW, SAID
from tests.mentions.text.reading import extract
from tests.mentions.text.test_shapes import PEOPLE, TITLES

BUTTONS = "Add to my shelf   Open the scan{more}   Copy reference   Mark   {n}7 readers"
JOURNALS = ("Annals of Sand", "Tide and Time", "Proceedings of the Harbour Society", "Dune Review")


def stated(title: str, n: int, glued: str = "show") -> str:
    state = "forthcoming" if n == 3 else str(1990 + n)
    numbers = "" if n == 3 else f" {n + 4} ({n % 4 + 1}):1{n}-2{n}"
    said = [] if n % 4 == 2 else [SAID.format(how=HOW[n]) + (" (shrink)" if n % 3 else "")]
    buttons = BUTTONS.format(more=f" ({n} more)" if n % 3 else "", n=n)
    names = PEOPLE[n] if n % 2 else f"{PEOPLE[n]} & {PEOPLE[n - 1]}"
    return "\n".join((f"{title}. {names} - {state} - {JOURNALS[n % 4]}{numbers}.{glued}", *said, buttons))


@pytest.mark.parametrize("head", ["Shores\n\n", "Shores\nSign in\nHome\nNew items\nBooks\nJournals\nOrder:\n\n"])
@pytest.mark.parametrize("glued", ["show", ""])
def test_lines_that_say_all_above_abstracts_are_records(head: str, glued: str) -> None:
    titles = [TITLES[n % 10] if n < 10 else f"More {TITLES[n % 10]}" for n in range(20)]
    page = head + "\n\n".join(stated(title, n % 10, glued) for n, title in enumerate(titles))
    mentions = extract(page).mentions
    assert [mention.title for mention in mentions] == titles
    assert [mention.venue for mention in mentions] == [JOURNALS[n % 10 % 4] for n in range(20)]
    assert [mention.year for mention in mentions] == [None if n % 10 == 3 else 1990 + n % 10 for n in range(20)]
    assert sum(mention.abstract is not None for mention in mentions) >= 14


@pytest.mark.parametrize(
    ("text", "title", "authors", "year", "venue"),
    [
        ("Is Sand Alive? Ana B. Roe - 2004 - Dunes 4 (2):3-9.", "Is Sand Alive?", ("Ana B. Roe",), 2004, "Dunes"),
        ("On Silt. Ana Roe - manuscript", "On Silt.", ("Ana Roe",), None, None),
        ("On Silt. Ana Roe - 2018 - pdf", "On Silt.", ("Ana Roe",), 2018, None),
        ("On Silt. A Survey of Shores - 2020 - Moe et al.", "On Silt. A Survey of Shores", ("Moe",), 2020, None),
        ("Silt of the Shore - 2020 - Moe et al.", "Silt of the Shore", ("Moe",), 2020, None),
        ("On Silt. Ana Roe & Max Poe (eds.) - 2011 - A Press.", "On Silt.", ("Ana Roe", "Max Poe"), 2011, "A Press"),
    ],
)
def test_the_year_between_dashes_parts_people_and_place(
    text: str, title: str, authors: tuple[str, ...], year: int | None, venue: str | None
) -> None:
    entry = read_entry(text, Style())
    assert (entry.title, entry.authors, entry.year, entry.venue) == (title, authors, year, venue)


SCHOOLS = ("University of Kiel - Law School", "Harbour Law School", "ETH Zurich", "Institute of Shores (IoS)")


def letter(title: str, n: int, marks: str = '""', button: str = "  Free Download") -> str:
    place = f"Annals of Sand, Vol. {n}, {2000 + n}\nKiel Public Law Working Paper No. {n}4" if n % 2 else ""
    people = "\n".join(
        f"{PEOPLE[k % 10].upper()}, {SCHOOLS[k % 4]}" + (f"\nEmail: roe{k}@kiel.edu" if k % 3 else "")
        for k in range(n, n + 1 + n % 3)
    )
    head = "\n".join(filter(None, (f"{marks[0]}{title}{marks[1]}{button}", place, people)))
    return head if n in (4, 19) else f"{head}\n\n{SAID.format(how=HOW[n % 10])}"


@pytest.mark.parametrize(("marks", "button"), [('""', "  Free Download"), ("“”", ""), ("«»", "")])
def test_titles_in_quotation_marks_on_top_of_blocks_are_those_of_the_records(marks: str, button: str) -> None:
    titles = [*TITLES, "Silt", "Dead Sand", *(f"More {title}" for title in TITLES[:8])]
    page = "SHORE LAW eJOURNAL\nVol. 3, No. 4: May 24, 2020\n\nBrowse ALL abstracts for this journal\nLinks: Submit\n\n"
    page += "ABSTRACTS\n\n" + "\n\n".join(letter(title, n, marks, button) for n, title in enumerate(titles))
    page += "\n\nSolicitation of Abstracts\n\n" + SAID.format(how="tides")
    mentions = extract(page).mentions
    assert [mention.title for mention in mentions] == titles
    assert [mention.year for mention in mentions] == [2000 + n if n % 2 else None for n in range(20)]
