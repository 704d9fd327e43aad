"""Numbered lines that say where the record below appeared, and lists of titles that look like them."""

from __future__ import annotations

import pytest

from tests.mentions.text.reading import extract
from tests.mentions.text.test_shapes import TITLES


@pytest.mark.parametrize("place", ["{year}; Moor University Press: Leeds.", "{year};{n}(2): 1-9."])
def test_titles_with_year_and_place_behind_are_a_list(place: str) -> None:
    titles = [title for title in TITLES if title[-1].isalpha() and ":" not in title]
    page = "Books\n\n" + "".join(
        f"{n}. {title}. {place.format(year=2010 + n, n=n)}\n" for n, title in enumerate(titles, start=1)
    )
    assert [mention.title for mention in extract(page).mentions] == titles
