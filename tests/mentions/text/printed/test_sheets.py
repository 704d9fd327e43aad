"""What printers put at the edges of the paper is left blank."""

from __future__ import annotations

import pytest

from enrich.mentions.text.printed.sheets import clear_edges

SHEETS = {
    "below one another": "3/21/24, 10:26 AM\n\nShores\n\n{}\nhttps://tides.example.org/\n\n{}/3\n\n",
    "counts in words": "Shores\n{}\nPage {} of 3\n3/21/24, 10:26 AM\n",
    "all below": "{}\n3/21/24, 10:26 AM\nShores\nfile:///home/roe/shores.html\n{}/3\n",
}


@pytest.mark.parametrize("edges", SHEETS.values(), ids=SHEETS)
def test_edges_on_lines_of_their_own_are_told_by_the_counts_among_them(edges: str) -> None:
    bodies = ("Tides at night\nSalt", "Kelp\nDunes of the north", "Gulls\nEnd")
    text = "".join(edges.format(body, number) for number, body in enumerate(bodies, start=1))
    left, _ = clear_edges(text)
    assert left.split("\n") == [line if line in "\n".join(bodies).split("\n") else "" for line in text.split("\n")]


def test_fractions_of_a_page_are_no_counts_of_sheets() -> None:
    text = "Shores\n1/2\nDunes\n1/2\nShores\n3/4\nDunes\n"
    assert clear_edges(text) == (text, set())


def test_running_heads_are_told_by_their_numbers_that_count_up() -> None:
    heads = [f"Supplement to Shores{' ' * 30}S{number}" for number in (8, 9, 10)]
    text = "".join(f"{head}\nTides at night {at}\nKelp\n" for at, head in enumerate(heads))
    left, edges = clear_edges(text)
    assert edges == {1, 4, 7}
    assert [line for line in left.split("\n") if "Shores" in line] == []


def test_numbers_in_a_column_that_do_not_count_up_are_no_running_heads() -> None:
    text = "".join(f"Low tide{' ' * 20}{number}\nKelp\n" for number in (3, 5, 8))
    assert clear_edges(text) == (text, set())


@pytest.mark.parametrize(
    ("heading", "step"),
    [
        ("\nPapers that we read in the year {}\n", 2017),
        ("{} papers of the reading group\n", 2017),
        ("\nReadings for the course, part {}\n", 1),
        ("Readings for the course, part {}", 1),
    ],
    ids=["years", "years in front", "parts", "parts of unlike length"],
)
def test_headings_that_count_sections_are_no_running_heads(heading: str, step: int) -> None:
    sizes = (20, 34, 22, 50) if not heading.startswith("\n") else (24,) * 4
    sections = (
        f"{heading.format(step + at)}\n" + "".join(f"- Tides at night {line} again\n" for line in range(size))
        for at, size in enumerate(sizes)
    )
    text = "".join(sections)
    assert clear_edges(text) == (text, set())


def test_blank_lines_around_edges_within_a_paragraph_are_none_of_the_page() -> None:
    edge = ["", "               7", "\fMeeting on Shores        Abstracts", ""]
    said = [
        "We count the gulls of nine cold winters on two coasts, and",
        "ask why they are so few. In early spring we met",
    ]
    lines = ["Gulls", "", "Jane Roe", "", *said, *edge, "nobody. There were 19.", "", "Terns", ""]
    lines += [
        "Max Poe",
        *edge,
        "We count terns.",
        "",
        *said,
        *edge,
        "Herons there and nobody else who ate of the fish.",
        "",
    ]
    blank = {number for number, line in enumerate(lines, start=1) if not line}
    _, edges = clear_edges("\n".join(lines))
    assert blank & edges == {7, 10, 24, 27}  # not those below names


BODIES = ["".join(f"Tides of {word} {'and salt ' * at}\n" for at in range(1, 25)) for word in ("ice", "sand", "foam")]


@pytest.mark.parametrize("edge", ["{}\nShores 741 - Fall 2023", "Shores 741\n{}"], ids=["head", "foot"])
def test_lone_numbers_in_the_middle_count_sheets_that_have_a_line_in_common(edge: str) -> None:
    text = "".join(f"{body}\n{edge.format(' ' * 40 + str(number))}\n\n" for number, body in enumerate(BODIES, start=1))
    left, _ = clear_edges(text)
    assert [line for line in left.split("\n") if line] == "".join(BODIES).splitlines()


@pytest.mark.parametrize("code", ["", "{}.6\n"], ids=["alone", "above codes"])
def test_lone_numbers_in_the_middle_without_such_a_line_stay(code: str) -> None:
    text = "".join(f"{body}{' ' * 40}{at}\n{code.format(at)}" for at, body in enumerate(BODIES, start=1))
    assert clear_edges(text) == (text, set())


def test_years_in_the_middle_are_no_page_numbers() -> None:
    text = "".join(f"{' ' * 36}{year}\n\nArticles\n\n{body}\n" for year, body in enumerate(BODIES, start=2017))
    assert clear_edges(text) == (text, set())


def test_heads_of_sheets_are_alike_however_far_their_parts_stand_from_each_other() -> None:
    sheets = [f"Meeting on Shores{' ' * (40 - at % 3)}May {at}, 2024\n\nTides at night {at}\n" for at in range(8, 13)]
    left, _ = clear_edges("\n\f".join(sheets))
    assert left.count("Meeting") <= 1
    assert left.count("Tides") == len(sheets)


def test_numbers_by_themselves_where_sheets_end_are_those_of_pages() -> None:
    sheets = [f"Tides at night {at}\n\nWe walk along the shore.\n\n          {at}\n\f" for at in (4, 5, 6, 8)]
    left, edges = clear_edges("".join(sheets) + "Kelp\n\n          9\n")
    assert edges == {5, 10, 15, 20, 23}
    assert left.split("\n")[5] == "Tides at night 5"


def test_heads_of_left_and_right_pages_may_count_in_numbers_that_look_like_years() -> None:
    heads = ["2011 SHORE LETTERS AND REPORTS, VOL. 7", "ROE et al.: TIDES OF THE NORTH 2012"]
    heads += ["2013 SHORE LETTERS AND REPORTS, VOL. 7", "ROE et al.: TIDES OF THE NORTH 2014"]
    text = "".join(f"{head}\n" + "Tides at night, and what they leave\n" * 24 for head in heads)
    assert clear_edges(text)[1] == {1, 26, 51, 76}
    alone = text.replace(heads[1][:-5], heads[0][5:]).replace("2011 ", "").replace("2013 ", "")
    assert clear_edges(alone) == (alone, set())


@pytest.mark.parametrize("heads", [("Annual", "Annual"), ("European", "Asian")])
def test_headings_of_meetings_with_their_years_are_no_heads_of_sheets(heads: tuple[str, str]) -> None:
    titles = "Tides at night, and what they leave\n" * 24
    parts = (f"{heads[year % 2]} Meeting on Shores and Tides {year}\n{titles}" for year in range(2016, 2021))
    text = "".join(parts)
    assert clear_edges(text) == (text, set())


def test_running_heads_may_skip_pages_and_stand_beside_the_talks_of_their_sheet() -> None:
    pages = [*range(4, 16), 40, 41]
    heads = [f"{page}{'SHORE 2018':>60}" if page % 2 else f"SHORE 2018{page:>60}" for page in pages]
    talks = [f"{' ' * (at % 2 * 50)}T-{at} – T-{at + 2}" for at in range(len(pages))]
    body = "Tides at night\nKelp\n"
    text = "".join(f"{head}\n{talk}\n\n{body}" for head, talk in zip(heads, talks, strict=True))
    left, _ = clear_edges(text)
    assert [line for line in left.split("\n") if line and not line.startswith(("Tides", "Kelp"))] == []
