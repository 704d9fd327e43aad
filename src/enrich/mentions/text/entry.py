"""One item's text in, its parts out: title, authors, venue, year, description, links.

The text may be a bare title, a title with tags before or behind it, a title with authors, venue or a description after
it, or a citation that begins with its authors. What stands where is told by shape; when nothing tells, all of it is the
title. Pure.
"""

from __future__ import annotations

import re
from itertools import islice
from dataclasses import dataclass, field

from enrich.mentions.tags import Tag, find_year, parse_tag, parse_year, split_leading_tag
from enrich.mentions.text.anchors import Habits, is_anchor, strip_anchors, strip_leading, take_urls
from enrich.mentions.text.citation import split_authors_first
from enrich.mentions.text.names import STRONG, author_likeness, is_single_name, split_authors
from enrich.mentions.text.venues import split_glued_venue, split_trailing_venue, venue_of
from enrich.mentions.text.words import capital_share, case_switch, has_letters, is_acronym, is_lower, sentences
from enrich.records import Link

_DOING = re.compile(r"\w{2,}ing\b")
_QUOTED = re.compile(
    r"(?:“(?P<a>[^“”]{8,400})”|\"(?P<b>[^\"]{8,400})\"|``(?P<c>[^`']{8,400})''|«(?P<d>[^«»]{8,400})»|《(?P<e>[^《》]{4,400})》)"
)
_DASH = re.compile(r"\s+(?:[-–—]|--|:-)\s+|\s+[|·•]\s+")
_BAR = re.compile(r"\s+[|·•]\s+")
_BY = re.compile(r"[,.]?\s+[Bb]y\s+(?=[A-Z])")
_VENUE_IN_FRONT = re.compile(r"\s*\[(?P<venue>[A-Z][^\[\]\d]{1,50})\]\s*(?=\S)")
_IN_ROUND = re.compile(r"\s*[(\[](?P<inner>[^()\[\]]{4,160})[)\]]\s*\.?\s*$")
# A subtitle behind a dash is seldom longer, a description seldom shorter.
_SUBTITLE_WORDS = 14
# Titles of more words without a stop were never seen; from here on a description without a stop is looked for.
_LONG_TITLE_WORDS = 11
# Titles with all their authors end before; what comes after is description.
_LONGEST = 3000
_COMMAS_TRIED = 60


@dataclass(slots=True)
class Entry:
    """The parts of one item. `tagged` and `anchored` say that venue, year or leftovers of links stood beside the title."""

    title: str = ""
    authors: tuple[str, ...] = ()
    venue: str | None = None
    year: int | None = None
    description: str | None = None
    abstract: str | None = None
    keywords: tuple[str, ...] = ()
    links: list[Link] = field(default_factory=list)
    anchored: bool = False
    authors_first: bool = False
    dashed: bool = False

    @property
    def evident(self) -> bool:
        """Whether something beside the title says that this is an item, and not a heading or a sentence."""
        return bool(self.year or self.venue or self.authors or self.links or self.anchored)

    def add_tag(self, tag: Tag | None) -> None:
        """Take over what a tag states, where nothing stood before."""
        if tag:
            self.venue = self.venue or tag.venue
            self.year = self.year or tag.year


@dataclass(frozen=True, slots=True)
class Style:
    """What the items of a list have in common, so that a single one can be read as its siblings are."""

    habits: Habits = field(default_factory=Habits)
    authors_first: bool = False
    authors_behind: bool = False
    dashed: bool = False
    described: bool = True
    venues: frozenset[str] = frozenset()  # venues that stand behind titles without a stop between, small letters


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
    """The parts of a text that is known to be a title: a cell of a table, with nothing behind it but tags and anchors."""
    entry = Entry()
    rest, entry.links = take_urls(text)
    entry.title = _take_tags(strip_leading(rest), entry, style) or text.strip()
    _read_quoted(entry.title, entry)
    return entry


def _take_tags(text: str, entry: Entry, style: Style) -> str:
    """`text` without anchors and tags at both ends; what they state goes to `entry`."""
    for _ in range(8):
        before = text
        text, anchored = strip_anchors(text, style.habits)
        entry.anchored |= anchored
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


def _read_quoted(text: str, entry: Entry) -> bool:
    """A title in quotation marks, with anything before (authors, a label) and after it (venue, description)."""
    match = _QUOTED.search(text)
    if not match or len(match[0].split()) < 3 or match.start() > 600:
        return False
    before = text[: match.start()].strip(" .,:;-–—")
    after = text[match.end() :].strip(" ,;-–—")
    named = bool(author_likeness(before)) or is_single_name(before)
    if before and not (named or _is_label(text[: match.start()])):
        return False
    entry.title = next(group for group in match.groups() if group).strip().rstrip(",")
    if named:
        entry.authors, entry.authors_first = split_authors(before), True
    _read_rest(after, entry)
    return True


def _is_label(before: str) -> bool:
    """Whether what stands before a quoted title is a short name with a colon, or a year."""
    stripped = before.strip()
    return (stripped.endswith((":", "-", "–", "—")) and len(stripped.split()) <= 4) or bool(
        parse_year(stripped.strip(" .,:()"))
    )


def _read_authors_first(text: str, entry: Entry, style: Style) -> bool:
    found = split_authors_first(text, expected=style.authors_first)
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
    count = _title_sentences(text, spans)
    if not style.described:
        count = _undescribed_sentences(text, spans, count)
    head, rest = text[: spans[count - 1][1]], text[spans[count - 1][1] :].strip()
    closed = bool(rest)
    head, behind = _split_head(head, entry, style, closed)
    entry.title = head.strip()
    _read_rest(" ".join(filter(None, (behind, rest))), entry)


def _title_sentences(text: str, spans: list[tuple[int, int]]) -> int:
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
        if (
            len(words) > _SUBTITLE_WORDS
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
        if len(part.split()) > _SUBTITLE_WORDS + 4 or _take_fact(part, Entry()):
            break
        if _reads_as_title(part):
            count = position + 1
    return count


def _reads_as_title(part: str) -> bool:
    """Whether a sentence is the second half of a title rather than a name or a venue: small words, or a part's number."""
    words = part.split()
    if re.fullmatch(r"[IVX]{1,4}|\d", words[0]) and len(words) == 1:
        return True
    return len(words) >= 3 and any(map(is_lower, words)) and not split_trailing_venue(part)[1]


def _split_head(head: str, entry: Entry, style: Style, closed: bool) -> tuple[str, str]:
    """`(title, what stands behind it)` of the first sentence: a dash, "by", names or a lower-case description split it."""
    for split in (_split_bars, _split_dash, _split_by, _split_round, _split_comma):
        if found := split(head, entry, style):
            return found
    words = head.split()
    if not closed and len(words) >= _LONG_TITLE_WORDS and (where := case_switch(head)):
        return head[:where], head[where:]
    return head, ""


def _split_bars(head: str, entry: Entry, style: Style) -> tuple[str, str] | None:
    cells = [cell.strip() for cell in _BAR.split(head)]
    if len(cells) < 2:
        return None
    for index, cell in enumerate(cells):
        if parse_year(cell) or parse_tag(cell) or is_anchor(cell):
            entry.add_tag(parse_tag(cell))
        else:
            return cell, ". ".join(cells[index + 1 :])
    return None


def _split_dash(head: str, entry: Entry, style: Style) -> tuple[str, str] | None:
    for match in _DASH.finditer(head):
        left, right = head[: match.start()].strip(), head[match.end() :].strip()
        if not left or not right:
            continue
        if tag := parse_tag(left):
            entry.add_tag(tag)
            return right, ""
        likely = author_likeness(left)
        expected = style.authors_first and (bool(likely) or is_single_name(left))
        if (likely == STRONG or expected) and not author_likeness(right):
            entry.authors, entry.authors_first = split_authors(left), True
            return right, ""
        if author_likeness(right) or venue_of(right) or style.dashed or _is_description(left, right):
            entry.dashed = True
            return left, right
    return None


def _is_description(left: str, right: str) -> bool:
    """Whether the words behind a dash are a sentence about the title rather than its second half."""
    words = right.split()
    small = 0.5 if len(left.split()) <= 2 else 0.34
    return len(words) >= 4 and (capital_share(words[1:]) < small or len(words) > _SUBTITLE_WORDS)


def _split_by(head: str, entry: Entry, style: Style) -> tuple[str, str] | None:
    matches = list(_BY.finditer(head))
    for match in reversed(matches):
        names = head[match.end() :]
        single = (entry.year or style.authors_behind) and is_single_name(names) and not _DOING.match(names)
        if author_likeness(names) or single:
            entry.authors = split_authors(names)
            return head[: match.start()], ""
    return None


def _split_round(head: str, entry: Entry, style: Style) -> tuple[str, str] | None:
    """Brackets behind a title that hold its authors, or its authors and year."""
    match = _IN_ROUND.search(head)
    if not match or not head[: match.start()].strip():
        return None
    inner = match["inner"]
    names = re.sub(r"[\s,]*\b\d{4}[a-z]?$", "", inner)
    if "et al" in inner or author_likeness(names) == STRONG:
        entry.year = entry.year or find_year(inner)
        return head[: match.start()], names
    return None


def _split_comma(head: str, entry: Entry, style: Style) -> tuple[str, str] | None:
    """Names, or an acronym alone, behind a comma."""
    for match in islice(re.finditer(r",\s+(?=[A-ZÀ-Þ])", head), _COMMAS_TRIED):
        left, right = head[: match.start()], head[match.end() :]
        if len(left.split()) < 2:
            continue
        if author_likeness(right) == STRONG or (author_likeness(right) and (entry.year or style.authors_behind)):
            return left, right
        if style.authors_behind and "," not in right and is_single_name(right):
            return left, right
        names = re.sub(r"[\s,(]*(?:19|20)\d\d[a-z]?\)?$", "", right)
        if author_likeness(names) == STRONG:
            return left, right
        tag = venue_of(right)
        if tag and (tag.year or (is_acronym(right) and len(right.split()) == 1 and len(left.split()) > 3)):
            return left, right
        names, tag = split_trailing_venue(right)
        if tag and author_likeness(names) == STRONG:
            return left, right
    return None


def _read_rest(text: str, entry: Entry) -> None:
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
