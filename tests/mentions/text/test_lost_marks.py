"""Lists whose marks were lost when they became plain text: what stood in links, in bold or in italics is told by what
stands around it, and by what the other entries have there. Papers, people and journals are made up."""

from __future__ import annotations

import pytest

from enrich.documents.shape import kind_of_text
from enrich.mentions import extract
from enrich.records import Document, Mention

TITLES = (
    "Salt Marsh Growth behind Old Dikes",
    "How the Tide Sorts Its Pebbles",
    "Drift Wood and the Sand below: A Record",
    "Measuring Foam on Northern Beaches",
    "Dune Grass after Long Storms",
    "Counting Gulls from a Moving Boat",
)


def mentions(text: str) -> tuple[Mention, ...]:
    return tuple(extract(Document("list", "list", kind_of_text(text), text, "", len(text))).mentions)


def listed(*forms: str, sign: str = "• ") -> str:
    entries = [forms[at % len(forms)].format(title) for at, title in enumerate(TITLES)]
    return "Shores\n\n" + "\n\n".join(sign + entry for entry in entries)


PAGES = {
    "a volume and a page behind the journal, dashes in front of links": listed(
        "Roe et al. (2018): {}, Shore J. 12, 345 — shelf · arXiv",
        "Poe & Doe (2019): {}, Sands 7, L12 — shelf",
        "Moe (2017): {}, Ann. Tides 31, 8 — shelf · arXiv — see also the map",
    ),
    "families with their initials and nothing behind": listed(
        "Roe M. et al. {}. Shore J. 2019.",
        "Poe J. & Doe-Moe A.B. {}. Sands 2018.",
        "Loe RT {}. Ann. Tides 1966.",
    ),
    "preprints in front of their numbers": listed(
        "M. Roe and J. Poe, {}, preprint (2016), arXiv:1603.03016.",
        "J. Poe, A. Doe and M. Roe, {}, Shore J. 12 (2017), 345–367.",
        sign="- ",
    ),
    "bars in front of links that not all have": listed(
        *["{}, Sands 2023 · paper", "{}, Shore J. 2021 · paper"] * 2,
        "{}, Am. J. Tides 2022 · paper · code",
        "{}, Sands 2022 · paper",
    ),
    "what they are in brackets, and years not known": "Shores\n\n"
    + "\n\n".join(
        f"• {year} · {venue} · {title} {mark}"
        for (year, venue, mark), title in zip(
            [("2018", "SAND", ":anchor: (!)"), ("???", "TIDE", "(!)"), ("2019", "SAND", ":anchor:")] * 2,
            TITLES,
            strict=True,
        )
    )
    + "".join(f"\n\n• 2020 · SAND · {title} at Night (!)" for title in TITLES),
    "cells with several entries": "Shores\n\nAsk\tabout\tRemarks\n"
    + "\n".join(
        f"Ana\tRoe & Poe: {first}, Shore J. 12 (2018) dos Doe et al.: {second}, preprint"
        f" Moe: {third}, Sand Stud. 7 (2019)\t"
        for first, second, third in (TITLES[:3], TITLES[3:])
    ),
    "marks of footnotes": listed("{}[^1]\n  A. Roe, M. Poe\n  Sands, 2018", "{}\n  L. Doe, A. Roe\n  Shore J., 2017"),
    "a table with remarks in brackets": "Shores\n\nDate\tWho\tPaper\tJournal\n"
    + "\n".join(
        f"{at + 10}.04.\tAna\tRoe et al. (2018), {title}{' (cont. from last time)' if at > 1 else ' + code'}\tSands"
        for at, title in enumerate(TITLES)
    ),
}


@pytest.mark.parametrize("page", PAGES)
def test_titles_end_where_their_marks_ended(page: str) -> None:
    found = [mention.title for mention in mentions(PAGES[page])]
    assert [title for title in found if title and not title.endswith("at Night")] == list(TITLES)


def test_journals_with_volume_and_page_alone_are_venues_of_years_in_front() -> None:
    found = mentions(PAGES["a volume and a page behind the journal, dashes in front of links"])
    assert [(mention.venue, mention.year) for mention in found[:3]] == [
        ("Shore J.", 2018),
        ("Sands", 2019),
        ("Ann. Tides", 2017),
    ]


def test_years_in_brackets_that_begin_lines_stay_apart_from_volumes() -> None:
    pages = "\n".join(f"  * J. Roe, {title}, Journ. Shores 12\n    (2017), 345-367." for title in TITLES)
    found = mentions(f"Shores\n\n{pages}\n")
    assert [(mention.title, mention.venue, mention.year) for mention in found] == [
        (title, "Journ. Shores", 2017) for title in TITLES
    ]


@pytest.mark.parametrize("remark", ["Code: https://example.org/{}", "Comment: a fine paper on waves {}"])
def test_remarks_with_a_colon_behind_years_are_no_entries(remark: str) -> None:
    rows = [f"Roe et al.: {title} (2019) {remark.format(at)}" for at, title in enumerate(TITLES)]
    found = mentions("\n".join(rows))
    assert [mention.line for mention in found] == list(range(1, len(TITLES) + 1))
    assert all(len(mention.links) == remark.count("://") for mention in found)
