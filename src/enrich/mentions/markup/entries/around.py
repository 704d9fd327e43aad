"""What stands around the title of an entry, in a flow of runs: authors and tags in front, the words behind it, names
and tags in itself. Pure but for the parts it writes to.
"""

from __future__ import annotations

import re

from enrich.mentions.entries.entry import read_entry
from enrich.mentions.entries.learned.fronts import authors_in_front, without_year_behind
from enrich.mentions.entries.names.coauthors import co_authors
from enrich.mentions.entries.names.credits import are_one_or_joined, are_several, without_places
from enrich.mentions.entries.notes import of_paper
from enrich.mentions.entries.parts import Entry as Parts
from enrich.mentions.entries.parts import Style
from enrich.mentions.links import find_stated_ids, find_urls
from enrich.mentions.markup.model.flow import Flow, Span, without
from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.leading import split_leading_tag
from enrich.mentions.shapes.names import author_likeness, is_surname, split_authors, without_by
from enrich.mentions.shapes.phrases import (
    HOLLOW,
    LABEL_IN_BRACKETS,
    LABEL_WORDS,
    ORDINAL,
    UNDATED,
    is_citation,
    is_id,
    is_person,
    mostly_names,
    title_like,
    without_year,
)
from enrich.mentions.shapes.tags import Tag, find_year, parse_tag, parse_venue, split_trailing_tag
from enrich.mentions.shapes.words import OPENING_QUOTES, is_acronym

PICTURES = re.compile(r"^[^\w\[(【]+")  # bullets and emoji in front of an entry
_NAME_YEAR = re.compile(rf"(?P<name>[^()]+?)\s*\((?:(?:19|20)\d\d[a-z]?|(?i:{UNDATED}))\)[.,:;\s]*")
_LABEL_IN_FRONT = re.compile(r"[A-Z][a-z]+:\s+")
_FAMILY_FIRST = re.compile(r"[^\W\d_][\w'’-]+(?: [^\W\d_][\w'’-]+)?, (?:[A-Z]\.?[ -]?){1,4}")  # "Roe, J. M."
_YEAR = re.compile(r"\b(?:19|20)\d\d(?=[a-z]?\b)")
_DATED_END = re.compile(r"\((?:[\w. ]{1,16} )?(?P<year>(?:19|20)\d\d)[a-z]?\)\W*$")
_LAST_DASH = re.compile(r"(?P<title>.+\S)\s+(?:--|[–—-])\s+(?P<name>[^–—]+?)[\s.]*")
_LINE_END = re.compile(r"(?<![.?!…\s])\s*\n\s*")  # a line that ends without a stop ends a sentence all the same
_PICTURE = re.compile(r"(?<=\n)\s*(?:[•◦▪‣]|[^\w\s!-/:-@\[-`{-~“”‘’«»·•–—|¿¡]\S{0,3}) ")  # emoji or bullets
_STOPS = re.compile(r"\s+\.(?:\s+\.)*\s+")  # with blanks around, as line ends and hollow brackets leave them
_STOP_IN_FRONT = re.compile(r"^[.:]\s+")  # behind links that are gone
_LAST_STOP = re.compile(r"[,;]\s*\.$")  # of an entry whose last words are an address
_STOP_BEHIND_COMMA = re.compile(r"[,;]\s*(?=\.\s\S)")  # of one with a remark behind
_SIGN_BEHIND_YEAR = re.compile(r"(?<=\d\d) \([^\w\s()]{1,3}\)$")  # "ICES 2019 (!)": a mark of the page's owner
_BARS = re.compile(r"(?:\s*[|/·•,;]\s*){2,}")
_CITES = re.compile(r"\bet al\.?$|\((?:19|20)\d\d[a-z]?\)")  # another work in a title: "A Note on Roe et al. (2019)"
_PARTED = re.compile(r"\d\d|(?:(?:[^\w\s-]|\s-\s).*){2}", re.S)
_PLAIN = Style()


def are_people_between(flow: Flow, title: Span, link: Span) -> bool:
    """Whether nothing but people stand between a title and a link: that is the journal, or a button."""
    people = flow.text[title.end : link.start].strip(" ,.;:|*_·•–—-")
    return bool(author_likeness(people)) or is_person(people)


def words_alone(flow: Flow, start: int) -> str:
    """The text from `start` on without addresses, identifiers and the words of links that are no part of a sentence."""
    gone = [(a.start, a.end) for a in flow.anchors if a.start >= start and (is_anchor(a.text) or is_id(a.text))]
    text = without(flow.text, gone)
    gone = [(found.start, found.end) for found in (*find_urls(text), *find_stated_ids(text))]
    text = without(text, gone)[start:]
    if "\n" in text:
        text = _LINE_END.sub(" . ", _PICTURE.sub("", text)).replace("\n", " ")
    while (shorter := HOLLOW.sub(" ", text)) != text:
        text = shorter
    text = _SIGN_BEHIND_YEAR.sub("", text)
    text = _STOP_IN_FRONT.sub("", _BARS.sub(_one_sign, _STOPS.sub(". ", text)).strip(" |/·•,;\n"))
    return _STOP_BEHIND_COMMA.sub("", _LAST_STOP.sub("", text))


def _one_sign(signs: re.Match[str]) -> str:
    """The sign in the place of several that stood around what is gone: of commas alone, one."""
    return " | " if signs[0].strip(", ") else ", "


def read_before(before: str, parts: Parts, *, placed: bool = False, numbered: bool = False) -> None:
    """What stands in front of the title: tags, a year, authors: "Roe (2019), [Title](..), *Place*" is `placed`, "Roe
    (2019) [Title](..). *Place* 12:3-4" is `numbered`."""
    if of_paper(before):
        parts.year = parts.year or find_year(before)
        return
    text = PICTURES.sub("", ORDINAL.sub("", before.replace("\n", " "))).strip(" *_|,;•·-–—")
    while text:
        tag, rest = split_leading_tag(text + " x", titled=True)
        if not tag:
            break
        parts.add_tag(tag)
        text = rest.removesuffix("x").strip(" *_|,;-–—")
    quoted = text.endswith(OPENING_QUOTES)
    text = text.rstrip("".join(OPENING_QUOTES)).rstrip()
    text = co_authors(text.strip("() ")) or without_by(text)
    text = LABEL_IN_BRACKETS.sub("", text)
    if (label := _LABEL_IN_FRONT.match(text)) and _NAME_YEAR.fullmatch(text, label.end()):
        text = text[label.end() :]  # "Optional: Roe (2019)"
    if text.rstrip(" .,:;").endswith(")") and is_citation(text):  # "Roe et al. (2019, ICES): "
        text, tag = split_trailing_tag(text.rstrip(" .,:;"))
        parts.add_tag(tag or Tag(None, find_year(text[text.rfind("(") :])))  # "Roe (2019a)"
        text, undated = (without_year(text), True) if text.endswith(")") else (text, False)  # "Roe (in press)"
        placed = numbered or (placed and before.rstrip(" *_").endswith("),"))
        told = undated or (placed and tag and not tag.venue)
        if told and is_surname(text) and " " not in text and not is_acronym(text):
            parts.authors = (text,)
    name = without_year_behind(text)
    tagged = find_year(text) and name.isupper() and " " not in name  # "ICES 2019. “A Title”"
    if quoted and not tagged and (people := authors_in_front(name)):
        parts.authors, parts.year = people, parts.year or find_year(text)
        return
    cited, names = _NAME_YEAR.fullmatch(text), without_year(text)
    named = (cited and are_one_or_joined(cited["name"])) or _FAMILY_FIRST.fullmatch(names) or are_several(names)
    if (tag := parse_tag(text.strip(" :"))) and not named:
        parts.add_tag(tag)
    elif named or author_likeness(names) or is_person(names) or mostly_names(names):
        parts.authors = split_authors(names)
        year = _YEAR.search(text)
        parts.year = parts.year or (int(year[0]) if year else None)
    elif venue := parse_venue(text.strip(" :")):
        parts.venue = parts.venue or venue
    elif dated := _DATED_END.search(text):  # behind names of unusual shapes
        parts.year = parts.year or int(dated["year"])


def read_marked_title(parts: Parts) -> None:
    """Tags inside of a marked title, and a citation that is linked as a whole."""
    tag, rest = split_leading_tag(parts.title) if parts.title[:1] in "[(【" else (None, parts.title)
    if tag:
        parts.add_tag(tag)
        parts.title = rest
    rest, tag = split_trailing_tag(parts.title) if parts.title.rstrip(" .*_")[-1:] in ")]】" else (parts.title, None)
    if tag and title_like(rest) and (tag.venue or not _CITES.search(rest)):
        parts.add_tag(tag)
        parts.title = rest
    inner = read_entry(parts.title, _PLAIN) if _may_be_citation(parts.title) else None
    if inner and inner.authors and (inner.venue or inner.year) and title_like(inner.title):
        parts.title, parts.authors = inner.title, parts.authors or inner.authors
        parts.venue, parts.year = parts.venue or inner.venue, parts.year or inner.year


def _may_be_citation(title: str) -> bool:
    """Whether a title may have authors and a venue in it: nothing else parts them than a year, or several signs."""
    return len(title.split()) > LABEL_WORDS and _PARTED.search(title) is not None


def read_names(flow: Flow, start: int, parts: Parts) -> int:
    """Where the words behind the emphasised names end that follow at `start`; the names go to `parts`."""
    span = next(span for span in flow.spans(lambda run: run.emphasis) if span.start >= start)
    parts.authors = parts.authors or split_authors(without_places(span.text))
    return span.end


def split_names(text: str, parts: Parts) -> None:
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
