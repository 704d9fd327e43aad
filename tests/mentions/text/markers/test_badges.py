"""Words of one closed set that stand alone behind list markers, above titles or below entries."""

from __future__ import annotations

import pytest

from enrich.mentions.text.lines.rows import read_rows
from tests.mentions.test_kept_shapes import papers
from tests.mentions.text.test_signs_around_titles import TITLES

PEOPLE = ("Jane Roe and Max Poe", "Wei Chen and Li Na", "Ann Lee and Bo Kim", "Tom Fox and Ann Lee")
SHAPES = ("{n}. {kind}\n{rest}\n", "{n}. {kind}\n\n    {rest}\n\n", "  * {kind}\n    {rest}\n")
CITED = [f"{PEOPLE[at % 4]}. {title}. Oikos, 2019.\n" for at, title in enumerate(TITLES)]


@pytest.mark.parametrize("badge", ["* pdf", "- Oral"])
def test_words_below_entries_are_no_badges_of_the_next(badge: str) -> None:
    text = "".join(f"{entry}{badge}\n" for entry in CITED)
    assert [row.text for row in read_rows(text) if row.marker] == [badge[2:]] * len(CITED)
    assert [paper.title for paper in papers(text)] == list(TITLES)


@pytest.mark.parametrize("between", ["", "\n"])
def test_remarks_below_entries_are_kept(between: str) -> None:
    remarks = [("theory", "systems")[at % 2] for at in range(len(TITLES))]
    found = papers("".join(f"{entry}- {said}\n{between}" for entry, said in zip(CITED, remarks, strict=True)))
    assert [(paper.title, paper.description) for paper in found] == list(zip(TITLES, remarks, strict=True))


@pytest.mark.parametrize("shape", SHAPES)
def test_words_between_markers_and_titles_are_badges(shape: str) -> None:
    kinds = ("journal", "preprint", "journal")
    text = "".join(
        shape.format(n=at + 1, kind=kinds[at % 3], rest=f"{title}. Jane Roe and Max Poe. Oikos, 2019.")
        for at, title in enumerate(TITLES)
    )
    assert [paper.title for paper in papers("Publications\n\n" + text)] == list(TITLES)
