"""Tables whose cells run together around values in brackets: made-up papers."""

from __future__ import annotations

import pytest

from tests.mentions.text.reading import extract
from tests.mentions.text.tables.test_browsed import TITLES, VENUES

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
