"""Lines below linked titles that say where a paper is, who posted it, and what kind of paper it is."""

from __future__ import annotations

import pytest

from tests.mentions.test_kept_shapes import TITLES, papers


def _cards(line: str, names: str = "Max Poe, Ann Moe\n\n") -> str:
    return "# Shores\n\n" + "".join(
        f"### [{title}](https://arxiv.org/abs/1901.0000{at})\n\n{names}{line}\n\n" for at, title in enumerate(TITLES)
    )


@pytest.mark.parametrize(
    ("line", "venue", "year"),
    [
        ("Accepted to *ICES 2019*", "ICES", 2019),
        ("Published in [Oikos, Vol. 12, 2019](https://oikos.org)", "Oikos", 2019),
        ("To appear in *Proc. of the Sand Meeting (SM'19)*", "Proc. of the Sand Meeting", 2019),
        (
            "Published in *Proceedings of the 12th Meeting on Sand (MOS), Kiel, May 2019*",
            "Proceedings of the 12th Meeting on Sand (MOS)",
            2019,
        ),
        ("Published in [2019](https://shores.org/2019)", None, 2019),
        ("Submitted: *May 2019*", None, 2019),
        ("Submitted by [Kim Doe](https://kim.org)", None, None),
        ("Published by *Kim Doe*", None, None),
        ("Accepted by *Oikos*", "Oikos", None),
        ("Published by [Journal of Sand](https://sand.org)", "Journal of Sand", None),
    ],
)
def test_place_that_a_line_leads_to_has_its_year_and_is_no_person(
    line: str, venue: str | None, year: int | None
) -> None:
    assert [(paper.title, paper.authors, paper.venue, paper.year) for paper in papers(_cards(line))] == [
        (title, ("Max Poe", "Ann Moe"), venue, year) for title in TITLES
    ]


@pytest.mark.parametrize("kind", ["Oral", "Poster", "Preprint", "Best Paper"])
def test_kind_in_front_of_a_dash_and_a_place_is_no_author(kind: str) -> None:
    found = papers(_cards(f"*{kind}* — ICES 2019", names=""))
    assert [(paper.title, paper.authors, paper.venue, paper.year) for paper in found] == [
        (title, (), "ICES", 2019) for title in TITLES
    ]


def test_keywords_in_front_of_a_dash_and_a_place_are_no_authors() -> None:
    assert [paper.authors for paper in papers(_cards("*Sand, Silt, Rivers* — ICES 2019", names=""))] == [()] * len(
        TITLES
    )


@pytest.mark.parametrize("heading", ["Citation", "Contributing", "How to cite this list"])
def test_linked_part_about_the_page_is_no_paper(heading: str) -> None:
    more = f"### [{heading}](https://arxiv.org/abs/1905.00001)\n\nIf you use this list, please cite our survey.\n"
    assert [paper.title for paper in papers(_cards("", names="Max Poe, Ann Moe") + more)] == list(TITLES)


@pytest.mark.parametrize("below", ["Jane Roe, Max Poe\n\n", "Oikos 12 (2019)\n\n"])
def test_topics_of_papers_that_come_again_are_no_papers(below: str) -> None:
    rows = "".join(f"- [{title}](https://arxiv.org/abs/1901.0000{at})\n" for at, title in enumerate(TITLES))
    topics = ("Lakes in Spring and Fall", "Rivers of the North", "Mud under the Ice", "Birds on Bare Shores")
    text = "# Papers by topic\n\n" + "".join(f"## {topic}\n\n{below}{rows}\n" for topic in topics)
    assert [paper.title for paper in papers(text)] == list(TITLES) * len(topics)


def test_place_that_a_paper_appears_in_has_the_year_behind_its_numbers() -> None:
    places = (
        "Studies of the Shore</i> 17, No. 7, July 2014, pp. 3",
        "Sand and Silt</i> Vol 2, No. 4, May 2015, pp. 8",
    )
    entries = "".join(
        f'<p><a href="{at}.pdf"><b>{title}</b></a>. Ana Roe and Max Poe. Appears in <i>{place}.</p>\n'
        for at, (title, place) in enumerate(zip(TITLES, places * len(TITLES), strict=False))
    )
    found = papers(f"<!DOCTYPE html><html><body><h1>Readings</h1>{entries}</body></html>")
    told = [("Studies of the Shore", 2014), ("Sand and Silt", 2015)] * len(TITLES)
    assert [(paper.venue, paper.year) for paper in found] == told[: len(TITLES)]
