"""Titles above tables of their fields: reports of reference managers, and digests of archives."""

from __future__ import annotations

import pytest

from enrich.documents.shape import kind_of_text
from enrich.mentions import extract
from enrich.records import Document, DocumentKind, Extraction, MentionKind

TITLES = ["Tidal Pools under Warming Seas by Night", "Kelp: A Census of Northern Forests", "Do Limpets Remember?"]
DATES = ["3/2019", "2019-06-22", "Mar 14, 2019"]


def read(text: str) -> Extraction:
    assert kind_of_text(text) is DocumentKind.TEXT
    return extract(Document("page", "page", DocumentKind.TEXT, text, "", len(text)))


def reported(kind: str = "Journal Article") -> str:
    return "Our Report\n\n" + "\n".join(
        f"{title}\n    Item Type\t{kind}\n    Author\tAna Roe\n    Author\tMax van Poe\n    URL\thttps://shore.example/{at}\n"
        f"    Publication\tOikos\n    Date\t{date}\n    DOI\t10.1000/18{at}\n    Date Added\t7/14/2023, 12:53:26\n"
        f"    Tags:\n        limpets\n        to read\n    Attachments\n        Full Text PDF\n"
        for at, (title, date) in enumerate(zip(TITLES, DATES, strict=True))
    )


CENTRED = "".join(
    f"  • {title} on the Coasts of Four\n    Seas\n\n"
    "     Item Type  Journal Article\n      Author    Ana Roe\n      Author    Max van Poe\n"
    "                We walk along the shore and count what we see there. Numbers differ between\n"
    "     Abstract   the seas. We compare them with those of an earlier walk along the same\n"
    "                shore.\n"
    f"       Date     {date}\n        URL     https://shore.example/{at}\n"
    "    Publication Oikos\n      Library   The Shore Archive\n      Catalog\n\n"
    "    Tags:\n\n      □ limpets\n      □ to read\n"
    for at, (title, date) in enumerate(zip(TITLES, DATES, strict=True))
)
DIGEST = "shore-digest New Papers\nIssue of 2019-03-15\n\n" + "\n".join(
    f"{at}.\t{title}\nBy:\tAna Roe; Max van Poe (University of Four Seas)\n"
    "Abstract:\tWe walk along the shore and count what we see there. Numbers differ between the seas.\n"
    f"Keywords:\tlimpets, to read\nDate:\t2019-0{at}-11\nURL:\thttps://shore.example/{at}\n"
    for at, title in enumerate(TITLES, start=1)
)


@pytest.mark.parametrize("page", [reported(), DIGEST])
def test_titles_above_tables_of_fields_are_the_papers(page: str) -> None:
    mentions = read(page).mentions
    assert [(mention.title, mention.year, mention.kind) for mention in mentions] == [
        (title, 2019, MentionKind.PAPER) for title in TITLES
    ]
    assert {mention.keywords for mention in mentions} == {("limpets", "to read")}


def test_fields_of_a_table_stay_with_its_title() -> None:
    mentions = read(reported()).mentions
    assert {(mention.authors, mention.venue) for mention in mentions} == {(("Ana Roe", "Max van Poe"), "Oikos")}
    assert [[link.url for link in mention.links] for mention in mentions] == [
        [f"https://shore.example/{at}", f"https://doi.org/10.1000/18{at}"] for at in range(3)
    ]


def test_a_type_that_is_stated_tells_the_kind() -> None:
    assert {mention.kind for mention in read(reported("Computer Program")).mentions} == {MentionKind.SOFTWARE}
    assert {mention.kind for mention in read(reported("Dataset")).mentions} == {MentionKind.DATASET}


def test_labels_beside_the_middle_of_their_values_are_read_with_all_of_them() -> None:
    mentions = read(CENTRED).mentions
    assert [mention.title for mention in mentions] == [f"{title} on the Coasts of Four Seas" for title in TITLES]
    assert {(mention.authors, mention.year, mention.venue) for mention in mentions} == {
        (("Ana Roe", "Max van Poe"), 2019, "Oikos")
    }
    assert all((mention.abstract or "").startswith("We walk along the shore") for mention in mentions)
    assert all((mention.abstract or "").endswith("the same shore.") for mention in mentions)


def test_every_line_of_a_report_is_accounted_for() -> None:
    for page in (reported(), CENTRED, DIGEST):
        notes = {note.line for note in read(page).lines}
        assert notes == {number for number, line in enumerate(page.split("\n"), start=1) if line.strip()}
