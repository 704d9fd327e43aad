"""Parts that are folded away: those below the titles of papers, and what others say about the paper above them.

In: blocks of a part. Out: which folds are of papers, and their details in the item. Cost is linear.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from enrich.mentions.entries.parts import Style
from enrich.mentions.items import Item
from enrich.mentions.markup.cards import names_authors
from enrich.mentions.markup.entries import details
from enrich.mentions.markup.headings import title_headings
from enrich.mentions.markup.labels import folds_abstract
from enrich.mentions.markup.model.blocks import Block, Fold, Heading, Paragraph, runs_of

_FEWEST, _NEARLY_ALL, _MOST = 4, 0.85, 0.5  # by judgement


def titled_folds(blocks: Sequence[Block], common: Style) -> set[int]:
    """The indexes of the folds whose summaries are titles, as headings would be over what they fold, where nearly all
    are: people, places, abstracts. Questions, topics and chapters fold other things; where most folds begin with
    people, one without people and links does, too: "How this list is kept"."""
    folds = {at: block for at, block in enumerate(blocks) if isinstance(block, Fold)}
    parts: list[Block] = []
    headings: dict[int, int] = {}
    for at, fold in folds.items():
        headings[len(parts)] = at
        parts += [Heading(fold.line, 1, fold.summary), *_inner(fold)]
    found = title_headings(parts, common) & headings.keys() if len(folds) >= _FEWEST else set()
    if len(found) < _NEARLY_ALL * len(folds):
        return set()
    titled = {headings[place] for place in found}
    credited = {at for at in titled if names_authors(folds[at].blocks)}
    linked = {at for at in titled if any(run.url for run in runs_of(folds[at].blocks))}
    return credited | linked if len(credited) > _MOST * len(titled) else titled


def lift_folds(blocks: Sequence[Block], folds: Collection[int]) -> list[Block]:
    """The blocks, with lesser headings in the places `folds`: what stands above them heads sections."""
    lowest = max((block.level for block in blocks if isinstance(block, Heading)), default=0)
    return [
        Heading(block.line, lowest + 1, block.summary) if at in folds and isinstance(block, Fold) else block
        for at, block in enumerate(blocks)
    ]


def add_titled(item: Item, fold: Fold) -> None:
    """Gives an item what stands in the fold that it is the title of."""
    inner = _inner(fold)
    details.add_details(item, [block for block in inner if not isinstance(block, Fold)])
    for block in inner:
        if isinstance(block, Fold):
            add_folded(item, block)


def add_folded(item: Item, fold: Fold) -> None:
    """Gives an item what a fold below it holds: its abstract, or whatever details."""
    if folds_abstract(fold):
        item.abstract = item.abstract or " ".join("".join(run.text for run in runs_of(fold.blocks)).split())
    else:
        details.add_details(item, fold.blocks)


def _inner(fold: Fold) -> list[Block]:
    """What a fold holds, its headings as paragraphs: they name parts of what is said."""
    return [Paragraph(block.line, block.runs) if isinstance(block, Heading) else block for block in fold.blocks]
