"""The inline runs of one list entry, table cell or paragraph in, the item they state out.

Markup decides first: what the page itself calls the title, a linked title, a quoted one, a strong one, an emphasised
one behind authors. Where markup says nothing, the words are read as plain text is. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from enrich.mentions.flow import Flow, Span, without
from enrich.mentions.items import Item
from enrich.mentions.links import find_stated_ids, find_urls, is_web, names_code, names_paper
from enrich.mentions.tags import parse_tag, parse_venue, parse_year, split_leading_tag, split_trailing_tag
from enrich.mentions.text.anchors import is_anchor
from enrich.mentions.text.entry import _read_rest as read_rest
from enrich.mentions.text.entry import read_entry
from enrich.mentions.text.names import NO, STRONG, author_likeness, split_authors
from enrich.mentions.text.parts import Entry as Parts
from enrich.mentions.text.parts import Style
from enrich.mentions.text.words import capital_share, has_letters
from enrich.records import LinkRole

_QUOTED = re.compile(r"“([^“”]{6,400})”|\"([^\"]{6,400})\"|``([^`']{6,400})''|«([^«»]{6,400})»|《([^《》]{4,400})》")
PLAIN = Style()
# Longer is no entry: the longest of the samples, with its abstract, has 2,400 characters. Bounds hostile text.
LONGEST_ENTRY = 12_000
_LONGEST_HEAD = 2_500  # characters in which an entry's title, authors and venue stand; what follows is description
_WHOLE_LONGEST = 40  # words; a longer cell is a description
_STYLE_SHARE = 0.3  # of siblings with authors in front, from which on weaker names are believed to be authors
_NOISE = re.compile(r"^[\W\d_]*$")
_HOLLOW = re.compile(r"[\[({]\s*(?:[|,;/·•&+]\s*)*[\])}]")
_LAST_DASH = re.compile(r"(?P<title>.+\S)\s+(?:--|[–—-])\s+(?P<name>[^–—]+?)[\s.]*")
_ORDINAL = re.compile(r"^\s*(?:\[\d{1,4}\]|\(\d{1,4}\)|\d{1,4}[.)])\s+")
_LABEL_WORDS = 6
_TITLE_WORDS = 3
_TAG_WORDS = 5  # and a year; longer venues are told by brackets or emphasis
# A link, quotation or strong phrase of fewer letters is a name ("Reformer"), of more words or letters it is a title.
_TITLE_LETTERS = 12
# Titles of papers are capitalised to this share at least where they stand behind a name without a colon.
_TITLE_CASE = 0.6


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
    span, way = _find_title(flow)
    if span is None:
        return _read_plain(flow, section, style)
    parts = Parts(title=span.text)
    _read_before(flow.text[: span.start], parts)
    _read_title(parts)
    _read_after(flow, span.end, parts)
    return _reading(flow, parts, way, span.start, section)


@lru_cache(maxsize=8192)
def title_like(text: str) -> bool:
    """Whether a phrase can be a title as it stands: words enough, no anchor, tag, address or list of names."""
    words = text.split()
    enough = len(words) >= _TITLE_WORDS or (len(words) == 2 and len(text) >= _TITLE_LETTERS) or _wide(text)
    if not enough or not has_letters(text) or text.startswith(("http://", "https://", "www.", "@", "#")):
        return False
    return not (is_anchor(text) or _is_tag(text) or author_likeness(text) == STRONG or _is_id(text))


def _is_tag(text: str) -> bool:
    """Whether a phrase is a tag, and short enough to be no title that ends in a year."""
    short = len(text.split()) <= _TAG_WORDS
    return (short and parse_venue(text) is not None) or parse_year(text) is not None


def _wide(text: str) -> bool:
    """Scripts without blanks between words."""
    return sum(ord(char) > 0x2E80 for char in text) >= _LABEL_WORDS


def _is_id(text: str) -> bool:
    found = find_stated_ids(text) or find_urls(text)
    return bool(found) and len(text) - (found[-1].end - found[0].start) < _TITLE_LETTERS


def _find_title(flow: Flow) -> tuple[Span | None, str]:
    """The span that markup makes the title, and the sign that says so."""
    hinted = [span for span in flow.spans(lambda run: run.hint == "title") if has_letters(span.text)]
    if hinted and not is_anchor(hinted[0].text):
        return hinted[0], "hint"
    anchors = flow.anchors()
    link = next((a for a in anchors if title_like(a.text) and _may_precede(flow.text[: a.start])), None)
    strong = next(
        (s for s in flow.spans(lambda run: run.strong) if title_like(s.text) and _may_precede(flow.text[: s.start])),
        None,
    )
    quoted = _quoted(flow, link)
    if quoted and (not link or quoted.start < link.start):
        return quoted, "quoted"
    if link and (
        not strong or strong.start >= link.start or names_paper(link.url) or link.url.lower().endswith(".pdf")
    ):
        return _whole_link(flow, link, strong), "link"
    if strong:
        return _with_subtitle(flow, strong), "strong"
    emphasised = _emphasised(flow)
    return (emphasised, "emphasis") if emphasised else _name_first(flow, anchors)


def _whole_link(flow: Flow, link: Span, strong: Span | None) -> Span:
    """A link with the rest of a strong phrase that it begins ("**[Name](url): the rest**")."""
    if strong and strong.start <= link.start and strong.end > link.end and ":" in flow.text[link.end : link.end + 2]:
        return Span(link.start, strong.end, flow.text[link.start : strong.end].strip(), link.url)
    return link


def _may_precede(before: str) -> bool:
    """Whether the words in front of a phrase leave it the title: nothing, tags, numbers, a label, or authors."""
    if len(before) > _LONGEST_HEAD:
        return False
    text = _ORDINAL.sub("", before).strip(" *_-–—|,.;•·")
    if not text or _NOISE.match(text) or _is_tag(text) or is_anchor(text.strip("[]():")):
        return True
    if len(text.split()) <= _LABEL_WORDS and (
        text.endswith((":", "：")) or before.rstrip().endswith(("-", "–", "—", "|", ":", "]", "\n"))
    ):
        return True
    names = _without_year(split_leading_tag(text)[1])
    if len(names.split()) <= 2 or author_likeness(names) != NO or is_person(names) or _mostly_names(names):
        return True
    return "et al" in text and len(text.split()) <= _LABEL_WORDS


def _without_year(text: str) -> str:
    return re.sub(r"[\s,.;:]*\(?\b(?:19|20)\d\d[a-z]?\b\)?[\s.,:;]*$", "", text).strip(" .,:;")


def _mostly_names(text: str) -> bool:
    """Whether words in front of a marked title are names, some of which have an unusual shape."""
    parts = [part.split() for part in re.split(r",|;|\band\b|&", text) if part.strip()]
    return len(parts) >= 2 and all(len(part) <= _LABEL_WORDS and capital_share(part) == 1 for part in parts)


def is_person(text: str) -> bool:
    """Whether a phrase may be the name of one person: two to four words of the shape of names."""
    return 2 <= len(text.split()) <= 4 and author_likeness(f"{text} et al.") != NO


def _quoted(flow: Flow, link: Span | None) -> Span | None:
    """The first quotation that is long enough and stands where a title may; not one inside a linked title."""
    for match in _QUOTED.finditer(flow.text):
        inner = next(group for group in match.groups() if group)
        inside = (
            link
            and link.start <= match.start()
            and match.end() <= link.end
            and match.end() - match.start() + 2 < link.end - link.start
        )
        if not inside and title_like(inner.strip(" ,.")) and _may_precede(flow.text[: match.start()]):
            start = flow.text.index(inner, match.start())
            return Span(start, start + len(inner), inner.strip().rstrip(","))
    return None


def _with_subtitle(flow: Flow, strong: Span) -> Span:
    """A strong name that ends in a colon goes on behind it."""
    if not strong.text.endswith(":"):
        return strong
    return _extend(flow, strong) or strong


def _extend(flow: Flow, name: Span) -> Span | None:
    """A name with the title-cased phrase behind it: "**GraphX**: Processing Graphs at Scale"."""
    limit = min([a.start for a in flow.anchors() if a.start >= name.end and is_anchor(a.text)] or [len(flow.text)])
    rest = _HOLLOW.sub("", flow.text[name.end : limit])
    parts = read_entry(rest.strip(" :：-–—*_[("), Style()) if has_letters(rest) else Parts()
    words = parts.title.split()
    if len(words) < _TITLE_WORDS - 1 or capital_share(words) < _TITLE_CASE:
        return None
    end = flow.text.find(parts.title, name.end)
    return (
        Span(name.start, end + len(parts.title), flow.text[name.start : end + len(parts.title)]) if end >= 0 else None
    )


def _emphasised(flow: Flow) -> Span | None:
    for span in flow.spans(lambda run: run.emphasis):
        before = flow.text[: span.start].strip(" .,:;*_-–—|")
        if (
            title_like(span.text)
            and not is_person(span.text)
            and (not before or parse_tag(before) or author_likeness(_without_year(before)))
        ):
            return span
    return None


def _name_first(flow: Flow, anchors: list[Span]) -> tuple[Span | None, str]:
    """A short linked or strong name at the start, with a title-cased phrase behind its colon if there is one."""
    firsts = [*anchors[:1], *flow.spans(lambda run: run.strong)[:1]]
    for span in sorted(firsts, key=lambda span: span.start):
        word = span.text.strip(" :：[]()")
        ahead = _ORDINAL.sub("", flow.text[: span.start]).strip(" -–—|•·*_[(")
        named = ahead == "" or _is_tag(ahead) or _NOISE.match(ahead)
        if (
            not named
            or not has_letters(word)
            or is_anchor(word)
            or parse_tag(word)
            or _is_id(word)
            or word.startswith("@")
        ):
            continue
        behind = flow.text[span.end :].lstrip()
        if span.text.endswith((":", "：")) or behind[:1] in (":", "："):
            if longer := _extend(flow, span):
                return longer, "name"
        elif not span.url and behind and (longer := _extend(flow, span)):
            start = flow.text.find(longer.text[len(span.text) :].strip(" -–—"), span.end)
            return Span(start, longer.end, flow.text[start : longer.end]), "behind name"
        return Span(span.start, span.end, word, span.url), "name"
    return None, ""


def _read_plain(flow: Flow, section: tuple[str, ...], style: Style) -> Reading | None:
    """An item whose markup says nothing about the title."""
    text = words_alone(flow, 0)
    if not has_letters(text):
        return _read_address(flow, section)
    parts = _read_words(flow, " ".join(_ORDINAL.sub("", text).split()), style)
    _read_title(parts)
    _split_names(parts)
    first = " ".join(parts.title.split()[:3])
    position = max(flow.text.find(first), 0)
    evident = bool(parts.authors or parts.venue or parts.year)
    reading = _reading(flow, parts, "plain", position, section)
    if reading:
        reading.evident |= evident
        reading.authors_first = parts.authors_first
    return reading


def style_of(readings: Sequence[Reading]) -> Style:
    """The style that a fair share of readings shows."""
    first = sum(reading.authors_first or _lone_name(reading) for reading in readings)
    return Style(authors_first=True) if first >= 2 and first >= _STYLE_SHARE * len(readings) else PLAIN


def _read_words(flow: Flow, text: str, style: Style) -> Parts:
    """The parts of plain words. The first leftover of a link ends what may be the title."""
    first = next((a.start for a in flow.anchors() if is_anchor(a.text.strip("[]()")) or _is_id(a.text)), 0)
    head = " ".join(_ORDINAL.sub("", flow.text[:first]).split()).strip(" [(|,;•·")
    if not title_like(head) or not text.startswith(head):
        return read_entry(text[:_LONGEST_HEAD], style)
    parts = read_entry(head, style)
    if not parts.description:
        read_rest(text[len(head) :].strip(" |,;.:")[:_LONGEST_HEAD], parts)
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


def _split_names(parts: Parts) -> None:
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
    if not count:
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
    gone = [(a.start, a.end) for a in flow.anchors() if a.start >= start and (is_anchor(a.text) or _is_id(a.text))]
    text = without(flow.text, gone)
    gone = [(found.start, found.end) for found in (*find_urls(text), *find_stated_ids(text))]
    text = without(text, gone)[start:].replace("\n", " . ")
    while (shorter := _HOLLOW.sub(" ", text)) != text:
        text = shorter
    return re.sub(r"(?:\s*[|/·•,;]\s*){2,}", " | ", re.sub(r"\s+\.(?:\s+\.)*\s+", ". ", text)).strip(" |/·•,;\n")


def _read_before(before: str, parts: Parts) -> None:
    """What stands in front of the title: tags, a year, authors."""
    text = _ORDINAL.sub("", before.replace("\n", " ")).strip(" *_|,;•·-–—")
    while text:
        tag, rest = split_leading_tag(text + " x")
        if not tag:
            break
        parts.add_tag(tag)
        text = rest.removesuffix("x").strip(" *_|,;-–—")
    if tag := parse_tag(text.strip(" :")):
        parts.add_tag(tag)
    elif author_likeness(names := _without_year(text)) or is_person(names) or _mostly_names(names):
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
    inner = read_entry(parts.title, Style()) if len(parts.title.split()) > _LABEL_WORDS else None
    if inner and inner.authors and (inner.venue or inner.year) and title_like(inner.title):
        parts.title, parts.authors = inner.title, parts.authors or inner.authors
        parts.venue, parts.year = parts.venue or inner.venue, parts.year or inner.year


def _read_after(flow: Flow, end: int, parts: Parts) -> None:
    """What stands behind the title: tags, authors, venue, a description."""
    text = words_alone(flow, end).strip(' "”’*_:：,;-–—')
    for _ in range(4):
        tag, rest = split_leading_tag(text + " x")
        if not tag:
            break
        parts.add_tag(tag)
        text = rest.removesuffix("x").strip(" *_|,;.-–—:")
    text = re.sub(r"^(?:by|authors?\s*:|,)\s+", "", text, flags=re.I)
    if (year := parse_year(text.strip(" ().,"))) is not None:
        parts.year = parts.year or year
    elif text:
        read_rest(text[:_LONGEST_HEAD], parts)
        _take_tag_of_end(parts)


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
