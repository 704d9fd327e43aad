"""References whose further lines are set in below the first."""

from __future__ import annotations

import textwrap

import pytest

from tests.mentions.text.reading import extract

TITLES = (
    "Tidal pools under warming seas and the slow return of the northern kelp",
    "Where herons wait: a census of rivers, lakes, and the edges of towns",
    "Salt in the wind and what it does to dunes",
    "The long memory of limpets: evidence from a hundred years of tide tables",
    "Waves, and what they carry to the beach",
)


def page(width: int, indent: str, *, apart: bool) -> str:
    lines = []
    for at, title in enumerate(TITLES):
        text = f"Roe, A., and M. Poe 201{at}. “{title}.” Journal of Shores and Seas 12(3): 45-67."
        wrapped = textwrap.wrap(text, width, break_on_hyphens=False)
        lines.append(f"\n{indent}".join(wrapped) + "\n" * apart)
    return (
        "Week 1. Shores\n\n" + "\n".join(lines) + "\n\nBIO 611 Shores  Syllabus  Page 2 of 9\n\nPaper 1 due on Friday\n"
    )


@pytest.mark.parametrize("width", [60, 72])
@pytest.mark.parametrize("indent", ["    ", "  "])
@pytest.mark.parametrize("apart", [False, True])
def test_lines_set_in_go_on_in_their_reference(width: int, indent: str, apart: bool) -> None:
    mentions = extract(page(width, indent, apart=apart)).mentions
    assert [(mention.title, mention.year) for mention in mentions] == [(t, 2010 + n) for n, t in enumerate(TITLES)]


def test_authors_set_in_below_titles_are_no_rest_of_them() -> None:
    text = "Talks\n\n" + "".join(f"{title}\n    Ana Roe, Max Poe, Kim Doe\n" for title in TITLES)
    assert [mention.title for mention in extract(text).mentions] == list(TITLES)


def test_second_lines_of_numbered_titles_are_set_in_and_names_stand_at_the_margin() -> None:
    text = "Book of abstracts\n\n"
    for at, (kind, title) in enumerate(zip("OPOPPPPPPPPOPOP", TITLES * 3, strict=True)):
        head = textwrap.fill(f"{kind}{at + 1:03}  {title} {at}", 58, subsequent_indent=" " * 6)
        said = f"Abstract: We watched the shores of {at + 3} bays for years, and hardly any of them stays as it is. In"
        said += f" {at + 2} of them the sand went away; what came back in the end is told from our own maps and nets."
        text += f"{head}\nAna Roe, Max Poe, Kim Doe\nUniversity of Bergen\n\n{textwrap.fill(said, 78)}\n\n"
    assert [mention.title for mention in extract(text).mentions] == [f"{t} {at}" for at, t in enumerate(TITLES * 3)]


def test_hyphens_in_front_of_and_part_words_at_the_ends_of_lines() -> None:
    title = "The slow return of small kelps and what it does to mini- and macroalgae in the bays of {}"
    entries = (f"Roe, A. 201{n}. {title.format(n)}. Journal of Shores 12: 45-67." for n in range(8))
    text = "".join(
        textwrap.fill(entry, 73, subsequent_indent="    ", break_on_hyphens=False) + "\n" for entry in entries
    )
    assert "mini-\n" in text
    assert [mention.title for mention in extract(f"Shores\n\n{text}").mentions] == [title.format(n) for n in range(8)]


def test_names_below_numbered_titles_may_go_on_at_the_margin() -> None:
    names = (
        "Ana Roe, Max Poe, Kim Doe, Lena Moe, Ida Stein, Tom\nBerg, Eva Lind",
        "Ana Roe, Max Poe,\nKim Doe",
        "Ida Stein",
    )
    text = "".join(
        f"{at + 1}. {textwrap.fill(f'{title} and further matters of the bays', 46, subsequent_indent='   ')}\n"
        f"{names[at % 3]}\nOikos 201{at}\n\n"
        for at, title in enumerate((*TITLES, TITLES[0].replace("Tidal", "Rock")))
    )
    found = [(mention.title, ", ".join(mention.authors)) for mention in extract(f"Shores\n\n{text}").mentions]
    assert [title.split(" and further")[0] for title, _ in found[:5]] == list(TITLES)
    assert [who for _, who in found] == [name.replace("\n", " ") for name in names * 2]
