"""The inline runs of one list entry, table cell or paragraph in, the item they state out.

Markup decides first: what the page itself calls the title, a linked title, a quoted one, a strong one, an emphasised
one behind authors. Where markup says nothing, the words are read as plain text is. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from enrich.mentions.flow import Flow, Span, without
from enrich.mentions.items import Item
from enrich.mentions.links import find_stated_ids, find_urls, is_web, names_code, names_paper
from enrich.mentions.marked import find_title
from enrich.mentions.phrases import (
    HOLLOW,
    LABEL_WORDS,
    LONGEST_HEAD,
    ORDINAL,
    is_id,
    is_person,
    mostly_names,
    title_like,
    without_year,
)
from enrich.mentions.tags import Tag, parse_tag, parse_venue, parse_year, split_leading_tag, split_trailing_tag
from enrich.mentions.text.anchors import is_anchor
from enrich.mentions.text.entry import read_entry, read_rest
from enrich.mentions.text.names import STRONG, author_likeness, split_authors
from enrich.mentions.text.parts import Entry as Parts
from enrich.mentions.text.parts import Style
from enrich.mentions.text.venues import venue_of
from enrich.mentions.text.words import has_letters
from enrich.records import LinkRole

PLAIN = Style()
# Longer is no entry: the longest of the samples, with its abstract, has 2,400 characters. Bounds hostile text.
LONGEST_ENTRY = 12_000
_WHOLE_LONGEST = 40  # words; a longer cell is a description
_STYLE_SHARE = 0.3  # of siblings with authors in front, from which on weaker names are believed to be authors
# A list of so many entries, of which hardly any goes on behind its title, has titles with stops in them.
_STYLE_LEAST, _DESCRIBED_SHARE = 8, 0.2
_PICTURES = re.compile(r"^[^\w\[(【]+")  # bullets and emoji in front of an entry
_NAME_YEAR = re.compile(r"(?P<name>[^()]+?)\s*\((?:19|20)\d\d[a-z]?\)[.,:;\s]*")
_LINE_END = re.compile(r"(?<![.?!…\s])\s*\n\s*")  # a line that ends without a stop ends a sentence all the same
_WITH = re.compile(r"\((?:joint(?:ly)? )?with (?P<names>[^()]{3,300})\)")
_VOLUME = re.compile(r"[\s,.]*\d{1,4}(?:\(\d{1,3}\))?,?\s*\((?P<year>(?:19|20)\d\d)\)(?:[,:]?\s*\d+(?:[-–]\d+)?)?")
_LINE_NEAR = 4  # letters between a title and the line break behind it
_LAST_DASH = re.compile(r"(?P<title>.+\S)\s+(?:--|[–—-])\s+(?P<name>[^–—]+?)[\s.]*")


@dataclass(slots=True)
class Reading:
    """An item and how it was told: `way` is the sign that gave the title; `evident` says that something beside it
    (a paper's link, a tag, authors) makes it an item, and `position` is where the title starts in the text."""

    item: Item
    way: str
    evident: bool
    position: int
    authors_first: bool = False


def read_flow(flow: Flow, section: tuple[str, ...], style: Style = PLAIN) -> Reading | None:
    """The item that a flow states; None where there is no title in it. `style` is what its siblings have in common."""
    if len(flow.text) > LONGEST_ENTRY:
        return None
    span, way = find_title(flow)
    if span is None:
        span, way = _line_below_names(flow, style), "line"
    if span is None:
        return _read_plain(flow, section, style)
    parts = Parts(title=span.text)
    _read_before(flow.text[: span.start], parts)
    _read_title(parts)
    _read_after(flow, span.end, parts)
    return _reading(flow, parts, way, span.start, section)


def _line_below_names(flow: Flow, style: Style) -> Span | None:
    """The second of an entry's lines, where the first holds its authors: the author of the page parted them."""
    first, _, rest = flow.text.partition("\n")
    line = rest.split("\n")[0]
    names = first.strip(" .,")
    named = bool(author_likeness(names)) or is_person(names) or (style.authors_first and len(names.split()) <= 4)
    if not named or len(line.split()) < 2 or venue_of(line) or author_likeness(line) == STRONG:
        return None
    start = len(first) + 1
    return Span(start, start + len(line), line.strip())


def _read_plain(flow: Flow, section: tuple[str, ...], style: Style) -> Reading | None:
    """An item whose markup says nothing about the title."""
    text = words_alone(flow, 0)
    if not has_letters(text):
        return _read_address(flow, section)
    parts = _read_words(flow, " ".join(ORDINAL.sub("", text).split()), style)
    _read_title(parts)
    _split_names(text, parts)
    first = " ".join(parts.title.split()[:3])
    position = max(flow.text.find(first), 0)
    if parts.authors and not parts.venue:
        _take_emphasised_venue(flow, position + len(parts.title), parts)
    evident = bool(parts.authors or parts.venue or parts.year)
    reading = _reading(flow, parts, "plain", position, section)
    if reading:
        reading.evident |= evident
        reading.authors_first = parts.authors_first
    return reading


def _take_emphasised_venue(flow: Flow, start: int, parts: Parts) -> None:
    """The short emphasised phrase that stands alone behind the title of a citation: "... *The Journal* (2020)"."""
    for span in flow.spans(lambda run: run.emphasis and not run.strong and not run.url):
        alone = not flow.text[span.end :].strip()[:1].isalpha()
        if span.start >= start and alone and len(span.text.split()) <= LABEL_WORDS and has_letters(span.text):
            parts.venue = span.text.strip(" .,;")
            if (parts.description or "").startswith(span.text):
                parts.description = None
            return


def style_of(readings: Sequence[Reading]) -> Style:
    """The style that a fair share of readings shows."""
    first = sum(reading.authors_first or _lone_name(reading) for reading in readings)
    described = sum(bool(reading.item.description) for reading in readings)
    return Style(
        authors_first=first >= 2 and first >= _STYLE_SHARE * len(readings),
        described=len(readings) < _STYLE_LEAST or described >= _DESCRIBED_SHARE * len(readings),
    )


def _read_words(flow: Flow, text: str, style: Style) -> Parts:
    """The parts of plain words. The first leftover of a link ends what may be the title."""
    first = next((a.start for a in flow.anchors() if is_anchor(a.text.strip("[]()")) or is_id(a.text)), 0)
    head = " ".join(ORDINAL.sub("", flow.text[:first]).split()).strip(" [(|,;•·")
    if not title_like(head) or not text.startswith(head):
        return read_entry(text[:LONGEST_HEAD], style)
    parts = read_entry(head, style)
    if not parts.description:
        read_rest(text[len(head) :].strip(" |,;.:")[:LONGEST_HEAD], parts)
    return parts


def _lone_name(reading: Reading) -> bool:
    """Whether what was taken for a title looks like a single author, with the true title behind it."""
    item = reading.item
    return reading.way == "plain" and bool(item.description) and is_person(item.title.rstrip("."))


def whole_title(reading: Reading, flow: Flow) -> None:
    """Makes all words of a cell or heading the title, stops included, where no markup and no fact parts them."""
    item = reading.item
    if reading.way == "plain" and "\n" not in flow.text and not item.authors and not item.venue and not item.year:
        whole = words_alone(flow, 0)
        if len(whole.split()) <= _WHOLE_LONGEST:
            item.title, item.description = whole, None


def _split_names(text: str, parts: Parts) -> None:
    """Names between a title and its tag: "Title, First Author, Second Author, Venue 2020"."""
    if parts.authors:
        return
    dashed = _LAST_DASH.fullmatch(parts.title)
    if dashed and is_person(dashed["name"]) and title_like(dashed["title"]):
        parts.title, parts.authors = dashed["title"], (dashed["name"],)
        return
    if not (parts.venue or parts.year):
        return
    pieces = [piece.strip() for piece in re.split(r",\s+(?:and\s+)?|\s+(?:and|&)\s+", parts.title)]
    count = 0
    while count < len(pieces) - 1 and is_person(pieces[-1 - count]):
        count += 1
    if not count or (count == 1 and text.endswith(parts.title)):  # alone at the very end, it may be the title's own
        return
    cut = parts.title.rfind(pieces[-count])
    title = re.sub(r"[\s,;]*(?:\b(?:and|by)|&)?[\s,;]*$", "", parts.title[:cut])
    if title_like(title) and parts.title[:cut].rstrip().endswith((",", ";", " by")):
        parts.title, parts.authors = title, split_authors(", ".join(pieces[-count:]))


def _read_address(flow: Flow, section: tuple[str, ...]) -> Reading | None:
    """An entry that is nothing but an address: the address is the title."""
    links = flow.links()
    shown = find_urls(flow.text)
    if not shown or not is_web(shown[0].url):
        return None
    item = Item(line=flow.line_at(shown[0].start), title=shown[0].url, section=section, links=links, exact=True)
    return Reading(item, "address", True, shown[0].start)


def words_alone(flow: Flow, start: int) -> str:
    """The text from `start` on without addresses, identifiers and the words of links that are no part of a sentence."""
    gone = [(a.start, a.end) for a in flow.anchors() if a.start >= start and (is_anchor(a.text) or is_id(a.text))]
    text = without(flow.text, gone)
    gone = [(found.start, found.end) for found in (*find_urls(text), *find_stated_ids(text))]
    text = _LINE_END.sub(" . ", without(text, gone)[start:]).replace("\n", " ")
    while (shorter := HOLLOW.sub(" ", text)) != text:
        text = shorter
    return re.sub(r"(?:\s*[|/·•,;]\s*){2,}", " | ", re.sub(r"\s+\.(?:\s+\.)*\s+", ". ", text)).strip(" |/·•,;\n")


def _read_before(before: str, parts: Parts) -> None:
    """What stands in front of the title: tags, a year, authors."""
    text = _PICTURES.sub("", ORDINAL.sub("", before.replace("\n", " "))).strip(" *_|,;•·-–—")
    while text:
        tag, rest = split_leading_tag(text + " x")
        if not tag:
            break
        parts.add_tag(tag)
        text = rest.removesuffix("x").strip(" *_|,;-–—")
    cited = _NAME_YEAR.fullmatch(text)
    if (tag := parse_tag(text.strip(" :"))) and not (cited and is_person(cited["name"])):
        parts.add_tag(tag)
    elif author_likeness(names := without_year(text)) or is_person(names) or mostly_names(names):
        parts.authors = split_authors(names)
        year = re.search(r"\b(?:19|20)\d\d\b", text)
        parts.year = parts.year or (int(year[0]) if year else None)
    elif venue := parse_venue(text.strip(" :")):
        parts.venue = parts.venue or venue


def _read_title(parts: Parts) -> None:
    """Tags inside of a marked title, and a citation that is linked as a whole."""
    tag, rest = split_leading_tag(parts.title) if parts.title[:1] in "[(【" else (None, parts.title)
    if tag:
        parts.add_tag(tag)
        parts.title = rest
    rest, tag = split_trailing_tag(parts.title) if parts.title.rstrip(" .*_")[-1:] in ")]】" else (parts.title, None)
    if tag and title_like(rest):
        parts.add_tag(tag)
        parts.title = rest
    inner = read_entry(parts.title, Style()) if len(parts.title.split()) > LABEL_WORDS else None
    if inner and inner.authors and (inner.venue or inner.year) and title_like(inner.title):
        parts.title, parts.authors = inner.title, parts.authors or inner.authors
        parts.venue, parts.year = parts.venue or inner.venue, parts.year or inner.year


def _read_after(flow: Flow, end: int, parts: Parts) -> None:
    """What stands behind the title: tags, authors, venue, a description."""
    text = words_alone(_without_marked_facts(flow, end, parts), end).strip(' "”’*_:：,;-–—，；、。')
    for _ in range(4):
        tag, rest = split_leading_tag(text + " x")
        if not tag:
            break
        parts.add_tag(tag)
        text = rest.removesuffix("x").strip(" *_|,;.-–—:")
    text = _take_first_facts(text, flow, end, parts)
    text = re.sub(r"^(?:by|authors?\s*:|,)\s+", "", text, flags=re.I)
    if (year := parse_year(text.strip(" ().,"))) is not None:
        parts.year = parts.year or year
    elif not parts.venue and not parse_tag(text) and (venue := parse_venue(text)) and not is_anchor(venue):
        parts.venue = venue
    elif text:
        read_rest(text[:LONGEST_HEAD], parts)
        _take_tag_of_end(parts)


def _take_first_facts(text: str, flow: Flow, end: int, parts: Parts) -> str:
    """What follows one author on a line of their own, "(with Jane Roe)", and the volume and year of a marked venue."""
    line = flow.text[end:].lstrip(' "”’*_.,\n').split("\n")[0].strip(" .")
    text = text.lstrip(" .,")
    if not parts.authors and "\n" in flow.text[end : end + _LINE_NEAR] and is_person(line) and text.startswith(line):
        parts.authors, text = (line,), text[len(line) :].strip(" .,;")
    if not parts.authors and (others := _WITH.match(text)):
        parts.authors, text = split_authors(others["names"]), text[others.end() :].strip(" .,;")
    if parts.venue and not parts.year and (volume := _VOLUME.match(text)):
        parts.year, text = int(volume["year"]), text[volume.end() :].strip(" .,;")
    return text


def _without_marked_facts(flow: Flow, end: int, parts: Parts) -> Flow:
    """The flow without the phrases behind `end` that markup sets apart and that are a tag or names: `ICCV 2020`."""
    gone = []
    for span in flow.spans(lambda run: run.emphasis and not run.url and (run.hint or "emphasis")):
        if span.start < end:
            continue
        if not parts.venue and (tag := parse_tag(span.text) or _venue_alone(span.text)):
            parts.add_tag(tag)
        elif not parts.authors and (author_likeness(span.text) or is_person(span.text)):
            parts.authors = split_authors(span.text)
        else:
            continue
        gone.append((span.start, span.end))
    return Flow(without(flow.text, gone), flow.places, flow.pictures) if gone else flow


def _venue_alone(text: str) -> Tag | None:
    venue = parse_venue(text)
    return Tag(venue) if venue else None


def _take_tag_of_end(parts: Parts) -> None:
    """A tag in brackets behind the description or the authors."""
    if parts.description and parts.year is None:
        shorter, tag = split_trailing_tag(parts.description)
        if tag:
            parts.add_tag(tag)
            parts.description = shorter.strip(" .,;") or None


def _reading(flow: Flow, parts: Parts, way: str, position: int, section: tuple[str, ...]) -> Reading | None:
    if not has_letters(parts.title) and not re.search(r"\d", parts.title):
        return None
    links = flow.links()
    item = Item(
        line=flow.line_at(position),
        title=parts.title,
        section=section,
        year=parts.year,
        venue=parts.venue,
        authors=parts.authors,
        links=links,
        description=parts.description,
    )
    told = any(link.role is LinkRole.PAPER or names_paper(link.url) or names_code(link.url) for link in links)
    evident = told or bool(parts.year or parts.venue or parts.authors) or (way == "link" and bool(links))
    return Reading(item, way, evident, position)
