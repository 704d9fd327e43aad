"""Linked and emphasised phrases, and labels in bold, that come again in entry after entry, and are thus no titles; and
paragraphs that do, whatever their digits ("Cited by 12").

In: the blocks of a document. Out: the same, with the hint of such phrases set: "venue" where years stand behind them,
as in "A Title. Jane Roe. [The Journal](...) (2016)", or several such phrases, one of them surely a venue, end entries
that begin with years, as in "2016 - A Title. *The Journal*."; else "refrain". Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from enrich.mentions.markup.model.blocks import Block, Entry, Fold, Listing, Paragraph, Run, Table, plain
from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.names import author_likeness
from enrich.mentions.shapes.phrases import is_person, title_like
from enrich.mentions.shapes.tags import parse_name, parse_venue
from enrich.mentions.shapes.venues import names_publication, venue_of
from enrich.mentions.shapes.words import has_letters, without_numbers

# A paper may be listed below two headings; what stands in more entries, which say different things else, is no title.
_AGAIN, _PARAGRAPHS = 3, 5
_YEAR_SHARE = 0.5
_YEAR_BEHIND = re.compile(r"[\W_]*(?:\d{1,4}[\W_]+){0,3}(?:19|20)\d\d\b")
_SMALL_FIRST = re.compile(r"[a-z]{1,4}[A-Z]\w*")  # "eShore"
_YEAR_FIRST, _END_SHARE = re.compile(r"[\W_]*(?:19|20)\d\d\b"), 0.8
_LABEL_ENDS, _LABELLED_WORDS = frozenset(".?!:"), 4
_NEAR = 24  # letters behind a journal in which its volume, number and year stand


def mark_refrains(blocks: Sequence[Block]) -> None:
    """Says in the hint of each such phrase what it is, where its markup says nothing."""
    _mark_paragraphs(blocks)
    places: dict[str, list[tuple[list[Run], int]]] = defaultdict(list)
    for runs in entries_of(blocks):
        for at, run in enumerate(runs):
            if _is_set_apart(run) or _is_bold_label(runs, at):
                places[run.text.strip(" .,;:").casefold()].append((runs, at))
    said: dict[int, str] = {}
    refrains = {phrase: found for phrase, found in places.items() if _is_refrain(found, said)}
    ends = {phrase: _first(found) for phrase, found in refrains.items() if _ends_dated(found)}
    told = len(ends) >= _AGAIN and any(_is_surely_venue(text) for text in ends.values())
    for phrase, found in refrains.items():
        text = _first(found)
        dated = _is_dated(found) or (told and phrase in ends)
        may_be_venue = dated and _is_set_apart(found[0][0][found[0][1]])
        hint = "venue" if may_be_venue and (parse_name(text) or _SMALL_FIRST.fullmatch(text.strip(" ."))) else "refrain"
        for runs, at in found if hint == "venue" or title_like(phrase) or parse_venue(text) else ():
            runs[at].hint = hint


def _mark_paragraphs(blocks: Sequence[Block]) -> None:
    """The same for whole paragraphs outside of lists: plain words that name neither people nor places."""
    found: dict[str, list[Paragraph]] = defaultdict(list)
    for block in blocks:
        if isinstance(block, Paragraph) and all(_is_bare(run) for run in block.runs):
            found[without_numbers(plain(block.runs).casefold())].append(block)
    for said, again in found.items():
        text = plain(again[0].runs)
        named = author_likeness(text) or is_person(text) or venue_of(text) or parse_venue(text)
        if len(again) >= _PARAGRAPHS and has_letters(said) and not named:
            for run in (run for paragraph in again for run in paragraph.runs):
                run.hint = "refrain"


def _is_bare(run: Run) -> bool:
    return not (run.url or run.strong or run.emphasis or run.image or run.hint)


def _is_set_apart(run: Run) -> bool:
    marked = (run.url or run.emphasis) and not run.image and not run.hint
    return bool(marked) and has_letters(run.text) and not is_anchor(run.text)


def _is_bold_label(runs: list[Run], at: int) -> bool:
    """Whether a phrase in bold that a stop ends begins a paragraph of words: "**What we did.** We counted reeds in". In
    front of people, it is a title that comes again."""
    label = runs[at]
    if at or not label.strong or label.url or label.hint or label.text.rstrip()[-1:] not in _LABEL_ENDS:
        return False
    words = plain(runs[1:])
    first = words.partition(". ")[0]
    return len(words.split()) >= _LABELLED_WORDS and not author_likeness(first) and not is_person(first)


def _is_refrain(found: list[tuple[list[Run], int]], said: dict[int, str]) -> bool:
    """Whether a phrase comes again in other words; `said` keeps the words of each entry, which are read once."""
    if len(found) < _AGAIN:
        return False
    for runs, _ in found:
        if id(runs) not in said:
            said[id(runs)] = plain(runs)
    addresses = {runs[at].url or said[id(runs)] for runs, at in found}
    return len(addresses) >= _AGAIN and len({said[id(runs)] for runs, _ in found}) >= _AGAIN


def _first(found: list[tuple[list[Run], int]]) -> str:
    runs, at = found[0]
    return runs[at].text


def _is_surely_venue(text: str) -> bool:
    """Whether a phrase has a shape that only venues have: an acronym, or a name as series of publications have."""
    name = text.strip(" .")
    return bool(names_publication(name) or parse_venue(name) or _SMALL_FIRST.fullmatch(name))


def _is_dated(found: list[tuple[list[Run], int]]) -> bool:
    behind = ["".join(run.text for run in runs[at + 1 : at + 3])[:_NEAR] for runs, at in found]
    return sum(bool(_YEAR_BEHIND.match(text)) for text in behind) >= _YEAR_SHARE * len(found)


def _ends_dated(found: list[tuple[list[Run], int]]) -> bool:
    """Whether a phrase without a link stands in front of a stop or nothing, in entries that begin with a year."""
    ends = sum(
        bool(_YEAR_FIRST.match(runs[0].text))
        and not runs[at].url
        and not "".join(run.text for run in runs[at + 1 : at + 2]).strip()[:1].strip(".")
        for runs, at in found
    )
    return ends >= _END_SHARE * len(found)


def entries_of(blocks: Sequence[Block | Entry]) -> Iterator[list[Run]]:
    """The inline runs of all paragraphs of lists and of the page, however deep."""
    stack = [iter(blocks)]
    while stack:
        match next(stack[-1], None):
            case None:
                stack.pop()
            case Paragraph(runs=runs):
                yield runs
            case Listing(entries=entries):
                stack.append(iter(entries))
            case Entry(blocks=inner) | Fold(blocks=inner):
                stack.append(iter(inner))
            case Table(rows=rows):
                stack.append(iter([cell for row in rows for cell in row.cells]))
