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
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

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

NOW = datetime(2026, 1, 1, tzinfo=UTC)
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


def measure(titles: list[str], count: int, queries: int, results: multiprocessing.Queue[str]) -> None:
    """Builds, asks and syncs a catalog of one size, and reports a table row."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "titles"
        start, start_cpu = time.perf_counter(), _processor_seconds()
        build_index(facts(titles, count), path, Origin("made", NOW.isoformat))
        built, built_cpu = time.perf_counter() - start, _processor_seconds() - start_cpu
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
        asked = list_like(titles[:count], queries, random.Random(1))
        start, start_cpu = time.perf_counter(), _processor_seconds()
        matched = sum(record["outcome"] is Outcome.MATCHED for record in known_to_catalog(asked, path, NOW))
        bulk, bulk_cpu = time.perf_counter() - start, _processor_seconds() - start_cpu
        latency = statistics.median(_latencies(path, asked[:300]))
        size = path.stat().st_size / 1e6
        start = time.perf_counter()
        asyncio.run(sync_catalog(_settings(Path(folder)), network=httpx.MockTransport(_a_page_of_changes)))
        synced = time.perf_counter() - start
    results.put(
        f"| {count:,} | {built:.0f} | {built_cpu:.0f} | {size:,.0f} | {peak:,.0f} | {len(asked) / bulk:,.0f}"
        f" | {bulk_cpu / len(asked) * 1e6:.0f} | {latency * 1e3:.2f} | {matched / len(asked):.3f} | {synced:.1f} |"
    )


def _processor_seconds() -> float:
    """What this process and its children have used so far, which a busy machine changes less than the time it takes."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


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


def _latencies(path: Path, titles: list[str]) -> Iterator[float]:
    catalog = Catalog(open_layers(path))
    for title in titles:
        start = time.perf_counter()
        catalog.lookup_titles([title])
        yield time.perf_counter() - start


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
    print("| titles | build s | CPU s | file MB | peak MB | bulk/s | CPU us/title | one title ms | matched | sync s |")
    print("|---|---|---|---|---|---|---|---|---|---|")
    context = multiprocessing.get_context("spawn")
    results: multiprocessing.Queue[str] = context.Queue()
    for size in given.sizes:
        process = context.Process(target=measure, args=(titles, size, given.queries, results))
        process.start()
        process.join()
        print(results.get(), flush=True)


if __name__ == "__main__":
    main()
