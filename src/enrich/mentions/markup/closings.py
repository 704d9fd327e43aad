"""What the entries of all lists of a document have in common, however short each list is: the venues they end in.

In: the blocks of a document. Out: those venues, in small letters. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from enrich.mentions.entries.ends import last_phrase, learn_ends
from enrich.mentions.markup.blocks import Block, Entry, Fold, Listing, Paragraph, Run
from enrich.mentions.markup.entry import LONGEST_ENTRY
from enrich.mentions.markup.flow import flow_of
from enrich.mentions.shapes.names import STRONG, author_likeness
from enrich.mentions.shapes.phrases import title_like

_SAMPLE = 300  # entries; more say nothing new


def learn_closings(blocks: Sequence[Block]) -> frozenset[str]:
    """What comes again behind the titles of entries: venues without a year."""
    heads = [head for runs in _first_words(blocks) if (head := _head(runs))]
    return learn_ends(heads[:: max(1, len(heads) // _SAMPLE)])


def _first_words(blocks: Sequence[Block | Entry]) -> Iterator[list[Run]]:
    """The inline runs that the entries of all lists below `blocks` begin with."""
    stack = [iter(blocks)]
    while stack:
        match next(stack[-1], None):
            case None:
                stack.pop()
            case Listing(entries=entries):
                stack.append(iter(entries))
            case Entry(blocks=inner):
                if inner and isinstance(inner[0], Paragraph):
                    yield inner[0].runs
                stack.append(iter(inner))
            case Fold(blocks=inner):
                stack.append(iter(inner))


def _head(runs: list[Run]) -> str:
    """The words that no markup sets apart, up to the first link; "" where they are no title, or end in names."""
    if any(run.hint or run.strong for run in runs):
        return ""
    flow = flow_of(runs)
    head = flow.text[: next((anchor.start for anchor in flow.anchors()), LONGEST_ENTRY)].strip(" [(|,;•·\n")
    if "\n" in head or not title_like(head):
        return ""
    front, end = last_phrase(head)
    return "" if author_likeness(f"{last_phrase(front)[1]}, {end}") == STRONG else head
