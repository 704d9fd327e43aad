"""Tables of pictures and papers, as browsers copy them: an empty cell in front of each title."""

from __future__ import annotations

import pytest

from enrich.records import MentionKind
from tests.mentions.text.reading import extract

TITLES = (
    "Tidal pools under warming seas",
    "Kelp: Forests of the northern shelf",
    "Where herons wait for the ebb",
    "Marshes behind broken dikes: A survey",
    "A census of limpets on bare rock",
    "Waves and what they carry ashore",
    "The slow return of the oyster bank",
    "Counting gulls from passing ferries",
    "Dunes",
)
SECTIONS = ("🐚 Tides, pools, rocks", "🦀 Dikes and marshes", "🐦 Everything else")
BELOW = (
    "Jane Roe, Max Poe\nSIGTIDE 2019 🏅\nvideo\nAbstract\n",
    "Karla Doe\nTIDES '19 🏅\n",
    "Lea Moe, Jane Roe et al.\nSIGTIDE 2019\nAbstract\n",
    "Jane Roe, Karla Doe\nSIGTIDE 2019\n",
)
PAGE = "Shores with pictures\n\nPapers with a picture, because we remember pictures.\n"
for at, title in enumerate(TITLES):
    PAGE += f"\n{SECTIONS[at // 3]}\n" * (at % 3 == 0) + f"\t{title}\n{BELOW[at % 4]}"


def test_titles_behind_an_empty_cell_begin_records() -> None:
    papers = [mention for mention in extract(PAGE).mentions if mention.kind is MentionKind.PAPER]
    assert [paper.title for paper in papers] == list(TITLES)
    assert {(paper.venue, paper.year) for paper in papers} == {("SIGTIDE", 2019), ("TIDES", 2019)}
    assert papers[3].section.endswith("Dikes and marshes")


def test_places_right_above_titles_are_no_headings() -> None:
    words = ("Night Trains", "Worn Coins", "Paper Sensors", "Street Noise", "Copper Trade")
    titles = [f"{how} the {word}" for word in words for how in ("Measuring Trust in", "A Short History of")]
    places = ("CHI", "Journal of Tides", "Nature Climate Change", "ICRA")
    people = [f"{given} {family}" for family in ("Roe", "Poe") for given in ("Jane", "Max", "Karla", "Lea", "Tom")]
    lines = zip(titles, people, reversed(people), strict=True)
    records = (f"{places[at % 4]} 201{at}\n\t{t}\n{a}, {b}\n" for at, (t, a, b) in enumerate(lines))
    found = extract("Publications\n\n" + "\n".join(records)).mentions
    assert [(paper.title, paper.year) for paper in found] == [(title, 2010 + at) for at, title in enumerate(titles)]


def test_lists_below_such_records_are_lists() -> None:
    others = [f"Further notes on {title.lower()}" for title in TITLES[:4]]
    listed = "".join(f"- {title}. Jane Roe, Max Poe. Oikos 2019.\n" for title in others)
    assert [paper.title for paper in extract(PAGE + listed).mentions][-4:] == others


TRACKS = ("TIDES", "WAVES", "Shore Essays")
WORK = ("Kiel", "University of the North", "Sand Lab, Norway")
GIVEN, FAMILY = ("Jane", "Lea", "Karla", "Ole", "Tom", "Ida", "Eva", "Nils"), ("Roe", "Poe", "Moe")
BUTTONS = ("Replay\n", "Replay Slide deck\n", "", "Slide deck attached\n")
SHOWN = ("", " Virtual", "", " In Person", "", " Distinguished Paper")


@pytest.mark.parametrize("cell", ["\t", ""])
@pytest.mark.parametrize("tracks", [TRACKS, ("Main Track",), ()])
def test_places_that_come_again_stand_between_titles_and_people(cell: str, tracks: tuple[str, ...]) -> None:
    titles = [*TITLES[:8], "Bridges that hum", "Who owns the beach at night?", "Grains of sand", "Fog signals, again"]
    page = "Attending\nTracks\nSearch\nTIDES 2019 / Accepted Papers\nTitle\n"
    for at, title in enumerate(titles):
        people = f"{GIVEN[at % 8]} {FAMILY[at % 3]} {WORK[at % 2]}" + f", Max {FAMILY[at // 4]} {WORK[at % 3]}" * (
            at % 3
        )
        track = f"{tracks[at % len(tracks)]}\n" if tracks else ""
        page += f"{cell}{title}{SHOWN[at % 6]}\n{track}{people}\n{BUTTONS[at % 4]}"
    page += "\nProgram Committee\n" + "".join(
        f"{name} Roe\nUniversity of the North\nNorway\n" for name in ("Lea", "Ole")
    )
    found = extract(page).mentions
    if cell or tracks:
        assert [paper.title for paper in found] == titles
    if cell and tracks == TRACKS:
        assert [paper.venue for paper in found[:3]] == ["TIDES", "WAVES", None]
