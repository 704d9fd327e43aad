"""Years, with or without a venue, in front of titles."""

from __future__ import annotations

import pytest

from enrich.mentions.entries.entry import read_entry
from enrich.mentions.entries.parts import Style
from enrich.mentions.shapes.leading import split_leading_tag
from enrich.mentions.shapes.tags import Tag

TITLE = "Tidal flats in winter and spring"


def test_year_alone_or_venue_and_year_in_front_of_title_and_people_is_a_tag() -> None:
    assert split_leading_tag(f"2019. {TITLE}") == (Tag(None, 2019), TITLE)
    behind = f"{TITLE}. Jane Roe, Max Poe"
    assert split_leading_tag(f"ICES 2019. {behind}") == (Tag("ICES", 2019), behind)


@pytest.mark.parametrize("who", ["FAO", "McKay", "IPCC"])
def test_those_who_wrote_a_paper_in_front_of_its_year_are_no_venue(who: str) -> None:
    entry = read_entry(f"{who}, 2019. {TITLE}. Shore Letters, 12, 3-14.", Style(authors_first=True))
    assert (entry.title.rstrip("."), entry.authors, entry.venue) == (TITLE, (who,), "Shore Letters")
