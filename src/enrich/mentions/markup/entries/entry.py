"""The inline runs of one list entry, table cell or paragraph in, the item they state out.

Markup decides first: what the page itself calls the title, a linked title, a quoted one, a strong one, an emphasised
one behind authors. Where markup says nothing, the words are read as plain text is. Pure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from enrich.mentions.entries.entry import read_entry
from enrich.mentions.entries.facts import read_rest
from enrich.mentions.entries.learned.barred import read_barred
from enrich.mentions.entries.marks import without_marks
from enrich.mentions.entries.notes import of_paper
from enrich.mentions.entries.parts import Entry as Parts
from enrich.mentions.entries.parts import Style
from enrich.mentions.items import Item
from enrich.mentions.links import find_urls, is_web, names_code, names_paper
from enrich.mentions.markup.entries.apart import IN
from enrich.mentions.markup.entries.around import (
    are_people_between,
    read_before,
    read_marked_title,
    read_names,
    split_names,
    words_alone,
)
from enrich.mentions.markup.entries.behind import read_after
from enrich.mentions.markup.entries.fronts import people_in_front, tags_in_front
from enrich.mentions.markup.entries.journals import (
    end_of_volume,
    has_volume,
    journal_behind,
    marked_journal,
    numbered_journal,
)
from enrich.mentions.markup.entries.lines import line_above_name, line_below_facts
from enrich.mentions.markup.entries.marked import (
    MARKS,
    find_title,
    is_behind_colon,
    lone_link,
    marked_title,
)
from enrich.mentions.markup.model.flow import Flow, Span, without
from enrich.mentions.shapes.anchors import is_anchor, leading_name, strip_leading
from enrich.mentions.shapes.leading import split_leading_tag
from enrich.mentions.shapes.names import NO, author_likeness, split_authors, without_by
from enrich.mentions.shapes.phrases import LABEL_WORDS, LONGEST_HEAD, ORDINAL, is_id, is_person, title_like
from enrich.mentions.shapes.tags import find_year, parse_tag
from enrich.mentions.shapes.words import has_letters
from enrich.records import LinkRole, MentionKind

PLAIN = Style()
# Longer is no entry: the longest of the samples, with its abstract, has 2,400 characters. Bounds hostile text.
LONGEST_ENTRY = 12_000
_WHOLE_LONGEST = 40  # words; a longer cell is a description
_UNSURE = frozenset({"plain", "line", "name", "emphasis"})  # ways by which markup sets titles apart weakly, or not
_SET_APART = frozenset({*MARKS, "quoted"})  # remarks stand behind titles so, and other titles inside of them
_WORDS = frozenset({"plain", "line", "address"})  # ways to read words by themselves
# "Doe, Poe & Loe (1992) "; with a journal that the document tells, "Roe 1989. " as well.
_DATED, _YEAR_IN_FRONT = re.compile(r"\((?:19|20)\d\d[a-z]?\)\W*$"), re.compile(r"(?:19|20)\d\d[a-z]?\W*$")
_DASH = re.compile(r"(?:\s*[–—•·]\s+)?")  # typed in front of an entry, for a list marker
# "..., Sea Stud., 12, 31-46, [address], 2019. A note.": what stands behind an address amid a citation's commas.
_YEAR_BEHIND_LINK = re.compile(r"\s*[,|]\s*(?P<year>(?:19|20)\d\d)\b(?=\W*$|\.\s|\s*[(\[])")


@dataclass(slots=True)
class Reading:
    """An item and how it was told: `way` is the sign that gave the title; `evident` says that something beside it
    (a paper's link, a tag, authors) makes it an item, and `position` is where the title starts in the text."""

    item: Item
    way: str
    evident: bool
    position: int
    authors_first: bool = False
    credited_first: bool = False  # by words in front of a title that markup tells
    link_aside: bool = False  # the only link to a paper that may be a title was not taken for it

    @property
    def told(self) -> bool:
        """Whether markup sets the title apart, so that it is the same whatever its siblings have in common, but for
        what sets theirs apart."""
        return self.way not in _WORDS


def read_flow(flow: Flow, section: tuple[str, ...], style: Style = PLAIN) -> Reading | None:
    """The item that a flow states; None where there is no title in it. `style` is what its siblings have in common."""
    if len(flow.text) > LONGEST_ENTRY:
        return None
    if barred := read_barred(" ".join(flow.text.split()), style.barred):
        return _reading(flow, barred, "plain", max(flow.text.find(barred.title), 0), section)
    span, way = (link, "link") if style.linked and (link := lone_link(flow)) else find_title(flow, style.people)
    if span and style.colon and way in _SET_APART and is_behind_colon(flow, span):
        span, way = None, ""
    named = leading_name(flow.text) if style.habits.named else None
    if span and named and span.start < named.end():
        span, way = None, ""
    unsure = span is None or way in _UNSURE or (way in MARKS and way != style.mark)
    title = marked_title(flow, style.mark) if style.mark else None
    if title and (unsure or (span and way == "link" and are_people_between(flow, title, span))):
        span, way = title, style.mark
    reading = _read_titled(flow, span, way, section, style)
    if reading:
        reading.link_aside = reading.way in _UNSURE and lone_link(flow) is not None
    return reading


def _read_titled(flow: Flow, span: Span | None, way: str, section: tuple[str, ...], style: Style) -> Reading | None:
    """The same, where markup makes `span` the title, if it does."""
    if span is None and "\n" in flow.text:
        span, way = line_below_facts(flow, style) or line_above_name(flow), "line"
    if span is None:
        return _read_plain(flow, section, style)
    parts = Parts(title=span.text)
    named, journal = leading_name(flow.text) if style.habits.named else None, journal_behind(flow, span.end)
    gone = [
        (anchor.start, anchor.end) for anchor in flow.anchors if anchor.end <= span.start and is_anchor(anchor.text)
    ]
    front = without(flow.text[: span.start], gone)[named.end() if named and not gone else 0 :]
    numbered = journal is not None and not has_letters(flow.text[span.end : journal.start])
    read_before(front, parts, placed=_is_placed(flow, span.end), numbered=numbered)
    credited = bool(parts.authors)
    if parts.venue and journal:  # what stands in front is no second venue: people, if nobody else stands behind
        told = any(journal.start == span.start for span in flow.spans(lambda run: run.hint == "venue"))
        dated = _DATED.search(front) or (told and _YEAR_IN_FRONT.search(front))
        people = split_authors(parts.venue) if numbered and dated else ()
        parts.authors, parts.venue = parts.authors or people, None
    read_marked_title(parts)
    read_after(flow, read_names(flow, span.end, parts) if way == "names" else span.end, parts)
    reading = _reading(flow, parts, way, span.start, section)
    if reading:
        reading.credited_first = credited
        reading.item.kind = MentionKind.PAPER if of_paper(front) else None  # though its only link is that of the code
    return reading


def _is_placed(flow: Flow, end: int) -> bool:
    """Whether but signs stand between a title and something emphasised."""
    behind = next((span for span in flow.spans(lambda run: run.emphasis) if span.start >= end), None)
    return behind is not None and not flow.text[end : behind.start].strip(" .,;")


def _read_plain(flow: Flow, section: tuple[str, ...], style: Style) -> Reading | None:
    """An item whose markup says nothing about the title."""
    front, start = tags_in_front(flow)
    authors, behind = people_in_front(flow, style.people)
    start = behind or start or _DASH.match(flow.text).end()  # type: ignore[union-attr]
    text = words_alone(flow, start)
    if not has_letters(text):
        return _read_address(flow, section)
    parts = _read_words(flow, start, " ".join(ORDINAL.sub("", text).split()), style)
    if authors:
        parts.authors, parts.authors_first = authors, True
    for tag in front:
        parts.add_tag(tag)
    read_marked_title(parts)
    split_names(text, parts)
    position = max(flow.text.find(" ".join(parts.title.split()[:3])), 0)
    if not parts.venue:
        _take_marked_venue(flow, position + len(parts.title), parts)
    evident = bool(parts.authors or parts.venue or parts.year)
    reading = _reading(flow, parts, "plain", position, section)
    if reading:
        reading.evident |= evident
        reading.item.entry = " ".join(flow.text.split())
        reading.item.whole = parts.whole if parts.whole in reading.item.entry else ""
        reading.authors_first = parts.authors_first
    return reading


def _take_marked_venue(flow: Flow, start: int, parts: Parts) -> None:
    """The short phrase that stands alone behind the title of a citation, "... *The Journal* (2020)": one that the
    document tells, or an emphasised one behind authors."""
    for span in flow.spans(
        lambda run: run.hint == "venue" or (parts.authors and run.emphasis and not run.strong and not run.url)
    ):
        alone = not flow.text[span.end :].strip()[:1].isalpha()
        if span.start >= start and alone and len(span.text.split()) <= LABEL_WORDS and has_letters(span.text):
            parts.venue = span.text.strip(" .,;")
            if (parts.description or "").startswith(span.text):
                parts.description = None
            return


def _read_words(flow: Flow, start: int, text: str, style: Style) -> Parts:
    """The parts of plain words from `start` on. The first leftover of a link ends what may be the title."""
    first = next((a.start for a in flow.anchors if is_anchor(a.text.strip("[]()")) or is_id(a.text)), 0)
    numbered = numbered_journal(flow, start)
    venue = numbered.journal if numbered else marked_journal(flow, start, credited=style.authors_first)
    first = venue.start if venue else first
    head = " ".join(ORDINAL.sub("", flow.text[start:first]).split()).lstrip(" |,;•·").rstrip(" [(|,;•·")
    if not title_like(head) or not text.startswith(head):
        return read_entry(text[:LONGEST_HEAD], style)
    rest = text[len(head) :]
    if not venue and (year := _YEAR_BEHIND_LINK.match(rest)):
        head, rest = f"{head}, {year['year']}", rest[year.end() :]
    parts = read_entry(head, style)
    if venue:
        if not venue.url and not parts.authors:  # an emphasised venue ends the title, stops and dashes included
            tag, title = split_leading_tag(without_marks(head))
            parts = _credited(parts, style) or _cited(text, head, style) or Parts(title=title)
            parts.add_tag(tag)
        behind = (parts.description or parts.venue or "").rstrip(" .")
        if parts.authors and behind and head.rstrip(" .").endswith(behind):  # a title of several sentences
            parts.title, parts.description, parts.venue = head[head.rindex(parts.title) :].rstrip(" ."), None, None
        parts.add_tag(parse_tag(venue.text))
        ends = " ,;" if numbered or has_volume(flow, venue) else " .,;"
        parts.venue = parts.venue or IN.sub("", venue.text).strip(ends)
        rest = rest.partition(venue.text.strip())[2] or rest
        parts.year = parts.year or (numbered.year if numbered else None)
        end = numbered.end if numbered else end_of_volume(flow, venue)
        rest = rest.strip().removeprefix(" ".join(flow.text[venue.end : end].split()))
    if not parts.description:
        read_rest(rest.strip(" |,;.:")[:LONGEST_HEAD], parts)
    if venue:
        parts.year = parts.year or find_year(flow.text[venue.start :])
    return parts


def _credited(parts: Parts, style: Style) -> Parts | None:
    """Title and authors, where a sentence behind the title says who they are: "A Title. By Jane Roe", or, among others
    with people there, "A Title. Jane Roe"."""
    said = (parts.description or "").strip(" .,;")
    names = without_by(said)
    told = (names != said or style.authors_behind) and (author_likeness(names) != NO or is_person(names))
    return Parts(title=parts.title, authors=split_authors(names)) if told else None


def _cited(text: str, head: str, style: Style) -> Parts | None:
    """Authors in front, and the rest of `head` as the title, where venue and year behind it show a citation."""
    whole = read_entry(text[:LONGEST_HEAD], style)
    if not whole.authors_first or whole.title not in head:
        return None
    return Parts(title=head[head.index(whole.title) :].rstrip(" ."), authors=whole.authors, authors_first=True)


def whole_title(reading: Reading, flow: Flow) -> None:
    """Makes all words of a cell or heading the title, stops included, where no markup and no fact parts them."""
    item, whole = reading.item, ORDINAL.sub("", strip_leading(words_alone(flow, 0)))
    stated = bool(item.authors or item.venue or item.year)
    if reading.way == "plain" and "\n" not in flow.text and not stated and len(whole.split()) <= _WHOLE_LONGEST:
        item.title, item.description = whole, None


def _read_address(flow: Flow, section: tuple[str, ...]) -> Reading | None:
    """An entry that is nothing but an address: the address is the title."""
    shown = find_urls(flow.text)
    if not shown or not is_web(shown[0].url):
        return None
    item = Item(line=flow.line_at(shown[0].start), title=shown[0].url, section=section, links=flow.links(), exact=True)
    return Reading(item, "address", True, shown[0].start)


def _reading(flow: Flow, parts: Parts, way: str, position: int, section: tuple[str, ...]) -> Reading | None:
    if not has_letters(parts.title) and not re.search(r"\d", parts.title):
        return None
    item = Item(
        line=flow.line_at(position),
        title=parts.title,
        section=section,
        year=parts.year,
        venue=parts.venue,
        authors=parts.authors,
        keywords=parts.keywords,
        links=flow.links(),
        files=flow.files(),
        description=parts.description,
    )
    told = any(link.role is LinkRole.PAPER or names_paper(link.url) or names_code(link.url) for link in item.links)
    evident = told or bool(parts.year or parts.venue or parts.authors) or (way == "link" and bool(item.links))
    return Reading(item, way, evident, position)
