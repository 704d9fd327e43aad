"""What the titles of a page have in common goes; titles alone stay as they are."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from enrich.mentions.items import Item
from enrich.mentions.review.residues import trim
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
    "people in front of a bar": lambda title, at: f"{_pick(PEOPLE, at)} | {title}",
    "people and a venue in brackets": lambda title, at: f"{title} ({_pick(PEOPLE, at)}, {_pick(VENUES, at)})",
    "a venue and a year with no sign before": lambda title, at: f"Shore Letters {2000 + at % 20} {title}",
    "a venue and a year with no sign behind": lambda title, at: f"{title} ICTS {2000 + at % 20}",
    "people in a venue": lambda title, at: f"{title} by {_pick(PEOPLE, at)} in {_pick(VENUES, at)}",
    "two facts": lambda title, at: f"{3 + at % 9}/11 {_pick(VENUES, at)}: {title} ({_pick(PEOPLE, at)})",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_residue_that_comes_again_goes(shape: str) -> None:
    items = _trimmed([SHAPES[shape](title, at) for at, title in enumerate(TITLES)])
    assert [item.title for item in items] == TITLES


def test_a_column_with_no_sign_goes() -> None:
    titles = [f"{title} near Site{at}" for at, title in enumerate(TITLES)]
    kinds = ["Index", "Sketch", "Cache"]
    assert [item.title for item in _trimmed([f"{t} {_pick(kinds, at)}" for at, t in enumerate(titles)])] == titles


def _misread(wholes: list[str], taken: list[str]) -> list[str]:
    items = [Item(line=1, title=title, whole=whole) for whole, title in zip(wholes, taken, strict=True)]
    trim(items)
    return [item.title for item in items]


def test_titles_that_are_names_are_looked_for_in_the_whole_entry() -> None:
    people = [_pick(PEOPLE, at) for at in range(len(TITLES))]
    assert _misread([f"{who} | {title}" for who, title in zip(people, TITLES, strict=True)], people) == TITLES


def test_titles_end_at_the_tabs_of_their_entries() -> None:
    wholes = [f"{title}\t{_pick(PEOPLE, at)}" for at, title in enumerate(TITLES)]
    assert _misread(wholes, [" ".join(whole.split()) for whole in wholes]) == TITLES


def test_quoted_titles_are_believed() -> None:
    wholes = [f"“Jane Roe”\t{title}" for title in TITLES]
    assert _misread(wholes, ["Jane Roe"] * len(TITLES)) == ["Jane Roe"] * len(TITLES)


def test_people_that_most_entries_have_go_from_those_that_have_them_still() -> None:
    read = [Item(line=at, title=title, authors=("Jane Roe",)) for at, title in enumerate(TITLES)]
    behind = [Item(line=50 + at, title=f"{title}, Ada Winther") for at, title in enumerate(TITLES[:9])]
    trim([*read, *behind])
    assert [item.title for item in behind] == TITLES[:9]
    assert behind[0].authors == ("Ada Winther",)
    before = [Item(line=50 + at, title=f"Winther, {title}") for at, title in enumerate(TITLES[:9])]
    trim([*read, *before])
    assert [item.title for item in before] == TITLES[:9]


def test_what_is_left_of_whole_entries_is_read_as_an_entry() -> None:
    wholes = [f"{_pick(VENUES, at)} | {title}. Jane Roe and Max Moe [pdf]" for at, title in enumerate(TITLES)]
    items = [Item(line=1, title=_pick(VENUES, at), whole=whole) for at, whole in enumerate(wholes)]
    trim(items)
    assert [item.title for item in items] == [title.rstrip(".") for title in TITLES]
    assert items[0].authors == ("Jane Roe", "Max Moe")


def test_residues_become_fields() -> None:
    people = _trimmed([f"{title} ({_pick(PEOPLE, at)} {2000 + at})" for at, title in enumerate(TITLES)])
    assert (people[1].authors, people[1].year) == (("Noor Haddad", "Ben Okafor"), 2001)
    venues = _trimmed([f"ICTS'{10 + at}: {title}" for at, title in enumerate(TITLES)])
    assert (venues[4].venue, venues[4].year) == ("ICTS", 2014)
    others = _trimmed([f"{_pick(['Ines', 'Farid', 'Mei'], at)}: {title}" for at, title in enumerate(TITLES)])
    assert (others[0].keywords, others[0].venue) == (("Ines",), None)


def test_residues_that_say_nothing_of_the_paper_become_nothing() -> None:
    for form in ("2019-03-{day:02} {title}", "1.{at} {title}", "Paper {at}: {title}", "#{at} {title}", "{title} pdf"):
        written = [form.format(title=title, at=at, day=at % 28 + 1) for at, title in enumerate(TITLES)]
        items = _trimmed(written)
        assert [item.title for item in items] == TITLES
        assert {(item.year, item.venue, item.description, item.keywords) for item in items} == {(None, None, None, ())}


def test_names_of_systems_become_keywords_and_other_words_join_the_description() -> None:
    systems = _trimmed([f"[Sys{at}Net] {title}" for at, title in enumerate(TITLES)])
    assert systems[3].keywords == ("Sys3Net",)
    places = "abcdefghijklmnopqrst"
    items = [
        Item(line=1, title=f"{t} / at {p}shore", description="A note.") for t, p in zip(TITLES, places, strict=False)
    ]
    trim(items)
    assert [item.title for item in items] == TITLES[: len(places)]
    assert items[4].description == "at eshore A note."


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


# The same draws each time: invented titles end in few phrases, which in one page of thousands look like a fact.
@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.integers(0, 10_000), st.integers(5, 50))
def test_titles_alone_are_not_cut(seed: int, count: int) -> None:
    titles = _titles(seed, count, list(FIELDS))
    assert [item.title for item in _trimmed(titles)] == titles


@given(st.lists(st.text(max_size=80), max_size=30))
def test_no_text_raises_and_titles_only_shrink(texts: list[str]) -> None:
    for text, item in zip(texts, _trimmed(texts), strict=True):
        assert item.title in " ".join(text.split()) or item.title in text


def test_people_of_any_name_behind_a_dash_go_where_most_titles_have_theirs_there() -> None:
    whole = [f"{title} — Jane Roe, Max Poe" for title in TITLES[:12]]
    items = [Item(line=at, title=text[: text.index(" — ")], whole=text) for at, text in enumerate(whole)]
    for item in items:
        item.authors = ("Jane Roe", "Max Poe")
    odd = f"{TITLES[12]} — Ebb Flow, Tide Browning"
    own = f"{TITLES[13]} — a second look"
    items += [Item(line=20, title=odd, whole=odd), Item(line=21, title=own, whole=own)]
    trim(items)
    assert [item.title for item in items[-2:]] == [TITLES[12], own]
    assert items[-2].authors == ("Ebb Flow", "Tide Browning")


def test_second_half_of_a_title_behind_such_a_dash_is_no_list_of_people() -> None:
    items = [
        Item(line=at, title=title, whole=f"{title} — Jane Roe, Max Poe", authors=("Jane Roe", "Max Poe"))
        for at, title in enumerate(TITLES[:12])
    ]
    bracketed = f"{TITLES[12]} — Northern Shores (Jane Roe)"
    credited = f"{TITLES[13]} — Baltic Atlas"
    items.append(Item(line=20, title=bracketed, whole=bracketed))
    items.append(Item(line=21, title=credited, whole=f"Jane Roe: {credited}", authors=("Jane Roe",)))
    trim(items)
    assert [(item.title, item.authors) for item in items[-2:]] == [(bracketed, ()), (credited, ("Jane Roe",))]
