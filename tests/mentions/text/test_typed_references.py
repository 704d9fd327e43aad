"""References typed as plain text: where title, venue and year part, where a journal's volume, or the words of a thesis
tell it."""

from __future__ import annotations

import random
import textwrap

from enrich.records import Mention, MentionKind
from tests.mentions.text.flat.test_segments import titles
from tests.mentions.text.reading import extract

TITLES = (
    "Tidal pools under warming seas",
    "Kelp: a census of northern forests, and what is left of them",
    "Do limpets remember their homes?",
    "Waves and what they carry. Part II: The shore of a northern island",
    "Where herons wait",
    "Salt in the wind of autumn storms",
    "The sea at work on old stone",
    "What gulls count in winter",
)
PEOPLE = ("J. Roe, A. B. Poe", "L. Moe", "I. S. Doe, K. Fellous, T. Orr, et al.", "E. d. Aven, A. N. Fox")


def papers(text: str) -> list[Mention]:
    return [mention for mention in extract(text).mentions if mention.kind is MentionKind.PAPER]


def facts(text: str) -> list[tuple[str, str | None, int | None]]:
    return [(paper.title, paper.venue, paper.year) for paper in papers(text)]


def test_volume_year_and_pages_without_a_comma_end_a_reference() -> None:
    places = (
        ("J. Shore Mech. {v} ({y}) 3–14", "J. Shore Mech."),
        ("Eur. J. Sands C/Dunes {v} ({y}) 105622", "Eur. J. Sands C/Dunes"),
        ("Tide Lett. {v} (3) ({y}) 41–52, doi:10.1234/tl.{v}", "Tide Lett."),
        ("in: 3rd Symposium on Sands, {y}, pp. 31–46", "3rd Symposium on Sands"),
        ("Ph.D. thesis, University of the Shore ({y})", "Ph.D. thesis, University of the Shore"),
    )
    entries = [
        f"{PEOPLE[n % 4]}, {title}, {places[n % 5][0].format(v=n + 60, y=n + 2011)}." for n, title in enumerate(TITLES)
    ]
    text = "References\n\n" + "\n".join(
        textwrap.fill(entry, 70, initial_indent=f"  [{n + 1}] ", subsequent_indent="      ")
        for n, entry in enumerate(entries)
    )
    assert facts(text) == [(title, places[n % 5][1], n + 2011) for n, title in enumerate(TITLES)]


def test_a_venue_behind_a_quotation_tells_its_title_where_most_lines_quote_none() -> None:
    text = (
        "Week 1: Shores\nBring the book. We will read most of it, and talk about the rest next week.\n\n"
        "Clarence M. Shoreman, “The Law of the Tide,” Shore Law Review 38 (1986): 763-780\n"
        "Ana Maria Roe, “Tidal Pluralism,” Annual Review of Shores and Sea Science (2005)\n\n"
        "Week 2: Tides\nThe essay is due. Please come on time, since two of us will present theirs.\n\n"
        "Max Poe, Shore and Society (selections)\n"
        "Kim Doe, 1972. “Max Poe on the Rise of the Sea,” Tide Law Review 72: 20-53 (pp. 20-29 only)\n"
        "Ida Fox, The Common Place of Tides: Stories from Everyday Life (selections)\n"
    )
    found = {title: (venue, year) for title, venue, year in facts(text)}
    assert found["The Law of the Tide"] == ("Shore Law Review", 1986)
    assert found["Tidal Pluralism"] == ("Annual Review of Shores and Sea Science", 2005)
    assert found["Max Poe on the Rise of the Sea"] == ("Tide Law Review", 1972)


def test_pages_in_front_of_a_book_and_letters_before_pages_end_titles() -> None:
    text = "Exam bibliography\n\n" + "\n\n".join(
        (
            "Roe, J.Q., and A. Poe. 2001. Tidal pools under warming seas. J. Shore Stud. 29:535-562.",
            "Moe, L., et al. 2006. Kelp in northern waters. Eur. J. Shore Stud. 42:S3-S15.",
            "Doe, K., and T. Orr. 1994. Defining the edge of the sea. p. 3-21. In Defining the sea. Tide Press, Oslo.",
            "Fox, A., and I. Lund. 2010. How limpets find their homes. Nat. Tides 3:311-314. Read it with the reply.",
            "Holm, B.E. 1996. What gulls count in winter. J. Shore Stud. 47:151-163.",
        )
    )
    assert facts(text) == [
        ("Tidal pools under warming seas", "J. Shore Stud.", 2001),
        ("Kelp in northern waters", "Eur. J. Shore Stud.", 2006),
        ("Defining the edge of the sea", "Defining the sea. Tide Press, Oslo", 1994),
        ("How limpets find their homes", "Nat. Tides", 2010),
        ("What gulls count in winter", "J. Shore Stud.", 1996),
    ]


def test_a_working_paper_is_where_it_appeared() -> None:
    text = "Notes\n\n" + "\n".join(
        f"- {name}, {title}, {venue}, 201{n}."
        for n, (name, title, venue) in enumerate(
            zip(
                ("Ana Roe and Max Poe", "Kim Doe and others", "Lea Moe", "Tom Orr, Ida Fox and Jo Zoe"),
                ("Tidal Pools under Warming Seas", "Kelp in Northern Waters", "Where Herons Wait", "The Sea at Work"),
                ("Shore Studies", "working paper", "Shore Studies", "Tide Letters"),
                strict=True,
            )
        )
    )
    assert [paper.title for paper in papers(text)][1] == "Kelp in Northern Waters"


def test_a_year_behind_the_stop_of_a_journal_is_no_sentence_of_its_own() -> None:
    people = ("Ana Roe, Max Poe", "Kim Doe, Lea Moe, Tom Orr", "Ida Fox, Jo Zoe")
    text = "Papers on shores\n\n" + "\n".join(
        f"- {title.rstrip('?').split('. ')[0]}, {people[n % 3]}, "
        + ("Comput. Shor. 2015. Java applet gone." if n % 3 == 0 else f"ISSS 201{n}.")
        for n, title in enumerate(TITLES)
    )
    assert [(title, year) for title, _, year in facts(text)] == [
        (title.rstrip("?").split(". ")[0], 2010 + n if n % 3 else 2015) for n, title in enumerate(TITLES)
    ]


def test_the_last_dash_parts_a_title_from_people_and_a_remark_stands_behind_their_year() -> None:
    lines = (
        "Where Herons Wait at Low Tide - Roe et al., TIDE 2017.",
        "Herons Go North - A Census of the Shore - Moe and Doe, SAND 2018.",
        "Salt in the Wind over Open Water - Poe, TIDE 2019. Won the best prize.",
        "How Limpets Find Their Homes Again - Fox and Lund, SAND 2016.",
        "What the Ebb Leaves behind - What It Takes Away - Berg et al., TIDE 2015.",
        "Kelp in Northern Waters - Holm et al., SAND 2021. Long, but worth the afternoon.",
        "The Sea at Work on Old Stone - Dahl and Lind, TIDE 2020.",
        "Sand that Sings in Dry Winters - Voss et al., SAND 2014.",
    )
    assert facts("Shores\n\n" + "\n".join(f"* {line}" for line in lines)) == [
        (line.rpartition(" - ")[0], line.rpartition(", TIDE" if "TIDE" in line else ", SAND")[1][2:], int(year))
        for line, year in zip(lines, "2017 2018 2019 2016 2015 2021 2020 2014".split(), strict=True)  # noqa: SIM905
    ]


def test_a_quotation_within_a_title_is_no_title_though_a_venue_stands_behind() -> None:
    text = "Shores\n\n" + "\n".join(
        f"- {title}. TIDE {year}: 11-31"
        for title, year in (
            ('An "On The Sand" Framework for Walking at the Shore', 2019),
            ("Herons in the North and What They Eat", 2018),
            ("Kelp in Northern Waters after Storms", 2017),
        )
    )
    assert papers(text)[0].title == 'An "On The Sand" Framework for Walking at the Shore'


def test_volume_and_issue_with_a_stop_between_are_no_part_of_a_journal() -> None:
    journals = ("Journal of Shores", "Sand and Wind Computing", "JSB", "The Reed Journal")
    entries = (
        f'{n}.  Roe, Jane, and Max Poe. "{title}." {journals[n % 4]} {n + 11}.{n % 4 + 1} ({n + 2001}).\n'
        for n, title in enumerate(TITLES[4:], start=1)
    )
    found = facts("References\n\n" + "\n".join(entries))
    assert found == [(title, journals[n % 4], n + 2001) for n, title in enumerate(TITLES[4:], start=1)]


def test_all_between_a_quoted_title_and_its_year_is_the_place_whatever_its_letters_and_remarks_are_none() -> None:
    places = {
        "Shore studies (2017).": ("Shore studies", 2017),
        "Shore studies 42.2 (2019): 862-868.": ("Shore studies", 2019),
        "Annual review of sands and tides 7 (2021): 4-9.": ("Annual review of sands and tides", 2021),
        "International Meeting on Counting Gulls. Shorepress, 2016.": ("International Meeting on Counting Gulls", 2016),
        "Workshop on Quiet Water. Shorepress, Kiel, 2018.": ("Workshop on Quiet Water", 2018),
        "(2015).": (None, 2015),
    }
    behind = (
        " [pdf] (Read this first) ⭐⭐",
        " (Survey)",
        " [pdf] [code] ⭐",
        " [html] (ICES best paper finalist)",
        "",
    )
    stated = titles(random.Random("containers"), 12)
    text, wanted = "Reading roadmap\n\n", []
    for n, title in enumerate(stated):
        place, facts_of = list(places.items())[n % 6]
        text += f'[{n + 1}] Roe, Jane, Max Poe, and Ida Fox. "{title}." {place}{behind[n % 5]}\n\n'
        wanted.append((title, *facts_of))
    assert facts(text) == wanted
