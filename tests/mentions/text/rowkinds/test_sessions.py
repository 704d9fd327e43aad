"""Courses with a line for each day, its topic below, and labels above what is read."""

from __future__ import annotations

import pytest

from tests.mentions.text.reading import extract, fold, found_papers
from tests.mentions.text.test_shapes import PEOPLE, TITLES, VENUES

DAYS = ("Tue Jan 4", "Thu Jan 6", "Tue Jan 11", "Thu Jan 13", "Tue Jan 18")
TOPICS = ("Shores", "Sounds of shores I", "Sounds of shores II", "Dust I: origins", "Dust II: and what became of it")


def session(n: int) -> list[str]:
    """A day with two papers, the second of which often has nothing below its title."""
    one, two = TITLES[2 * n].rstrip("?"), TITLES[2 * n + 1].rstrip("?")
    credit = f"{PEOPLE[n]} and {PEOPLE[n + 1]}. {VENUES[n % 3]}, {2010 + n}"
    below = [f"{PEOPLE[n + 2]}. Tides ;post:, 2001"] if n == 1 else []
    label = "Reading:" if not n else "Required:"
    return [DAYS[n], TOPICS[n], "Slides  Recording", label, one, credit, "Optional:", two, *below]


def page() -> str:
    return "\n".join(["Readings", "", *(line for n in range(5) for line in session(n))])


def test_titles_below_labels_of_a_session_need_no_people_below() -> None:
    assert [title for _, title in found_papers(page())] == [fold(title).rstrip("?") for title in TITLES]


def test_what_stands_below_a_day_is_the_topic_of_its_session() -> None:
    sections = [mention.section or "" for mention in extract(page()).mentions]
    assert [section.rpartition(" > ")[2] for section in sections[::2]] == list(TOPICS)


@pytest.mark.parametrize("label", ["Homework:", "Optional:"])
def test_what_is_read_may_stand_above_the_label(label: str) -> None:
    lines = []
    for n in range(5):
        cited = (
            f"{PEOPLE[n]} and {PEOPLE[n + 1]}. {TITLES[2 * n + more].rstrip('?')}. {VENUES[n % 3]}, {2010 + n}."
            for more in (0, 1)
        )
        lines += [DAYS[n], f"Shores {n}", *cited, label, "A page on what was read"]
    found = {title for _, title in found_papers("\n".join(["Readings", "", *lines]))}
    assert found >= {fold(title).rstrip("?") for title in TITLES}


def test_titles_below_days_with_people_above_a_label_are_no_topics() -> None:
    lines = [
        line
        for n in range(5)
        for line in (DAYS[n], TITLES[n].rstrip("?"), f"{PEOPLE[n]}, {PEOPLE[n + 1]}", "Why it matters:", "It is short.")
    ]
    found = {title for _, title in found_papers("\n".join(["Notes", "", *lines]))}
    assert found >= {fold(title).rstrip("?") for title in TITLES[:5]}
