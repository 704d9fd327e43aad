"""Lists of two levels that have the papers on the lower one: "(Some University) [Paper]" above "J. Roe, *Title*, ICRA".

In: the blocks of a document. Out: the same, in place: where nearly all entries with a list below them are such, each
gives way to its paper, which takes over its links, venue and year. Told by counting over all lists.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from enrich.mentions.entries.tops import is_paper_below, top_of
from enrich.mentions.markup.blocks import Block, Entry, Fold, Listing, Paragraph, Run, lines_of, plain
from enrich.mentions.shapes.tags import Tag

_FEWEST, _SHARE = 3, 0.8  # by judgement: titles that look like labels stand among others that are longer


def lower_papers(blocks: Sequence[Block]) -> set[int]:
    """Puts papers into the place of the entries above them; the source lines of those entries."""
    found = [(listing, at) for listing in _listings(blocks) for at in range(len(listing.entries))]
    nested = [(listing, at) for listing, at in found if _below(listing.entries[at])]
    tags = [top_of(_text(listing.entries[at])) for listing, at in nested]
    over = sum(_stands_over_paper(listing.entries[at], tag) for (listing, at), tag in zip(nested, tags, strict=True))
    if over < max(_FEWEST, _SHARE * len(nested)):
        return set()
    lines: set[int] = set()
    for (listing, at), tag in zip(nested, tags, strict=True):
        if tag is not None:
            lines |= lines_of(listing.entries[at].blocks[:1])
            listing.entries[at] = _lowered(listing.entries[at], tag)
    return lines


def _listings(blocks: Sequence[Block]) -> Iterator[Listing]:
    """The lists of a document that are not inside of others."""
    stack = list(reversed(blocks))
    while stack:
        match stack.pop():
            case Listing() as listing:
                yield listing
            case Fold(blocks=inner):
                stack.extend(reversed(inner))


def _below(entry: Entry) -> Listing | None:
    """The list right below the one paragraph of an entry."""
    match entry.blocks:
        case [Paragraph(), Listing(entries=[_, *_]) as listing]:
            return listing
    return None


def _stands_over_paper(entry: Entry, tag: Tag | None) -> bool:
    """Whether a paper comes first below an entry that states `tag`, and no other paper behind it."""
    texts = [_text(inner) for inner in below.entries] if tag and (below := _below(entry)) else []
    if not tag or not texts or not is_paper_below(texts[0], tag):
        return False
    return not any(is_paper_below(text, Tag()) for text in texts[1:])


def _text(entry: Entry) -> str:
    first = entry.blocks[0] if entry.blocks else None
    return plain(first.runs) if isinstance(first, Paragraph) else ""


def _lowered(entry: Entry, tag: Tag) -> Entry:
    """The paper below an entry, with its links, venue and year behind the words."""
    below = _below(entry)
    top, words = entry.blocks[0], below.entries[0].blocks[0] if below else None
    if not below or not isinstance(top, Paragraph) or not isinstance(words, Paragraph):
        return entry
    stated = " ".join(str(part) for part in (tag.venue, tag.year) if part)
    place = [Run(f" ({stated})", top.line)] if stated else []
    links = [run for link in top.runs if link.url for run in (Run(" ", link.line), link)]
    rest = [Listing(below.line, below.entries[1:])] if len(below.entries) > 1 else []
    paragraph = Paragraph(words.line, [*words.runs, *place, *links])
    return Entry(below.entries[0].line, [paragraph, *below.entries[0].blocks[1:], *rest])
