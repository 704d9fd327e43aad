"""Lists in, items out: which entries are items, which are labels of groups, details of the item above, or navigation.

An entry is judged together with its siblings: words without a link or a tag are a title where the list's other entries
are items. Pure but for the draft it writes to.
"""

from __future__ import annotations

import re
from itertools import islice

from enrich.mentions.items import Draft
from enrich.mentions.links import names_paper
from enrich.mentions.markup.entries import details
from enrich.mentions.markup.entries.entry import Reading
from enrich.mentions.markup.labels import labelled
from enrich.mentions.markup.lists.candidates import (
    Candidate,
    believe_details,
    candidates_of,
    first_look,
    is_navigation,
    is_said,
    notices_of,
    read_as_siblings,
    speaks,
)
from enrich.mentions.markup.lists.pieces import cites
from enrich.mentions.markup.model.blocks import Block, Listing, Paragraph, Table, lines_of
from enrich.mentions.markup.model.flow import Flow
from enrich.mentions.sections import is_about, is_log, is_of_papers, may_be_topic
from enrich.mentions.shapes.names import NO, are_people, author_likeness, without_by
from enrich.mentions.shapes.phrases import is_word, title_like
from enrich.mentions.shapes.venues import venue_of
from enrich.mentions.shapes.words import capital_share
from enrich.records import LineClass, LinkRole

Section = tuple[str, ...]
_REQUEST = re.compile(r"\b(?:[Pp]lease|[Ff]eel free|pull requests?)\b")
_FIELD = re.compile(r"\W*\w+(?: \w+){0,2}\s?[:：]\s")  # "Read on: May 2020", among "Authors: ..." and the like
# Of the entries of a list this share must be evident items for the others to be taken as items by their words alone.
_EVIDENT_SHARE = 0.3
_GROUP_WORDS = 7
_ABOUT_WORDS = 4  # longer headings are sentences above lists: "Contributed by our group, formats may vary."
_PLAIN_WORDS, _PLAIN_LONGEST = 4, 30
_TITLE_CASE = 0.6  # of the words of a phrase in title case
# Lists of papers write about half of their titles in title case or with a colon ; lists of advice, none.
_CASED_SHARE_OF_PAPERS, _CASED_SHARE = 0.2, 0.5


def read_listing(listing: Listing, section: Section, draft: Draft) -> None:
    """Writes the items of a list, and notes for its lines, to `draft`."""
    _read_candidates(candidates_of(listing, draft.common), section, draft)


def _read_candidates(candidates: list[Candidate], section: Section, draft: Draft) -> None:
    """The same for a list whose entries are read."""
    if is_navigation(candidates):
        lines = lines_of([block for candidate in candidates for block in candidate.entry.blocks])
        draft.note_all(lines, LineClass.FURNITURE, "links into this document, or notices")
        return
    for candidate in candidates:
        believe_details(candidate)
    share = sum(candidate.evident for candidate in candidates) / max(len(candidates), 1)
    titles = share >= _EVIDENT_SHARE or _reads_as_titles(candidates, is_of_papers((draft.title or "", *section)))
    about = bool(section) and is_about(section[-1]) and not _cites_most(candidates, section[-1])
    notices = notices_of(candidates)
    for candidate in candidates:
        if candidate in notices:
            draft.note_all(lines_of_flows(candidate.flows), LineClass.IGNORED, "a notice among papers")
        else:
            _read_candidate(candidate, section, draft, titles and not about, about)


def _cites_most(candidates: list[Candidate], heading: str) -> bool:
    """Whether most entries below a topic state a venue, or authors, a year, and a paper's address, as papers do; or, in
    a log, all of a citation."""
    items = [candidate.readings[0].item for candidate in candidates if candidate.readings]
    if is_log(heading):
        told = [item for item in items if item.authors and item.venue and item.year]
    elif may_be_topic(heading) or len(heading.split()) > _ABOUT_WORDS:
        cited = (item for item in items if item.year and (item.venue or item.authors))
        told = [item for item in cited if any(names_paper(link.url) for link in item.links)]
    else:
        return False
    return len(told) * 2 > len(candidates)


def _reads_as_titles(candidates: list[Candidate], of_papers: bool) -> bool:
    """Whether a list without links or tags still reads as titles: most entries are phrases, and title case or colons
    tell them from statements - in a list that is said to be of papers, of some entries."""
    pairs = [(candidate.readings[0].item.title, candidate.text) for candidate in candidates if candidate.readings]
    phrases = [title for title, text in pairs if _is_phrase(title, text)]
    cased = [title for title in phrases if ":" in title or capital_share(title.split()) >= _TITLE_CASE]
    least = _CASED_SHARE_OF_PAPERS if of_papers else _CASED_SHARE
    return len(phrases) >= 2 and len(phrases) * 3 >= len(candidates) * 2 and len(cased) >= least * len(phrases)


def _is_phrase(title: str, text: str) -> bool:
    """Whether an entry is one phrase that can be a title, and no sentence."""
    if not _PLAIN_WORDS <= len(title.split()) <= _PLAIN_LONGEST or not title_like(title) or speaks(text):
        return False
    return not title[:1].islower()


def _read_candidate(candidate: Candidate, section: Section, draft: Draft, titles: bool, about: bool) -> None:
    nested = any(isinstance(block, Listing | Table) for block in candidate.below)
    lists = [candidates_of(block, draft.common) for block in candidate.below if isinstance(block, Listing)]
    children = [child for candidates in lists for child in candidates]
    if nested and _is_group(candidate, children):
        _read_group(candidate, lists, section, draft)
        return
    accepted = [reading for reading in candidate.readings if _accepted(reading, titles, about)]
    lines = lines_of(candidate.entry.blocks)
    if not accepted:
        draft.note_all(lines_of_flows(candidate.flows), LineClass.IGNORED, "a list entry that states no work")
        if about or not candidate.flows or any(map(_is_own_item, children)):
            _read_below(candidate.below, section, draft)
        draft.note_all(lines, LineClass.IGNORED, "below a list entry that states no work")
        return
    for reading in accepted:
        reading.item.section = section
        draft.items.append(reading.item)
    _read_children(accepted[-1], candidate, lists, section, draft)
    draft.note_all(lines, LineClass.CONTINUATION, "of the item above")


def lines_of_flows(flows: list[Flow]) -> set[int]:
    """The source lines of `flows`."""
    return {run.line for flow in flows for _, _, run in flow.places}


def _read_children(
    parent: Reading, candidate: Candidate, lists: list[list[Candidate]], section: Section, draft: Draft
) -> None:
    """Below an item: entries that are papers in their own right become items, everything else its details."""
    unread = iter(lists)
    for block in candidate.below:
        if not isinstance(block, Listing):
            details.add_details(parent.item, [block])
            continue
        children = next(unread)
        linked = _linked_items(children) if parent.way != "link" else []
        place = _place_of(parent, children)
        for child in children:
            if child is not place and (_is_own_item(child) or child in linked):
                _read_candidate(child, section, draft, True, False)
            else:
                details.add_details(parent.item, child.entry.blocks)


def _place_of(parent: Reading, children: list[Candidate]) -> Candidate | None:
    """The first nested entry, if it alone is an emphasised name and a year, as the place is of a credited paper."""
    places = [child for child in children if any(details.told_place(flow, flow.text) for flow in child.flows)]
    credited = bool(parent.item.authors) and not parent.item.venue and parent.way != "emphasis"
    return places[0] if credited and len(places) == 1 and places[0] is children[0] else None


def _is_own_item(child: Candidate) -> bool:
    """Whether a nested entry is a paper of its own, and no detail of the entry above."""
    if not child.readings or labelled(child.text) or is_said(child.readings[0]):
        return False
    reading = child.readings[0]
    item = reading.item
    if reading.way == "emphasis" and not _is_cited(child) and _is_fact(child.text):
        return False
    stated = bool(item.authors or item.venue or item.year) or any(names_paper(link.url) for link in item.links)
    return stated and title_like(item.title) and reading.way in ("link", "quoted", "hint", "strong", "emphasis")


def _linked_items(children: list[Candidate]) -> list[Candidate]:
    """Nested entries that are plain words and lead to a paper, where half of all say who wrote it. One alone is a
    version of the paper above, or its slides."""
    linked = [child for child in children if _is_linked_item(child)]
    credited = sum(bool(child.readings[0].item.authors) for child in linked)
    return linked if 2 <= len(children) <= 2 * credited else []


def _is_linked_item(child: Candidate) -> bool:
    """Whether a nested entry is as many plain words as titles have and leads to a paper's file or page."""
    if not child.readings or child.readings[0].way != "plain" or labelled(child.text) or _is_fact(child.text):
        return False
    item = child.readings[0].item
    titled = title_like(item.title) and len(item.title.split()) >= _PLAIN_WORDS and not speaks(item.title)
    return titled and any(link.role is LinkRole.PAPER or names_paper(link.url) for link in item.links)


def _is_cited(child: Candidate) -> bool:
    """Whether a nested entry is names, a colon, and a title set apart, however much the title reads as names go on."""
    colon = child.text[: child.readings[0].position].rstrip().endswith(":")
    return colon and any(isinstance(block, Paragraph) and cites(block.runs) for block in child.entry.blocks[:1])


def _is_group(candidate: Candidate, children: list[Candidate]) -> bool:
    """Whether an entry only names the group of entries below it."""
    if not candidate.readings:
        return not candidate.text or bool(children)
    reading = candidate.readings[0]
    told = bool(reading.item.authors or reading.item.venue or reading.item.links)
    if told or not children:
        return False
    if are_people(candidate.text) and all(map(_states_title, children)):
        return True
    own = sum(_is_own_item(child) or _names_group(child) for child in children)
    if own * 2 >= len(children):
        return True
    short = len(candidate.text.split()) <= _GROUP_WORDS or candidate.text.rstrip().endswith((":", "："))
    linked = sum(
        child.evident and not _is_fact(child.text) and title_like(child.readings[0].item.title) for child in children
    )
    return short and (
        linked * 2 >= len(children)
        or _reads_as_titles([child for child in children if not _is_fact(child.text)], False)
    )


def _states_title(child: Candidate) -> bool:
    """Whether an entry below people is a title with something beside it, however much all of it reads as a place."""
    return child.evident and title_like(child.readings[0].item.title)


def _is_fact(text: str) -> bool:
    """Whether a nested entry states authors or a venue, or names the part of an entry that it is."""
    return labelled(text) or author_likeness(without_by(text)) != NO or venue_of(text) is not None


def _names_group(child: Candidate) -> bool:
    """Whether a nested entry is itself the name of a group."""
    below = [each for block in child.below if isinstance(block, Listing) for each in candidates_of(block)]
    return bool(below) and _is_group(child, below)


def _read_group(candidate: Candidate, lists: list[list[Candidate]], section: Section, draft: Draft) -> None:
    label = " ".join(candidate.text.split())
    section = (*section, label) if label else section
    draft.note_all(lines_of_flows(candidate.flows), LineClass.HEADING, "the name of a group of entries")
    if len(lists) < len(candidate.below):
        _read_below(candidate.below, section, draft)
        return
    for candidates in lists:
        _read_candidates(candidates, section, draft)


def _read_below(blocks: list[Block], section: Section, draft: Draft) -> None:
    from enrich.mentions.markup.outline import read_part

    read_part(blocks, section, draft)


def _accepted(reading: Reading, titles: bool, about: bool) -> bool:
    item = reading.item
    if is_said(reading):
        return False
    marked = reading.way in ("link", "quoted", "hint", "strong", "emphasis")
    if about:
        return marked and title_like(item.title) and any(names_paper(link.url) for link in item.links)
    if marked or reading.way in ("address", "name", "behind name"):
        return reading.evident or (titles and title_like(item.title)) or bool(item.links)
    stated = bool(item.authors or item.venue or item.year)
    if not title_like(item.title):
        whole = item.authors and item.venue and item.year and is_word(item.title)
        return stated and bool(item.links or whole)
    spoken = bool(_REQUEST.search(item.title)) if reading.evident else speaks(item.title)
    return (reading.evident or titles) and (stated or not spoken)


def states_items(listing: Listing) -> bool:
    """Whether any entry of a list is an item of its own, and no detail of an item above the list."""
    return any(map(_is_own_item, read_as_siblings(first_look(listing))))


def named_items(listing: Listing, most: int) -> int:
    """How many entries of a list lead with the name or title of something, or head a group of entries that do; those
    beyond `most`, which is at least 2, are not looked at.

    One address alone names nothing: it leads to what stands above the list.
    """
    candidates = first_look(listing)
    fields = any(labelled(candidate.text) for candidate in candidates)
    named = list(islice((each for each in read_as_siblings(candidates) if _is_named(each, fields)), most))
    return 0 if len(named) == 1 and _is_address(named[0]) else len(named)


def _is_named(candidate: Candidate, fields: bool) -> bool:
    """Whether an entry, in a list with labels of parts of entries or none, leads with a name, or heads such entries."""
    believe_details(candidate)
    led = _leads_with_name(candidate) and not (fields and _FIELD.match(candidate.text))
    return led or _names_group(candidate)


def _is_address(candidate: Candidate) -> bool:
    return [reading.way for reading in candidate.readings] == ["address"] and not candidate.below


def _leads_with_name(candidate: Candidate) -> bool:
    reading = candidate.readings[0] if candidate.readings else None
    if not reading or labelled(candidate.text) or (reading.way == "plain" and _is_fact(candidate.text)):
        return False
    led = reading.way not in ("plain", "address") or any(isinstance(block, Listing) for block in candidate.below)
    return (led or candidate.evident) and (title_like(reading.item.title) or candidate.evident)
