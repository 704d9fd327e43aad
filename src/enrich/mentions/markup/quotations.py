"""What a page quotes below its papers: their abstracts, how to cite them, what it folds.

In: the blocks of a document. Out: the same, in place: paragraphs keep the mark of a quotation only where most of those
outside have one right below. Elsewhere it is a way to indent, or to set entries apart. Those that are BibTeX become
code, however the page hides or shows it; folds lose summaries that only shorten them. Cost is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from enrich.mentions.bibtex.reader import looks_like
from enrich.mentions.markup.model.blocks import (
    BREAK,
    Block,
    Code,
    Fold,
    Listing,
    Paragraph,
    Run,
    Table,
    plain,
    runs_of,
)
from enrich.mentions.shapes.words import capital_share

# By judgement: fewer are chance; some papers have none, others a remark as well; running words have few capitals.
_FEWEST, _SHARE, _NEARLY_ALL = 4, 0.5, 0.8
_SENTENCE, _CAPITALS = 15, 0.35

_SHORTENED = re.compile(r"(?P<front>.{4,}?)(?:\.\.\.|…)")


def settle_quotations(blocks: Sequence[Block]) -> None:
    """Takes the mark of a quotation off all paragraphs, but where most others have one right below, or where nearly all
    quotations stand right below others and are running words, as abstracts are."""
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    quoted = [block for block in paragraphs if block.quoted]
    below = [
        block
        for above, block in pairwise(blocks)
        if isinstance(above, Paragraph) and not above.quoted and isinstance(block, Paragraph) and block.quoted
    ]
    running = len(below) >= _NEARLY_ALL * len(quoted) and sum(map(_is_running, below)) >= _NEARLY_ALL * len(quoted)
    if len(below) < max(_FEWEST, 0 if running else _SHARE * (len(paragraphs) - len(quoted))):
        for block in quoted:
            block.quoted = False


def _is_running(paragraph: Paragraph) -> bool:
    """Whether the words of a paragraph are those of several sentences, not those of titles, people and places."""
    words = plain(paragraph.runs).split()
    return len(words) >= _SENTENCE and capital_share(words) <= _CAPITALS


def set_bibtex_as_code(blocks: list[Block]) -> None:
    """Puts code in the place of paragraphs that are BibTeX, however deep."""
    for below in _lists(blocks):
        for index, block in enumerate(below):
            if isinstance(block, Paragraph) and block.runs and block.runs[0].text.lstrip().startswith("@"):
                text = _as_typed(block.runs)
                below[index] = Code(block.runs[0].line, text) if looks_like(text) else block


def drop_shortened(blocks: list[Block]) -> None:
    """Takes the summaries of folds away that are but the first words of what they fold, "Accepted at the ..."."""
    folds = (block for below in _lists(blocks) for block in below if isinstance(block, Fold))
    for fold in folds:
        shown = _SHORTENED.fullmatch(plain(fold.summary))
        if shown and plain(list(runs_of(fold.blocks))).startswith(shown["front"].rstrip()):
            fold.summary.clear()


def _lists(blocks: list[Block]) -> Iterator[list[Block]]:
    """Every list of blocks in `blocks`, however deep."""
    stack = [blocks]
    while stack:
        below = stack.pop()
        yield below
        for block in below:
            match block:
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
