"""What a page quotes below its papers: their abstracts, and how to cite them.

In: the blocks of a document. Out: the same, in place: paragraphs keep the mark of a quotation only where most of those
outside have one right below. Elsewhere it is a way to indent, or to set entries apart. Those that are BibTeX become
code, however the page hides or shows it. Cost is linear.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from enrich.mentions.bibtex.reader import looks_like
from enrich.mentions.markup.model.blocks import BREAK, Block, Code, Fold, Listing, Paragraph, Run, Table

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


def set_bibtex_as_code(blocks: list[Block]) -> None:
    """Puts code in the place of paragraphs that are BibTeX, however deep."""
    stack = [blocks]
    while stack:
        below = stack.pop()
        for index, block in enumerate(below):
            match block:
                case Paragraph(runs=runs) if runs and runs[0].text.lstrip().startswith("@"):
                    text = _as_typed(runs)
                    below[index] = Code(runs[0].line, text) if looks_like(text) else block
                case Listing(entries=entries):
                    stack += [entry.blocks for entry in entries]
                case Table(rows=rows):
                    stack += [cell.blocks for row in rows for cell in row.cells]
                case Fold(blocks=inner):
                    stack.append(inner)


def _as_typed(runs: list[Run]) -> str:
    """The text of `runs` with its lines."""
    pieces, line = [], runs[0].line
    for run in runs:
        pieces += ["\n" * (run.line - line), "\n" if run.text == BREAK else run.text]
        line = max(line, run.line)
    return "".join(pieces)
