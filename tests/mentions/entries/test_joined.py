"""Titles behind people who all have the family's name in front."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.mentions.text.reading import extract

TITLES = (
    "Kelp and the price of salt",
    "An old survey of dunes, piers and herons",
    "SandNet: Slow waves on quiet shores",
    "How limpets find their way home",
    "The tides of small harbours",
    "Learning to read old sea charts",
)
PEOPLE = (
    (("Roe", "Jane", "Q."), ("Poe", "Max", ""), ("Doe", "Ann", "")),
    (("van Moe", "Karl", ""), ("Roe", "Jane", "Q.")),
    (("Ott", "Mia", "Lee"), ("Hale", "Tom", ""), ("Ives", "Uma", ""), ("Doe", "Ann", "")),
    (("Hale", "Tom", ""), ("Poe", "Max", "")),
    (("Ives", "Uma", ""), ("Ott", "Mia", ""), ("van Moe", "Karl", "")),
    (("Poe", "Max", ""),),
)


def _spelled(family: str, given: str, middle: str) -> str:
    return f"{family}, {given} {middle}".rstrip()


def _shortened(family: str, given: str, middle: str) -> str:
    return f"{family}, " + " ".join(f"{name[0]}." for name in (given, middle) if name)


def _bare(family: str, given: str, middle: str) -> str:
    return f"{family} {given[0]}{middle[:1]}"


@pytest.mark.parametrize(
    "form", ["{0}. {1}. Oikos, {2}.", "{0} ({2}). {1}. Oikos.", "{0}: {1}. Oikos ({2}).", "{0} - {1} ({2})"]
)
@pytest.mark.parametrize(
    ("name", "between"), [(_spelled, "; "), (_spelled, " and "), (_shortened, "; "), (_bare, "; ")]
)
def test_people_with_their_families_in_front_end_where_the_title_begins(
    form: str, name: Callable[..., str], between: str
) -> None:
    entries = (
        form.format(between.join(name(*each) for each in people), title, 2011 + at)
        for at, (people, title) in enumerate(zip(PEOPLE, TITLES, strict=True))
    )
    text = "Reading list\n\n" + "\n".join(f"- {entry}".replace("..", ".") for entry in entries)
    found = extract(text).mentions
    assert [mention.title for mention in found[:-1]] == list(TITLES[:-1])  # of one alone, a list tells but seldom
    assert [len(mention.authors) for mention in found[:-1]] == [len(people) for people in PEOPLE[:-1]]


def test_bare_initials_and_a_comma_stand_in_front_of_titles() -> None:
    entries = (
        f"[{at}] {', '.join(_bare(*each) for each in people)}, {title}, Oikos, {2011 + at}"
        for at, (people, title) in enumerate(zip(PEOPLE[:-1], TITLES, strict=False), start=1)
    )
    found = extract("Reading list\n\n" + "\n".join(entries)).mentions
    assert [mention.title for mention in found] == list(TITLES[:-1])


def test_things_in_a_title_are_no_people() -> None:
    titles = ["Bread and Roses, Beer and Wine: A History of Rooms", "Salt and Sand, Tide and Dune, Old and New"]
    assert [mention.title for mention in extract("\n".join(f"- {title} (2019)" for title in titles)).mentions] == titles


@pytest.mark.parametrize("title", ["Vitamin D, Vitamin K, Bone Health in Adults", "Type I, Type II, Errors in Tides"])
def test_things_told_apart_by_letters_are_no_people(title: str) -> None:
    assert [mention.title for mention in extract(f"- {title} (Oikos 2019)\n").mentions] == [title]


def test_names_with_a_particle_behind_their_initials_are_people_among_others() -> None:
    people = ("Roe J, Poe M, Berg Jvd, Costa A", "Costa A, Lind Rv, Moe K", "Roe J, Moe K")
    lines = (f"- {who} (2018). {title}. Oikos 29, 12." for who, title in zip(people, TITLES, strict=False))
    found = extract("Papers\n\n" + "\n".join(lines)).mentions
    assert [(mention.title, len(mention.authors)) for mention in found] == list(zip(TITLES, (4, 3, 2), strict=False))


def test_particles_among_initials_are_of_the_names() -> None:
    people = ("Roe, J.; Poe, M.; Doe, A.; Moe, K.R.v.d.; Zoe, L.", "Lind, R.v.; Costa, A.", "Costa, A.; Roe, J.")
    lines = (f"- {who}: {title}. In: Oikos 29 (2018), S. 3–12." for who, title in zip(people, TITLES, strict=False))
    found = extract("Papers\n\n" + "\n".join(lines)).mentions
    assert [(mention.title, len(mention.authors)) for mention in found] == list(zip(TITLES, (5, 2, 2), strict=False))
