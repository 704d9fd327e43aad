"""Pages of titles with abstracts, people and counts, as programmes, digests and indexes show them."""

from __future__ import annotations

import pytest

from enrich.mentions import extract
from tests.mentions.documents import markdown
from tests.mentions.test_kept_shapes import papers

TITLES = (
    "Salt on the Harbour Wall",
    "Counting Limpets from the Air",
    "A Slow History of Sea Grass",
    "Mud Banks and Their Memory",
    "Why Herring Turn at Dusk",
    "The Weight of Wet Sand",
    "Tide Tables for Small Islands",
    "Foam Lines in Sheltered Bays",
)
PEOPLE = ("Ana Roe, Max Poe", "Kim Doe", "Lee Moe, Zoe Roe, Ana Roe", "Max Poe, Kim Doe")
SAID = "We walked the shore at {n} sites for two winters and weighed what we found there. Most of it was lighter."

RECORDS = {
    "folds in sessions": "<details><summary>{title}</summary>\n\n{people}  \nICES 2019\n\n#### Abstract\n\n{said}\n\n"
    "</details>\n",
    "folds that hold lists and folds": "<details><summary>{title}</summary>\n\n{people}\n\nWe show\n\n- that it is "
    "heavy\n- that it is wet\n\n<details><summary>Abstract</summary>{said}</details>\n\n</details>\n",
    "titles and people in bold": "**{title}**\n\n**{people}, Ed Coe**\n\nICES, 2019\n\n{said}\n",
    "titles over folded abstracts": "**{title}**\n\n<details>\n<summary>Abstract</summary>\n\n{said}\n\n</details>\n\n"
    "[PDF](https://shore.org/{n}.pdf)\n",
    "titles over quoted abstracts": "**{title}**\n\n> {said}\n\n{n} citations\n",
    "addresses below headings": "### {title}\n\nhttps://arxiv.org/abs/2101.0000{n}\n\n{said}\n",
    "counts below records": "[{title}](https://arxiv.org/abs/2101.0000{n})\n\n{people}\n\n> {said}\n\nCited by {n}\n\n"
    "Oikos · 2019\n",
    "labels of people and subjects": "[{title}](https://arxiv.org/abs/2101.0000{n})\n\nAuthor(s): {people}\nKiel "
    "University\n\n{said}\n\nSubjects: salt, Bayesian mud, waves\n",
    "sentences over ids": "[{title}](https://arxiv.org/abs/2101.0000{n})\n\n{people}\n\nFew studies have weighed wet "
    "sand at {n} sites before.\n\narXiv:2101.0000{n}\n",
    "counted by a sign": "[#{n}2 {title}](https://shore.org/{n})  \nAuthors: {people}  \nICES 2019\n\n{said}\n",
}


def _page(record: str) -> str:
    parts = ["# Shores\n", "## Session 1: Salt\n"]
    for n, title in enumerate(TITLES):
        parts += ["## Session 2: Mud\n"] if n == 4 else []
        parts.append(record.format(title=title, people=PEOPLE[n % 4], n=n, said=SAID.format(n=n + 3)))
    return "\n".join(parts)


@pytest.mark.parametrize("record", RECORDS)
def test_records_are_read_by_their_titles(record: str) -> None:
    found = extract(markdown(_page(RECORDS[record]))).mentions
    assert [mention.title for mention in found] == list(TITLES)


def test_folded_abstracts_belong_to_their_titles() -> None:
    found = extract(markdown(_page(RECORDS["titles over folded abstracts"]))).mentions
    assert [mention.abstract for mention in found] == [SAID.format(n=n + 3) for n in range(len(TITLES))]


def test_folded_answers_are_no_papers() -> None:
    asked = ("How Do I Join the List?", "Where Are the Old Notes Kept?", "Who May Add a Paper Here?", "What Is Salt?")
    folds = "".join(
        f"<details><summary>{question}</summary><p>Write to us, and we shall see what can be done.</p></details>\n"
        for question in asked
    )
    listed = f"<h2>Readings</h2><ul><li><a href='https://arxiv.org/abs/1901.00001'>{TITLES[0]}</a></li></ul>"
    found = papers(f"<!DOCTYPE html>\n<html><body>{folds}{listed}</body></html>")
    assert [paper.title for paper in found] == [TITLES[0]]
