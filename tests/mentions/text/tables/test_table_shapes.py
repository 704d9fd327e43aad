"""Shapes of rendered tables that were once misread, each with the same made-up papers."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from itertools import zip_longest

import pytest

from enrich.documents.shape import kind_of_text
from enrich.mentions.shapes.columns import Column
from enrich.mentions.text.drawn.ruled import undraw
from enrich.mentions.text.flat.edges import people_lengths
from enrich.mentions.text.flat.flat import split_rows
from enrich.mentions.text.lines.rows import Row
from enrich.mentions.text.tables.cells import read_broken
from enrich.mentions.text.tables.rowcells import venue_and_year
from enrich.records import DocumentKind
from tests.mentions.text.reading import extract, fold, found_papers
from tests.mentions.text.test_shapes import PEOPLE, TITLES, VENUES, numbered

Cells = Sequence[Sequence[str]]
HOW_STUDIED = "{person}|{year}|sandy|{title}"


def rows(line: str) -> list[list[str]]:
    """The cells of each paper's row, parted by bars in `line`; `{code}` is empty in every third, `{short}` a
    dash."""
    return [
        line.format(
            n=n,
            title=title,
            person=person,
            venue=VENUES[n % 3],
            year=2010 + n,
            code="Code" if n % 3 else "",
            short=f"Dune{n}" if n % 3 else "–",
        ).split("|")
        for n, (title, person) in enumerate(zip(TITLES, PEOPLE, strict=True), start=1)
    ]


def padded(names: str, table: Cells, gap: str = "  ") -> str:
    """Columns as wide as their widest cells."""
    lines = [names.split("|"), *table]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        gap.join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines
    )


def folded(names: str, table: Cells, widths: Sequence[int]) -> str:
    """Columns of fixed widths, in which cells go on below."""
    lines = []
    for cells in [names.split("|"), *table]:
        parts = [textwrap.wrap(cell, width) for cell, width in zip(cells, widths, strict=True)]
        for line in zip_longest(*parts, fillvalue=""):
            lines.append("  ".join(part.ljust(width) for part, width in zip(line, widths, strict=True)).rstrip())
    return "\n".join(lines)


def barred(names: str, table: Cells) -> str:
    """Bars between columns, and a rule below the names that crosses them."""
    first, *rest = padded(names, table, " │ ").split("\n")
    return "\n".join([first, "".join("┼" if sign == "│" else "─" for sign in first), *rest])


def joined(names: str, table: Cells, by: str) -> str:
    return "\n".join(by.join(filter(None, cells)) for cells in [names.split("|"), *table])


def stacked(names: str, table: Cells, behind: str = "", below: str = "") -> str:
    """Each cell on a line of its own; `behind` each row, and `below` the names."""
    lines = [*names.split("|"), *[below] * bool(below)]
    for cells in table:
        lines += [*filter(None, cells), *[behind] * bool(behind)]
    return "\n".join(lines)


def sheets(text: str, size: int, head: str) -> str:
    """Sheets of `size` lines, each with its number below and the head of the next one behind a form feed."""
    lines = text.split("\n")
    parts = ["\n".join(lines[at : at + size]) for at in range(0, len(lines), size)]
    return "".join(f"{part}\n\n{number}\n\f{head}\n\n" for number, part in enumerate(parts, start=1))


NUMBERED = rows("{n}|{title}|{venue} {year}|{code}")
CREDITED, BELOW = rows("{title}|{person}, Zoe Lee|{venue} {year}"), "{}\n{}\t{}\tRead twice"
CITED = "{n}|{title}|{person}, Lin Kay|{venue} {year}"
WITH_NAMES = rows("{short}|{title}|{venue}|{year}")
PAGES = {
    "padded, numbers in front": "Shores\n\n" + padded("#|Paper|Venue|Code", NUMBERED),
    "padded, dashes in empty cells": "Shores\n\n"
    + padded("Name|Paper|Venue|Code", rows("{short}|{title}|{venue} {year}|{code}")),
    "padded, names and links missing in many rows": "Shores\n\n"
    + padded("Name|Paper|Venue|Code", rows("{short}|{title}|{venue} {year}|{code}")).replace("–", " "),
    "padded, tables of one row or two, headings right above": "Shores\n\n"
    + "\n".join(
        f"{heading}\n" + padded("Year|Paper|Journal", rows("{year}|{title}|{venue}")[first:last])
        for heading, first, last in (("Sand", 0, 1), ("Salt", 1, 3), ("Wind", 3, 4), ("Dunes", 4, 10))
    ),
    "padded, without names, numbered": "Shores\n\n"
    + padded("||||", rows("{n}.|{title}|{person}|{venue} {year}|{code}")),
    "padded, two columns without names": "Shores\n\n" + padded("|", rows("{venue} {year}|{title}")),
    "between tabs, dashes in empty cells": "Shores\n\n"
    + joined("Name|Paper|Venue|Code", rows("{short}|{title}|{venue} {year}|{code}"), "\t"),
    "padded by one blank at least": "Shores\n\n"
    + padded("Year|Name|Paper|Where|Links", rows("{year}|Dune{n}|{title}|{venue}|{code}"), " "),
    "padded and folded, a blank line below the names": "Shores\n\n"
    + folded("Title|Authors|Venue|Year", rows("{title}|{person} et al.|{venue}|{year}"), (28, 8, 9, 4)).replace(
        "Year\n", "Year\n\n", 1
    ),
    "bars, none around them": "Shores\n\n" + barred("Year|Title|Journal", rows("{year}|{title}|{venue}")),
    "a number sign over numbers, run together": "Shores\n\n" + joined("#|Paper|Venue|Code", NUMBERED, " "),
    "numbers in front, between tabs": "Shores\n\n" + joined("No.|Paper|Venue|Code", NUMBERED, "\t"),
    "between tabs, people below the titles in their cells, two tables": "Shores\n\nSands\n"
    + joined("Paper|Venue|Notes", [[BELOW.format(*cells)] for cells in CREDITED[:6]], "\t")
    + "\nRocks\n"
    + joined("Paper|Venue|Notes", [[BELOW.format(*cells)] for cells in CREDITED[6:]], "\t"),
    "a cell a line, dashes in empty ones": "Shores\n"
    + stacked(
        "Venue|Year|Title|Artifact",
        [cells if cells[3] else [*cells[:3], "-"] for cells in rows("{venue}|{year}|{title}|{code}")],
    ),
    "a cell a line, none for empty ones": "Shores\n\n" + stacked("#|Paper|Venue|Code", NUMBERED),
    "a cell a line, two tables, a heading right below the first": "Shores\n\n"
    + stacked("Year|Title|Journal", rows("{year}|{title}|{venue}")[:5])
    + "\nSands\nPapers on sands, newest first.\n"
    + stacked("Year|Title|Journal", rows("{year}|{title}|{venue}")[5:]),
    "a cell a line, blank lines between rows, descriptions": "Shores\n\n"
    + stacked(
        "Paper|Summary|Venue|Code", rows("{title}|Finds what gull number {n} ate.|{venue} {year}|{code}"), "\n", "\n"
    ),
    "a cell a line, authors below titles": "Shores\n\n"
    + stacked("Paper|Venue|Year|Code", rows("{title}|{person} and Zoe Lee|{venue}|{year}|{code}"), "", " "),
    "run together and wrapped, over the ends of sheets": "Shores\n\n"
    + sheets(
        "Year Title Journal\n"
        + "\n".join(
            textwrap.fill(" ".join(cells), 48, break_on_hyphens=False) for cells in rows("{year}|{title}|{venue}")
        ),
        4,
        "shore-papers",
    ),
    "surnames behind titles, run together": "Shores\n\n"
    + joined(
        "Title|Authors|Coast|Published in|Link",
        [
            [title.capitalize(), names, ("North", "South")[n % 2], f"{venue} {year}", "PDF"]
            for n, (title, names, venue, year) in enumerate(
                zip(
                    TITLES,
                    ("Roe et al.", "Poe and Doe", "Moe", "Zoe et al.", "Fox et al.") * 2,
                    [VENUES[n % 3] for n in range(1, 11)],
                    range(2011, 2021),
                    strict=True,
                )
            )
        ],
        " ",
    ),
    "no column called one of titles, people and venues below the titles, broken cells": "Shores\n\n"
    + joined("No.|Reference|Links", [["{}\t{}\n{}\n{}\tPDF".format(*c)] for c in rows(CITED)], "\t"),
    "no column called one of titles, citations between bars, a short table each": "Shores\n\n"
    + "\n\n".join(
        joined("#|What to read|PDF", rows("{n}|{person}, Lin Kay. {title}. {venue}, {year}.|PDF")[at : at + 2], " | ")
        for at in range(0, 10, 2)
    ),
    "run together, people below the titles in their cells": "Shores\n\n"
    + joined("Teaser|Paper|Venue|Links", rows("{title}\n{person}, Zoe Lee|{venue} {year}|Paper"), " "),
    "run together, numbers in front, one author and a note below the titles in their cells": "Shores\n\n"
    + joined(
        "#|Paper|Venue|Year", rows("{n}|{title}\n{person}\nIt is number {n}, which {short} liked.|{venue}|{year}"), " "
    ),
    "run together, years in front, people below the titles in their cells": "Shores\n\n"
    + joined("Year|Title|Venue|Links", rows("{year}|{title}\n{person} et al.|{venue}|PDF · BibTeX"), " "),
    "run together, names or hyphens in front, two tables": "Shores\n"
    + "".join(
        f"\n\n{heading}\n\n" + joined("Method|Title|Venue|Year", [[c[0].replace("–", "-"), *c[1:]] for c in part], " ")
        for heading, part in (("Sand", WITH_NAMES[:5]), ("Salt", WITH_NAMES[5:]))
    ),
    "labels between numbered rows": "Shores\n\n"
    + joined("#|Paper|Venue|Code", [["Rocks"], *NUMBERED[:5], ["Sands"], *NUMBERED[5:]], " "),
}


@pytest.mark.parametrize("shape", PAGES)
def test_table_gives_its_titles_and_nothing_else(shape: str) -> None:
    assert sorted(title for _, title in found_papers(PAGES[shape])) == sorted(map(fold, TITLES))


@pytest.mark.parametrize("shape", [shape for shape in PAGES if not shape.startswith("surnames")])
def test_table_gives_venue_and_year(shape: str) -> None:
    stated = {(mention.venue, mention.year) for mention in extract(PAGES[shape]).mentions}
    assert stated == {(VENUES[n % 3], 2010 + n) for n in range(1, 11)}


def test_names_and_years_in_front_of_titles_are_no_part_of_them() -> None:
    others = (" et al.", "", " and Kay", " et al.", "") * 2
    table = [
        (f"{n * 7 % 28 + 1:02} May 19", "Ines", f"{person.split()[1]}{others[n - 1]} {2010 + n}: {title}")
        for n, (title, person) in enumerate(zip(TITLES, PEOPLE, strict=True), start=1)
    ]
    idle = [("30 May 19", "-", "cancelled")] * 4
    papers = extract("Club\n\n" + barred("Date|Presenter|Paper", [*table, *idle])).mentions
    assert [(paper.title, paper.year) for paper in papers] == list(zip(TITLES, range(2011, 2021), strict=True))


@pytest.mark.parametrize(("by", "sign"), [(" | ", "; "), ("\t", " • ")])
def test_cells_of_several_titles_give_each_behind_a_blank_line_too(by: str, sign: str) -> None:
    groups = (TITLES[:3], TITLES[3:5], TITLES[5:6], TITLES[6:])
    table = [(str(n), f"{n}/6", "Dunes", sign.join(group)) for n, group in enumerate(groups, start=1)]
    page = joined("Lecture|Date|Topic|Reading", table, by).replace("Reading\n", "Reading\n\n")
    assert [paper.title for paper in extract(f"Course\n\n{page}").mentions] == list(TITLES)


def test_second_column_of_papers_holds_their_links() -> None:
    links = (["Link"], ["Link", "Link"])
    table = [[*cells, *links[n % 2]] for n, cells in enumerate(rows("{n}|{title}|{person}, Lin Kay|{venue}|{year}"))]
    papers = extract("Shores\n\n" + joined("#|Title|Authors|Venue|Year|Paper|Code", table, " ")).mentions
    assert [(paper.title, paper.authors[0]) for paper in papers] == list(zip(TITLES, PEOPLE, strict=True))


def test_list_below_names_of_columns_keeps_its_markers() -> None:
    page = "Shores\n\nMethod Paper Code\n" + "\n".join(f"- {title}" for title in TITLES)
    assert [paper.title for paper in extract(page).mentions] == list(TITLES)


@pytest.mark.parametrize(("names", "empty"), [("Year|Title", range(1, 10, 2)), ("#|Title", [3])])
def test_dashes_in_first_cells_begin_rows(names: str, empty: Sequence[int]) -> None:
    table = [("-" if n in empty else str(2010 + n), title) for n, title in enumerate(TITLES)]
    papers = extract("Shores\n\n" + joined(names, table, " ")).mentions
    assert [paper.title for paper in papers] == list(TITLES)


def test_dashes_in_cells_of_venues_are_no_venues() -> None:
    table = [(("-", VENUES[n % 3])[n % 2], title, person + ", Lin Kay") for n, title, person, _ in numbered()]
    papers = extract("Shores\n\n" + joined("Venue|Title|Authors", table, " ")).mentions
    assert {paper.venue for paper in papers} <= {None, *VENUES}
    assert venue_and_year("–") == (None, None)


def test_places_of_work_stand_behind_all_that_others_leave_out() -> None:
    places = ("Keio University", "TU Wien")
    people = [f"{person} et al." if n % 2 else person for n, person in enumerate(PEOPLE)]
    table = [(str(2010 + n), TITLES[n], people[n], places[n % 2], VENUES[n % 3]) for n in range(10)]
    papers = extract("Shores\n\n" + joined("Year|Title|Authors|Group|Journal", table, " ")).mentions
    assert [(paper.title, paper.venue) for paper in papers] == [(row[1], row[4]) for row in table]


@pytest.mark.parametrize(
    ("row", "names"),
    [
        ("Tides in the Southern Reactions V. D. Roe", 3),
        ("Tides and their Salts Jane Q. Roe", 3),
        ("Sands near the Shores N. V. Roe et al.", 5),
        ("Whatever the Gulls Carry Ana van der Poe", 4),
        ("Models of the last steps Ana Maria Poe", 3),
        ("Models of the last Dunes M. Poe", 2),
    ],
)
def test_names_behind_a_title_begin_with_a_given_name(row: str, names: int) -> None:
    others = ["Dunes and Shores as they were before the winds Kim Doe, Lin Moe"]
    lengths = people_lengths([words.split() for words in (row, *others)], reverse=True)
    assert lengths[0] == names


def test_tables_of_talks_and_rooms_name_no_papers() -> None:
    talks = [(f"{n * 7 % 28 + 1:02} May", title, "Slides") for n, title in enumerate(TITLES, start=1)]
    assert not extract("Seminar\n\n" + joined("Date|Talk|Slides", talks, "\t")).mentions


@pytest.mark.parametrize("shape", PAGES)
def test_table_is_no_markdown(shape: str) -> None:
    assert kind_of_text(PAGES[shape]) is DocumentKind.TEXT


def test_lines_without_a_number_go_on_in_numbered_rows() -> None:
    lines = [
        "1\tRocks",
        "Ana Roe\tOikos 2011",
        "2\tSands",
        "Max Poe\tIsis 2012\tRead first",
        "3\tGulls",
        "Kim Doe\tIsis 2013",
    ]
    broken = read_broken([Row([at], line) for at, line in enumerate(lines)], range(len(lines)), 4)
    assert [[text for text, _ in row.cells[1]] for row in broken] == [
        ["Rocks", "Ana Roe"],
        ["Sands", "Max Poe"],
        ["Gulls", "Kim Doe"],
    ]


def test_first_cells_may_be_broken_in_all_rows() -> None:
    lines = [
        "Ever higher tides and sands",
        "Ana Roe, Max Poe\tOikos 2011\tRead first",
        "Why do gulls sleep on rocks",
        "Kim Doe\tIsis 2013\tShort",
        "Crabs of the northern shore",
        "Lin Moe\tIsis 2014\tLong",
    ]
    broken = read_broken([Row([at], line) for at, line in enumerate(lines)], range(len(lines)), 3)
    assert [[text for text, _ in row.cells[0]] for row in broken] == [
        ["Ever higher tides and sands", "Ana Roe, Max Poe"],
        ["Why do gulls sleep on rocks", "Kim Doe"],
        ["Crabs of the northern shore", "Lin Moe"],
    ]


def test_sign_for_an_empty_cell_stands_in_no_title() -> None:
    page = padded("|||", rows("{short}|{title}|{venue} {year}|{code}")).split("\n")
    broken = "Shores\n\n" + "\n".join([*page[:2], "A short remark about sands", *page[2:]])
    assert not any("\u2012" in mention.title for mention in extract(broken).mentions)


def test_labels_between_rows_are_sections() -> None:
    sections = [mention.section for mention in extract(PAGES["labels between numbered rows"]).mentions]
    assert [(section or "").split(" > ")[-1] for section in sections] == ["Rocks"] * 5 + ["Sands"] * 5


def test_values_in_front_of_links_are_no_links_where_none_follows() -> None:
    lines = [
        f"{' '.join(cells)} {('Python', 'Julia')[n % 2]} {'GitHub' * (n in (2, 4, 6, 7, 9))}".rstrip()
        for n, cells in enumerate(rows("{title}|{venue}|{year}"))
    ]
    columns = (Column.TITLE, Column.VENUE, Column.DATE, Column.TAGS, Column.LINK)
    found = split_rows(lines, columns, 0, [""] * 10)
    assert [(cells[0], cells[3]) for cells in found] == list(zip(TITLES, ("Python", "Julia") * 5, strict=True))


def test_venue_behind_a_tag_is_not_both() -> None:
    tags, venues = ("Sand", "Rock", "Mud", "Ice", "Other"), ("Oikos", "Marine Biology", "Isis")
    lines = [
        f"{title}{more} {tags[n % 5]} {venues[(n + k) % 3]} 2019 {('Link', '-')[n % 2]}"
        for k, more in enumerate(("", " revisited", " in Winter", " and After"))
        for n, title in enumerate(TITLES)
    ]
    columns = (Column.TITLE, Column.TAGS, Column.VENUE, Column.DATE, Column.LINK)
    found = split_rows(lines, columns, 0, [""] * 40)
    assert [(cells[1], cells[2]) for cells in found[:10]] == [(tags[n % 5], venues[n % 3]) for n in range(10)]


def test_archive_in_front_of_links_is_the_venue_where_ends_of_titles_stand_before_it() -> None:
    lines = [
        f"{' '.join(cells)} {'ArXiv' if n % 2 else VENUES[n % 3]} {'paper' if n % 4 else 'paper / code'}"
        for n, cells in enumerate(rows("{year}|Roe et al. {title}"))
    ]
    columns = (Column.DATE, Column.AUTHORS, Column.TITLE, Column.VENUE, Column.LINK)
    found = split_rows(lines, columns, 2, [""] * 10)
    assert [(cells[2], cells[3]) for cells in found] == [
        (title, "ArXiv" if n % 2 else VENUES[n % 3]) for n, title in enumerate(TITLES)
    ]
    beside = [f"{title} {VENUES[n % 3]} ArXiv code" for n, title in enumerate(TITLES)]
    found = split_rows(beside, (Column.TITLE, Column.VENUE, Column.LINK), 0, [""] * 10)
    assert [cells[1] for cells in found] == [VENUES[n % 3] for n in range(len(TITLES))]


def test_padded_news_schedules_and_citations_are_no_tables() -> None:
    news = [(f"{n:02}/2020", f"Our group got grant number {n} from the sea fund.") for n in range(1, 9)]
    talks = [(f"Week {n}", f"Notes on dune number {n}", person) for n, person in enumerate(PEOPLE, start=1)]
    cited = rows("{year}|{title}. {person} and Zoe Lee. {venue}, {year}.")
    for table in (news, talks, cited):
        page = padded("|" * (len(table[0]) - 1), table)
        assert undraw(page).text == page


def test_codes_and_short_names_beside_titles_are_no_titles() -> None:
    coded = padded("Paper|Conference|Title|Authors|Type", rows("TUP0{n:02}|{venue} {year}|{title}|{person}|talk"))
    studied = folded(
        "Study|Shore|Data|Ref.|Title", rows("{person}, {year}|sandy|none|[{n}]|{title}"), (20, 10, 8, 6, 28)
    )
    for page in (coded, studied):
        assert [title for _, title in found_papers(f"Shores\n\n{page}\n")] == list(map(fold, TITLES))


def test_studies_called_by_surname_and_year_state_both() -> None:
    table = padded("Study|Shore|Title", [[f"{c[0].split()[-1]}, {c[1]}", *c[2:]] for c in rows(HOW_STUDIED)])
    papers = extract(f"Table 2. What we have read on shores and on tides of the last years.\n\n{table}\n").mentions
    assert [paper.title for paper in papers] == list(TITLES)
    assert [paper.year for paper in papers] == list(range(2011, 2021))
    assert papers[0].authors == (PEOPLE[0].split()[-1],)


def test_foot_of_a_page_with_its_last_change_is_no_paper() -> None:
    table = padded("Title|Authors", rows("{title}|{person}"))
    page = f"Shores\n\n{table}\n\nImprint | Terms of use | Last modified 2021-03-04 by A. Roe\n"
    assert [title for _, title in found_papers(page)] == list(map(fold, TITLES))


@pytest.mark.parametrize("links", ["PDF  Video  BibTeX", "PDF  Dataset  BibTeX"])
def test_links_below_items_name_no_columns_of_the_items_below_them(links: str) -> None:
    known = ("Slow tides of wide bays and what they leave behind", "A map of sand banks that nobody has drawn yet")
    titles = [f"{title} {at}" for at, title in enumerate(known * 4)]
    places = ["Journal of Shores, vol. 3, no. 5, pp. 2815-2836, 2026", "Conference on Shores and Seas (CSS), 2026"]
    items = [
        f"{title}\nA. Roe, M. Poe and K. Doe\n{places[at % 2]}\n{links if at % 3 else 'PDF  BibTeX'}\n"
        for at, title in enumerate(titles)
    ]
    assert [mention.title for mention in extract("Publications\n\n2026\n" + "\n".join(items)).mentions] == titles
