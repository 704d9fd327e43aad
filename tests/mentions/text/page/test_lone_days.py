"""Colloquia with a line for the day above each talk."""

from __future__ import annotations

from tests.mentions.text.reading import extract

TITLES = [
    "Tidal Pools under Warming Seas",
    "A Census of Northern Kelp Forests",
    "How Limpets Find their Way",
    "Sand Dunes and the Wind",
    "The Weight of Barnacles on Old Piers",
    "Night Songs of Four Gulls",
    "Lighthouses and their Keepers",
    "Two Fortunate Storms",
    "Salt Marshes after a Century of Dikes",
    "On the Shapes of Pebbles",
]
NAMES = ["Ana Roe (Shore University)", "Max Poe", "Jane Moe (Bay Institute)"]


def test_lines_that_are_a_day_alone_are_no_papers() -> None:
    talks = [
        f"Thursday {at + 11} May\n{NAMES[at % 3]}\nTitle: {title}\nAbstract: {'' if at % 3 else 'It is short.'}\n"
        f"We walk along the shore in search of {title.split()[-1]}. The numbers differ between the four northern seas."
        for at, title in enumerate(TITLES)
    ]
    page = "Shore Colloquium\n\nSpring term\n\n" + "\n\n".join(talks)
    assert [mention.title for mention in extract(page).mentions] == TITLES
