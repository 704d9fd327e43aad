"""Lists that lost their links: titles run on into what is said about them."""

from __future__ import annotations

from tests.mentions.text.reading import extract

SAID = (
    " shows what the herons do in winter.",
    " is about the people more than about their boats, short and clear",
    "",
    " compares eight shores over many years (slides)",
    " has a useful table of all the bays.",
    " - works on the open sea and in front of the coast.",
    " has been read by all of us, data on request",
    " (2017) links the tides to the moon, with caveats.",
)
TITLES = (
    "TideBench: Testing Water Gauges on Real Shores",
    "A Census of Northern Kelp Forests",
    "Limpets, Whelks and Their Homes after Great Storms",
    "What Herons Eat: Frozen Ponds and Rivers",
    "Do Old Walls Remember? A Study of Moss",
    "The Repair of Very Old Clocks in Harbour Towns",
    "Grain Prices in Three Dry Centuries",
    "Quiet Lagoons as Partners of Alpine Lakes",
)


def test_titles_end_where_small_letters_begin() -> None:
    lines = [title + said for title, said in zip(TITLES, SAID, strict=True)]
    lines += [title + SAID[at - 3] for at, title in enumerate(TITLES)]
    found = extract("Awesome Shores\n\nA curated list of papers.\n\nTides\n\n" + "\n".join(lines) + "\n").mentions
    assert [mention.title for mention in found] == [*TITLES, *TITLES]
    assert found[0].description == "shows what the herons do in winter."


def test_titles_in_small_letters_are_kept_whole() -> None:
    titles = [
        f"{name} and what we know of the slow return of the northern kelp in {at} years"
        for at, name in enumerate(("Old Tidal Pools", "Salt Winds Here", "Limpets", "The herons", "Kelp", "A moss"))
    ]
    found = extract("Shores\n\n" + "\n".join([*titles, *TITLES]) + "\n").mentions
    assert [mention.title for mention in found] == [*titles, *TITLES]
