"""What stands around titles on pages of plain text: people in brackets and remarks, rules, marks, heads of sheets."""

from __future__ import annotations

import random

from enrich.mentions.text.lines.rows import read_rows
from enrich.mentions.text.printed.sheets import clear_edges
from tests.mentions.text.flat.test_segments import titles

from ..test_kept_shapes import papers
from .reading import extract

TITLES = (
    "Slow erosion of clay cliffs after wet winters",
    "What limpets remember of the way home",
    "Counting herons from the air and from the ground",
    "Salt in the wells of three northern islands",
    "A census of kelp along a sheltered coast",
    "Storm beaches as archives of the last century",
    "How far sand travels between two groynes",
    "Gravel and its noise in shallow water",
    "The colour of foam at different temperatures",
    "Nests above the tide line: a second count",
)
PEOPLE = (
    "Roe and Poe",
    "Moe and others",
    "Doe, Hoe and Poe",
    "Loe",
    "Zoe et al.",
    "Fox and Orr",
    "Poe and Lee",
    "Kay and Roe",
    "Orr and others",
    "Hoe and Fox",
)
PLACES = ("Oikos", "Shore Notes", "STR")


def numbered(line: str) -> str:
    return "".join(line.format(at=at, title=title) for at, title in enumerate(TITLES))


def test_people_in_brackets_end_titles_in_front_of_what_is_said() -> None:
    said = (" Short and clear.", "", " The method is old, the data are not. https://doi.org/10.1234/shore.{at}")
    text = "THE GULL\n\n"
    for at, title in enumerate(TITLES):
        place = f", {PLACES[at % 3]}" if at % 4 else ""
        text += "" if at % 3 else f"-- No. {at + 1}, spring --\n\n"
        text += f"{title} ({PEOPLE[at]}{place}).{said[at % 3].format(at=at)}\n\n"
    found = papers(text)
    assert [paper.title for paper in found] == list(TITLES)
    assert [paper.venue for paper in found] == [PLACES[at % 3] if at % 4 else None for at in range(len(TITLES))]
    assert found[2].links[0].url == "https://doi.org/10.1234/shore.2"
    assert found[2].authors == ("Doe", "Hoe", "Poe")


def test_ends_of_citations_are_where_they_appeared() -> None:
    cited = ("Roe (1993)", "Moe & Poe (2001)", "Doe et al. (1987)", "Keating (1979)", "Hoe (1990)")
    ends = (
        "Shore Notes",
        "Oikos",
        "in Fox (ed.), Coasts of the World <- Ann presents",
        "Oikos",
        "Annals of Sand and Mud",
    )
    lines = [f"- {cited[at % 5]}, {title}, {ends[at % 5]}\n" for at, title in enumerate(TITLES)]
    found = papers("Reading list\n\nPick two of these.\n\n" + "".join(lines))
    assert [paper.title for paper in found] == list(TITLES)
    assert [paper.venue for paper in found[:2]] == ["Shore Notes", "Oikos"]


def test_marks_of_readers_are_no_part_of_titles() -> None:
    text = "What to read\n\nShores\n\n" + numbered("- {title}\n").replace("home\n", "home !!\n").replace(
        "islands\n", "islands (?)\n"
    )
    assert [paper.title for paper in papers(text)] == list(TITLES)


def test_marks_around_a_heading_are_its_frame() -> None:
    sections = ("+++ Shores +++", "+++ Birds +++")
    lists = ["".join(f"- {title}\n" for title in half) for half in (TITLES[:5], TITLES[5:])]
    found = papers(
        "What to read\n\n" + "\n".join(f"{section}\n{rows}" for section, rows in zip(sections, lists, strict=True))
    )
    assert [(paper.title, paper.section) for paper in found] == [
        (title, sections[at // 5]) for at, title in enumerate(TITLES)
    ]


def test_blanks_in_front_of_a_sign_cost_nothing() -> None:
    """Looked at once for each blank, a million of them would take longer than any test may."""
    rows = read_rows("a" + " " * 1_000_000 + "x]\n" + "a" + "[^1]" * 500_000 + "x]")
    assert [row.text[-2:] for row in rows] == ["x]", "x]"]


def test_title_that_ends_in_a_word_of_links_keeps_it_beside_a_margin() -> None:
    rows = [f"{title:<60}pdf" for title in TITLES]
    last = "What we may still learn about tides from old maps and their code"
    assert last[60:] == "code"
    assert read_rows("\n\n".join([*rows, last]))[-1].text == last


def test_identifiers_and_days_of_encyclopedias_end_entries() -> None:
    tails = (
        "",
        " JSTOR 1234567.",
        " doi:10.1234/sn.2001.77.[3]",
        " Archived from the original on 3 May 2020. Retrieved 4 June 2021.",
    )
    text = (
        "Reading list\n\nContents [hide]\n1 Shores\n2 Islands\n3 Notes\n\nShores[edit]\nPapers everyone should read.\n"
    )
    for at, title in enumerate(TITLES):
        text += f'Roe, Jane; Poe, Max (20{10 + at}). "{title}". Shore Notes. {at + 3} (2): 11–29.{tails[at % 4]}\n'
    found = papers(text + "\nIslands[edit]\n\nNotes[edit]\n")
    assert [(paper.title, paper.venue) for paper in found] == [(title, "Shore Notes") for title in TITLES]
    assert [link.url for link in found[2].links] == ["https://doi.org/10.1234/sn.2001.77"]


def test_heads_of_sheets_with_one_blank_beside_the_number_are_edges() -> None:
    heads = (
        "ROE et al.: A REVIEW OF SHORES 41",
        "42 NOTES ON SHORES AND ISLANDS, VOL. 3",
        "ROE et al.: A REVIEW OF SHORES 43",
    )
    lines = [f"line {at} of the references" for at in range(90)]
    for at, head in zip((10, 40, 70), heads, strict=True):
        lines[at] = head
    assert clear_edges("\n".join(lines))[1] == {11, 41, 71}
    assert clear_edges("\n".join(f"A title of some words in part {at}\nJane Roe\n" for at in range(9)))[1] == set()


def test_few_codes_are_list_markers_beside_many() -> None:
    text = "".join(f"PL.{at} {title}\nA. Roe, B. Poe\n\n" for at, title in enumerate(TITLES[:3], start=1))
    text += "".join(f"T1.{at} {title}\nA. Roe, B. Poe\n\n" for at, title in enumerate(TITLES[3:], start=1))
    assert [paper.title for paper in papers(f"ABSTRACTS\n\n{text}")] == list(TITLES)


def test_places_with_stops_in_brackets_are_read_with_the_people_in_front_of_them() -> None:
    venues = ("Shore Resour. Res.", "Comput. Shor.", "Nature", "Shore Resour. Res.", "Comput. Shor.")
    lines = [
        f"     * {title} ({name} et al., {venue} 201{n})"
        for n, (title, name, venue) in enumerate(zip(TITLES, ("Roe", "Poe", "Moe", "Doe", "Hoe"), venues, strict=False))
    ]
    lines.append("     * Counting the sand of a cold beach (Roe, preprint 2018)")
    found = papers("   Some papers that we read.\n\nShores\n\n" + "\n".join(lines))
    assert [paper.title for paper in found] == [*TITLES[: len(lines) - 1], "Counting the sand of a cold beach"]
    assert [paper.venue for paper in found[:-1]] == list(venues[: len(lines) - 1])


def test_lists_of_names_titles_and_links_keep_lines_with_remarks_in_front_small_names_and_stops() -> None:
    stated = [f"{title} and What They Leave Behind for the Boats" for title in titles(random.Random("links"), 40)]
    fronts = {3: "(our work) ", 9: "(with a demo) ", 30: "(teaser) "} | dict.fromkeys((17, 18, 19), "(Shore Lab) ")
    names = {5: "van Dijk & Patel, ", 12: "de Greef et al., ", 21: "van Dijk et al., "}
    whole = dict(enumerate(stated)) | {25: "A counting of gulls in the harbours that were closed for all of the winter"}
    page = "Learning on Shores\n\n"
    for n, title in whole.items():
        front = fronts.get(n, names.get(n, f"{('Roe', 'Poe', 'Okafor')[n % 3]} et al., "))
        sign = "." if n == 25 else " ," if n % 7 == 0 else ","
        page += f"{front}{title}{sign} {('PDF', 'Paper', 'PDF, code')[n % 3]}\n"
    assert [mention.title for mention in extract(page).mentions] == list(whole.values())


def test_bars_without_a_blank_part_as_the_others_of_their_line_do() -> None:
    stated = titles(random.Random("bars"), 12)
    named = list(zip(stated, "Ana Ben Ida Jon Kim Lea Max Mia Noa Tim Uma Zoe".split(), strict=True))  # noqa: SIM905
    ways = ("{} | {} Roe, et al. | [ICES' 19] | [pdf]", "{} |{} Roe, et al. | [ICES' 19] |[pdf]")
    page = "Tides\n\n" + "".join(f"- {ways[at % 5 == 2].format(*pair)}\n" for at, pair in enumerate(named))
    found = [(mention.title, mention.venue, mention.authors) for mention in extract(page).mentions]
    assert found == [(title, "ICES", (f"{name} Roe",)) for title, name in named]


def test_surnames_stand_in_front_of_titles_that_a_link_ends_among_others_with_people_behind() -> None:
    names = titles(random.Random(11), 36)
    surnames = ("Ash", "Boe", "Doe", "Fox", "Hoe", "Loe", "Moe", "Orr", "Poe", "Roe")
    rows = [
        f"- {surnames[at % 10]}, {surnames[(at + 3) % 10]}, Lee. {title}. Oikos {2001 + at % 20}. [pdf]"
        if at % 3 == 0
        else f"- {title}, {surnames[at % 10]} et al., {2001 + at % 20}"
        for at, title in enumerate(names)
    ]
    assert [paper.title for paper in extract("\n".join(["Papers", "", *rows])).mentions] == names


def test_two_dashes_part_remarks_from_titles_as_one_does() -> None:
    names = titles(random.Random(4), 24)
    rows = [f"- 【Tides {2001 + at}】{title}{('', ' —— 综述', ' —— 推荐')[at % 3]}" for at, title in enumerate(names)]
    assert [paper.title for paper in extract("\n".join(["Papers", "", *rows])).mentions] == names
