"""Records as databases display them, hardly any line of which has a label."""

from __future__ import annotations

from enrich.mentions import extract
from enrich.mentions.text.records.displays import read_displays
from enrich.records import Document, DocumentKind, Extraction

TITLES = [
    "Tidal Pools under Warming Seas by Night",
    "Kelp: A Census of Northern Forests",
    "Do Limpets Remember the Way Home?",
    "Barnacles on Ferries between Cold Harbours",
    "Counting Urchins with Cheap Cameras",
    "Slow Currents and the Drift of Larvae",
    "Eelgrass as a Nursery for Young Cod",
]
PEOPLE = ["Ana Roe", "Max Poe", "Lea Moe", "Tim Doe", "Ida Loe", "Jan Noe", "Eva Zoe"]
PLACES = ["Univ. of Kiel, Germany", "Shore Lab, Norway", "Bergen College, Norway"]
JOURNALS = ["Oikos", "Marine Biology", "Oikos", "Shore Studies", "Marine Biology", "Oikos", "Shore Studies"]


def read(text: str) -> Extraction:
    return extract(Document("page", "page", DocumentKind.TEXT, text, "", len(text)))


def proceedings(demos: tuple[int, ...] = ()) -> str:
    page = ["Digital Library", "Shore 2019: Proceedings of the Shore Meeting", "Browse", "About", "Show All"]
    for number, title in enumerate(TITLES):
        if number % 2 == 0:
            kind = "demo" if number in demos else "paper"
            page += [f"SESSION: Life at the Shore, Part {'ABCD'[number // 2]}", kind]
        else:
            page += ["paper", "Open Access"]
        page += [title, PEOPLE[number], PLACES[number % 3], ",", PEOPLE[number - 1], PLACES[number % 2]]
        page += ["May 2019", f"pp {number}–{number + 8}", f"https://doi.org/10.1000/18.{number}", f"{number}7"]
        page += ["Metrics", f"Total Reads{number}5", ["PDF", "Get Access"][number % 2]]
    return "\n".join([*page, "Comments", "About the Library"])


def works(posts: int = 1) -> str:
    page = ["Jane Roe", "Biography", "I walk along the shore.", f"Employment ({posts})"]
    for place in (*PLACES, "Shore Lab: Bergen, NO")[-posts:]:
        page += [place, "2009-01 to 2014-08 | Group leader", "Show details"]
    page += [f"Works ({len(TITLES)})", "Items per page:", "50"]
    for number, title in enumerate(TITLES):
        kind = "Data set" if number == 3 else "Journal article"
        page += [title, JOURNALS[number], f"{2012 + number}-0{number + 1} | {kind}"]
        page += [f"DOI: 10.1000/18.{number}"] if number != 4 else []
        page += ["CONTRIBUTORS: " + "; ".join(PEOPLE[: number + 1]), "Source: Jane Roe", "Show details"]
    return "\n".join([*page, "Reviews (3)", "Review activity for Oikos. (3)", "Show details", "About us"])


def test_titles_stand_behind_what_comes_back_and_people_with_where_they_work_below() -> None:
    mentions = read(proceedings()).mentions
    assert [mention.title for mention in mentions] == TITLES
    assert {mention.year for mention in mentions} == {2019}
    assert [mention.authors[0] for mention in mentions] == PEOPLE
    assert [link.url for link in mentions[2].links] == ["https://doi.org/10.1000/18.2"]


def test_journals_that_come_back_and_dates_with_the_kind_stand_below_titles() -> None:
    mentions = read(works()).mentions
    assert [mention.title for mention in mentions] == TITLES
    assert [mention.venue for mention in mentions] == JOURNALS
    assert [mention.year for mention in mentions] == [2012 + number for number in range(len(TITLES))]
    assert mentions[1].authors == ("Ana Roe", "Max Poe")
    assert [mention.kind.value for mention in mentions].index("dataset") == 3


def test_what_stands_above_few_records_may_end_as_they_do() -> None:
    assert [mention.title for mention in read(works(posts=4)).mentions] == TITLES


def test_kinds_of_papers_in_one_word_may_come_back_but_twice() -> None:
    assert [mention.title for mention in read(proceedings(demos=(2, 4))).mentions] == TITLES


def test_pages_whose_lines_have_no_dates_are_no_displays() -> None:
    undated = "\n".join(line for line in proceedings().split("\n") if line != "May 2019")
    assert read_displays(proceedings()) is not None
    assert read_displays(undated) is None
