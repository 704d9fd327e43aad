"""Publishing and loading at 1,000, 100,000 and 1,000,000 papers: time, memory and bytes.

    python benchmarks/tables.py [PAPERS ...]

Time is the processor's, over all threads: that of the clock says as much about what else the machine does.
Every size runs in a process of its own, so that peak memory is that of the size. Rows are made while they are written,
as a run that assembles in shards would hand them over: what is measured is publishing, not the keeping of a million
objects. A paper has three authors, an item, an identity, an abstract of a kilobyte, three identifiers and three counts.
The second version changes a third of the citation counts, and is published while the first one is held as a run holds
it: loaded and indexed. Tables that stay the same are hard-linked.
"""

from __future__ import annotations

import dataclasses
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from enrich.metadata.observations import PAPER_METRICS
from enrich.metadata.past import Past
from enrich.records import Outcome, Status
from enrich.schema import (
    AuthorshipRow,
    DocumentRow,
    IdentityRow,
    MentionRow,
    ObservationRow,
    PaperRow,
    Row,
    TableSet,
)
from enrich.settings import Settings
from enrich.tables import check_version, diff, load_table, previous_tables, publish, summarize, versions

SIZES = (1_000, 100_000, 1_000_000)
START = datetime(2026, 11, 2, tzinfo=UTC)
PAPERS_PER_DOCUMENT = 500
AUTHORS = 3
_WORDS = [
    f"{first}{last}" for first in ("ba", "ce", "di", "fo", "gu", "ha", "ki") for last in ("lan", "mer", "nix", "por")
]


class MadeRows(Sequence[Row]):
    """Rows that are made when they are asked for; row `index` is always the same."""

    def __init__(self, count: int, make: Callable[[int], Row]) -> None:
        self.count, self.make = count, make

    def __len__(self) -> int:
        return self.count

    def __getitem__(self, index: Any) -> Any:
        return self.make(index)

    def __iter__(self) -> Iterator[Row]:
        return map(self.make, range(self.count))


def blank(table: type[Row]) -> dict[str, Any]:
    """Null in every column."""
    return {field.name: None for field in dataclasses.fields(table)}  # type: ignore[arg-type]


# A long text to cut pieces from, which is quicker than to make every title and abstract.
_TEXT = " ".join(random.Random(1).choices(_WORDS, k=400_000))


def text(index: int, length: int) -> str:
    """A piece of text that hardly repeats from row to row."""
    start = index * 7919 % (len(_TEXT) - length)
    return f"{_TEXT[start : start + length]} {index}"


def paper_id(index: int) -> str:
    """The name of the paper of a row."""
    return f"arxiv:{2000 + index // 10_000:04}.{index % 10_000:05}"


def tables_of(count: int, week: int) -> TableSet:
    """A version of `count` papers; from one week to the next a third of the counts grow."""
    papers_blank, mentions_blank, identities_blank = blank(PaperRow), blank(MentionRow), blank(IdentityRow)
    seen_at = START + timedelta(weeks=week)

    def citations(index: int) -> int:
        return index % 997 + (week if index % 3 == 0 else 0)

    def paper(index: int) -> Row:
        values = {
            "paper_id": paper_id(index),
            "arxiv_id": paper_id(index)[6:],
            "doi": f"10.48550/arxiv.{paper_id(index)[6:]}",
            "s2_corpus_id": 10_000_000 + index,
            "s2_paper_id": f"{index:040x}",
            "title": text(index, 70),
            "abstract": text(index * 31, 1000),
            "abstract_source": "arxiv",
            "abstract_observed_at": START,
            "authors": tuple(name(index, place) for place in range(AUTHORS)),
            "categories": ("q-bio.PE", "cs.LG"),
            "fields_of_study": ("Biology",),
            "citation_count": citations(index),
            "influential_citation_count": index % 31,
            "reference_count": index % 61,
            "year": 2000 + index % 27,
            "mention_count": 1,
            "outcome": Outcome.MATCHED,
            "reason": "same_title",
            "arxiv_status": Status.OK,
            "s2_status": Status.OK,
            "s2_observed_at": seen_at,
            "github_status": Status.NOT_ASKED,
        }
        return PaperRow(**papers_blank | values)

    def name(index: int, place: int) -> str:
        return f"{_WORDS[(index + place) % 28].title()} {_WORDS[index * 7 % 28].title()}{index % 9973}"

    def authorship(index: int) -> Row:
        number, place = divmod(index, AUTHORS)
        return AuthorshipRow(
            paper_id=paper_id(number), position=place + 1, name=name(number, place), s2_author_id=str(index)
        )

    def mention(index: int) -> Row:
        values = {
            "mention_id": f"m{index:08}",
            "document_id": document_id(index // PAPERS_PER_DOCUMENT),
            "line": index % PAPERS_PER_DOCUMENT + 1,
            "kind": "paper",
            "title": text(index, 70),
            "section": "Sea > Kelp",
            "keywords": (),
            "authors": (),
            "links": (),
            "paper_id": paper_id(index),
            "outcome": Outcome.MATCHED,
            "reason": "same_title",
        }
        return MentionRow(**mentions_blank | values)

    def identity(index: int) -> Row:
        values = {
            "title": f"{index:08} {text(index, 70)}",
            "paper_id": paper_id(index),
            "outcome": Outcome.MATCHED,
            "reason": "same_title",
            "score": 1.0,
            "evidence_used": (),
            "considered": (),
            "source": "catalog",
            "decided_at": START,
        }
        return IdentityRow(**identities_blank | values)

    def observation(index: int) -> Row:
        number, metric = divmod(index, len(PAPER_METRICS))
        return ObservationRow(
            entity_id=paper_id(number),
            metric=PAPER_METRICS[metric],
            value=(citations(number), number % 31, number % 61)[metric],
            first_observed_at=START,
            last_observed_at=seen_at,
        )

    def document_id(number: int) -> str:
        return f"lists/{number:06}.md"

    def document(number: int) -> Row:
        return DocumentRow(
            document_id=document_id(number),
            path=f"raw/{document_id(number)}",
            sha256=f"{number:064x}",
            kind="markdown",
            title=None,
            mention_count=PAPERS_PER_DOCUMENT,
            doubt=None,
            read_at=START,
        )

    rows: dict[type[Row], Any] = {
        DocumentRow: MadeRows(-(-count // PAPERS_PER_DOCUMENT), document),
        MentionRow: MadeRows(count, mention),
        PaperRow: MadeRows(count, paper),
        AuthorshipRow: MadeRows(count * AUTHORS, authorship),
        IdentityRow: MadeRows(count, identity),
        ObservationRow: MadeRows(count * len(PAPER_METRICS), observation),
    }
    return TableSet(rows)


def measure(count: int) -> None:
    """One size: a line of figures on stdout, each as soon as it is known."""
    import pandas as pd

    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(processed=folder)
        _tell(f"{count:>9,}")
        _tell(f"{_seconds(lambda: deque(tables_of(count, 0).of(PaperRow), maxlen=0)):7.1f}")
        _tell(f"{_publish(count, 0, settings):9.1f}")
        start = time.process_time()
        last = Past(previous_tables(folder))  # what a run has in its hands while it assembles and publishes
        _tell(f"{time.process_time() - start:9.1f}")
        loaded = int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 2**20
        _tell(f"{_publish(count, 1, settings):9.1f}")
        del last
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        _tell(f"{loaded:9.0f} {peak:8.0f}")
        first, second = (_new_bytes(Path(folder) / version.name) for version in versions(folder))
        _tell(f"{first / 1e6:9.1f} {second / 1e6:9.1f}")
        _tell(f"{_seconds(lambda: load_table(folder, 'papers')):7.2f}")
        path = Path(folder) / "latest" / "papers.parquet"
        _tell(f"{_seconds(lambda: pd.read_parquet(path)):7.2f}")
        _tell(f"{_seconds(lambda: check_version(folder)):7.1f}")
        _tell(f"{_seconds(lambda: diff(folder)):7.1f}\n")


def _tell(figure: str) -> None:
    sys.stdout.write(f"{figure} ".replace("\n ", "\n"))
    sys.stdout.flush()


def _publish(count: int, week: int, settings: Settings) -> float:
    tables = dataclasses.replace(tables_of(count, week), based_on=_last(settings))
    at = START + timedelta(weeks=week)
    summary = summarize(dataclasses.replace(tables, rows={}), (), started_at=at, finished_at=at)
    return _seconds(lambda: publish(tables, summary, settings))


def _last(settings: Settings) -> str | None:
    published = versions(settings.processed)
    return published[-1].name if published else None


def _seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _new_bytes(version: Path) -> int:
    """Bytes that the version does not share with an earlier one."""
    earlier = {
        path.stat().st_ino for other in version.parent.glob("[0-9]*Z") if other < version for path in other.iterdir()
    }
    return sum(path.stat().st_size for path in version.iterdir() if path.stat().st_ino not in earlier)


def main() -> None:
    """All sizes, each in its own process."""
    if sys.argv[1:2] == ["--one"]:
        measure(int(sys.argv[2]))
        return
    sizes = [int(argument) for argument in sys.argv[1:]] or SIZES
    heads = (
        "papers",
        "making",
        "publish 1",
        "load last",
        "publish 2",
        "loaded MB",
        "peak MB",
        "MB new 1",
        "MB new 2",
        "arrow",
        "pandas",
        "check",
        "diff",
    )
    widths = (9, 7, 9, 9, 9, 9, 8, 9, 9, 7, 7, 7, 7)
    sys.stdout.write("Seconds of the processor, or MB. `making`: the papers' rows alone, without publishing.\n")
    sys.stdout.write(" ".join(head.rjust(width) for head, width in zip(heads, widths, strict=True)) + "\n")
    sys.stdout.flush()
    for size in sizes:
        subprocess.run([sys.executable, __file__, "--one", str(size)], check=True)


if __name__ == "__main__":
    main()
