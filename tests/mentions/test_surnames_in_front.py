"""Lists whose items begin with surnames alone, and lists of systems that only look so."""

from __future__ import annotations

import pytest

from .test_kept_shapes import FIRST, FOURTH, SECOND, THIRD, papers

TITLES = (FIRST, SECOND, THIRD, FOURTH, "Salt: What It Costs")
NAMES = ("Roe", "Poe and van Doe", "Zoe, Fox, An et al.", "McRoe", "Kay & Ely")


@pytest.mark.parametrize("sign", [":", ",", ".", " -", " –"])
@pytest.mark.parametrize("front", ["", "(!) "])
def test_surnames_in_front_of_titles(sign: str, front: str) -> None:
    rows = [
        f"{n}. {front * (n == 2)}{names.rstrip('.') if sign == '.' else names}{sign} {title} (ICES'{15 + n})"
        f"{' [taken: Jo]' * (n % 2)}"
        for n, (names, title) in enumerate(zip(NAMES, TITLES, strict=True), start=1)
    ]
    found = papers("Readings in Shores\n\nPick one.\n\n" + "\n".join(rows))
    assert [paper.title for paper in found] == list(TITLES)
    assert found[1].authors == ("Poe", "van Doe")
    assert found[2].venue == "ICES"


def test_surnames_that_commas_alone_part_stand_in_front_of_titles() -> None:
    entries = {
        "Roe, Poe, Doe": "Tidal pools in the dry years",
        "Moe": "Time, clocks, and what gulls owe to both",
        "Ely": "Time, Clocks, and the Order of Waves",
        "Ito and Low": "Counting, Sorting and Drying of Kelp",
        "Fox and Orr": "Sand in the wind",
        "Ash et al.": "Tides, a view from the shore",
        "Zoe et al.": "Why limpets stay at home",
        "Kay and Lind": "A storm and its names",
        "Rey, O'Hay, Orr, Van-Moe": "The Weight of a Spoon",
    }
    rows = [f"- {names}, {title}, ICES 201{n}" for n, (names, title) in enumerate(entries.items())]
    found = papers("Readings in Shores\n\n" + "\n".join(rows))
    assert [paper.title for paper in found] == list(entries.values())
    assert found[0].authors == ("Roe", "Poe", "Doe")


def test_surnames_in_front_of_titles_in_markdown() -> None:
    rows = [f"* {names}: {title}" for names, title in zip(NAMES, TITLES, strict=True)]
    rows[0] = f"* Roe: [{FIRST}](https://arxiv.org/abs/1902.00001)"
    assert [paper.title for paper in papers("# Shores\n\n" + "\n".join(rows) + "\n")] == list(TITLES)


def test_names_of_systems_stay_in_front_of_titles() -> None:
    titles = ["Kelp: A Census from Above", "Search and Rescue: Drones over Cold Seas", "Limpet: Homing for Robots"]
    titles += ["Salt and Pepper: A Trade History", "Vapour: Slow Light on a Chip", "Ferns: Old Trees, New Leaves"]
    rows = [f"- {title} (ICES {2010 + n})" for n, title in enumerate(titles)]
    assert [paper.title for paper in papers("Systems\n\n" + "\n".join(rows))] == titles


def test_surnames_with_a_year_are_no_surnames_with_a_sign() -> None:
    rows = [f"{n}. {names} 201{n}: {title}" for n, (names, title) in enumerate(zip(NAMES, TITLES, strict=True))]
    assert not any(paper.title[:2] == "20" for paper in papers("Shores\n\n" + "\n".join(rows)))


def test_surnames_stand_behind_colons_whether_a_year_does_or_not() -> None:
    titles = (*TITLES, "Dunes: Sand That Came Back", "Quiet Harbours")
    names = (*NAMES[:2], "Zoe, Fox, Doe et al.", *NAMES[3:], "Orr", "Hill et al")
    rows = [
        f"- {title}{f' ({2010 + n})' * (n not in (1, 5))}: {name.rstrip('.')}. {'A note on it, in short.' * (n % 2)}"
        for n, (title, name) in enumerate(zip(titles, names, strict=True))
    ]
    found = papers("Readings in Shores\n\n" + "\n".join(rows))
    assert [paper.title for paper in found] == list(titles)
    assert [len(paper.authors) for paper in found] == [1, 2, 3, 1, 2, 1, 1]
    assert found[5].authors == ("Orr",)


def test_surnames_and_people_in_full_take_turns_in_front_of_a_stop() -> None:
    people = [
        "Roe, Poe, Doe",
        "Ana Roe, Max T. Poe",
        "Moe",
        "Lee, Fox, Orr, Kay",
        "Ito, Lowe",
        "Kim Doe",
        "Ely, Ash, Rey",
    ]
    people += ["Ida Hoe, Tom Orr", "Zoe, Hill", "Fox"]
    titles = [*TITLES, "Sand in the Wind", "A Storm and Its Many Names", "Dunes and Their Keepers of Old"]
    titles += ["Limpets and the Long Way Back", "Quiet Harbours of the Far North"]
    ends = ["ICES 2019.", "2019.", "Oikos 2018. [pdf]", "Oikos 2016.", "2017. [pdf]"]
    rows = [f"- {who}. {titles[at]}. {ends[at % 5]}" for at, who in enumerate(people)]
    found = papers("Readings in Shores\n\n" + "\n".join(rows))
    assert [paper.title for paper in found] == titles
    assert found[1].authors == ("Ana Roe", "Max T. Poe")
    assert [found[at].year for at in (2, 6, 9)] == [2018, 2019, 2017]
