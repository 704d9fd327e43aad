"""Labels with a count, or words in brackets, above groups of papers."""

from __future__ import annotations

import pytest

from tests.mentions.text.reading import extract
from tests.mentions.text.test_shapes import PEOPLE, TITLES


@pytest.mark.parametrize(
    ("heads", "size"),
    [([f"Week: {n}" for n in range(1, 6)], 2), (["(for beginners)", "(for experts)"] * 5, 1)],
    ids=["counted", "in brackets"],
)
def test_labels_above_groups_are_headings(heads: list[str], size: int) -> None:
    papers = [f"{title}\n{person}, Max Moe\n\n" for title, person in zip(TITLES, PEOPLE, strict=True)]
    groups = ["".join(papers[at : at + size]) for at in range(0, len(papers), size)]
    page = "".join(f"{head}\n\n{group}" for head, group in zip(heads, groups, strict=True))
    sections = [mention.section for mention in extract(page).mentions]
    assert sections[size:] == [head for head in heads[1:] for _ in range(size)]  # the first one may name the page
