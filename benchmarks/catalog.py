"""Measures the local catalog: building, size, memory, speed in bulk, latency of one title.

    python benchmarks/catalog.py [--sizes 100000 1000000 2700000] [--queries 50000] [--corpus titles.parquet]

Bulk is what a long list asks: four titles in five as they stand, one respelled or absent; found and decided, in as many
processes as there are cores. Each size is measured in a process of its own, so that peak memory is its own.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from made_titles import make_titles, spoil

from enrich.identities import resolve_offered
from enrich.records import Mention, MentionKind, Outcome
from enrich.sources.catalog import Catalog
from enrich.sources.catalog_build import Origin, build_index
from enrich.sources.catalog_facts import Facts
from enrich.sources.catalog_layers import open_layers

NOW = datetime(2026, 1, 1, tzinfo=UTC)
_WORLD = 400_000  # made titles; larger catalogs repeat them with another word in front
_SHARD = 2_500


def facts(titles: list[str], count: int) -> Iterator[Facts]:
    """`count` papers; where the titles run out they come again, with another word in front."""
    for n in range(count):
        lap, place = divmod(n, len(titles))
        title = f"{'abcdefghijk'[lap] * 4}{place % 977} {titles[place]}" if lap else titles[place]
        yield Facts(f"{1000 + n // 90000:04}.{n % 90000:05}", title, ("Ada Moon", "Bo Star"), True, "2021-01-05")


def resolve_shard(path: Path, titles: list[str]) -> int:
    """How many titles are matched."""
    catalog = Catalog(open_layers(path))
    mentions = [
        Mention(mention_id=str(n), document_id="", line=n, kind=MentionKind.PAPER, title=title)
        for n, title in enumerate(titles)
    ]
    offers = {title: [lookup] for title, lookup in catalog.lookup_titles(titles).items()}
    found = resolve_offered(mentions, {}, offers, now=NOW)
    return sum(identity.outcome is Outcome.MATCHED for identity in found.values())


def list_like(titles: list[str], count: int, rng: random.Random) -> list[str]:
    """Four in five as they stand, the others respelled, a quarter of these of papers that nobody wrote."""
    exact = rng.sample(titles, min(len(titles), count * 4 // 5))
    noisy = [spoil(title, rng)[1] for title in rng.sample(titles, count * 3 // 20)]
    absent = make_titles(count // 20, seed=99)
    mixed = exact + noisy + absent
    rng.shuffle(mixed)
    return mixed


def measure(titles: list[str], count: int, queries: int, results: multiprocessing.Queue[str]) -> None:
    """Builds and asks a catalog of one size, and reports a table row."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "titles"
        start = time.perf_counter()
        build_index(facts(titles, count), path, Origin("made", NOW.isoformat))
        built = time.perf_counter() - start
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3
        asked = list_like(titles[:count], queries, random.Random(1))
        shards = [asked[n : n + _SHARD] for n in range(0, len(asked), _SHARD)]
        with multiprocessing.get_context("spawn").Pool(os.cpu_count()) as pool:
            pool.starmap(resolve_shard, [(path, asked[:100])] * (os.cpu_count() or 1))
            start = time.perf_counter()
            matched = sum(pool.starmap(resolve_shard, [(path, shard) for shard in shards], chunksize=1))
            bulk = time.perf_counter() - start
        latency = statistics.median(_latencies(path, asked[:300]))
        size = path.stat().st_size / 1e6
    results.put(
        f"| {count:,} | {built:.0f} | {size:,.0f} | {peak:,.0f} | {len(asked) / bulk:,.0f} | {latency * 1e3:.2f}"
        f" | {matched / len(asked):.3f} |"
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
    parser.add_argument("--queries", type=int, default=50_000)
    parser.add_argument("--corpus")
    given = parser.parse_args()
    if given.corpus:
        import pyarrow.parquet as pq

        titles = [t for t in pq.read_table(given.corpus, columns=["title"]).column("title").to_pylist() if t]
    else:
        titles = make_titles(min(_WORLD, max(given.sizes)))
    print("| titles | build s | file MB | peak MB | bulk titles/s | one title ms | matched |")
    print("|---|---|---|---|---|---|---|")
    context = multiprocessing.get_context("spawn")
    results: multiprocessing.Queue[str] = context.Queue()
    for size in given.sizes:
        process = context.Process(target=measure, args=(titles, size, given.queries, results))
        process.start()
        process.join()
        print(results.get(), flush=True)


if __name__ == "__main__":
    main()
