"""Titles whose second line stands behind their colon, above the names of their authors."""

from __future__ import annotations

from tests.mentions.text.reading import extract
from tests.mentions.text.wrapped.test_blocks import TITLES

PEOPLE = (
    "Ana Roe, Max Poe and Kim Doe (Bergen)",
    "Ida Fox and Jo Zoe",
    "Max Poe (Cork)",
    "Jo Zoe, Ursula Kay and Ana Roe",
)
PARTED = ("SandNet:\nTracing Grains in Wind Tunnels", "You Wait, You Count:\nA Study of Patience")
SAID = (
    "Abstract. Hardly any of the {n} shores that we saw stays as it is. We counted what is left of them in {n} bays.\n"
    "Keywords: shores, {n} bays"
)


def record(title: str, n: int) -> str:
    return f"{title}\n{PEOPLE[n % 4]}\n{SAID.format(n=n + 3)}\n"


def page(titles: tuple[str, ...]) -> str:
    head = "Shore Days\nBook of abstracts\n\nSession 1: Sands and Seas\nMonday, Lecture hall C\n\n"
    records = "\n".join(record(title, n) for n, title in enumerate(titles))
    return f"{head}{records}\nPosters\nTuesday, Lecture hall B\n\n{record('A Last Word on Reefs and Their Friends', 1)}"


def test_second_lines_behind_colons_belong_to_titles() -> None:
    found = extract(page((*TITLES, *PARTED))).mentions
    assert [mention.title for mention in found] == [
        *TITLES,
        *(title.replace("\n", " ") for title in PARTED),
        "A Last Word on Reefs and Their Friends",
    ]


def test_headings_with_colons_are_no_titles() -> None:
    sections = "".join(f"Part {'ABCDEFGH'[n]}:\n\n{record(title, n)}\n" for n, title in enumerate(TITLES))
    assert [mention.title for mention in extract(f"Shore Days\n\n{sections}").mentions] == list(TITLES)
