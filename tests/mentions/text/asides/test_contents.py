"""Contents of a page that name its headings, and what comes back below each of those."""

from __future__ import annotations

import pytest

from enrich.records import Mention, MentionKind

from ..reading import extract

TOPICS = ("Shores and tides", "Birds of the open sea", "Wind, salt and sand")
TITLES = (
    "Tidal Pools under Warming Seas",
    "Kelp and Other Guests of the Northern Shore",
    "Where Herons Wait: A Census of Rivers",
    "The Long Memory of Limpets",
    "Waves of the Northern Bay",
    "Who Counts the Gulls of Spring?",
    "Fog over the Old Harbour",
    "Stones that the Ice Left Behind",
    "Sand Grains as Clocks",
)
PEOPLE = (
    "Roe",
    "Poe and Moe",
    "Fox, Kay and Lund",
    "Holm",
    "Berg et al.",
    "Vik, Dahl and Sund",
    "Ely",
    "Ott and Hay",
    "Lind",
)
VENUES = ("SRQ", "Ecology of Shores", "JSB", "Sands")


def papers(text: str) -> list[Mention]:
    return [mention for mention in extract(text).mentions if mention.kind is MentionKind.PAPER]


def page(front: str, head: str) -> str:
    entries = [
        f"{'★ ' * (at % 3 == 0)}{title} ({who}, {VENUES[at % 4]} {2004 + at}){' [pdf]' * (at % 2)}"
        for at, (title, who) in enumerate(zip(TITLES, PEOPLE, strict=True))
    ]
    sections = [
        f"{at}. {topic}\n{head.format(2 * at)}\n" + "\n".join(entries[3 * at - 3 : 3 * at])
        for at, topic in enumerate(TOPICS, start=1)
    ]
    return f"Coasts (PhD)\nFall 2023, Mon/Wed 10:30-11:50, Hall 9\n{front}\n\n" + "\n\n".join(sections) + "\n"


@pytest.mark.parametrize(
    ("front", "head"),
    [
        ("Contents: " + " · ".join(TOPICS), "Lectures {}-9 | slides | notes"),
        ("Students read what is marked.", "Lectures {}-9 | slides | notes"),
        ("Students read what is marked.", "Week {} · slides · recording"),
    ],
)
def test_what_comes_back_below_headings_is_no_table_and_no_fact_of_a_paper(front: str, head: str) -> None:
    found = papers(page(front, head))
    assert [paper.title for paper in found] == list(TITLES)
    assert all(paper.section.endswith(topic) for paper, topic in zip(found[::3], TOPICS, strict=True))


@pytest.mark.parametrize("sign", [" · ", " | "])
def test_contents_on_one_line_tell_the_headings(sign: str) -> None:
    listed = [f"{topic}\n" + "\n".join(TITLES[3 * at : 3 * at + 3]) for at, topic in enumerate(TOPICS)]
    found = papers(f"Coasts\n\nOn this page: {sign.join(TOPICS)}\n\n" + "\n\n".join(listed) + "\n")
    assert [paper.title for paper in found] == list(TITLES)


@pytest.mark.parametrize("form", ["{} Papers", "Papers of {}", "{}"])
def test_years_with_a_word_beside_them_lead_to_years(form: str) -> None:
    years = (2021, 2020, 2019)
    contents = [f"- {form.format(year)}" for year in years]
    sections = [
        line
        for at, year in enumerate(years)
        for line in ("", str(year), "", *(f"- {title}" for title in TITLES[3 * at : 3 * at + 3]))
    ]
    found = papers("\n".join(["Contents", "", *contents, *sections]))
    assert [paper.title for paper in found] == list(TITLES)


def test_lists_behind_years_lead_to_headings_of_both() -> None:
    years, names = (2021, 2020, 2019), ("SAND", "ICES", "GULL")
    contents = [f"• {year}: {', '.join(names)}" for year in years]
    sections = [
        line
        for at, year in enumerate(years)
        for number, name in enumerate(names)
        for line in ("", f"{year} {name}", "", f"• {TITLES[3 * at + number]}")
    ]
    found = papers("\n".join(["Coasts", "", *contents, *sections]))
    assert [paper.title for paper in found] == list(TITLES)


def test_contents_in_several_columns_below_their_name_are_no_papers() -> None:
    parts = ("Shores of the North", "Tides and Waves", "Birds of the Sea", "Wind and Salt")
    contents = [
        "1. Survey",
        "2. Shores",
        f"2.1 {parts[0]}\t2.2 {parts[1]}",
        "3. Life",
        f"3.1 {parts[2]}\t3.2 {parts[3]}",
    ]
    papers = [f"{title}. ICES 2019. [paper]\n\nAna Roe, Max Poe.\n" for title in TITLES]
    names = ("Survey papers", *parts)
    lists = [line for at in range(5) for line in (f"\n{names[at]}\n", *papers[2 * at : 2 * at + 2])]
    found = extract("\n".join(["Papers on Shores", "", "Content", "", *contents, *lists])).mentions
    assert [mention.title for mention in found] == list(TITLES)


@pytest.mark.parametrize("form", ["• {} #{}", "• {} (#{})"])
def test_contents_may_have_the_places_they_lead_to_written_out(form: str) -> None:
    names = ("Tides", "Open sea", "Salt flats")
    contents = [form.format(topic, topic.lower().replace(" ", "-")) for topic in names]
    listed = [
        f"## {topic}\n\n" + "\n".join(f"• {t}. Oikos, 2019." for t in TITLES[3 * n : 3 * n + 3])
        for n, topic in enumerate(names)
    ]
    found = papers("\n".join(["# Coasts", "", "## Contents", "", *contents, "", "\n\n".join(listed)]))
    assert [paper.title for paper in found] == list(TITLES)


def test_tables_whose_topics_come_again_as_headings_are_no_contents() -> None:
    rows = [f"{title}\tAna Roe\t{2010 + n}\t{TOPICS[n % 3]}" for n, title in enumerate(TITLES)]
    said = [
        f"\n{topic}\n\nMuch has been said of it, and more than fits on this page is known by now." for topic in TOPICS
    ]
    found = papers("\n".join(["Coasts", "", "Title\tAuthors\tYear\tTopic", *rows, *said]))
    assert [paper.title for paper in found if paper.year] == list(TITLES)


def test_contents_of_titles_keep_those_that_come_nowhere_else() -> None:
    read = [f"\n{title}\n\nAna Roe, Max Poe\n" for title in TITLES[:4]]
    found = papers("\n".join(["Shore Letters", "", "Contents", "", *TITLES, *read]))
    assert {paper.title for paper in found} >= set(TITLES[4:])


def test_first_names_of_sections_tell_the_contents_of_a_page_whose_end_is_missing() -> None:
    missing = ("Rivers", "Frozen lakes", "Deltas and dams", "Fog", "Ships and harbours", "Gulls", "Wells")
    front = "".join(f"• {name}\n" for name in (*TOPICS, *missing))
    lists = ("".join(f"• {title} ({PEOPLE[at]}, 2011)\n" for title in TITLES[at::3]) for at in range(3))
    sections = "\n".join(f"{topic}\n\n{each}" for topic, each in zip(TOPICS, lists, strict=True))
    found = [paper.title for paper in papers(f"Coasts\n\n{front}\n{sections}")]
    assert sorted(found) == sorted(TITLES)
