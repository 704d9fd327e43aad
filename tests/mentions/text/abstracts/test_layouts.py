"""Ordinary layouts of titles with abstracts: what stands around the titles takes nothing from them."""

from __future__ import annotations

import textwrap

import pytest

from tests.mentions.text.abstracts.test_reader import BESIDE, ONE, SAID
from tests.mentions.text.reading import extract
from tests.mentions.text.test_shapes import HOW, PEOPLE

SHORT = "Sand is held by roots."
WORK = ("Institute of Shores, Graz", "Saint Anna College, Kiel", "Bank of Kiel")
INTRO = "Below are the papers that we have read this term. Please add new ones at the end of the list."
FULL = ("on Either Coast", "and Ships that Sail for Weak Winds", "of Ten Quiet Summers", "along Rivers")


def page(line: str, *, bare: tuple[int, ...] = (), width: int = 0) -> str:
    """Twenty records, those in `bare` without an abstract; `width` is the column at which all of them are wrapped."""
    records = []
    for n, title in enumerate(BESIDE):
        people = [PEOPLE[(n + i) % 10] for i in range(1 + n % 3)]
        said = "" if n in bare else SAID.format(how=HOW[n % 10])
        one = ONE[0].format(how=HOW[n % 10], more="") if n % 2 else SHORT
        facts = {"title": title, "rule": "-" * len(title), "people": ", ".join(people), "said": said, "one": one}
        placed = "; ".join(f"{person}, {WORK[i % 3]}" for i, person in enumerate(people))
        text = line.format(n=n + 1, placed=placed, work=WORK[n % 3], year=2000 + n, full=FULL[n % 4], **facts)
        lines = text.split("\n")
        records += [textwrap.fill(each, width, break_on_hyphens=False) if width else each for each in lines]
    return "\n".join(records)


PAGES = {
    "the head of the page in front": f"Papers of our group\n\n{INTRO}\n\n\n"
    + page("{title}\n{people}\nAbstract: {said}\n"),
    "the same without people": f"Papers of our group\n\n{INTRO}\n\n\n" + page("{title}\n\nAbstract: {said}\n"),
    "abstracts of a few words behind a label": page("{title}\n{people}\n{work}\nTL;DR: {one}\n"),
    "rules below titles": "Spring meeting\n\n\n"
    + page("[{n}] {title}\n{rule}\n{placed}, in: Isis, {year}\n\nAbstract: {said}\n"),
    "numbers behind a hash": page("#{n} {title}\n{people}\n\n{said}\n"),
    "places below people": page("{title}\n{people}\n{work}\narXiv:2101.0{n}234\n{said}\n", bare=(4, 9, 15)),
    "numbered records without an abstract": page("[{n}] {title}\n{placed}\n\n{said}\n", bare=(4, 9, 15)),
}


@pytest.mark.parametrize("name", PAGES)
def test_titles_are_found_whatever_stands_around_them(name: str) -> None:
    assert [mention.title for mention in extract(PAGES[name]).mentions] == BESIDE


@pytest.mark.parametrize("below", ["{people}\n({year})", "Authors: {people}\narXiv:2101.0{n}234", "{people}\n{year}"])
def test_lines_below_titles_as_long_as_the_page_is_wide_are_no_part_of_them(below: str) -> None:
    text = page("{title} {full}\n" + below + "\n\n{said}\n", width=54)
    titles = [f"{title} {FULL[n % 4]}" for n, title in enumerate(BESIDE)]
    assert [mention.title for mention in extract(text).mentions] == titles


def test_records_below_codes_of_their_own_are_told_from_what_is_printed_around_them() -> None:
    one = "P-{n:02}\n\n{title} {full}\n\n{people}\n\n{said}\n"
    two = one.replace("{people}", "{people}\n\n1 School of {title}\n2 {people} Fund, Rome\n3 {work} of {full}")
    printed = two + "\n{n}\n\nSpring Meeting on Shores, Graz, 6-9 May 2019\n\n{said}\n"
    pages = [page(each, width=99).split("\nP-") for each in (printed, one, two)]
    text = "\nP-".join(pages[n % 3][n] for n in range(len(BESIDE)))
    titles = [f"{title} {FULL[n % 4]}" for n, title in enumerate(BESIDE)]
    for title in titles:
        text = text.replace(title, textwrap.fill(title, 50))
    head = f"Spring Meeting\n\nEdited by\nAna Roe, Max Poe and Jan Loe\n\nWelcome\n\n{INTRO}\n\n"
    assert [mention.title for mention in extract(head + text).mentions] == titles


def test_summaries_of_some_items_of_a_list_are_remarks() -> None:
    items, titles = page("{title} [Paper]\n    {people} (Isis {year})\n    Summary: {one}").split("\n"), []
    for n, title in enumerate(BESIDE):
        short = n % 5 in (0, 3)
        titles.append(title if short else f"A Survey of {title}")
        items[3 * n : 3 * n + 3] = [f"{titles[-1]} [Paper]", items[3 * n + 1], items[3 * n + 2] if short else ""]
    text = "\n".join(filter(None, items))
    assert [mention.title for mention in extract(f"Our list\n\n{text}").mentions] == titles
