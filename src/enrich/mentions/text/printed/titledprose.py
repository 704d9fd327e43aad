"""Records of a title and its abstract, hard-wrapped and parted by blank lines, as scripts print them.

Each abstract may be wrapped at a column of its own and hold paragraphs, lists and formulae; what tells the page is that
its blocks take turns: a title of a few full lines, then sentences that are broken over lines. Where records stand
further apart than the blocks in them, that tells titles whatever stands below. In: rows. Out: rows, one a title or a
block of its abstract; none where the page is not of this kind. Pure; cost is linear.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from enrich.mentions.shapes.tags import find_year
from enrich.mentions.shapes.words import capital_share, first_word, has_letters, has_words
from enrich.mentions.text.printed.booklets import names_or_breaks_off
from enrich.mentions.text.printed.proseblocks import Block, are_facts, is_prose, is_sentence, parted

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

# By judgement: fewer are chance; a page has a few headings, and records without an abstract.
_FEWEST, _SHARE = 8, 0.85
_SURE = 0.2  # of the abstracts are surely none but sentences
_SEVERAL = 0.5  # of the abstracts have several lines; where fewer have, nothing needs to be joined
_TITLE_LINES, _TITLE_WORDS, _USUAL_WORDS = 4, 2, 4  # headings of sections have fewer than most titles
_HEADING_WORDS, _CAPITALS, _WIDEST = 5, 0.5, 400  # words; columns of a title
_FULL = 14  # columns in front of the edge of its page at which a title may break
_FEWEST_SAME = 3  # "(no abstract)"
_ODD = 0.3  # of the records; headings, and records without an abstract
_OPEN, _CLOSED = ".:;,", ":;,"  # what titles never end in, on pages that set none behind them or do


def join_titled_prose(rows: list[Row]) -> list[Row]:
    """The rows with the lines of each title and of each block of an abstract joined; none if it is no such page."""
    blocks = list(parted(rows))
    if len(blocks) < 2 * _FEWEST or sum(len(block) > 1 for block in blocks) < _FEWEST:
        return []
    for never in (_OPEN, _CLOSED):
        page = _Page(blocks, never)
        for titles in (page.apart(), page.above()):
            if page.are_told(titles):
                return list(page.joined(titles))
    return []


class _Page:
    """The blocks of a page, and which of them hold sentences, or but facts beside them. No title ends in one of the
    signs `never`."""

    def __init__(self, blocks: Sequence[Block], never: str) -> None:
        self.blocks, self.never = blocks, never
        again = Counter(_text_of(block) for block in blocks)
        self.facts = [are_facts(block) for block in blocks]
        self.sure = [not fact and is_prose(block) for block, fact in zip(blocks, self.facts, strict=True)]
        said = [again[_text_of(block)] >= _FEWEST_SAME or ("." in never and is_sentence(block)) for block in blocks]
        self.prose = [sure or each for sure, each in zip(self.sure, said, strict=True)]
        words = [at for at, fact in enumerate(self.facts) if not fact]
        self.below = dict(pairwise(words))  # the next block of words

    def apart(self) -> list[int]:
        """The blocks that stand further from those above than others do, as often as there are records."""
        gaps = Counter(block[0].gap for at, block in enumerate(self.blocks) if at and at in self.below)
        often = [gap for gap, count in gaps.items() if count >= _FEWEST]
        widest = max(often, default=0)
        return [at for at in self.below if at == 0 or self.blocks[at][0].gap >= widest] if len(often) > 1 else []

    def above(self) -> list[int]:
        """The blocks right above an abstract that may be titles. What may be none but stands below a title is its
        abstract, and so is what begins a list."""
        above = [at for at in self.below if self.prose[self.below[at]] and self._may_be_title(at)]
        marked = 2 * sum(bool(self.blocks[at][0].marker) for at in above) > len(above)
        blocks = range(len(self.blocks))
        likely = {at for at in blocks if self._may_be_title(at) and bool(self.blocks[at][0].marker) == marked}
        return sorted(at for at in likely if at in self.below and self.below[at] not in likely)

    def _may_be_title(self, at: int) -> bool:
        block, text = self.blocks[at], self.blocks[at][-1].text
        told = not (self.prose[at] or self.facts[at]) and len(block) <= _TITLE_LINES and block[0].end <= _WIDEST
        return told and has_letters(text) and text[-1:] not in self.never and has_words(_text_of(block), _TITLE_WORDS)

    def are_told(self, titles: Sequence[int]) -> bool:
        """Whether nearly all of these blocks are titles right above their abstract, with hardly any names or years,
        and nearly all abstracts have one."""
        told = [at for at in titles if at in self.below and self._may_be_title(at)]
        above = [at for at in told if self.prose[self.below[at]]]
        if len(told) < _SHARE * len(titles) or len(above) < max(_FEWEST, _SHARE * len(titles)):
            return False
        sure = sum(self.sure[self.below[at]] for at in above)
        several = sum(len(self.blocks[self.below[at]]) > 1 for at in above)
        words = sorted(len(_text_of(self.blocks[at]).split()) for at in above)
        if sure < max(_FEWEST, _SURE * len(above)) or several < max(_FEWEST, _SEVERAL * len(above)):
            return False
        if words[len(words) // 2] < _USUAL_WORDS:
            return False
        tops = [self.blocks[at] for at in above]
        lines = [row.text for block in tops for row in block]
        stated = sum(names_or_breaks_off(line) or find_year(line) is not None for line in lines)
        return stated <= (1 - _SHARE) * len(lines) and _are_full(tops) and self._are_beneath(set(titles))

    def _are_beneath(self, titles: set[int]) -> bool:
        """Whether hardly any blocks between the records look like further titles."""
        odd = sum(at > min(titles) and at not in titles and self._may_be_title(at) for at in self.below)
        return odd <= _ODD * len(titles)

    def joined(self, titles: Sequence[int]) -> Iterator[Row]:
        """The rows, one for each block from the first title on. What looks like a title above another has no abstract,
        or is a heading where it is of a few words, and goes on in the abstract where they are in small letters."""
        tops, begun = set(titles), False
        for at, block in enumerate(self.blocks):
            begun = begun or at in tops
            if not begun or self.facts[at]:
                yield from block
                continue
            row = _whole(block)
            untold = at not in tops and self.below.get(at) in tops and self._may_be_title(at)
            row.prose = not (at in tops or untold)
            row.titled = at in tops or (untold and _is_in_capitals(row.text))
            yield row


def _text_of(block: Block) -> str:
    return " ".join(row.text for row in block)


def _is_in_capitals(text: str) -> bool:
    return has_words(text, _HEADING_WORDS) and capital_share(text.split()) > _CAPITALS


def _whole(block: Block) -> Row:
    """One row of a block; lists within it are told by their signs alone."""
    first, *others = block
    for row in others:
        if row.marker:
            row.text, row.marker = f"{row.marker} {row.text}", ""
        first.append(row)
    first.whole = True
    return first


def _are_full(tops: Sequence[Block]) -> bool:
    """Whether lines of titles are followed by others only where these found no room."""
    pairs = [(above, row) for block in tops for above, row in pairwise(block)]
    edge = max((above.end for above, _ in pairs), default=0)
    full = sum(above.end + 1 + len(first_word(row.text)) > edge - _FULL and not row.marker for above, row in pairs)
    return full >= _SHARE * len(pairs)
