"""What pages print around their lists."""

from __future__ import annotations

import pytest

from enrich.records import LineClass
from tests.mentions.text.reading import extract

TITLES = ["Salt in the Wind of Wide Shores", "Where Herons Wait and What They Find", "The Sea at Work in Winter"]


@pytest.mark.parametrize(
    "links", ["Jump to: 2021 2020 2019 2018 Theses Software", "2021 | 2020 | 2019", "By year: 2021, 2020, 2019"]
)
def test_links_to_the_years_of_a_page_are_furniture(links: str) -> None:
    items = [f"{title}\nA. Roe, M. Poe and K. Doe\nJournal of Shores, vol. 3, 2021\n" for title in TITLES]
    found = extract(f"Publications\n\n{links}\n\n2021\n" + "\n".join(items))
    assert [mention.title for mention in found.mentions] == TITLES
    assert [note.line_class for note in found.lines if note.line == 3] == [LineClass.FURNITURE]


@pytest.mark.parametrize(
    "links", ["[ this term | past terms | mailing list ]", "Institute home | Events | Mailing list"]
)
def test_links_on_top_of_a_page_are_furniture(links: str) -> None:
    items = "".join(f"* {title}, Oikos 2021\n" for title in TITLES)
    found = extract(f"Shore seminar\n\n{links}\n\nAutumn\n\n{items}")
    assert [mention.title for mention in found.mentions] == TITLES


def test_what_counts_how_much_for_a_grade_is_furniture() -> None:
    items = "".join(f"* {title}, Oikos 2021\n" for title in TITLES)
    found = extract(
        f"Shores\n\nGrading\n\n* Leading a discussion 30%\n* Weekly questions 20%\n* Essay 50%\n\nReadings\n\n{items}"
    )
    assert [mention.title for mention in found.mentions] == TITLES


@pytest.mark.parametrize(
    "when",
    [
        "Fall 2021       Thursdays 2:00-4:25        Hall 366",
        "Mondays 3:30-6:20, Shore 409",
        "Class: Tue/Thu 10:30-11:50, Room B12",
        "Winter 2022, Tue/Thu 2:00–3:20 pm, Hall 21 (first two weeks online)",
        "Office hours: Wed. 1-3 and by appointment",
        "Instructor: Prof. M. Adler (office hours Tuesday 3-4)",
        "Committee: D. Brandt (chair), L. Osei, M. Tamura",
        "Reports: Ana R., Max P.",
        "Syllabus (version of August 20; changes will be announced)",
    ],
)
def test_what_courses_print_is_furniture(when: str) -> None:
    found = extract(f"Shores\n\n{when}\n\nReadings\n\n" + "".join(f"* {title}, Oikos 2021\n" for title in TITLES))
    assert [mention.title for mention in found.mentions] == TITLES
    assert [note.line_class for note in found.lines if note.line == 3] == [LineClass.FURNITURE]


@pytest.mark.parametrize(
    "title",
    [
        "Committee: A Multi-Agent Game of Votes",
        "Syllabus (A Short History)",
        "Time: A Model of Sleep at 12:30pm",
        "Election Forecasts: 2012, 2016, 2020",
        "Sleep on Sundays 1-2 Hours Longer",
    ],
)
def test_titles_that_begin_as_furniture_are_titles(title: str) -> None:
    found = [mention.title for mention in extract("\n".join([*TITLES[:2], title, *TITLES[2:]])).mentions]
    assert len(found) == 4 and title.startswith(found[2])


def test_talks_of_a_programme_are_no_meetings_of_a_course() -> None:
    people = ("Jane Roe", "Max Poe", "Wei Chen")
    lines = [
        f"Monday {at + 9}:00-{at + 9}:30 {title} ({who})\n"
        for at, (title, who) in enumerate(zip(TITLES, people, strict=True))
    ]
    found = [mention.title for mention in extract("".join(lines)).mentions]
    assert len(found) == 3 and all(title in line for title, line in zip(TITLES, found, strict=True))


@pytest.mark.parametrize("end", [" ({}%)", " - {}%"])
def test_titles_with_percentages_behind_are_no_grades(end: str) -> None:
    lines = [f"{title}{end.format(93 - 2 * at)}" for at, title in enumerate(TITLES)]
    found = [mention.title for mention in extract("\n".join(lines)).mentions]
    assert [title[:20] for title in found] == [title[:20] for title in TITLES]


def test_people_between_bars_are_no_menu() -> None:
    people = ("Jane Roe | Max Poe | Wei Chen", "Yuki Nakamura | Rosa Lind", "Priya Petrov | Tom Berg")
    found = extract("\n".join(f"{title}\n{who}\nOikos 2019\n" for title, who in zip(TITLES, people, strict=True)))
    assert [mention.title for mention in found.mentions] == TITLES
    assert found.mentions[0].authors == ("Jane Roe", "Max Poe", "Wei Chen")


@pytest.mark.parametrize("names", ["From Subject Date To", "Subject From Date To", "From Sent To Cc"])
def test_heads_of_letters_are_furniture_wherever_they_stand(names: str) -> None:
    said = {"From": "Shore Alerts <a@shore.example>", "To": "p.lind@shore.example", "Subject": "dunes - new results"}
    head = "\n".join(f"{name}: {said.get(name, 'Mon, 3 Oct 2022 08:37:00 -0700')}" for name in names.split())
    found = extract("\n\n".join(f"{head}\n\n{title}\nA. Roe, M. Poe and K. Doe\nShores, 2021" for title in TITLES))
    assert [mention.title for mention in found.mentions] == TITLES
    heads = [note.line_class for note in found.lines if note.line % 9 in range(1, 5)]
    assert heads == [LineClass.FURNITURE] * 12


def test_what_wikis_print_around_a_page_is_furniture() -> None:
    items = "".join(f"* {title}, Oikos 2021\n" for title in TITLES)
    head = "From the Institute of Shores Wiki\nJump to navigation Jump to search\n"
    foot = 'Retrieved from "https://wiki.example.org/index.php?title=Shores&oldid=12"\n'
    found = extract(f"Shores\n\n{head}\nReadings [edit]\n{items}\n{foot}")
    assert [mention.title for mention in found.mentions] == TITLES


@pytest.mark.parametrize("words", ["(back to top)", "[Back to the top]", "↑ Go to top ↑", "Return to contents"])
def test_ways_back_below_tables_are_furniture(words: str) -> None:
    rows = "".join(f"2021-0{n}-0{n} {title} Ana Roe et.al. 210{n}.0000{n} null\n" for n, title in enumerate(TITLES, 1))
    found = extract(f"Shores\n\nPublish Date Title Authors PDF Code\n{rows}{words}\n\nWaves\n")
    assert [mention.title for mention in found.mentions] == TITLES


@pytest.mark.parametrize("gap", ["", "\n"])
def test_surnames_with_initials_below_titles_are_authors(gap: str) -> None:
    page = "".join(f"{title}\n{gap}Authors: Roe A., Poe M.\nSand Review, 201{n}\n\n" for n, title in enumerate(TITLES))
    mentions = extract(f"Papers\n\n{page}").mentions
    assert [(mention.title, mention.year) for mention in mentions] == [(t, 2010 + n) for n, t in enumerate(TITLES)]
    assert mentions[0].authors == ("Roe A.", "Poe M.")


def test_terms_above_papers_are_headings() -> None:
    page = "".join(
        f"Semester: Fall 201{n}\n\n{title}. Ana Roe, Max Poe. Oikos, 2010.\n{title} Again. Max Poe, Kim Doe.\n\n"
        for n, title in enumerate(TITLES)
    )
    found = extract(f"Shores\n\n{page}Related courses: CS 1 Fall 2012, Spring 2015\n").mentions
    assert [mention.section for mention in found] == [f"Semester: Fall 201{n}" for n in (0, 0, 1, 1, 2, 2)]


def test_titles_with_shares_in_them_are_no_grades() -> None:
    titles = ["Kelp: 40% of Shores Are Bare", "Tides: 60% Higher in a Cold Winter", *TITLES]
    assert [mention.title for mention in extract("Papers\n\n" + "\n".join(titles) + "\n").mentions] == titles


def test_what_signs_stand_for_is_no_paper() -> None:
    items = "".join(
        f"[{at}] * {title}\n    A. Roe, M. Poe. Oikos 2021.\n\n" for at, title in enumerate(TITLES, start=1)
    )
    found = extract(f"Shores\n\n  * = presented at the coast      (!) = must be read\n\n{items}")
    assert [mention.title for mention in found.mentions] == TITLES


@pytest.mark.parametrize("line", ["Ana-Lea R. (last update: Nov. 17, 2019)", "Imprint. Last update: March 2, 2024"])
def test_who_keeps_a_page_and_since_when_is_furniture(line: str) -> None:
    items = "".join(f"* {title}, Oikos 2021\n" for title in TITLES)
    found = extract(f"Shores\n\n{items}\n{line}\n")
    assert [mention.title for mention in found.mentions] == TITLES
    assert found.lines[-1].line_class is LineClass.FURNITURE
