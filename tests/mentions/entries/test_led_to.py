"""Lists in which an arrow leads on to what is said of a paper, or to the paper that a mere name belongs to."""

from __future__ import annotations

import pytest

from enrich.records import MentionKind
from tests.mentions.test_kept_shapes import papers
from tests.mentions.text.test_shapes import HOW, TITLES

SIGNS = pytest.mark.parametrize("sign", ["->", "→", "=>"])
MARKED = pytest.mark.parametrize("marked", [True, False])


@SIGNS
@MARKED
def test_what_an_arrow_leads_on_to_is_said_of_the_paper(sign: str, marked: bool) -> None:
    places = (", Shore Letters 2019", " (2018)", "")
    rows = [
        (f"- [{title}](https://arxiv.org/abs/1901.0{1000 + n})" if marked else f"* {title}")
        + f"{places[n % 3]} {sign} counts {HOW[n]} by night. No code yet."
        for n, title in enumerate(TITLES)
    ]
    found = papers(("# Shores\n\n" if marked else "Shores\n\n") + "\n".join(rows))
    assert [paper.title for paper in found] == list(TITLES)
    assert [(paper.venue, paper.year) for paper in found[:3]] == [("Shore Letters", 2019), (None, 2018), (None, None)]
    assert (found[1].description or "").startswith(f"counts {HOW[1]} by night")


@MARKED
@pytest.mark.parametrize("said", ["code for 2017 paper: ", "PyTorch code of the 2017 paper: "])
def test_a_name_leads_on_to_the_paper_it_belongs_to(said: str, marked: bool) -> None:
    names = [f"{how}kit" for how in HOW]
    rows = [
        (f"- [{name}](https://github.com/roe/{name})" if marked else f"* {name}") + f" -> {said}{title}"
        for name, title in zip(names, TITLES, strict=True)
    ]
    found = papers(("# Shores\n\n" if marked else "Shores\n\n") + "\n".join(rows))
    assert [paper.title for paper in found] == list(TITLES)
    assert {(paper.year, paper.kind) for paper in found} == {(2017, MentionKind.PAPER)}


def test_linked_titles_have_the_year_that_is_said_in_front() -> None:
    rows = [
        f"- [{how}kit](https://github.com/roe/{how}) -> code for 2017 paper: [{title}](https://doi.org/10.1234/{n})"
        for n, (how, title) in enumerate(zip(HOW, TITLES, strict=True))
    ]
    found = papers("# Shores\n\n" + "\n".join(rows))
    assert [(paper.title, paper.year) for paper in found] == [(title, 2017) for title in TITLES]


def test_arrows_of_a_few_titles_are_their_own() -> None:
    titles = ("Sand -> Glass: What the Kiln Remembers", *TITLES[1:])
    found = papers("Shores\n\n" + "\n".join(f"* {title}. Shore Letters, 2019." for title in titles))
    assert [paper.title for paper in found] == list(titles)
