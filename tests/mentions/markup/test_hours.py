"""Programmes in Markdown: hours in front of talks are no part of their titles."""

from __future__ import annotations

from enrich.mentions import extract
from tests.mentions.documents import markdown

PROGRAMME = """# Workshop on Tides 2021

## 09:00-09:30 Welcome

## 09:30-10:00 Harbour Seiches in Long Basins
*Jane Roe, Max Poe*

We measure seiches in three basins.

## 10:00 - 10:30: Sediment Transport Below Breaking Waves
*Ana Costa*

## 10:30-11:00 Coffee break

## 11:00-11:30 Learning to Forecast Storm Surges
*Bo Lind, Cy Mann*
"""
TITLES = [
    "Harbour Seiches in Long Basins",
    "Sediment Transport Below Breaking Waves",
    "Learning to Forecast Storm Surges",
]


def test_headings_with_hours_are_titles_and_breaks_are_none() -> None:
    assert [mention.title for mention in extract(markdown(PROGRAMME)).mentions] == TITLES


def test_hours_in_front_of_list_entries_are_no_part_of_titles() -> None:
    hours = ("09:00", "09:30 - 10:00", "10:00")
    talks = [f"- {hour} {title}. Jane Roe, Max Poe. 2019" for hour, title in zip(hours, TITLES, strict=True)]
    page = "# Tides\n\n" + "\n".join([*talks, "- 10:30 Lunch"])
    assert [mention.title for mention in extract(markdown(page)).mentions] == TITLES
