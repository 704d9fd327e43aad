"""List entries wrapped by programs that set their further lines in afterwards."""

from __future__ import annotations

import textwrap

import pytest

from tests.mentions.text.reading import extract
from tests.mentions.text.wrapped.test_hanging import TITLES

TAGS = ("[ICES 2016] ", "[Shore 2017] ", "", "[Sand Letters 2019] ", "[ICES 2018] ")
PEOPLE = ("Ana Roe", "Ana Roe, Max Poe, Kim Doe and Ida Fox", "Max Poe and Jo Zoe", "U. Kay, Ana Roe and Jo Zoe")


def test_first_lines_of_entries_may_be_narrower() -> None:
    entries, titles = [], []
    for at in range(20):
        title, tag = f"{TITLES[at % 5]} of bay {at}", TAGS[at % 5]
        sign = '"' * (at % 7 > 0 or not tag)
        first, *others = textwrap.wrap(f"* {sign}{title}{sign} {tag}{PEOPLE[at % 4]} [pdf]", 79)
        entries += [f"     {first}", *(f"         {line}" for line in others)]
        titles.append(title)
    said = textwrap.fill("A running list of what somebody of us has read about shores. " * 3, 84)
    found = extract(f"Papers we like\n\n{said}\n\nNews of the Shores\n\n" + "\n".join(entries) + "\n").mentions
    assert [mention.title for mention in found] == titles


def test_addresses_that_stick_out_tell_no_width_and_stay_whole() -> None:
    entries, titles, urls = [], [], []
    for at in range(16):
        titles.append(f"{TITLES[at % 5]} of bay {at}")
        files = "-".join(f"{word}%20{at}" for word in titles[-1].split())
        urls.append(f"https://github.com/shore/Sand-papers/blob/main/{files}.pdf")
        first, *others = textwrap.wrap(f"• [ICES {2001 + at}] {titles[-1]} {urls[-1]}", 72, break_long_words=False)
        entries += [f"  {first}", *(f"    {line}" for line in others)]
    assert any(len(line) > 80 for line in entries)
    found = extract("Papers we like\n\n" + "\n".join(entries) + "\n").mentions
    assert [mention.title for mention in found] == titles
    assert [[link.url for link in mention.links] for mention in found] == [[url] for url in urls]


@pytest.mark.parametrize("width", [64, 78])
def test_entries_broken_among_names_are_wrapped(width: int) -> None:
    names = ["Rosa Marin", "Hugo Leroy", "Tom Barlow", "Greta Nilsen", "Elif Demir", "Mark Olsen", "Ida Falk", "Jo Fox"]
    entries = [
        f"{TITLES[n % len(TITLES)].title()} [pdf], {', '.join(names[(n + more) % 8] for more in range(1 + n % 3))}, "
        f"{('Nature Geoscience', 'Social Studies of Science')[n % 2]} {2000 + n}"
        for n in range(20)
    ]
    page = "\n\n".join(textwrap.fill(entry, width) for entry in entries)
    found = extract(f"Papers\n\n{page}\n").mentions
    assert [mention.year for mention in found] == [2000 + n for n in range(20)]
