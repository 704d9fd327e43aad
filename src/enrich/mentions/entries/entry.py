"""One item's text in, its parts out: title, authors, venue, year, description, links.

The text may be a bare title, one with facts beside it, or a citation. What stands where is told by shape; when nothing
tells, all of it is the title. Pure.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from enrich.mentions.entries.citation import ends_undated, split_authors_first, split_sure_comma
from enrich.mentions.entries.facts import read_rest
from enrich.mentions.entries.heads import begins_with_people, split_head
from enrich.mentions.entries.learned.barred import read_barred
from enrich.mentions.entries.learned.besideyears import split_known, split_venue_behind_year
from enrich.mentions.entries.learned.citedends import take_end
from enrich.mentions.entries.learned.fronts import authors_in_front, is_cited, is_label, read_front
from enrich.mentions.entries.learned.habits import form_of, remark_of
from enrich.mentions.entries.learned.venuefronts import split_bare_front, split_front
from enrich.mentions.entries.marks import without_marks
from enrich.mentions.entries.midst import (
    split_at_co_authors,
    split_at_facts,
    split_at_people,
    split_at_year,
)
from enrich.mentions.entries.midyears import read_year_apart
from enrich.mentions.entries.names.families import split_at_sign, split_names_in_front, take_families
from enrich.mentions.entries.names.inverted import read_inverted
from enrich.mentions.entries.names.mixed import upright
from enrich.mentions.entries.names.surnames import read_coloned, split_stated, take_surnames
from enrich.mentions.entries.names.titlecommas import read_titled
from enrich.mentions.entries.notes import add_note, find_note, split_note
from enrich.mentions.entries.parts import Entry, Style, as_written
from enrich.mentions.entries.runons import find_said
from enrich.mentions.entries.sides import Sides, is_behind_tag, read_sides
from enrich.mentions.entries.spans import split_sentences
from enrich.mentions.entries.tails import without_tail
from enrich.mentions.shapes.anchors import strip_anchors, strip_leading, take_urls
from enrich.mentions.shapes.names import NO, STRONG, author_likeness, is_surname, names_people, split_authors
from enrich.mentions.shapes.quotations import FEWEST_WORDS, find_quotation, is_single
from enrich.mentions.shapes.venues import venue_of
from enrich.mentions.shapes.words import has_letters

_LONGEST_TITLE, _QUOTED_WORDS = 400, 2
GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_BUTTON_IN_FRONT = re.compile(r"\A[\s.,]*[(\[](?:PDF|pdf|link|online|html)[)\]][\s.,]*")  # "A Title" (PDF). The Journal
_TITLE_LABEL = re.compile(r"title\s*[:：]\s*(?=\S+\s+\S)", re.I)


def read_entry(text: str, style: Style) -> Entry:
    """The parts of one item's text. The title is never empty while `text` has a letter in it."""
    if "al.. " in text:  # the stop behind names, and that of "et al."
        entry = read_entry(text.replace("al.. ", "al. "), style)
        entry.title = as_written(entry.title, text)
        return entry
    text = without_tail(GAP.sub(" | ", text.strip()) if style.gapped else text)
    if label := _TITLE_LABEL.match(text):
        rest, links = take_urls(text[label.end() :])
        return Entry(title=rest.strip() or text, links=links)
    if noted := split_note(text, style):
        return add_note(read_entry(noted.front, replace(style, noted=False, arrowed=False)), noted)
    bare = split_bare_front(text, style.bare_fronts) if style.bare_fronts else None
    if fronted := bare or (split_front(text, style.fronts) if style.fronts else None):
        behind = style.authors_behind or bare is not None or fronted[0].year is not None
        rest_style = replace(style, fronts=frozenset(), bare_fronts=frozenset(), authors_behind=behind)
        entry = read_entry(fronted[1], rest_style)
        entry.venue = None if bare else entry.venue  # in brackets behind people is where they work
        entry.add_tag(fronted[0])
        return entry
    parted = read_barred(text, style.barred) or read_year_apart(text)
    if parted := parted or (read_inverted(text, style.habits) if style.inverted else None):
        return parted
    if (style.ahead_of_years or style.behind_years) and (dated := _read_dated(text, style)):
        return dated
    if stated := split_stated(text, surnames=style.surnames):
        return Entry(title=stated[0], authors=split_authors(stated[1]), whole=text)
    listed = read_titled if style.titled else read_coloned if style.coloned else None
    if credited := _read_credited(text, style) or (listed(text, style.habits) if listed else None):
        return credited
    if style.behind_first_years and (found := split_venue_behind_year(text, style.behind_first_years)):
        entry = read_entry(found[1], replace(style, behind_first_years=frozenset()))
        entry.add_tag(found[0])
        return entry
    end, tags = find_note(text, style)
    if end:
        entry = read_entry(text[:end], style)
        said, links = take_urls(text[end:])
        entry.keywords += tags
        entry.links += links
        entry.description = " ".join(filter(None, (entry.description, said.strip(" ,-–—<←"))))
        return entry
    if style.credited and (form := form_of(text)) in style.credited:
        style = _with_authors_behind(style, surname_alone=form[-1:] == ")")
    named = split_names_in_front(strip_leading(text)) if style.dated else None
    sides = read_sides(named[2] if named else without_marks(text), style.habits, style.venues)
    entry = _entry_of(sides)
    if named:
        entry.authors, entry.authors_first = split_authors(upright(named[0])), True
        entry.year, entry.cited = named[1] or entry.year, bool(entry.venue)
    if not has_letters(sides.rest):
        entry.title = as_written(sides.rest or text.strip(), text)
        return entry
    own = take_families(sides.rest, entry) if style.families and is_behind_tag(sides, text) else sides.rest
    rest = take_surnames(take_end(own, entry, style), entry, style)
    if not _read_quoted(rest, entry, style) and (named or not _read_authors_first(rest, entry, style)):
        _read_title_first(rest, entry, style)
    entry.title = as_written(entry.title, text)
    if beyond := sides.beyond or (remark_of(text, style.habits) if sides.anchored else ""):
        entry.description = (entry.description or "") + beyond
    return entry


@lru_cache(maxsize=16)
def _with_authors_behind(style: Style, *, surname_alone: bool) -> Style:
    return replace(style, authors_behind=True, surname_alone=surname_alone)


def _read_dated(text: str, style: Style) -> Entry | None:
    """An entry whose year and venue are told by those of its list: in front of them stands its title alone, but for
    authors and links."""
    bare, links = take_urls(text)
    bare, anchored = strip_anchors(bare, style.habits)
    found = split_known(bare, style.ahead_of_years, style.behind_years)
    if not found:
        return None
    front, tag, rest = found
    if front.rfind("(") > front.rfind(")"):
        return None  # "A Title (Roe et al., Shore Stud. 2019)"
    entry = read_entry(front, replace(style, ahead_of_years=frozenset(), behind_years=frozenset()))
    if not (entry.authors or entry.anchored):
        entry = Entry(title=as_written(strip_leading(front).strip(" ,;"), text), whole=front)
    entry.venue, entry.year = tag.venue or entry.venue, tag.year
    entry.links = links
    entry.anchored |= anchored
    entry.dashed |= rest.lstrip()[:1] in "-–—"
    read_rest(rest.strip(" -–—|·:"), entry)
    return entry


def _read_credited(text: str, style: Style) -> Entry | None:
    """An entry with its co-authors in brackets behind the title, and perhaps where it appeared behind those."""
    if "[" not in text and ("with" not in text or "(" not in text):
        return None
    bare, links = take_urls(text)
    bare, anchored = strip_anchors(bare, style.habits)
    found = split_at_co_authors(bare)
    if not found:
        return None
    front, names, rest = found[0], found[1], found[2].removesuffix(" .").rstrip(" ,;")
    entry = read_entry(front, style)
    entry.authors = (*entry.authors, *split_authors(names))
    entry.links, entry.anchored = links, anchored
    if tag := venue_of(rest):
        entry.add_tag(tag)
    else:
        read_rest(rest, entry)
    return entry


def _entry_of(sides: Sides) -> Entry:
    tag = sides.tag
    return Entry(
        whole=sides.rest,
        links=list(sides.links),
        venue=tag.venue,
        year=tag.year,
        authors=sides.authors,
        anchored=sides.anchored,
        keywords=sides.labels,
    )


def read_title(text: str, style: Style) -> Entry:
    """The parts of a text that is known to be a title: a cell of a table, with nothing behind it but tags and
    anchors, and in front of it at most the surnames that those of its list have there."""
    sides = read_sides(text, style.habits, style.venues)
    entry = _entry_of(sides)
    rest = sides.rest
    if style.surname_sign and (named := split_at_sign(rest, style.surname_sign)):
        entry.authors, entry.authors_first, rest = split_authors(named[0]), True, named[1]
    entry.title = as_written(take_surnames(rest, entry, style) or text.strip(), text)
    _read_quoted(entry.title, entry, style)
    return entry


def _read_quoted(text: str, entry: Entry, style: Style) -> bool:
    """A title in quotation marks, with anything before (authors, a label) and after it (venue, description)."""
    match = find_quotation(text, _QUOTED_WORDS, whole=style.quoted)
    if not match:
        return False
    before = text[: match.start()].strip(" .,:;-–—")
    named = authors_in_front(before)
    if not (style.quoted or is_cited(before, match, entry)):
        lone = is_single(match) and not (before or entry.authors)
        short = len(match[0].split()) < FEWEST_WORDS and match[0] != text
        if lone or short or (before and not (named or is_label(text[: match.start()]))):
            return False
    entry.title = next(group for group in match.groups() if group).strip().rstrip(",")
    entry.quoted = True
    if named:
        entry.authors, entry.authors_first = named, True
    elif before:
        read_front(text[: match.start()], entry)
    read_rest(_BUTTON_IN_FRONT.sub("", text[match.end() :]).lstrip(" .,;-–—").rstrip(" ,;-–—"), entry)
    return True


def _read_authors_first(text: str, entry: Entry, style: Style) -> bool:
    found = _split_authors(text, entry, style)
    if not found or _are_names_left(found):
        return False
    names, year, rest = split_authors(upright(found[0])), *found[1:]
    cited = bool(entry.year or entry.venue) or ends_undated(text[: len(text) - len(rest)])
    entry.year = entry.year or year
    inner = Entry(year=entry.year, venue=entry.venue, authors=names, cited=cited)
    if not _read_quoted(rest, inner, style):
        _read_title_first(rest, inner, style)
    entry.title, entry.description = inner.title, inner.description
    entry.venue, entry.year = inner.venue, inner.year
    entry.authors, entry.authors_first = names, True
    return True


def _are_names_left(found: tuple[str, int | None, str]) -> bool:
    """Whether all behind what was taken for authors are names with their initials, perhaps cut at the first of those: a
    title stands in front of "A Title, J. Roe, M. Poe"."""
    initial = found[0].rpartition(", ")[2]
    cut = len(initial) == 2 and author_likeness(f"{initial} {found[2]}") == STRONG
    return cut or (found[2][1:2] == "." and author_likeness(found[2]) != NO)


def _split_authors(text: str, entry: Entry, style: Style) -> tuple[str, int | None, str] | None:
    if style.surname_sign and (named := split_at_sign(text, style.surname_sign)):
        return named[0], None, named[1]
    if style.comma_cited and entry.year and entry.venue and (cited := split_sure_comma(text)):
        return cited
    if style.authors_behind and not style.authors_first and names_people(text):
        return None  # "Hash Functions, Jane Roe, Max Poe": a title that looks like one more name
    return split_authors_first(
        text,
        expected=style.authors_first,
        cited=bool(entry.year and entry.venue),
        family_first=style.family_first,
        unstopped=style.unstopped,
        dated=style.dated,
        colon=style.colon,
        comma=style.comma,
        sign=style.sign,
    )


def _read_title_first(text: str, entry: Entry, style: Style) -> None:
    """A title, then authors, venue or a description."""
    front = text[:_LONGEST_TITLE]
    end = split_at_people(front, entry, surnames=style.said)
    if not end and (end := split_at_year(front, entry)):
        read_rest(text[end:], entry)
        return
    if not end and style.running and (said := find_said(text)):
        head = _read_sides_of(text[:said].rstrip(), entry, style)
        entry.title, entry.description = head, text[said:].strip(" -–—")
        return
    if end := end or split_at_facts(front, entry):
        rest = text[end:].lstrip(" ,.:;–—-")
        if not entry.authors and is_surname(rest):
            entry.authors = split_authors(rest)
        else:
            read_rest(rest, entry)
        return
    head, rest, closed = split_sentences(text, entry, style)
    head = _read_sides_of(head, entry, style) if closed else head
    entry.cited |= bool(entry.authors) and venue_of(rest) is not None
    entry.dashed |= rest.startswith(("- ", "– ", "— "))
    credited = (" by " in head or ", " in head) and begins_with_people(rest)
    head, behind = split_head(head, entry, style, closed, credited=credited)
    entry.title = take_end(head.strip(), entry, style)
    read_rest(" ".join(filter(None, (behind, rest))), entry)


def _read_sides_of(head: str, entry: Entry, style: Style) -> str:
    """What stands in front of a description without its own sides, and those into `entry`: they are at its ends in
    entries without a description."""
    sides = read_sides(head, style.habits, style.venues)
    if not has_letters(sides.rest) or len(sides.rest.split()) < 2:
        return head
    entry.add_tag(sides.tag)
    entry.authors = entry.authors or sides.authors
    entry.anchored |= sides.anchored
    return take_surnames(take_end(sides.rest, entry, style), entry, style)
