"""Year, venue and links of items whose markup sets them apart: small documents with made-up papers and journals."""

from __future__ import annotations

import pytest

from enrich.documents.shape import kind_of_text
from enrich.mentions import extract
from enrich.records import Document, Mention

TITLES = ("Tidal Pools under Warming Seas", "Kelp, Crabs and Other Guests", "Steel Bridges in Cold Regions")
PLACES = (("Shore Ecology", 2015), ("Isis", 2018), ("Annals of Northern Seas", 2020))
ROWS = [(title, *place, f"https://arxiv.org/abs/190{n}.01234") for n, (title, place) in enumerate(zip(TITLES, PLACES))]  # noqa: B905


def mentions(text: str) -> tuple[Mention, ...]:
    return tuple(extract(Document("list", "list", kind_of_text(text), text, "", len(text))).mentions)


def each(form: str) -> str:
    return "\n".join(form.format(title=t, venue=v, year=y, url=u) for t, v, y, u in ROWS)


PAGES = {
    "year and venue as code in front": "# Shores\n\n" + each("* `{year}` `{venue}` {title} [:page_facing_up:]({url})"),
    "year and venue as code behind": "# Shores\n\n" + each("* [{title}]({url}) `{year}` `{venue}` — A note"),
    "authors and venue below a linked heading": "# Shores\n\n"
    + each("### [{title}]({url})\n\n*Ana Roe, Max Poe* — {venue} ({year})\n\nA note of some words.\n"),
    "a volume in bold behind the venue": "<html><body><h1>Shores</h1><ol>"
    + each(
        '<li>A. Roe, M. Poe, <a href="{url}"><b>{title}</b></a>, <i>{venue}</i> <b>33</b> ({year}), no. 2, 17–52.</li>'
    )
    + "</ol></body></html>",
    "volume and page below a linked term": "<html><body><h1>Shores</h1><dl>"
    + each(
        '<dt><a href="{url}">{title}</a></dt>\n<dd>Ana Roe, Max Poe. <cite>{venue}</cite> 87, 12345 ({year}).\n'
        "<p>Short and clear; the appendix has the rest.</p></dd>"
    )
    + "</dl></body></html>",
}


@pytest.mark.parametrize("page", PAGES)
def test_item_states_title_venue_year_and_link(page: str) -> None:
    found = mentions(PAGES[page])
    assert [(m.title, m.venue, m.year) for m in found] == [row[:3] for row in ROWS]
    assert [link.url for mention in found for link in mention.links] == [row[3] for row in ROWS]


NOTES = (
    ("<details><summary>Accepted by SIGTI...</summary><p>Accepted by SIGTIDE 2019</p></details>", "SIGTIDE"),
    ("12 pages, 3 figures, accepted for publication in the Journal of Shores", "Journal of Shores"),
    ("To appear at ICES 2018 as a poster", "ICES"),
    ("Submitted to SIGTIDE 2019", None),
    ("Accepted by all of its readers", None),
)
HEAD, RULE = "| Title | Date | Comment |", "| --- | --- | --- |"
NOTED = [
    f"| [{TITLES[0]} {n}](https://arxiv.org/abs/1{n}01.01234) | 2019-01-02 | {note} |"
    for n, note in enumerate(n for n, _ in NOTES)
]
COPIED = [f"{TITLES[0]} {n}\t2019-01-02\t{note}" for n, (note, _) in enumerate(NOTES) if n]


@pytest.mark.parametrize(
    ("text", "venues"),
    [
        ("\n".join(("# Shores\n", HEAD, RULE, *NOTED)), [venue for _, venue in NOTES]),
        ("\n".join(("Shores\n", "Title\tDate\tComment", *COPIED)), [venue for _, venue in NOTES[1:]]),
    ],
)
def test_notes_on_preprints_say_where_they_will_appear(text: str, venues: list[str | None]) -> None:
    assert [mention.venue for mention in mentions(text)] == venues
    assert {mention.year for mention in mentions(text)} == {2019}


HELD = (
    ("2023-06-01: [Tidal Pools under Warming Seas](https://arxiv.org/abs/1901.01234)", "*Ana Roe*, SIGTIDE (1996)"),
    (
        "2023-05-18: [On Kelp, Crabs and Other Guests](https://arxiv.org/abs/1902.01234)",
        "*Max Poe et al.*, Isis (2018)",
    ),
    ("2023-05-04: [Towards Bridge Crossings](https://arxiv.org/abs/1903.01234)", "*Ana Roe, Max Poe*, Sands (2014)"),
    ("2023-04-20: [Universal Tide Gauges](https://arxiv.org/abs/1904.01234)", "*Kim Doe*"),
)


def test_places_below_titles_say_more_than_the_days_on_which_those_are_read() -> None:
    club = "# Tide club\n\n## Past\n\n" + "\n\n".join(
        f"#### {head}\n\n{below}\n\nPresenter: @roe · [slides](s/{n}.pdf)" for n, (head, below) in enumerate(HELD)
    )
    found = mentions(club)
    assert [mention.title for mention in found] == [head.split("[")[1].split("]")[0] for head, _ in HELD]
    stated = [("SIGTIDE", 1996), ("Isis", 2018), ("Sands", 2014), (None, 2023)]
    assert [(mention.venue, mention.year) for mention in found] == stated
    assert [mention.authors[:1] for mention in found[:3]] == [("Ana Roe",), ("Max Poe",), ("Ana Roe",)]
