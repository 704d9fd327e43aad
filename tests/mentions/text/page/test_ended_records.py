"""What ends records, or leads them in, tells titles where an abstract is too short, or people look like nothing."""

from __future__ import annotations

import pytest

from tests.mentions.text.abstracts.test_reader import HOW, SAID
from tests.mentions.text.reading import extract
from tests.mentions.text.test_shapes import PEOPLE, TITLES

TAGS = ("Sand Counting", "Tidal Gauges", "Slow Drones", "Kelp Mapping")
SHORT = {
    8: "Recent progress in tide gauging relies heavily on kelp mapping [5, 14].",
    14: "Sand counting, once a niche craft, is now routinely applied to dunes.",
}
DOTS = ("• •", "•")  # a picture between them may lack
MORE = ("Peat under Old Roads", "Lichens on Northern Walls", "Owls and Their Neighbours", "The Cost of Quiet Harbours")
ALL = (*TITLES, *(f"{title} in Winter" for title in TITLES), *MORE)
CODED = "{year}/{n:03} (PDF) \tLast updated: 2022-03-02\n{title}\n{people}\nShore Studies\n\n{said}\n\n{rest}"


def page_of_tasks() -> str:
    """Records with their code, a day or a meeting between dots; a line of tags, and buttons, below abstracts, of
    which a few are short."""
    page = "Shore Tasks\n\nSearch Results for sand\n\n"
    for n, title in enumerate(ALL):
        when = f"{n + 1} May {1990 + n}" if n % 3 else f"WAVES {1990 + n}"
        people = ", ".join(PEOPLE[(n + k) % 10] for k in range(2 + n % 4))
        fact = f"no data yet • {when} • {people}" if n % 6 == 1 else f" lab/dunes{n} {DOTS[n in SHORT]} {when}"
        said = SHORT.get(n, SAID.format(how=HOW[n % 10]))
        tags = " ".join(TAGS[(n + k) % 4] for k in range(1 + n % 3)) + "\n\n" if n % 5 != 2 else ""
        ends = "  Paper" if n % 6 == 1 else f" {n * 13}\n  Paper\n Code"
        page += f"{title}\n{fact}\n\n{said}\n\n{tags}{ends}\n\n"
    return page


def test_fields_that_begin_alike_go_on_in_no_title_and_state_a_year_between_dots() -> None:
    mentions = {mention.title: mention for mention in extract(page_of_tasks()).mentions}
    assert [mentions[title].year for title in ALL if title in mentions] == [1990 + n for n in range(24)]
    assert [mentions[title].venue for title in ALL] == [None if n % 3 else "WAVES" for n in range(24)]


def test_tags_and_short_abstracts_above_what_ends_records_are_no_titles() -> None:
    assert [mention.title for mention in extract(page_of_tasks()).mentions] == list(ALL)


def test_numbers_above_titles_are_of_the_record_below_and_state_its_year() -> None:
    page = "Shore Archive\nPapers\n\n    Search\n\nSubmissions\nAbout\n\n24 results sorted by number\n\n"
    for n, title in enumerate(ALL):
        people = f"{PEOPLE[n % 10]}, Noor A B E Haddad" if n == 0 else f"{PEOPLE[n % 10]} and {PEOPLE[n % 7]}"
        rest = "- Gulls were counted between 1998 and 2012.\n\nNobody has done so before on either coast.\n\n" * (
            n == 4
        )
        rest += "This corrects what others (Haddad et al., 1997) have said.\n\n" * (n == 7)
        page += CODED.format(
            n=n + 1, year=1991 + n, title=title, people=people, said=SAID.format(how=HOW[n % 10]), rest=rest
        )
    assert [(mention.title, mention.year) for mention in extract(page).mentions] == [
        (title, 1991 + n) for n, title in enumerate(ALL)
    ]


@pytest.mark.parametrize(
    "record",
    [
        "WAVES\n{title}\n{people}\nIn Proceedings of the Conference on Waves, May 2021\n{prize}Abs DOI PDF\n{said}\n\n",
        "{free}{title}\n{people}\nAnn. Shores 49(3), 12{n}-13{n}, (June 2021)\n{words}Read it -\n{said}\nSAVE\n\n",
    ],
)
def test_venues_below_people_tell_titles_whatever_the_people_look_like(record: str) -> None:
    page = "Shore Library\n\n"
    for n, title in enumerate(ALL):
        people = "Tilmann Gebhardt" if n in (5, 11) and "{free}" in record else f"{PEOPLE[n % 10]}, {PEOPLE[n % 7]}"
        page += record.format(
            n=n,
            title=title,
            people=people,
            prize="Best Poster, Jury's Choice\n" * (n in (3, 9)),
            free="Open Access\n" * (n % 3 == 2),
            words="KEYWORDS: sand, gulls\n" * (n % 2),
            said=SAID.format(how=HOW[n % 10]),
        )
    assert [mention.title for mention in extract(page).mentions] == list(ALL)
