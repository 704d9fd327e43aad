"""Menus around a list that were read as items are none."""

from __future__ import annotations

import pytest

from enrich.mentions.items import Draft, Item
from enrich.mentions.review.menus import drop_menus
from enrich.records import LineClass

PAPERS = [f"The {what} of Northern {place} in Winter" for what in ("Tides", "Sands", "Winds") for place in "ABCDEFG"]
MENU = [
    "Main page",
    "Contents",
    "Recent changes",
    "Contact us",
    "Upload file",
    "Help",
    "About the sea atlas and its aims",
]


def _draft(menu: list[str], **facts: object) -> Draft:
    papers = [Item(line=20 + at, title=title, **facts) for at, title in enumerate(PAPERS)]  # type: ignore[arg-type]
    above = [Item(line=1 + at, title=title) for at, title in enumerate(menu)]
    below = [Item(line=60 + at, title=title) for at, title in enumerate(menu)]
    below[0].authors = ("Ana Roe",)  # a link that looks like a name
    return Draft(items=[*above, *papers, *below])


def test_short_words_above_and_below_all_that_states_facts_are_no_items() -> None:
    draft = _draft(MENU, authors=("Ana Roe",), year=2019)
    drop_menus(draft)
    assert [item.title for item in draft.items] == PAPERS
    assert {draft.lines[line].line_class for line in (1, 60)} == {LineClass.FURNITURE}


@pytest.mark.parametrize(
    ("menu", "facts"),
    [
        (MENU[:5], {"authors": ("Ana Roe",), "year": 2019}),  # too few for a menu
        (PAPERS[:6], {"authors": ("Ana Roe",), "year": 2019}),  # titles
        (MENU, {"year": 2019}),  # that items state but one kind of fact is chance
    ],
)
def test_what_may_be_titles_stays(menu: list[str], facts: dict[str, object]) -> None:
    draft = _draft(menu, **facts)
    drop_menus(draft)
    assert len(draft.items) == 2 * len(menu) + len(PAPERS)
