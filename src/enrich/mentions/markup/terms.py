"""Lists of terms whose terms are no titles: a day, or a week, with the papers that are read then as its definitions.

In: the blocks of a document. Out: the same, in place: what stands below such terms is a list of its own, as it would be
below the entries of other lists. Told by counting over all lists: below most of such terms papers are cited.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from enrich.mentions.markup.blocks import Block, Entry, Fold, Listing, Paragraph, plain
from enrich.mentions.markup.pieces import cites
from enrich.mentions.shapes.phrases import title_like

_FEWEST, _SHARE = 3, 0.5  # by judgement: some days have no reading
_TERM_WORDS = 4


def group_terms(blocks: Sequence[Block]) -> None:
    """Makes lists of what stands below short terms, where most of them have papers below them."""
    terms = [entry for entry in _entries(blocks) if _is_term(entry)]
    if sum(map(_has_papers, terms)) < max(_FEWEST, _SHARE * len(terms)):
        return
    for term in terms:
        below = term.blocks[1:]
        term.blocks[1:] = [Listing(below[0].line, [Entry(block.line, [block]) for block in below])]


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
