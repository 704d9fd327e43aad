"""Menus that a site prints around its page, where they were read as items.

In: the draft of a page. Out: the same draft without the first and the last of its items, where those are short words
and state nothing, and nearly all items between state something. Pure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from statistics import median

from enrich.mentions.items import Draft, Item
from enrich.records import LineClass

# By judgement: a menu has more links than a list has titles without facts at its end; most are as short as this, which
# few titles are, and hardly one looks like a name or a date.
_FEWEST_LINKS, _LINK_WORDS, _SHARE, _MOST_STATING = 6, 4, 0.5, 0.34
# Items that tell what is usual on a page, the kinds of facts most of them state, and the share that makes them usual.
_FEWEST_ITEMS, _FEWEST_KINDS, _USUAL = 8, 2, 0.8
_TITLE_WORDS = 6


def drop_menus(draft: Draft) -> None:
    """Takes the items in front of the first that states what is usual, and those behind the last, out of `draft`, with
    a note at their lines, if they look like menus."""
    items = sorted(draft.items, key=lambda item: item.line)
    stated = [_facts(item) for item in items]
    counts = Counter(fact for facts in stated for fact in facts)
    usual = {fact for fact, count in counts.items() if count > _SHARE * len(items)}
    told = [at for at, facts in enumerate(stated) if usual <= facts]
    if len(usual) < _FEWEST_KINDS or len(told) < _FEWEST_ITEMS or len(told) < _USUAL * (told[-1] + 1 - told[0]):
        return
    if median(len(items[at].title.split()) for at in told) < _TITLE_WORDS:
        return
    outside = [part for part in (items[: told[0]], items[told[-1] + 1 :]) if _is_menu(part)]
    gone = {id(item): item for part in outside for item in part}
    draft.items = [item for item in draft.items if id(item) not in gone]
    for item in gone.values():
        draft.note(item.line, LineClass.FURNITURE, "a menu around the list")


def _is_menu(items: Sequence[Item]) -> bool:
    """Whether most of `items` are as short as words of links are, and state nothing."""
    short = sum(len(item.title.split()) <= _LINK_WORDS for item in items)
    stating = sum(bool(_facts(item)) for item in items)
    return len(items) >= _FEWEST_LINKS and short >= _SHARE * len(items) and stating <= _MOST_STATING * len(items)


def _facts(item: Item) -> set[str]:
    """The kinds of facts that an item states."""
    facts = {"authors": item.authors, "year": item.year, "venue": item.venue, "links": item.links or item.files}
    return {kind for kind, fact in facts.items() if fact}
