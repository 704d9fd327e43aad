"""Pictures behind titles are marks of the page, where they come again; one alone is the title's own."""

from __future__ import annotations

import pytest

from enrich.mentions import extract
from enrich.mentions.items import Item
from enrich.mentions.review.pictures import cut_pictures
from enrich.records import DocumentKind
from tests.mentions.documents import document

TITLES = ("What a Tide Leaves", "Salt in the Wind", "Where Herons Wait", "The Sea at Work", "Slow Light in Vapour")


@pytest.mark.parametrize(
    ("ends", "left"),
    [
        ((" 🏆", "", " 🏆", " 🏆", " 🏆 🔥"), ("", "", "", "", " 🏆 🔥")),
        ((" 🔥", "", " 🏆", "", ""), (" 🔥", "", " 🏆", "", "")),
        ((" :star:", "", "", "", " :star: :fire:"), ("",) * 5),
        ((" ❤️", " ❤️", " ❤️", " ⭐️", ""), ("", "", "", " ⭐️", "")),
        ((" :part",) * 5, (" :part",) * 5),
        ((" ∞", " ∞", " ∞", " ∞", " ∞"), (" ∞",) * 5),
    ],
    ids=["a cup", "of their own", "names", "variants", "words behind colons", "no picture"],
)
def test_pictures_that_come_again_are_no_part_of_titles(ends: tuple[str, ...], left: tuple[str, ...]) -> None:
    items = [Item(line=at, title=title + end) for at, (title, end) in enumerate(zip(TITLES, ends, strict=True))]
    cut_pictures(items)
    assert [item.title for item in items] == [title + end for title, end in zip(TITLES, left, strict=True)]


@pytest.mark.parametrize("kind", [DocumentKind.MARKDOWN, DocumentKind.TEXT])
def test_pictures_stand_between_titles_and_people(kind: DocumentKind) -> None:
    entries = "".join(
        f"{n}. {title}{' 🏆' if n % 2 else ''} — Jane Roe, Max Poe.\n" for n, title in enumerate(TITLES, start=1)
    )
    text = f"# Shores\n\n{entries}"
    assert [mention.title for mention in extract(document(text, kind)).mentions] == list(TITLES)


def test_name_that_lost_its_last_colon_is_that_of_a_picture() -> None:
    item = Item(line=1, title=f"{TITLES[0]} :trophy", whole=f"{TITLES[0]} :trophy: — Jane Roe")
    cut_pictures([item])
    assert item.title == TITLES[0]
