"""Lines that a rule of their own length underlines."""

from __future__ import annotations

import pytest

from enrich.mentions.entries.details import RowKind
from enrich.mentions.text.lines.rows import read_rows
from enrich.mentions.text.rowkinds.kinds import page_kinds
from tests.mentions.text.reading import extract

FIRST = ["Salt in the Wind", "Where Herons Wait", "The Sea at Work"]
SECOND = ["Slow Light in Warm Vapour", "Do Limpets Remember Homes?", "Soil Fungi as Partners of Trees"]
CUT = (FIRST[:2], [FIRST[2], SECOND[0]], SECOND[1:])


def listed(titles: list[str]) -> str:
    return "".join(f"* {title} (ICES 2018)\n" for title in titles)


@pytest.mark.parametrize("rule", ["=", "-", "~"])
def test_underlined_lines_are_headings(rule: str) -> None:
    name = "Readings in Tidal Ecology (Fall 2023)"
    page = f"{name}\n{rule * len(name)}\n\nPick one paper.\n\n{listed(FIRST)}"
    found = extract(f"{page}\nMore (2024)\n{rule * 11}\n\n{listed(SECOND)}")
    assert [mention.title for mention in found.mentions] == FIRST + SECOND


def test_underlined_titles_above_their_authors_are_none() -> None:
    titles = ("Tidal Pools under Warming Seas", "Do Limpets Remember Homes?", "Slow Light in Warm Vapour and Ice")
    text = "\n\n".join(f"{title}\n{'-' * len(title)}\nAna Roe, Max Poe, Kim Doe\nOikos 2019" for title in titles)
    assert [mention.title for mention in extract(text).mentions] == list(titles)


def test_underlined_titles_above_their_authors_and_a_blank_line_are_none() -> None:
    said = "Counted on two coasts.\nRead twice.\nOikos 2019\nMore of it below.\nShown at the fair.\nKept in a jar."
    text = "\n\n".join(f"{title}\n{'-' * len(title)}\n\nAna Roe, Max Poe, Kim Doe\n{said}" for title in SECOND)
    assert [mention.title for mention in extract(text).mentions] == SECOND


def test_counted_topics_above_lists_are_headings_and_titles_above_names_are_none() -> None:
    names = ("Ana Roe, Max Poe", "Kim Doe, Lin Moe", "Jo Zoe, Ida Fox")
    topics = [f"Limpet {n} {title}" for n, title in enumerate(FIRST, start=2)]
    text = "\n\n".join(f"{topic}\n- {people}, 2019" for topic, people in zip(topics, names, strict=True))
    assert [mention.title for mention in extract(f"Shores\n\n{text}").mentions] == topics
    text = "\n\n".join(f"Week {n} Dunes\n- {title} (ICES 2018)" for n, title in enumerate(SECOND, start=1))
    assert [mention.title for mention in extract(f"Shores\n\n{text}").mentions] == SECOND


def test_counted_weeks_above_citations_that_look_like_names_are_headings() -> None:
    cited = (
        "Tern, A., & Knot, D. (1974). Waves under wind. Science, 185, 1124-1131.",
        "Gull, G. (1996). On narrow bays: A reply to all. Sea Review, 103, 592-596.",
        "Knot, D., & Tern, A. (1979). Kelp theory: An analysis. Ecography, 47, 263-291.",
        "Ott (1955). A behavioral model of tides. Quarterly Journal of Shores.",
    )
    weeks = (f"Week {n}. Sand (Jan {n + 11})\n\n  • {row}\n" for n, row in enumerate(cited, start=1))
    rows = read_rows("Shores 614\n\n" + "\n".join(weeks))
    kinds = page_kinds(rows, {})
    assert [kinds[at] for at, row in enumerate(rows) if row.text.startswith("Week")] == [RowKind.HEADING] * 4


def test_counted_weeks_right_above_quoted_titles_are_headings() -> None:
    titles = (*FIRST, *SECOND)
    topics = ("What is it we do here?", "Fields, objects, and the tide", "Terrain")
    remarks = ("", "Bring a map you dislike.\n", "", "")
    weeks = (
        f"Week {n} (Sept {n + 3}): {topic}\n{remarks[n]}*Roe, Ana B. “{titles[2 * n - 2]}.” Shore Studies 6, no. 1 "
        f"(1992): 31-45.\nPoe, Max, and Lin Moe. “{titles[2 * n - 1]}.” Tide Letters 4, no. 2 (1994): 3-9.\n"
        for n, topic in enumerate(topics, start=1)
    )
    found = extract("Shores 640\n\nSchedule\n\n" + "\n".join(weeks)).mentions
    assert [mention.title for mention in found] == list(titles)


def test_counted_titles_above_names_are_papers() -> None:
    names = ("Ana Roe, Max Poe", "Kim Doe, Lin Moe", "Jo Zoe, Ida Fox")
    topics = [f"Limpet {n}: {title}" for n, title in enumerate(FIRST, start=2)]
    text = "\n\n".join(f"{topic}\n- {people}, 2019" for topic, people in zip(topics, names, strict=True))
    assert [mention.title for mention in extract(f"Shores\n\n{text}").mentions] == topics


@pytest.mark.parametrize(
    "notes",
    [
        ("  Reading notes from 2021", "  Discussed again in 2022", "  Data from 2018 and later"),
        ("\n(updated in 2021)", "\n(updated in 2022)", "\n(first read in 2020)"),
    ],
)
def test_remarks_with_years_below_titles_make_them_no_headings(notes: tuple[str, ...]) -> None:
    titles = ["Salt in the Wind of Wide Shores", "Where Herons Wait and Feed", "The Sea at Work in Winter"]
    lines = [f"Jan {at}: {title}\n{note}\n" for at, (title, note) in enumerate(zip(titles, notes, strict=True), 1)]
    found = " ".join(mention.title for mention in extract("\n".join(lines)).mentions)
    assert [title for title in titles if title in found] == titles


@pytest.mark.parametrize("frame", ["=== {} ===", "--- {} ---", "** {} **", "--{}--"])
def test_framed_titles_above_their_authors_are_no_headings(frame: str) -> None:
    titles = [*SECOND, "Tidal Pools under Warming Seas"]
    records = "\n\n".join(f"{frame.format(title)}\nAna Roe and Max Poe\nOikos 2019" for title in titles)
    found = extract(records).mentions
    assert [mention.title.strip("=-* ") for mention in found] == titles
    assert {mention.authors for mention in found} == {("Ana Roe", "Max Poe")}


@pytest.mark.parametrize("frame", ["== {} ==", "--- {} ---", "~~{}~~"])
def test_framed_lines_above_lists_are_headings(frame: str) -> None:
    topics = ("Spring Tides", "Shores", "Birds of the Coast")
    pages = (f"{frame.format(topic)}\n\n{titles}" for topic, titles in zip(topics, map(listed, CUT), strict=True))
    assert {mention.section.strip("=-~ ") for mention in extract("\n".join(("Tides\n", *pages))).mentions} == set(
        topics
    )


def test_issues_of_a_newsletter_above_their_days_are_headings() -> None:
    titles = FIRST + SECOND
    page = "The Shore Letter\n\nSubscribe\n\n"
    for n in range(3):
        entries = "\n".join(f"{title} beside bay {n} (Roe et al., Oikos, 2019)\n" for title in titles)
        page += (
            f"Letter 04{n}: sand, salt and what {('we', 'you', 'they')[n]} make of it\nMay {n + 7}, 2019\n\n{entries}\n"
        )
    found = [mention.title for mention in extract(page).mentions]
    assert found == [f"{title} beside bay {n}" for n in range(3) for title in titles]


def test_talks_above_their_day_and_who_gives_them_are_papers() -> None:
    talks = [f"Seminar {n}: {title} and Back" for n, title in enumerate(FIRST, start=1)]
    cited = "".join(f"Ana Roe, {title} in Bay {n} (Oikos, 201{n}).\n" for n, title in enumerate(SECOND * 2))
    page = "".join(f"{talk}\n{n} May 2021\nMax Poe\n\n" for n, talk in enumerate(talks, start=3))
    found = [mention.title for mention in extract(f"Talks\n\n{page}Papers\n\n{cited}").mentions]
    assert found[:3] == talks


@pytest.mark.parametrize("facts", ["Chair: {}", "Chair: {}\nAuthor: Lin Moe\nYear: 2012", "Session chair: {}\nLin Moe"])
def test_titles_above_who_was_in_the_chair_are_papers(facts: str) -> None:
    people = ("Ana Roe", "Max Poe", "Kim Doe")
    page = "\n\n".join(f"{title}\n{facts.format(name)}" for title, name in zip(SECOND, people, strict=True))
    assert [mention.title for mention in extract(f"Dissertations\n\n{page}\n").mentions] == SECOND


def test_parts_that_letters_count_are_headings() -> None:
    people = ("Jane Roe and Max Poe", "Kim Doe, Ann Zoe, Jo Fox")
    parts = ("Track A: Shores, Dunes and Sands", "Track B: Winds, Salts and Silts")
    text = "Accepted papers\n"
    for part, titles in zip(parts, (FIRST, SECOND), strict=True):
        text += f"\n{part}\n\n" + "".join(f"{title}\n{people[at % 2]}\n\n" for at, title in enumerate(titles))
    found = extract(text).mentions
    assert [mention.title for mention in found] == FIRST + SECOND
    assert [mention.section.rpartition(" > ")[2] for mention in found] == [parts[0]] * 3 + [parts[1]] * 3


@pytest.mark.parametrize(
    "line",
    [
        "June 19–23, 2023 — Cork, Ireland",
        "May 4-8, 2019, New Orleans, LA",
        "19-23 June 2023 | Cork",
        "30 May-2 June 2023",
    ],
)
def test_days_and_the_town_of_a_meeting_are_no_title(line: str) -> None:
    assert page_kinds(read_rows(line), {}) != [RowKind.ENTRY]
    assert page_kinds(read_rows(f"{line} and what they left behind"), {}) == [RowKind.ENTRY]


@pytest.mark.parametrize("facts", ["\n{} 201{}", "\n\n{} 201{}", ". Ana Roe. {} 201{}."])
def test_titles_that_letters_count_are_papers(facts: str) -> None:
    words = ("Night Trains", "Worn Coins", "Paper Sensors", "Street Noise", "Copper Trade", "Small Harbors")
    titles = ["Vitamin A: Bread in Old Ports", "Vitamin B: Beer in Old Ports"]
    titles += [f"Measuring Trust in the {word}" for word in words]
    papers = (title + facts.format(("Oikos", "CHI", "ICRA")[at % 3], at) for at, title in enumerate(titles))
    assert [mention.title for mention in extract("Publications\n\n" + "\n\n".join(papers)).mentions] == titles
