"""Titles that begin with what elsewhere is a label, and end in what elsewhere is a figure. Made-up papers."""

from __future__ import annotations

from enrich.mentions import extract as read
from enrich.records import DocumentKind
from tests.mentions.documents import document
from tests.mentions.text.reading import extract

NAMES = ("Alpha", "Beta", "Gamma", "Delta", "Kappa", "Sigma", "Omega", "Tau")
BARE = ("Sand Grain Physics", "Waves in Ten Rooms", "Shores of Nine Lands", "Fog of the Bay")


def test_titles_begin_with_words_that_name_fields_of_records() -> None:
    lines = [
        "Server: a survey of wave machines, Max Poe, 2020",
        "Provider networks in coastal towns",
        "Creators: who makes dunes",
        "Release Date: forecasting of tides",
    ]
    titles = [mention.title for mention in extract("Reading\n\n" + "\n".join(lines) + "\n").mentions]
    assert titles == ["Server: a survey of wave machines", *lines[1:]]


def test_parts_are_no_figures_that_all_papers_have() -> None:
    named = ("Tides of the Day", "Tides of the Night", "Dunes of the Night", "Dunes of the Day")
    parts = [f"{name} (part {n})" for name in named for n in (1, 2)]
    lines = [*parts[:2], *BARE[:2], *parts[2:6], BARE[2], *parts[6:], BARE[3]]
    found = [mention.title for mention in extract("Lectures\n\n" + "\n".join(lines) + "\n").mentions]
    assert len(found) == len(lines)
    assert set(BARE) <= set(found)


def test_numbers_alone_in_brackets_stay_in_titles() -> None:
    titles = [
        f"Model {name} in the Sand ({n}.5)"
        for n, name in enumerate(["Alpha", "Beta", "Gamma", "Delta", "Kappa", "Sigma", "Omega", "Tau"])
    ]
    assert [mention.title for mention in extract("Models\n\n" + "\n".join(titles) + "\n").mentions] == titles


def test_counted_categories_are_nobody() -> None:
    counts = {"legged": 27, "grasping": 12, "SLAM": 21, "planning": 11, "soft robots": 39, "HRI": 29, "control": 33}
    counted = "".join(f'<div class="c">{name} <span>({n})</span></div>' for name, n in counts.items())
    links = "".join(
        f'<li><a href="https://arxiv.org/abs/2101.0000{n}">{title}</a></li>' for n, title in enumerate(BARE)
    )
    page = f"<html><body><h1>Research</h1>\n<div>{counted}</div>\n<ul>{links}</ul></body></html>"
    assert [mention.title for mention in read(document(page, DocumentKind.HTML)).mentions] == list(BARE)
