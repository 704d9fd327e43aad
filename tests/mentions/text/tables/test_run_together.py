"""Tables whose cells are parted by single blanks: what stands behind titles, and beside venues. Made-up papers."""

from __future__ import annotations

import random
import textwrap

import pytest

from enrich.mentions.shapes.columns import find_header
from enrich.mentions.text.flat.edges import with_given
from tests.mentions.text.flat.test_segments import titles
from tests.mentions.text.reading import extract

VENUES = ("ICES", "Oikos", "OCEANS", "CHI")
GIVEN, FAMILIES = ("Ka", "Lu", "Mi", "Ro", "Ta", "Ve", "Yu", "Zo"), ("bers", "dahl", "kova", "mann", "roe", "tini")
MIDDLES = ("bia", "dia", "fio", "lina", "mir", "nando", "ria", "sha", "stan", "ton", "via", "win")
THIRD = ("Oluwa", "Mihai", "Khondker", "Fernando", "Worasait")
CODES = ("Torch(Author)", "-", "Flow(Author)", "Torch(Author)")


def rest(at: int, code: str) -> str:
    return f"{VENUES[at % 4]}{' (Oral)' if at % 9 == 4 else ''} {'FWF'[at % 3]} {code}"


@pytest.mark.parametrize("gap", [" ", "\t"])
def test_lines_that_begin_with_the_gap_between_cells_stand_behind_titles_that_end_in_a_break(gap: str) -> None:
    names = titles(random.Random(5), 40)
    places = ("Tides", "Tides: An Open Journal", "Journal of Shores")
    rest = [gap.join((places[at % 3], f"{2001 + at % 20}-0{1 + at % 9}", ("Code", "Soon")[at % 2])) for at in range(40)]
    rows = [f"{title}{chr(10) * (at % 7 != 0)}{gap}{rest[at]}" for at, title in enumerate(names)]
    rows = [f"Star\n{row}" if at % 3 == 1 else row for at, row in enumerate(rows)]
    head = gap.join(("Title", "Venue", "Date", "Code"))
    found = extract("\n".join(["Papers", "", head, *rows])).mentions
    assert [(paper.title, paper.venue) for paper in found] == [(t, places[at % 3]) for at, t in enumerate(names)]


def test_short_tables_of_pages_with_long_lines_have_a_row_on_each() -> None:
    chance = random.Random(3)
    names = titles(chance, 48)
    for at in (3, 6, 20, 30, 40):
        names[at] = " ".join(titles(chance, 2 if at < 10 else 4))
    lines = [f"{title} {rest(at, CODES[at % 4])}" for at, title in enumerate(names)]
    tables = [line for start in range(0, 48, 8) for line in ("", str(2024 - start // 8), "", "Title Venue Type Code",
              *lines[start : start + 8])]  # fmt: skip
    assert [paper.title for paper in extract("\n".join(["Papers", *tables])).mentions] == names


def test_words_that_headings_end_in_are_words_of_cells_and_pictures_none_of_venues() -> None:
    topics = ("Shallow Water", "Deep Water", "Brackish Water", "Cold Water", "Warm Water")
    names = [f"{title} in {topics[at % 5]} Models" if at % 8 == 2 else title
             for at, title in enumerate(titles(random.Random(9), 40))]  # fmt: skip
    rows = [
        f"{title}\t{VENUES[at % 4]}{' 🎓' * (at % 3 == 1)}\t{2001 + at % 20}\tlink" for at, title in enumerate(names)
    ]
    contents = [f"- {topic} Models" for topic in topics]
    tables = [line for at, topic in enumerate(topics) for line in ("", f"{topic} Models", "",
              "Paper\tVenue\tYear\tCode", *rows[8 * at : 8 * at + 8])]  # fmt: skip
    found = extract("\n".join(["Papers", "", *contents, *tables])).mentions
    assert [(paper.title, paper.venue) for paper in found] == list(zip(names, VENUES * 10, strict=True))


@pytest.mark.parametrize("head", ["Co-authors", "Authors", "Author list"])
def test_links_behind_venues_end_no_titles_where_two_share_a_column(head: str) -> None:
    chance, rows, truth, urls = random.Random(5), [], [], 0
    for at, title in enumerate(titles(chance, 80)):
        given = f"{chance.choice(GIVEN)}{chance.choice(MIDDLES)}"
        family = f"{chance.choice(GIVEN)}{chance.choice(MIDDLES)}{chance.choice(FAMILIES)}"
        people = f"{THIRD[at // 16]} {given} {family} et al." if at % 16 == 5 else f"{given} {family} et al."
        links = " ".join(f"[{urls + n}]{word}" for n, word in enumerate(("link", "code")[: 1 + (at % 3 == 0)], start=1))
        urls += links.count("[")
        venue = VENUES[at % 4] if at % 5 else "arxiv"
        rows.append(f"{title} {people} {venue} {2001 + at % 20} {links}")
        truth.append((title, venue, 2001 + at % 20))
    body = [part for row in rows for part in textwrap.wrap(row, 90, initial_indent="   ", subsequent_indent="   ")]
    foot = [f"{n:4}. https://shore.example.org/{n}" for n in range(1, urls + 1)]
    page = ["     Papers", "", f"   Title {head} Publication Links", *body, "", "References", "", *foot]
    found = [(paper.title, paper.venue, paper.year) for paper in extract("\n".join(page)).mentions]
    assert [stated for _, *stated in found] == [stated for _, *stated in truth]
    assert len(set(truth) - set(found)) <= 3  # nothing tells the ends of the shortest titles


@pytest.mark.parametrize(("last", "length"), [("Tides", 5), ("Estuaries", 4)])  # of another title; of none
def test_given_names_are_those_behind_words_that_other_titles_end_in(last: str, length: int) -> None:
    rows = [
        ["Slow", "Storms", "and", "Tides", "Andrea", "Roe", "et", "al."],
        ["Fast", "Rivers", "and", last, "Andrea", "Dunn", "Poe", "et", "al."],
    ]
    assert with_given(rows, [4, 4], frozenset()) == [4, length]


def test_surnames_with_others_leave_the_last_words_of_few_titles() -> None:
    names = ("Kelps of Cold Bays", "Harbour Lichen by Drone", "Sand under Winter Storms", "A Survey of Pebble Beds",
             "Quiet Birds of Estuaries", "Seal Song across Fjords", "Drift Ice near Piers", "Barnacles on Rough Stone",
             "Mudflat Worms as Records", "Lighthouse Beams and Moths",
             "Slow Growth of Corals", "Dunes with Cheap Sensors")  # fmt: skip
    people = ("Stone", "Moor", "Roe", "Poe", "Lind", "Birk", "Hult", "Berg", "Kron", "Dahl", "Falk", "Gran")
    rows = [f"{name} {family} et al. {2001 + at}" for at, (name, family) in enumerate(zip(names, people, strict=True))]
    found = extract("\n".join(["Papers", "", "Title Authors Year", *rows])).mentions
    assert [paper.title for paper in found] == list(names)


@pytest.mark.parametrize("year", ["", " Year"])
def test_words_that_others_are_called_by_end_titles(year: str) -> None:
    names = ("Growth of Beds at Dawn", "The Moth and the Rose", "Harbours Built on Clay", "Kelp in Early Summer",
             "Songs of Grace and Tide", "Life in a Dune Forest", "Worms of the Slow River",
             "Tides in Cold Bays")  # fmt: skip
    people = ("Nora Stone", "Summer Hale", "Karl Moor", "Eva Hult", "Forest Roe", "Jane Poe", "Ola Berg", "Lea Kron")
    rows = [
        f"{name} {person}, Max Lind{year and f' {2001 + at}'}"
        for at, (name, person) in enumerate(zip(names, people, strict=True))
    ]
    found = extract("\n".join(["Papers", "", f"Title Authors{year}", *rows])).mentions
    assert [paper.title for paper in found] == list(names)


def test_long_notes_above_a_table_do_not_keep_its_rows_in_one_line() -> None:
    note = " ".join(
        f"Much has been written on the pebbles of beach {at}, but little was ever compared." for at in range(4)
    )
    families = ("Stone", "Moor", "Roe", "Poe", "Lind", "Birk", "Hult", "Berg", "Kron", "Dahl", "Falk", "Gran")
    waters = (
        "Bays",
        "Drone",
        "Storms",
        "Beds",
        "Birds",
        "Fjords",
        "Piers",
        "Stone",
        "Worms",
        "Moths",
        "Corals",
        "Dunes",
    )
    names = [f"How Kelps Shape Tides in {water} and What It Means for Small Harbours" for water in waters]
    rows = [
        f"{name} Nora {families[at]}, Karl {families[-at - 1]} {('Sand Review', 'Tide Letters')[at % 2]} {2001 + at}"
        for at, name in enumerate(names)
    ]
    table = [line for row in rows for line in textwrap.wrap(row, 60)]
    notes = [part for _ in range(4) for part in (note, "")]
    found = extract("\n".join(["Notes", "", *notes, "Title Authors Venue Year", *table])).mentions
    assert [(paper.title, paper.year) for paper in found] == [(name, 2001 + at) for at, name in enumerate(names)]


def test_names_in_front_and_places_under_any_word_leave_titles_whole() -> None:
    names = titles(random.Random(12), 40)
    ends = {5: "Sand Videos", 17: "Shore Models", 30: "Wave Videos"}
    names = [f"{name} {ends[at]}" if at in ends else name for at, name in enumerate(names)]
    people = [f"{'ABCDEFGH'[at % 8]}. {GIVEN[at % 8]}{FAMILIES[at % 6]}" for at in range(60)]
    writers = [people[at] + f" and {people[at + 20]}" * (at % 4 > 0) for at in range(40)]
    rows = [
        f"20{10 + at % 12}-0{1 + at % 9} {writers[at]} {name} {'None' if at % 3 else 'Code'} {VENUES[at % 4]}2012"
        for at, name in enumerate(names)
    ]
    found = extract("\n".join(["Papers", "", "Date The First and Last Authors Title Code Reference", *rows])).mentions
    assert [(paper.title, paper.venue) for paper in found] == list(zip(names, VENUES * 10, strict=True))


def test_year_behind_words_over_columns_makes_a_title_of_them() -> None:
    found = extract("Books\n\nSand: Brute Force Dredging of Shores (2005)\nOpen Source Sand Tools (2007)\n").mentions
    assert "Open Source Sand Tools" in [book.title for book in found]


def test_words_of_columns_above_sentences_are_no_table() -> None:
    papers = {
        "Salt in the wind of wide shores": "Ana Roe",
        "Where herons wait": "Max Poe",
        "The sea at work": "Kim Doe",
    }
    items = "".join(f"- {title}. {person}. Oikos, 2021.\n" for title, person in papers.items())
    said = "Maintained by those who walk along the shore. New ones\nare added at the end, so that one finds them."
    found = extract(f"Group Reading Notes\n{said}\n\n{items}")
    assert [mention.title for mention in found.mentions] == list(papers)


def test_a_label_of_a_form_names_no_columns() -> None:
    assert find_header("PUBLICATION TITLE:") is None


def test_names_of_pictures_between_rows_end_no_table_and_whole_dates_part_links_from_the_rest() -> None:
    names = titles(random.Random(5), 42)
    ends = ("- -", "Github Local Demo", "Coming soon -", "Github Photo Album")
    days = [f"{2010 + at % 9}-{1 + at % 12:02}-0{1 + at % 9}" for at in range(42)]
    rows = [
        f"{title} {VENUES[at % 4]}{' (Oral)' * (at % 9 == 4)} {days[at]} {ends[at % 4]}"
        for at, title in enumerate(names)
    ]
    starred = ["\n".join(["Star"] * (at % 3 == 0) + [row]) for at, row in enumerate(rows)]
    tables = [line for start, topic in ((0, "Dunes"), (14, "Tides"), (28, "Reefs")) for line in (topic,
              "Title Venue Date Code Demo", *starred[start : start + 14])]  # fmt: skip
    told = [f"Silt-{at}: {title}" for at, title in enumerate(names[:8])]
    data = [f"Silt-{at} {title} Link {at}00 photographs of shores" for at, title in enumerate(told)]
    page = ["Papers on Shores", "", "Contents", "Dunes", "Tides", "Reefs", "Data", *tables]
    found = extract("\n".join([*page, "Data", "Name Paper Link Description", *data])).mentions
    assert [paper.title for paper in found[:42]] == names
    assert [paper.year for paper in found[:42]] == [2010 + at % 9 for at in range(42)]
    assert [paper.title for paper in found[42:]] == told


def test_preprints_are_a_part_of_a_list_and_name_no_columns() -> None:
    assert find_header("arXiv papers") is None
    assert find_header("Title arXiv Code") is not None


def test_entries_whose_people_end_in_commas_are_no_tables() -> None:
    people = ["Roe", "Poe", "Doe", "Moe", "Zoe", "Fox", "Orr"]
    page = "Shores\n\n" + "\n".join(
        f"{title.rstrip('?')}, {who} et al., {venue} {2001 + at} [pdf]{' [code]' * (at % 2)}"
        for at, (title, who, venue) in enumerate(
            (f"{first} {second}", people[(a + b) % 7], ("PLOS", "CRYO", "TIDE")[a % 3])
            for a, first in enumerate(("Kelp: A Census of", "Barnacle Robotics for", "Salt-Marsh Mapping under"))
            for b, second in enumerate(("Northern Forests", "Warm Estuaries", "Drifting Ice Floes", "Deep Fjords"))
        )
    )
    found = [mention.title for mention in extract(page).mentions]
    assert found[0] == "Kelp: A Census of Northern Forests"
    assert len(found) == 12
    assert all(title.split()[-1] in ("Forests", "Estuaries", "Floes", "Fjords") for title in found)


def test_what_commas_part_from_its_venue_is_no_table() -> None:
    people = ("Jane Roe, Max Poe", "Ida Fox", "Ann Doe, Tom Hale, Uma Ives", "Mia Ott, Jane Roe")
    wanted = titles(random.Random(3), 14)
    lines = [f"{title}, {people[n % 4]}, {('ICES', 'MARE')[n % 2]} {2010 + n % 9}" for n, title in enumerate(wanted)]
    found = extract("Reading group\n\n" + "\n".join(lines)).mentions
    assert [mention.title for mention in found] == wanted
    assert [mention.venue for mention in found][:2] == ["ICES", "MARE"]
    assert found[0].authors == ("Jane Roe", "Max Poe")
