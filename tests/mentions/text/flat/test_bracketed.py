"""Tables whose cells run together around values in brackets: made-up papers."""

from __future__ import annotations

import pytest

from enrich.mentions.shapes.columns import Column
from enrich.mentions.text.flat.bracketed import part_at_capitals
from tests.mentions.text.drawn.test_browsed import TITLES, VENUES
from tests.mentions.text.reading import extract

TOPICS, LINKS = ("[silt]", "[mussels]", "[heat and winds]"), ("PDF", "PDF Slides", "PDF (local)", "arXiv", "")
PLACES = (*VENUES[:3], "Sea & Sand", "USHORE Waters")


@pytest.mark.parametrize("empty", [0, 11])
def test_topics_in_brackets_part_titles_from_links(empty: int) -> None:
    titles = [title.replace("Behind", "Mussels") for title in TITLES]
    rows = []
    for at, title in enumerate(titles):
        topic = "" if empty and at % empty == 5 else TOPICS[at % 3]
        front = (str(len(titles) - at), str(2002 + at), PLACES[at % 5])
        rows.append(" ".join(filter(None, (*front, title, topic, LINKS[at % 4 if not topic else at % 5]))))
    page = "Waters\n\nNo. Year Venue Title Topic Links\n" + "\n".join(rows) + "\n"
    found = [(mention.title, mention.year, mention.venue) for mention in extract(page).mentions]
    assert found == [(title, 2002 + at, PLACES[at % 5]) for at, title in enumerate(titles)]


def test_topics_in_brackets_may_be_the_last_column() -> None:
    rows = [f"{2002 + at} {title} {VENUES[at % 5]} {TOPICS[at % 3]}" for at, title in enumerate(TITLES)]
    page = "Waters\n\nYear Title Venue Topic\n" + "\n".join(rows) + "\n"
    found = [(mention.title, mention.venue) for mention in extract(page).mentions]
    assert found == [(title, VENUES[at % 5]) for at, title in enumerate(TITLES)]


def test_single_capitals_part_titles_and_journals_from_what_stands_behind() -> None:
    studies = ("Roe (1993)", "Poe, Moe & Fox (1997a)", "Kay et al. (2001)", "van der Hay & Ely (2004)")
    journals = ("J Mar Sand Stud", "Science", "Sand Wind Lett", "JSB", "Shore Q")
    rows, titles = [], []
    for at, title in enumerate(TITLES):
        words = title.split()
        titles.append(" ".join([words[0], *(word.lower() for word in words[1:])]) + " (1978)" * (at == 4))
        behind = f"{'OMR'[at % 3]} {'–' if at % 4 == 1 else 20 + at}{' S' if at % 5 == 0 else f' WS{at}'}"
        rows.append(f"{studies[at % 4]} {titles[-1]} {journals[at % 5]} {behind.removesuffix(' S')}")
    found = extract("Shores\n\nStudy Title Journal Kind N Seen\n" + "\n".join(rows) + "\n").mentions
    assert [mention.title for mention in found] == titles
    assert [mention.venue for mention in found] == [journals[at % 5] for at in range(len(titles))]
    assert [mention.year for mention in found] == [(1993, 1997, 2001, 2004)[at % 4] for at in range(len(titles))]
    assert found[1].authors == ("Poe", "Moe", "Fox")


def test_capitals_that_titles_end_in_in_front_of_labels_are_no_labels() -> None:
    columns = (Column.TITLE, Column.TAGS, Column.TEXT)
    texts = [
        f"{title} of Plan {'AB'[at % 2]} {('Review', 'Original')[at % 3 > 0]} good" for at, title in enumerate(TITLES)
    ]
    assert part_at_capitals(texts, columns, 0) is None


def test_links_behind_titles_part_them_from_venues() -> None:
    links = ("(paper)", "(paper), (code)", "(paper) (code)", "(code)")
    rows = []
    for at, title in enumerate(TITLES):
        date = f"{2002 + at}{1 + at % 12:02}" + f"{1 + at:02}" * (at % 3 > 0)
        venue = VENUES[at % 5] + f" {2003 + at}" * (at % 2)
        rows.append(f"{date} {title} {links[at % 4] if at % 6 else ''} {venue}")
    rows[8:8] = ["Sand and wind", "Date Title Journal"]
    found = extract("Shores\n\nTides\nDate Title Journal\n" + "\n".join(rows) + "\n").mentions
    assert [mention.title for mention in found] == list(TITLES)
    assert [mention.venue for mention in found] == [VENUES[at % 5] for at in range(len(TITLES))]
    assert {mention.section for mention in found} == {"Tides", "Sand and wind"}


@pytest.mark.parametrize("front", ["{n} [paper]", "{year} [paper] [code]"])
def test_links_in_front_of_titles_part_nothing(front: str) -> None:
    rows = [
        f"{front.format(n=at, year=2002 + at)} {title} {VENUES[at % 5]}" for at, title in enumerate(TITLES, start=1)
    ]
    found = extract(f"Shores\n\n{'Year' if 'year' in front else 'No'} Title Venue\n" + "\n".join(rows) + "\n").mentions
    assert [mention.title for mention in found] == list(TITLES)


def test_several_links_at_the_end_are_not_parted() -> None:
    rows = [f"{2002 + at} {title} {VENUES[at % 5]} [pdf] [code]" for at, title in enumerate(TITLES)]
    found = extract("Shores\n\nYear Title Venue\n" + "\n".join(rows) + "\n").mentions
    assert "code" not in {mention.venue for mention in found}


def test_whole_dates_within_titles_part_no_links_from_them() -> None:
    words = ("Night Trains", "Worn Coins", "Paper Sensors", "Street Noise", "Copper Trade", "Small Harbors")
    titles = [f"{how} {word}" for word in words for how in ("Measuring Trust in", "After the 2011-05-12 Flood of")]
    rows = "\n".join(f"{title} 20{at + 10}-03-{at + 10} PDF" for at, title in enumerate(titles))
    found = extract(f"Title Date Link\n{rows}\n").mentions
    assert [(mention.title, mention.year) for mention in found] == [(t, 2010 + at) for at, t in enumerate(titles)]
