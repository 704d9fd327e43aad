"""Numbers alone on their lines, in front of the words of links, and lists of addresses that they lead to."""

from __future__ import annotations

import textwrap

import pytest

from tests.mentions.text.reading import extract
from tests.mentions.text.test_shapes import HOW, TITLES

FAMILIES = ("Poe", "Lindholm", "Featherstone", "Ott", "Winterbottom", "Hale", "Montgomery")


def test_a_number_that_ends_the_line_below_is_not_put_behind_the_line_above() -> None:
    page = "\n".join(f"[{n}]\n{title} [{n}]" for n, title in enumerate(TITLES, start=1))
    titles = [mention.title for mention in extract(page).mentions]
    assert not any(f"[{n + 1}]" in title for n, title in enumerate(titles, start=1))
    assert len(titles) == len(TITLES)


def browsed(*, hidden: bool) -> str:
    """A page as text browsers print it: links numbered, some of them without a word, their addresses at the end."""
    said = [f"[{n}]{title} -> counts {HOW[n - 1]} by night, in all weathers" for n, title in enumerate(TITLES, start=1)]
    said[3] = f"[4]tidekit -> code that we ran for our 2018 paper: [11]{TITLES[3]}"
    entries = [textwrap.fill(each, 58, initial_indent="  * ", subsequent_indent="    ") for each in said]
    top = "   [12]Skip to content\n\nRepository files navigation\n\n   README\n\nShores\n\n"
    side = (
        "\n\nAbout\n\n   Tides and shores of the north\n\nResources\n\n   Readme\n\nStars\n\n   3 stars\n\nForks\n\n"
        "   2 forks\n\nFooter\n\n   * Terms of this site\n   * Docs of this site\n   * Cookies and what they do\n\n"
    )
    links = [f"  {n}. https://arxiv.org/abs/1901.0{1000 + n}" for n in range(1, 13)]
    more = ["", "   Hidden links:", "  14. https://example.org/a", "  15. https://example.org/b"] if hidden else []
    return "\n".join([top + "\n".join(entries) + side + "References\n\n   Visible links:", *links, *more])


@pytest.mark.parametrize("hidden", [False, True])
def test_what_stands_beside_a_repository_ends_above_the_addresses_of_the_links(hidden: bool) -> None:
    found = extract(browsed(hidden=hidden)).mentions
    assert [mention.title for mention in found] == list(TITLES)
    assert [link.url for link in found[4].links] == ["https://arxiv.org/abs/1901.01005"]


def test_the_number_of_a_link_that_did_not_fit_on_its_line_marks_no_entry() -> None:
    paper = extract(browsed(hidden=False)).mentions[3]
    assert (paper.title, paper.year, paper.line) == (TITLES[3], 2018, 16)


@pytest.mark.parametrize("width", range(56, 66, 3))
def test_the_number_of_a_link_behind_people_marks_no_entry(width: int) -> None:
    people = [f"A. {FAMILIES[n % 4]}, B. {FAMILIES[n % 5]} and M. {FAMILIES[n % 7]}" for n in range(1, 11)]
    said = [f"{who}, [{n}]{title}, Oikos 2018." for n, (who, title) in enumerate(zip(people, TITLES, strict=True), 1)]
    entries = [textwrap.fill(each, width, initial_indent="  * ", subsequent_indent="    ") for each in said]
    links = [f"  {n}. https://arxiv.org/abs/1901.0{1000 + n}" for n in range(1, 11)]
    top = textwrap.fill("We keep here what we have read of the tides and of all that they carry. " * 3, width + 2)
    page = "\n".join([f"Papers\n\n{top}\n", *entries, "\nReferences\n", *links])
    assert [mention.title for mention in extract(page).mentions] == list(TITLES)


def test_the_numbers_of_links_whose_addresses_were_left_behind_are_no_words_of_titles() -> None:
    said = [
        f"  * {title} ([{2 * n - 1}]PDF, [{2 * n}]notes)\n    by Ada Poe" for n, title in enumerate(TITLES, start=1)
    ]
    assert [mention.title for mention in extract("Shores\n\n" + "\n\n".join(said)).mentions] == list(TITLES)


def test_numbers_right_in_front_of_references_count_these() -> None:
    cited = [f"[{n}]Poe A. {title}. Oikos {n}, 2018. Goes beyond [{n % 4 + 1}]." for n, title in enumerate(TITLES, 1)]
    assert len(extract("Shores\n\n" + "\n".join(cited)).mentions) == len(TITLES)
