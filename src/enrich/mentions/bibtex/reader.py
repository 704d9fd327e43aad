"""BibTeX in, items out, one an entry: strings and cross-references resolved, TeX accents decoded, braces gone.

bibtexparser splits the text into blocks; an entry whose braces don't close costs only itself. Entries that share a key
are kept, each with its own fields.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from enrich.identifiers import parse_arxiv_id, parse_doi
from enrich.mentions.bibtex.people import person_names
from enrich.mentions.bibtex.slips import closed, end_of_first, fields_of, swallows_fields
from enrich.mentions.bibtex.tex import plain_text
from enrich.mentions.items import Draft, Item
from enrich.mentions.links import find_stated_ids, find_urls, make_link
from enrich.mentions.shapes.months import SHORT_NAMES
from enrich.mentions.shapes.tags import find_year
from enrich.records import Document, LineClass, Link, LinkRole, MentionKind

if TYPE_CHECKING:
    from bibtexparser.model import Block, Entry

_ENTRY = re.compile(r"^[ \t]*@[A-Za-z]+\s*[{(]\s*[^,\s{}()=]+\s*,", re.M)
_FIELD = re.compile(r"\b(?:title|author|year|date|journal|booktitle)\s*=", re.I)
_PIECE = re.compile(r"\{(?:[^{}]|\{[^{}]*\})*\}|\"[^\"]*\"|[^\s#{}\"]+")
_KINDS = {
    "software": MentionKind.SOFTWARE,
    "dataset": MentionKind.DATASET,
    "proceedings": MentionKind.OTHER,
    "mvproceedings": MentionKind.OTHER,
    "collection": MentionKind.OTHER,
}
# Entries of these types may be anything with an address; their links and wording tell what.
_OPEN_TYPES = frozenset(["misc", "online", "electronic", "www", "webpage", "manual"])
_LINKED = ("url", "ee", "pdf", "note", "howpublished", "journal", "volume", "code", "github", "link")
# Fields whose addresses are read by themselves, or lead to no page of the work.
_NO_LINKS = ("doi", "eprint", "abstract", "biburl", "bibsource", "license", "copyright", "rights", "issn", "isbn")
_ADDRESS, _MACRO = re.compile(r"https?://\S+"), re.compile(r"\\[A-Za-z]{2,}")
LONGEST_STRING = 2_000  # characters; strings made of strings could double without end
_VENUES = (
    "journal",
    "journaltitle",
    "booktitle",
    "eventtitle",
    "series",
    "school",
    "institution",
    "publisher",
    "howpublished",
)
_INHERITED = ("year", "date", "publisher", "editor", "series", "booktitle", "journal", "month", "doi_of_volume")


@dataclass(slots=True)
class _Entry:
    """An entry with its fields by lower-case name, as text, and where its title stands."""

    kind: str
    key: str
    line: int
    last: int
    title_line: int
    fields: dict[str, str]


def read(document: Document) -> Draft:
    """The draft of a BibTeX document."""
    draft = Draft()
    blocks = _split(document.text)
    entries = _entries(blocks, 1)
    for entry in entries:
        draft.note_all(range(entry.line, entry.last + 1), LineClass.CONTINUATION, "of a BibTeX entry")
    for block in blocks:
        first = (block.start_line or 0) + 1
        draft.note_all(range(first, first + (block.raw or "").count("\n") + 1), LineClass.IGNORED, _why(block))
    draft.items = _items(entries)
    if not draft.items:
        draft.doubt = "No BibTeX entry of this document has a title and closed braces."
    return draft


def read_entries(text: str, first_line: int) -> list[Item]:
    """The items of the BibTeX entries in `text`, whose first line is `first_line` of its document."""
    return _items(_entries(_split(text), first_line))


def looks_like(text: str) -> bool:
    """Whether `text` holds a BibTeX entry."""
    return bool(_ENTRY.search(text) and _FIELD.search(text))


def _split(text: str) -> Sequence[Block]:
    from bibtexparser.splitter import Splitter

    # What it warns of (blocks that don't close) is said in the notes of their lines.
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    return list(Splitter(text).split().blocks)


def _why(block: Block) -> str:
    from bibtexparser.model import ParsingFailedBlock, Preamble, String

    if isinstance(block, ParsingFailedBlock):
        return "a BibTeX entry whose braces or quotes don't close"
    return (
        "a BibTeX string"
        if isinstance(block, String)
        else "a BibTeX preamble"
        if isinstance(block, Preamble)
        else "text between entries"
    )


def _entries(blocks: Iterable[Block], first_line: int) -> list[_Entry]:
    from bibtexparser.model import (
        DuplicateBlockKeyBlock,
        DuplicateFieldKeyBlock,
        Entry,
        ParsingFailedBlock,
        String,
    )

    strings: dict[str, str] = dict(_MONTHS)
    entries = []
    for block in blocks:
        inner: Block | None = block
        if isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock):
            inner = block.ignore_error_block
        if isinstance(inner, String):
            strings[inner.key.lower()] = _value(str(inner.value), strings)[:LONGEST_STRING]
        elif isinstance(inner, Entry):
            entries.append(_entry(inner, strings, first_line))
        elif isinstance(inner, ParsingFailedBlock):
            mended = [each for each in _split(closed(inner.raw or "")) if isinstance(each, Entry)]
            whole = [each for each in mended if not any(map(swallows_fields, fields_of(each)))]
            entries += [_entry(each, strings, first_line + (inner.start_line or 0)) for each in whole]
    return _with_parents(entries)


_MONTHS = {month: month.capitalize() for month in SHORT_NAMES}


def _entry(block: Entry, strings: dict[str, str], first_line: int) -> _Entry:
    fields: dict[str, str] = {}
    start = first_line + (block.start_line or 0)
    title_line = start
    for field in fields_of(block):
        name = field.name.lower()
        if name in fields:
            continue
        fields[name] = _value(field.value, strings)
        if name == "title":
            title_line = first_line + field.line
    last = start + (block.raw or "").count("\n")
    return _Entry(block.entry_type.lower(), block.key.lower(), start, last, title_line, fields)


def _value(raw: str, strings: dict[str, str]) -> str:
    """A field's value: delimiters off, pieces joined by "#", names of strings replaced by what they stand for."""
    raw = raw.strip()
    if raw[:1] + raw[-1:] in ("{}", '""') and ("#" not in raw or end_of_first(raw) == len(raw)):
        return raw[1:-1]
    if raw[:1] in '{"' and "#" not in raw:
        return raw.strip('{}"')
    return "".join(_piece(piece, strings) for piece in _PIECE.findall(raw))


def _piece(piece: str, strings: dict[str, str]) -> str:
    return piece[1:-1] if piece[:1] in '{"' else strings.get(piece.lower(), piece)


def _with_parents(entries: list[_Entry]) -> list[_Entry]:
    """Entries with what they lack taken from the entry that their `crossref` names; its title is their book's."""
    by_key = {entry.key: entry for entry in reversed(entries)}
    for entry in entries:
        parent = by_key.get(entry.fields.get("crossref", "").strip().lower())
        if parent is None or parent is entry:
            continue
        for name in _INHERITED:
            if name in parent.fields:
                entry.fields.setdefault(name, parent.fields[name])
        if "title" in parent.fields:
            entry.fields.setdefault("booktitle", parent.fields["title"])
    return entries


def _items(entries: Iterable[_Entry]) -> list[Item]:
    return [_item(entry) for entry in entries if entry.fields.get("title", "").strip(" {}")]


def _item(entry: _Entry) -> Item:
    fields = entry.fields
    subtitle = fields.get("subtitle", "")
    title = plain_text(f"{fields['title']}: {subtitle}" if subtitle else fields["title"])
    words = plain_text(fields.get("keywords", "") or fields.get("keyword", ""))
    return Item(
        line=entry.title_line,
        title=title.removesuffix("."),
        exact=True,
        year=find_year(fields.get("year", "")) or find_year(fields.get("date", "")[:4]),
        venue=next(filter(None, (_name_of(fields[name]) for name in _VENUES if fields.get(name))), None),
        authors=person_names(fields.get("author") or fields.get("editor", "")),
        links=_links(fields),
        keywords=tuple(word.strip() for word in re.split(r"[,;]", words) if word.strip()),
        abstract=plain_text(fields.get("abstract", "")) or None,
        description=plain_text(fields.get("note", "") or fields.get("annote", "")) or None,
        kind=_KINDS.get(entry.kind) or (None if entry.kind in _OPEN_TYPES else MentionKind.PAPER),
    )


def _name_of(venue: str) -> str:
    """The name of a venue, without TeX; a macro that only its journal's style knows stays as written: "\\apj"."""
    macro = venue.strip(" {}\t\n")
    return plain_text(venue) or (macro if _MACRO.fullmatch(macro) else "")


def _links(fields: dict[str, str]) -> list[Link]:
    """The entry's addresses: doi, eprint, every URL in url, note and howpublished and those that are a field by
    themselves, arXiv ids named in the journal."""
    links = []
    if (doi := fields.get("doi")) and (known := parse_doi(doi)):
        at = doi.lower().find(known)  # as written: an address is kept to the letter, only identities are folded
        links.append(make_link(f"https://doi.org/{doi[at : at + len(known)] if at >= 0 else known}", "doi"))
    eprint = re.sub(r"^arxiv:", "", fields.get("eprint", "").strip(), flags=re.I)
    archive = (fields.get("archiveprefix") or fields.get("eprinttype") or "arxiv").strip().lower()
    if archive == "arxiv" and (arxiv := parse_arxiv_id(eprint)):
        links.append(make_link(f"https://arxiv.org/abs/{arxiv}", "arXiv"))
    for name in _LINKED:
        text = re.sub(r"\\url\s*\{([^{}]*)\}|\\([_%#&~])", r"\1\2", fields.get(name, ""))
        links += [make_link(found.url) for found in (*find_urls(text), *find_stated_ids(text))]
    told = {*_LINKED, *_NO_LINKS}
    others = (value.strip() for name, value in fields.items() if name not in told and _ADDRESS.fullmatch(value.strip()))
    return links + [Link(url, LinkRole.OTHER) for url in others]
