"""People behind "by"."""

from __future__ import annotations

import pytest

from enrich.mentions.entries.entry import read_entry
from enrich.mentions.entries.parts import Style


@pytest.mark.parametrize("behind", ["", " (Sea Days 1988)", " (J. Tides '99) [doi] [video]", ". Sea Days 1988."])
@pytest.mark.parametrize("people", [("Roe", "Poe", "Moe"), ("Roe", "Poe")])
def test_surnames_alone_behind_a_comma_and_by_are_people(people: tuple[str, ...], behind: str) -> None:
    names = " and ".join((", ".join(people[:-1]), people[-1]))
    entry = read_entry(f"How Dunes Move in Still Winters, by {names}{behind}", Style())
    assert entry.title == "How Dunes Move in Still Winters"
    assert tuple(entry.authors) == people


def test_what_acts_is_of_the_title_where_no_comma_stands_in_front() -> None:
    title = "Damage to Old Piers by Waves, Tides and Currents"
    assert read_entry(title, Style()).title == title
