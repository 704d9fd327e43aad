"""Titles that go on behind the quotation they begin with: "“Who Asked?” Tides in the Eyes of Those Who Live There"."""

from __future__ import annotations

import pytest

from enrich.mentions import extract
from enrich.mentions.entries.entry import read_entry
from enrich.mentions.entries.parts import Style
from enrich.records import DocumentKind
from tests.mentions.documents import document

TITLES = [
    '"Who Asked the Herons?" Counting Birds in the Eyes of Those Who Hunt',
    "“It Felt Wet” Stories of the Sea from Harbour Pilots",
    "Tidal pools under warming seas",
    "A Survey of Tidal Energy Models for Bays",
    "Salt marshes after a century of dikes",
    '"Nobody Wants the Mud": Estuaries and Their Neighbours',
]
SAID = "We ask how {} behave when shores change. In three bays simple means do as well as costly ones."


@pytest.mark.parametrize(
    ("kind", "head", "entry"),
    [
        (DocumentKind.TEXT, "", "{t}\n\n{s}\n\n"),
        (DocumentKind.TEXT, "Papers\n\n", "- {t}. Jane Roe, Max Poe. ICES, {y}.\n"),
        (DocumentKind.TEXT, "Papers\n\n", "Jane Roe and Max Poe ({y}). {t}. Shore Letters.\n"),
        (DocumentKind.TEXT, "Papers\n\n", "[ICES {y}] {t}. [code]\n"),
        (DocumentKind.MARKDOWN, "# Papers\n\n", "- {t}. Jane Roe, Max Poe. ICES {y}. [pdf](https://a.org/{y}.pdf)\n"),
        (DocumentKind.MARKDOWN, "| Title | Year |\n|---|---|\n", "| {t} | {y} |\n"),
    ],
)
def test_titles_go_on_behind_quotations(kind: DocumentKind, head: str, entry: str) -> None:
    entries = (entry.format(t=t, y=2011 + at, s=SAID.format(t.split()[-1])) for at, t in enumerate(TITLES))
    assert [m.title for m in extract(document(head + "".join(entries), kind)).mentions] == TITLES


def test_names_and_venues_behind_a_quoted_title_are_none_of_it() -> None:
    text = "".join(
        f'- "{title}" {behind} {2011 + at}\n'
        for at, (title, behind) in enumerate(
            [
                ("Counting Birds at Dusk", "Journal of the Shore and of the Sea"),
                ("Stories of the Sea from Pilots", "Jane Roe and Max Poe, ICES"),
                ("Tidal pools under warming seas", "Proceedings of the Conference on Tides"),
                ("Salt marshes after a century", "ICES"),
            ]
        )
    )
    assert [m.title for m in extract(document(f"Papers\n\n{text}", DocumentKind.TEXT)).mentions] == [
        "Counting Birds at Dusk",
        "Stories of the Sea from Pilots",
        "Tidal pools under warming seas",
        "Salt marshes after a century",
    ]


WHOLE = ["Counting Birds at Dusk", "A Theory of Driftwood", "Tidal Flats in Winter", "Sand under Slow Currents"]
PLACES = ["Science of the Total Environment", "Keynote at the Meeting of Sailors", "Notices of the Society of Tides"]


@pytest.mark.parametrize("people", ["", "Jane Roe, Max Poe. "])
@pytest.mark.parametrize("kind", [DocumentKind.TEXT, DocumentKind.MARKDOWN])
def test_places_behind_titles_are_none_of_these_where_all_titles_are_quoted(kind: DocumentKind, people: str) -> None:
    entries = (f'- {people}"{title}" {PLACES[at % 3]}, {2011 + at}.\n' for at, title in enumerate(WHOLE))
    found = extract(document("# Papers\n\n" + "".join(entries), kind)).mentions
    assert [(m.title, m.year) for m in found] == [(title, 2011 + at) for at, title in enumerate(WHOLE)]


@pytest.mark.parametrize("people", ["Jane Roe, Max Poe. ", ""])
def test_places_behind_one_quoted_title_have_fewer_words_or_people_in_front_of_it(people: str) -> None:
    title = "Counting Birds at Dusk" if people else "Counting Birds and Seals at Dusk"
    entry = read_entry(f'{people}"{title}" Science of the Total Environment, 2011', Style(quoted=False))
    assert entry.title == title
