"""Where and when a paper appeared, behind its title: journals, proceedings, words of links, names."""

from __future__ import annotations

import pytest

from enrich.mentions.entries.entry import read_entry
from enrich.mentions.entries.facts import read_rest
from enrich.mentions.entries.parts import Entry, Style
from tests.mentions.text.reading import extract

MEETING = "Proc. Tide Syst. Conf. (TSC)"
PLACE = "Proc. Conference on Salt, Sand, and Silt"
TITLE = "The slow return of the northern kelp"


@pytest.mark.parametrize(
    ("behind", "venue", "year"),
    [
        ("(2019). {t}. eTide, 63, e1038.", "eTide", 2019),
        ("(2019). {t}. Shore Biology, 202, e3475. PDF Code", "Shore Biology", 2019),
        ("(in press). {t}. Shore Biology. PDF Data", "Shore Biology", None),
        ("(2019). {t}. Shore Biology. Advance online publication.", "Shore Biology", 2019),
        ("“{t},” in Proc. Tide Syst. Conf. (TSC), Las Vegas, NV, USA, 2019, pp. 2048–2052.", MEETING, 2019),
        ("“{t},” in Proc. Tide Syst. Conf. (TSC), Oslo, Norway, Sept. 2019.", MEETING, 2019),
        ("“{t},” in Proc. Conference on Salt, Sand, and Silt, Kuala Lumpur, Malaysia, May 2019.", PLACE, 2019),
        ("“{t},” in Proc. Conference on Salt, Sand, and Silt, Apr. 2019, pp. 12–19.", PLACE, 2019),
        ("(2018), {t}, Tide Institute Working Paper 25646.", "Tide Institute Working Paper 25646", 2018),
        ("“{t},” Tide Syst. Res., to be published.", "Tide Syst. Res.", None),
        ("“{t},” 2016, submitted for publication.", None, 2016),
    ],
)
def test_citations_state_where_they_appeared(behind: str, venue: str | None, year: int | None) -> None:
    entry = read_entry(f"Roe, J., & Poe, M. {behind.format(t=TITLE)}", Style(authors_first=True, described=False))
    assert entry.title.rstrip(".") == TITLE
    assert entry.venue == venue
    assert entry.year == year


@pytest.mark.parametrize("front", ["{t} [ICES 2019] ", "“{t}” [ICES 2019] "])
@pytest.mark.parametrize("names", ["Jane Roe", "Jane Roe and Max Poe", "Jane Roe, Max Poe, Kim Doe and Jo Zoe"])
def test_names_stand_behind_tags(front: str, names: str) -> None:
    entry = read_entry(front.format(t=TITLE) + names, Style(authors_behind=True))
    assert (entry.title, entry.venue, entry.year) == (TITLE, "ICES", 2019)
    assert entry.authors[0] == "Jane Roe"


def test_words_of_links_behind_places_are_no_part_of_them() -> None:
    buttons = (
        "Paper",
        "Paper Code Project page Slides",
        "PDF Code",
        "Paper Project page",
        "Paper Dataset",
        "Paper",
        "Code",
    )
    text = "Shores\n\n" + "\n".join(
        f"{TITLE} in year {at}\nJane Roe, Max Poe\n{('ICES', 'T-RO', 'CoRL')[at % 3]} 201{at} {words}\n"
        for at, words in enumerate(buttons)
    )
    found = extract(text).mentions
    assert [(mention.title, mention.venue, mention.year) for mention in found] == [
        (f"{TITLE} in year {at}", ("ICES", "T-RO", "CoRL")[at % 3], 2010 + at) for at in range(len(buttons))
    ]


def test_what_looks_like_the_word_of_a_link_is_a_name_behind_an_initial() -> None:
    found = extract("Shores\n\n" + "".join(f"{TITLE} {at}\nT. Yu*, J. Zhou, M. Doi\nICES 2019\n\n" for at in range(9)))
    assert {mention.authors for mention in found.mentions} == {("T. Yu", "J. Zhou", "M. Doi")}


@pytest.mark.parametrize(
    ("behind", "venue", "year"),
    [
        ("Jane Roe, Max Poe, Kim Doe, Letters on Robotics (2019).", "Letters on Robotics", 2019),
        ("Jane Roe, Max Poe and Kim Doe, ICES", "ICES", None),
        ("Jane Roe, Max Poe, S-TL (2019)", "S-TL", 2019),
        ("Jane Roe, Max Poe, Kim Doe, arXiv preprint.", "arXiv", None),
    ],
)
def test_behind_the_last_comma_of_several_names_stands_where_they_wrote(
    behind: str, venue: str, year: int | None
) -> None:
    found = extract(f"Shores\n\n- {TITLE}, of salt, and of sand, {behind}").mentions[0]
    assert (found.title, found.venue, found.year) == (f"{TITLE}, of salt, and of sand", venue, year)


@pytest.mark.parametrize(
    ("behind", "people", "venue"),
    [
        ("Jane Q. Roe, Max Poe, ICES, 2019. code", ("Jane Q. Roe", "Max Poe"), "ICES"),
        ("Jane Roe, Max Poe, and Kim Doe, ICES (2019).", ("Jane Roe", "Max Poe", "Kim Doe"), "ICES"),
        ("Lawrence Roe, Sea Letters (2019). A note on it.", ("Lawrence Roe",), "Sea Letters"),
    ],
)
def test_people_with_a_place_and_its_year_behind_a_comma(behind: str, people: tuple[str, ...], venue: str) -> None:
    entry = Entry(title=TITLE)
    read_rest(behind, entry)
    assert (entry.authors, entry.venue, entry.year) == (people, venue, 2019)


@pytest.mark.parametrize("people", ["R. L. Roe, T. Poe, L. Carmoe", "H. Roe, T. DeMoe, J. McPoe, W. Doe"])
def test_initials_behind_a_short_title_are_those_of_its_people(people: str) -> None:
    entry = read_entry(f"Distributed Tide Gauging, {people}, SIGTIDE 1984", Style())
    assert (entry.title, entry.venue, entry.year) == ("Distributed Tide Gauging", "SIGTIDE", 1984)
    assert ", ".join(entry.authors) == people


@pytest.mark.parametrize("people", ["C. Q. Roe", "C. Roe, M. Poe", "J. Domínguez-Roe, A. Poe, K. v. Moe"])
@pytest.mark.parametrize("place", ["_Wet Salt_. [paper] [SI] [code]", "*Wet Salt*", "Wet Salt. [SI]", "Wet Salt."])
def test_place_behind_people_and_their_year_is_a_sentence(people: str, place: str) -> None:
    entry = read_entry(f"“{TITLE}”. {people}. 2015. {place}", Style(quoted=True))
    assert (entry.title, entry.venue, entry.year) == (TITLE, "Wet Salt", 2015)
    assert len(entry.authors) == people.count(",") + 1


@pytest.mark.parametrize(
    ("line", "people", "venue"),
    [
        ("J. Roe, M. Poe; J. Wet Salt A; 2015", 2, "J. Wet Salt A"),
        ("J. Roe; Salt Sci.; 2015", 1, "Salt Sci."),
        ("B. Moe, O. A. v. Roe; J. Salt. Phys.; 2015", 2, "J. Salt. Phys."),
        ("Jane Roe; Max Poe; 2015", 2, None),
    ],
)
def test_place_between_semicolons_behind_people_is_none_of_them(line: str, people: int, venue: str | None) -> None:
    page = "\n\n".join(f"How {thing} Sleep below the Ice\n{line}" for thing in ("Mussels", "Herons", "Kelps", "Crabs"))
    found = extract(f"Papers\n\n{page}\n").mentions
    assert [(paper.venue, paper.year, len(paper.authors)) for paper in found] == [(venue, 2015, people)] * 4
