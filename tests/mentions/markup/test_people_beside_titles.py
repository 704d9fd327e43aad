"""Lists in which single people stand where others have several: between title and venue, or set apart by markup."""

from __future__ import annotations

import pytest

from enrich.mentions import extract
from tests.mentions.documents import html, markdown

PAPERS = [
    ("Tidal pools under warming seas", ("Jane Roe", "Max Poe"), "ICES", 2011),
    ("Learning to walk in the snow with soft feet", ("Ida Fox",), "MARE", 2012),
    ("Deep Channels for Small Boats and Big Waves", ("Max Poe",), "ICES", 2013),
    ("Reading the Sea Surface from Space", ("Eva Ash", "Jane Roe"), "SHORE", 2014),
    ("A Survey of Tidal Energy Models for Bays", ("Jo Zoe", "Tom Orr", "Eva Ash"), "MARE", 2015),
    ("Ten Simple Rules for Better Harbours", ("Kim Doe", "Lin Moe", "Max Poe"), "ICES", 2016),
    ("Herons at Dusk: What the Camera Sees", ("Uma Kay", "Jane Roe", "Ben Ely"), "ICES", 2017),
    ("Salt marshes after a century of dikes", ("Ben Ely",), "SHORE", 2018),
]


@pytest.mark.parametrize(
    "form",
    [
        "{t}. {a}. <i>{v}</i>, {y}.",
        "{t}. {a}. <i>{v}</i> {y}",
        "{t} <i>{a}</i> {v} {y}",
        "<b>{a}</b> ({y}) {t}. <i>{v}</i>.",
        "<i>{a}</i> {t}, {v} {y}",
        "{v} {y}. {t}. {a}.",
    ],
)
def test_single_people_among_several_are_authors(form: str) -> None:
    entries = "\n".join(f"<li>{form.format(t=t, a=', '.join(a), v=v, y=y)}</li>" for t, a, v, y in PAPERS)
    found = extract(html(f"<html><body><ul>\n{entries}\n</ul></body></html>")).mentions
    assert [(m.title, m.authors, m.venue, m.year) for m in found] == PAPERS


def test_a_phrase_in_italics_ends_no_title() -> None:
    found = extract(
        markdown(
            "# Birds\n\n"
            "- Growth of *Posidonia oceanica* in Warm Bays, Jane Roe, ICES 2011\n"
            "- Songs of *Larus argentatus* at Dusk, Max Poe, MARE 2012\n"
            "- Maps for *Sterna paradisaea*, Ida Fox and Max Poe, ICES 2013\n"
        )
    ).mentions
    assert [m.title for m in found] == [
        "Growth of Posidonia oceanica in Warm Bays",
        "Songs of Larus argentatus at Dusk",
        "Maps for Sterna paradisaea",
    ]


def test_a_title_in_italics_begins_behind_surnames_and_a_colon() -> None:
    entries = "".join(f"- {', '.join(name.split()[-1] for name in a)}: *{t}* ({y})\n" for t, a, _, y in PAPERS)
    assert [(m.title, m.year) for m in extract(markdown(f"# Papers\n\n{entries}")).mentions] == [
        (t, y) for t, _, _, y in PAPERS
    ]
