"""Entries whose parts stand between bars, in Markdown and in what browsers show of it."""

from __future__ import annotations

import re

import pytest

from enrich.mentions import extract
from enrich.records import DocumentKind, Mention, MentionKind
from tests.mentions.documents import document

TITLES = (
    "Deep pools in the tidal zone",
    "Kelp: forests of the northern shelf. Methods and data",
    "Where herons wait for the ebb",
    "A census of limpets on bare rock",
    "Waves and what they carry ashore",
    "Counting gulls from passing ferries",
    "Sand that sings in dry summers",
    "Driftwood as a record of storms",
)
PEOPLE = ("J. Roe et al.", "Max Poe", "K. Doe, L. Moe, and J. Roe", "R. Fox", "Ana Zoe and Max Poe")
PLACES = ("Shores and Sands", "Tide Systems", "PNOS", "Tide Systems", "Shores and Sands")
PAGE = "# Shores\n\nEverything about shores.\n\n## Since 2010\n\n" + "".join(
    f"* **201{at}-0{at + 1}** | {title} | *{PEOPLE[at % 5]}* | [{PLACES[at % 5]}](https://doi.org/10.1234/{at})"
    + " | [code](https://github.com/roe/a)" * (at % 2)
    + "\n"
    for at, title in enumerate(TITLES)
)
PAGE += f"* **2019-01** | {TITLES[0]} by night | [{PLACES[0]}](https://doi.org/10.1234/20)\n"
PAGE += f"* **2019-02** | [{TITLES[1]} by night](https://doi.org/10.1234/21) | *Ana Zoe* | {PLACES[1]}\n"
TEXT = re.sub(r"\[([^]]+)\]\([^)]+\)|^(?:#+|\*) |\*+", r"\1", PAGE, flags=re.M).replace("\n201", "\n    201")


def papers(text: str, kind: DocumentKind) -> list[Mention]:
    return [mention for mention in extract(document(text, kind)).mentions if mention.kind is MentionKind.PAPER]


@pytest.mark.parametrize(("text", "kind"), [(PAGE, DocumentKind.MARKDOWN), (TEXT, DocumentKind.TEXT)])
def test_what_comes_again_between_bars_is_the_venue(text: str, kind: DocumentKind) -> None:
    found = papers(text, kind)
    assert [paper.title for paper in found] == [*TITLES, *(f"{title} by night" for title in TITLES[:2])]
    assert [paper.venue for paper in found] == [*(PLACES[at % 5] for at in range(8)), *PLACES[:2]]
    assert [paper.year for paper in found] == [*range(2010, 2018), 2019, 2019]
    assert found[2].authors == ("K. Doe", "L. Moe", "J. Roe")
