"""Pages typed below headings of Markdown without any other sign of it: each of their lines is one."""

from __future__ import annotations

import pytest

from enrich.mentions import extract
from tests.mentions.documents import markdown

TITLES = (
    "Seiches in Long Basins",
    "How Grains Move Below the Waves",
    "Learning to Forecast Storm Surges",
    "Winds over Mud",
    "Salt Wedges and Their Ends",
    "Wave Runup on Steep Beaches",
)
PEOPLE = (
    "Jane Roe, Max Poe",
    "Ana Costa, Bo Lind",
    "Cy Mann, Jane Roe",
    "Bo Lind, Max Poe",
    "Jane Roe, Bo Lind",
    "Max Poe, Cy Mann",
)


@pytest.mark.parametrize(
    "entry", ["{title} (ICES 2019)", "{people}. {title}. ICES 2019", "{title} - {people} - ICES 2019"]
)
def test_lines_below_headings_are_entries(entry: str) -> None:
    lines = [entry.format(title=title, people=people) for title, people in zip(TITLES, PEOPLE, strict=True)]
    page = "\n".join(["# Reading list", "", "## Sand", *lines[:3], "", "## Water", *lines[3:], ""])
    found = extract(markdown(page)).mentions
    assert [(item.title, item.venue, item.year) for item in found] == [(title, "ICES", 2019) for title in TITLES]
    assert [item.section for item in found] == ["Sand"] * 3 + ["Water"] * 3


def test_headings_over_facts_are_titles() -> None:
    notes = [
        f"## {t}\n{p}\nICES 2019\n\nWe count what {n} gulls see in May.\n"
        for n, (t, p) in enumerate(zip(TITLES, PEOPLE, strict=True))
    ]
    found = extract(markdown("# Notes\n\n" + "\n".join(notes))).mentions
    assert [(item.title, ", ".join(item.authors)) for item in found] == list(zip(TITLES, PEOPLE, strict=True))
    assert {(item.venue, item.year) for item in found} == {("ICES", 2019)}
