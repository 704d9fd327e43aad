from urllib.parse import unquote

import pytest
from lxml import etree

from .conftest import Bench

OAI = {
    "o": "http://www.openarchives.org/OAI/2.0/",
    "a": "http://arxiv.org/OAI/arXiv/",
    "r": "http://arxiv.org/OAI/arXivRaw/",
}


def oai(bench: Bench, **params: str) -> etree._Element:
    answer = bench.get("/arxiv/oai", params=params)
    assert answer.status_code == 200
    return etree.fromstring(answer.content)


def harvested(bench: Bench, **params: str) -> list[str]:
    """All identifiers, page after page."""
    names: list[str] = []
    page = oai(bench, verb="ListRecords", **params)
    while True:
        names += page.xpath("//o:header/o:identifier/text()", namespaces=OAI)
        token = page.xpath("string(//o:resumptionToken)", namespaces=OAI)
        if not token:
            return names
        page = oai(bench, verb="ListRecords", resumptionToken=unquote(token))


def test_record_in_arxivs_own_format_has_its_fields_in_order(bench: Bench) -> None:
    page = oai(bench, verb="GetRecord", identifier="oai:arXiv.org:1806.03377", metadataPrefix="arXiv")
    names = [etree.QName(child).localname for child in page.xpath("//a:arXiv/*", namespaces=OAI)]
    order = ["id", "created", "updated", "authors", "title", "categories", "comments", "doi", "license", "abstract"]
    assert names == [name for name in order if name in names]
    assert page.xpath("count(//a:authors/a:author/a:keyname)", namespaces=OAI) >= 3


def test_raw_record_has_the_history_of_versions(bench: Bench) -> None:
    page = oai(bench, verb="GetRecord", identifier="oai:arXiv.org:2112.05682", metadataPrefix="arXivRaw")
    versions = page.xpath("//r:version/@version", namespaces=OAI)
    assert versions == [f"v{number}" for number in range(1, bench.sandbox.world.by_arxiv_id["2112.05682"].version + 1)]


def test_harvest_covers_the_world_without_overlap(bench: Bench) -> None:
    names = harvested(bench, metadataPrefix="arXiv")
    assert len(names) == len(set(names)) == len(bench.sandbox.world.by_arxiv_id)


def test_token_is_percent_encoded_once(bench: Bench) -> None:
    page = oai(bench, verb="ListIdentifiers", metadataPrefix="oai_dc")
    token = page.xpath("string(//o:resumptionToken)", namespaces=OAI)
    assert unquote(token) != token
    assert unquote(token).startswith("verb=ListIdentifiers&metadataPrefix=oai_dc&from=")


def test_days_select_by_change(bench: Bench) -> None:
    page = oai(bench, verb="ListIdentifiers", metadataPrefix="arXiv", **{"from": "2024-01-01", "until": "2024-01-31"})
    stamps = page.xpath("//o:datestamp/text()", namespaces=OAI)
    assert stamps
    assert all(stamp.startswith("2024-01") for stamp in stamps)


def test_set_is_named_with_its_group(bench: Bench) -> None:
    names = harvested(bench, metadataPrefix="arXiv", set="cs:cs:CL")
    assert 0 < len(names) < len(bench.sandbox.world.by_arxiv_id)


@pytest.mark.parametrize(
    ("params", "code"),
    [
        ({"verb": "Nonsense"}, "badVerb"),
        ({"verb": "GetRecord", "identifier": "oai:arXiv.org:2999.99999", "metadataPrefix": "arXiv"}, "idDoesNotExist"),
        (
            {"verb": "GetRecord", "identifier": "oai:arXiv.org:1701.06538", "metadataPrefix": "marc"},
            "cannotDisseminateFormat",
        ),
        ({"verb": "ListRecords"}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": "arXiv", "colour": "red"}, "badArgument"),
        ({"verb": "ListRecords", "metadataPrefix": "arXiv", "set": "cs.LG"}, "noRecordsMatch"),
        ({"verb": "ListRecords", "metadataPrefix": "arXiv", "from": "2030-01-01"}, "noRecordsMatch"),
        ({"verb": "ListRecords", "resumptionToken": "verb%3DListRecords"}, "badResumptionToken"),
    ],
)
def test_errors_come_with_200_and_a_code(bench: Bench, params: dict[str, str], code: str) -> None:
    assert oai(bench, **params).xpath("string(//o:error/@code)", namespaces=OAI) == code


def test_token_can_expire(bench: Bench) -> None:
    page = oai(bench, verb="ListRecords", metadataPrefix="arXiv")
    token = unquote(page.xpath("string(//o:resumptionToken)", namespaces=OAI))
    bench.sandbox.faults.add("arxiv", "bad_token")
    expired = oai(bench, verb="ListRecords", resumptionToken=token)
    assert expired.xpath("string(//o:error/@code)", namespaces=OAI) == "badResumptionToken"


@pytest.mark.parametrize("verb", ["Identify", "ListMetadataFormats", "ListSets"])
def test_what_the_service_is_can_be_asked(bench: Bench, verb: str) -> None:
    assert oai(bench, verb=verb).xpath(f"count(//o:{verb}/*)", namespaces=OAI) > 2


def test_old_address_is_moved(bench: Bench) -> None:
    answer = bench.get("/arxiv/oai2", params={"verb": "Identify"})
    assert answer.status_code == 301
    assert answer.headers["location"].endswith("/arxiv/oai?verb=Identify")
