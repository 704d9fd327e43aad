"""Issues of journals as their pages print them: a badge above each title, "by" in front of people, and a line that says
where it appeared, which differs but in numbers."""

from __future__ import annotations

import pytest

from tests.mentions.text.abstracts.test_reader import HOW, SAID
from tests.mentions.text.reading import extract
from tests.mentions.text.test_shapes import PEOPLE, TITLES

HEAD = (
    "Shore Sensing | May 2020 - Browse\nJournals\nTopics\nAuthor Services\nSubmit\n\nJournals\nShore Sensing\n"
    "Volume 7, Issue 2\nReview for Shore Sensing\nJournal Menu\nShore Sens., Volume 7, Issue 2 (May 2020)\n"
    "The issue is published when all of its articles are. You may ask for the printed one by mail, if you live there. "
    "We have tried to keep the paper thin, and the words short, for the post does not carry more than that.\nOrder\n\n"
)
MORE = [*TITLES, "Shore Lines of the Far North", *(f"{HOW[n].title()} and {TITLES[n]}" for n in range(9))]


def record(title: str, n: int, behind: str) -> str:
    viewed = f"Cited by {n} | Viewed by {n}9" if n % 3 else f"Viewed by {n}8"
    place = f"Shore Sens. 2020, 7(2), {n}; https://doi.org/10.5555/shore{n} - {n + 1} May 2020"
    said = "Abstract " + SAID.format(how=HOW[n % 10]) + behind
    people = f"by {PEOPLE[n % 10]} and {PEOPLE[n // 2]}"
    return "\n".join(("Open AccessArticle", title, people, place, viewed, said, "► Show Figures", ""))


@pytest.mark.parametrize("behind", ["", " Full article"])
def test_an_issue_says_where_and_when_each_paper_appeared(behind: str) -> None:
    mentions = extract(HEAD + "\n".join(record(title, n, behind) for n, title in enumerate(MORE))).mentions
    assert [mention.title for mention in mentions] == MORE
    assert {(mention.venue, mention.year) for mention in mentions} == {("Shore Sens.", 2020)}
    assert [link.url for mention in mentions for link in mention.links] == [
        f"https://doi.org/10.5555/shore{n}" for n in range(20)
    ]
    assert not any((mention.abstract or "").endswith("article") for mention in mentions)
