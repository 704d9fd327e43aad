"""The sources against healthy services: every item is answered, once, and for what it is."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from enrich.records import Status
from enrich.sources import Mode

from .conftest import Opener, QuickClock
from .standins import PAPERS, REPOSITORIES, Town

KNOWN, UNKNOWN = list(PAPERS)[:3], "2402.00001"
ARXIV_KEYS = [f"ARXIV:{arxiv_id}" for arxiv_id in KNOWN]
NAMES = list(REPOSITORIES)[:3]


async def test_arxiv_tells_the_papers_it_knows_from_those_it_does_not(open_town: Opener) -> None:
    async with open_town() as sources:
        found = await sources.arxiv.fetch([UNKNOWN, *KNOWN])
    assert list(found) == [UNKNOWN, *KNOWN]
    assert found[UNKNOWN].status is Status.NOT_FOUND and found[UNKNOWN].value is None
    record = found[KNOWN[0]].value
    assert record is not None
    assert (record.title, record.arxiv_version, record.year) == (PAPERS[KNOWN[0]], 2, 2024)
    assert record.abstract == "We measure lichens."
    assert [author.name for author in record.authors] == ["Ada Moss", "Ben Fern"]


async def test_a_malformed_arxiv_id_is_never_sent_and_costs_no_other(open_town: Opener, town: Town) -> None:
    async with open_town() as sources:
        found = await sources.arxiv.fetch(["abc", "2401.1", "", *KNOWN])
    assert [found[asked].status for asked in ("abc", "2401.1", "")] == [Status.NOT_ASKED] * 3
    assert all(found[asked].status is Status.OK for asked in KNOWN)
    assert town.count("arxiv.test") == 1


async def test_arxiv_asks_for_as_many_results_as_ids(open_town: Opener, town: Town) -> None:
    async with open_town() as sources:
        found = await sources.arxiv.fetch(list(PAPERS))
    assert all(lookup.status is Status.OK for lookup in found.values())
    assert [request.url.params["max_results"] for request in town.seen] == ["100", "100", "100"]


async def test_titles_go_to_arxiv_as_quoted_phrases_twenty_at_a_time(open_town: Opener, town: Town) -> None:
    titles = [PAPERS[key] for key in list(PAPERS)[100:129]] + ["A Treatise on Nothing in Particular"]
    async with open_town() as sources:
        found = await sources.arxiv.find_candidates(titles)
    assert town.count("arxiv.test") == 2
    assert all(title in [one.title for one in found[title].value or ()] for title in titles[:-1])
    assert (found[titles[-1]].status, found[titles[-1]].value) == (Status.NOT_FOUND, ())


async def test_a_page_that_overflows_proves_nothing_about_the_titles_it_leaves_out(
    open_town: Opener, town: Town
) -> None:
    titles = ["Growth of Lichens", "A Treatise on Nothing in Particular", "Study of Mosses"]
    async with open_town() as sources:
        found = await sources.arxiv.find_candidates(titles)
    assert [found[title].status for title in titles] == [Status.OK, Status.NOT_FOUND, Status.NOT_FOUND]
    assert town.count("arxiv.test") > 1


@pytest.mark.parametrize("title", ["", '"', "\\", "$$", "---", "  "])
async def test_a_title_without_words_is_never_sent_to_arxiv(open_town: Opener, town: Town, title: str) -> None:
    async with open_town() as sources:
        found = await sources.arxiv.find_candidates([title])
    assert found[title].status is Status.NOT_ASKED
    assert not town.seen


async def test_semantic_scholar_joins_a_batch_by_position(open_town: Opener, town: Town) -> None:
    async with open_town() as sources:
        found = await sources.semantic_scholar.fetch([f"ARXIV:{UNKNOWN}", *ARXIV_KEYS])
    assert town.count("s2.test") == 1
    assert found[f"ARXIV:{UNKNOWN}"].status is Status.NOT_FOUND
    record = found[ARXIV_KEYS[2]].value
    assert record is not None and record.citation_count == 3
    assert record.influential_citation_count == 0  # zero is a count, not "unknown"
    assert record.abstract is None and record.venue is None and record.open_access_pdf_url is None
    assert record.ids.arxiv_id == KNOWN[2] and record.ids.doi is None  # an arXiv DOI is the arXiv id
    assert [author.s2_author_id for author in record.authors] == ["77", None]


async def test_a_batch_of_unknown_papers_alone_is_not_found(open_town: Opener) -> None:
    async with open_town() as sources:
        found = await sources.semantic_scholar.fetch([f"ARXIV:{UNKNOWN}", "CorpusId:9"])
    assert {lookup.status for lookup in found.values()} == {Status.NOT_FOUND}


async def test_a_merged_paper_is_found_under_the_key_that_was_asked(open_town: Opener, town: Town) -> None:
    healthy = town.services["s2.test"]

    def merging(request):  # type: ignore[no-untyped-def]
        asked = json.loads(request.content)["ids"]
        request = type(request)("POST", request.url, json={"ids": [ARXIV_KEYS[0] for _ in asked]})
        return healthy(request)

    town.services["s2.test"] = merging
    async with open_town() as sources:
        found = await sources.semantic_scholar.fetch(["CorpusId:1", "CorpusId:2"])
    numbers = {lookup.value.ids.s2_corpus_id for lookup in found.values() if lookup.value}
    assert numbers == {5001} and len(found) == 2


async def test_the_closest_title_is_offered_and_no_title_is_not_found(open_town: Opener) -> None:
    async with open_town() as sources:
        found = await sources.semantic_scholar.find_candidates([PAPERS[KNOWN[1]], "zebra", " "])
    offered = found[PAPERS[KNOWN[1]]].value
    assert offered is not None and offered[0].title == PAPERS[KNOWN[1]]
    assert (found["zebra"].status, found["zebra"].value) == (Status.NOT_FOUND, ())
    assert found[" "].status is Status.NOT_ASKED


async def test_github_answers_for_fifty_repositories_at_once(open_town: Opener, town: Town) -> None:
    async with open_town() as sources:
        found = await sources.github.fetch([*REPOSITORIES, "lichen/gone", "no-repository"])
    assert town.count("github.test") == 3
    assert found["lichen/gone"].status is Status.NOT_FOUND
    assert found["no-repository"].status is Status.NOT_ASKED
    record = found[NAMES[0]].value
    assert record is not None
    assert (record.repository_id, record.stars, record.watchers, record.open_issues) == (1001, 0, 5, 2)
    assert record.license is None and record.topics == ("lichen",)


async def test_github_without_a_token_reads_watchers_and_issues_for_what_they_are(
    open_town: Opener, town: Town
) -> None:
    async with open_town(settings={"github_token": None}) as sources:
        found = await sources.github.fetch([NAMES[0], "lichen/gone"])
    record = found[NAMES[0]].value
    assert record is not None
    assert (record.stars, record.watchers, record.open_issues, record.archived) == (0, 5, None, True)
    assert found["lichen/gone"].status is Status.NOT_FOUND
    assert all("authorization" not in request.headers for request in town.seen)


async def test_a_second_run_within_freshness_asks_nobody(open_town: Opener, town: Town) -> None:
    for _ in range(2):
        async with open_town() as sources:
            await sources.arxiv.fetch([UNKNOWN, *KNOWN])
            await sources.semantic_scholar.fetch(ARXIV_KEYS)
            await sources.github.fetch(NAMES)
            usage = sources.usage()
    assert len(town.seen) == 3
    assert {one.source: (one.requests, one.from_ledger) for one in usage} == {
        "arxiv": (0, 4),
        "semantic_scholar": (0, 3),
        "github": (0, 3),
    }


async def test_only_ids_without_a_fresh_answer_are_asked_again(open_town: Opener, town: Town) -> None:
    async with open_town() as sources:
        await sources.semantic_scholar.fetch(ARXIV_KEYS[:2])
    async with open_town() as sources:
        found = await sources.semantic_scholar.fetch(ARXIV_KEYS)
    assert json.loads(town.seen[-1].content)["ids"] == ARXIV_KEYS[2:]
    assert all(lookup.status is Status.OK for lookup in found.values())


async def test_counts_grow_stale_before_metadata_and_not_found_in_between(
    open_town: Opener, town: Town, clock: QuickClock
) -> None:
    async def requests_after(days: float) -> list[str]:
        clock.instant += timedelta(days=days)
        before = len(town.seen)
        async with open_town() as sources:
            await sources.arxiv.fetch([UNKNOWN, *KNOWN])
            await sources.semantic_scholar.fetch(ARXIV_KEYS)
        return [request.url.host for request in town.seen[before:]]

    assert await requests_after(0) == ["arxiv.test", "s2.test"]
    assert await requests_after(0.9) == []
    assert await requests_after(2) == ["s2.test"]
    assert await requests_after(5) == ["arxiv.test", "s2.test"]
    assert town.seen[-2].url.params["id_list"] == UNKNOWN


@pytest.mark.parametrize("mode", [Mode.OFFLINE, Mode.REPLAY])
async def test_a_run_that_asks_nobody_serves_what_it_has_and_asks_nothing(
    open_town: Opener, town: Town, clock: QuickClock, mode: Mode
) -> None:
    async with open_town() as sources:
        await sources.semantic_scholar.fetch(ARXIV_KEYS[:1])
    clock.instant += timedelta(days=400)
    async with open_town(mode=mode) as sources:
        found = await sources.semantic_scholar.fetch(ARXIV_KEYS[:2])
    assert town.count("s2.test") == 1
    assert found[ARXIV_KEYS[1]].status is Status.NOT_ASKED
    assert found[ARXIV_KEYS[0]].status is (Status.OK if mode is Mode.REPLAY else Status.NOT_ASKED)


async def test_a_full_run_asks_again_what_is_fresh_but_only_once(
    open_town: Opener, town: Town, clock: QuickClock
) -> None:
    async with open_town() as sources:
        await sources.arxiv.fetch(KNOWN)
    clock.instant += timedelta(minutes=1)
    async with open_town(mode=Mode.FULL) as sources:
        await sources.arxiv.fetch(KNOWN)
        await sources.arxiv.fetch(KNOWN)
    assert town.count("arxiv.test") == 2


async def test_a_time_budget_leaves_the_rest_unasked_and_keeps_what_came(open_town: Opener, town: Town) -> None:
    async with open_town(time_budget=timedelta(seconds=4)) as sources:
        found = await sources.arxiv.fetch(list(PAPERS))
    asked = [lookup.status for lookup in found.values()]
    assert asked.count(Status.OK) == 200 and asked.count(Status.NOT_ASKED) == 100
    async with open_town() as sources:
        found = await sources.arxiv.fetch(list(PAPERS))
    assert {lookup.status for lookup in found.values()} == {Status.OK}
    assert town.count("arxiv.test") == 3


async def test_requests_to_arxiv_start_three_seconds_apart_and_are_scaled(open_town: Opener, clock: QuickClock) -> None:
    async with open_town() as sources:
        await sources.arxiv.fetch(list(PAPERS))
    assert all(nap == pytest.approx(3.1, abs=0.05) for nap in clock.naps) and len(clock.naps) == 2
    clock.naps.clear()
    clock.instant += timedelta(minutes=1)
    async with open_town(mode=Mode.FULL, settings={"time_scale": 31.0}) as sources:
        await sources.arxiv.fetch(list(PAPERS))
    assert clock.naps == [pytest.approx(0.1, abs=0.01)] * 2


async def test_progress_counts_every_item_once(open_town: Opener) -> None:
    class Tally:
        def __init__(self) -> None:
            self.totals: dict[str, int] = {}
            self.done: dict[str, int] = {}
            self.requests: dict[str, int] = {}

        def begin(self, source: str, total: int) -> None:
            self.totals[source] = self.totals.get(source, 0) + total

        def advance(self, source: str, count: int, requests: int = 0) -> None:
            self.done[source] = self.done.get(source, 0) + count
            self.requests[source] = self.requests.get(source, 0) + requests

    tally = Tally()
    async with open_town(progress=tally) as sources:
        await sources.arxiv.fetch(list(PAPERS))
        await sources.github.fetch([*NAMES, "lichen/gone"])
    assert tally.totals == tally.done == {"arxiv": 300, "github": 4}
    assert tally.requests == {"arxiv": 3, "github": 1}
