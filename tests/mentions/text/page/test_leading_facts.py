"""What stands above the titles of records, and is theirs: numbers, codes, days, links, counts."""

from __future__ import annotations

import random
import textwrap

import pytest

from enrich.records import MentionKind
from tests.mentions.text.abstracts.test_reader import HOW, SAID
from tests.mentions.text.flat.test_segments import titles
from tests.mentions.text.reading import extract
from tests.mentions.text.test_shapes import PEOPLE, TITLES

CODES = ("Shor", "JTid", "ShoL", "Dune", "SandL", "Shor", "Gale", "JKel", "Dune", "ShoL")
LONGER = " as Seen from the Other Side of the Bay in Winter"


@pytest.mark.parametrize(
    "facts",
    [
        "{n}\n{year}{code}..{n}2...4R\t{year}/03\tcited: {n}5\n",
        "{n}\n{year}{code}..{n}2...4R   {year}/03   Citations: {n}5\n",
        "{year}{code}..{n}2...4R\t{year}/03\tcited: {n}5\n",
        "{n}. {year}{code}..{n}2...4R\t{year}/03\tcited: {n}5\n",
    ],
)
def test_facts_that_end_in_a_count_belong_to_the_title_below(facts: str) -> None:
    page = "Shore Search\n\nYour search returned 1,843 results\n\n"
    for n, title in enumerate(TITLES):
        year = 2010 + n % 9
        first, _, last = PEOPLE[n].rpartition(" ")
        page += facts.format(n=n + 1, year=year, code=CODES[n]) + f"{title}\n{last}, {first}; Poe, Max; and 3 more\n"
        page += SAID.format(how=HOW[n]) + "\n\n"
    mentions = extract(page).mentions
    assert [mention.title for mention in mentions] == list(TITLES)
    assert [mention.year for mention in mentions] == [2010 + n % 9 for n in range(10)]


@pytest.mark.parametrize("foot", ["Printed by Shoreprint (www.example.org)\n\n", ""])
def test_links_above_the_first_title_and_below_no_abstract_are_of_the_record_below(foot: str) -> None:
    page = ""
    for n, title in enumerate(TITLES):
        page += f"MoS22-{n * 37}, updated on 3 May 2022\nhttps://doi.org/10.5555/mos22-{n * 37}\n"
        page += "Meeting on Shores 2022\n© Author(s) 2022. This work is distributed under\n"
        page += "the Shore Commons Attribution License.\n\n"
        page += textwrap.fill(title + LONGER * (n % 2), 60) + "\n\n"
        page += f"{PEOPLE[n]}1, {PEOPLE[n - 1]}2, and\n{PEOPLE[n - 2]}1\n"
        page += "1Harbour Lab, Kiel, Germany (lab@example.org)\n2Institute of Tides, Graz, Austria\n\n"
        said = SAID.format(how=HOW[n]) + " " + SAID.format(how=HOW[n - 1])
        said = f"Nobody has counted what we counted there in those years of gales on the two coasts of ours. {said}"
        page += textwrap.fill(said, 95) + "\n\n" + foot
    mentions = extract(page).mentions
    assert [mention.title for mention in mentions] == [title + LONGER * (n % 2) for n, title in enumerate(TITLES)]
    links = [{link.url for link in mention.links} for mention in mentions]
    assert all(f"https://doi.org/10.5555/mos22-{n * 37}" in urls for n, urls in enumerate(links))
    assert {(mention.venue, mention.year) for mention in mentions} == {("Meeting on Shores", 2022)}


def test_labelled_links_belong_to_the_titles_that_a_blank_line_parts_from_them_where_sections_begin_with_titles() -> (
    None
):
    heads, page = ("Grains", "Waves", "Winds", "Shores"), "Papers of the Tide Meeting\n\n"
    page += "".join(f"{head}\n" for head in heads)
    stated = titles(random.Random("below"), 32)
    wanted = []
    for n, title in enumerate(stated):
        page += f"{heads[n // 8]}\n\n" * (n % 8 == 0)
        links = {"Paper": f"https://arxiv.org/abs/1901.{n:05}"} if n % 9 != 6 else {}
        links |= {"Code": f"https://github.com/shores/tool{n}"} if n % 4 != 1 or not links else {}
        links |= {"读这里": f"https://example.org/talk/{n}"} if n % 3 == 2 else {}
        wanted.append((title, [*links.values()]))
        page += f"{title}\n\n" + "".join(
            f"{label}{'：' if n % 4 == 3 else ': '}{url}\n" for label, url in links.items()
        )
    found = [each for each in extract(page).mentions if each.kind is MentionKind.PAPER]
    assert [(each.title, [link.url for link in each.links]) for each in found] == wanted
