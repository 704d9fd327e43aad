"""Tables where no column is called that of the people, or of the titles: both stand in one cell, or are told by all."""

from __future__ import annotations

import pytest

from enrich.mentions.text.drawn.heights import find_rests
from tests.mentions.text.reading import extract, fold, found_papers
from tests.mentions.text.test_shapes import PEOPLE, TITLES

PLACES = ("Shore Lett.", "Acta Dunae", "preprint")
INITIALED = [f"{name.split()[-1]} {name[0]}.B., Poe M." for name in PEOPLE]
GIVEN = "Ana Bo Cy Di Eli Fay Gus Hal Ivy Jan Kit Lea Mia Ned Ole".split()  # noqa: SIM905
OTHERS = [f"{name.split()[-1]} et al." for name in PEOPLE]


def _titles(text: str) -> list[str]:
    return [title for _, title in found_papers(text)]


@pytest.mark.parametrize("people", [INITIALED, OTHERS])
def test_people_behind_titles_in_a_cell_are_no_part_of_them(people: list[str]) -> None:
    rows = [
        f"{('bulk', '—', 'various')[n % 3]}\t{('XRD', 'own code')[n % 2]}\t{title} {names}\t{PLACES[n % 3]}"
        f"\t{2010 + n}\tno"
        for n, (title, names) in enumerate(zip(TITLES, people, strict=True))
    ]
    text = "\n".join(["Shelf", "", "System\tCode / probe\tWhat, who\tJournal\tYr\tData?", *rows, ""])
    assert _titles(text) == list(map(fold, TITLES))
    assert [mention.year for mention in extract(text).mentions] == [2010 + n for n in range(len(TITLES))]
    assert {mention.venue for mention in extract(text).mentions} <= set(PLACES)


@pytest.mark.parametrize("sign", [", ", " by ", " — "])
@pytest.mark.parametrize("people", ["{0} et al.", "{0}, {1}."])
def test_people_behind_a_sign_take_no_words_of_titles(people: str, sign: str) -> None:
    names = [people.format(name.split()[1], name[0]) for name in PEOPLE]
    rows = [f"{title}{sign}{name}\t2019" for title, name in zip(TITLES, names, strict=True)]
    found = extract("\n".join(["Title\tYear", *rows, ""])).mentions
    assert [mention.title for mention in found] == list(TITLES)


@pytest.mark.parametrize("end", ["in the U.S.", "and A.I."])
def test_abbreviations_at_the_ends_of_titles_are_no_people(end: str) -> None:
    titles = [f"{title.rstrip('?')} {end}" for title in TITLES]
    found = extract("\n".join(["Title\tYear", *(f"{title}\t2019" for title in titles), ""])).mentions
    assert [fold(mention.title) for mention in found] == list(map(fold, titles))


def test_venues_behind_others_in_the_cell_of_a_title_are_venues() -> None:
    rows = [
        f"{title} {names}, {('TIDE', 'DUNES', 'SHORE')[n % 3]}\tMay {2010 + n}\tpaper"
        for n, (title, names) in enumerate(zip(TITLES, OTHERS, strict=True))
    ]
    text = "\n".join(["Shelf", "", "Paper\tDate\tLinks", *rows, ""])
    assert _titles(text) == list(map(fold, TITLES))
    assert {mention.venue for mention in extract(text).mentions} == {"TIDE", "DUNES", "SHORE"}


def test_names_of_columns_may_have_several_lines_below_a_rule() -> None:
    widths = (9, 9, 72, 12, 6)
    rule = "  " + " ".join("-" * width for width in widths)

    def line(*cells: str) -> str:
        return "  " + " ".join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True))

    body = [
        part
        for n, title in enumerate(TITLES)
        for part in (
            line("bulk", "XRD", title, PLACES[n % 3], str(2010 + n)),
            line("", "", f"({INITIALED[n]})", "", ""),
            "",
        )
    ]
    names = [line("System", "Code /", "What, who", "Journal", "Yr"), line("", "probe", "", "", "")]
    text = "\n".join(
        ["Shelf", "", "  " + "-" * len(rule[2:]), *names, rule, *body[:-1], "  " + "-" * len(rule[2:]), ""]
    )
    assert _titles(text) == list(map(fold, TITLES))


def test_lines_in_brackets_below_titles_end_their_rows() -> None:
    high = [["", "Tidal Pools", ""], ["kelp", "under Warm", "2011"], ["", "Northern Seas", ""], ["", "[Roe A.]", ""]]
    low = [["sand", "Slow Light", "2012"], ["", "[Poe M., Roe A.]", ""]]
    lines = [line for n in range(8) for line in (low if n % 3 else high)]
    starts = {at for at, line in enumerate(lines) if line[1] in ("Tidal Pools", "Slow Light")}
    assert find_rests(lines) == [at not in starts for at in range(len(lines))]


def test_unknown_names_of_columns_may_be_several() -> None:
    rows = [
        f"{('own build', 'Skiff 3', 'Dory', '″')[n % 4]} {('S', 'R', 'S→R')[n % 3]} "
        f"{('TIDE', 'DUNES')[n % 2]} {2010 + n} {title} {names} {('—', 'partly')[n % 2]} pdf"
        for n, (title, names) in enumerate(zip(TITLES, OTHERS, strict=True))
    ]
    text = "\n".join(["Boats", "", "Boat S/R Where Paper Who HW Links", *rows, ""])
    assert _titles(text) == list(map(fold, TITLES))


def test_words_of_links_are_written_alike() -> None:
    titles = [*TITLES, "Counting Gulls in Drone Data", "Ferries: A Coastal Dataset"]
    rows = [
        f"{2010 + n % 9} {('TIDE', 'DUNES', 'SHORE')[n % 3]} {title}" + " link" * (n % 3 != 2)
        for n, title in enumerate(titles)
    ]
    text = "\n".join(["Shelf", "", "Year Venue Title Code", *rows, ""])
    assert _titles(text) == list(map(fold, titles))


def test_given_names_before_others_are_told_by_the_ends_of_titles() -> None:
    heads = ("Slow Tides, Salt Pans and", "Counting", "Maps of", "What Storms Do to", "Twelve Years of", "The Names of")
    ends = ("Sand Dunes", "Herons", "Tidal Flats", "Kelp Forests")
    titles = [f"{head} {end}" for head in heads for end in ends]
    names = [f"{name} {PEOPLE[n % 9].split()[-1]}" for n, name in enumerate(GIVEN)]
    names[3::4] = ["Zoë Fry Moe", "Anselm Bror Orr", "Ben K.C. Ash"]
    rows = [
        f"2021-0{n % 9 + 1}-11 {title} {names[n % 15]} et.al. 21{n:02}.00011 {('null', 'link')[n % 3 == 0]}"
        for n, title in enumerate(titles)
    ]
    papers = extract("\n".join(["Shores", "", "Publish Date Title Authors PDF Code", *rows])).mentions
    assert [paper.title for paper in papers] == titles


def test_columns_of_countries_are_no_venues() -> None:
    places = ("USA", "UK", "Germany", "Japan")
    rows = [f"{title}\t{PEOPLE[n]}\t{places[n % 4]}\t{2010 + n}" for n, title in enumerate(TITLES)]
    found = extract("\n".join(["Title\tAuthors\tCountry\tYear", *rows])).mentions
    assert [(mention.title, mention.venue) for mention in found] == [(title, None) for title in TITLES]
