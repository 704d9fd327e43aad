"""Saved searches of indexes of medicine: numbered lines that say where papers appeared, and blocks below."""

from __future__ import annotations

import textwrap

import pytest

from tests.mentions.text.abstracts.test_reader import SAID
from tests.mentions.text.reading import extract, fold
from tests.mentions.text.test_shapes import PEOPLE, TITLES

LONG = [
    title if n % 3 else f"{title} and {TITLES[n - 4][0].lower()}{TITLES[n - 4][1:]}" for n, title in enumerate(TITLES)
]
COUNTED = "1. Few harbours have gauges.\n2. We counted boats.\n3. The older ones win.\n4. This tells us little."
ASIDE = {
    1: "Comment in\n    Shore Lett. 2015 Dec;323(10):638-5.",
    2: "Author information:\n(1)Shore School, Kiel.\n(2)School of Tides, Hull.",
    4: "Erratum in\n    Shore Lett. 2016 Jan;2(1):9.",
    6: "[Article in French]",
}


def record(n: int, title: str, place: str) -> str:
    """One record: where it appeared, its title, its people, what stands beside, its abstract and its ids."""
    names = "[No authors listed]" if n == 3 else f"{PEOPLE[n].split()[1]} A(1), {PEOPLE[n - 3].split()[1]} BC(2)."
    said = COUNTED if n % 3 == 1 else "It remains a major concern." if n == 3 else SAID
    blocks = [f"{n + 1}. {place}", title + "." * (n != 6), names, ASIDE.get(n, ""), said, f"PMID: 3000{n}"]
    blocks += ["Conflict of interest statement: None declared by anybody here."] * (n % 4 == 0)
    return "\n\n".join("\n".join(textwrap.fill(line, 72) for line in block.split("\n")) for block in blocks if block)


@pytest.mark.parametrize("between", ["\n\n", "\n\n\n"])
@pytest.mark.parametrize("count", [3, 10])
def test_what_stands_below_its_source_is_one_record(count: int, between: str) -> None:
    places = [f"Shore Lett. {2010 + n} Mar {n + 2};{n + 5}(2):1{n}-19. doi: 10.1000/x.{n}." for n in range(count)]
    records = [record(n, title, places[n]) for n, title in enumerate(LONG[:count])]
    found = extract("Saved on Tuesday\n\n\n" + between.join(records) + "\n\n\nYou saved this search.\n").mentions
    assert [fold(mention.title) for mention in found] == list(map(fold, LONG[:count]))
    assert [(mention.venue, mention.year) for mention in found] == [("Shore Lett", 2010 + n) for n in range(count)]


@pytest.mark.parametrize("place", ["Shore Lett. 2010 Mar 2;7 Suppl 1(Pt 2):S10.", "Shore Papers, volume two. Kiel."])
def test_records_with_unusual_sources_are_told_by_their_numbers(place: str) -> None:
    places = [place if n == 5 else f"Shore Lett. 2010 Mar;{n + 5}(2):1{n}-19." for n in range(10)]
    page = "\n\n\n".join(record(n, title, places[n]) for n, title in enumerate(LONG))
    assert [fold(mention.title) for mention in extract(page).mentions] == list(map(fold, LONG))


def test_numbers_torn_off_a_source_do_not_lead_the_title() -> None:
    places = [f"Shore Lett. 2010 Mar;{n + 5}(2):1{n}-19. Epub 2010 Jun\n9." for n in range(10)]
    page = "\n\n\n".join(record(n, title, places[n]) for n, title in enumerate(LONG))
    assert [fold(mention.title) for mention in extract(page).mentions] == list(map(fold, LONG))


def test_headings_may_stand_between_records() -> None:
    places = [f"Shore Lett. 2010 Mar;{n + 5}(2):1{n}-19." for n in range(10)]
    records = [record(n, title, places[n]) for n, title in enumerate(LONG)]
    found = extract("\n\n\n".join([*records[:4], "Harbours", *records[4:]])).mentions
    assert [fold(mention.title) for mention in found] == list(map(fold, LONG))
    assert [mention.section for mention in found] == [""] * 4 + ["Harbours"] * 6


@pytest.mark.parametrize("shape", ["{title}.\n\n{people}.\n\nPMID: 30{n}\n\n\n", "{people}\n{title}\n\n"])
def test_two_full_names_beside_titles_are_people(shape: str) -> None:
    titles = [title for title in TITLES if title[-1].isalpha() and ":" not in title]
    page = "".join(
        f"{n}. Shore Lett. 2010 Mar;{n}(2):1{n}-19." + ("\n\n" if shape.startswith("{t") else "\n")
        + shape.format(title=title, people=f"{PEOPLE[n]}, Max Moe", n=n)
        for n, title in enumerate(titles, start=1)
    )  # fmt: skip
    found = [(mention.title, mention.authors) for mention in extract(page).mentions]
    assert found == [(title, (PEOPLE[n], "Max Moe")) for n, title in enumerate(titles, start=1)]
