"""Tables between tabs whose names of columns are empty at their ends or within, as sheets are exported."""

from __future__ import annotations

import random

import pytest

from enrich.mentions.shapes.columns import find_header
from enrich.mentions.text.tables.untitled import name_empty
from tests.mentions.text.flat.test_segments import titles
from tests.mentions.text.reading import extract

TITLES = (
    "Measuring the Slow Growth of Lichens",
    "How rivers choose their beds in clay",
    "The Breath of Caves under Warm Rain",
    "Winds over salt lakes in the dry season",
    "On the weight of snow that birches carry",
    "A census of ferns along old railways",
    "Counting moths by the light they lose",
    "What the tide leaves on a northern beach",
)
JOURNALS = ("J Sand Biol", "Bull Sand Lett", "Shore Lett", "Ann Shore Biol")
PEOPLE = ("Ragnar", "Osei", "Lund", "Meier", "Vance", "Ito", "Prado", "Novak")


def sheet(names: str, first: str) -> str:
    lines = [
        f"{first.format(n=n)}\t{title}\t{PEOPLE[n - 1]} et al.\t{2010 + n}\t{JOURNALS[n % 4]}\t{'x' * (n % 2)}\t"
        for n, title in enumerate(TITLES, start=1)
    ]
    return "\n".join(["Table S1. Studies included", "", names, *lines])


@pytest.mark.parametrize("first", ["{n}", "{n}."])
def test_columns_without_a_name_keep_their_place(first: str) -> None:
    papers = extract(sheet("\tTitle\tFirst author\tYear\tJournal\tCode\t", first)).mentions
    assert [paper.title for paper in papers] == list(TITLES)
    assert [(paper.year, paper.venue) for paper in papers] == [(2010 + n, JOURNALS[n % 4]) for n in range(1, 9)]


@pytest.mark.parametrize("by", ["\t", " | "])
def test_blank_in_front_of_the_names_may_be_lost(by: str) -> None:
    page = sheet("Title\tFirst author\tYear\tJournal\tCode", "{n}").replace("\t", by)
    papers = extract(page).mentions
    assert [paper.title for paper in papers] == list(TITLES)
    assert [(paper.year, paper.venue) for paper in papers] == [(2010 + n, JOURNALS[n % 4]) for n in range(1, 9)]


def test_column_without_a_name_holds_what_its_cells_tell() -> None:
    papers = extract(sheet("\tTitle\tFirst author\tYear\t\t\t", "{n}")).mentions
    assert [paper.title for paper in papers] == list(TITLES)
    assert [paper.venue for paper in papers] == [JOURNALS[n % 4] for n in range(1, 9)]


def test_names_that_share_no_words_are_no_journals() -> None:
    header = find_header("Title\tYear\t")
    assert header
    cells = [[title, "2019", ("Ann Roe", "Max Poe", "Ida Low", "Jon Fay")[n % 4]] for n, title in enumerate(TITLES)]
    assert name_empty(header, cells) == header


def test_some_people_have_initials_in_front_of_the_colon() -> None:
    people = ["J. M. Roe", "Poe, Lind", "Moe, Fay, Ash", "Lind, Low, Fox", "Ekberg, Moe", "Ash", "Poe", "Fay, Roe"]
    named = enumerate(zip(people, TITLES, strict=True), start=1)
    lines = [f"{n}/9\tTopic\t{who}: {title} (ICES 20{10 + n})" for n, (who, title) in named]
    papers = extract("\n".join(["Course", "", "Date\tTopic\tReadings", *lines])).mentions
    assert [paper.title for paper in papers] == list(TITLES)
    assert papers[0].authors == ("J. M. Roe",)


def test_topics_that_share_words_are_no_journals() -> None:
    header = find_header("Title\tYear\t")
    assert header
    topics = ("Open Data", "Closed Data", "Open Code", "Closed Code")
    assert name_empty(header, [[title, "2019", topics[n % 4]] for n, title in enumerate(TITLES)]) == header


def test_references_may_be_venues_and_authors_be_called_the_first_and_last() -> None:
    places = ("Arxiv", "OCEANS2019", "ICES2021", "JOE2020")
    rows = [
        f"2020-0{n}\tA. {PEOPLE[n - 1]} and M. Poe\t{title}\tCode\t{places[n % 4]}"
        for n, title in enumerate(TITLES, start=1)
    ]
    papers = extract("\n".join(["Date\tThe First and Last Authors\tTitle\tCode\tReference", *rows])).mentions
    assert [paper.title for paper in papers] == list(TITLES)
    assert [paper.venue for paper in papers] == [places[n % 4].rstrip("0123456789") for n in range(1, 9)]
    assert papers[0].authors == ("A. Ragnar", "M. Poe")


def test_cells_of_venues_may_have_a_year_of_two_digits() -> None:
    rows = "".join(f"{n}\tICES{10 + n}\t{title}\tPDF\n" for n, title in enumerate(TITLES, start=1))
    papers = extract(f"No.\tPub.\tTitle\tLinks\n{rows}").mentions
    assert [(paper.venue, paper.year) for paper in papers] == [("ICES", 2010 + n) for n in range(1, 9)]


def test_rows_without_the_tab_of_their_empty_first_cell_keep_their_columns() -> None:
    def table(names: str, number: int) -> list[str]:
        ends = ("Code", "", "N/A")
        rows = [
            f"{'kit' * (n % 3)}\t{PEOPLE[n]}, A. {title} of {('dunes', 'ferns')[number]}. Oikos, 2019.\t{ends[n % 3]}"
            for n, title in enumerate(TITLES)
        ]
        return ["Shores" if number else "Tides", names, *(row.lstrip() for row in rows)]

    page = "\n".join([*table("Name\tPaper\tCode", 0), *table("Name\tPaper\tCode", 1), "Notes", "Paper\tComment"])
    page += "".join(f"\n{title}\t{'' if n % 2 else 'short'}" for n, title in enumerate(TITLES))
    papers = extract(page).mentions
    told = [f"{title} of {how}" for how in ("dunes", "ferns") for title in TITLES]
    assert [paper.title for paper in papers] == [*told, *TITLES]
    assert {paper.venue for paper in papers[:16]} == {"Oikos"}


def test_names_of_columns_may_say_what_their_cells_hold_besides() -> None:
    names = "Date\tMethod\tConference\tPaper Title and Paper Reading Notes (In Norwegian, By Hand)\tCode"
    rows = [
        f"2{n}-0{n}-1{n}\t{'/' if n % 2 else f'KIT{n}'}\tShore Lett {2020 + n}\t{title}\t{'' if n % 3 else f'KIT{n}'}"
        for n, title in enumerate(TITLES, start=1)
    ]
    papers = extract("\n".join([names, *rows, names, *reversed(rows)])).mentions
    assert [paper.title for paper in papers] == [*TITLES, *reversed(TITLES)]
    assert {paper.venue for paper in papers} == {"Shore Lett"}


def test_names_of_columns_may_be_in_any_language_above_columns_of_numbers_or_links() -> None:
    names = titles(random.Random(2), 12)
    rows = [f"{2001 + at}\tTides\t{name}\tJane Roe\tPDF" for at, name in enumerate(names)]
    found = extract("\n".join(["Papers", "", "Rok\tMísto\tNázev článku\tAutoři\tOdkaz", *rows])).mentions
    assert [paper.title for paper in found] == names


def test_people_stand_on_lines_of_their_own_below_titles_also_where_the_last_cell_is_missing() -> None:
    names = titles(random.Random(3), 12)
    rows = [
        f"{name}\nJane {PEOPLE[at % 8]}, Max {PEOPLE[at // 2]}\tTides'{at + 10}{chr(9) + 'dull' if at % 3 else ''}"
        for at, name in enumerate(names)
    ]
    found = extract("\n".join(["Papers", "", "Title\tVenue\tRemark", *rows])).mentions
    assert [(paper.title, paper.venue) for paper in found] == [(name, "Tides") for name in names]


def test_columns_are_known_by_names_in_other_languages_also_one_below_the_other() -> None:
    names = titles(random.Random(6), 12)
    rows = [f"{name}\nJane {PEOPLE[at % 8]} y Max {PEOPLE[at // 2]} ({2001 + at})\n{('Mareas', 'Olas')[at % 2]}"
            for at, name in enumerate(names)]  # fmt: skip
    found = extract("\n".join(["Lecturas", "", "Título", "Autores (año)", "Revista", *rows])).mentions
    assert [(paper.title, paper.venue) for paper in found] == list(zip(names, ["Mareas", "Olas"] * 6, strict=True))


@pytest.mark.parametrize("state", ["in press", "Forthcoming", "–"])
def test_short_titles_on_top_that_are_yet_to_appear_name_no_columns(state: str) -> None:
    names = ["Lichens on Lighthouses", *titles(random.Random(2), 11)]
    years = [state, *(str(2001 + at) for at in range(1, 12))]
    rows = [f"{name}\tJane Roe, Max Poe\tOikos\t{year}" for name, year in zip(names, years, strict=True)]
    assert [paper.title for paper in extract("\n".join(["Papers", "", *rows])).mentions] == names


def test_addresses_in_the_last_column_of_a_table_are_cells() -> None:
    names = titles(random.Random(5), 12)
    rows = [f"{name}\tJane Roe, Max {PEOPLE[at % 8]}\troe{at}@kiel.org" for at, name in enumerate(names)]
    found = extract("\n".join(["Papers", "", "Title\tAuthors\tContact", *rows])).mentions
    assert [paper.title for paper in found] == names
