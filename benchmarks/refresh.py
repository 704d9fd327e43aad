"""What a refresh costs: requests for a distinct paper, and time against what the published limits alone would set.

    python benchmarks/refresh.py [--speed 2] [--loop-papers 20]

The five sample documents against the sandbox, in four scenes that build on each other, beside a plain loop over the two
packages as their READMEs show it, all in one run. Speed 1 is the real pace (four minutes); at others both sides' limits
are divided. `planned` is what `enrich plan` says before.

The bound of a scene is the largest, over the services, of requests times the published interval: arXiv 3 s, Semantic
Scholar 1 s, GitHub none worth naming. What can't be avoided on top of it: a title that arXiv does not know is known to
be open only when arXiv has answered, a renamed paper only when Semantic Scholar has, the last batch of ids waits for
the last title, and repositories are known only from abstracts and comments. `took` is in the services' seconds, with
our own computing at its real length: at speed 20 a second of it would else count as twenty. A busy machine still shows.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from enrich.identities import titles_to_ask
from enrich.mentions import extract
from enrich.pipeline import Order, read_documents, run
from enrich.planning import plan
from enrich.sandbox import Sandbox, run_sandbox
from enrich.settings import Settings, read_settings
from enrich.sources.catalog_build import Origin, build_index
from enrich.sources.catalog_facts import Facts
from enrich.sources.clock import SystemClock
from enrich.tables import Summary

if TYPE_CHECKING:
    import arxiv
    from semanticscholar import SemanticScholar

RAW = Path(__file__).parents[1] / "data" / "raw"
INTERVALS = {"arxiv": 3.0, "semantic_scholar": 1.0, "github": 0.0, "datacite": 0.3}
# Requests for a distinct paper, and elapsed time for the bound: what must be held.
TARGETS = {"empty catalog": 0.25, "starter catalog": 0.12, "second run": 0.0, "a day later": 0.03}
LARGEST_RATIO = 1.2


@dataclass(frozen=True)
class Measured:
    """One scene: requests per service, distinct papers, service seconds elapsed, requests that were planned."""

    scene: str
    requests: dict[str, int]
    papers: int
    seconds: float
    planned: int | None = None

    @property
    def each(self) -> float:
        """Requests for a distinct paper."""
        return sum(self.requests.values()) / self.papers

    @property
    def bound(self) -> float:
        """Service seconds that the published limits set for these requests."""
        return max((INTERVALS[name] * count for name, count in self.requests.items()), default=0.0)


def main() -> None:
    """Runs the scenes and prints a line each."""
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("--speed", type=float, default=2.0)
    given.add_argument("--loop-papers", type=int, default=20, help="papers of the plain loop, scaled up to all")
    asked = given.parse_args()
    columns = f"{'scene':<18}{'papers':>7}{'planned':>9}{'requests':>10}{'a paper':>9}{'target':>8}"
    print(f"{columns}{'bound s':>9}{'took s':>9}{'ratio':>7}")
    with tempfile.TemporaryDirectory() as folder:
        measured = [show(each) for each in scenes(Path(folder), asked.speed)]
    show(plain_loop(asked.speed, asked.loop_papers, papers=measured[0].papers))


def show(measured: Measured) -> Measured:
    """Prints a scene."""
    target = TARGETS.get(measured.scene)
    print(
        f"{measured.scene:<18}{measured.papers:>7}{'' if measured.planned is None else measured.planned:>9}"
        f"{sum(measured.requests.values()):>10}{measured.each:>9.3f}"
        f"{'' if target is None else target:>8}{measured.bound:>9.1f}{measured.seconds:>9.1f}"
        f"{measured.seconds / measured.bound if measured.bound else 0:>7.2f}"
        f"  {', '.join(f'{name} {count}' for name, count in sorted(measured.requests.items()))}",
        flush=True,
    )
    return measured


def scenes(folder: Path, speed: float) -> Iterator[Measured]:
    """Each scene as it is measured."""
    empty = folder / "empty.titles"
    build_index([Facts("0704.0001", "Tea leaves")], empty, Origin("benchmark", lambda: "2026-01-01T00:00:00+00:00"))
    with run_sandbox(speed=speed) as sandbox:
        yield measure("empty catalog", sandbox, settings_of(folder / "empty", sandbox, catalog=empty))
    with run_sandbox(speed=speed) as sandbox:
        settings = settings_of(folder / "starter", sandbox)
        yield measure("starter catalog", sandbox, settings)
        yield measure("second run", sandbox, settings)
        sandbox.clock.advance(days=1)
        yield measure("a day later", sandbox, settings, clock=SystemClock(timedelta(days=1)))


def settings_of(folder: Path, sandbox: Sandbox, **more: object) -> Settings:
    """Everything in a folder of its own."""
    own = {"processed": str(folder / "processed"), "answers": folder / "answers", "state": folder / "state"}
    return read_settings(raw=RAW, **own, **sandbox.settings(), **more)


def measure(scene: str, sandbox: Sandbox, settings: Settings, clock: SystemClock | None = None) -> Measured:
    """One run. Whatever limit it broke is an error of ours."""
    planned = plan(settings, clock=clock).requests
    sandbox.journal.clear()
    with Stopwatch(sandbox.clock.speed) as stopwatch:
        summary: Summary = asyncio.run(run(settings, Order(simulated=True), clock=clock))
    assert not sandbox.violations, sandbox.violations
    return Measured(scene, sandbox.requests, summary.papers, stopwatch.seconds, planned)


class Stopwatch:
    """Service seconds that pass in a block, our own computing at its real length."""

    seconds = 0.0

    def __init__(self, speed: float) -> None:
        self._speed = speed

    def __enter__(self) -> Stopwatch:
        self._began, self._computed = time.monotonic(), time.thread_time()
        return self

    def __exit__(self, *_: object) -> None:
        computed = time.thread_time() - self._computed
        self.seconds = (time.monotonic() - self._began - computed) * self._speed + computed


def plain_loop(speed: float, count: int, papers: int) -> Measured:
    """Every title asked of arXiv, and of Semantic Scholar by the id or by the title, as the READMEs of both show it."""
    import arxiv
    from semanticscholar import SemanticScholar

    settings = read_settings(raw=RAW)
    mentions = [mention for document in read_documents(settings)[0] for mention in extract(document).mentions]
    titles = titles_to_ask(mentions, {})[:count]
    with run_sandbox(speed=speed) as sandbox:
        given = sandbox.settings()
        client = arxiv.Client(delay_seconds=3.0 / speed)
        client.query_url_format = f"{given['arxiv_url']}/api/query?{{}}"
        scholar = SemanticScholar(
            api_key=str(given["semantic_scholar_api_key"]), api_url=str(given["semantic_scholar_url"])
        )
        with Stopwatch(speed) as stopwatch:
            for title in titles:
                ask_both(title, client, scholar)
        factor = papers / len(titles)
        requests = {name: round(each * factor) for name, each in sandbox.requests.items()}
    return Measured(f"plain loop (x{factor:.1f})", requests, papers, stopwatch.seconds * factor)


def ask_both(title: str, client: arxiv.Client, scholar: SemanticScholar) -> None:
    """One title, as the two READMEs ask for it."""
    import arxiv

    found = next(client.results(arxiv.Search(query=f'ti:"{title}"', max_results=1)), None)
    try:
        if found:
            scholar.get_paper(f"ARXIV:{found.get_short_id().split('v')[0]}")
        else:
            scholar.search_paper(title, match_title=True)
    except Exception as error:
        print(f"  plain loop: {title[:50]}: {type(error).__name__}: {str(error)[:60]}")


if __name__ == "__main__":
    main()
