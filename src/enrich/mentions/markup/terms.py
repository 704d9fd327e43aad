"""Lists of terms whose terms are no titles: a day, or a week, with the papers that are read then as its definitions.

In: the blocks of a document. Out: the same, in place: what stands below such terms is a list of its own, as it would be
below the entries of other lists. Told by counting over all lists: below most of such terms papers are cited. What
follows a paper there and has no title set apart is more about it: an abstract, a remark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from enrich.mentions.markup.blocks import Block, Entry, Fold, Listing, Paragraph, plain
from enrich.mentions.markup.flow import flow_of
from enrich.mentions.markup.marked import find_title
from enrich.mentions.markup.pieces import MARKED, cites
from enrich.mentions.shapes.phrases import title_like
from enrich.mentions.shapes.tags import parse_year

_FEWEST, _SHARE = 3, 0.5  # by judgement: some days have no reading
_TERM_WORDS = 4


def group_terms(blocks: Sequence[Block]) -> None:
    """Makes lists of what stands below short terms, where most of them have papers below them."""
    terms = [entry for entry in _entries(blocks) if _is_term(entry)]
    if sum(map(_has_papers, terms)) < max(_FEWEST, _SHARE * len(terms)):
        return
    for term in terms:
        if entries := _papers_below(term):
            first = next(place for place, block in enumerate(term.blocks) if block is entries[0].blocks[0])
            _add_year(term.blocks[0], entries)
            term.blocks[first:] = [Listing(entries[0].line, entries)]


def _papers_below(term: Entry) -> list[Entry]:
    """What stands below a term, as an entry for each block with a title that is set apart, and what follows it."""
    entries: list[Entry] = []
    for block in term.blocks[1:]:
        if isinstance(block, Paragraph) and find_title(flow_of(block.runs))[1] in MARKED:
            entries.append(Entry(block.line, [block]))
        elif entries:
            entries[-1].blocks.append(block)
    return entries


def _add_year(term: Block, entries: Sequence[Entry]) -> None:
    """Puts a term that is a year in front of each entry: it is said of them all."""
    if isinstance(term, Paragraph) and parse_year(plain(term.runs).strip(" .:")):
        for entry in entries:
            entry.blocks.insert(0, term)


def _entries(blocks: Sequence[Block]) -> Iterator[Entry]:
    for block in blocks:
        match block:
            case Listing(entries=entries):
                yield from entries
            case Fold(blocks=inner):
                yield from _entries(inner)


def _is_term(entry: Entry) -> bool:
    """Whether paragraphs stand below a first one of a few words that are no title."""
    paragraphs = [block for block in entry.blocks if isinstance(block, Paragraph)]
    if len(paragraphs) < 2 or len(paragraphs) < len(entry.blocks):
        return False
    words = plain(paragraphs[0].runs)
    return 0 < len(words.split()) <= _TERM_WORDS and not title_like(words)


def _has_papers(term: Entry) -> bool:
    return any(isinstance(block, Paragraph) and cites(block.runs) for block in term.blocks[1:])
