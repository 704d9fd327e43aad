"""Lists of terms whose terms are no titles: a day, or a week, with the papers that are read then as its definitions;
or people, with what they wrote.

In: the blocks of a document. Out: the same, in place: what stands below a day is a list of its own, as it would be
below the entries of other lists. Told by counting over all lists: below most of such terms papers are cited. What
follows a paper there and has no title set apart is more about it: an abstract, a remark. Where nearly all terms are
people and nearly all paragraphs below them titles with a year, each of these is an entry, with its people below it;
below people and a year the first paragraph is the title, what follows is about it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from enrich.mentions.links import link_role
from enrich.mentions.markup.entries.marked import find_title
from enrich.mentions.markup.lists.pieces import MARKED, cites
from enrich.mentions.markup.model.blocks import Block, Entry, Fold, Heading, Listing, Paragraph, Run, plain
from enrich.mentions.markup.model.flow import flow_of
from enrich.mentions.shapes.names import NO, are_people, author_likeness, is_single_name
from enrich.mentions.shapes.phrases import title_like, without_year
from enrich.mentions.shapes.tags import find_year, parse_year
from enrich.records import LinkRole

_FEWEST, _SHARE = 3, 0.5  # by judgement: some days have no reading
_CREDITED_SHARE = 0.8  # by judgement: some names are odd; of title, people and place in turn a third has both
_SURE_SHARE = 0.5  # by judgement: names in full look like topics
_TERM_WORDS, _LABEL_WORDS = 4, 2
_SAYS = re.compile(r"(?:This|These|Here|We|In this|Published|Presented)\s+[a-z]")


def group_terms(blocks: Sequence[Block]) -> None:
    """Makes lists of what stands below short terms, where most of them have papers below them, and entries of what
    stands below people."""
    _part_credited(list(_listings(blocks)))
    _lower_people(list(_entries(blocks)))
    terms = [entry for entry in _entries(blocks) if _is_term(entry)]
    if sum(map(_has_papers, terms)) < max(_FEWEST, _SHARE * len(terms)):
        return
    for term in terms:
        if entries := _papers_below(term):
            first = next(place for place, block in enumerate(term.blocks) if block is entries[0].blocks[0])
            _add_year(term.blocks[0], entries)
            term.blocks[first:] = [Listing(entries[0].line, entries)]


def _papers_below(term: Entry) -> list[Entry]:
    """What stands below a term, as an entry for each block with a title that is set apart, and what follows it."""
    entries: list[Entry] = []
    for block in term.blocks[1:]:
        if isinstance(block, Paragraph) and find_title(flow_of(block.runs))[1] in MARKED:
            entries.append(Entry(block.line, [block]))
        elif entries:
            entries[-1].blocks.append(block)
    return entries


def _add_year(term: Block, entries: Sequence[Entry]) -> None:
    """Puts a term that is a year in front of each entry: it is said of them all."""
    if isinstance(term, Paragraph) and parse_year(plain(term.runs).strip(" .:")):
        for entry in entries:
            entry.blocks.insert(0, term)


def _part_credited(listings: Sequence[Listing]) -> None:
    """Makes an entry of each paragraph below people, where nearly all paragraphs there state a paper."""
    defined = [entry for listing in listings for entry in listing.entries if _is_defined(entry)]
    people = [entry for entry in defined if _names_people(entry.blocks[0])]
    if len(people) < max(_FEWEST, _CREDITED_SHARE * len(defined)):
        return
    if sum(_are_surely_people(entry.blocks[0]) for entry in people) < _SURE_SHARE * len(people):
        return  # topics of two words
    stated = [_states_paper(block, entry) for entry in people for block in _candidates(entry)]
    if sum(stated) < _CREDITED_SHARE * len(stated):
        return
    credited = set(map(id, people))
    for listing in listings:
        parted = [_parted(entry) if id(entry) in credited else [entry] for entry in listing.entries]
        listing.entries[:] = [entry for entries in parted for entry in entries]


def _lower_people(entries: Sequence[Entry]) -> None:
    """Sets the people that entries begin with below the title that stands below them in a block of its own, where
    nearly all entries of several blocks begin so, and most say when the paper appeared."""
    several = [entry for entry in entries if len(entry.blocks) > 1 and isinstance(entry.blocks[0], Paragraph)]
    people = [entry for entry in several if _names_people(entry.blocks[0]) and _is_title(entry.blocks[1])]
    sure = sum(_are_surely_people(entry.blocks[0]) for entry in people)
    dated = sum(any(find_year(_words(block)) for block in entry.blocks) for entry in people)
    if len(people) < max(_FEWEST, _CREDITED_SHARE * len(several)) or min(sure, dated) < _SURE_SHARE * len(people):
        return
    for entry in people:
        entry.blocks[:2] = [entry.blocks[1], _people_of(entry.blocks[0])]


def _is_title(block: Block) -> bool:
    return title_like(_words(block)) and not _names_people(block)


def _is_defined(entry: Entry) -> bool:
    """Whether an entry is several paragraphs and nothing else."""
    return len(entry.blocks) > 1 and all(isinstance(block, Paragraph) for block in entry.blocks)


def _candidates(term: Entry) -> list[Block]:
    """The paragraphs below people that may be papers: where the year stands beside the people, the first."""
    return term.blocks[1:2] if find_year(_words(term.blocks[0])) else term.blocks[1:]


def _states_paper(block: Block, term: Entry) -> bool:
    """Whether a paragraph has a title, and a year in it or in its `term`; sentences about papers have none."""
    words = _words(block)
    dated = find_year(words) or find_year(_words(term.blocks[0]))
    return bool(dated) and title_like(words) and not _names_people(block) and not _SAYS.match(words)


def _names_people(block: Block) -> bool:
    """Whether a paragraph is people and nothing else but a year."""
    words = _words(block)
    return are_people(words) or are_people(without_year(words))


def _are_surely_people(block: Block) -> bool:
    """Whether people are written as no topic is: with initials, or the family name first."""
    words = without_year(_words(block))
    return author_likeness(words) != NO or ", " in words


def _parted(term: Entry) -> list[Entry]:
    """What stands below people, an entry for each paper, with the people and what else is said below it."""
    own = set(map(id, _candidates(term)))
    entries: list[Entry] = []
    for block in term.blocks[1:]:
        if not entries or (id(block) in own and _states_paper(block, term)):
            entries.append(Entry(block.line, [block, _people_of(term.blocks[0])]))
        else:
            entries[-1].blocks.append(block)
    return entries


def _people_of(block: Block) -> Block:
    """A paragraph of people that nothing sets apart as a title; a name in full as one that markup calls an author's."""
    assert isinstance(block, Paragraph)
    words = plain(block.runs)
    hint = "" if author_likeness(words) else "authors"
    family, comma, given = words.partition(", ")
    if hint and comma and is_single_name(words):
        return Paragraph(block.line, [Run(f"{given} {family}", block.line, hint=hint)])
    return Paragraph(block.line, [replace(run, strong=False, emphasis=False, hint=hint) for run in block.runs])


def _words(block: Block) -> str:
    return plain(block.runs) if isinstance(block, Paragraph | Heading) else ""


def _listings(blocks: Sequence[Block]) -> Iterator[Listing]:
    for block in blocks:
        match block:
            case Listing():
                yield block
            case Fold(blocks=inner):
                yield from _listings(inner)


def _entries(blocks: Sequence[Block]) -> Iterator[Entry]:
    for listing in _listings(blocks):
        yield from listing.entries


def _is_term(entry: Entry) -> bool:
    """Whether paragraphs stand below a first one of a few words that are no title."""
    paragraphs = [block for block in entry.blocks if isinstance(block, Paragraph)]
    if len(paragraphs) < 2 or len(paragraphs) < len(entry.blocks):
        return False
    words = plain(paragraphs[0].runs)
    return 0 < len(words.split()) <= _TERM_WORDS and not title_like(words)


def _has_papers(term: Entry) -> bool:
    """Whether a paper is cited below a term, or several are linked by their titles."""
    below = [block for block in term.blocks[1:] if isinstance(block, Paragraph)]
    return any(cites(block.runs) for block in below) or sum(_links_title(block) for block in below) > 1


def _links_title(paragraph: Paragraph) -> bool:
    """Whether the title that a paragraph begins with, but for a label in front, is a link to a paper."""
    flow = flow_of(paragraph.runs)
    span, way = find_title(flow)
    led = span is not None and len(flow.text[: span.start].split()) <= _LABEL_WORDS
    return led and way == "link" and span is not None and link_role(span.url) is LinkRole.PAPER
