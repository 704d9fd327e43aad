"""Lists of two levels: which of them holds the papers is told by counting."""

from __future__ import annotations

import pytest

from enrich.records import Mention
from tests.mentions.test_kept_shapes import TITLES, papers

NAMES = ("Ana Roe, Max Poe", "Kim Doe, Lin Moe, Jo Zoe et al.", "Ida Fox", "Uma Kay, Tom Orr")
TOWNS = ("Port College + Dune Lab", "Quay University", "Dune Lab", "Port College")
MODELS = ("PoolNet", "KelpCount", "LimpetBase", "WaveBox")
CITED = tuple(f"{names}, {title}, ICES, 2019." for names, title in zip(NAMES, TITLES, strict=True))
LINKS = tuple(f"https://arxiv.org/abs/1902.0000{n}" for n in range(1, 5))
ABOVE = {
    "a place in brackets": [f"({town})" for town in TOWNS],
    "a name": list(MODELS),
    "a place and a name": [f"{town} ({model})" for town, model in zip(TOWNS, MODELS, strict=True)],
}


def read(lines: list[str]) -> list[Mention]:
    return papers("# Shores\n\nWhat we read.\n\n## Tides\n\n" + "\n".join(lines) + "\n")


def pages(above: list[str]) -> dict[str, str]:
    """The same list with `above` over each paper, in Markdown and as three programs print it."""
    rows = list(zip(above, CITED, LINKS, strict=True))
    head = "Shores\n\nWhat we read.\n\nTides\n\n"
    return {
        "markdown": "# Shores\n\n## Tides\n\n" + "".join(f"* {a} [[Paper]({u})]\n  * {c}\n" for a, c, u in rows),
        "deep": head + "".join(f"- {a} [Paper]\n  - {c}\n" for a, c, _ in rows),
        "flat": head + "".join(f"{a} [Paper]\n{c}\n" for a, c, _ in rows),
        "addresses": head + "".join(f"* {a} [Paper] <{u}>\n    * {c}\n" for a, c, u in rows),
    }


@pytest.mark.parametrize("shape", ["markdown", "deep", "flat", "addresses"])
@pytest.mark.parametrize("above", ABOVE.values(), ids=ABOVE)
def test_lines_above_papers_are_none(above: list[str], shape: str) -> None:
    found = papers(pages(above)[shape])
    assert [(paper.title, paper.venue, paper.year) for paper in found] == [(title, "ICES", 2019) for title in TITLES]
    if shape in ("markdown", "addresses"):
        assert [[link.url for link in paper.links] for paper in found] == [[link] for link in LINKS]


@pytest.mark.parametrize("mark", ["*", ""])
def test_venue_above_a_paper_is_its_own(mark: str) -> None:
    rows = [
        f"- [ICES'19] [[pdf]({u})]\n  - {mark}{t}{mark}\n  - {n}" for t, n, u in zip(TITLES, NAMES, LINKS, strict=True)
    ]
    assert [(paper.title, paper.venue, paper.year) for paper in read(rows)] == [(t, "ICES", 2019) for t in TITLES]


def test_short_titles_above_their_authors_stay_titles() -> None:
    rows = [
        f"- {title} [[pdf]({url})]\n  - {names}, ICES 2019"
        for title, names, url in zip(TITLES, NAMES, LINKS, strict=True)
    ]
    assert [paper.title for paper in read(rows)] == list(TITLES)


def test_years_above_papers_are_no_papers() -> None:
    rows = [f"- {2016 + n}\n  - {cited}" for n, cited in enumerate(CITED)]
    assert [paper.title for paper in read(rows)] == list(TITLES)


def test_titles_among_lines_above_papers_stay_titles() -> None:
    rows = [f"* ({town}) [[Paper]({url})]\n  * {c}" for town, url, c in zip(TOWNS, LINKS, CITED, strict=True)]
    title = "Remembering Limpet Homes"
    rows += [f"* {title} [[Paper](https://arxiv.org/abs/1902.00005)]\n  * A readable introduction for newcomers."]
    assert [paper.title for paper in read(rows)] == [*TITLES, title]


def test_several_papers_below_one_line_are_several() -> None:
    rows = [f"* ({town}) [[Paper]({url})]\n  * {c}" for town, url, c in zip(TOWNS, LINKS, CITED, strict=True)]
    late, later = "Late Light in Cold Vapour", "Slow Light in Cold Vapour"
    rows += [
        f"* (Sand Lab) [[Code](https://github.com/a/b)]\n  * Ben Ely, {late}, ICES, 2019."
        f"\n  * Jo Zoe, {later}, ICES, 2019."
    ]
    assert [paper.title for paper in read(rows)] == [*TITLES, late, later]


def test_words_in_brackets_above_a_paper_of_another_shape_are_none() -> None:
    rows = [f"* ({town}) [[Paper]({url})]\n  * {c}" for town, url, c in zip(TOWNS, LINKS, CITED, strict=True)]
    rows += ["* (Sand Lab) [[Paper](https://arxiv.org/abs/1902.00005)]\n  * *Late Light in Cold Vapour*."]
    assert [paper.title for paper in read(rows)] == [*TITLES, "Late Light in Cold Vapour"]
