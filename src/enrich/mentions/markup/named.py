"""Paragraphs that the markup of a page calls titles and authors, as pages made of a template have them.

In: blocks of a part. Out: the same, people below their titles; and whether titles are named so throughout the part, so
that no other paragraph states an item. Told by counting. Pure; cost is linear.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from enrich.mentions.markup.blocks import Block, Paragraph

_FEWEST, _NEARLY_ALL = 8, 0.85  # by judgement: fewer are chance


def put_people_below(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with the people right above titles set below these, where nearly all titles have theirs there."""
    titles = sum(calls(block, "title") for block in blocks)
    above = sum(_stand(a, b, "authors", "title") for a, b in pairwise(blocks))
    below = sum(_stand(a, b, "title", "authors") for a, b in pairwise(blocks))
    if above <= below or above < max(_FEWEST, _NEARLY_ALL * titles):
        return list(blocks)
    turned: list[Block] = []
    for block in blocks:
        if turned and _stand(turned[-1], block, "authors", "title"):
            turned.insert(-1, block)
        else:
            turned.append(block)
    return turned


def are_named(blocks: Sequence[Block]) -> bool:
    """Whether several paragraphs of a part are titles by the markup's word."""
    return sum(calls(block, "title") for block in blocks) >= _FEWEST


def calls(block: Block, hint: str) -> bool:
    """Whether the markup calls all words of a paragraph by one name."""
    return isinstance(block, Paragraph) and {run.hint for run in block.runs if run.text.strip()} == {hint}


def _stand(above: Block, below: Block, first: str, second: str) -> bool:
    return calls(above, first) and calls(below, second)
