"""Schedules copied from browsers: tabs between cells, and a line for each paper within them."""

from __future__ import annotations

import textwrap

import pytest

from enrich.mentions.text.drawn import tallcells
from enrich.mentions.text.drawn.grid import Ruled
from tests.mentions.text.abstracts.test_reader import BESIDE
from tests.mentions.text.reading import extract, fold, found_papers
from tests.mentions.text.test_shapes import PEOPLE, TITLES, VENUES

WEEKS = [(0, 3), (3, 4), (4, 7), (7, 10)]  # which papers are read in a week
DAYS = ("Wed Sep 4", "Mon Sep 9", "Wed Sep 11", "Mon Sep 16")
TOPICS = ("What a shore is", "Bridges", "Light, song and trust", "Dust and its neighbours")
END = "\n\nGrading\nReviews 20%, presentation 80%.\n"


def entry(n: int, *, dated: bool = True) -> str:
    said = f"{TITLES[n].rstrip('?')}. {PEOPLE[n].split()[1]}. {VENUES[n % 3]} {2010 + n}."
    return said if dated else TITLES[n]


def block(week: tuple[int, int], *, dated: bool = True, gap: str = "\n") -> str:
    entries = [entry(n, dated=dated) for n in range(*week)]
    return gap + gap.join(["Required:", entries[0], *(["Optional:"] if entries[1:] else []), *entries[1:]])


def schedule(*, named: bool = True, dated: bool = True, gap: str = "\n", last: bool = False) -> str:
    """A table; the papers stand in its `last` column, or in front of two others."""
    head = "Date\tTopic\tReadings" + ("" if last else "\tPresenter\tNotes")
    behind = "" if last else f"{gap}\tFarid\tReview due"
    rows = [
        f"{day}\t{topic}\t{block(week, dated=dated, gap=gap)}{behind}"
        for day, topic, week in zip(DAYS, TOPICS, WEEKS, strict=True)
    ]
    idle = ["Mon Sep 30\tMidterm" + ("\t" if last else "\t\t\tin class"), "Wed Oct 2\tNo class"]  # one spans columns
    body = [*rows[:1], *idle, *rows[1:]]
    return "\n".join(["Seminar on Shores", "", *([head] if named else []), *body]) + END


@pytest.mark.parametrize(
    "page",
    [schedule(), schedule(dated=False), schedule(gap="\n\n"), schedule(last=True), schedule(named=False)],
    ids=["dated", "titles alone", "paragraphs", "in the last column", "without names of columns"],
)
def test_lines_of_cells_between_tabs_are_papers(page: str) -> None:
    assert [title.rstrip("?") for _, title in found_papers(page)] == [fold(title).rstrip("?") for title in TITLES]


def test_lines_of_cells_stand_below_the_topic_of_their_row() -> None:
    found = extract(schedule()).mentions
    assert [mention.line for mention in found[:3]] == [6, 8, 9]
    assert {mention.section for mention in found} == set(TOPICS)


def test_further_lines_may_be_set_in_to_their_column_by_tabs() -> None:
    rows = [
        "\n".join(
            [f"{day}\t{topic}\t{entry(a)}\tFarid{due}", "\tOptional:", *(f"\t\t{entry(n)}" for n in range(a + 1, b))]
        )
        for day, topic, (a, b), due in zip(
            DAYS, TOPICS, [(0, 4), (4, 7), (7, 10)], ("", "\tReview due", ""), strict=False
        )
    ]
    page = "\n".join(["Seminar on Shores", "", "Date\tTopic\tReadings\tPresenter\tDeadlines", *rows]) + END
    assert [title.rstrip("?") for _, title in found_papers(page)] == [fold(title).rstrip("?") for title in TITLES]


def test_names_of_columns_may_end_a_text() -> None:
    assert not extract("Course\n\nDate\tTopic\tReadings\tPresenter").mentions


@pytest.mark.parametrize("width", [44, 60])
def test_entries_behind_numbers_and_tabs_may_be_broken_over_lines(width: int) -> None:
    said = "In: Proceedings of the International Conference on Shores, and read again at the next one."
    cited = [
        f"{PEOPLE[n]} and {PEOPLE[n - 1]}. {TITLES[n]}. {said * (n % 2)} {VENUES[n % 3]}, {2010 + n}."
        for n in range(10)
    ]
    lines = [f"{n + 1}.\t{textwrap.fill(text, width)}" for n, text in enumerate(cited)]
    found = extract("\n".join(["Publications", "", *lines])).mentions
    assert [fold(mention.title) for mention in found] == [fold(title) for title in TITLES]


def test_talks_behind_days_and_tabs_are_no_lists() -> None:
    said = "Abstract: Sand is an old problem. In this work we ask how the sea moves it, and what follows for ports."
    ends = ("\n", "Joint work with the members of the coastal group\n")
    page = ""
    for n, title in enumerate(BESIDE[:12]):
        page += f"Jan {n + 3}\tA visitor from the University of Shores\n{title.rstrip('?')}\n{said}\n{ends[n % 2]}"
    found = [fold(mention.title) for mention in extract(f"Seminar\n\n{page}").mentions]
    assert not [title for title in found if title.startswith(("abstract", "joint"))]


def test_rows_that_are_no_table_are_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Profiles have a count in front of a tab again and again: each reading goes to the end of the page."""
    calls: list[int] = []
    read = tallcells._read
    monkeypatch.setattr(tallcells, "_read", lambda lines, start, tabs: calls.append(start) or read(lines, start, tabs))
    lines = [line for n in range(60) for line in (f"{n}\t{2000 + n % 20}", "A title of a few words", "J Roe, M Poe")]
    page = Ruled("\n".join(lines))
    assert not any(tallcells.undraw_tall(lines, start, page) for start in range(len(lines)))
    assert len(calls) == 1
