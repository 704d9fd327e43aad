"""Lines of people, the year, and where their paper appeared."""

from __future__ import annotations

import pytest

from enrich.mentions.entries.names.dated import split_dated, split_numbered, split_tagged


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


@pytest.mark.parametrize("names", ["Roe JA, Poe M", "Roe JA, Poe M, et al", "Sedge N", "Moon J", ""])
@pytest.mark.parametrize("journal", ["Shore", "Int J Shore Med", "BSM"])
@pytest.mark.parametrize("numbers", ["2012;12(3):45-9.", "2012;345(6):1977", "2012 Mar 3;12:4."])
def test_a_journal_and_its_volume_may_stand_behind_people(names: str, journal: str, numbers: str) -> None:
    found = split_numbered(f"{names}. {journal}. {numbers}" if names else f"{journal}. {numbers}")
    assert found is not None
    assert (found[0], found[1].venue, found[1].year) == (names, journal, 2012)


@pytest.mark.parametrize("line", ["We counted eels. In spring. 2012; then none.", "Roe JA. Shore. 2012", "2012;12:3"])
def test_other_lines_have_no_such_journal(line: str) -> None:
    assert split_numbered(line) is None


@pytest.mark.parametrize("names", ["Jane Roe", "J. Roe, M. Poe", "Jane Roe, Max Poe et al."])
@pytest.mark.parametrize(("tag", "venue"), [("2012", None), ("ICES'12", "ICES"), ("ICES'12, Best Paper", "ICES")])
@pytest.mark.parametrize(
    ("behind", "said"), [("", ""), (" [3][video] [4] [code]", ""), (" [3][video] See also Doe.", "See also Doe.")]
)
def test_a_year_in_brackets_may_stand_behind_people(
    names: str, tag: str, venue: str | None, behind: str, said: str
) -> None:
    found = split_tagged(f"{names} ({tag}){behind}")
    assert found is not None
    assert (found[0], found[1].venue, found[1].year, found[2]) == (names, venue, 2012, said)


@pytest.mark.parametrize(
    "line", ["Jane Roe (Kiel), Max Poe (Jena)", "Why mud is salt (2012) A note", "Jane Roe [2012]"]
)
def test_what_is_no_people_and_year_is_not(line: str) -> None:
    assert split_tagged(line) is None
