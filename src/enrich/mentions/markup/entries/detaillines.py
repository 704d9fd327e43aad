"""The lines below an item's title, as blocks, line breaks and, around people, the lines of the document part them.
Pure."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, takewhile

from enrich.mentions.markup.labels import fields_of
from enrich.mentions.markup.model.blocks import (
    Block,
    Code,
    Fold,
    Heading,
    Listing,
    Paragraph,
    Run,
    Table,
    plain,
    runs_of,
)
from enrich.mentions.shapes.names import NO, author_likeness

_CALLED = frozenset({"authors", "venue", "year"})  # of the hints, the facts that share a line


def lines_below(blocks: list[Block]) -> list[list[Run]]:
    """The runs below `blocks`, parted where blocks and line breaks part them."""
    lines: list[list[Run]] = []
    for block in blocks:
        if isinstance(block, Code):
            continue
        for group in _groups(block):
            lines.append([])
            for run in group:
                if run.text == "\n":
                    lines.append([])
                else:
                    lines[-1].append(run)
    return [part for line in lines if line for part in _people_first(line)]


def _people_first(runs: list[Run]) -> list[list[Run]]:
    """The runs of a line, those of its people apart if they stand on a line of their own in the document: for Markdown
    that ends no line."""
    first = list(takewhile(lambda run: run.line == runs[0].line, runs))
    names, rest = plain(first).rstrip(), runs[len(first) :]
    named = rest and author_likeness(names) != NO and not names.endswith((",", ";", "&", " and"))
    return [first, rest] if named and author_likeness(plain(runs)) == NO else [runs]


def _groups(block: Block) -> list[list[Run]]:
    match block:
        case Paragraph(runs=runs) | Heading(runs=runs):
            return [runs]
        case Listing(entries=entries):
            return [group for entry in entries for inner in entry.blocks for group in _groups(inner)]
        case Fold(summary=summary, blocks=inner):
            return [summary, *(group for each in inner for group in _groups(each))]
        case Table():
            return fields_of(block) or [list(runs_of([block]))]
        case _:
            return []


def by_name(runs: list[Run]) -> Iterator[list[Run]]:
    """The runs of a line, parted where the markup calls them by another name: people, then the day, then the venue."""
    for _, same in groupby(runs, key=lambda run: run.hint if run.hint in _CALLED else ""):
        yield list(same)
