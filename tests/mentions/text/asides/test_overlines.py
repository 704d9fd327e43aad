"""Lines above the papers of a list in two levels: of one paper each they are part, of several the heading."""

from __future__ import annotations

import pytest

from tests.mentions.text.reading import extract

TITLES = (
    "Tidal Pools under Warming Seas",
    "Counting Gulls from Kites",
    "Grain Prices of Three Dry Centuries",
    "Slow Light in Warm Vapour",
    "Spectra of Dust around Old Stars",
    "Soil Fungi of Alpine Trees",
    "Salt Marsh Soils After Fire",
    "Harbour Seals and Their Maps",
    "Measuring Trust after Floods",
)
PLACES = ("SHORE 2019", "DUNES 2020", "ICES 2021")


@pytest.mark.parametrize("head", ["[{place}]", "{place} https://{n}.shore.example"])
def test_lines_above_several_papers_are_headings(head: str) -> None:
    said = ("", "Jane Roe, Max Moe, ")["http" in head]
    lists = ["\n".join(f"  - {said}{title}" for title in TITLES[n : n + 3]) for n in (0, 3, 6)]
    groups = [f"- {head.format(place=place, n=n)}\n{lists[n]}" for n, place in enumerate(PLACES)]
    papers = extract("\n".join(["Shores", "", *groups])).mentions
    assert [paper.title for paper in papers] == [*TITLES]
    assert [paper.heading_year for paper in papers] == [year for year in (2019, 2020, 2021) for _ in range(3)]
    assert not any(paper.links for paper in papers)


def test_lines_above_one_paper_each_that_are_alike_but_for_numbers_belong_to_it() -> None:
    rows = [
        f"- (University of Oslo) [Paper] https://shore.example/{n}\n  - Jane Roe, Max Moe, {title}, SHORE, {2010 + n}."
        for n, title in enumerate(TITLES)
    ]
    papers = extract("\n".join(["Shores", "", *rows])).mentions
    assert [paper.title for paper in papers] == [*TITLES]
    assert [[link.url for link in paper.links] for paper in papers] == [
        [f"https://shore.example/{n}"] for n in range(len(TITLES))
    ]
