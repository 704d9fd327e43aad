"""What an item is, told by its links, its section and its wording."""

import pytest

from enrich.mentions.items import Item
from enrich.mentions.kinds import kind_of
from enrich.mentions.links import make_link
from enrich.records import MentionKind as Kind

PAPER, CODE, SITE = "https://arxiv.org/abs/1801.00001", "https://github.com/a/b", "https://x.org/y"
CASES = [
    ("Mapping Kelp Forests by Drone", "Papers", [PAPER], Kind.PAPER),
    ("Mapping Kelp Forests by Drone", "Datasets", [PAPER], Kind.PAPER),
    ("Mapping Kelp Forests by Drone", "", [], Kind.PAPER),
    ("Mapping Kelp Forests by Drone", "", ["https://medium.com/@a/kelp"], Kind.BLOG),
    ("kelp-tools", "", [CODE], Kind.SOFTWARE),
    ("kelp-tools", "Libraries and Tools", [SITE], Kind.SOFTWARE),
    ("KelpNet dataset", "", [CODE], Kind.DATASET),
    ("KelpNet", "Datasets", [SITE], Kind.DATASET),
    ("KelpBench", "", [SITE], Kind.BENCHMARK),
    ("Mapping Kelp Forests by Drone", "Course schedule", [], Kind.PAPER),
    ("Mapping Kelp Forests by Drone", "Lectures: Mon 10:00", [], Kind.PAPER),
    ("Mapping Kelp Forests by Drone", "Data Augmentation", [SITE], Kind.PAPER),
    ("Kelp Forests of the North", "Books", [SITE], Kind.PAPER),
    ("KelpHub", "Tools for divers", [SITE], Kind.SOFTWARE),
    ("KelpHub", "Tools we use", [SITE], Kind.SOFTWARE),
    ("open kelp leaderboard", "", [SITE], Kind.LEADERBOARD),
    ("awesome-kelp", "", [CODE], Kind.LIST),
    ("KelpHub", "", [SITE], Kind.OTHER),
    ("Mapping Kelp Forests by Drone", "List of sections", [], Kind.PAPER),
    ("Mapping Kelp Forests by Drone", "", [f"{CODE}/blob/main/read/kelp%20forests.pdf"], Kind.PAPER),
    ("https://arxiv.org/abs/1801.00001", "", [PAPER], Kind.PAPER),
    ("https://github.com/a/awesome-kelp", "", ["https://github.com/a/awesome-kelp"], Kind.LIST),
]


@pytest.mark.parametrize(("title", "section", "urls", "kind"), CASES)
def test_kind_follows_the_evidence(title: str, section: str, urls: list[str], kind: Kind) -> None:
    links = [make_link(url, title) for url in urls]
    assert kind_of(Item(line=1, title=title, section=(section,) if section else (), links=links)) is kind


@pytest.mark.parametrize(
    ("url", "file", "words", "kind"),
    [
        (CODE, "LICENSE", "license", Kind.SOFTWARE),
        (SITE, "docs/manual.md", "manual", Kind.OTHER),
        (CODE, "kelp.html", "KelpTrack", Kind.PAPER),
        (CODE, "roe19.pdf", "PDF", Kind.PAPER),
    ],
)
def test_files_beside_a_project_make_no_paper_of_it(url: str, file: str, words: str, kind: Kind) -> None:
    item = Item(line=1, title="KelpTrack", links=[make_link(url, "home")], files=[make_link(file, words)])
    assert kind_of(item) is kind


@pytest.mark.parametrize("meeting", ["Lecture 3 (9/11) - Tides, part II", "Week 2: Tools", "Class 12"])
def test_what_is_read_for_a_meeting_of_a_course_is_no_lecture(meeting: str) -> None:
    read = Item(line=1, title="Mapping Kelp Forests by Drone", section=("Lectures", meeting))
    held = Item(line=1, title="Mapping Kelp Forests by Drone", section=("Lectures",))
    assert (kind_of(read), kind_of(held)) == (Kind.PAPER, Kind.BLOG)


def test_benchmark_with_a_link_to_its_paper_stays_a_benchmark() -> None:
    links = [make_link(SITE, "KelpBenchmarks"), make_link(PAPER, "paper")]
    assert kind_of(Item(line=1, title="KelpBenchmarks", links=links)) is Kind.BENCHMARK


def test_paper_about_a_dataset_stays_a_paper() -> None:
    item = Item(line=1, title="A Kelp Image Dataset", venue="ICRA", links=[make_link(CODE, "code")])
    assert kind_of(item) is Kind.PAPER


def test_list_that_asks_to_be_cited_is_a_list() -> None:
    link = make_link("https://github.com/a/awesome-kelp")
    item = Item(line=1, title="Awesome Kelp: a curated list", venue="GitHub repository", year=2021, links=[link])
    assert kind_of(item) is Kind.LIST
