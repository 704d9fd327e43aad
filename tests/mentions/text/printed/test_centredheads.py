"""Books of abstracts in letters of one size: title, people and places each a block in the middle of the page."""

from __future__ import annotations

import textwrap

import pytest

from tests.mentions.text.reading import extract

WIDTH = 92
TITLES = [
    "Tidal pools under warming seas",
    "A census of northern kelp forests and of all that lives beneath their wide canopies",
    "How do limpets find their way?",
    "On the weight of barnacles on the old wooden piers of the western harbour towns and what it tells",
    "Night songs of four gulls",
    "Two fortunate storms",
    "Salt marshes after a century of dikes and drains and the return of a wide and shallow bay",
    "On the shapes of pebbles",
    "Sand that sings below the feet of those who walk",
]
PEOPLE = [
    "Ana Clément1, Max Poe2",
    "J. M. Moe1",
    "Kay Doe1, Lea Coe2, Robert Augustus Noe1, Jonathan Livingston Hoe3, Theodora Poe2 and James Henry Loe2",
]
PLACES = ["1 Institute of Tides, Harbour University, Norway", "2 Bay Institute", "E-mail: roe@bay.example.org"]
ABSTRACT = (
    "We walk along the shore and count what lives there. The numbers differ between the four seas [1], "
    "and no species is found in all of them. The present work leads to further studies of the shore."
)


def centred(text: str) -> list[str]:
    return [line.center(WIDTH).rstrip() for line in textwrap.wrap(text, WIDTH - 20)]


def record(at: int, title: str, *, apart: bool, code: bool) -> list[str]:
    lines = [f"P{at // 4}.{at % 4}"] * code + centred(title) + [""] + centred(PEOPLE[at % 3]) + [""] * apart
    lines += [line for place in PLACES[: 1 + at % 3] for line in centred(place)] + [""]
    lines += textwrap.wrap(ABSTRACT, WIDTH)
    lines += textwrap.wrap(ABSTRACT, WIDTH, initial_indent="   ") if at % 2 and code else []
    lines += ["", "References", f"[1] J. Loe et al., J. Shore Res. {at}, 75 (2005)"] if at % 3 else []
    lines += ["", "Keywords: limpets, tides, piers"] if at % 4 == 1 else []
    return [*lines, "", ""]


def book(*, apart: bool, code: bool, contents: bool) -> str:
    lines = [*centred("Days of the Shore"), "", *centred("Edited by the makers"), "", ""]
    lines += ["Committee", "", "   Ana Roe          Bay Institute", "   Kay Loe          Harbour University", ""]
    if contents:
        lines += ["Contents", "", f"Plenary talks {7:>72}"]
        for at, title in enumerate(TITLES, start=7):
            *first, last = textwrap.wrap(title, 60)
            lines += [f"   {line}" for line in first] + [f"   {last} {'. ' * 12}{at:>4}", "      A. Clément, M. Poe"]
        lines += [""]
    lines += [*centred("SHORES"), ""]
    return "\n".join(
        [*lines, *(line for at, title in enumerate(TITLES) for line in record(at, title, apart=apart, code=code))]
    )


@pytest.mark.parametrize(
    ("apart", "code", "contents"), [(False, True, False), (True, False, False), (True, False, True)]
)
def test_titles_of_heads_whose_parts_are_blocks_are_the_papers(apart: bool, code: bool, contents: bool) -> None:
    mentions = extract(book(apart=apart, code=code, contents=contents)).mentions
    assert [mention.title for mention in mentions] == TITLES
    assert [mention.authors[:1] for mention in mentions[:2]] == [("Ana Clément",), ("J. M. Moe",)]
    assert all("walk along the shore" in (mention.abstract or "") for mention in mentions)
