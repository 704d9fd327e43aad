"""Lists of two levels that have the papers on the lower one: "(Some University) [Paper]" above "J. Roe, *Title*, ICRA".

In: the blocks of a document. Out: the same, in place: where nearly all entries with a list below them are such, those
give way to their papers. The first takes over their links, all of them their venue and year. Told by counting over all
lists. A list inside an entry on the same line is a marker more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from enrich.mentions.entries.tops import is_framed, is_paper_below, top_of
from enrich.mentions.markup.model.blocks import Block, Entry, Fold, Listing, Paragraph, Run, lines_of, plain, runs_of
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
    tops = {id(listing.entries[at]): tag for (listing, at), tag in zip(nested, tags, strict=True) if tag is not None}
    for listing in {id(listing): listing for listing, _ in nested}.values():
        lowered: list[Entry] = []
        for entry in listing.entries:
            papers = _papers_of(entry, tops.get(id(entry)))
            lines |= lines_of(entry.blocks[:1]) if papers else set()
            lowered += papers or [entry]
        listing.entries[:] = lowered
    return lines


def join_markers(blocks: Sequence[Block]) -> None:
    """Makes one entry, in place, of those with a second marker in front, which sets some off: "- * A Title"."""
    for listing in _listings(blocks):
        for entry in listing.entries:
            match entry.blocks:
                case [Listing(entries=[only]), *rest] if only.line == entry.line:
                    entry.blocks[:] = [*only.blocks, *rest]


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
    return len(_starts(entry, tag)) == 1


def _starts(entry: Entry, tag: Tag | None) -> list[int]:
    """Where papers begin in the list below an entry that states `tag`, if one comes first there."""
    texts = [_text(inner) for inner in below.entries] if tag and (below := _below(entry)) else []
    if not tag or not texts or not is_paper_below(texts[0], tag):
        return []
    return [0, *(at for at, text in enumerate(texts[1:], start=1) if is_paper_below(text, Tag()))]


def _text(entry: Entry) -> str:
    first = entry.blocks[0] if entry.blocks else None
    return plain(first.runs) if isinstance(first, Paragraph) else ""


def _papers_of(entry: Entry, tag: Tag | None) -> list[Entry]:
    """The papers below an entry that states `tag`, with its venue and year, and its links, behind the words."""
    below, starts = _below(entry), _starts(entry, tag)
    if below and _text(below.entries[0]) and is_framed(_text(entry)):
        starts = starts or [0]  # a paper of another shape
    if tag is None or below is None or not starts:
        return []
    papers = []
    for start, end in zip(starts, [*starts[1:], len(below.entries)], strict=True):
        links = [run for run in runs_of(entry.blocks[:1]) if run.url] if start == 0 else []
        papers.append(_lowered(below.entries[start:end], tag, links))
    return papers


def _lowered(entries: Sequence[Entry], tag: Tag, links: Sequence[Run]) -> Entry:
    """One paper of `entries`, with a venue, a year and links behind the words of the first."""
    first = entries[0]
    words = first.blocks[0]
    assert isinstance(words, Paragraph)
    stated = " ".join(str(part) for part in (tag.venue, tag.year) if part)
    place = [Run(f" ({stated})", words.line)] if stated else []
    linked = [run for link in links for run in (Run(" ", link.line), link)]
    rest = [Listing(entries[1].line, list(entries[1:]))] if len(entries) > 1 else []
    return Entry(first.line, [Paragraph(words.line, [*words.runs, *place, *linked]), *first.blocks[1:], *rest])
