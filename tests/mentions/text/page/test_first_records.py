"""Pages of a few titles with abstracts: the first or newest paper is one like all others. Made-up papers."""

from __future__ import annotations

import pytest

from tests.mentions.text.abstracts.test_reader import HOW, SAID
from tests.mentions.text.reading import extract
from tests.mentions.text.test_shapes import PEOPLE, TITLES

SAYINGS = [SAID.format(how=how) for how in HOW]
PLAIN = [title.rstrip("?") for title in TITLES]
VENUES = ("Sand Review", "Tide Letters", "Journal of Shores", "Dune Annals")


def page(heads: list[str], top: str = "Research\n\n", gap: str = "\n") -> str:
    return top + "\n\n".join(f"{head}{gap}{said}" for head, said in zip(heads, SAYINGS, strict=True))


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize("newest", ["{title}", "{title} (in press)", "{title}. Jane Roe, Max Poe. Under review."])
def test_the_newest_paper_has_no_year_yet(newest: str, gap: str) -> None:
    heads = [f"{title}. Jane Roe, Max Poe. Dune Review, {2020 - n}." for n, title in enumerate(PLAIN)]
    mentions = extract(page([newest.format(title=PLAIN[0]), *heads[1:]], gap=gap)).mentions
    assert len(mentions) == 10
    assert (mentions[0].title or "").startswith(PLAIN[0])
    assert mentions[0].abstract


def test_the_owner_of_a_page_is_not_the_first_author_of_all() -> None:
    heads = [f"{title}\n{'Nora Stone' if n else 'Max Poe'}, {PEOPLE[n]}" for n, title in enumerate(PLAIN)]
    mentions = extract(page(heads)).mentions
    assert [mention.title for mention in mentions] == PLAIN
    assert [mention.abstract for mention in mentions] == SAYINGS


@pytest.mark.parametrize(
    ("head", "year"),
    [
        ('"{title}" ({venue}, 2019)', 2019),
        ("“{title},” {venue} 2019", 2019),
        ('"{title}," {one}, {two}, {venue} 2019', 2019),
    ],
)
def test_what_stands_behind_quoted_titles_is_no_button(head: str, year: int) -> None:
    heads = [
        head.format(title=title, venue=VENUES[n % 4], one=PEOPLE[n], two=PEOPLE[n - 1]) for n, title in enumerate(PLAIN)
    ]
    mentions = extract(page(heads)).mentions
    assert [mention.title for mention in mentions] == PLAIN
    assert [(mention.venue, mention.year) for mention in mentions] == [(VENUES[n % 4], year) for n in range(10)]


def test_the_author_behind_quoted_titles_is_no_button() -> None:
    mentions = extract(page([f'"{title}" - Jane Roe' for title in PLAIN])).mentions
    assert [mention.title for mention in mentions] == PLAIN
    assert all("Jane Roe" in (*mention.authors, mention.note) for mention in mentions)


def test_one_title_without_quotation_marks_is_a_record_as_well() -> None:
    heads = [title if n == 5 else f"“{title}” [pdf] 2019" for n, title in enumerate(PLAIN)]
    mentions = extract(page(heads)).mentions
    assert [mention.title for mention in mentions] == PLAIN
    assert [mention.year for mention in mentions] == [None if n == 5 else 2019 for n in range(10)]


def test_a_title_right_below_an_abstract_is_none_of_its_lines() -> None:
    text = page(list(PLAIN)).replace(f"\n\n{PLAIN[5]}", f"\n{PLAIN[5]}")
    assert [mention.title for mention in extract(text).mentions] == PLAIN


@pytest.mark.parametrize("label", ["Description", "Abstract"])
def test_people_above_the_title_of_the_first_record(label: str) -> None:
    records = [
        f"{PEOPLE[n]}, {PEOPLE[n - 1]}\n{title}\n{VENUES[n % 4]}, {2010 + n}\n{label}: {SAYINGS[n]}"
        for n, title in enumerate(PLAIN)
    ]
    mentions = extract("\n\n".join(records)).mentions
    assert [mention.title for mention in mentions] == PLAIN
    assert mentions[0].authors == (PEOPLE[0], PEOPLE[-1])
