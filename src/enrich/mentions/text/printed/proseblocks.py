"""Blocks of rows between blank lines or rules: which are sentences, hard-wrapped wherever it may be, and which facts.

In: rows. Out: blocks, and what each is by its own lines. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from enrich.mentions.entries.details import RowKind, kind_of_row
from enrich.mentions.shapes.words import capital_share, first_word, has_letters
from enrich.mentions.text.wrapped.partings import breaks_off

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

Block = list["Row"]

# By judgement; sentences of an abstract are in small letters, and most of their lines end in the midst of a phrase.
_WORDS, _SMALL, _BROKEN_SHARE = 12, 0.5, 0.3
_FEW_WORDS, _MOST_LINES = 4, 60  # longer blocks say nothing new
_SENTENCES = frozenset({RowKind.PROSE, RowKind.LABELLED})
_STOPS = frozenset(".!?")
_RULES = frozenset("=-~*_#")
_FACTS = frozenset({RowKind.LINKS, RowKind.DATE, RowKind.VENUE})
_LONGEST_FACT, _LONGEST = 8, 6000  # words; characters
_FORMULA = re.compile(r"\$\$|\\\[|\\begin\b|\$[^$]+\$[.,;]?$")


def parted(rows: Sequence[Row]) -> Iterator[Block]:
    """Rows from a blank line on, up to the next; rules, and facts on top of a block or at its end, by themselves."""
    block: Block = []
    for at, row in enumerate(rows):
        if row.gap and block and _goes_on(block[-1].text, row):
            block.append(row)
            continue
        edge = row.gap or at + 1 == len(rows) or rows[at + 1].gap
        alone = _is_rule(row.text) or (edge and _is_fact(row))
        if block and (row.gap or alone):
            yield block
            block = []
        if alone:
            yield [row]
        else:
            block.append(row)
    if block:
        yield block


def _goes_on(above: str, row: Row) -> bool:
    """Whether a row is a formula, or goes on in a sentence that one has parted."""
    word = first_word(row.text)
    rest = word.isalpha() and word.islower() and above[-1:] not in _STOPS
    return _FORMULA.match(row.text) is not None or (rest and not row.marker)


def are_facts(block: Block) -> bool:
    """Whether a block is a rule, or states but links, a day or where a paper appeared."""
    return len(block) == 1 and (_is_rule(block[0].text) or _is_fact(block[0]))


def is_prose(block: Block) -> bool:
    """Whether a block is of sentences in small letters, its lines broken in their midst."""
    block = block[:_MOST_LINES]
    text = " ".join(row.text for row in block)[:_LONGEST]
    words = text.split()
    if len(words) < _WORDS or capital_share(words) > _SMALL:
        return False
    broken = sum(not row.marker and breaks_off(above, row) for above, row in pairwise(block))
    return broken >= _BROKEN_SHARE * (len(block) - 1) and kind_of_row(text) in _SENTENCES


def is_sentence(block: Block) -> bool:
    """Whether a block ends as sentences do and is in small letters: what is no title where titles end otherwise."""
    words = [word for row in block for word in row.text.split()]
    ends = len(words) >= _FEW_WORDS and (words[-1].endswith(".") or "://" in words[-1])
    return ends and capital_share(words) <= _SMALL


def _is_rule(text: str) -> bool:
    return not has_letters(text) and not text.strip("".join(_RULES))


def _is_fact(row: Row) -> bool:
    """Whether a row is a number, a link, a day or a venue with its year: words alone go on in a sentence."""
    stated = "://" in row.text or any(map(str.isdigit, row.text))
    short = len(row.text) <= _LONGEST and len(row.text.split()) <= _LONGEST_FACT
    return not has_letters(row.text) or (short and stated and kind_of_row(row.text) in _FACTS)
