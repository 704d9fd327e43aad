"""Measures the local catalog: building, size, memory, speed in bulk, latency of one title.

    python benchmarks/catalog.py [--sizes 100000 1000000 2700000] [--queries 100000] [--corpus titles.parquet]

Bulk is what a long list asks: four titles in five as they stand, one respelled or absent; found and decided as `enrich
resolve` does it, in as many processes as there are cores, their start included. Sync works a page of changes in. Each
size is measured in a process of its own, so that peak memory is its own.
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

import httpx
from made_titles import make_titles, spoil

from enrich.commands.resolve import known_to_catalog
from enrich.records import Outcome
from enrich.settings import Settings, read_settings
from enrich.sources.catalog import Catalog
from enrich.sources.catalog_build import Origin, build_index
from enrich.sources.catalog_facts import Facts
from enrich.sources.catalog_layers import open_layers
from enrich.sources.catalog_sync import sync_catalog

T = TypeVar("T")
NOW = datetime(2026, 1, 1, tzinfo=UTC)
COLUMNS = (
    *("titles", "build s", "CPU s", "file MB", "peak MB", "bulk titles/s", "CPU us/title", "one title ms"),
    *("respelled ms", "matched", "sync s"),
)
_WORLD = 400_000  # made titles; larger catalogs repeat them with another word in front


def facts(titles: list[str], count: int) -> Iterator[Facts]:
    """`count` papers; where the titles run out they come again, with another word in front."""
    for n in range(count):
        lap, place = divmod(n, len(titles))
        title = f"{'abcdefghijk'[lap] * 4}{place % 977} {titles[place]}" if lap else titles[place]
        yield Facts(f"{1000 + n // 90000:04}.{n % 90000:05}", title, ("Ada Moon", "Bo Star"), True, "2021-01-05")


def list_like(titles: list[str], count: int, rng: random.Random) -> list[str]:
    """Four in five as they stand, the others respelled, a quarter of these of papers that nobody wrote."""
    exact = rng.sample(titles, min(len(titles), count * 4 // 5))
    noisy = [spoil(title, rng)[1] for title in rng.sample(titles, count * 3 // 20)]
    absent = make_titles(count // 20, seed=99)
    mixed = exact + noisy + absent
    rng.shuffle(mixed)
    return mixed


@dataclass(frozen=True, slots=True)
class Timed(Generic[T]):
    """What work gave and cost: seconds by the clock, and of all processors, which a busy machine changes less."""

    result: T
    seconds: float
    processor_seconds: float


def timed(work: Callable[[], T]) -> Timed[T]:
    """Does some work, in this process and its children."""
    start, start_used = time.perf_counter(), _used()
    result = work()
    return Timed(result, time.perf_counter() - start, _used() - start_used)


def _used() -> float:
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def measure(titles: list[str], count: int, queries: int, results: multiprocessing.Queue[str]) -> None:
    """Builds, asks and syncs a catalog of one size, and reports a table row."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "titles"
        build = timed(lambda: build_index(facts(titles, count), path, Origin("made", NOW.isoformat)))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
        size = path.stat().st_size / 1e6
        asked = list_like(titles[:count], queries, random.Random(1))
        bulk = timed(lambda: _matched(asked, path))
        one, respelled = _milliseconds(path, asked[:300]), _milliseconds(path, _respelled(asked[:300]))
        network = httpx.MockTransport(_a_page_of_changes)
        sync = timed(lambda: asyncio.run(sync_catalog(_settings(Path(folder)), network=network)))
    cells = (
        f"{count:,}",
        *(f"{build.seconds:.0f}", f"{build.processor_seconds:.0f}", f"{size:,.0f}", f"{peak:,.0f}"),
        *(f"{len(asked) / bulk.seconds:,.0f}", f"{bulk.processor_seconds / len(asked) * 1e6:.0f}"),
        *(f"{one:.2f}", f"{respelled:.2f}", f"{bulk.result / len(asked):.3f}", f"{sync.seconds:.1f}"),
    )
    results.put(f"| {' | '.join(cells)} |")


def _matched(asked: list[str], path: Path) -> int:
    return sum(record["outcome"] is Outcome.MATCHED for record in known_to_catalog(asked, path, NOW))


def _respelled(titles: list[str]) -> list[str]:
    rng = random.Random(2)
    return [spoil(title, rng)[1] for title in titles]


def _settings(folder: Path) -> Settings:
    return read_settings(catalog=folder / "titles", raw=folder, state=folder / "state")


def _a_page_of_changes(request: httpx.Request) -> httpx.Response:
    """What arXiv tells on a usual day: a page of new and changed papers."""
    records = "".join(
        f"<record><header><identifier>oai:arXiv.org:{1000 + n % 2:04}.{n:05}</identifier><datestamp>2026-01-01"
        '</datestamp></header><metadata><arXiv xmlns="http://arxiv.org/OAI/arXiv/">'
        f"<created>2026-01-01</created><title>{title}</title><categories>math.MG</categories></arXiv></metadata></record>"
        for n, title in enumerate(make_titles(1_300, seed=7))
    )
    return httpx.Response(
        200,
        text='<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2026-01-02T00:00:00Z</responseDate>'
        f"<ListRecords>{records}</ListRecords></OAI-PMH>",
    )


def _milliseconds(path: Path, titles: list[str]) -> float:
    """What one look-up takes, the median of many."""
    catalog = Catalog(open_layers(path))
    return statistics.median(timed(partial(catalog.lookup_titles, [title])).seconds for title in titles) * 1e3


def main() -> None:
    """Measures all sizes and prints the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[100_000, 1_000_000, 2_700_000])
    parser.add_argument("--queries", type=int, default=100_000)
    parser.add_argument("--corpus")
    given = parser.parse_args()
    if given.corpus:
        import pyarrow.parquet as pq

        titles = [t for t in pq.read_table(given.corpus, columns=["title"]).column("title").to_pylist() if t]
    else:
        titles = make_titles(min(_WORLD, max(given.sizes)))
    print(f"| {' | '.join(COLUMNS)} |")
    print("|" + "---|" * len(COLUMNS))
    context = multiprocessing.get_context("spawn")
    results: multiprocessing.Queue[str] = context.Queue()
    for size in given.sizes:
        process = context.Process(target=measure, args=(titles, size, given.queries, results))
        process.start()
        process.join()
        print(results.get(), flush=True)


if __name__ == "__main__":
    main()
