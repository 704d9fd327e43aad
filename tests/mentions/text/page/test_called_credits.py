"""Lines of people above titles, with what their work is called in front."""

from __future__ import annotations

import pytest

from tests.mentions.text.reading import extract

PAPERS = (
    ("TideNet", "Ana Roe, Max Poe", "TideNet: Slow Currents of Deep Lagoons"),
    ("", "Kim Doe, Lin Moe, Jo Fox", "Mussel Beds Count What the Storm Leaves Behind"),
    ("Sand-SORT", "Ed Kay", "How Mangroves Warm in Winter"),
    ("KelpMix, KelpMax", "Ida Holm, Per Berg", "Salt on the Wings of Terns"),
    ("", "Ove Vik, Siv Dahl", "A Census of Ferns along Old Railways"),
    ("D3S", "Eva Lund, Jan Ely", "Winds over Salt Lakes in the Dry Season"),
)


@pytest.mark.parametrize("stop", [".", ""])
@pytest.mark.parametrize("behind", [" ICES (2019). [paper] [code]", " ICES 2019. [paper]"])
def test_names_of_works_in_front_of_people_are_no_titles(stop: str, behind: str) -> None:
    lines = [
        line
        for name, people, title in PAPERS
        for line in (f"{name}: {people}{stop}" if name else f"{people}{stop}", f'"{title}."{behind}')
    ]
    found = extract("\n".join(["Papers", "", "ICES2019", "", *lines])).mentions
    assert [paper.title for paper in found] == [title for *_, title in PAPERS]
    assert {(paper.venue, paper.year) for paper in found} == {("ICES", 2019)}
