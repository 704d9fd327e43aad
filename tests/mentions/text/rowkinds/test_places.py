"""Lines right below titles that state where a paper appeared behind something else."""

from __future__ import annotations

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
    "Dune Nets",
    "Always the same tide? On dense Tide Records for Shores (TRS) data",
)
STATED = (
    "shore/kelp •  • TIDES 2019",
    "no code yet • 4 May 2019",
    "dunes/grass • SANDS 2019",
    "no code yet • TIDES 2019",
)
SAID = (
    "We count what {} leaves on the shore.",
    "What does {} leave behind once it has gone?",
    "Nobody has asked about {} after a storm. We walked along the shore for years, and show how much of it is gone.",
)


def _said(title: str, how: int) -> str:
    return SAID[how].format(title.partition(":")[0].lower().rstrip("?"))


def test_places_stand_behind_repositories() -> None:
    page = "Browse\nDatasets\nMore\nSign In\n\nLatest papers\n"
    for at, title in enumerate(TITLES * 2):
        title = title if at < len(TITLES) else f"{title.partition(' ')[0]} again, {title.rpartition(' ')[2]} and all"
        said = _said(title, int(at == 11) if at > 9 else 2)
        page += f"\n{title}\n{STATED[at % 4]}\n\n{said}\n\nShores\nTides\n+{at}\nPaper\nCode\n"
    found = extract(page).mentions
    assert [paper.title for paper in found[:10]] == list(TITLES)
    assert {paper.kind for paper in found} == {"paper"}
    assert len(found) == 2 * len(TITLES)
    assert [(paper.venue, paper.year) for paper in found[:3]] == [("TIDES", 2019), (None, 2019), ("SANDS", 2019)]


def test_people_stand_behind_such_days() -> None:
    page = "Latest papers\n"
    for at, title in enumerate(TITLES[:9]):
        people = " • Jane Roe, Max Poe, Lea Moe" if at % 2 else ""
        page += f"\n{title}\nno code yet • {at + 1} May 2019{people}\n\n{_said(title, 2)}\n\nPaper\n"
    found = extract(page).mentions
    assert [(paper.title, paper.year) for paper in found] == [(title, 2019) for title in TITLES[:9]]
    assert found[1].authors[-1] == "Lea Moe"
