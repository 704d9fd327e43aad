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

from enrich.mentions import extract
from enrich.records import Document, DocumentKind

SIZES = (1, 4, 16)
WORDS = """coastal models of tidal energy under changing winds with sparse measurements from moored buoys and satellite
images for early warning in shallow basins a comparative study across three decades of seasonal observations""".split()  # noqa: SIM905
NAMES = ("Ana Costa", "Ben Duarte", "Eva Lund", "Jan Novak", "Mia Okafor", "Tom Reyes")
VENUES = ("ICRA", "VLDB", "CHI", "RSS", "UIST", "CCS")


def paper(chance: random.Random) -> dict[str, str]:
    """A made-up paper."""
    title = " ".join(chance.sample(WORDS, chance.randint(6, 11))).capitalize()
    return {
        "title": title,
        "authors": ", ".join(chance.sample(NAMES, 3)),
        "venue": chance.choice(VENUES),
        "year": str(chance.randint(1995, 2024)),
        "url": f"https://arxiv.org/abs/{chance.randint(10, 24)}01.{chance.randint(10000, 19999)}",
        "note": " ".join(chance.choices(WORDS, k=20)).capitalize() + ".",
    }


FAMILIES: dict[DocumentKind, tuple[str, Callable[[dict[str, str]], str], str]] = {
    DocumentKind.MARKDOWN: (
        "# Papers\n\n## All\n\n",
        lambda p: f"- [{p['venue']} {p['year']}] [{p['title']}]({p['url']}). {p['authors']}. {p['note']}\n",
        "",
    ),
    DocumentKind.HTML: (
        "<html><body><h1>Papers</h1>\n<ul>\n",
        lambda p: f"<li><a href='{p['url']}'>{p['title']}</a>, {p['authors']}, <i>{p['venue']}</i> {p['year']}</li>\n",
        "</ul></body></html>\n",
    ),
    DocumentKind.BIBTEX: (
        "",
        lambda p: (
            f"@article{{k{p['url'][-5:]},\n  title = {{{p['title']}}},\n"
            f"  author = {{{p['authors'].replace(', ', ' and ')}}},\n"
            f"  journal = {{{p['venue']}}},\n  year = {{{p['year']}}},\n  abstract = {{{p['note']}}}\n}}\n\n"
        ),
        "",
    ),
    DocumentKind.TEXT: (
        "Papers\n\n",
        lambda p: f"- [{p['venue']} {p['year']}] {p['title']}. {p['note']} Code\n",
        "",
    ),
}


def make(kind: DocumentKind, size: int) -> Document:
    """A document of a family, of about `size` bytes."""
    chance = random.Random(size)
    head, entry, foot = FAMILIES[kind]
    parts, length = [head], len(head)
    while length < size:
        parts.append(entry(paper(chance)))
        length += len(parts[-1])
    text = "".join((*parts, foot))
    return Document("made", "made", kind, text, "", len(text.encode()))


def measure(document: Document) -> tuple[float, int]:
    """`(seconds, mentions)` of one reading."""
    start = time.perf_counter()
    mentions = len(extract(document).mentions)
    return time.perf_counter() - start, mentions


def main() -> None:
    """Prints one line a family and size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kilobytes", type=int, default=64, help="size of the smallest document")
    kilobytes = parser.parse_args().kilobytes
    out = sys.stdout.write
    out(f"{'family':10}{'size':>6}{'MB':>8}{'seconds':>9}{'MB/s':>8}{'mentions/s':>12}{'growth':>8}\n")
    for kind in FAMILIES:
        extract(make(kind, 2_000))  # imports are not measured
        first = 0.0
        for size in SIZES:
            document = make(kind, kilobytes * 1000 * size)
            seconds, mentions = measure(document)
            first = first or seconds
            megabytes = document.byte_count / 1e6
            growth = seconds / (size * first)
            out(
                f"{kind.value:10}{size:>5}x{megabytes:>8.2f}{seconds:>9.2f}{megabytes / seconds:>8.2f}"
                f"{mentions / seconds:>12.0f}{growth:>8.2f}\n"
            )


if __name__ == "__main__":
    main()
