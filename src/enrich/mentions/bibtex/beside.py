"""BibTeX entries that a page quotes below its own items: they are of these, and no further ones. Pure."""

from __future__ import annotations

from enrich.mentions.items import Draft, Item
from enrich.mentions.shapes.words import letters_of

# What an entry gives the item above it, where that has none; its links and files come on top.
_STATED = ("year", "venue", "authors", "keywords", "description", "abstract", "kind")


def join_quoted(draft: Draft, quoted: list[Item]) -> None:
    """Gives what `quoted` entries state to the items of the draft right above them that have the same title, wherever
    its lines were broken."""
    own, again = set(map(id, quoted)), set()
    above: Item | None = None
    for item in sorted(draft.items, key=lambda each: each.line):
        if id(item) not in own:
            above = item
        elif above and take_quoted(above, item):
            again.add(id(item))
    draft.items = [item for item in draft.items if id(item) not in again]


def take_quoted(above: Item, quoted: Item) -> bool:
    """Gives what a quoted entry states to the item above it, if it has the same title; whether it has."""
    if letters_of(above.title) != letters_of(quoted.title):
        return False
    for stated in _STATED:
        setattr(above, stated, getattr(above, stated) or getattr(quoted, stated))
    above.links, above.files = [*above.links, *quoted.links], [*above.files, *quoted.files]
    return True
