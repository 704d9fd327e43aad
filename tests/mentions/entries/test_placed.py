"""Lines of people with where they work in brackets behind each."""

from __future__ import annotations

import pytest

from enrich.mentions.entries.details import RowKind, kind_of_row

LONG = ", ".join(f"{name} Haddad (University of the Northern Shores)" for name in ("Ana", "Or", "Mia", "Lea", "Tim"))


@pytest.mark.parametrize(
    "line",
    [
        "Ana Haddad (Harbour Lab), Or Lind (Kiel University), Mia Costa (Harbour Lab)",
        "Robert Allison (Kiel), Ana Haddad (Kiel), Max Poe, Lea Novak (Tide Works)",
        LONG,
    ],
)
def test_people_with_places_are_authors_whatever_their_names(line: str) -> None:
    assert kind_of_row(line) is RowKind.AUTHORS


@pytest.mark.parametrize("buttons", ["(Abstract) (PDF)", "(pdf)", "[PDF] [Code]"])
@pytest.mark.parametrize(
    "people", ["Haddad A, Lund E, Costa MB", "A. Haddad, E. Lund", "Ana Haddad, Eva Lund, Mia Costa"]
)
def test_people_and_their_venue_in_front_of_buttons_are_authors(people: str, buttons: str) -> None:
    assert kind_of_row(f"{people}. CDC 2015. {buttons}") is RowKind.AUTHORS


@pytest.mark.parametrize(
    "line",
    [
        "Fast Networks (FN), Neural Systems (NS) and Data Models (DM)",
        "Tides (of water), winds (of air), sands (of time)",
        "The Shores of Kiel (Germany), Rome (Italy), and Oslo (Norway)",
    ],
)
def test_titles_with_brackets_are_none(line: str) -> None:
    assert kind_of_row(line) is not RowKind.AUTHORS
