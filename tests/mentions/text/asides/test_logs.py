"""What was done to a page, on which day, and its contents: no papers."""

from __future__ import annotations

import random

from tests.mentions.text.flat.test_segments import titles
from tests.mentions.text.reading import extract


def test_days_below_a_heading_about_the_page_and_short_contents_are_no_papers() -> None:
    stated = titles(random.Random("logs"), 12)
    named = list(zip(stated, "Ana Ben Ida Jon Kim Lea Max Mia Noa Tim Uma Zoe".split(), strict=True))  # noqa: SIM905
    page = "Shore and tide papers\n\nUpdate log\n\n2021/3/09 - update all of the recent papers.\n"
    page += "2021/10/18 - update ICES 2021, MARE 2021 papers.\n2022/6 - add links of codes.\n\n"
    page += "Table of Contents\n\n    Paper list from 2015 to now (2023)\n    Sand Papers\n    Tide Papers\n\n"
    for head, group in (("Sand Papers", named[:6]), ("Tide Papers", named[6:])):
        page += f"{head}\n\n"
        page += "".join(f"- {title} | {name} Roe, et al. | [ICES 2019] | [pdf]\n" for title, name in group) + "\n"
    assert [mention.title for mention in extract(page).mentions] == stated


def test_days_of_meetings_keep_their_papers() -> None:
    stated = titles(random.Random("meetings"), 8)
    page = "Reading group\n\nSchedule\n\n" + "".join(f"2021/3/0{n + 1} - {t}\n\n" for n, t in enumerate(stated))
    assert [mention.title for mention in extract(page).mentions] == stated


def test_news_by_the_month_are_no_papers() -> None:
    stated = titles(random.Random("news"), 8)
    page = "Jane Roe\n\nNews\n\nJune 2024: Our paper on tides was accepted in Shore Letters.\n"
    page += "March 2024: I gave a plenary talk at the Tide Fair.\nJanuary 2024: A position on sands is open.\n"
    page += "\nPublications\n\n"
    place = "in: Tides: Old, New, and Lost (ICES 20{0}), Press, pp. {0}-99."
    page += "".join(f"{n + 1}. J. Roe and A. Poe, {t}, {place.format(n + 10)}\n" for n, t in enumerate(stated))
    found = extract(page).mentions
    assert [(mention.title, mention.venue, mention.year) for mention in found] == [
        (title, "Tides: Old, New, and Lost", 2010 + n) for n, title in enumerate(stated)
    ]


def test_papers_behind_days_below_news_are_no_log() -> None:
    stated = titles(random.Random("news"), 10)
    page = "Shore papers\n\nUpdates\n\n" + "".join(f"2023-05-{n + 11} {t} [pdf]\n" for n, t in enumerate(stated))
    assert [mention.title for mention in extract(page).mentions] == stated
