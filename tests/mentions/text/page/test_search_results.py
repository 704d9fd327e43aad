"""What a search of a repository has found: titles without a label above fields with one."""

from __future__ import annotations

import pytest

from tests.mentions.text.abstracts.test_reader import HOW, SAID
from tests.mentions.text.reading import extract
from tests.mentions.text.test_shapes import PEOPLE, TITLES

ORDERS = {
    "a badge above": "Preprint\n{title}\nCreator(s): {people}\nDate created: {day}\nDescription: {said}\n"
    "Provider: ShoreXiv\nLicense: No license\nURL: https://example.org/p/{n}\n\n",
    "dates first": "{title}\nPublication date: {day}\nAuthors: {people}\nServer: ShoreXiv\nSummary: {said}\n"
    "URL: https://example.org/p/{n}\n\n",
}


@pytest.mark.parametrize("order", ORDERS)
def test_fields_say_who_wrote_it_and_when_and_which_server_has_it(order: str) -> None:
    page = "SHORE PREPRINTS\nHelp\nSign Up\n\nSearch\n\nRefine your search\nCreator\nLicense\nHas data\n\n10 results\n"
    page += "Sort by: Relevance\n\n"
    for n, title in enumerate(TITLES):
        day = f"{2010 + n}-03-0{n}" + (f"   Date modified: {2012 + n}-05-0{n}" if n % 3 == 0 else "")
        people = f"{PEOPLE[n]}, {PEOPLE[n - 1]}, {PEOPLE[n - 2]}"
        page += ORDERS[order].format(title=title, people=people, day=day, said=SAID.format(how=HOW[n]), n=n)
    mentions = extract(page).mentions
    assert [mention.title for mention in mentions] == list(TITLES)
    assert {mention.kind.value for mention in mentions} == {"paper"}
    assert [mention.year for mention in mentions] == [2010 + n for n in range(10)]
    assert {mention.venue for mention in mentions} == {"ShoreXiv"}
    assert all(mention.authors[0] == PEOPLE[n] for n, mention in enumerate(mentions))
    assert all(link.url == f"https://example.org/p/{n}" for n, m in enumerate(mentions) for link in m.links)


@pytest.mark.parametrize("order", ORDERS)
def test_records_without_an_abstract_are_told_by_the_label_below_titles(order: str) -> None:
    page = "SHORE PREPRINTS\n\n"
    for n, title in enumerate(TITLES * 2):
        title = title + " Again" * (n // 10)
        shape = (
            ORDERS[order]
            if n % 4
            else "".join(line for line in ORDERS[order].splitlines(keepends=True) if "{said}" not in line)
        )
        day = f"{2010 + n % 10}-03-02" + "   Date modified: 2022-05-02" * (n % 3 == 0)
        people = f"{PEOPLE[n % 10]}, {PEOPLE[n % 7]}"
        page += shape.format(title=title, people=people, day=day, said=SAID.format(how=HOW[n % 10]), n=n)
    titles = [*TITLES, *(f"{title} Again" for title in TITLES)]
    assert [(m.title, m.year) for m in extract(page).mentions] == [(t, 2010 + n % 10) for n, t in enumerate(titles)]


@pytest.mark.parametrize(
    "posted",
    ["{n} June 20{n}, Version 2", "Version {v} - {n} June 20{n}", "v{v} ({n} June 20{n})", "Posted 2 May 20{n} · v{v}"],
)
def test_versions_say_when_a_preprint_was_posted(posted: str) -> None:
    page = "Search results\n\nSort by: Newest first\n\n"
    for n, title in enumerate(TITLES):
        page += f"Shore Science\n{title}\n{PEOPLE[n]}, {PEOPLE[n - 1]}\n{SAID.format(how=HOW[n])}\n"
        page += posted.format(n=10 + n, v=1 + n % 2) + f"\nViews {n}17  Downloads {n}9\n\n"
    assert [(m.title, m.year) for m in extract(page).mentions] == [(t, 2010 + n) for n, t in enumerate(TITLES)]


@pytest.mark.parametrize("sign", ["", "© "])
def test_press_and_year_behind_a_name_may_hold_the_sign_of_rights(sign: str) -> None:
    page = "Now showing items 1-10 of 94\n\n"
    for n, title in enumerate(TITLES):
        family, given = PEOPLE[n].split()[::-1]
        stated = f"Institute of Shores, {sign if n % 3 == 0 else ''}20{10 + n}"
        page += f"Thumbnail\n\n{title}\n{family}, {given} ({stated})\n{SAID.format(how=HOW[n])}\n\n"
    mentions = extract(page).mentions
    assert [(m.title, m.year, m.venue) for m in mentions] == [
        (title, 2010 + n, "Institute of Shores") for n, title in enumerate(TITLES)
    ]


def test_sources_state_volume_and_day_on_their_line() -> None:
    page = "Page 1 (Records 1 -- 10)\n\n"
    venues = ["REVIEW OF SHORE AND SAND", "OIKOS", "STUDIES OF TIDES AND WINDS"]
    for n, title in enumerate(TITLES):
        family, given = PEOPLE[n].split()[::-1]
        page += f"Record {n + 1} of 10\nTitle: {title}\nAuthor(s): {family}, A ({family}, {given}); Orr, T (Orr, Tom)\n"
        page += f"Source: {venues[n % 3]}  Volume: {n}  Issue: 2  DOI: 10.5555/rev.{n}  Published: OCT 20{10 + n}\n"
        page += f"Times Cited in All the Databases: {n}17\nAbstract: {SAID.format(how=HOW[n])}\nISSN: 9011-7909\n\n"
    mentions = extract(page).mentions
    assert [(m.title, m.year, m.venue) for m in mentions] == [
        (title, 2010 + n, venues[n % 3]) for n, title in enumerate(TITLES)
    ]
    assert [m.authors for m in mentions] == [(person, "Tom Orr") for person in PEOPLE]
    assert [link.url for m in mentions for link in m.links] == [f"https://doi.org/10.5555/rev.{n}" for n in range(10)]


FOUND = (
    "Mind Tides",
    "Harbour Light",
    "Kelp Watch",
    "Shore Walker",
    "Quiet Dune",
    "Salt Marsh",
    "Slow Wave",
    "Ebb Tide",
)


def test_names_in_front_of_colons_are_no_people_where_those_stand_below() -> None:
    titles = [f"{name}: How {HOW[n]} change along the coast" for n, name in enumerate(FOUND)]
    page = "About 1,840 results (0.11 sec)\n\n"
    for n, title in enumerate(titles):
        place = f"Proceedings of the 20{10 + n} Shore …, 20{10 + n} - oikos.org"
        page += f"{title}\nJ {PEOPLE[n].split()[-1]}, M Poe… - {place}\n"
        page += f"… {SAID.format(how=HOW[n])} …\nSave Cite Cited by {n}09 Related articles\n"
    assert [(m.title, m.year) for m in extract(page).mentions] == [(t, 2010 + n) for n, t in enumerate(titles)]


def test_lines_of_titles_like_names_stand_above_by_and_people() -> None:
    page = "From: shores@example.org\nSubject: New papers\n\n"
    rest = " and the Long Way to a Theory of all the\n   North Harbours"
    titles = [title + rest * (n % 3 > 0) for n, title in enumerate(TITLES)]
    for n, title in enumerate(titles):
        page += f"{n + 1}. {title}\n   by {PEOPLE[n]}, {PEOPLE[n - 1]} - #311{n:02} (SEA TID)\n\n"
        page += f"   Abstract:\n\n   {SAID.format(how=HOW[n])}\n\n"
    assert [m.title for m in extract(page).mentions] == [" ".join(title.split()) for title in titles]


def test_years_that_a_dash_parts_from_people_behind_a_by_are_kept() -> None:
    page = "Talks\n\n"
    for n, title in enumerate(TITLES):
        page += f"{title}\nby {PEOPLE[n]}, {PEOPLE[n - 1]} - ICES {2010 + n}\n\n"
    mentions = extract(page).mentions
    assert [(m.title, m.year, m.venue) for m in mentions] == [(t, 2010 + n, "ICES") for n, t in enumerate(TITLES)]
    assert [m.authors[0] for m in mentions] == list(PEOPLE)
