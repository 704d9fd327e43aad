"""Logs of reading groups: what is read below days, behind labels or above its address, and what was said of it."""

from __future__ import annotations

from enrich.documents.shape import kind_of_text
from enrich.mentions import extract
from enrich.records import Document, Mention, MentionKind

TITLES = (
    "Tidal Pools in Spring",
    "Salt in the Wind, Slow and Fast",
    "How the Herons Wait",
    "What a Tide Leaves: A Study",
)


def papers(text: str) -> list[Mention]:
    document = Document("list", "list", kind_of_text(text), text, "", len(text))
    return [mention for mention in extract(document).mentions if mention.kind is MentionKind.PAPER]


def test_lines_with_labels_in_front_of_linked_titles_are_papers_and_what_was_said_is_none() -> None:
    notes = 'Notes:\n\n- Max: "mostly sand with extra steps"\n- lots of talk on whether this is ever going to work\n'
    sessions = "".join(
        f"### 2023-0{n}-13 – Ida\n\n**Paper:** *{title}* (Jane Roe and Max Poe) [pdf](https://arxiv.org/abs/1501.0000{n})\n"
        f"**Also:** *{title} Again* [pdf](https://arxiv.org/abs/1501.0001{n}) (only skimmed)\n{notes}\n"
        for n, title in enumerate(TITLES, start=1)
    )
    listed = [each for title in TITLES for each in (title, f"{title} Again")]
    assert [paper.title for paper in papers(f"# Shores\n\n## 2023\n\n{sessions}")] == listed


def test_titles_above_the_address_of_a_paper_alone_are_papers_and_quotations_below_none() -> None:
    sessions = "".join(
        f'#### {n}0.11.22 Ida\n{title}  \nhttps://arxiv.org/abs/1501.0000{n}\n> Max: "mostly sand"\n\n'
        for n, title in enumerate(TITLES, start=1)
    )
    assert [paper.title for paper in papers(f"# Shores\n\n{sessions}")] == list(TITLES)


def test_entries_of_days_in_words_alone_and_wishes_in_small_letters_are_no_papers() -> None:
    days = "".join(
        f'* {n + 1}/6 Ida: "{title}" (https://arxiv.org/abs/1501.0000{n})\n' for n, title in enumerate(TITLES)
    )
    pool = "".join(f"- [ ] [{title} Again](https://arxiv.org/abs/1501.0001{n}) +1\n" for n, title in enumerate(TITLES))
    pool += f"- [x] {TITLES[0]} and Other Tales +1 +1\n"
    page = (
        f"# Shores\n\n## 2021\n\n{days}* 9/6 everybody: Tides 2021 highlights, no paper\n\n"
        f"## Pool\n\n{pool}- [ ] something on long waves?\n"
    )
    others = [*(f"{title} Again" for title in TITLES), f"{TITLES[0]} and Other Tales"]
    assert [paper.title for paper in papers(page)] == [*TITLES, *others]


def test_titles_of_days_to_come_need_no_link() -> None:
    read = "".join(f"- {n} May: [{t}](https://arxiv.org/abs/1501.0000{n})\n" for n, t in enumerate(TITLES, start=1))
    page = f"# Reading group\n\n{read}- 11 May: A Theory of Driftwood\n- 18 May: no talk, we all go to the sea\n"
    assert [paper.title for paper in papers(page)] == [*TITLES, "A Theory of Driftwood"]


def test_quoted_titles_in_small_letters_beside_people_are_papers() -> None:
    page = "".join(f'- Jane Roe: "{title.lower()}"\n' for title in TITLES)
    assert [paper.title for paper in papers(f"# Talks\n\n{page}")] == [title.lower() for title in TITLES]
