"""Exports of reference programs and databases, with a tag in front of each field."""

from __future__ import annotations

import pytest

from enrich.documents.shape import kind_of_text
from enrich.mentions import extract
from enrich.records import Document, DocumentKind, Extraction, LineClass

TITLES = ["Gulls that Nest on Roofs: A Census of Twelve Harbours", "Ringed plovers", "Do Terns Return?"]
ABSTRACT = "AB testing of nest sites is rare: we tried. Boxes were moved by night, and birds followed most of them."
WEB_OF_SCIENCE = "FN Some Publisher\nVR 1.0\n" + "\n".join(
    f"PT J\nAU Roe, A\n   van Poe, M\nAF Roe, Ana\n   van Poe, Max\nTI {title.replace(': ', ':' + chr(10) + '   ')}\n"
    f"SO SHORE BIRDS\nAB {ABSTRACT.replace('is rare', 'is' + chr(10) + '   rare')}\nTC 3\nPY 2019\n"
    f"DI 10.1000/18{at}\nER\n"
    for at, title in enumerate(TITLES)
)
MEDLINE = "\n\n".join(
    f"PMID- 1000{at}\nSTAT- MEDLINE\nDP  - 2019 Mar\nTI  - {title.replace(': ', ':' + chr(10) + '      ')}.\n"
    f"LID - 10.1000/18{at} [doi]\nAB  - {ABSTRACT}\nFAU - Roe, Ana\nAU  - Roe A\nFAU - van Poe, Max\nAU  - van Poe M\n"
    "TA  - Shore B\nJT  - Shore birds"
    for at, title in enumerate(TITLES)
)
REFER = "\n".join(
    f"%0 Journal Article\n%T {title}\n%A Roe, Ana\n%A van Poe, Max\n%J Shore Birds\n"
    f"%D 2019\n%X {ABSTRACT}\n%R 10.1000/18{at}\n"
    for at, title in enumerate(TITLES)
)
RIS = "".join(
    f"TY  - JOUR\nA1  - Roe, Ana\nA1  - van Poe, Max\nT1  - {title}\nT2  - Shore Birds\nY1  - 2019/03/01/\n"
    f"N2  - {ABSTRACT}\nDO  - 10.1000/18{at}\nER  -\n"
    for at, title in enumerate(TITLES)
)
NAMED = "\n".join(
    f"Record {at + 1} of 3\n\nTI: Title\n    {title}\nAU: Author\n    Roe, Ana; van Poe, Max\n"
    "SO: Source\n    Shore Birds\n"
    f"DO: DOI\n    10.1000/18{at}\nAB: Abstract\n    {ABSTRACT}\nPY: Year\n    2019\n"
    for at, title in enumerate(TITLES)
)
EXPORTS = {"wos": WEB_OF_SCIENCE, "medline": MEDLINE, "refer": REFER, "ris": RIS, "named": NAMED}


def read(text: str) -> Extraction:
    assert kind_of_text(text) is DocumentKind.TEXT
    return extract(Document("page", "page", DocumentKind.TEXT, text, "", len(text)))


@pytest.mark.parametrize("text", EXPORTS.values(), ids=EXPORTS)
def test_tags_say_what_their_fields_are(text: str) -> None:
    mentions = read(text).mentions
    assert [mention.title.rstrip(".") for mention in mentions] == TITLES
    assert {(mention.authors, mention.year) for mention in mentions} == {(("Ana Roe", "Max van Poe"), 2019)}
    assert {(mention.venue or "").casefold() for mention in mentions} == {"shore birds"}
    assert {mention.abstract for mention in mentions} == {ABSTRACT}
    assert [mention.links[0].url for mention in mentions] == [f"https://doi.org/10.1000/18{at}" for at in range(3)]


@pytest.mark.parametrize("text", EXPORTS.values(), ids=EXPORTS)
def test_every_line_of_an_export_is_accounted_for(text: str) -> None:
    notes = {note.line: note for note in read(text).lines}
    assert set(notes) == {number for number, line in enumerate(text.split("\n"), start=1) if line.strip()}
    assert sum(note.line_class is LineClass.TITLE for note in notes.values()) == len(TITLES)


def test_record_without_its_first_field_is_a_record() -> None:
    page = WEB_OF_SCIENCE.replace("\nER\n", "\n").replace("PT J\n", "", 2)
    assert [mention.title for mention in read(page).mentions] == TITLES


def test_words_in_capitals_are_no_tags() -> None:
    page = (
        "TI chips in old clocks\n\nAB testing of nest sites\n\nOF mice and gulls\n\nA long line of other words here\n"
    )
    assert [mention.title for mention in read(page).mentions] != ["chips in old clocks"]


def test_titles_with_people_or_links_alone_are_records() -> None:
    people = read("".join(f"TI  - {title}\nAU  - Roe, Ana\nER  - \n" for title in TITLES))
    assert [(mention.title, mention.authors) for mention in people.mentions] == [
        (title, ("Ana Roe",)) for title in TITLES
    ]
    links = read("\n".join(f"TI: {title}\nUR: https://shore.example/1\n" for title in TITLES))
    assert [(mention.title, len(mention.links)) for mention in links.mentions] == [(title, 1) for title in TITLES]


LISTED = [("Limpets Remember Their Homes", 3), ("What Waves Carry to the Shore", 4), ("Where Herons Wait at Night", 5)]
LIST = "\n".join(f"- {title}. Eva Stone. Oikos, 201{at}. https://shore.example/{at}" for title, at in LISTED)


@pytest.mark.parametrize("page", [f"{LIST}\n\n{RIS}", f"{RIS}\nTo read next:\n\n{LIST}\n"], ids=["above", "below"])
def test_list_beside_exported_records_is_read(page: str) -> None:
    extraction = read(page)
    assert {mention.title for mention in extraction.mentions} == {*TITLES, *(title for title, _ in LISTED)}
    numbered = enumerate(page.split("\n"), start=1)
    assert {note.line for note in extraction.lines} == {number for number, line in numbered if line.strip()}


@pytest.mark.parametrize("mark", ["%A {}\n%T {}\n%D 2019\n", "AU  - {}\nTI  - {}\nPY  - 2019\n"], ids=["refer", "ris"])
@pytest.mark.parametrize("parted", [True, False])
def test_authors_in_front_belong_to_the_title_below(mark: str, *, parted: bool) -> None:
    people = [("Ana Roe", "Max Poe"), ("Kim Doe",), ("Lin Moe",)]
    first = mark.split(" {}", 1)[0]
    rows = [
        mark.format(f"\n{first} ".join(names), title) + "\n" * parted
        for names, title in zip(people, TITLES, strict=True)
    ]
    found = [(mention.authors, mention.title) for mention in read("".join(rows)).mentions]
    assert found == list(zip(people, TITLES, strict=True))


def test_brackets_inside_titles_stay_and_those_around_them_go() -> None:
    titles = ["Boxes with [MASK] Signs", "[Gulls that nest.]", "[Old] Boxes, [New] Birds"]
    page = "".join(f"TY  - JOUR\nTI  - {title}\nAU  - Roe, Ana\nPY  - 2019\nER  - \n" for title in titles)
    assert [mention.title for mention in read(page).mentions] == [titles[0], "Gulls that nest", titles[2]]
