"""Annotated bibliographies: below each reference its abstract, and what its reader thought of it, set in."""

from __future__ import annotations

import textwrap

import pytest

from tests.mentions.text.reading import extract

TITLES = [
    "Tidal pools under warming seas",
    "A census of northern kelp forests and of all that lives beneath their canopies",
    "How limpets find their way",
    "Sand dunes and the wind",
    "The weight of barnacles on old wooden piers",
    "Night songs of four gulls",
    "Lighthouses and their keepers",
    "Two fortunate storms",
    "Salt marshes after a century of dikes and drains",
    "On the shapes of pebbles",
]
NAMES = ["Roe, A. B.", "Poe, M., & Moe, J.", "Doe, K.", "Coe, L., Noe, R., & Loe, I."]
ABSTRACT = (
    "Some forty of the shores of the north are changing. The numbers of {} differ between the four seas, and none of "
    "them is found in all."
)
REMARKS = [
    "[Read with the reply in the next volume.]",
    "[Overrated, but one has to know it.]",
    "[Photocopy in my room.]",
]


def record(at: int, title: str, *, quoted: bool, width: int) -> str:
    reference = f"{NAMES[at % 4]} ({1971 + at}). {title}. Shore Studies, {at + 3}({at % 4 + 1}), {at + 20}-{at + 31}."
    abstract = ABSTRACT.format(title.split()[-1])
    parts = [f'"{abstract}"' if quoted else abstract, *REMARKS[at % 3 : at % 3 + at % 2]]
    set_in = [textwrap.fill(part, width, initial_indent="    ", subsequent_indent="    ") for part in parts]
    return "\n\n".join([textwrap.fill(reference, width, subsequent_indent="    "), *set_in])


@pytest.mark.parametrize(("quoted", "width", "blank"), [(True, 72, 2), (True, 200, 1), (False, 66, 1)])
def test_abstracts_and_remarks_below_references_are_no_papers(quoted: bool, width: int, blank: int) -> None:
    records = [record(at, title, quoted=quoted, width=width) for at, title in enumerate(TITLES)]
    page = "Annotated Bibliography\n\n" + ("\n" * (blank + 1)).join(records) + "\n"
    mentions = extract(page).mentions
    assert [mention.title for mention in mentions] == TITLES
    assert [mention.year for mention in mentions] == list(range(1971, 1981))
    assert all("differ between the four seas" in (mention.abstract or "") for mention in mentions)


def test_papers_set_in_below_headings_with_a_year_are_papers() -> None:
    entries = "\n\n".join(f"    {name} {title}. Shore Studies." for name, title in zip(NAMES * 3, TITLES, strict=False))
    page = "\n\n".join(f"{year} meeting\n\n{entries}" for year in (2001, 2002))
    assert sum(mention.kind == "paper" for mention in extract(page).mentions) >= len(TITLES)


@pytest.mark.parametrize(
    "top", ["{name} ({year}). {title}. Oikos, 3, 20-31.", "Week {n}, {n} March 2019: what {title} say"]
)
@pytest.mark.parametrize(
    "reply",
    [
        "{name} A Reply to {title} and What Came of It. Journal of Shores, 2018.",
        "Na, L. (2018). A reply to those who wrote of {title}, and what came of it. Oikos, 9, 1-9.",
    ],
)
def test_references_set_in_below_others_or_dated_headings_are_papers(top: str, reply: str) -> None:
    lines = [
        line.format(n=n, title=title, name=NAMES[n % 4], year=1971 + n)
        for n, title in enumerate(TITLES, start=1)
        for line in (top, "    " + reply)
    ]
    titles = [mention.title.casefold() for mention in extract("\n\n".join(lines)).mentions]
    assert sum(title.startswith("a reply to") for title in titles) == len(TITLES)
