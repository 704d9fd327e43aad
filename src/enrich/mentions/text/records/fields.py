"""The fields of one labelled record in, its item out.

What a label means is told by general English words; `exports` says what tags mean. Pure.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from enrich.mentions.bibtex.people import person_names
from enrich.mentions.items import Item
from enrich.mentions.links import find_stated_ids, find_urls, make_link
from enrich.mentions.shapes.names import split_authors
from enrich.mentions.shapes.tags import find_year, parse_year
from enrich.mentions.shapes.venues import names_publication, venue_of
from enrich.records import MentionKind

MEANINGS = {
    label: meaning
    for meaning, labels in {
        "title": ("title",),
        "authors": ("authors", "author", "author(s)", "by", "creator", "creators", "creator(s)", "contributors"),
        "full name": ("author-name",),  # a line each, in RePEc's templates
        "venue": ("journal", "journal-ref", "journal ref", "venue", "conference", "published in"),
        "venue in full": (
            *("publication", "publication title", "proceedings title", "book title", "conference name"),
            "source title",
        ),
        "source": ("source",),  # the journal, or where the record comes from
        "numbers": ("volume", "vol", "issue"),
        "doi": ("doi",),
        "year": ("year", "date", "publication date", "publication year", "year of publication", "creation-date"),
        "issued": ("published", "date published", "date issued", "issue date"),
        "created": ("date created",),  # the paper, or its record
        "abstract": ("abstract", "summary"),
        "keywords": ("keywords", "tags", "descriptors", "author keywords"),
        "type": ("item type", "type", "document type", "reference type"),
        "comments": ("comments", "comment", "note", "notes"),
    }.items()
    for label in labels
}
_KINDS = {
    "dataset": MentionKind.DATASET,
    "data set": MentionKind.DATASET,
    "software": MentionKind.SOFTWARE,
    "data": MentionKind.DATASET,
    "computer program": MentionKind.SOFTWARE,
    "comp": MentionKind.SOFTWARE,
    "blog post": MentionKind.BLOG,
    "blog": MentionKind.BLOG,
}
# Their links and wording tell what they are.
_OPEN_TYPES = frozenset({"web page", "webpage", "website", "document", "other", "elec", "gen"})
_VENUES = ("venue", "venue in full", "venue in short", "source")
_YEARS = ("year", "issued", "created")  # the surest first
_PROSE = ("title", "abstract", "text", "comments")  # may have two blanks behind a stop, and any word with a colon
_ABSTRACT_WORDS = 12
_APART = re.compile(r"[;,]")
# "Roe, J (Roe, Jane); Moe, M (Moe, Max)"; other brackets say where people work.
_IN_FULL = re.compile(
    r"(?<![^;])\s*(?P<family>[^\s;(),][^;(),]*), [^;()]* \((?P<full>(?P=family), [^;()]+)\)(?=;|$)", re.I
)
_AT_WORK = re.compile(r" \([^;(),]+, [^;()]+\)(?=[;,]|$)")
# "The Journal  Volume: 3  Published: 2019"
_CELL = re.compile(r"(?<!\s)\s{2,}(?=[A-Z][A-Za-z-]*(?: [A-Za-z]+){0,2}: \S)")


@dataclass(slots=True)
class Field:
    """One label's value, `lines` being the physical lines it stands on. Free text has no label."""

    meaning: str
    text: str
    lines: list[int] = field(default_factory=list)

    def append(self, text: str, line: int) -> None:
        hyphen = self.text.endswith("-") and not self.text.endswith(" -") and text[:1].islower()
        self.text += ("" if hyphen or not self.text else " ") + text
        self.lines.append(line)


def part_cells(stated: Field) -> list[Field]:
    """A field and those that stand behind it on its line, each with its label, as cells do; in a title or running text
    only labels that mean something here, and not where a sentence ends."""
    first, *cells = _CELL.split(stated.text) if "  " in stated.text else [stated.text]
    found = [Field(stated.meaning, first, stated.lines)]
    for cell in cells:
        label, _, value = cell.partition(": ")
        meaning, last = MEANINGS.get(label.lower()), found[-1]
        if last.meaning in _PROSE and (meaning is None or last.text.endswith((".", "?", "!"))):
            last.text += f"  {cell}"
        else:
            found.append(Field(meaning or "", value.strip(), stated.lines))
    return found


def places_of(records: Iterable[Sequence[Field]]) -> frozenset[str]:
    """The names of the sources of records that are surely places of publication: other records have them without a
    volume."""
    sources = {each.text for fields in records for each in fields if each.meaning == "source"}
    tags = (venue_of(source) for source in sources)
    return frozenset(tag.venue for tag in tags if tag and tag.venue)


def item_of(fields: Iterable[Field], lines: Sequence[str], places: frozenset[str] = frozenset()) -> Item | None:
    """The item of one record, which stands on `lines`; None without a title. `places` are sources that are venues."""
    said: dict[str, list[Field]] = defaultdict(list)
    for each in fields:
        said[each.meaning].append(each)
    titles = [each for each in said["title"] if each.text]
    if not titles:
        return None
    said["source"] = [each for each in said["source"] if said["numbers"] or _is_published(each.text, places)]
    tag = venue_of(_first(said["venue"]) or _first(said["source"]) or "")
    stated = [_first(said[kind]) for kind in _VENUES]
    venue = (tag.venue if tag else None) or next((name for name in stated if name and "://" not in name), None)
    dois = [f"doi:{each.text}" for each in said["doi"] if each.text.startswith("10.")]
    links = [found.url for line in (*lines, *dois) for found in (*find_urls(line), *find_stated_ids(line))]
    return Item(
        line=titles[0].lines[0],
        title=titles[0].text,
        authors=_people(said),
        year=_first_year(said) or (tag.year if tag else None) or _year_posted(said),
        venue=venue,
        keywords=tuple(filter(None, (word.strip() for each in said["keywords"] for word in _APART.split(each.text)))),
        abstract=_first(said["abstract"]) or _first(said["text"], _ABSTRACT_WORDS),
        description=_first(said["comments"]),
        links=[make_link(url) for url in links],
        kind=_kind(_first(said["type"]) or ""),
        exact=True,
    )


def _first(fields: list[Field], words: int = 1) -> str | None:
    """The first value that has so many words."""
    return next((each.text for each in fields if len(each.text.split()) >= words), None)


def _is_published(source: str, places: frozenset[str]) -> bool:
    """Whether a source is a place of publication by its own words, or one of `places`, whatever database or friend
    others name."""
    tag = venue_of(source)
    return source in places or names_publication(source) or (tag is not None and tag.venue is not None)


def _people(said: dict[str, list[Field]]) -> tuple[str, ...]:
    """The authors: a line each, or all on one."""
    if single := said["full name"] or said["author"]:
        return person_names(" and ".join(each.text.replace(";", " and ") for each in single))
    stated = [_AT_WORK.sub("", _IN_FULL.sub(r"\g<full>", each.text)) for each in said["authors"]]
    return tuple(chain.from_iterable(map(split_authors, stated)))


def _kind(stated: str) -> MentionKind | None:
    """The kind that a record states; None where its links are to tell."""
    return None if stated.lower() in _OPEN_TYPES else _KINDS.get(stated.lower(), MentionKind.PAPER)


def _first_year(said: Mapping[str, Sequence[Field]]) -> int | None:
    """The first year among the values of the surest label that states one: "Published: Yes" states none."""
    years = (_year(each.text) for kind in _YEARS for each in said[kind])
    return next(filter(None, years), None)


def _year_posted(said: Mapping[str, Sequence[Field]]) -> int | None:
    """The year of the day and hour at which a paper was posted: "Tue, 14 Mar 2023 09:15:22 GMT   (1987kb)"."""
    days = (each.text.partition("(")[0] for kind in _YEARS for each in said[kind])
    return next(filter(None, map(find_year, days)), None)


def _year(text: str) -> int | None:
    """The year of "2019", "2019 Mar", "2019/03/01//", "3/2019", "MAR 2019"; a day with its hour is when the paper was
    posted, and less sure than where it appeared."""
    return parse_year(text[:4]) or parse_year(text) or (find_year(text) if ":" not in text else None)
