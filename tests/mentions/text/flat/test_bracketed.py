"""Tables whose cells run together around links in brackets and whole dates: made-up papers."""

from __future__ import annotations

import pytest

from tests.mentions.text.drawn.test_browsed import TITLES, VENUES
from tests.mentions.text.reading import extract


def test_links_behind_titles_part_them_from_venues() -> None:
    links = ("(paper)", "(paper), (code)", "(paper) (code)", "(code)")
    rows = []
    for at, title in enumerate(TITLES):
        date = f"{2002 + at}{1 + at % 12:02}" + f"{1 + at:02}" * (at % 3 > 0)
        venue = VENUES[at % 5] + f" {2003 + at}" * (at % 2)
        rows.append(f"{date} {title} {links[at % 4] if at % 6 else ''} {venue}")
    rows[8:8] = ["Sand and wind", "Date Title Journal"]
    found = extract("Shores\n\nTides\nDate Title Journal\n" + "\n".join(rows) + "\n").mentions
    assert [mention.title for mention in found] == list(TITLES)
    assert [mention.venue for mention in found] == [VENUES[at % 5] for at in range(len(TITLES))]
    assert {mention.section for mention in found} == {"Tides", "Sand and wind"}


@pytest.mark.parametrize("front", ["{n} [paper]", "{year} [paper] [code]"])
def test_links_in_front_of_titles_part_nothing(front: str) -> None:
    rows = [
        f"{front.format(n=at, year=2002 + at)} {title} {VENUES[at % 5]}" for at, title in enumerate(TITLES, start=1)
    ]
    found = extract(f"Shores\n\n{'Year' if 'year' in front else 'No'} Title Venue\n" + "\n".join(rows) + "\n").mentions
    assert [mention.title for mention in found] == list(TITLES)


def test_several_links_at_the_end_are_not_parted() -> None:
    rows = [f"{2002 + at} {title} {VENUES[at % 5]} [pdf] [code]" for at, title in enumerate(TITLES)]
    found = extract("Shores\n\nYear Title Venue\n" + "\n".join(rows) + "\n").mentions
    assert "code" not in {mention.venue for mention in found}


def test_whole_dates_within_titles_part_no_links_from_them() -> None:
    words = ("Night Trains", "Worn Coins", "Paper Sensors", "Street Noise", "Copper Trade", "Small Harbors")
    titles = [f"{how} {word}" for word in words for how in ("Measuring Trust in", "After the 2011-05-12 Flood of")]
    rows = "\n".join(f"{title} 20{at + 10}-03-{at + 10} PDF" for at, title in enumerate(titles))
    found = extract(f"Title Date Link\n{rows}\n").mentions
    assert [(mention.title, mention.year) for mention in found] == [(t, 2010 + at) for at, t in enumerate(titles)]
