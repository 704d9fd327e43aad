"""Schedules of seminars, journal clubs and courses: days and presenters in front of papers, credits behind them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from enrich.mentions.text.markers.schedules import is_idle
from tests.mentions.text.reading import extract

TITLES = (
    "Tidal pools under warming seas",
    "Kelp, crabs, and other guests of the northern shore",
    "Where herons wait: a census of rivers",
    "Salt in the wind and what it does to dunes",
    "The long memory of limpets",
    "Waves, and what they carry to the beach",
)
NAMES = ("Ana", "Max", "Kim", "Ana", "Max", "Lin")
FULL = ("Ana Roe", "Max Poe", "Kim Doe", "Lin Moe", "Ana Roe", "Jo Zoe")
CREDITS = ("Roe", "Poe and Doe", "Doe et al.", "Moe, Poe, and Roe", "Zoe", "Ott and van Poe")


def each(line: str) -> Iterator[str]:
    for at, title in enumerate(TITLES):
        yield line.format(n=at + 10, at=at, title=title, name=NAMES[at], full=FULL[at], who=CREDITS[at], year=2010 + at)


SHAPES = {
    "a first name with a colon, surnames behind": ("{n}/11 {name}: {title}, {who} ({year})", "23/12 No class"),
    "a full name between dashes, an address behind": (
        "Sep {n} – {full} – {title} – https://arxiv.org/abs/1812.0000{at}",
        "Sep 30 – No meeting",
    ),
    "a full name between bars": ("Sep {n} | {full} | {title} | https://arxiv.org/abs/1812.0000{at}", ""),
    "a name in brackets behind the day": ("- 2021-03-{n} ({name}): {title} [ICES {year}]", "- 2021-04-01: no seminar"),
    "a weekday and a name": ("Tue, May {n}: {full} – {title} (Roe et al., Oikos {year})", "May 30: Fall break"),
    "a first name and what it reports on, wrapped": (
        "• {n} October: {name} on {title} by Jane Ott and\n  Ann van Poe (arXiv:1901.0000{at})",
        "• 28 October: Ana continues.\n• 29 October: problem session, nothing to read",
    ),
    "parts of papers": (
        "• {n} October: {name} on {title} by Jane Ott and Ann van Poe, sections 1 to {n} only (arXiv:1901.0000{at})",
        "",
    ),
    "days with stops": ("{n}.10. {full}: {title}", "31.10. No seminar (holiday)"),
    "a table with surnames": ("2022-10-{n}\t{full}\t{title} by {who} ({year})\tnotes", "2022-11-01\t—\tNo talk"),
    "citations in the cells of a table": (
        "{n}\tMar {n}\tShores\t{who} ({year}), {title}",
        "\tMar 30\tNo class\t",
    ),
    "weeks over indented citations with surnames": (
        "Week {n}: Sea\n\n    {who} ({year}), {title}. Oikos 12: 1-9.\n    Ott (2001), Sand and stones {n}. Oikos 9.\n",
        "",
    ),
    "citations below labels with blank lines": (
        "Week {n}: Shores\n\nRequired readings\n\n• Roe, A. and Poe, M. ({year}). {title}. Oikos, 12(3), 1–9.\n\n"
        "Optional readings\n\n• Ott, B. (2001). Sand and stones {n}. Oikos, 9(1), 1–9.\n",
        "",
    ),
}  # fmt: skip


@pytest.mark.parametrize("shape", SHAPES)
def test_schedule_gives_its_titles_and_nothing_else(shape: str) -> None:
    line, idle = SHAPES[shape]
    head = "Date\tPresenter\tPaper\tMaterials\n" if "notes" in line else ""
    head = "Week\tDate\tTopic\tReadings\n" if line.startswith("{n}\t") else head
    text = f"Shore seminar\n\n{head}" + "\n".join(each(line)) + f"\n{idle}\n"
    found = [mention.title for mention in extract(text).mentions if not mention.title.startswith("Sand and stones")]
    assert found == list(TITLES)


REMARKS = (
    ", plus the reply to it",
    " (moved from the week before)",
    "",
    " -- joint meeting with the dune club, room 7",
    ", plus the reply (moved from the week before)",
    "",
)
JOURNALS = ("Oikos", "J Shores", "Oikos", "J Shores", "Oikos", "Sea Dunes")


def test_remarks_behind_journals_are_no_part_of_titles() -> None:
    line = "* {n} Sep {name}: Roe A, Poe BC, Doe D ({year}) {title}. {journal}{remark}\n"
    more = [f"{title} in {season}" for season in ("winter", "summer") for title in TITLES]
    titles, remarks = [*TITLES, *more], [*REMARKS, *[""] * len(more)]
    lines = [
        line.format(n=at + 10, name=NAMES[at % 6], year=2000 + at, title=title, journal=JOURNALS[at % 6], remark=remark)
        for at, (title, remark) in enumerate(zip(titles, remarks, strict=True))
    ]
    mentions = extract("Shore seminar\n\n" + "".join(lines)).mentions
    assert [mention.title for mention in mentions] == titles
    assert [mention.venue for mention in mentions] == list(JOURNALS) * 3


def test_second_papers_of_a_day_are_entries() -> None:
    further = "       also: Roe A, Poe BC (20{:02}) Sand and stones of the northern shore {}. Oikos"
    line = "     * {n} Sep {name}: Roe A, Doe D ({year}) {title}. Oikos"
    lines = [line.format(n=at + 10, name=NAMES[at], year=2010 + at, title=title) for at, title in enumerate(TITLES)]
    lines[3:3] = [further.format(3, "in winter")]
    lines[6:6] = [further.format(6, "in summer")]
    titles = [mention.title for mention in extract("Shore seminar\n\n" + "\n".join(lines) + "\n").mentions]
    second = "Sand and stones of the northern shore"
    assert titles == [*TITLES[:3], f"{second} in winter", *TITLES[3:5], f"{second} in summer", *TITLES[5:]]


def test_surnames_behind_titles_are_their_authors() -> None:
    mentions = extract("Shores\n\n" + "\n".join(each("{title}, {who} ({year})"))).mentions
    assert [(m.authors, m.year) for m in mentions][1:4] == [
        (("Poe", "Doe"), 2011),
        (("Doe",), 2012),
        (("Moe", "Poe", "Roe"), 2013),
    ]


def test_year_of_the_paper_goes_before_the_year_of_the_day() -> None:
    rows = "\n".join(each("2022-10-{n}\t{full}\t{title} by {who} ({year})\tnotes"))
    mentions = extract(f"Shores\n\nDate\tPresenter\tPaper\tMaterials\n{rows}\n").mentions
    assert [mention.year for mention in mentions] == list(range(2010, 2016))


def test_heads_of_titles_behind_days_are_no_presenters() -> None:
    heads = ("Kelp", "Crabs", "Dunes", "Herons", "Limpets", "Waves")
    text = "Shores\n\n" + "".join(f"{at + 10}/11: {head}: a census by hand\n" for at, head in enumerate(heads))
    assert [mention.title for mention in extract(text).mentions] == [f"{head}: a census by hand" for head in heads]


@pytest.mark.parametrize("line", ["17/11 No class", "No meeting this week", "Fall break", "Oct 3: CANCELLED"])
def test_line_says_that_nobody_meets(line: str) -> None:
    assert is_idle(line)


@pytest.mark.parametrize(
    "line", ["No Class Left Behind: Learning with Few Shores", "Breaks in Waves", "Meeting the Sea"]
)
def test_line_names_a_paper(line: str) -> None:
    assert not is_idle(line)


@pytest.mark.parametrize("words", [("Lecture", "Seminar"), ("Essays", "Notes", "Remarks"), ("Sand", "Salt", "Water")])
def test_words_in_front_of_on_are_no_presenters(words: tuple[str, ...]) -> None:
    titles = [f"{words[at % len(words)]} on {title}" for at, title in enumerate(TITLES)]
    lines = [f"Jan {at + 3}: {title}\n" for at, title in enumerate(titles)]
    found = [mention.title for mention in extract("".join(lines) + "\nWe read of sand, salt and water.\n").mentions]
    assert found[: len(titles)] == titles
