"""How fast documents are read: MB/s and mentions/s by family, at 1x, 4x and 16x the size, so that growth can be seen.

    python benchmarks/parse.py [--kilobytes 64]

Documents are made up here from a fixed seed. A cost that grows in line with size keeps MB/s level from 1x to 16x;
the last column is the time at 16x over 16 times the time at 1x.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections.abc import Callable
from typing import NamedTuple

from enrich.mentions import extract
from enrich.records import Document, DocumentKind

SIZES = (1, 4, 16)
WORDS = """coastal models of tidal energy under changing winds with sparse measurements from moored buoys and satellite
images for early warning in shallow basins a comparative study across three decades of seasonal observations""".split()  # noqa: SIM905
NAMES = ("Ana Costa", "Ben Duarte", "Eva Lund", "Jan Novak", "Mia Okafor", "Tom Reyes")
VENUES = ("ICRA", "VLDB", "CHI", "RSS", "UIST", "CCS")


def sentence(chance: random.Random, words: int) -> str:
    """A made-up sentence."""
    return " ".join(chance.choices(WORDS, k=words)).capitalize() + "."


def paper(chance: random.Random) -> dict[str, str]:
    """A made-up paper."""
    title = " ".join(chance.sample(WORDS, chance.randint(6, 11))).capitalize()
    return {
        "title": title,
        "authors": ", ".join(chance.sample(NAMES, 3)),
        "venue": chance.choice(VENUES),
        "year": str(chance.randint(1995, 2024)),
        "url": f"https://arxiv.org/abs/{chance.randint(10, 24)}01.{chance.randint(10000, 19999)}",
        "note": sentence(chance, 20),
        "abstract": " ".join(sentence(chance, 22) for _ in range(7)),
    }


class Family(NamedTuple):
    """How documents of one shape are written: their markup, what stands above and below the entries, and an entry."""

    kind: DocumentKind
    head: str
    entry: Callable[[dict[str, str]], str]
    foot: str = ""


FAMILIES: dict[str, Family] = {
    "markdown": Family(
        DocumentKind.MARKDOWN,
        "# Papers\n\n## All\n\n",
        lambda p: f"- [{p['venue']} {p['year']}] [{p['title']}]({p['url']}). {p['authors']}. {p['note']}\n",
    ),
    "html": Family(
        DocumentKind.HTML,
        "<html><body><h1>Papers</h1>\n<ul>\n",
        lambda p: f"<li><a href='{p['url']}'>{p['title']}</a>, {p['authors']}, <i>{p['venue']}</i> {p['year']}</li>\n",
        "</ul></body></html>\n",
    ),
    "bibtex": Family(
        DocumentKind.BIBTEX,
        "",
        lambda p: (
            f"@article{{k{p['url'][-5:]},\n  title = {{{p['title']}}},\n"
            f"  author = {{{p['authors'].replace(', ', ' and ')}}},\n"
            f"  journal = {{{p['venue']}}},\n  year = {{{p['year']}}},\n  abstract = {{{p['note']}}}\n}}\n\n"
        ),
    ),
    "text: tag, note": Family(
        DocumentKind.TEXT,
        "Papers\n\n",
        lambda p: f"- [{p['venue']} {p['year']}] {p['title']}. {p['note']} Code\n",
    ),
    "text: authors": Family(
        DocumentKind.TEXT,
        "Papers\n\n",
        lambda p: f"{p['title']}. {p['authors']}. {p['venue']} {p['year']}. [paper]\n",
    ),
    "text: citation": Family(
        DocumentKind.TEXT,
        "References\n\n",
        lambda p: f"[1] {p['authors']}. {p['title']}. In Proceedings of {p['venue']}, pages 1-9, {p['year']}.\n",
    ),
    "text: titles": Family(DocumentKind.TEXT, "Papers\n\n", lambda p: f"{p['title']}\n"),
    "text: table": Family(
        DocumentKind.TEXT,
        "Papers\n\nYear Title Venue Code\n",
        lambda p: f"{p['year']} {p['title']} {p['venue']} Code\n",
    ),
    "text: abstracts": Family(DocumentKind.TEXT, "", lambda p: f"{p['title']}\n\n{p['abstract']}\n\n"),
}


def make(family: str, size: int) -> Document:
    """A document of a family, of about `size` bytes."""
    chance = random.Random(size)
    kind, head, entry, foot = FAMILIES[family]
    parts, length = [head], len(head)
    while length < size:
        parts.append(entry(paper(chance)))
        length += len(parts[-1])
    text = "".join((*parts, foot))
    return Document("made", "made", kind, text, "", len(text.encode()))


def measure(document: Document) -> tuple[float, int]:
    """`(seconds of processor time, mentions)` of one reading: other programs on the machine do not count."""
    start = time.process_time()
    mentions = len(extract(document).mentions)
    return time.process_time() - start, mentions


def main() -> None:
    """Prints one line a family and size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kilobytes", type=int, default=64, help="size of the smallest document")
    kilobytes = parser.parse_args().kilobytes
    out = sys.stdout.write
    out(f"{'family':18}{'size':>6}{'MB':>8}{'seconds':>9}{'MB/s':>8}{'mentions/s':>12}{'growth':>8}\n")
    for family in FAMILIES:
        extract(make(family, 2_000))  # imports are not measured
        first = 0.0
        for size in SIZES:
            document = make(family, kilobytes * 1000 * size)
            seconds, mentions = measure(document)
            first = first or seconds
            megabytes = document.byte_count / 1e6
            growth = seconds / (size * first)
            out(
                f"{family:18}{size:>5}x{megabytes:>8.2f}{seconds:>9.2f}{megabytes / seconds:>8.2f}"
                f"{mentions / seconds:>12.0f}{growth:>8.2f}\n"
            )


if __name__ == "__main__":
    main()
