"""Titles above bullets with labels, broken over lines."""

from __future__ import annotations

import textwrap

import pytest

from tests.mentions.text.reading import fold, found_papers
from tests.mentions.text.test_shapes import PEOPLE, TITLES, VENUES

LONG = " on the Outer Shores of Many Small Islands"
LONGER = [title.rstrip("?") + LONG * (n % 3 > 0) for n, title in enumerate(TITLES)]


def page(width: int, indent: str, between: str, heading: str = "") -> str:
    """Records of a title, broken at `width`, and bullets; `between` them, and a `heading` right above some."""
    records = [
        heading * (n % 5 == 0)
        + textwrap.fill(title, width, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)
        + f"{between}\n{indent} * Authors: {person}, Zoe Lee\n{indent} * Venue: {VENUES[n % 3]} {2010 + n}\n"
        + f"{indent} * Note: Counts what the gulls of\n{indent}   the bay eat\n"
        for n, (title, person) in enumerate(zip(LONGER, PEOPLE, strict=True))
    ]
    return "Shore Papers We Read\n\nSands\n\n" + "\n".join(records)


@pytest.mark.parametrize(
    "text",
    [
        page(60, "    ", "\n"),
        page(60, "", "\n"),
        page(60, "  ", ""),
        page(52, "", ""),
        page(200, "  ", "\n"),
    ],
    ids=["set in", "at the margin", "bullets right below", "narrow", "not broken"],
)
def test_broken_titles_above_labels_are_whole(text: str) -> None:
    assert sorted(title for _, title in found_papers(text)) == sorted(map(fold, LONGER))


def test_headings_right_above_titles_stay_apart() -> None:
    found = {title for _, title in found_papers(page(200, "", "\n", heading="Dunes\n"))}
    assert not any(title.startswith("dunes") for title in found)
