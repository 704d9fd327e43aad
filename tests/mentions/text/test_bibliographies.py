"""Bibliographies and reading lists typed as plain text: what hangs in front of entries, and what stands behind."""

from __future__ import annotations

import textwrap

from enrich.records import Mention, MentionKind
from tests.mentions.text.reading import extract

TITLES = (
    "Tidal pools under warming seas",
    "Kelp: a census of northern forests",
    "Do limpets remember their homes",
    "Waves and what they carry to the shore of a northern island",
    "Where herons wait",
    "Salt in the wind of autumn storms",
    "The sea at work",
    "What gulls count",
)
PEOPLE = ("Roe J, Poe AB", "Moe L", "Doe IS, Fellous K", "d'Avena E, Fox AN, Orr T")


def papers(text: str) -> list[Mention]:
    return [mention for mention in extract(text).mentions if mention.kind is MentionKind.PAPER]


def test_numbers_with_a_colon_count_the_entries() -> None:
    text = "My search of last week\n\n\n" + "\n\n\n".join(
        textwrap.fill(
            f"{n + 1}: {PEOPLE[n % 4]}. {title}. Shore Lett. 201{n} Mar {n + 3}"
            + (f";4(2):1{n}-2{n}" if n % 2 else "")
            + f". doi: 10.1234/sl.201{n}.77. [Epub ahead of print] Record ID: 25343{n}.",
            76,
        )
        for n, title in enumerate(TITLES)
    )
    assert [(paper.title, paper.venue, paper.year) for paper in papers(text)] == [
        (title, "Shore Lett", 2010 + n) for n, title in enumerate(TITLES)
    ]


def test_surnames_and_a_colon_in_most_cells_are_authors() -> None:
    names = (
        "Roe & Poe: ",
        "Moe et al.: ",
        "",
        "Doe: ",
        "Fox & van Orr: ",
        "Roe et al.: ",
        "Poe & Moe: ",
        "Orr & Fox: ",
    )
    text = "Date\tWho\tPaper\tCake\n" + "\n".join(
        f"{n + 10}.06.\tIda\t{names[n]}{title} (Shore Lett 2019)\tplum" for n, title in enumerate(TITLES)
    )
    assert [(paper.title, bool(paper.authors)) for paper in papers(text)] == [
        (title, bool(names[n])) for n, title in enumerate(TITLES)
    ]


def test_years_that_hang_in_front_date_the_entries_below_a_name() -> None:
    ends = (
        "(with M. Poe). Shore Lett. 12 ({year}), 3-14.",
        "(with K. Doe and R. M. Hierons-Orr), preprint.",
        "J. Tid. Math. 3 ({year}), 1-9.",
        "Oikos, t.a.",
    )
    names = ("ROE, Jane", "POE, Max", "DOE, Kim", "MOE, Lin", "FOX, Ida", "ORR, Tom", "ZOE, Jo", "BOE, Al")
    entries = []
    for n, title in enumerate(TITLES):
        text = f"{title} {ends[n % 4]}" if "with" in ends[n % 4] else f"{title}. {ends[n % 4]}"
        lines = textwrap.wrap(text.format(year=2011 + n), 58)
        entries.append("\n".join([names[n], f"   {2011 + n}   {lines[0]}", *(" " * 10 + line for line in lines[1:])]))
        entries[-1] += "\n   See also below." if n in (2, 5) else ""
    text = "Shores\n\n" + "\n\n".join(entries)
    assert [(paper.title, paper.year) for paper in papers(text)] == [
        (title, 2011 + n) for n, title in enumerate(TITLES)
    ]
    assert papers(text)[0].authors == ("M. Poe",)


def test_dots_lead_to_pages_of_titles_above_their_authors() -> None:
    people = ("Jane Roe", "*Max Poe, Kim Doe", "Ida Fox, Tom Orr,\n      Lin Moe", "Jo Zoe")
    entries = []
    for n, title in enumerate(TITLES):
        lines = textwrap.wrap(title, 40)
        lines[-1] = f"{lines[-1]} ".ljust(56, ".") + f" {n + 1:3}"
        entries.append("\n".join(f"  {line}" for line in lines) + ("" if n == 5 else f"\n      {people[n % 4]}"))
    found = papers("Contents\n\nMonday\n\n" + "\n".join(entries))
    assert [paper.title for paper in found] == list(TITLES)
    assert found[1].authors == ("Max Poe", "Kim Doe")


def test_titles_in_single_quotation_marks() -> None:
    titles = ("The Gull's View: A History", "Tides' Ends, and Others", "On Limpets", *TITLES[3:])
    text = "THE SHORE SOCIETY\n\nArticles on the shore\n\n" + "\n".join(
        f"Roe, Jane {chr(65 + n)}., '{title}', Shore History, {n + 3} (198{n}), pp. 3-1{n}"
        for n, title in enumerate(titles)
    )
    assert [(paper.title, paper.venue, paper.year) for paper in papers(text)] == [
        (title, "Shore History", 1980 + n) for n, title in enumerate(titles)
    ]


def test_a_letterhead_is_wider_than_the_list_below_it() -> None:
    entries = []
    for n in range(40):
        people = "J. Roe, M. Poe, K. Doe, I. Fox and T. Orr" if n % 2 else "J. Roe, A. B. van der Poe, K. Doe, I. Fox"
        text = f"{people}, “{TITLES[n % 8]} {chr(65 + n % 26)}{n},” Shore Lett. {n + 9}, {n + 31} ({1980 + n})."
        lines = textwrap.wrap(text, 61)
        entries.append("\n".join([f"   {40 - n:2}.  {lines[0]}", *(" " * 8 + line for line in lines[1:])]))
    head = f"CURRICULUM VITAE\n\nAddress: {'Shore Laboratory':60} Tel. 123\n         {'Kiel':60} roe@example.org\n\n"
    text = head + "Articles\n\n" + "\n\n".join(entries)
    assert [(paper.title, paper.venue, paper.year) for paper in papers(text)][-40:] == [
        (f"{TITLES[n % 8]} {chr(65 + n % 26)}{n}", "Shore Lett.", 1980 + n) for n in range(40)
    ]


def test_first_author_with_a_small_word_in_front_begins_an_entry_all_the_same() -> None:
    people = ("Roe J, Poe AB", "da Moe LA, Vil RD, Hal TE", "Doe IS, Fel K, ..., Orr T", "van der Fox AN, Orr T")
    text = "Publications\n\n" + "".join(
        f"{people[n % 4]}. {title}. Shore Lett. 12:2{n}-3{n} (201{n}).\n{('PDF', 'PubMed')[n % 2]}\n"
        for n, title in enumerate(TITLES)
    )
    found = papers(text)
    assert [paper.title for paper in found] == list(TITLES)
    assert [len(paper.authors) for paper in found] == [2, 3, 3, 2] * 2
