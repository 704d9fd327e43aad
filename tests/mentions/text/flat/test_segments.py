"""Tables whose cells run together with single blanks: many orders of columns, with names over them once, over each
section, or never."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from tests.mentions.text.invented import papers
from tests.mentions.text.reading import extract, f1, found_papers
from tests.mentions.text.styles import Paper

SITES = ["field", "two farms", "Station 8", "lab", "Grid 2015"]
# Of these, titles that share no more words than those of one field do.
FIRST = """Tides Dunes Kelp Gulls Harbours Lagoons Currents Estuaries Reefs Shoals Marshes Cliffs Sediments Larvae
Plumes Swells Eddies Deltas Beacons Moorings""".split()  # noqa: SIM905
BETWEEN = ["under", "beside", "and Their", "beyond", "as Seen from", "before", "between", "in Spite of"]
THEN = """Warming Northern Silent Brackish Drifting Crowded Ancient Narrow Shallow Migrating Restless Frozen""".split()  # noqa: SIM905
LAST = """Winters Ferries Mangroves Islands Anchors Fisheries Glaciers Storms Seasons Satellites Nurseries Terraces
Lighthouses Channels Census Rivers""".split()  # noqa: SIM905
TOOLS = ["Fortran", "Octave", "Julia", "MATLAB", "Official", "Keras", "-"]
NAMES = {
    "T": "Title",
    "A": "Authors",
    "V": "Venue",
    "Y": "Year",
    "D": "Dataset",
    "C": "Code",
    "L": "Link",
    "M": "Method",
    "K": "Topic",
}


def initials(name: str) -> str:
    given, family = name.rsplit(" ", 1)
    return f"{given[0]}. {family}"


def people(paper: Paper) -> str:
    first, *others = map(initials, paper.authors)
    return first if not others else f"{first} & {others[0]}" if len(others) == 1 else f"{first} et al."


def titles(chance: random.Random, count: int) -> list[str]:
    found: dict[str, None] = {}
    while len(found) < count:
        kinds = (chance.choice(words) for words in (FIRST, BETWEEN, THEN, LAST))
        found[" ".join(kinds)] = None
    return list(found)


def listed(seed: str) -> list[tuple[str, list[Paper]]]:
    """Papers below headings."""
    sections = papers(seed, sections=3, each=16)
    new = iter(titles(random.Random(seed), 48))
    return [(heading, [replace(paper, title=next(new)) for paper in group]) for heading, group in sections]


def cells(paper: Paper, chance: random.Random) -> dict[str, str]:
    return {
        "T": paper.title,
        "A": people(paper),
        "V": paper.venue,
        "Y": str(paper.year),
        "D": chance.choice(SITES),
        "C": chance.choice(TOOLS),
        "L": chance.choice(["PDF", "DOI"]),
        "M": paper.name if chance.random() < 0.7 else "-",
        "K": paper.topic,
    }


def table(columns: str, named: str, seed: str) -> tuple[str, list[tuple[int, str]], list[Paper]]:
    """A page with a table, `named` in each section, once or never; the place and title of each row, and the papers."""
    chance = random.Random(seed)
    lines = ["What We Read", ""]
    truth: list[tuple[int, str]] = []
    rows: list[Paper] = []
    for at, (heading, group) in enumerate(listed(seed)):
        lines += [heading, ""]
        if named == "each" or (named == "once" and not at):
            lines.append(" ".join(NAMES[column] for column in columns))
        for paper in group:
            row = cells(paper, chance)
            lines.append(" ".join(row[column] for column in columns))
            truth.append((len(lines), paper.title))
            rows.append(paper)
        lines.append("")
    return "\n".join(lines), truth, rows


@pytest.mark.parametrize("columns", ["YMTVDC", "TAVYDL", "VTAYDC", "YKTAVL", "AYTVC", "KTVYC"])
@pytest.mark.parametrize("named", ["each", "once"])
def test_run_together_table_with_names_gives_its_papers(columns: str, named: str) -> None:
    page, truth, rows = table(columns, named, f"{columns} {named}")
    assert f1(truth, found_papers(page)) >= 0.9
    if "Y" in columns:
        years = {mention.line: mention.year for mention in extract(page).mentions}
        assert sum(years.get(at) == paper.year for (at, _), paper in zip(truth, rows, strict=True)) >= 0.95 * len(truth)


@pytest.mark.parametrize("columns", ["TAVYDL", "TAVY", "YTAVL", "KTAVY"])
def test_run_together_table_without_names_gives_its_papers(columns: str) -> None:
    page, truth, _ = table(columns, "never", columns)
    assert f1(truth, found_papers(page)) >= 0.9


def test_headings_right_above_rows_without_names_are_no_papers() -> None:
    page, _, _ = table("TAVYDL", "never", "headings")
    lines = page.replace("\n\n", "\n").split("\n")
    headings = {heading for heading, _ in papers("headings", sections=3, each=16)}
    spaced = "\n".join(f"\n{line}" if line in headings else line for line in lines)
    assert not {title for _, title in found_papers(spaced)} & set(map(str.casefold, headings))


def test_signs_between_the_parts_of_rows_are_those_of_a_list() -> None:
    rows = "\n".join(f"{title}, J. Roe, The Shore, 2019" for title in titles(random.Random("a list"), 20))
    found = [mention.title for mention in extract(f"Reading\n\n{rows}\n").mentions]
    assert not any(title.endswith(",") for title in found)


def test_labels_in_brackets_are_no_part_of_titles_in_cells() -> None:
    rows = [
        "1\tJan 14\tTides\tWaves under Ice (CSR 2014)",
        "(optional) A Census of Kelp (MEPS 2007)\tRosa\tslides",
        "2\tJan 21\tSands\tDunes That Sing (JGR 2016)",
        "(optional) Grains in Warm Winds (JGR 2012)\tIvo\tslides",
        "3\tJan 28\tBirds\tGulls and Their Routes (Ibis 2011)",
        "(optional) Nests on Cliffs of Chalk (Ibis 2001)\tOlga\tslides",
    ]
    page = "\n".join(["#\tDate\tTopic\tReadings\tLead\tMaterials", *rows])
    found = [mention.title for mention in extract(page).mentions]
    assert "A Census of Kelp" in found
    assert not any("(optional)" in title for title in found)


def test_volumes_and_short_cells_are_no_part_of_venues() -> None:
    venues = ("J. Long Sea Stud.", "Int. J. Shore Water Flow", "Proc. Wet Sand Soc.", "Coast. Geol.", "Dune Lett.")
    people, basins = ("Roe et al.", "Poe & Doe", "Moe", "Fox et al.", "Orr"), ("AB", "CD", "EF", "GH")
    chance, rows = random.Random("volumes"), []
    for at, title in enumerate(titles(chance, 80)):
        volume = f" {chance.randint(10, 900)}, {chance.randint(100, 900)}" if at % 4 == 1 else ""
        basin, call = chance.choice(basins), f"{2009 + at % 7}-{1 + at % 2}"
        rows.append((title, venues[at % 5], f"{2010 + at % 9} {people[at % 4]}", f"{volume} {basin} {call}"))
    lines = "\n".join(f"{front} {title} {venue}{behind}" for title, venue, front, behind in rows)
    found = extract(f"Users\n\nYear Author(s) Title Journal Basin Call\n{lines}\n").mentions
    told = {mention.title: mention.venue for mention in found}
    assert sum(title in told for title, *_ in rows) >= 0.95 * len(rows)
    assert sum((told.get(title) or "").rstrip(".") == venue.rstrip(".") for title, venue, *_ in rows) >= 0.9 * len(rows)
