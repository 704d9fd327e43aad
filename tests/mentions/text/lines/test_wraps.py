"""List entries wrapped by programs that set their further lines in afterwards."""

from __future__ import annotations

import textwrap

from tests.mentions.text.lines.test_hanging import TITLES
from tests.mentions.text.reading import extract

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
