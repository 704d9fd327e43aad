"""Titles in paragraphs of their own, over lists of what is said about them."""

from __future__ import annotations

import pytest

from enrich.mentions import extract
from enrich.records import Mention
from tests.mentions.documents import markdown
from tests.mentions.test_kept_shapes import TITLES

LABELS = {
    "in English": ("Paper", "Code", "None"),
    "with a word in brackets": ("Paper (oral)", "Code", "coming soon"),
    "in another language": ("Artikel", "Programm", "folgt"),
    "with wide colons": ("論文", "実装", "なし"),
}


def _read(text: str) -> list[Mention]:
    return list(extract(markdown(text)).mentions)


def _page(line: str, paper: str, code: str, absent: str) -> str:
    colon = ":" if paper.isascii() else "："
    entries = (
        f"{line.format(title)}\n\n- {paper}{colon} https://arxiv.org/abs/2101.0000{number}\n- {code}{colon} "
        + (absent if number == 2 else f"https://github.com/roe/shore{number}")
        + "\n"
        for number, title in enumerate(TITLES)
    )
    return "# Shores\n\n## Tides\n\n" + "\n".join(entries)


@pytest.mark.parametrize("labels", LABELS.values(), ids=LABELS)
@pytest.mark.parametrize("line", ["**{}**", "{}"], ids=["bold", "plain"])
def test_lines_over_lists_of_links_are_titles(line: str, labels: tuple[str, str, str]) -> None:
    found = _read(_page(line, *labels))
    assert [mention.title for mention in found] == list(TITLES)
    assert [mention.links[0].url for mention in found] == [f"https://arxiv.org/abs/2101.0000{n}" for n in range(4)]
    assert {mention.section for mention in found} == {"Tides"}


def test_lines_over_people_and_places_are_titles() -> None:
    people = ("Ana Roe, Max Poe", "Kim Doe, Lee Moe", "Max Poe, Zoe Roe", "Lee Moe, Ana Roe")
    entries = (
        f"**{title}**\n- {names}\n- ICES {2018 + number}\n- [[paper](https://arxiv.org/abs/2101.0000{number})]\n"
        for number, (title, names) in enumerate(zip(TITLES, people, strict=True))
    )
    found = _read("# Shores\n\n" + "\n".join(entries))
    assert [mention.title for mention in found] == list(TITLES)
    assert [(mention.venue, mention.year) for mention in found] == [("ICES", 2018 + n) for n in range(4)]
    assert found[0].authors == ("Ana Roe", "Max Poe")


def test_weeks_over_slides_are_no_titles() -> None:
    weeks = ("What Is a Shore?", "Tides and Their Tables", "Reading Old Charts", "Counting Birds by Ear")
    entries = (
        f"**Week {number}: {topic}**\n\n- Slides: [pdf](https://shore.org/{number}.pdf)\n- Video: [link](https://v.org/{number})\n"
        for number, topic in enumerate(weeks, 1)
    )
    assert not _read("# Shores 101\n\n" + "\n".join(entries))


def test_bold_lines_over_papers_are_their_groups() -> None:
    groups = ("Life between the Tides", "Maps of Moving Sands", "Birds of the Flats")
    entries = (
        f"**{group}**\n\n- [{first}](https://arxiv.org/abs/2101.0000{number}), 2021\n"
        f"- [{second}](https://arxiv.org/abs/2101.0001{number}), 2021\n"
        for number, (group, first, second) in enumerate(zip(groups, TITLES, TITLES[1:], strict=False))
    )
    found = _read("# Shores\n\n" + "\n".join(entries))
    assert {mention.section for mention in found} == set(groups)
    assert len(found) == 6


TOPICS = ("Tides and Sand", "Shells of the North", "Fish in Warm Water", "Birds on Mud")
OWN = {
    "as links behind slides": "- Slides: [pdf](s{n}.pdf)\n- Reading: [{title}](https://s.org/{n}.pdf), Ana Roe, 2019\n",
    "as links above code": "- Paper: [{title}](https://shore.org/{n}.pdf)\n- Code: [code](https://github.com/roe/{n})\n",
    "in a citation": "- Ana Roe, Max Poe. {title}. Oikos, 2019.\n",
    "behind a label": "- Paper: {title}, Ana Roe, 2019 [pdf](https://shore.org/{n}.pdf)\n- Slides: [pdf](s{n}.pdf)\n",
}


@pytest.mark.parametrize("entry", OWN.values(), ids=OWN)
def test_lines_over_titles_are_topics(entry: str) -> None:
    parts = (
        f"**{topic}**\n\n" + entry.format(n=n, title=title)
        for n, (topic, title) in enumerate(zip(TOPICS, TITLES, strict=True))
    )
    found = _read("# Shores\n\n" + "\n".join(parts))
    assert not {mention.title for mention in found} & set(TOPICS)
    assert {mention.title for mention in found} >= set(TITLES[1:])


@pytest.mark.parametrize(
    "entry",
    [
        "- Homework: [sheet](h{n}.pdf)\n- Slides: [pdf](s{n}.pdf)\n",
        "- Website: [link](https://shore.org/{n})\n- Code: [github](https://github.com/roe/{n})\n",
        "- Leaderboard: [link](https://shore.org/{n})\n- License: MIT\n",
        "- Website: [home](https://shore.org/{n})\n- Deadline: [dates](https://shore.org/d{n})\n",
    ],
)
def test_lines_over_lists_that_link_no_paper_are_no_titles(entry: str) -> None:
    parts = (f"**{topic}**\n\n" + entry.format(n=n) for n, topic in enumerate(TOPICS))
    assert not _read("# Shores\n\n" + "\n".join(parts))
