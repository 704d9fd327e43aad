"""Pages of labelled records, as archives announce and reference managers export them."""

from __future__ import annotations

from enrich.documents.shape import kind_of_text
from enrich.mentions import extract
from enrich.mentions.text.records.reader import read_records
from enrich.records import Document, DocumentKind, Extraction, LineClass

TITLES = ["Tidal Pools under Warming Seas by Night", "Kelp: A Census of Northern Forests", "Do Limpets Remember?"]
RULE = "-" * 70

ANNOUNCED = f"The shore archive\n{RULE}\n" + "".join(
    f"\\\\\narXiv:2101.0000{number}\nDate: Tue, 14 Mar 2023 09:15:22 GMT   (1987kb)\n\n"
    f"Title: {title}\nAuthors: Ana Roe, Max Poe\nCategories: q-bio.PE\n\\\\\n"
    f"  We walk along the shore and count what we see there, at low\n  tide and by moon-\n  light.\n"
    f"\\\\ ( https://arxiv.org/abs/2101.0000{number} ,  31kb)\n{RULE}\n"
    for number, title in enumerate((TITLES[0].replace(" by", "\n  by"), *TITLES[1:]), start=1)
)
EXPORTED = "".join(
    f"TY  - JOUR\nTI  - {title}\nAU  - Roe, Ana\nAU  - Poe, Max\nPY  - 2019/03/01\nJO  - Oikos\n"
    f"DO  - 10.1000/18{number}\nER  - \n\n"
    for number, title in enumerate(TITLES)
)


def read(text: str) -> Extraction:
    assert kind_of_text(text) is DocumentKind.TEXT
    return extract(Document("page", "page", DocumentKind.TEXT, text, "", len(text)))


def test_announcements_are_read_record_by_record() -> None:
    mentions = read(ANNOUNCED).mentions
    assert [mention.title for mention in mentions] == TITLES
    assert {mention.authors for mention in mentions} == {("Ana Roe", "Max Poe")}
    assert {mention.year for mention in mentions} == {2023}
    assert (mentions[0].abstract or "").startswith("We walk along")


def test_year_of_publication_is_surer_than_the_day_on_which_a_paper_was_posted() -> None:
    published = ANNOUNCED.replace("Categories: q-bio.PE", "Journal-ref: Shore Studies 11 (2021) 118-131")
    assert {(mention.year, mention.venue) for mention in read(published).mentions} == {(2021, "Shore Studies")}


def test_dates_with_a_dash_of_typesetters_state_their_year() -> None:
    page = ANNOUNCED.replace("Tue, 14 Mar 2023 09:15:22 GMT   (1987kb)", "2019\u201203")
    assert {mention.year for mention in read(page).mentions} == {2019}


def test_address_above_a_title_belongs_to_that_title() -> None:
    for number, mention in enumerate(read(ANNOUNCED).mentions, start=1):
        assert {link.url for link in mention.links} == {f"https://arxiv.org/abs/2101.0000{number}"}


def test_address_below_a_title_is_no_rest_of_it() -> None:
    people = "Authors: Ana Roe, Max Poe"
    records = (f"Title: {title}\nhttps://shore.org/{at}\n{people}\n" for at, title in enumerate(TITLES))
    found = read("\n".join(records)).mentions
    assert [(mention.title, mention.links[0].url) for mention in found] == [
        (title, f"https://shore.org/{at}") for at, title in enumerate(TITLES)
    ]


def test_exports_of_reference_managers_are_read_tag_by_tag() -> None:
    mentions = read(EXPORTED).mentions
    assert [mention.title for mention in mentions] == TITLES
    assert {(mention.authors, mention.year, mention.venue) for mention in mentions} == {
        (("Ana Roe", "Max Poe"), 2019, "Oikos")
    }
    assert [mention.links[0].url for mention in mentions] == [f"https://doi.org/10.1000/18{at}" for at in range(3)]


def test_every_line_of_a_page_of_records_is_accounted_for() -> None:
    for page in (ANNOUNCED, EXPORTED):
        notes = {note.line: note for note in read(page).lines}
        assert set(notes) == {number for number, line in enumerate(page.split("\n"), start=1) if line.strip()}
        assert sum(note.line_class is LineClass.TITLE for note in notes.values()) == len(TITLES)


def test_two_labelled_titles_are_no_page_of_records() -> None:
    page = "Some words about the shore.\n\n" + "".join(f"Title: {title}\nAuthors: Ana Roe\n\n" for title in TITLES[:2])
    assert [mention.title for mention in read(page).mentions] == TITLES[:2]


def test_id_above_a_title_is_no_id_of_the_title_above_it() -> None:
    page = "The shore archive\n\nThu, 12 Feb 2026 (showing 9 of 9 entries )\n" + "".join(
        f"[{number}] arXiv:2101.0000{number} [pdf, html, other]\nTitle: {title}\n{people}\n"
        "Comments: 7 pages\nSubjects: Shores (q-bio.PE)\nWe walk along the shore and count what we see there, and "
        "whoever reads this may count with us at any time.\n"
        for number, (title, people) in enumerate(
            zip(TITLES, ("Ana Roe, Max Poe", "B. van 't Hek IV", "Kim Doe"), strict=True), start=1
        )
    )
    mentions = read(page).mentions
    assert [mention.title for mention in mentions] == TITLES
    assert [[link.url[-5:] for link in mention.links] for mention in mentions] == [["00001"], ["00002"], ["00003"]]
    assert [mention.authors[0] for mention in mentions] == ["Ana Roe", "B. van 't Hek IV", "Kim Doe"]
    assert all((mention.abstract or "").startswith("We walk along") for mention in mentions)


def test_fields_may_stand_in_below_counted_ids_of_any_archive() -> None:
    titles = [*TITLES, "A Walk on the Dunes of the Outer LES"]
    page = "Shore papers\n\nNew (3)\n\n" + "".join(
        f"[{n}]  shore:2405.0788{n} [pdf, other]\n    Title: {title}\n"
        "    Kai Holm, Lea Dahl, Kim Doe et al. (2 additional authors not shown)\n"
        f"    Journal-ref: Shore Res. Lett. 48, e2020GL{n} (2021)\n    Subjects: Seas (sea)\n\n"
        + ("    We walk along the shore and count what we see there.\n\n" if n % 2 else "")
        for n, title in enumerate(titles)
    )
    mentions = read(page).mentions
    assert [(m.title, m.year, m.venue) for m in mentions] == [(title, 2021, "Shore Res. Lett.") for title in titles]


def test_id_below_a_record_is_no_id_of_the_next() -> None:
    for label in ("arXiv:2401.0100", "DOI: 10.1234/ab.0100"):
        page = "".join(f"Title: {title}\nAuthors: Amy Fox, Max Poe\n{label}{n}\n" for n, title in enumerate(TITLES))
        mentions = read(page).mentions
        assert [(m.title, m.links[0].url[-1], m.authors) for m in mentions] == [
            (title, str(n), ("Amy Fox", "Max Poe")) for n, title in enumerate(TITLES)
        ]


def test_rest_of_a_title_that_looks_like_a_name_is_no_author() -> None:
    titles = [*TITLES, "Counting Gulls with Cheap Cameras in the\n  Northern Sea"]
    page = "".join(
        f"[{n}] arXiv:2101.0000{n} [pdf]\nTitle: {title}\nKai Holm, Lea Dahl\nSubjects: Sea\n"
        for n, title in enumerate(titles)
    )
    mentions = read(page).mentions
    assert [m.title for m in mentions] == [*TITLES, "Counting Gulls with Cheap Cameras in the Northern Sea"]
    assert {m.authors for m in mentions} == {("Kai Holm", "Lea Dahl")}


def test_templates_name_their_authors_in_other_words() -> None:
    template = "".join(
        f"Template-Type: ReDIF-Paper 1.0\nTitle: {title}\nAuthor-Name: Ana Roe\nAuthor-Name: Max Poe\n"
        f"Abstract: We walk along the shore\n  and count.\nCreation-Date: 2019-03\nHandle: RePEc:abc:wpaper:{at}\n\n"
        for at, title in enumerate(TITLES)
    )
    report = "".join(f"Title: {title}\nAuthor(s): Ana Roe; Max Poe\nPublication Year: 2019\n\n" for title in TITLES)
    for page in (template, report):
        mentions = read(page).mentions
        assert [(mention.title, mention.authors, mention.year) for mention in mentions] == [
            (title, ("Ana Roe", "Max Poe"), 2019) for title in TITLES
        ]


def test_headings_above_fields_that_stand_in_are_kept() -> None:
    page = "".join(
        f"Paper {n}\n    Title: {title} of the\n        Sand Beds\n    Authors: Ana Roe, Max Poe\nKeywords: Sand\n\n"
        for n, title in enumerate((*TITLES[:1], "Marsh Models for Dunes", "How Herons Shape Kelp", "The Reef"), start=1)
    )
    assert [mention.section for mention in read(page).mentions][1:] == ["Paper 2", "Paper 3", "Paper 4"]


def test_source_without_numbers_is_the_journal_that_others_have_with_theirs() -> None:
    titles = ["Salt on the Harbour Wall", "A Census of Kelp", "How Limpets Find Home", "Terns over Shallow Water"]
    sources = ["The Strandline, vol. 12", "The Strandline", "The Strandline, 13(2), pp. 5-9", "a friend"]
    rows = (
        f"Title:     {title}\nAuthor(s): Roe, J.; Poe, M.\nSource:    {source}\nYear:      2011\n"
        for title, source in zip(titles, sources, strict=True)
    )
    draft = read_records("-----\n".join(rows))
    assert draft and [item.venue for item in draft.items] == ["The Strandline"] * 3 + [None]
