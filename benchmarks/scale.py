"""Measures how parsing and matching grow: the same documents in threads of one process and on two workers of Dask.

    python benchmarks/scale.py [--documents 2000] [--items 500] [--catalog 500000]     (needs the extra `dask`)

Documents are made up: Markdown lists and lists as plain text, of titles that are in the catalog as they stand (four in
five), respelled, or absent. Each way runs as a Prefect flow in a process of its own, on a server on loopback, through
the same `Spread` that a refresh uses; the digest is of everything that was read and decided, so equal digests are equal
bytes. Memory is the peak of the flow's process, and of each worker; processor seconds are theirs as well, which tell
more than the clock does where a machine has other work.
"""

from __future__ import annotations

import argparse
import asyncio
import hashlib
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import astuple
from datetime import UTC, datetime
from pathlib import Path

from catalog import facts
from made_titles import make_titles, spoil

NOW = datetime(2026, 1, 1, tzinfo=UTC)
WORLD = 400_000


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--documents", type=int, default=2_000)
    parser.add_argument("--items", type=int, default=500, help="mentions a document")
    parser.add_argument("--catalog", type=int, default=500_000, help="papers in the catalog")
    parser.add_argument("--measure", nargs=3, help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.measure:
        folder, catalog, where = wanted.measure
        print(json.dumps(asyncio.run(measure(Path(folder), Path(catalog), where))))
        return
    with tempfile.TemporaryDirectory() as folder:
        compare(Path(folder), wanted.documents, wanted.items, wanted.catalog)


def compare(folder: Path, documents: int, items: int, papers: int) -> None:
    """Makes the world, runs both ways, prints a row each. Raises if they differ by a byte."""
    from distributed import Client, LocalCluster

    from flows.server import local_server

    catalog = make_world(folder, documents, items, papers)
    print("runner      mentions   parse s   match s   all s   mentions/s   processor s   flow MB   workers MB   digest")
    found = []
    with local_server(folder / "prefect") as url:
        found.append(run(folder, catalog, "thread", url))
        show("thread", found[-1], [])
        with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, memory_limit=0) as cluster:
            found.append(run(folder, catalog, f"dask:{cluster.scheduler_address}", url))
            with Client(cluster) as client:
                show("dask, 2", found[-1], list(client.run(used).values()))
    if found[0]["digest"] != found[1]["digest"]:
        raise SystemExit("The two ways gave different bytes.")


def run(folder: Path, catalog: Path, where: str, url: str) -> dict[str, float]:
    """One way, in a process of its own."""
    environment = os.environ | {"PREFECT_API_URL": url, "PREFECT_LOGGING_LEVEL": "WARNING"}
    command = [sys.executable, __file__, "--measure", str(folder / "raw"), str(catalog), where]
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    return dict(json.loads(done.stdout.splitlines()[-1]))


def show(name: str, found: dict[str, float], workers: list[tuple[float, float]]) -> None:
    total = found["parse"] + found["match"]
    seconds = found["seconds"] + sum(each for each, _ in workers)
    print(
        f"{name:<10} {found['mentions']:>9,} {found['parse']:>9.1f} {found['match']:>9.1f} {total:>7.1f} "
        f"{found['mentions'] / total:>12,.0f} {seconds:>13,.0f} {found['megabytes']:>9,.0f}   "
        f"{' + '.join(f'{each:,.0f}' for _, each in workers) or '-':>10}   {found['digest']}",
        flush=True,
    )


async def measure(folder: Path, catalog: Path, where: str) -> dict[str, object]:
    """Reads and matches all documents as a flow; seconds, megabytes and a digest of all results."""
    from prefect import flow

    from enrich.documents import find_documents, read_document
    from enrich.pipeline import extract_all
    from enrich.shards import resolve_shard
    from flows.shards import Spread

    @flow(name="scale", persist_result=False)
    async def scale() -> dict[str, object]:
        documents = [read_document(path, folder) for path in find_documents(folder)]
        begun = time.perf_counter()
        extractions = await Spread(where)("extract mentions", extract_all, documents)
        parsed = time.perf_counter()
        mentions = [mention for extraction in extractions for mention in extraction.mentions]
        titles = [mention.title for mention in mentions]
        identities = await Spread(where)("match", resolve_shard, titles, catalog, NOW)
        matched, (seconds, megabytes) = time.perf_counter(), used()
        digest = hashlib.sha256()
        for mention, identity in zip(mentions, identities, strict=True):
            digest.update(repr((astuple(mention), astuple(identity))).encode())
        return {
            "mentions": len(mentions),
            "parse": parsed - begun,
            "match": matched - parsed,
            "seconds": seconds,
            "megabytes": megabytes,
            "digest": digest.hexdigest()[:12],
        }

    return await scale()


def make_world(folder: Path, documents: int, items: int, papers: int) -> Path:
    """Documents below `folder`/raw and an index of titles, whose path is returned."""
    from enrich.sources.catalog_build import Origin, build_index

    titles = make_titles(min(papers, WORLD))
    catalog, raw, rng = folder / "made.titles", folder / "raw", random.Random(2)
    build_index(facts(titles, papers), catalog, Origin("made", NOW.isoformat))
    raw.mkdir()
    for number in range(documents):
        listed = [spoil(title, rng)[1] if rng.random() < 0.2 else title for title in rng.choices(titles, k=items)]
        shape, suffix = (as_markdown, "md") if number % 2 else (as_text, "txt")
        raw.joinpath(f"{number:06}.{suffix}").write_text(shape(number, listed), encoding="utf-8")
    return catalog


def as_markdown(number: int, titles: list[str]) -> str:
    lines = [f"- {title} (20{place % 25:02})" for place, title in enumerate(titles)]
    return "\n".join([f"# Reading list {number}", "", *lines, ""])


def as_text(number: int, titles: list[str]) -> str:
    entries = [f"{title}\nAda Moon, Bo Star\nSome Journal, 20{place % 25:02}\n" for place, title in enumerate(titles)]
    return "\n".join([f"Reading list {number}", "", *entries])


def used() -> tuple[float, float]:
    """The processor seconds that this process has used, and the most megabytes that it has held."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


if __name__ == "__main__":
    main()
