from __future__ import annotations

import pytest

from enrich.mentions.shapes.postings import posted_tag, without_posting
from enrich.mentions.shapes.tags import Tag


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Jane Roe, +3 more · 2 Feb 2026 · 33 likes", "Jane Roe, +3 more"),
        ("2d ago · Jane Roe et al. · 1.2k views", "Jane Roe et al."),
        ("▲ 42 | Jane Roe and 4 others | 12 comments", "Jane Roe and 4 others"),
        ("Jane Roe et al., 5 Jan 2026, 24 likes", "Jane Roe et al."),
        ("by Jane Roe — Updated May 3, 2024 — 5 min read", "by Jane Roe"),
        ("77 points by shorewalker 3 hours ago | hide | 12 comments", ""),
        ("Jane Roe · ICRA 2025 · 24 citations", "Jane Roe · ICRA 2025"),
        ("2024-05-12 · Likes: 7 · biology", ""),
    ],
)
def test_counts_and_days_are_no_part_of_who_posted(line: str, rest: str) -> None:
    assert without_posting(line) == rest


@pytest.mark.parametrize(
    "line",
    [
        "Jane Roe, Max Poe",
        "Jane Roe | COLT | 2026 | code",
        "Learning to count birds, 3 ways",
        "Jane Roe, 33rd Conference on Shores, 12 May 2019",
        "J. Shore Stud. 12, 345-367 (2019)",
        "Grey Dunes - 20 years after",
        "Salt Marshes – 2 years later",
    ],
)
def test_line_that_counts_nothing_stays(line: str) -> None:
    assert without_posting(line) == line


@pytest.mark.parametrize("changed", [" (modified: 20 Jun 2022)", " (last modified: 3 Jan 2022)", ""])
def test_place_right_behind_days_is_where_it_will_appear(changed: str) -> None:
    assert posted_tag(f"2 Dec 2021{changed}SHORE 2022 PosterReaders: Everyone") == Tag("SHORE", 2022)
    assert posted_tag("Posted 2 Dec 2021") == Tag(None, 2021)
