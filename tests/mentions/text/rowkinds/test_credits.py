"""Lines of authors, venue, year and site between dashes, as search engines print them below what they found."""

from __future__ import annotations

import pytest

from tests.mentions.text.reading import extract

RESULTS = """Search
Any time
[PDF] shore.example
Tidal Pools under Warming Seas
A Roe, M Poe, KL Doe - Shore Studies, 2018 - Springer
… We further discuss how tides affect the harvest of mussels, and what remains …
Save Cite Cited by 748 Related articles All 6 versions
Do Limpets Remember Homes?
L Moe - arXiv preprint arXiv:2009.01234, 2020 - arxiv.org
… The proposed walk is easy to repeat and needs no boats. Abstract …
Save Cite Cited by 8 Related articles All 2 versions
[HTML][HTML] Steel Bridges in Cold Regions: Fatigue and Repair
J Zoe, I Fox… - Proceedings of the northern …, 2011 - Natl Acad
… Bridges rust. We ask how …
Save Cite Cited by 31
[BOOK][B] The grammar of whistled speech on steep islands
T Orr - 2015 - books.example.com
Save Cite Cited by 1031 Related articles
[CITATION][C] Spectra of dust around old stars
E Ash - Oikos, 1999
Save Cite Cited by 10 Related articles
"""
FOUND = [
    ("Tidal Pools under Warming Seas", "Shore Studies", 2018),
    ("Do Limpets Remember Homes?", "arXiv", 2020),
    ("Steel Bridges in Cold Regions: Fatigue and Repair", "Proceedings of the northern", 2011),
    ("The grammar of whistled speech on steep islands", None, 2015),
    ("Spectra of dust around old stars", "Oikos", 1999),
]


def test_results_of_a_search_have_authors_and_place_between_dashes() -> None:
    found = extract(RESULTS).mentions
    assert [(mention.title, mention.venue, mention.year) for mention in found] == FOUND
    assert found[0].authors == ("A Roe", "M Poe", "KL Doe")
    assert [link.url for link in found[1].links] == ["https://arxiv.org/abs/2009.01234"]


def test_titles_right_below_such_lines_stay() -> None:
    titles = [title for title, _, _ in FOUND]
    rows = [f"{title}\nA Roe, M Poe - Oikos, 201{n} - Springer" for n, title in enumerate(titles[:3])]
    text = "\n".join([rows[0], titles[3], *rows[1:], titles[4]])
    assert {*titles} <= {mention.title for mention in extract(text).mentions}


def test_titles_right_behind_the_last_result_stay() -> None:
    own = ["Slow Light in Warm Vapour", "Soil Fungi of Alpine Trees", "Salt Marsh Soils After Fire"]
    rows = [f"{title}\nA Roe, M Poe - Oikos, 201{n} - Springer\nCited by {n}" for n, (title, _, _) in enumerate(FOUND)]
    text = "\n".join([*rows, *(f"{title}, ICES 2020" for title in own)])
    assert [*own] == [mention.title for mention in extract(text).mentions][-3:]


PEOPLE = (("Ana Roe", "Max Poe"), ("Kim Doe",), ("Lin Moe", "Ida Fox"), ("Tom Orr",))
OWN = (
    "Slow Light in Warm Vapour",
    "Soil Fungi of Alpine Trees",
    "Salt Marsh Soils After Fire",
    "Tidal Pools in Winter",
    "Do Limpets Remember Their Homes",
    "What Waves Carry to the Shore",
    "The Price of Salt in Old Towns",
    "Grammar Without Trees",
    "Robots that Fold Paper",
)


@pytest.mark.parametrize(
    ("form", "places"),
    [
        ("{0}\n{1}, {2}\n", ("CHI", "ICRA", "Journal of Shores")),
        ("- {0}\n  {1}, {2}", ("CHI", "ICRA", "Journal of Shores")),
        ("{1}, {2}\n{0}\n", ("CHI", "ICRA", "Journal of Shores")),
        ("{0}\n{1}, {2}\n", ("University of Shores", "College of Elsewhere", "Institute of Tides")),
    ],
    ids=["below", "in", "above", "affiliations"],
)
def test_places_behind_people_are_no_authors(form: str, places: tuple[str, ...]) -> None:
    rows = [form.format(title, " and ".join(PEOPLE[at % 4]), places[at % 3]) for at, title in enumerate(OWN)]
    found = [(mention.title, mention.authors, mention.venue) for mention in extract("\n".join(rows)).mentions]
    venues = [place if "CHI" in places else None for place in places]
    assert found == [(title, PEOPLE[at % 4], venues[at % 3]) for at, title in enumerate(OWN)]


def test_what_comes_again_below_one_name_is_the_venue() -> None:
    page = ""
    for n in range(16):
        alone = n % 5 == 2
        place = "Tide Stud. Discuss." if alone else f"Shore Studies, {n}, 33–46"
        people = ("Lia Ember", "Ola Finch", "Ida Gray")[n % 3] if alone else "Ana Roe, Max Poe, and Kim Doe"
        page += f"{n + 3} Nov 2023\n{TITLES_OF_SHORES[n % 4]} {n} below the Ice\n{people}\n"
        page += f"{place}, https://doi.org/10.5555/ss-{n}, 2023\nShort summary\n{SAID_OF_SHORES}\n\n"
    found = extract(page).mentions
    assert [mention.title for mention in found] == [f"{TITLES_OF_SHORES[n % 4]} {n} below the Ice" for n in range(16)]
    assert {mention.venue for mention in found} == {"Tide Stud. Discuss.", "Shore Studies"}


TITLES_OF_SHORES = ("How tidal mussels sleep", "Winter storms and herons", "Slow kelps", "A census of crabs")
SAID_OF_SHORES = (
    "We ask how mussels change from year to year, and whether anybody can tell why they do. Over three winters we "
    "counted them on two coasts and compared the counts with those of our grandparents."
)
