"""The text of an entry in, where the words behind the facts in its midst begin: a tag, a year, people and their place
in brackets, people behind "by" or "with". What stands in front is the title. Pure but for the entry that it fills.
"""

from __future__ import annotations

import re
from itertools import islice

from enrich.mentions.entries.names.bracketed import take_credit
from enrich.mentions.entries.names.coauthors import co_authors
from enrich.mentions.entries.names.commas import begins_with_names_and_colon, may_be_people
from enrich.mentions.entries.names.surnames import split_said
from enrich.mentions.entries.parts import Entry
from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.names import (
    NO,
    STRONG,
    are_people,
    are_surnames,
    author_likeness,
    is_single_name,
    names_people,
    split_authors,
)
from enrich.mentions.shapes.tags import Tag, is_presentation, may_state_year, parse_name, parse_tag
from enrich.mentions.shapes.venues import venue_of
from enrich.mentions.shapes.words import sentences

_YEAR_IN_MIDST = re.compile(
    r"(?:\s|(?<=[\w?!)]))\((?P<year>(?:19|20)\d\d)\)(?::\s+(?=[^\W\d_])|(?:(?P<comma>,)|[:.])?\s+(?=[^\W\d_a-z]))"
)
_TAG_IN_MIDST = re.compile(r"\s[(\[](?P<tag>[^()\[\]]{3,60})[)\]]\s+(?:[-–—]|--)\s+(?=\S)")
_CREDIT_IN_MIDST = re.compile(
    r"\s\((?P<credit>[^()]{2,120} (?:19|20)\d\d[a-z]?(?:[,;:.] [^()]{2,60})?)\)(?=[,.:;]?\s|,?$)"
)
_PEOPLE_IN_MIDST = re.compile(
    r"[,.]?\s+by\s+(?P<names>[^\W\d_][^()]{1,160}?)\s+\((?P<tag>[^()]{4,80})\)(?=[,.:;]?\s|[.,]?$)"
)
_IN_SQUARE = re.compile(r"\s\[(?P<inner>[^\[\]]{4,400})\][.,:;]?\s")
_IN_BRACKETS = re.compile(r"\s\((?P<inner>[^()]{8,400})\)[.,:;]?(?=\s|$)")
# "A Title. p. 3-14. In A. Roe (ed.) A Book": of a chapter, its pages in front of the book.
_PAGES_AND_BOOK = re.compile(r"\.\s+(?:pp?\.|[Pp]ages) ?\d{1,5} ?[-–] ?\d{1,5}[.,;:]?\s+[Ii]n:?\s+(?=\S)")
# "A Title. In A. Roe & B. Poe (eds.), A Book, 3-14. The Town: Some Press", "A Title. In Proceedings of the Meeting (MET
# 2019), 3-14": the book behind the stop of a cited title, told by its editors, its pages or as proceedings.
_BOOK = re.compile(
    r"(?<=[.?!])\s+(?P<book>[Ii]n:?\s+(?:Proc(?:\.|eedings)\s|[^\W\d_a-z]"
    r"(?:[^()\d]{3,120} \([Ee]ds?\.?\)"
    r"|(?:(?!\.\s)[^()]){3,200}(?: \([^()]{2,60}\))?, (?:pp?\. ?)?\d{1,5}[-–]\d{1,5}\b)))"
)
# ", Ann. Shores 12, 345": a name, a volume and a page, where the year stands elsewhere. Words of names that are
# shortened have up to eight letters; ", May 12, 2017" is a day.
_WORD = r"[A-Z](?:[\w&]|\.(?<!\w{9}\.))*"
_NO_NAME = r"(?:[A-Z][a-z]{2,8}ber|January|February|March|April|May|June|July|August|Part|Pier|Level|Room|Page|Day) \d"
JOURNAL_AND_PAGE = re.compile(
    rf",\s+(?!{_NO_NAME})(?P<venue>{_WORD}(?: (?:{_WORD}|of|and|the|in|&)){{0,6}}) \d{{1,4}},"
    r" (?!(?:19|20)\d\d(?!\d))[A-Z]?\d{1,7}(?:[-–]{1,2}\d+)?(?=\s[-–—]\s+\S|$)"
)
# ", J. Sands, 12, 31-46, 2017.", ", J. Sands 12(3), e31, 2017. A note.": the year behind the pages.
_NAME = r"(?:[a-z]{2,5} )?[A-ZÀ-Þ][\w.&/-]*(?:(?:(?<=\.):)? (?:[A-ZÀ-Þ][\w.&/-]*|of|and|the|in|on|for|&)){0,9}"
_JOURNAL_PAGE_AND_YEAR = re.compile(
    rf",\s+(?!{_NO_NAME})(?P<venue>{_NAME}),? \d{{1,4}}(?: ?\(\d{{1,3}}(?:[-–/]\d{{1,3}})?\))?,"
    r" (?:[A-Za-z]{0,3}\d{1,7}(?:[-–—]{1,2}[A-Z]?\d{1,7})?|e\d{4}[A-Z]{2}\d{5,7}), (?P<year>(?:19|20)\d\d)"
    r"(?=\W*$|\. )"
)
_FAMILY_AND_COLON = re.compile(r"[^\W\d_][\w'’ -]{1,40}, (?:[A-Z]\.[ -]?)+: ")
_TAG_AND_NAMES = re.compile(r"\s[(\[](?P<tag>[^()\[\]]{4,60})[)\]](?P<by>,? by)?\.?\s+(?=[^\W\d_])")
_STOPS_TRIED = 8
_END_OF_NAMES = re.compile(r"[.:;]\s|\s[-–—|·]\s|\.?$")
_PLACE_BEHIND = re.compile(r",\s+(?P<name>[^,;()–—]{2,60}?)(?=\s+[-–—]\s|$)")
_FEWEST_WORDS = 3
DOING = re.compile(r"\w{2,}ing\b")
_NAME_END = re.compile(r",|\s(?:and|&|et al)\b")


def split_at_co_authors(text: str) -> tuple[str, str, str] | None:
    """`(title, names, rest)` of "A Title (with Jane Roe). The Journal 12 (2019), 3-14", "A Title [Jane Roe, Max Poe]
    The Journal 2019"; None if `text` is none such."""
    for match in _IN_SQUARE.finditer(text) if "[" in text else ():
        front, rest = text[: match.start()].strip(" .,"), text[match.end() :].strip(" .,;:–—-")
        if len(front.split()) > 1 and may_be_people(match["inner"]) and (tag := venue_of(rest)) and tag.year:
            return front, match["inner"], rest
    for match in _IN_BRACKETS.finditer(text) if "with " in text else ():
        front, names = text[: match.start()].strip(), co_authors(match["inner"])
        if names and len(front.split()) > 1 and not (is_single_name(front) or author_likeness(front) == STRONG):
            return front, names, text[match.end() :].strip()
    return None


def split_at_facts(text: str, entry: Entry) -> int:
    """Where the words behind a title and a tag, a credit, pages or a journal with its numbers begin, those and the
    title taken into `entry`, or the book that it is a part of; 0 if `text` has none such."""
    splits = (_split_at_tag, _split_at_book, split_at_credit, _split_at_pages, _split_at_journal)
    return next((end for split in splits if (end := split(text, entry))), 0)


def _split_at_tag(text: str, entry: Entry) -> int:
    """Where the words behind "A Title of Some Words (ICRA'21) - " begin, what is in front taken into `entry`; 0 if
    `text` is none such."""
    for match in _TAG_IN_MIDST.finditer(text):
        tag, title = parse_tag(match["tag"]), text[: match.start()].strip()
        if tag and tag.year and len(title.split()) >= _FEWEST_WORDS:
            entry.title, entry.dashed = title, True
            entry.add_tag(tag)
            return match.end()
    return 0


def _split_at_book(text: str, entry: Entry) -> int:
    """Where the book begins that the paper is a part of, where authors are known, the title taken into `entry`; 0 if
    none is named."""
    book = _BOOK.search(text) if entry.authors else None
    if book:
        entry.title = text[: book.start()].strip()
    return book.start("book") if book else 0


def _split_at_pages(text: str, entry: Entry) -> int:
    """The end of "A Title of Some Words. p. 3-14. In A. Roe (ed.) A Book", title and book taken into `entry`; 0 if
    `text` is none such."""
    match = _PAGES_AND_BOOK.search(text)
    if not match:
        return 0
    entry.title, entry.venue = text[: match.start()].strip(), entry.venue or text[match.end() :].strip(" .")
    return len(text)


def _split_at_journal(text: str, entry: Entry) -> int:
    """Where the words behind "A Title of Some Words, Ann. Shores 12, 345 — " begin, or those behind "A Title of Some
    Words, Ann. Shores, 12, 345, 2017." where authors are known, title and journal taken into `entry`; 0 if `text` is
    none such."""
    dated = _find_dated_journal(text) if entry.authors and may_state_year(text) else None
    match = dated or JOURNAL_AND_PAGE.search(text)
    if not match or len(text[: match.start()].split()) < _FEWEST_WORDS:
        return 0
    if " " not in match["venue"] and not (entry.year or dated):
        return 0
    entry.title, entry.dashed = text[: match.start()].strip(), not dated
    entry.add_tag(Tag(match["venue"], int(dated["year"]) if dated else None))
    return match.end()


def cited_journal(text: str, start: int) -> re.Match[str] | None:
    """The journal from `start` on in "Roe, J. and Poe, M.: A Title, J. Sands, 12, 31-46, 2019"; behind other names
    than those with a colon, stops end titles."""
    match = _find_dated_journal(text, start)
    named = match and (_FAMILY_AND_COLON.match(text) or begins_with_names_and_colon(text))
    return match if named else None


def _find_dated_journal(text: str, start: int = 0) -> re.Match[str] | None:
    """The journal, volume, pages and year behind the comma of "A Title, J. Sands, 12, 31-46, 2017."; None where a stop
    parts the words in front of the volume: those behind it alone are the journal."""
    match = _JOURNAL_PAGE_AND_YEAR.search(text, start)
    return match if match and _is_one_name(match["venue"]) else None


def _is_one_name(text: str) -> bool:
    """Whether the stops inside a name shorten its words: "J. Sands", "Sand Phys. Lett.", not "Mud. The Journal"."""
    words = text.split()
    stopped = [word.endswith(".") for word in words]
    if words[0].endswith(":"):
        return False  # "Roe, M.: Title"
    shortened = stopped[-1] and stopped.index(True) <= 1
    return True not in stopped[:-1] or shortened or words[0] == "J."


def split_at_credit(text: str, entry: Entry) -> int:
    """Where the words behind "A Title of Some Words (Roe et al. 2017), The Journal" or "A Title of Some Words (Roe et
    al., 2017, The Journal) A note." begin, what is in front and the journal taken into `entry`; 0 if `text` is none
    such."""
    for match in _CREDIT_IN_MIDST.finditer(text):
        title = text[: match.start()].strip()
        if len(title.split()) >= _FEWEST_WORDS and (take_credit(match["credit"], entry) or _take_code(match, entry)):
            entry.title = title
            place = None if entry.venue else _PLACE_BEHIND.match(text, match.end())
            venue = parse_name(place["name"]) if place else None
            entry.venue = entry.venue or venue
            return place.end() if place and venue else match.end()
    return 0


def _take_code(match: re.Match[str], entry: Entry) -> bool:
    """Adds the venue of one word, and the year, that brackets hold instead of a credit: "(ICRA 2017)"."""
    tag = parse_tag(match["credit"])
    entry.add_tag(tag)
    return bool(tag and tag.venue and " " not in tag.venue)


def split_at_people(text: str, entry: Entry, *, surnames: bool = False) -> int:
    """Where the words behind "A Title by Roe and Poe (ICRA 2017). What it does." or "A Title, Roe et al. What it does."
    begin, what is in front and in brackets taken into `entry`; 0 if `text` is none such. `surnames`: the second form is
    usual in its list."""
    if said := None if entry.authors else split_said(text, surnames=surnames):
        entry.title, entry.authors = said[0], split_authors(said[1])
        return len(text) - len(said[2])
    if end := _split_at_tag_and_people(text, entry) if may_state_year(text) else 0:
        return end
    for match in _PEOPLE_IN_MIDST.finditer(text) if " by " in text else ():
        title, names, tag = text[: match.start()].strip(), match["names"], parse_tag(match["tag"])
        if tag and tag.year and title and _are_credited(names, parted=text[match.start()] in ",."):
            entry.title, entry.authors = title, split_authors(names)
            entry.add_tag(tag)
            return match.end()
    return 0


def _split_at_tag_and_people(text: str, entry: Entry) -> int:
    """The same for "A Title (ICRA 2017) by Roe and Poe. What it does.", "A Title [ICRA 2017] Jane Roe and Max Poe"."""
    for match in _TAG_AND_NAMES.finditer(text):
        tag, title = parse_tag(match["tag"]), text[: match.start()].strip()
        if not (tag and tag.year and (match["by"] or tag.venue) and title):
            continue
        ends = list(islice(_END_OF_NAMES.finditer(text, match.end()), _STOPS_TRIED))
        for end in reversed(ends):
            names = text[match.end() : end.start()].strip()
            if (are_people(names) or may_be_people(names)) if match["by"] else _are_named(names):
                entry.title, entry.authors = title, split_authors(names)
                entry.add_tag(tag)
                return end.end()
    return 0


def _are_named(text: str) -> bool:
    """Whether a text names people in full, and not how a paper was presented."""
    return names_people(text) and not is_presentation(text) and not is_anchor(text)


def _are_credited(names: str, *, parted: bool) -> bool:
    """Whether words behind "by" are people: one name where a comma parts them from the title."""
    likely = author_likeness(names)
    weak = likely != NO or are_surnames(names) or (parted and is_single_name(names))
    return likely == STRONG or (weak and not DOING.search(names))


def year_in_midst(text: str, entry: Entry) -> re.Match[str] | None:
    """The first year in brackets with words behind it; small ones behind a colon are said of the item only where it
    states no other year: "The Flood (2009): causes and costs. ICES 2013"."""
    found = _YEAR_IN_MIDST.finditer(text)
    return next((match for match in found if not (entry.year and text[match.end()].islower())), None)


def split_at_year(text: str, entry: Entry) -> int:
    """Where the words behind "What Is a Title? And What Not (2018) A note." begin, title and year taken into `entry`;
    0 if `text` is none such: no full stop stands in front of the year."""
    match = year_in_midst(text, entry)
    if not match:
        return 0
    title, named = text[: match.start()], match["comma"] and _begins_with_name(text[match.end() :])
    stopped = any(title[:end].endswith(".") and not title[:end].endswith("..") for _, end in sentences(title)[:-1])
    if not named and (stopped or len(title.split()) < _FEWEST_WORDS):
        return 0
    entry.title, entry.year = title, entry.year or int(match["year"])
    return match.end()


def _begins_with_name(text: str) -> bool:
    """Whether one name stands in front of a comma, "and" or the end."""
    return is_single_name(_NAME_END.split(text, maxsplit=1)[0])
