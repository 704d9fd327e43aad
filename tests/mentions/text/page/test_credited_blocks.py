"""Books of abstracts whose records begin with a block of title, people and place: with references, or no abstract."""

from __future__ import annotations

import textwrap

from tests.mentions.text.abstracts.test_reader import SAID
from tests.mentions.text.reading import extract, fold
from tests.mentions.text.test_shapes import PEOPLE, TITLES, VENUES

PAIRS = list(enumerate(zip(TITLES, PEOPLE, strict=True)))
BARE, REFERRED = (4, 6), (1, 3, 6, 7)


def record(n: int) -> str:
    """One talk; some have no abstract, and some refer to a paper."""
    reference = f"[1] {PEOPLE[n - 2]} and {PEOPLE[n - 3]}, {VENUES[n % 2]} 7{n} (1988), 1{n}-19."
    blocks = [TITLES[n] + f"\n{PEOPLE[n]}\nUniversity of Kiel\n(joint work with {PEOPLE[n - 1]})"]
    blocks += ["" if n in BARE else textwrap.fill(SAID, 78), reference if n in REFERRED else ""]
    return "\n\n".join(block for block in blocks if block or n in BARE)


def test_records_without_abstracts_and_references_of_abstracts_are_told_apart() -> None:
    talks = [record(n) for n in range(len(TITLES))]
    page = "Shore Meeting\nBook of Abstracts\nKiel, 2-5 May 2019\n\n" + "\n\n".join(talks)
    found = extract(page).mentions
    assert [fold(mention.title) for mention in found] == list(map(fold, TITLES))
    assert [mention.authors for mention in found] == [(person,) for person in PEOPLE]


def test_the_head_of_the_next_sheet_makes_no_paper_of_a_heading() -> None:
    talks = [record(n) for n in range(len(TITLES))]
    for n in (2, 5):
        talks[n] = f"Session {n}: harbours and their boats\n\n\n1{n}\n\nShore Meeting 2019\n\n{talks[n]}"
    talks[8] = f"\n18\n\nShore Meeting 2019\n\n{talks[8]}"
    found = extract("Shore Meeting\nBook of Abstracts\n\n" + "\n\n".join(talks)).mentions
    assert [fold(mention.title) for mention in found] == list(map(fold, TITLES))


def test_all_rows_that_call_themselves_titles_are_titles() -> None:
    """Talks whose abstracts are missing, and weeks without any."""
    page = "Tides and Tea\n\nThe joint seminar of both schools on the shore\n\nWe meet on Mondays, and tea is served "
    page += "from three o'clock on in the small hall below the stairs.\n"
    for n, (title, person) in PAIRS:
        page += f"\nMonday, {n + 3} May 2021\n{person} (Kiel)\nTitle: {title}\n" + f"Abstract: {SAID}\n" * (
            n not in (4, 7)
        )
        page += f"\nMonday, {n + 13} May 2021\nTitle: TBA - talk moved to June\n" * (n == 5)
    assert [fold(mention.title) for mention in extract(page).mentions] == list(map(fold, TITLES))
