"""One item's text in, its parts out: title, authors, venue, year, description, links.

The text may be a bare title, a title with tags before or behind it, a title with authors, venue or a description after
it, or a citation that begins with its authors. What stands where is told by shape; when nothing tells, all of it is the
title. Pure.
"""

from __future__ import annotations

import re

from enrich.mentions.tags import Tag, find_year, parse_year, split_leading_tag
from enrich.mentions.text.anchors import is_anchor, strip_anchors, strip_leading, take_urls
from enrich.mentions.text.citation import split_authors_first
from enrich.mentions.text.heads import SUBTITLE_WORDS, split_head
from enrich.mentions.text.names import author_likeness, is_single_name, is_surname, split_authors
from enrich.mentions.text.parts import Entry, Style
from enrich.mentions.text.venues import split_glued_venue, split_trailing_venue, venue_of
from enrich.mentions.text.words import BLANKS, capital_share, has_letters, is_lower, sentences

_QUOTED = re.compile(
    r"(?:“(?P<a>[^“”]{8,400})”|\"(?P<b>[^\"]{8,400})\"|``(?P<c>[^`']{8,400})''|«(?P<d>[^«»]{8,400})»"
    r"|《(?P<e>[^《》]{4,400})》)"
)
_QUOTES = ("“", '"', "``", "«", "《")
_VENUE_IN_FRONT = re.compile(r"\s*\[(?P<venue>[A-Z][^\[\]\d]{1,50})\]\s*(?=\S)")
_CREDIT = re.compile(r"\s*\((?P<inner>[^()]{6,160})\)[\s.]*$")
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
# The day of a meeting in front of the paper it is about: "8 Dec: ...", "Mon, March 3 - ...", "03/12: ...".
_DAY_IN_FRONT = re.compile(
    rf"\A(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH}"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}/\d{{1,2}})(?:,?\s+20\d\d|/\d{{2,4}})?\s*(?::|\s[-–—|]|[—|])\s+(?=\S)",
    re.I,
)
# Titles with all their authors end before; what comes after is description.
_LONGEST = 3000


def read_entry(text: str, style: Style) -> Entry:
    """The parts of one item's text. The title is never empty while `text` has a letter in it."""
    entry = Entry()
    rest, entry.links = take_urls(text)
    rest, beyond = rest[:_LONGEST], rest[_LONGEST:]
    rest = strip_leading(rest)
    rest = _take_tags(rest, entry, style)
    if not has_letters(rest):
        entry.title = rest.strip() or text.strip()
        return entry
    if not _read_quoted(rest, entry) and not _read_authors_first(rest, entry, style):
        _read_title_first(rest, entry, style)
    entry.title = _as_written(entry.title, text)
    if beyond:
        entry.description = (entry.description or "") + beyond
    return entry


def _as_written(title: str, text: str) -> str:
    """The part of a title that stands in the text as it is: where a URL was taken out of the middle, it ends there."""
    written = " ".join(text.split())
    words = title.split()
    while len(words) > 1 and " ".join(words) not in written:
        words.pop()
    return " ".join(words)


def read_title(text: str, style: Style) -> Entry:
    """The parts of a text that is known to be a title: a cell of a table, with nothing behind it but tags and
    anchors."""
    entry = Entry()
    rest, entry.links = take_urls(text)
    entry.title = _take_tags(strip_leading(rest), entry, style) or text.strip()
    _read_quoted(entry.title, entry)
    return entry


def _take_tags(text: str, entry: Entry, style: Style) -> str:
    """`text` without anchors and tags at both ends; what they state goes to `entry`."""
    text = _DAY_IN_FRONT.sub("", text)
    for _ in range(8):
        before = text
        text, anchored = strip_anchors(text, style.habits)
        entry.anchored |= anchored
        if not entry.authors:
            text = _take_credit(text, entry)
        shorter, tag = split_trailing_venue(text)
        if not tag:
            shorter, tag = split_glued_venue(text, style.venues)
        if tag:
            entry.add_tag(tag)
            text = shorter
        if text == before:
            break
    for _ in range(4):
        tag, shorter = split_leading_tag(strip_leading(text))
        if not tag and entry.year and not entry.venue and (match := _VENUE_IN_FRONT.match(text)):
            tag, shorter = Tag(match["venue"]), text[match.end() :]
        if not tag:
            break
        entry.add_tag(tag)
        text = shorter
    return strip_leading(text).strip()


def _take_credit(text: str, entry: Entry) -> str:
    """`text` without brackets at its end that hold authors, venue and year: "Title (Roe et al., ISMIR 2018)"."""
    match = _CREDIT.search(text) if text.rstrip(BLANKS + ".").endswith(")") else None
    if not match or not text[: match.start()].strip():
        return text
    names, tag = split_trailing_venue(match["inner"])
    surname = tag is not None and tag.venue is not None and is_surname(names) and not is_anchor(names)
    if not tag or not (author_likeness(names) or surname):
        return text
    entry.authors = split_authors(names)
    entry.add_tag(tag)
    return text[: match.start()]


def _read_quoted(text: str, entry: Entry) -> bool:
    """A title in quotation marks, with anything before (authors, a label) and after it (venue, description)."""
    match = _QUOTED.search(text) if any(mark in text for mark in _QUOTES) else None
    if not match or len(match[0].split()) < 3 or match.start() > 600:
        return False
    if text[match.end() : match.end() + 1] in (":", "："):  # the quotation is the first half of the title
        return False
    before = text[: match.start()].strip(" .,:;-–—")
    after = text[match.end() :].strip(" ,;-–—")
    named = bool(author_likeness(before)) or is_single_name(before)
    if before and not (named or _is_label(text[: match.start()])):
        return False
    entry.title = next(group for group in match.groups() if group).strip().rstrip(",")
    if named:
        entry.authors, entry.authors_first = split_authors(before), True
    read_rest(after, entry)
    return True


def _is_label(before: str) -> bool:
    """Whether what stands before a quoted title is a short name with a colon, or a year."""
    stripped = before.strip()
    return (stripped.endswith((":", "-", "–", "—")) and len(stripped.split()) <= 4) or bool(
        parse_year(stripped.strip(" .,:()"))
    )


def _read_authors_first(text: str, entry: Entry, style: Style) -> bool:
    found = split_authors_first(text, expected=style.authors_first, cited=bool(entry.year and entry.venue))
    if not found:
        return False
    authors, year, rest = found
    entry.year = entry.year or year
    inner = Entry(year=entry.year, venue=entry.venue)
    if not _read_quoted(rest, inner):
        _read_title_first(rest, inner, style)
    entry.title, entry.description = inner.title, inner.description
    entry.venue, entry.year = inner.venue, inner.year
    entry.authors, entry.authors_first = split_authors(authors), True
    return True


def _read_title_first(text: str, entry: Entry, style: Style) -> None:
    """A title, then authors, venue or a description."""
    spans = sentences(text)
    count = _title_sentences(text, spans, cited=entry.year is not None)
    if not style.described:
        count = _undescribed_sentences(text, spans, count)
    head, rest = text[: spans[count - 1][1]], text[spans[count - 1][1] :].strip()
    closed = bool(rest)
    entry.dashed |= rest.startswith(("- ", "– ", "— "))
    head, behind = split_head(head, entry, style, closed)
    entry.title = head.strip()
    read_rest(" ".join(filter(None, (behind, rest))), entry)


def _title_sentences(text: str, spans: list[tuple[int, int]], *, cited: bool) -> int:
    """How many sentences the title is: more than one when a question is followed by its subtitle."""
    count = 1
    while count < len(spans):
        start, end = spans[count - 1]
        if text[start:end].rstrip("\"'”’)]*_ ")[-1:] not in "?!？！":
            break
        following = text[spans[count][0] : spans[count][1]]
        words = following.split()
        if author_likeness(following) or venue_of(following) or not words[0][:1].isupper():
            break
        if cited and is_single_name(following):
            break
        if (
            len(words) > SUBTITLE_WORDS
            or capital_share(words[1:]) < 0.4
            or (capital_share(text[start:end].split()) < 0.4)
        ):
            break
        count += 1
    return count


def _undescribed_sentences(text: str, spans: list[tuple[int, int]], count: int) -> int:
    """How many sentences the title is in a list without descriptions: all short ones up to the first fact."""
    for position in range(count, len(spans)):
        part = text[spans[position][0] : spans[position][1]].strip(" ,;")
        if len(part.split()) > SUBTITLE_WORDS + 4 or _take_fact(part, Entry()):
            break
        if _reads_as_title(part):
            count = position + 1
    return count


def _reads_as_title(part: str) -> bool:
    """Whether a sentence is the second half of a title rather than a name or a venue: small words, or a part's
    number."""
    words = part.split()
    if re.fullmatch(r"[IVX]{1,4}|\d", words[0]) and len(words) == 1:
        return True
    return len(words) >= 3 and any(map(is_lower, words)) and not split_trailing_venue(part)[1]


def read_rest(text: str, entry: Entry) -> None:
    """What stands behind a title: authors, venue and year in any order; the first sentence of another kind begins the
    description."""
    spans = sentences(text)
    for start, end in spans:
        part = text[start:end].strip(" ,;:-–—|")
        if not has_letters(part) and not find_year(part):
            continue
        if not _take_fact(part, entry):
            entry.description = text[start:].strip()
            return


def _take_fact(part: str, entry: Entry) -> bool:
    if not entry.authors and author_likeness(part):
        entry.authors = split_authors(part)
        return True
    if tag := venue_of(part):
        entry.add_tag(tag)
        return True
    names, tag = split_trailing_venue(part)
    if tag and not entry.authors and (author_likeness(names) or "et al" in names[-8:]):
        entry.authors = split_authors(names)
        entry.add_tag(tag)
        return True
    return is_anchor(part)
