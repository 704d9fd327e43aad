"""Words of links at the ends of records: "Sea Stud. 12, 34 (2019)   PDF · Movies"."""

from __future__ import annotations

import pytest

from enrich.mentions import extract
from enrich.records import Document, DocumentKind

TITLES = (
    "Salt on the harbour wall after a storm",
    "How limpets find their way home",
    "Terns over shallow water in spring",
    "Counting waves at night by ear",
    "Mud, sand and the age of estuaries",
    "Driftwood as a record of storms",
    "What herons eat in winter",
    "The slow return of the oyster",
)
NAMES = ("A Roe, JM Poe", "K Doe, L Moe, IM Fox", "T Orr, J Zoe")
PLACES = ("J. Sand Res. 12, 345", "Nat. Tides 7, 61", "Shore Rev. E 101, 778", "Oikos 110, 17")
BUTTONS = ("PDF · SI", "PDF", "PDF · SI · Movies", "PDF · Movies")


@pytest.mark.parametrize("remark", ["", "Featured on the inside cover\n"])
def test_several_words_of_links_behind_places_are_no_part_of_them(remark: str) -> None:
    lines = ["Publications", "", "Numbers count backwards.", ""]
    for n, title in enumerate(TITLES):
        below = remark if n == 6 else ""
        lines.append(f"{80 - n}\n{title}\n{NAMES[n % 3]}\n{PLACES[n % 4]} (2019)   {BUTTONS[n % 4]}\n{below}")
    text = "\n".join(lines)
    found = extract(Document("list", "list", DocumentKind.TEXT, text, "", len(text))).mentions
    assert [paper.title for paper in found] == list(TITLES)
    assert [paper.venue for paper in found] == [PLACES[n % 4].rpartition(" ")[0].rpartition(" ")[0] for n in range(8)]
    assert {paper.year for paper in found} == {2019}
