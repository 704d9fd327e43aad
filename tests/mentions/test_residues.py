"""What the titles of a page have in common goes; titles alone stay as they are."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enrich.mentions.items import Item
from enrich.mentions.residues import trim
from enrich.records import MentionKind
from tests.mentions.text.invented import FIELDS, paper


def _titles(seed: int, count: int, fields: list[str]) -> list[str]:
    chance = random.Random(seed)
    return [paper(chance, chance.choice(fields)).title for _ in range(count)]


TITLES = _titles(3, 32, ["biology", "physics", "climate"])
VENUES = ["Tidal Studies", "ICTS", "Shore"]
PEOPLE = ["Ada Winther", "Noor Haddad, Ben Okafor", "Lin et al.", "Ruiz and Moe"]


def _trimmed(texts: list[str], section: tuple[str, ...] = ()) -> list[Item]:
    items = [Item(line=line, title=text, section=section) for line, text in enumerate(texts, start=1)]
    trim(items)
    return items


def _pick(values: list[str], at: int) -> str:
    return values[at % len(values)]


SHAPES: dict[str, Callable[[str, int], str]] = {
    "people and year in brackets": lambda title, at: f"{title} ({_pick(PEOPLE, at)} {2000 + at})",
    "a venue in brackets": lambda title, at: f"{title} ({_pick(VENUES, at)})",
    "a venue in a bracket cut short": lambda title, at: f"{title} ({_pick(VENUES, at)}",
    "names of systems in front": lambda title, at: f"[Sys{at}Net] {title}",
    "a day in front": lambda title, at: f"{at % 28 + 1}/03 {title}",
    "a venue's year in front": lambda title, at: f"ICTS'{10 + at} {title}",
    "a year behind": lambda title, at: f"{title}, {2001 + at % 9}",
    "a bar": lambda title, at: f"{title} | {_pick(PEOPLE, at)}",
    "presenters in front of a dash": lambda title, at: f"{_pick(VENUES, at)} – {title}",
    "a year in the midst": lambda title, at: f"{title} (2012), {_pick(PEOPLE, at)} and friends",
    "surnames": lambda title, at: f"{title} by {_pick(['Moe', 'Roe and Poe', 'Lin et al.'], at)}",
    "a venue behind a comma": lambda title, at: f"{title}, {_pick(VENUES, at)}",
    "a venue behind a stop": lambda title, at: f"{title}. {_pick(VENUES, at)}",
    "a venue before a colon": lambda title, at: f"{_pick(VENUES, at)}: {title}",
    "a column with no sign": lambda title, at: f"{title} {_pick(['Index', 'Sketch', 'Cache'], at)}",
    "two facts": lambda title, at: f"{3 + at % 9}/11 {_pick(VENUES, at)}: {title} ({_pick(PEOPLE, at)})",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_residue_that_comes_again_goes(shape: str) -> None:
    items = _trimmed([SHAPES[shape](title, at) for at, title in enumerate(TITLES)])
    assert [item.title for item in items] == TITLES


def test_residues_become_fields() -> None:
    people = _trimmed([f"{title} ({_pick(PEOPLE, at)} {2000 + at})" for at, title in enumerate(TITLES)])
    assert (people[1].authors, people[1].year) == (("Noor Haddad", "Ben Okafor"), 2001)
    venues = _trimmed([f"ICTS'{10 + at}: {title}" for at, title in enumerate(TITLES)])
    assert (venues[4].venue, venues[4].year) == ("ICTS", 2014)
    others = _trimmed([f"{_pick(['Ines', 'Farid', 'Mei'], at)}: {title}" for at, title in enumerate(TITLES)])
    assert (others[0].keywords, others[0].venue) == (("Ines",), None)


def test_one_section_may_have_a_habit_of_its_own() -> None:
    marked = [Item(line=at, title=f"{title}, ICTS", section=("A",)) for at, title in enumerate(TITLES[:9])]
    plain = [Item(line=at, title=title, section=("B",)) for at, title in enumerate(TITLES, start=20)]
    trim([*marked, *plain])
    assert [item.title for item in marked + plain] == TITLES[:9] + TITLES


def test_tools_are_left_alone() -> None:
    items = [
        Item(line=at, title=f"{title} (Moe {2000 + at})", kind=MentionKind.SOFTWARE) for at, title in enumerate(TITLES)
    ]
    trim(items)
    assert all(item.title.endswith(")") for item in items)


@pytest.mark.parametrize(
    "text",
    [
        "SemEval-2020 Task {at}: {title}",  # the year is part of a name
        "{title}: Part {at}",
        "{title} ({initials})",
    ],
)
def test_parts_of_titles_stay(text: str) -> None:
    written = [
        text.format(at=at, title=title, initials="".join(word[0] for word in title.split()).upper())
        for at, title in enumerate(TITLES)
    ]
    assert [item.title for item in _trimmed(written)] == written


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.integers(5, 50))
def test_titles_alone_are_not_cut(seed: int, count: int) -> None:
    titles = _titles(seed, count, list(FIELDS))
    assert [item.title for item in _trimmed(titles)] == titles


@given(st.lists(st.text(max_size=80), max_size=30))
def test_no_text_raises_and_titles_only_shrink(texts: list[str]) -> None:
    for text, item in zip(texts, _trimmed(texts), strict=True):
        assert item.title in " ".join(text.split()) or item.title in text
