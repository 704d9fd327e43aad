"""Abstracts that run on behind titles and people."""

from __future__ import annotations

import textwrap

from tests.mentions.text.reading import extract

TITLES = [
    "Tidal Pools, Salt Marshes and the Warming of Seas by Night",
    "A Census of Northern Kelp Forests -- and Beneath",
    "How Do Limpets Find their Way Home?",
    "Sand Dunes of the Western Coast",
    "The Weight of Barnacles on Old Wooden Piers",
    "Night Songs of Four Gulls",
]
SAID = [
    "We walk along the shore and count what we see there. We find that numbers differ between the four seas, and that "
    f"no more than {at * 7} species are found in all of them. The consequences for walks at night are addressed."
    for at in range(1, 6)
] + ["No abstract received."]


def entry(at: int, title: str, said: str) -> str:
    comma = " " if title.endswith("?") else "¹ , " if at == 2 else " , "
    names = "ANA ROE, MAX VAN POE, University of Four Seas, J. M. MOE, Shore College"
    return textwrap.fill(
        f"{9 + at // 4}:{at % 4}5AM K{3 if at < 4 else 4}.0000{at % 4 + 1} {title}{comma}{names} — {said}", 100
    )


PAGE = "Programme of the Shore Days\n\nSession K3  Shores\n\n" + "\n\n".join(
    entry(at, title, said) for at, (title, said) in enumerate(zip(TITLES, SAID, strict=True))
)


def test_titles_end_in_front_of_people_in_capitals_and_abstracts_begin_behind_a_dash() -> None:
    mentions = extract(PAGE).mentions
    assert [mention.title for mention in mentions] == TITLES
    assert all("ANA ROE" in mention.authors for mention in mentions)
    assert (mentions[0].abstract or "").startswith("We walk along the shore")


def test_every_line_of_such_a_programme_is_accounted_for() -> None:
    numbers = {note.line for note in extract(PAGE).lines}
    assert numbers == {number for number, line in enumerate(PAGE.split("\n"), start=1) if line.strip()}
