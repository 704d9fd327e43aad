"""Numbers that count the sections of a page."""

from __future__ import annotations

import random
import textwrap

import pytest

from enrich.mentions.text.lines.rows import Row
from enrich.mentions.text.markers.sections import unmark_sections
from tests.mentions.text.flat.test_segments import titles as names_of
from tests.mentions.text.reading import extract
from tests.mentions.text.wrapped.test_hanging import TITLES

SECTIONS = ("KELP AND SALT", "WINDS, SANDS, DUNES", "METHODS")
NAMES = ("Jane Roe", "Ann Doe", "Mia L. Ott", "Tom Hale", "Uma Ives, Jane Roe", "Karl Moe", "Kai Lund")
OTHERS = ("Labor Mobility with Wavelets", "A Survey of Learned Indexes", "Old Maps and New Roads", "Sleep and Old Age")


def test_numbers_of_sections_are_no_list_markers() -> None:
    text = "READING LIST\n\n"
    for number, section in enumerate(SECTIONS, start=1):
        text += f"\n{number}. {section}\n\n"
        for at, title in enumerate(TITLES):
            star = "* " * (at % 3 == 1)
            entry = f"{star}Roe, A. and M. Poe. 20{at}{number}. {title}. Shores 12:34-56."
            text += textwrap.fill(entry, 72, subsequent_indent="     ") + "\n"
    found = extract(text).mentions
    assert [(mention.title, mention.section) for mention in found] == [
        (title, f"{section}") for section in (found[0].section, found[5].section, found[10].section) for title in TITLES
    ]
    assert len({mention.section for mention in found}) == len(SECTIONS)


def test_numbers_of_sections_over_records_without_marks_are_no_list_markers() -> None:
    titles = [f"{word} {title}" for word in ("Late", "Deep", "Pale") for title in TITLES]
    records = [f"{title}\n{NAMES[at % len(NAMES)]}, Max Poe\nOikos, 2019" for at, title in enumerate(titles)]
    text = ""
    for at, section in enumerate(SECTIONS):
        own = records[at * len(TITLES) : (at + 1) * len(TITLES)]
        text += f"{at + 1}. {section.title()}\n\n" + "\n\n".join(own) + "\n\n"
    found = extract(text).mentions
    assert [mention.title for mention in found] == titles
    assert len({mention.section for mention in found}) == len(SECTIONS)


@pytest.mark.parametrize(("records", "marker"), [(3, ""), (1, "1.")])
def test_several_dated_rows_below_numbers_are_no_single_record(records: int, marker: str) -> None:
    rows: list[Row] = []
    for section in SECTIONS:
        rows.append(Row([len(rows)], section, marker=f"{1 + sum(bool(row.marker) for row in rows)}.", gap=1))
        for title in TITLES[:records]:
            rows += [Row([len(rows)], title, indent=4), Row([len(rows)], "Jane Roe - Oikos, 2019. [paper]", indent=4)]
    assert unmark_sections(rows)[0].marker == marker


@pytest.mark.parametrize("sign", ["•", "-", "{at}.", "[{at}]"])
def test_what_stands_in_front_of_cells_is_no_list_marker(sign: str) -> None:
    people = ("J. Roe and M. Poe", "A. Doe", "K. Ott, J. Roe, and T. Hale", "U. Ives and A. Doe", "M. Poe")
    rows = (
        f"  {sign.format(at=at)} {title}\t{names}\tJournal of Shores\t201{at}"
        for at, (title, names) in enumerate(zip(TITLES, people, strict=True), start=1)
    )
    found = extract("Reading list\n\n" + "\n".join(rows)).mentions
    assert [(mention.title, mention.year) for mention in found] == [
        (title, 2010 + at) for at, title in enumerate(TITLES, start=1)
    ]


def test_lists_with_links_behind_their_entries_keep_their_markers() -> None:
    papers = [
        ("Memory of Stone: Archives after the Flood", "Eva Holm", "CHI"),
        ("Bridges, Ferries, and the Cost of Waiting", "Eva Holm, Max Poe, Mia Ott", "Oikos"),
        ("On the Limits of Borrowed Attention", "Max Poe, Ana Roe, Tom Hale", "Journal of Marsh Studies"),
        ("Hedgerows as Corridors for Night Moths", "Li Wen, Raj Patel", "NeurIPS"),
        ("Kelp Forests Under Shifting Currents", "Kai Berg", "Journal of Marsh Studies"),
    ]
    rows = (f"* {'. '.join(paper)} 201{at}\tPDF\tBibTeX" for at, paper in enumerate(papers))
    found = extract("Publications\n\n" + "\n".join(rows)).mentions
    assert [(m.title, ", ".join(m.authors), m.venue) for m in found] == papers


def test_lists_with_people_below_their_cells_keep_their_markers() -> None:
    words = ("Night Trains", "Worn Coins", "Paper Sensors", "Street Noise", "Copper Trade", "Small Harbors")
    papers = [(f"Measuring Trust in the {word}", f"{NAMES[at]}, Max Poe") for at, word in enumerate(words)]
    rows = (f"• {title}\tCHI 201{at}\t[PDF]\n{names}\n" for at, (title, names) in enumerate(papers))
    found = extract("Publications\n\n" + "\n".join(rows)).mentions
    assert [(mention.title, ", ".join(mention.authors)) for mention in found] == papers


def test_titles_of_one_word_have_codes_as_the_others() -> None:
    titles = ["Tidal pools under seas", "Salt in the wind", "Dunes at dusk", "Herons", "Waves and piers", "Old limpets"]
    lines = (f"{'OPQ'[at % 3]}00{at + 1} {title}" for at, title in enumerate(titles))
    assert [mention.title for mention in extract("\n".join(lines)).mentions] == titles


@pytest.mark.parametrize("numbers", [(4, 3, 2, 3, 4), (6, 4, 6, 8, 10), (9, 8, 7, 6, 5)])
def test_names_with_numbers_begin_titles_and_count_nothing(numbers: tuple[int, ...]) -> None:
    ends = ("and the Price of Salt", "for Old Maps", "Reads Slow Handwriting", "Does Not Sleep", "Folds Paper")
    titles = [*(f"GPT-{number} {end}" for number, end in zip(numbers, ends, strict=True)), *OTHERS]
    assert [mention.title for mention in extract("\n".join(titles)).mentions] == titles


def test_codes_that_count_down_to_the_first_are_list_markers() -> None:
    titles = [f"{title} once more" for title in TITLES]
    lines = (f"R-{number} {title}" for number, title in zip(range(len(titles), 0, -1), titles, strict=True))
    assert [mention.title for mention in extract("\n".join(lines)).mentions] == titles


def test_codes_in_front_of_cells_are_no_list_markers() -> None:
    rows = "".join(
        f"LS{at:02}\tSea Stud.\t{2010 + at}\tRoe/Poe\t{title}\tB\t{'x' * (at % 2)}\n"
        for at, title in enumerate((*TITLES, *OTHERS), start=1)
    )
    found = extract(f"Tides\nNo.\tSource\tYear\tAuthors\tTitle\tLevel\tDone\n{rows}").mentions
    assert [mention.title for mention in found] == [*TITLES, *OTHERS]
    assert {mention.venue for mention in found} == {"Sea Stud."}


def test_years_behind_venues_count_nothing() -> None:
    lines = (f"EMNLP{2022 - at}: {title}\nJane Roe, Max Poe\n" for at, title in enumerate((*TITLES, OTHERS[0])))
    mentions = extract("\n".join(lines)).mentions
    assert [(mention.venue, mention.year) for mention in mentions] == [
        ("EMNLP", 2022 - at) for at in range(len(mentions))
    ]
    assert len(mentions) == len(TITLES) + 1


def test_long_names_with_short_numbers_begin_titles() -> None:
    titles = [f"YOLOV{at}: {title}" for at, title in enumerate((*TITLES, OTHERS[0]), start=1)]
    assert [mention.title for mention in extract("\n".join(titles)).mentions] == titles


def test_numbers_without_a_blank_behind_them_count_on_among_others() -> None:
    titles = [f"{title} {again}" for again in ("once", "twice", "no more") for title in OTHERS]
    numbers = range(52, 52 - len(titles), -1)
    glued = {4: "", 7: ""}
    lines = (
        f"{number}.{glued.get(at, ' ')}{title}\nA. Roe and M. Poe\nShore Lett. 12, 345 (20{at + 10})\n"
        for at, (number, title) in enumerate(zip(numbers, titles, strict=True))
    )
    assert [mention.title for mention in extract("\n".join(lines)).mentions] == titles


def test_numbered_sections_with_parts_right_above_records_mark_no_items() -> None:
    chance = random.Random(2)
    titles = [f"{name}: {of}" for name, of in zip(names_of(chance, 96), names_of(chance, 96), strict=True)]
    places = ("Silt: Mud, Sand, and Shores", "Oikos", "Tide Lett. Notes.")
    people, ends = ("Jane Roe, Max Poe", "Kim Doe", "Ann Marsh, Ida Bay, Tom Field"), ("", " • code", " Oral • news")
    sections = [(f"{n}. {name}", [f"{n}.{k} {part}" for k, part in ((1, f"Old {name}"), (2, f"New {name}"))])
                for n, name in enumerate(("Quiet tides", "Wide dunes", "Deep reefs", "Rivers and ice"))]  # fmt: skip
    page = "Papers on shores\n\n" + "".join("\n".join([name, *parts, ""]) for name, parts in sections) + "\n"
    records = [
        f"{title}\n{people[at % 3]}\n{places[at % 3]} ({2001 + at % 20}){ends[at // 3 % 3]}\n"
        for at, title in enumerate(titles)
    ]
    for n, (name, parts) in enumerate(sections):
        page += f"{name}\n{parts[0]}\n" + "\n".join(records[24 * n : 24 * n + 14])
        page += f"\n{parts[1]}\n" + "\n".join(records[24 * n + 14 : 24 * n + 24]) + "\n"
    found = extract(page).mentions
    assert [(paper.title, paper.year) for paper in found] == [(t, 2001 + n % 20) for n, t in enumerate(titles)]
    assert {paper.venue for paper in found[::3]} == {places[0]}
