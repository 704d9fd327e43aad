"""What a run will ask and how long that takes, before it asks anybody: the run itself, against imagined services.

In: what a run reads. Out: a `Forecast`. All that can be known is: the documents, the last version, the catalog and the
ledger. How many of the remaining titles arXiv has a paper for can't, so it is taken from what lists are like.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from math import floor

from enrich.identities import Reason, titles_to_ask
from enrich.metadata import Findings, papers_without_repository
from enrich.pipeline import Inquiry, inquire, read
from enrich.records import Extraction, Identity, Outcome
from enrich.schema import IdentityRow
from enrich.settings import Settings
from enrich.sources import Forecast, Mode, Sources, imagine_sources
from enrich.sources.clock import Clock, SystemClock
from enrich.sources.imagined import Expectations, imagine
from enrich.walks import find_clues, plainly

# Of the titles that a document lists, these lead to an arXiv paper by themselves: 275 of 317 of the sample documents
# (2026-11), by a link, by the title in the catalog or in arXiv's search.
TOLD_BY_ARXIV = 0.87


def plan(settings: Settings, mode: Mode = Mode.LIVE, clock: Clock | None = None) -> Forecast:
    """The requests and seconds that a run would take now. Raises NoDocuments as a run does."""
    return imagine(_plan(settings, mode, clock or SystemClock()))


async def _plan(settings: Settings, mode: Mode, clock: Clock) -> Forecast:
    inquiry = await read(settings, clock.now())
    async with imagine_sources(settings, clock=clock, mode=mode) as (sources, desk):
        clues = await find_clues(inquiry.mentions, inquiry.known, sources, plainly, inquiry.at)
        missed = _missed(inquiry)
        desk.expectations = Expectations(
            on_arxiv=frozenset(expected_on_arxiv(inquiry, clues.found, missed)),
            nowhere=missed,
            with_repository=await _with_repository(inquiry, clues.found, sources),
        )
        await inquire(inquiry, clues, sources, plainly)
        return desk.forecast()


def expected_on_arxiv(inquiry: Inquiry, found: Mapping[str, Identity], missed: Collection[str]) -> Iterator[str]:
    """The titles that arXiv is taken to have a paper for, spread evenly over those that are open.

    What is known of a document's titles by now is the first part of what arXiv tells. `missed` are not looked for: they
    were not there the last time.
    """
    seen = set(missed)
    for _, extraction in inquiry.documents:
        titles = [title for title in _titles(extraction) if title not in seen]
        seen.update(titles)
        wanted = set(titles_to_ask(extraction.mentions, found))
        still_open = [title for title in titles if title in wanted]
        told = round(TOLD_BY_ARXIV * len(titles)) - (len(titles) - len(still_open))
        yield from _spread(still_open, told)


def _missed(inquiry: Inquiry) -> frozenset[str]:
    """The titles that nobody had a paper for at the time of the last version, when all could be asked."""
    rows = inquiry.last.of(IdentityRow) if inquiry.last else ()
    unasked = (Reason.UNREACHABLE, Reason.NOT_ASKED)
    return frozenset(row.title for row in rows if row.outcome != Outcome.MATCHED and row.reason not in unasked)


async def _with_repository(inquiry: Inquiry, found: Mapping[str, Identity], sources: Sources) -> frozenset[str]:
    """The arXiv ids of papers whose repository the documents, the catalog or the last version name."""
    ids = sorted({each.ids.arxiv_id for each in found.values() if each.ids.arxiv_id})
    known = Findings(documents=inquiry.documents, identities=found, catalog=await sources.catalog.fetch(ids))
    return frozenset(ids).difference(papers_without_repository(known, inquiry.last))


def _titles(extraction: Extraction) -> list[str]:
    return list(dict.fromkeys(mention.title_asked for mention in extraction.mentions if mention.title_asked))


def _spread(titles: Sequence[str], count: int) -> Iterator[str]:
    """`count` of the titles, as far from each other as they can be."""
    part = max(0, count) / max(1, len(titles))
    for place, title in enumerate(titles):
        if floor((place + 1) * part) > floor(place * part):
            yield title
