"""Numbers of a series of reports in front of its titles."""

from __future__ import annotations

import pytest

from tests.mentions.text.reading import extract

TITLES = [
    "Tolls on Bridges with Two Queues",
    "Why Rents Rise near Rivers",
    "The Price of Ferries",
    "Night Fares: Evidence from Ten Harbours",
    "Letters Sent by Sea and What They Cost",
    "Who Pays for Old Canals?",
    "Mobility and Ports",
    "A Model of Slow Boats",
    "Winter Wages of Pilots",
    "Insuring Fleets against Ice",
]


def page(numbers: range) -> str:
    return "\n".join(
        f"{number}  {title}\n      Ana Roe & Max Poe\n      March 2020\n"
        "      2,875 crossings were counted. We ask what those who cross would\n"
        "      pay, and find that they would pay more by night than by day.\n"
        for number, title in zip(numbers, TITLES, strict=True)
    )


@pytest.mark.parametrize("numbers", [range(1196, 1186, -1), range(2118, 2098, -2), range(995, 1005)])
def test_numbers_of_a_series_are_markers(numbers: range) -> None:
    assert [mention.title for mention in extract(page(numbers)).mentions] == TITLES
