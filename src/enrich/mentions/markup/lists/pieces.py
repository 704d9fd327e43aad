"""Inline runs that state several items - parted by line breaks, semicolons or commas between links - as one piece each.

Pure.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from enrich.mentions.entries.citation import are_single_words
from enrich.mentions.entries.names.families import split_at_sign, split_name_and_year
from enrich.mentions.links import link_role, names_paper
from enrich.mentions.markup.entries.marked import find_title
from enrich.mentions.markup.entries.prose import credited_links
from enrich.mentions.markup.model.blocks import BREAK, Run, plain
from enrich.mentions.markup.model.flow import flow_of
from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.days import begins_with_day
from enrich.mentions.shapes.names import NO, are_people, are_surnames, author_likeness
from enrich.mentions.shapes.phrases import LABEL_WORDS, ORDINAL, is_person, mostly_names, title_like, without_year
from enrich.mentions.shapes.tags import is_presentation, parse_year, split_trailing_tag
from enrich.mentions.shapes.venues import venue_of
from enrich.mentions.shapes.words import OPENING_QUOTES
from enrich.records import LinkRole

_FACT_WORDS = 5
_FEWEST_LINES = 2
_CONNECTIVE = re.compile(r"\s*[a-z]+\s+(?=[^\W\d_a-z])")
MARKED = frozenset({"link", "quoted", "emphasis"})  # bold phrases behind names may be one of them
_MARK = re.compile(r"\A\s*[*†‡§+!]{1,3}\s*(?=[^\W\d_])")
_LABEL = re.compile(r"\s*[^\W\d_]+(?: [^\W\d_]+)?: (?=\S)")  # "Optional: Roe et al., ..."
_LEAD = re.compile(r"([^:,]{3,80}?)[:,] (?=\S+ \S)")
_PEOPLE_IN_FRONT = re.compile(r"([^()\d]{3,400}?),? \((?:19|20)\d\d[a-z]?\)[.:,]? (?=\S+ \S)")
_MARKS = " ,.:;*†‡" + "".join(OPENING_QUOTES)  # around the people in front; some say what has to be read
_DASHES = ("-", "–", "—", "|", "·")
_BETWEEN = re.compile(r"[\s,;/&|·•+]*(?:and\s+|or\s+)?")


def part(runs: list[Run], surname_sign: str = "") -> list[list[Run]]:
    """`runs` as one piece an item: several where several of its lines, or of its links, are titles of papers.
    `surname_sign` stands behind the surnames alone that the items begin with, if they do."""
    return [piece for line in _by_lines(runs, surname_sign) for piece in _by_links(line)]


def cites(line: list[Run]) -> bool:
    """Whether a line begins with names, and markup makes what follows them a title: "Roe et al.: *A Title*, ...". In
    front of a colon or comma and a link to a paper they may be surnames alone; in front of a year and a quoted title
    they are of any shape: "Roe, Jane, and Max Poe. 2019. “A Title.”"."""
    flow = flow_of(line)
    span, way = find_title(flow)
    if span is None or way not in MARKED or venue_of(span.text):
        return False
    before = _LABEL.sub("", flow.text[: span.start]).rstrip()
    names = without_year(split_trailing_tag(before.strip(" ,.:;"))[0])
    linked = before.endswith((":", ",")) and way == "link" and link_role(span.url) is LinkRole.PAPER
    bare = before.strip(_MARKS)
    dated = way == "quoted" and (people := without_year(bare)) != bare and mostly_names(people)
    return dated or _are_names(names) or (linked and are_people(names) and not is_anchor(names))


def _by_lines(runs: list[Run], sign: str) -> list[list[Run]]:
    lines: list[list[Run]] = [[]]
    for run in runs:
        if run.text == BREAK:
            lines.append([])
        elif lines[-1] or run.text.strip() or run.image:
            lines[-1].append(run)
    lines = [line for line in lines if line]
    if len(lines) < _FEWEST_LINES:
        return [runs]
    day = begins_with_day(plain(lines[0]))
    lines = [_without_connective(_without_mark(line)) for line in lines]
    cited = _cited(lines, day)
    usual = sum(cited) + day > 1
    starts = [
        named or _begins_with_title(line, sign) or (usual and _begins_with_names(line))
        for named, line in zip(cited, lines, strict=True)
    ]
    called = [any(map(_is_called_title, line)) for line in lines]
    if any(called) and not all(called):
        day, starts = False, called
    if sum(starts) + day < _FEWEST_LINES:
        return [runs]
    pieces: list[list[Run]] = []
    for line, begins in zip(lines, starts, strict=True):
        if begins or not pieces:
            pieces.append(line)
        else:
            pieces[-1] += [Run(BREAK, line[0].line), *line]
    return pieces


def _cited(lines: list[list[Run]], day: bool) -> list[bool]:
    """Whether each line begins with people whom a title follows. That a year follows people tells so where the first
    line, behind a `day`, begins with people: below a title it is the title's authors or venue."""
    cited = [cites(line) for line in lines]
    for at, line in enumerate(lines[day + 1 :], start=day + 1):
        cited[at] = cited[at] and (any(cited[:at]) or not _credits_title(line))
    dated = [_begins_with_people_and_year(plain(line)) for line in lines]
    likely = [people or _begins_with_year_behind_words(plain(line)) for people, line in zip(dated, lines, strict=True)]
    first = next(iter(zip(lines[day:], cited[day:], likely[day:], strict=True)), ([], False, False))
    if first[1] or (first[2] and any(dated)) or (day and first[0] and _begins_with_names(first[0])):
        return [told or people for told, people in zip(cited, likely if any(dated) else dated, strict=True)]
    return cited


def _credits_title(line: list[Run]) -> bool:
    """Whether a line states people, and the place and year behind a sign: "Jane Roe — *Oikos* 2019". It may stand below
    a title."""
    flow = flow_of(line)
    span, way = find_title(flow)
    if span is None or way != "emphasis" or len(span.text.split()) > LABEL_WORDS:
        return False
    signed = flow.text[: span.start].rstrip().endswith(_DASHES)
    return signed and bool(parse_year(flow.text[span.end :].strip(" .,()")))


def _without_mark(line: list[Run]) -> list[Run]:
    """A line without the sign that the page's owner puts in front of some: "*Roe, Jane. 2019."."""
    return [replace(line[0], text=_MARK.sub("", line[0].text, count=1)), *line[1:]]


def _without_connective(line: list[Run]) -> list[Run]:
    """A line without the word that joins its paper to the one above: "and Roe 2019, A Title", "versus Poe (2020)"."""
    word = _CONNECTIVE.match(line[0].text)
    rest = line[0].text[word.end() :] if word else ""
    joined = word and split_name_and_year(rest + plain(line[1:]))
    return [replace(line[0], text=rest), *line[1:]] if joined else line


def _begins_with_people_and_year(text: str) -> bool:
    """Whether a line begins with people and a year, and a title may follow: "Roe 2019: A Title", "Roe, J., & Poe, M.
    (2019). A title"."""
    people = _PEOPLE_IN_FRONT.match(text)
    named = people is not None and (_are_names(people[1]) or are_surnames(people[1]))
    found = split_name_and_year(text)
    rest = text[people.end() :] if people and named else found[2] if found else ""
    return bool(rest) and not is_presentation(rest) and venue_of(rest.partition(". ")[0]) is None


def _begins_with_year_behind_words(text: str) -> bool:
    """Whether a line begins as those with people and a year do, though surnames look like words: "Keeling (1984)"."""
    front = _PEOPLE_IN_FRONT.match(text)
    return front is not None and are_single_words(front[1]) and venue_of(text[front.end() :].partition(". ")[0]) is None


def _begins_with_names(line: list[Run]) -> bool:
    """Whether a line begins with names and goes on with other words, as the lines around it do that cite papers."""
    text = flow_of(line).text
    names = _LEAD.match(text)
    return names is not None and (_are_names(names[1]) or are_surnames(names[1])) and author_likeness(text) == NO


def _are_names(text: str) -> bool:
    return author_likeness(text) != NO or is_person(text)


def _is_called_title(run: Run) -> bool:
    """Whether the markup calls words a title."""
    return run.hint == "title" and bool(run.text.strip())


def _begins_with_title(runs: list[Run], sign: str) -> bool:
    """Whether a line begins with a linked title, with surnames and the sign that items have behind them, or with a
    number and more words than facts have."""
    flow = flow_of(runs)
    number = ORDINAL.match(flow.text)
    if number and len(flow.text.split()) > _FACT_WORDS:
        return True
    if sign and split_at_sign(flow.text, sign):
        return True
    first = next(iter(flow.own_anchors), None)
    if not first or not title_like(first.text) or re.search(r"[^\W\d_]{3}", flow.text[: first.start]):
        return False
    person = is_person(first.text) and flow.text.startswith(",", first.end)  # the first of several
    return not person or names_paper(first.url)


def _by_links(runs: list[Run]) -> list[list[Run]]:
    """One piece a link, where all that stands between several linked titles of papers is a comma or the like, or where
    each has its authors behind it."""
    if sum(bool(run.url) for run in runs) < 2:
        return [runs]
    flow = flow_of(runs)
    called = [start for start, _, run in flow.places if _is_called_title(run)]
    titles = [
        link
        for link in flow.own_anchors
        if title_like(link.text) and link_role(link.url) is LinkRole.PAPER and (not called or link.start in called)
    ]
    if len(titles) < 2:
        return [runs]
    gaps = [flow.text[left.end : right.start] for left, right in pairwise(titles)]
    if not all(_BETWEEN.fullmatch(gap) for gap in gaps):
        titles = credited_links(flow, titles)
    starts = [title.start for title in titles[1:]]
    pieces: list[list[Run]] = [[]]
    for start, _, run in flow.places:
        if starts and start >= starts[0]:
            pieces.append([])
            starts.pop(0)
        pieces[-1].append(run)
    return pieces
