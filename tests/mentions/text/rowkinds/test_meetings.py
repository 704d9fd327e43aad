"""What meetings of courses and groups begin with, above what is read there."""

from __future__ import annotations

import pytest

from tests.mentions.text.reading import fold, found_papers
from tests.mentions.text.test_shapes import PEOPLE, TITLES

TOPICS = ("Shores", "Sound and sand", "Dust", "Winds of old", "Snow", "Overview", "Ice", "Salt", "Ferns", "Open ends")
CITED = [f"{title} ({PEOPLE[n].split()[-1]} et al., {2001 + n})" for n, title in enumerate(TITLES)]

SHAPES = {
    "weeks above words of links": "Week {n}: {topic}\n[slides] [video]\n{cited}",
    "weeks that are marked": "- Week {n} (Sep {day}): {topic}\nReadings:\n    - {cited}\nSlides",
    "days, topics and speakers on lines of their own": "Sep {day}\n{topic}\n{who}\n* {cited}\n\nNotes\n",
    "days and presenters above people": "Tue Sep {day}, 2pm\n{who}\n{author}\n{title}\nOikos, {year}\n",
    "days that a sign parts from topics": "Sep {day} / {topic} / {who}\nReading\n{title} (Oikos {year}) doi:10.11/3{n}",
}


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_topics_and_speakers_of_meetings_are_no_papers(shape: str) -> None:
    page = "\n".join(
        shape.format(
            n=n + 1,
            day=n * 2 + 3,
            topic=TOPICS[n],
            cited=CITED[n],
            who=PEOPLE[n - 3],
            author=f"{PEOPLE[n]} and {PEOPLE[n - 1]}",
            title=title,
            year=2001 + n,
        )
        for n, title in enumerate(TITLES)
    )
    assert [title for _, title in found_papers(page)] == [fold(title) for title in TITLES]


def test_numbers_that_count_sections_above_several_papers_are_none_of_theirs() -> None:
    sections = (
        f"{n + 1}. {TOPICS[n]}\nSlides: pdf\nReading\n[1] {CITED[n]}\n    [pdf]\n[2] {CITED[n + 5]}" for n in range(5)
    )
    found = [title for _, title in found_papers("\n".join(sections))]
    assert found == [fold(title) for n in range(5) for title in (TITLES[n], TITLES[n + 5])]


def test_short_titles_below_days_above_people_and_venues_are_papers() -> None:
    short = [title for title in TITLES if len(title.split()) <= 6]
    page = "\n".join(
        f"Sep {n + 3}\n{title}\n{PEOPLE[n]} and {PEOPLE[n + 1]}\nOikos, {2001 + n}\n" for n, title in enumerate(short)
    )
    assert [title for _, title in found_papers(page)] == [fold(title) for title in short]
