"""Citations without marks around titles, in which the first of several people alone has the family's name in front."""

from __future__ import annotations

import pytest

from enrich.mentions.entries.names.mixed import are_mixed, upright
from tests.mentions.test_kept_shapes import papers
from tests.mentions.text.test_shapes import TITLES, VENUES

PEOPLE = (
    "Roe, Ana, Max Q. Poe, and Kim Doe",
    "Poe, Max, and Lin Moe",
    "Doe, Kim, et al",
    "Zoe, Jo L., Ida van Fox, Tom Orr, and Eva Small",
)
NAMES = (("Ana Roe", "Max Q. Poe", "Kim Doe"), ("Max Poe", "Lin Moe"), ("Kim Doe",), None)


@pytest.mark.parametrize(
    "end", [". {title}, {venue} 2019.", ". {title}. 2019.", ". 2019. {title}. {venue}.", " (2019). {title}. {venue}."]
)
@pytest.mark.parametrize("front", ["• ", "Name\tPaper\tCode\n{n}kit\t"])
def test_people_of_whom_the_first_is_inverted_are_no_titles(end: str, front: str) -> None:
    head, _, front = front.rpartition("\n")
    rows = [
        front.format(n=n) + PEOPLE[n % 4] + end.format(title=title, venue=VENUES[n % 3]) + "\tCode" * bool(head)
        for n, title in enumerate(TITLES)
    ]
    found = papers("\n".join(["Shores", "", head, *rows]))
    assert [paper.title.rstrip(".") for paper in found] == list(TITLES)
    assert {paper.year for paper in found} == {2019}
    assert [paper.authors for paper in found[:3]] == list(NAMES[:3])


def test_three_things_in_a_title_are_no_people() -> None:
    titles = ("Salt, Sand, and Slow Tides. A Field Guide", *TITLES[1:])
    found = papers("Shores\n\n" + "\n".join(f"• {title}. Shore Letters, 2019." for title in titles))
    assert found[0].title.startswith("Salt, Sand, and Slow Tides")
    assert found[0].authors == ()


def test_whole_names_are_not_turned() -> None:
    assert upright("Ana Roe, Max Poe") == "Ana Roe, Max Poe"
    assert upright("Roe, Ana, and Max Poe") == "Ana Roe, and Max Poe"
    assert not are_mixed("Ana Roe, Max Poe, and Kim Doe")
