"""Lines that come back below headings, and those that come back in every record."""

from __future__ import annotations

from tests.mentions.text.reading import extract

TITLES = (
    "The Salt of Northern Bays",
    "Where Herons Wait for Rain",
    "Limpets on the Move in Winter",
    "A Census of Kelp and its Grazers",
    "Winds that Carry Sand Inland",
    "Tide Pools as Small Laboratories",
)


def test_records_with_points_are_no_headings() -> None:
    points = "* Tide Review, {}\n* DOI 10.1000/0\n* Code: https://example.org/0"
    below = f"Jane Roe · Max Poe · Kim Doe\n{points}\n"
    found = extract("Shores\n\n" + "\n".join(f"{t}\n{below.format(2011 + at)}" for at, t in enumerate(TITLES))).mentions
    assert [mention.title for mention in found] == list(TITLES)
