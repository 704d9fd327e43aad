"""Pages of arXiv's OAI-PMH: what a record says, and that one odd record never costs the others."""

from __future__ import annotations

from datetime import date

import pytest

from enrich.errors import SourceConfused
from enrich.sources.arxiv_oai_page import Change, parse_page

from .oai_archive import document, paper


def record(metadata: str, name: str = "oai:arXiv.org:2611.00001", day: str = "2026-11-20", status: str = "") -> str:
    return (
        f"<record><header{status}><identifier>{name}</identifier><datestamp>{day}</datestamp></header>"
        f"<metadata>{metadata}</metadata></record>"
    )


def changes(*records: str) -> tuple[Change, ...]:
    return parse_page(document(f"<ListRecords>{''.join(records)}</ListRecords>")).changes


def test_a_record_gives_its_facts() -> None:
    [change] = changes(record(paper("2611.00001", "On the Age of\n  Glaciers", doi="10.1/x 10.1/y")))
    assert change.facts
    assert (change.facts.title, change.facts.authors) == ("On the Age of Glaciers", ("Ada Moon Jr",))
    assert (change.facts.published, change.facts.primary_category) == ("2021-01-05", "math.MG")
    assert change.facts.doi == "10.1/x"


def test_a_deleted_record_is_a_removed_paper() -> None:
    assert changes(record("", "oai:arXiv.org:math/0301001", status=' status="deleted"')) == (
        Change("math/0301001", None, removed=True),
    )


def test_a_record_without_title_or_metadata_says_nothing_about_its_paper() -> None:
    odd = [record(paper("2611.00001", " ")), "", record("", "oai:arXiv.org:2611.00002")]
    assert [(change.facts, change.removed) for change in changes(*odd)] == [(None, False), (None, False)]


def test_a_record_of_no_paper_of_arxivs_is_left_out() -> None:
    assert changes(record(paper("x", "A Title"), "oai:other.org:12")) == ()


def test_characters_that_xml_forbids_are_dropped() -> None:
    page = document(f"<ListRecords>{record(paper('2611.00001', 'On the Age'))}</ListRecords>")
    odd = page.replace(b"On the Age", b"On \x0cthe&#x1; Age&#11;&#x0B;").replace(b"Words", b"&#10;&#x9;W\x08")
    [change] = parse_page(odd).changes
    assert change.facts and change.facts.title == "On the Age"


@pytest.mark.parametrize("day", ["", "yesterday", "2026-13-41"])
def test_a_page_without_readable_days_is_refused(day: str) -> None:
    with pytest.raises(SourceConfused, match="with the date"):
        changes(record(paper("2611.00001", "A Title"), day=day))


def test_a_token_is_handed_back_as_plain_text() -> None:
    token = "<resumptionToken expirationDate='x'>verb%3DListRecords%26skip%3D2</resumptionToken>"
    page = parse_page(document(f"<ListRecords>{record(paper('2611.00001', 'A Title'))}{token}</ListRecords>"))
    assert page.token == "verb=ListRecords&skip=2"
    assert page.days == (date(2026, 11, 20), date(2026, 11, 20))


@pytest.mark.parametrize("end", ["", "<resumptionToken/>", "<resumptionToken> </resumptionToken>"])
def test_the_last_page_has_no_token(end: str) -> None:
    page = parse_page(document(f"<ListRecords>{record(paper('2611.00001', 'A Title'))}{end}</ListRecords>"))
    assert page.token is None
