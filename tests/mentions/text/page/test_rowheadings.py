"""Lines that a rule of their own length underlines."""

from __future__ import annotations

import pytest

from tests.mentions.text.reading import extract

FIRST = ["Salt in the Wind", "Where Herons Wait", "The Sea at Work"]
SECOND = ["Slow Light in Warm Vapour", "Do Limpets Remember Homes?", "Soil Fungi as Partners of Trees"]


def listed(titles: list[str]) -> str:
    return "".join(f"* {title} (ICES 2018)\n" for title in titles)


@pytest.mark.parametrize("rule", ["=", "-", "~"])
def test_underlined_lines_are_headings(rule: str) -> None:
    name = "Readings in Tidal Ecology (Fall 2023)"
    page = f"{name}\n{rule * len(name)}\n\nPick one paper.\n\n{listed(FIRST)}"
    found = extract(f"{page}\nMore (2024)\n{rule * 11}\n\n{listed(SECOND)}")
    assert [mention.title for mention in found.mentions] == FIRST + SECOND


def test_underlined_titles_above_their_authors_are_none() -> None:
    titles = ("Tidal Pools under Warming Seas", "Do Limpets Remember Homes?", "Slow Light in Warm Vapour and Ice")
    text = "\n\n".join(f"{title}\n{'-' * len(title)}\nAna Roe, Max Poe, Kim Doe\nOikos 2019" for title in titles)
    assert [mention.title for mention in extract(text).mentions] == list(titles)
