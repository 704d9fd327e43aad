"""Paragraphs that state items, and paragraphs that belong to the item above. Words about the document state nothing.

Outside of lists and tables the evidence must be strong: a linked paper, authors, or venue and year beside the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from enrich.mentions.entries.details import RowKind, kind_of_row
from enrich.mentions.entries.names.dated import split_names_and_place
from enrich.mentions.entries.parts import Style
from enrich.mentions.items import Item
from enrich.mentions.links import is_paper_address, link_role, names_paper
from enrich.mentions.markup.entries.entry import Reading, read_flow
from enrich.mentions.markup.entries.marked import find_title
from enrich.mentions.markup.entries.siblings import style_of
from enrich.mentions.markup.labels import by_labels, folds_abstract, labelled
from enrich.mentions.markup.lists.candidates import ADVICE, is_said
from enrich.mentions.markup.lists.pieces import part
from enrich.mentions.markup.model.blocks import BREAK, Block, Fold, Heading, Paragraph, Run, plain
from enrich.mentions.markup.model.flow import flow_of
from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.days import HOURS
from enrich.mentions.shapes.names import NO, author_likeness, names_people
from enrich.mentions.shapes.phrases import is_person, mostly_names, title_like, without_year
from enrich.mentions.shapes.venues import venue_of
from enrich.mentions.shapes.words import OPENING_QUOTES, has_letters
from enrich.records import LinkRole

_SET_APART = frozenset({"hint", "link", "strong"})
_NUMBERED = re.compile(r"^\s*(?:\[\d{1,4}\]|\(\d{1,4}\)|\d{1,4}[.)])\s")
_PLAIN_LONGEST = 60  # words of a citation without any markup
_TITLE_LONGEST = 30
_WORDS = re.compile(r"[^\W\d_]+")
_SKIP_WORDS = 4  # "Skip to main content"
_LONGEST_FACT = 3_000  # characters; a hundred authors and more
# Of the paragraphs outside of lists; those that are notes below an entry aside, nearly all are.
_FEWEST_ENTRIES, _ENTRY_SHARE = 8, 0.5
_SAMPLE = 300  # paragraphs; more say nothing new
_PER_HEADING = 4  # such paragraphs; below headings that are titles themselves stand fewer
_MOST_LINES = 12  # of source that a paragraph about one item has
_FACTS = ({"authors"}, {"venue"}, {"year"}, {"abstract"}, {"authors", "venue"}, {"venue", "year"})


def paragraph_items(
    paragraph: Paragraph, following: Block | None, section: tuple[str, ...], style: Style
) -> list[Item]:
    """The items a paragraph states; none if it is a menu of this document, or nothing but what is said of several."""
    items: list[Item] = []
    if _is_menu(paragraph.runs, following) or _hints(paragraph) == {"refrain"}:
        return items
    for runs in by_labels(paragraph.runs) or part(_by_source_lines(paragraph.runs, style)):
        flow = flow_of(runs)
        reading = read_flow(flow, section, style)
        hours = HOURS.search(reading.item.title) if reading else None  # when something meets: "F 12:00-1:30, Hall 2"
        if not reading or (hours and ":" in hours[0]):
            continue
        if _is_item(reading, flow.text, style) or _heads_item(reading, flow.text, following):
            items.append(reading.item)
    return items


def _is_menu(runs: Sequence[Run], following: Block | None) -> bool:
    """Whether links into this document are all the words there are. One alone may be a title that leads to its
    abstract: it is none where nothing about it follows, or where its last words in small letters are those it leads
    to ("Skip to content"). A single "#" leads nowhere: scripts use it. Other pages of the same owner may be among
    several short ones, where none leads to a file or to what belongs to a paper: "Schedule | Questions"."""
    words = [run for run in runs if has_letters(run.text)]
    inside = [(run.url or "").startswith("#") for run in words]
    if len(words) > 1 and any(inside):
        about = isinstance(following, Paragraph) and _states_place_or_people(following)
        return all(inside) or (not about and all(map(_is_of_menu, words)))
    if not words or not all(inside):
        return False
    url, link = words[0].url or "", words[0].text.split()
    target = _WORDS.findall(url)
    skips = len(link) <= _SKIP_WORDS and bool(target) and link[-len(target) :] == target
    titled = words[0].hint == "title" or (isinstance(following, Paragraph) and _states_place_or_people(following))
    return url != "#" and (skips or not titled)


def _is_of_menu(run: Run) -> bool:
    """Whether a short link leads to a page of the same owner, and neither it nor its words to a paper's file."""
    short = bool(run.url) and "://" not in (run.url or "") and len(run.text.split()) <= _SKIP_WORDS
    return short and link_role(run.url or "", run.text) is not LinkRole.PAPER and not is_anchor(run.text)


def _states_place_or_people(paragraph: Paragraph) -> bool:
    first = flow_of(paragraph.runs).text.split("\n")[0]
    return states_facts(paragraph) or split_names_and_place(first) is not None


def states_facts(paragraph: Paragraph) -> bool:
    """Whether a paragraph states authors, venue or links and nothing else, by its markup's word or its shape."""
    words = [run for run in paragraph.runs if run.text.strip()]
    if words and all(run.emphasis and not run.strong and not run.url for run in words):
        return True
    if "title" in _hints(paragraph) or _NUMBERED.match(plain(words)) or _begins_strong(words) or _begins_linked(words):
        return False
    flow = flow_of(paragraph.runs)
    span, way = find_title(flow)
    front = flow.text[: span.start] if span else ""
    linked = way == "link" and span and link_role(span.url or "", span.text) is LinkRole.PAPER
    led = way == "link" and (front.endswith(OPENING_QUOTES) or (linked and front.endswith("\n")))
    if way == "quoted" or led:  # a title of its own below where it appeared
        return False
    return _hints(paragraph) in _FACTS or _is_fact(flow.text.split("\n")[0])


def _hints(paragraph: Paragraph) -> set[str]:
    """What the markup calls the words of a paragraph."""
    return {run.hint for run in paragraph.runs if run.text.strip()}


def begins_next(paragraph: Paragraph, item: Item, style: Style) -> bool:
    """Whether a paragraph below an item that has its authors states authors again: on its first or second line, in
    front of its marked title, or of the one that its words are read with. On pages that give each paper a paragraph,
    it is the next paper's."""
    if not item.authors:
        return False
    flow = flow_of(paragraph.runs)
    span, way = find_title(flow)
    marked = span is not None and way in ("link", "strong", "emphasis")
    leads = [flow.text[: span.start]] if span and marked else flow.text.split("\n")[:2]
    people = [names for lead in leads for names in (lead.strip(" .,:\n"), without_year(lead))]
    if any(author_likeness(names) != NO or is_person(names) for names in people):
        return True
    reading = read_flow(flow, (), style)
    return reading is not None and reading.authors_first and title_like(reading.item.title)


def _begins_strong(words: list[Run]) -> bool:
    """Whether a phrase in bold comes first that is no label, as titles do."""
    return bool(words) and words[0].strong and not labelled(plain(words)) and not is_anchor(words[0].text)


def _begins_title(words: list[Run], *, below: str) -> bool:
    """The same, where people in bold are none below what is so itself: below plain words stands the owner of a page."""
    return _begins_strong(words) and not (below == "strong" and names_people(plain(words)))


def _begins_linked(words: list[Run]) -> bool:
    """Whether a title comes first that leads to a paper, or to its file and has more behind it: another one than that
    of the item above."""
    first, url = (words[0].text, words[0].url) if words else ("", None)
    leads = names_paper(url or "") or (link_role(url or "") is LinkRole.PAPER and has_letters(plain(words[1:])))
    return bool(url) and leads and title_like(first) and not is_anchor(first)


def shared_style(blocks: Sequence[Block], common: Style) -> Style:
    """What the paragraphs of a part have in common: authors in front, if a fair share has them there."""
    flows = [flow_of(runs) for block in blocks if isinstance(block, Paragraph) for runs in part(block.runs)]
    return style_of([reading for flow in flows if flow.text and (reading := read_flow(flow, (), common))], common)


def are_entries(blocks: Sequence[Block], common: Style) -> bool:
    """Whether most paragraphs of a document, folded ones included, are short and state an item."""
    flows = [flow_of(block.runs) for block in islice(_paragraphs(blocks), _SAMPLE)]
    headings = sum(isinstance(block, Heading) for block in blocks)
    if len(flows) < max(_FEWEST_ENTRIES, _PER_HEADING * headings):
        return False
    trial = replace(common, listed=True)
    stated: set[str] = set()
    for flow in flows:
        reading = read_flow(flow, (), trial)
        if reading and _is_item(reading, flow.text, trial):
            stated.add(reading.item.title)
        if len(stated) >= _ENTRY_SHARE * len(flows):
            return True
    return False


def _paragraphs(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph) and not block.quoted and plain(block.runs):
            yield block
        elif isinstance(block, Fold):
            yield from _paragraphs(block.blocks)


def belongs_to_item(paragraph: Paragraph) -> bool:
    """Whether a paragraph below an item states its authors, venue or links, or describes it."""
    text = plain(paragraph.runs)
    return not ADVICE.search(text)


def _is_item(reading: Reading, text: str, style: Style) -> bool:
    """Whether a paragraph states an item; among paragraphs that do so, by one fact, a link to a paper, or the mark that
    sets most titles apart."""
    item = reading.item
    if is_said(reading) or (not title_like(item.title) and reading.way not in ("hint", "link")):
        return False
    paper = any(names_paper(link.url) or link.role is LinkRole.PAPER for link in item.links)
    stated = bool(item.authors) + bool(item.venue) + bool(item.year)
    if reading.way == "hint":
        return paper or stated > 0
    if reading.way in ("link", "quoted", "strong", "emphasis"):
        usual = style.listed and reading.way == style.mark
        return ((paper or usual) and not ADVICE.search(text)) or stated > 0
    cited = bool(item.authors) and (stated >= 2 or paper or bool(_NUMBERED.match(text)))
    told = stated > 0 or paper if style.listed else cited or (stated > 0 and paper) or _is_above_address(item, text)
    return told and len(text.split()) <= _PLAIN_LONGEST and not ADVICE.search(text)


def _is_above_address(item: Item, text: str) -> bool:
    """Whether a title fills a line, and below it stands the address of a paper alone."""
    title, _, below = text.partition("\n")
    return is_paper_address(below.strip()) and item.title.rstrip(".") == title.strip(" .")


def _heads_item(reading: Reading, text: str, following: Block | None) -> bool:
    """Whether a plain title stands alone on its line, with authors, venue or links on the line below."""
    if isinstance(following, Fold):  # "Abstract", to be folded out
        return (
            reading.way in _SET_APART and title_like(text) and author_likeness(text) == NO and folds_abstract(following)
        )
    if (
        not isinstance(following, Paragraph)
        or _begins_title([run for run in following.runs if run.text.strip()], below=reading.way)
        or not title_like(text)
        or len(text.split()) > _TITLE_LONGEST
        or author_likeness(text) != NO
        or (reading.way == "plain" and (ADVICE.search(text) or kind_of_row(text) is RowKind.PROSE))
    ):
        return False
    called = _hints(following)
    if following.quoted and reading.way in _SET_APART:  # those that kept the mark of a quotation are abstracts
        return True
    if reading.way in _SET_APART and ("authors" in called or (reading.way == "hint" and called in _FACTS)):
        return True
    below = flow_of(following.runs).text.split("\n")[0]
    return _is_fact(below) or (reading.way == "strong" and mostly_names(below))


def _is_fact(text: str) -> bool:
    """Whether a line states authors, venue or links, and nothing else."""
    line = text.strip(" *_")
    if len(line) > _LONGEST_FACT or not re.search(r"\w", line):
        return False
    return (
        author_likeness(line) != NO
        or is_person(line)
        or venue_of(line) is not None
        or labelled(line)
        or is_anchor(line)
    )


def _goes_on(line: list[Run], following: list[Run]) -> bool:
    """Whether a sentence goes on over the line: by a small word on either side, or to a stop in front of a place set
    apart."""
    text, rest = plain(line).split(), plain(following)
    if text[-1][-1] in ".?!" or not has_letters(rest):
        return False
    place = next((at for at, run in enumerate(following) if run.emphasis and run.text.strip()), 0)
    front = plain(following[:place])
    if front.endswith(".") and front.count(". ") == 0 and not labelled(front) and venue_of(front) is None:
        return True
    return (rest[0].islower() or text[-1].islower() or text[-1].endswith("-")) and not _is_fact(rest)


def _by_source_lines(runs: list[Run], style: Style) -> list[Run]:
    """`runs` with breaks between source lines, where the lines are a title and facts about it. Behind authors a title
    may go on over the line."""
    lines: list[list[Run]] = []
    for run in runs:
        last = lines[-1][-1] if lines else None
        # A link, and what markup calls the title, may go on over the line.
        if last and (run.line == last.line or (run.url and run.url == last.url) or run.hint == last.hint == "title"):
            lines[-1].append(run)
        else:
            lines.append([run])
    if (
        not 2 <= len(lines) <= _MOST_LINES
        or not any(_is_fact(plain(line)) for line in lines[1:])
        or not title_like(plain(lines[0]))
        or any(run.hint == "authors" for run in lines[0])
        or (_goes_on(lines[0], lines[1]) and (first := read_flow(flow_of(lines[0]), (), style)) and first.authors_first)
    ):
        return runs
    return [piece for line in lines for piece in (*line, Run(BREAK, line[0].line))][:-1]
