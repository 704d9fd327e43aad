"""How arXiv and its stand-in are searched: by phrase, by plain words where that may miss, by words of an abstract."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from xml.sax.saxutils import escape

import httpx
import pytest

from enrich.records import Status
from enrich.sources import Mode
from enrich.sources.phrases import abstract_phrase, is_fragile, plain_words, title_batches

from .conftest import Opener, QuickClock
from .standins import Town, arxiv_parameters, entry, feed

MOSS = "2403.00001"
PUBLISHED = "Moss & Fern: Growth Rates of t^{-β} Decay in Walls and Roofs"
LISTED = r"Moss and Fern: Growth Rates of $t^{-\beta}$ Decay in Walls and Roofs"
PLAIN = "A Treatise on Nothing in Particular"
SENTENCE = "We measure how fast lichens grow on twelve kinds of stone in shaded valleys and on open ridges."


def searching(found_by: str) -> Any:
    """An arXiv that has one paper, which only queries with these words in them find."""

    def handler(request: httpx.Request) -> httpx.Response:
        return feed([entry(MOSS, escape(PUBLISHED))] if found_by in arxiv_parameters(request)[1] else [])

    return handler


def queries(town: Town) -> list[str]:
    return [arxiv_parameters(request)[1] for request in town.seen]


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("State-of-the-Art Moss/Fern Walls & Roofs", ["state", "art", "moss", "fern", "walls", "roofs"]),
        ("Don't Grow in Schrödinger's Garden: Qwen2.5 Moss, 2nd Report", ["grow", "garden", "moss", "2nd", "report"]),
        ("AND OR NOT the", []),
        (
            "one two three four five six seven eight nine",
            ["one", "two", "three", "four", "five", "seven", "eight", "nine"],
        ),
    ],
)
def test_plain_words_are_those_that_every_analyser_cuts_alike(title: str, words: list[str]) -> None:
    assert plain_words(title) == words


@pytest.mark.parametrize(
    ("title", "fragile"),
    [
        (LISTED, True),
        ("Moss & Ferns on Old Walls", True),
        ("Moss and Ferns on Old Walls", True),
        ("Growth after Schrödinger in Three Gardens", True),
        ("Sandy Soils, Revisited: A Study (Part 2) in Pre-Growth?", False),
        ("π & σ", False),  # too few words are left to ask for
    ],
)
def test_a_title_is_fragile_where_an_index_may_hold_it_in_another_form(title: str, fragile: bool) -> None:
    assert is_fragile(title) == fragile


def test_fragile_titles_share_requests_among_themselves_and_short_ones_go_alone() -> None:
    assert title_batches([PLAIN, LISTED, "Moss", "Soils of the Far North"]) == [
        [PLAIN, "Soils of the Far North"],
        [LISTED],
        ["Moss"],
    ]


async def test_a_fragile_title_whose_phrase_finds_nothing_is_asked_once_more_by_its_words(
    open_town: Opener, town: Town
) -> None:
    town.services["arxiv.test"] = searching("ti:moss AND ti:fern AND ti:growth")
    for _ in range(2):
        async with open_town() as sources:
            found = await sources.arxiv.find_candidates([LISTED, PLAIN])
    assert [candidate.ids.arxiv_id for candidate in found[LISTED].value or ()] == [MOSS]
    assert found[PLAIN].status is Status.NOT_FOUND
    assert len(town.seen) == 3  # two phrases, one group of words; the second run asks nothing
    assert (
        queries(town)[-1] == "(ti:moss AND ti:fern AND ti:growth AND ti:rates AND ti:decay AND ti:walls AND ti:roofs)"
    )


async def test_a_title_found_by_its_phrase_is_not_asked_again(open_town: Opener, town: Town) -> None:
    town.services["arxiv.test"] = lambda request: feed([entry(MOSS, "Moss and Ferns on Old Walls")])
    async with open_town() as sources:
        found = await sources.arxiv.find_candidates(["Moss and Ferns on Old Walls"])
    assert [candidate.ids.arxiv_id for candidate in found["Moss and Ferns on Old Walls"].value or ()] == [MOSS]
    assert len(town.seen) == 1


async def test_words_that_could_not_be_asked_for_leave_the_title_open(open_town: Opener, town: Town) -> None:
    def failing(request: httpx.Request) -> httpx.Response:
        return feed([]) if 'ti:"' in arxiv_parameters(request)[1] else httpx.Response(503)

    town.services["arxiv.test"] = failing
    async with open_town() as sources:
        found = await sources.arxiv.find_candidates([LISTED])
    assert found[LISTED].status is Status.UNREACHABLE
    async with open_town(mode=Mode.OFFLINE) as sources:
        found = await sources.arxiv.find_candidates([LISTED])
    assert found[LISTED].status is Status.NOT_ASKED


async def test_datacite_is_asked_by_words_alike(open_town: Opener, town: Town) -> None:
    town.services["datacite.test"] = lambda request: httpx.Response(200, json={"data": [], "meta": {"total": 0}})
    async with open_town() as sources:
        found = await sources.datacite.find_candidates([LISTED])
    assert found[LISTED].status is Status.NOT_FOUND
    assert town.seen[-1].url.params["query"] == (
        "titles.title:(moss AND fern AND growth AND rates AND decay AND walls AND roofs)"
    )


@pytest.mark.parametrize(
    ("abstract", "phrase"),
    [
        (SENTENCE, "We measure how fast lichens grow on twelve kinds of stone in"),
        (f"Walls. They age. {SENTENCE}", "We measure how fast lichens grow on twelve kinds of stone in"),
        ("We find $t^{-2}$ decay of all the mosses on the walls. " + SENTENCE, " ".join(SENTENCE.split()[:12])),
        ("Too short to say anything.", ""),
        ("", ""),
    ],
)
def test_the_first_long_plain_sentence_speaks_for_an_abstract(abstract: str, phrase: str) -> None:
    assert abstract_phrase(abstract) == phrase


async def test_a_renamed_paper_is_found_by_its_abstract(open_town: Opener, town: Town) -> None:
    def renamed(request: httpx.Request) -> httpx.Response:
        text = entry(MOSS, "Under Another Name").replace("We measure\nlichens.", SENTENCE)
        return feed([text] if "abs:" in arxiv_parameters(request)[1] else [])

    town.services["arxiv.test"] = renamed
    other = "Ferns have been described in eleven books of the last century, none of which is in print."
    async with open_town() as sources:
        found: Mapping[str, Any] = await sources.arxiv.find_by_abstract([SENTENCE, other, "Short."])
    assert [(one.title, one.abstract) for one in found[SENTENCE].value] == [("Under Another Name", SENTENCE)]
    assert (found[other].status, found[other].value) == (Status.NOT_FOUND, ())
    assert found["Short."].status is Status.NOT_ASKED
    assert queries(town) == [
        'abs:"We measure how fast lichens grow on twelve kinds of stone in" OR '
        'abs:"Ferns have been described in eleven books of the last century, none"'
    ]


async def test_an_abstract_that_could_not_be_asked_for_is_unreachable(open_town: Opener, town: Town) -> None:
    town.break_down("arxiv.test", lambda request: httpx.Response(429))
    async with open_town() as sources:
        found = await sources.arxiv.find_by_abstract([SENTENCE])
    assert found[SENTENCE].status is Status.UNREACHABLE


@pytest.mark.parametrize("service", ["arxiv", "datacite", "semantic_scholar"])
async def test_who_was_only_offered_near_titles_is_asked_again_after_a_week(
    open_town: Opener, town: Town, clock: QuickClock, service: str
) -> None:
    """A service that offers its closest title for everything never says "not found"; the paper may be there by now."""
    title = "On the Growth of Lichens, Study 17 and Its Sequels"
    requests = []
    for days in (0, 6, 2):
        clock.instant += timedelta(days=days)
        before = len(town.seen)
        async with open_town() as sources:
            source: Any = getattr(sources, service)
            await source.find_candidates([title])
        requests.append(len(town.seen) - before)
    assert requests[0] > 0 and requests[1] == 0 and requests[2] == requests[0]
