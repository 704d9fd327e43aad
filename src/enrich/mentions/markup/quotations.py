"""Quotations that a page sets below its papers: their abstracts.

In: the blocks of a document. Out: the same, in place: paragraphs keep the mark of a quotation only where most of those
outside have one right below. Elsewhere it is a way to indent, or to set entries apart. Cost is linear.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from enrich.mentions.markup.model.blocks import Block, Paragraph

_FEWEST, _SHARE = 4, 0.5  # by judgement: fewer are chance; some papers have none, others a remark as well


def settle_quotations(blocks: Sequence[Block]) -> None:
    """Takes the mark of a quotation off all paragraphs, but where most others have one right below."""
    outside = sum(isinstance(block, Paragraph) and not block.quoted for block in blocks)
    below = sum(
        isinstance(above, Paragraph) and not above.quoted and isinstance(block, Paragraph) and block.quoted
        for above, block in pairwise(blocks)
    )
    if below >= max(_FEWEST, _SHARE * outside):
        return
    for block in blocks:
        if isinstance(block, Paragraph):
            block.quoted = False
