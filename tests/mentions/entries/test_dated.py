"""Lines of people, the year, and where their paper appeared."""

from __future__ import annotations

import pytest

from enrich.mentions.entries.dated import split_dated


@pytest.mark.parametrize("names", ["Jane Roe", "J. Roe, M. Poe", "Roe, J. and Poe, M.", "Roe J, Poe M."])
@pytest.mark.parametrize(
    ("place", "venue"),
    [
        ("(2012). Sea Studies 3(1), 4-9.", "Sea Studies"),
        ("(2012), J. Coast. Res.", "J. Coast. Res."),
        ("(2012a) Sea Studies, 12, 4-9. https://e.org/1", "Sea Studies"),
        ("(2012). Journal of Sea Studies, 12(3), 4–15.", "Journal of Sea Studies"),
        ("(2012). In Proceedings of the Sea Days, pp. 3-4.", "Proceedings of the Sea Days"),
    ],
)
def test_a_place_may_stand_behind_people_and_the_year(names: str, place: str, venue: str) -> None:
    found = split_dated(f"{names} {place}")
    assert found is not None
    assert found[0] == names
    assert (found[1].venue, found[1].year) == (venue, 2012)


@pytest.mark.parametrize(
    "line",
    [
        "Jane Roe (2012). How kelp grows back on the shore.",
        "J. Roe (2012). A Song of Mud and Sand. Sea Studies.",
        "Tidal mud and sand (2012), Sea Studies",
        "Jane Roe (2012)",
        "What Jane Roe saw (2012). Sea Studies 3(1), 4-9.",
    ],
)
def test_titles_are_no_places(line: str) -> None:
    assert split_dated(line) is None
