"""Books of abstracts whose titles and people stand in the middle of the page, each in letters of another size."""

from __future__ import annotations

import textwrap

import pytest

from enrich.mentions.text.lines.rows import Row
from enrich.mentions.text.printed import booklets
from tests.mentions.text.reading import extract

WIDTH = 88
TITLES = [
    "TIDAL POOLS UNDER WARMING SEAS",
    "A CENSUS OF NORTHERN KELP FORESTS AND OF ALL THAT LIVES BENEATH THEIR CANOPIES",
    "HOW DO LIMPETS FIND THEIR WAY?",
    "SAND DUNES",
    "THE WEIGHT OF BARNACLES ON THE OLD WOODEN PIERS OF THE WESTERN HARBOUR TOWNS",
    "NIGHT SONGS OF FOUR GULLS",
    "LIGHTHOUSES",
    "TWO FORTUNATE STORMS",
    "SALT MARSHES AFTER A CENTURY OF DIKES AND DRAINS AND THE RETURN OF ROE BAY",
    "ON THE SHAPES OF PEBBLES",
]
NAMES = ["Ana Clément", "Max Poe (Shore University)", "J. M. Moe", "Kay Doe", "Lea Coe", "Rob Noe (Bay Institute)"]
SENTENCES = ["We walk along the shore.", "The numbers differ between the four seas, and no species is found in all."]


def record(at: int, title: str, *, wide: float, parted: bool, set_in: str) -> str:
    """A title in letters `wide` columns each, its people, and one or two paragraphs."""
    head = [" " * round((WIDTH - len(line) * wide) / 2) + line for line in textwrap.wrap(title, int(WIDTH / wide) - 6)]
    people = [NAMES[(at + more) % len(NAMES)].center(WIDTH).rstrip() for more in range(1 + at % 2)]
    prose = [f"{title.split()[-1].title()} are what we look for. {SENTENCES[0]} {SENTENCES[1]}", SENTENCES[at % 2]][
        : 1 + at % 3
    ]
    paragraphs = [line for part in prose for line in textwrap.wrap(part, WIDTH - 10, initial_indent=set_in)]
    notes = [f"[1] A. Hoe, Tides {at} (1998), 10-20."] if at % 4 == 1 else []
    return "\n".join([*head, *[""] * parted, *people, *[""] * parted, *paragraphs, *notes]) + "\n"


def booklet(titles: list[str], *, wide: float, parted: bool, set_in: str) -> str:
    records = [record(at, title, wide=wide, parted=parted, set_in=set_in) for at, title in enumerate(titles)]
    top = [
        "Days of the Shore".center(WIDTH),
        "BOOK OF ABSTRACTS".center(WIDTH),
        "\n\n",
        "Plenary talks".center(WIDTH) + "\n",
    ]
    return "\n".join([*top, *records[:4], "\n" + "Short talks".center(WIDTH) + "\n", *records[4:]])


@pytest.mark.parametrize(
    ("capitals", "wide", "parted", "set_in"),
    [(True, 1.4, False, "   "), (True, 1, False, "   "), (False, 1.2, True, ""), (False, 1, False, "  ")],
)
def test_titles_above_people_in_the_middle_are_the_papers(
    capitals: bool, wide: float, parted: bool, set_in: str
) -> None:
    titles = TITLES if capitals else [title.capitalize() for title in TITLES]
    mentions = extract(booklet(titles, wide=wide, parted=parted, set_in=set_in)).mentions
    assert [mention.title for mention in mentions] == titles
    assert [mention.authors[0] for mention in mentions] == [NAMES[at % 6].split(" (")[0] for at in range(len(titles))]
    assert all("walk along the shore" in (mention.abstract or "") for mention in mentions)


def test_a_list_of_papers_above_a_book_of_abstracts_is_read() -> None:
    titles = [title.capitalize() for title in TITLES]
    listed = [f"{title.rstrip('?')} again. Max Poe and Ana Roe. Oikos, 2018." for title in titles[:8]]
    records = [record(at, title, wide=1, parted=True, set_in="") for at, title in enumerate(titles)]
    mentions = extract("\n\n".join(["To read first", *listed, *records])).mentions
    assert {f"{title.rstrip('?')} again" for title in titles[:8]} <= {mention.title for mention in mentions}


def test_marker_alone_above_people_is_read() -> None:
    assert not booklets._leads_on(Row([1], "", marker="-"))


def test_names_that_go_on_below_and_numbers_of_pages_are_no_titles() -> None:
    """Codes at the margin, blank lines between all parts, names of which the last one is broken, a number a page."""
    records = []
    for at, title in enumerate(TITLES):
        people = [f"A. Roe¹, M. Poe², K. Doe¹, J. Zoe², L. Moe¹, {'B. ' if at % 2 else ''}E.", "Ely¹, T. Orr²"]
        middle = [*textwrap.wrap(title.capitalize(), 60), "", *people, "¹Bay Institute, Kiel, Germany", ""]
        prose = textwrap.wrap(f"We look for {title.lower()}. {SENTENCES[0]} {SENTENCES[1]} {SENTENCES[0]}", WIDTH)
        code = f"A-{at + 1}".ljust(WIDTH - 8) + f"Mon {at + 1}:00"
        page = ["", "", str(at).center(WIDTH).rstrip(), ""] if at % 2 else [""]
        records.append("\n".join([code, "", *[line.center(WIDTH).rstrip() for line in middle], *prose, *page]))
    found = [mention.title for mention in extract("\n".join(records)).mentions]
    wanted = [title.capitalize() for title in TITLES]
    assert [title for title in found if not title.startswith("Mon ")] == wanted
    assert len(found) <= len(wanted) + 1  # the first code of a page without a name
