"""Pages of courses, groups and meetings: lectures above their lists, tables of days, people and where they are from."""

from __future__ import annotations

import pytest

from enrich.records import Mention, MentionKind
from tests.mentions.test_kept_shapes import FIRST, FOURTH, SECOND, THIRD, TITLES

from .reading import extract


def papers(text: str) -> list[Mention]:
    return [mention for mention in extract(text).mentions if mention.kind is MentionKind.PAPER]


LISTS = "".join(
    f"Lecture {n}: {topic} (slides, video)\n"
    f"    * {one} [ICES 2018] https://arxiv.org/abs/1801.0000{n}\n"
    f"    * {two} [MARE 2017] (optional)\n    * {three}\n\n"
    for n, (topic, one, two, three) in enumerate(
        (
            ("Shores", FIRST, SECOND, THIRD),
            ("Engines of the sea", "Salt in the Wind", "Where Herons Wait", FOURTH),
            ("Birds", "The Sea at Work", "Slow Light in Warm Vapour", "Ferns and the Rain They Wait For"),
        ),
        start=1,
    )
)


def test_lectures_counted_above_their_lists_are_headings() -> None:
    found = papers(f"Advanced Shores\n===============\n\nLectures\n--------\n\n{LISTS}")
    assert [paper.title for paper in found][:6] == [
        FIRST,
        SECOND,
        THIRD,
        "Salt in the Wind",
        "Where Herons Wait",
        FOURTH,
    ]
    assert len(found) == 9
    assert (found[1].venue, found[1].year) == ("MARE", 2017)


def test_row_that_begins_with_a_day_goes_on_in_none_above_it() -> None:
    rows = [f"05/{n}1/2024\t{title}\tICES 2017\tIda\tslides" for n, title in enumerate(TITLES)]
    rows[1:1] = ["05/28/2024\t(conference travel, no meeting)\t\t\t"]
    rows[2] = rows[2].removesuffix("slides")
    found = papers("Shore readers\n\nDate\tPaper\tVenue\tPresenter\tSlides\n" + "\n".join(rows) + "\n")
    assert [paper.title for paper in found] == list(TITLES)


def test_brackets_behind_titles_are_no_places_of_people() -> None:
    titles = [*TITLES, "Old Paths to the Sea (Long Version)", "Sorting Shells in Small Space (SSS)"]
    titles += ["Where Herons Wait (And Why)", "Salt in the Wind", "The Sea at Work", "Ferns and the Rain"]
    people = ["Max Poe (CNRS); Ida Doe (Lake College); Ana Roe (CNRS)", "Ana Roe (Keio); Tom Orr (Lake College)"] * 5
    people[3], people[7] = "Ana M. P. van der Roe (TU Marsh)", "Max Poe (CNRS); Charless C. Doe (Lake College)"
    text = "\n\n".join(f"{title}\n{who}" for title, who in zip(titles, people, strict=True))
    assert [paper.title for paper in papers(f"Accepted Papers\n\n{text}\n")] == titles


@pytest.mark.parametrize(
    "title", ["Images, Songs, and Sounds of Sand", "Gulls on Ice? A Study of Two Winters with Birds"]
)
def test_half_of_a_quotation_is_no_venue(title: str) -> None:
    rows = [f"[C{n}] J. Roe, M. Poe et al., “{each},” in ICES, 2019. [PDF]" for n, each in enumerate([title, *TITLES])]
    found = papers("Publications\n\n" + "\n".join(rows) + "\n")
    assert [paper.title for paper in found] == [title, *TITLES]
    assert {paper.venue for paper in found} == {"ICES"}


def test_topics_with_the_days_on_which_they_are_taught_are_headings() -> None:
    topics = ("Shores (Sept. 4, 9, 11)", "Wind and the wages of those at sea (Sept. 25, 30; Oct. 2)", "Birds (Oct. 7)")
    readings = "".join(
        f'{n}. {topic}\n\n* Roe, Jane, "{one}," Shore Stud., May 1997.\n* Poe, Jim, "{two}," Shore Stud., 2001.\n\n'
        for n, (topic, one, two) in enumerate(
            zip(topics, (FIRST, SECOND, THIRD), (FOURTH, "Salt in the Wind", "Where Herons Wait"), strict=True), start=1
        )
    )
    found = papers(f"Shores\n\n{readings}")
    assert [paper.title for paper in found] == [FIRST, FOURTH, SECOND, "Salt in the Wind", THIRD, "Where Herons Wait"]


def test_talks_with_their_days_behind_are_papers() -> None:
    titles = [*TITLES, "Salt in the Wind", "Where Herons Wait", "The Sea at Work"]
    talks = "\n\n".join(f"{title}, Jane Roe (May {n})" for n, title in enumerate(titles, start=2))
    assert len(papers(f"Shores\n\n{talks}\n")) == len(titles)


def test_short_names_of_journals_that_are_spelled_out_are_no_paper() -> None:
    short = "Abbreviations: SR = Sand Review, TL = Letters on Tides,\nJSB = Journal of Shores and Birds.\n"
    found = papers(f"Shores\n\n{short}\n" + "".join(f"* {title}, SR 1999.\n" for title in TITLES))
    assert [paper.title for paper in found] == list(TITLES)


def test_topics_behind_days_and_tabs_are_headings_where_labels_part_them_from_papers() -> None:
    days = ("Tue Sep 3", "Thu Sep 5", "Tue Sep 10", "Thu Sep 12")
    topics = ("Classic Shores: Sand and Silt", "Tides over Time", "Waves and Winds", "The Sea: A Survey")
    sessions = [
        f"{day}\t{topic}\nJane Roe [pdf]\tRequired reading:\n{title.rstrip('?')}, Max Poe and Ann Doe. "
        f"Shore Letters Volume 3, July {1984 + n}, pages 3--9.\nSupplemental reading:\n"
        f"{title.rstrip('?')} Again, Max Poe, Jane Roe, Ann Doe. Oikos {1994 + n}.\n"
        for n, (day, topic, title) in enumerate(zip(days, topics, TITLES, strict=True))
    ]
    text = "The Shore\n\nSchedule\n\n" + "".join(sessions) + "Tue Sep 17\tStudent presentations\n"
    assert [paper.title for paper in papers(text)] == [
        name for title in TITLES for name in (title.rstrip("?"), f"{title.rstrip('?')} Again")
    ]
