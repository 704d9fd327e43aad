"""DataCite in arXiv's place."""

from __future__ import annotations

from datetime import UTC, datetime

from enrich.records import Status

from .conftest import Opener
from .standins import PAPERS, Town

IDS = list(PAPERS)[:120]


async def test_datacite_tells_what_arxiv_would(open_town: Opener, town: Town) -> None:
    async with open_town() as sources:
        found = await sources.datacite.fetch([*IDS, "2402.00001", "abc"])
    assert town.count("datacite.test") == 3
    assert (found["2402.00001"].status, found["abc"].status) == (Status.NOT_FOUND, Status.NOT_ASKED)
    record = found[IDS[0]].value
    assert record is not None and record.source == "datacite"
    assert record.title == PAPERS[IDS[0]]
    assert [author.name for author in record.authors] == ["Ada Moss", "The Lichen Survey"]
    assert record.abstract == "We measure lichens > 3 mm."
    assert (record.arxiv_version, record.year) == (2, 2024)
    assert record.published_at == datetime(2024, 1, 2, 10, tzinfo=UTC)
    assert record.updated_at == datetime(2024, 2, 1, 10, tzinfo=UTC)
    assert (record.primary_category, record.ids.doi) == ("q-bio.PE", "10.1000/lichen")
    assert record.citation_count is None and record.comment is None


async def test_datacite_finds_papers_by_phrases_of_titles(open_town: Opener, town: Town) -> None:
    titles = [PAPERS[key] for key in list(PAPERS)[100:110]] + ["A Treatise on Nothing in Particular", '"']
    async with open_town() as sources:
        found = await sources.datacite.find_candidates(titles)
    assert all(title in [one.title for one in found[title].value or ()] for title in titles[:10])
    assert [found[title].status for title in titles[10:]] == [Status.NOT_FOUND, Status.NOT_ASKED]


async def test_stand_ins_are_no_part_of_the_usage_until_they_are_asked(open_town: Opener) -> None:
    async with open_town() as sources:
        assert [usage.source for usage in sources.usage()] == ["arxiv", "semantic_scholar", "github"]
