"""Numbers in front of headings count the sections of a page."""

from __future__ import annotations

import pytest

from tests.mentions.text.reading import extract

TOPICS = ("Shores", "Harbours and Bridges at Night", "Pricing of Salt and Sand")
TITLES = [f"The {what} of Wide Bays" for what in ("Salt", "Silence", "Colour", "Weight", "Growth", "Memory")]


def page(parts: str, mark: str) -> str:
    entries = [
        f"{mark} Roe, J. and M. Poe (201{n}), “{title},” Shore Review, 12, 3–1{n}.\n" for n, title in enumerate(TITLES)
    ]
    sections = [
        f"{n} {topic}\n\n{parts.format(n=n)}{''.join(entries[2 * n - 2 : 2 * n])}" for n, topic in enumerate(TOPICS, 1)
    ]
    return "Readings on shores\n\n" + "\n".join(sections)


@pytest.mark.parametrize("parts", ["", "{n}.1 Foundations\n\n"])
def test_lines_that_count_up_over_marked_entries_are_headings(parts: str) -> None:
    found = extract(page(parts, "•")).mentions
    assert [mention.title for mention in found] == TITLES
    assert [mention.section.split(" > ")[0] for mention in found[::2]] == [f"{n} {t}" for n, t in enumerate(TOPICS, 1)]
