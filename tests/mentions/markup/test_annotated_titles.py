"""Reading notes in Markdown: a title, below it who wrote it, when and where, and then the abstract."""

from __future__ import annotations

import pytest

from enrich.documents.shape import kind_of_text
from enrich.mentions import extract
from enrich.records import Document, Mention, MentionKind

TITLES = (
    "Tidal Pools under Warming Seas",
    "A Census of Northern Kelp Forests",
    "Do Limpets Remember Homes?",
    "Waves and What They Carry to the Shore",
    "The Slow Return of the Eel",
    "Salt in the Roots of Dune Grass",
    "How Geese Choose Their Meadows",
    "Counting Herons from the Air",
    "Mud, Worms and the Price of Bait",
)
NAMES = ("Jane Roe, Max Poe", "Kim Doe", "J. Zoe, A. Fox and T. Moe")
SAID = (
    "In 1998, few of these were known at all. What we found holds for wide estuaries and fails in narrow ones.",
    "“They are slow”, wrote one of the first to look at them. We followed four for six winters.",
    "Is this a rule, and where does it end? A model explains half of the change, the rest is left to the rivers.",
)


def papers(text: str) -> list[Mention]:
    document = Document("list", "list", kind_of_text(text), text, "", len(text))
    return [mention for mention in extract(document).mentions if mention.kind is MentionKind.PAPER]


def notes(form: str) -> str:
    records = [form.format(t=title, n=NAMES[at % 3], s=SAID[at % 3], y=2010 + at) for at, title in enumerate(TITLES)]
    return "# Notes\n\n" + "\n".join(records)


@pytest.mark.parametrize(
    "form",
    [
        "### {t}\n{n} ({y}), Sea Studies\n\n{s}\n",
        "### {t}\n{n} ({y}). Sea Studies 3(1), 5-9\n\n{s}\n",
        "### {t}\n\n{n}, {y}. Sea Studies 3, 5-9.\n\n{s}\n",
        "### {t}\n\n{n} — *Sea Studies* {y} · ★★★\n\n> {s}\n",
        "**{t}**  \n{n} · Sea Studies {y} · [paper](https://e.org/{y}.pdf)\n\n> {s}\n",
        "**{t}**  \n{n}, *Sea Studies* {y}\n\n> {s}\n",
    ],
)
def test_lines_of_people_year_and_place_state_the_facts_of_the_title_above(form: str) -> None:
    found = papers(notes(form))
    assert [paper.title for paper in found] == list(TITLES)
    assert [paper.year for paper in found] == [2010 + at for at in range(len(TITLES))]
    assert {paper.venue for paper in found} == {"Sea Studies"}
    assert [paper.authors[-1] for paper in found[:3]] == ["Max Poe", "Kim Doe", "T. Moe"]


@pytest.mark.parametrize("more", ["", "\n>\n> We also counted them at night, by “Lamps of Old”, as one does."])
def test_quotations_below_titles_are_their_abstracts(more: str) -> None:
    found = papers(notes("**{t}**\n\n> {s}" + more + "\n"))
    assert [paper.title for paper in found] == list(TITLES)


def test_quotations_that_hold_all_entries_are_no_abstracts() -> None:
    listed = "".join(f"> **{title}**, Jane Roe, *Sea Studies* 2019\n\n" for title in TITLES)
    found = papers(f"# Papers\n\nAll that we have read.\n\n{listed}")
    assert [paper.title for paper in found] == list(TITLES)


def test_titles_without_a_link_among_linked_ones_are_told_by_people_place_and_year_below() -> None:
    below = "\n\nKim Doe et al. — *Sea Studies* 2019 · ★★\n\n> " + SAID[0]
    linked = [f"### [{title}](https://doi.org/10.1000/{at}){below}" for at, title in enumerate(TITLES)]
    page = "\n\n".join(["# Notes", *linked[:4], f"### Eels at Night{below}", *linked[4:]])
    found = papers(page)
    assert [paper.title for paper in found] == [*TITLES[:4], "Eels at Night", *TITLES[4:]]
    assert {(paper.venue, paper.year) for paper in found} == {("Sea Studies", 2019)}
