"""What was read as items and is none, as one sees when all of a page is read.

A title that comes again and again, or says how a paper was received, is a fact or a note of the items above it ("FAccT,
2020", "Good starting point.", "Oral presentation"),
one that is a name, right below a title without authors, is its author where the others have theirs there, and
sentences with none of the facts that a page's items have introduce the page, before its first heading, or a section.
Where nearly all items of a section have authors, what states nothing and has nothing below it is one of its remarks.

In: the draft of a page. Out: the same draft with fewer items; what a fact says goes to the item above. Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from enrich.mentions.entries.details import RowKind, kind_of_row
from enrich.mentions.entries.names.credits import are_placed
from enrich.mentions.items import Draft, Item
from enrich.mentions.shapes.names import are_surnames, is_single_name, split_authors
from enrich.mentions.shapes.tags import Tag, parse_tag, parse_venue
from enrich.mentions.shapes.venues import names_publication
from enrich.mentions.shapes.words import has_letters, sentences
from enrich.records import LineClass, MentionKind

# A paper may be listed in two sections, hardly in three, and then nothing else on the page does so: a habit takes two
# titles that recur. By judgement; on 700 pages no paper was lost.
_OFTEN, _MOST_OFTEN, _SHORT, _HABIT = 3, 5, 4, 2
_LINES = 3  # of a title, above its authors
_NEAR = 6  # lines between a title and what is said about it
_FEWEST_CREDITED, _CREDITED, _SEVERAL = 20, 0.95, 2  # by judgement: on 200 pages, of 60 such items two were papers
_FEWEST, _MOST = 8, 0.8  # items that tell what is usual on a page, and the share that makes it usual
# "Oral (top 6%)", "Best Paper Award Finalist".
_HONOUR = re.compile(
    r"(?:oral|spotlight|poster|highlight)(?: (?:presentation|talk|paper))?(?: \([^()]{2,20}\))?"
    r"|(?:(?:best|outstanding|distinguished) (?:[a-z]+ )?paper|honou?rable mention)"
    r"(?: (?:award|prize|finalist|candidate|nominee|nomination|runner-up|winner|honou?rable mention)){0,3}",
    re.I,
)
# "Roe, ch. 2": of a book that is listed elsewhere.
_CHAPTERS = re.compile(
    r"(?P<who>[^,\d]{2,60}),? (?:chs?\.?|chap(?:ter)?s?\.?|pp?\.|pages) ?\d[\d\s,&–-]*(?:and \d+)?",
    re.I,
)
_PREAMBLE = "stands before the first heading and has none of the items' facts"
_INTRODUCES = "a sentence with none of the items' facts"
# "^ Roe & Poe 2003, pp. 10-12": pages of a work that is listed elsewhere.
_SHORT_REFERENCE = re.compile(
    r"(?:\^ ?(?:[^\W\d_ ]+(?: [^\W\d_ ]+){0,2}: ?)?(?:[a-z] )*)?(?P<who>[^,\d^]{2,60}),? \(?(?:19|20)\d\d[a-z]?\)?"
    r"(?:[,:] ?(?:pp?|chs?|§|[Nn]o)?\.?[\s\d,–-]*)?"
)
_NO_WORD = re.compile(r"[\W\d_]+")


def drop_strays(text: str, draft: Draft) -> None:
    """Takes the items of a `text` that are none out of `draft`, with a note at their lines."""
    _drop_recurring(text, draft)
    _drop_names(draft)
    _drop_factless(draft)
    _drop_bare(draft)


def _drop_bare(draft: Draft) -> None:
    """Without any facts, nor words below them, on a page where nearly all have authors; several in a section without
    such are a list of something else."""
    items = sorted(draft.items, key=lambda item: item.line)
    credited = [item for item in items if item.authors]
    if len(items) < _FEWEST_CREDITED or len(credited) < _CREDITED * len(items):
        return
    others = Counter(item.section for item in items) - Counter({item.section: len(items) for item in credited})
    after = {id(item): below for item, below in pairwise(items)}
    for item in items:
        below = after.get(id(item))
        parted = below is not None and below.line == item.line + 1 and _has_facts(below)  # from what is said of it
        said = _has_facts(item) or item.abstract or item.files or parted
        speaks = are_placed(item.title)  # "Jane Roe (University of Cork)"
        if _may_be_stray(item) and (speaks or (not said and others[item.section] < _SEVERAL)):
            draft.items.remove(item)
            draft.note(item.line, LineClass.IGNORED, "has no authors, as all others have")


def _drop_names(draft: Draft) -> None:
    """Names as titles, right below titles without authors, are their authors on a page whose other items have some."""
    kept: list[Item] = []
    named: list[tuple[Item, Item]] = []
    for item in sorted(draft.items, key=lambda item: item.line):
        above = kept[-1] if kept else None
        if above and not above.authors and item.line - above.line <= _LINES and _is_name(item):
            named.append((above, item))
        else:
            kept.append(item)
    told = {id(above) for above, _ in named}
    if sum(not item.authors and id(item) not in told for item in kept) > (1 - _MOST) * len(kept):
        return
    for item, name in named:
        item.authors = (*item.authors, *split_authors(name.title))
        item.abstract = item.abstract or name.abstract
        item.description = item.description or name.description
        item.links = [*item.links, *name.links]
        item.files = [*item.files, *name.files]
        draft.note(name.line, LineClass.CONTINUATION, "the author of the title above")
    draft.items = kept


def _is_name(item: Item) -> bool:
    """Whether a title is a name; of more, it may state but one author: the line below, where people are from."""
    told = item.year or item.venue or len(item.authors) > 1 or (item.links and item.description)  # an entry by itself
    return not told and is_single_name(item.title)


def _drop_recurring(text: str, draft: Draft) -> None:
    counts = Counter(_folded(item) for item in draft.items if _may_be_stray(item))
    often = {
        title for title, count in counts.items() if count >= (_OFTEN if len(title.split()) <= _SHORT else _MOST_OFTEN)
    }
    often = often if len(often) >= _HABIT else set()
    lines = Counter(map(_fold, filter(has_letters, text.split("\n"))))  # most of them are told to be no titles
    often |= {title for title, count in counts.items() if lines[title] >= max(_MOST_OFTEN, 2 * count + 1)}
    often |= {_folded(item) for item in draft.items if _may_be_stray(item) and _is_note(item.title.rstrip(" ."))}
    if not often:
        return
    kept: list[Item] = []
    for item in sorted(draft.items, key=lambda item: item.line):
        if not _may_be_stray(item) or _folded(item) not in often:
            kept.append(item)
            continue
        if kept and item.line - kept[-1].line <= _NEAR:
            _give(item, kept[-1])
        draft.note(item.line, LineClass.CONTINUATION, "a fact that comes again and again")
    draft.items = kept


def _drop_factless(draft: Draft) -> None:
    """Without facts before the first heading, or as sentences, on a page whose items have facts and headings."""
    items = [item for item in draft.items if _may_be_stray(item) or item.links]
    usual = sum(_has_facts(item) and bool(item.section) for item in items)
    if len(items) < _FEWEST or usual < _MOST * len(items):
        return
    stated = sum(_states(item) for item in items) >= _MOST * len(items)
    strays = [item for item in items if not _has_facts(item) and not item.section]
    strays += [item for item in items if stated and item.section and not _states(item) and _is_said(item)]
    gone = {id(item) for item in strays}
    draft.items = [item for item in draft.items if id(item) not in gone]
    for item in strays:
        draft.note(item.line, LineClass.IGNORED, _INTRODUCES if item.section else _PREAMBLE)


def _is_said(item: Item) -> bool:
    """Whether an item was read from sentences, the last one with its stop, and none of them with a question mark, as in
    titles: "Do Tides Matter? A Case."."""
    title = item.title.rstrip(" *_.")
    ended = (item.entry or item.title).rstrip(" *_").endswith(".")
    return ended and "?" not in title and (kind_of_row(f"{title}.") is RowKind.PROSE or len(sentences(title)) > 1)


def _may_be_stray(item: Item) -> bool:
    return not item.links and item.kind in (None, MentionKind.PAPER)


def _has_facts(item: Item) -> bool:
    return _states(item) or bool(item.description)


def _states(item: Item) -> bool:
    return bool(item.authors or item.year or item.venue or item.links)


def _is_note(title: str) -> bool:
    """Whether a title says how a paper was received, or names nothing but authors and chapters or pages of theirs."""
    part = _CHAPTERS.fullmatch(title) or _SHORT_REFERENCE.fullmatch(title)
    return _HONOUR.fullmatch(title) is not None or (part is not None and are_surnames(part["who"]))


def _folded(item: Item) -> str:
    """A title without what may differ each time: numbers, signs, capitals."""
    return _fold(item.title)


def _fold(text: str) -> str:
    return _NO_WORD.sub(" ", text).strip().casefold()


def _give(fact: Item, item: Item) -> None:
    """Gives what a fact says to the item that it is about, which keeps what it has."""
    tag = parse_tag(fact.title) or Tag(fact.title if parse_venue(fact.title) or names_publication(fact.title) else None)
    item.authors = item.authors or fact.authors
    item.year = item.year or fact.year or tag.year
    item.venue = item.venue or fact.venue or tag.venue
