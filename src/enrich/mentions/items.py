"""What every reader writes (`Draft` of `Item`s) and what leaves the room (`Extraction` of `Mention`s).

A draft is mutable and may be untidy; `finish` cleans titles, decides kinds, gives ids, and sees to it that no non-blank
line goes without a note. No text is parsed here.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from enrich.mentions.entries.parts import Style
from enrich.mentions.kinds import come_with_code, kind_of
from enrich.mentions.links import unique_links
from enrich.mentions.titles import clean_title
from enrich.records import Document, Extraction, LineClass, LineNote, Link, Mention, MentionKind

NO_ITEMS = "No line of this document has the shape of a listed item."
UNCLAIMED = "no item, and no part of one"


@dataclass(slots=True, kw_only=True)
class Item:
    """A listed item in the making. `line` is where its title starts; None means "not stated".

    `title` may still carry a final stop or anchor words unless `exact` says that it is just as it should be.
    `kind` is left None for `kinds.kind_of` to decide from links, section and wording; `files` are links to pages
    and files beside the document, which say nothing about an item but that they belong to it. `entry` is the text that
    the item was read from, `whole` are all its words between links and tags, of which the title is one part, and
    `locate` tells on which line a part of them starts.
    """

    line: int
    title: str
    section: tuple[str, ...] = ()  # heading path below the document's title
    year: int | None = None
    venue: str | None = None
    heading_year: int | None = None
    heading_venue: str | None = None
    keywords: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    links: list[Link] = field(default_factory=list)
    files: list[Link] = field(default_factory=list)
    description: str | None = None
    abstract: str | None = None
    paper_title: str | None = None
    kind: MentionKind | None = None
    exact: bool = False
    whole: str = ""
    entry: str = ""
    locate: Callable[[str], int] | None = None


@dataclass(slots=True, kw_only=True)
class Draft:
    """What a reader found: the document's own title, items in any order, and notes by line number.

    `doubt` is one sentence that says why there is no item, where the reader knows better than "none found"; `common`
    is what all entries of the document have in common, however short each list is; `quoted` are those of its items that
    it states as BibTeX.
    """

    title: str | None = None
    items: list[Item] = field(default_factory=list)
    lines: dict[int, LineNote] = field(default_factory=dict)
    doubt: str | None = None
    common: Style = field(default_factory=Style)
    quoted: list[Item] = field(default_factory=list)

    def note(self, line: int, line_class: LineClass, why: str = "") -> None:
        """Say what a line is. A later word replaces an earlier one, but a title stays a title."""
        present = self.lines.get(line)
        if present is None or present.line_class is not LineClass.TITLE:
            self.lines[line] = LineNote(line, line_class, why)

    def note_all(self, lines: Iterable[int], line_class: LineClass, why: str = "") -> None:
        """Say the same of those of `lines` that have no note yet."""
        for line in lines:
            if line not in self.lines:
                self.lines[line] = LineNote(line, line_class, why)


def finish(document: Document, draft: Draft) -> Extraction:
    """The frozen form of a draft. Items without a title left after cleaning are dropped, and their line says so."""
    seen: Counter[str] = Counter()
    mentions, coded = [], come_with_code(draft.items)
    for item in sorted(draft.items, key=lambda item: item.line):
        title = " ".join(item.title.split()) if item.exact else clean_title(item.title)
        if not title:
            draft.note(item.line, LineClass.IGNORED, "a list entry without a title")
            continue
        mention = _mention(document.document_id, item, title, seen, coded=coded)
        draft.note(item.line, LineClass.TITLE, mention.kind.value)
        mentions.append(mention)
    doubt = None if mentions else draft.doubt or NO_ITEMS
    return Extraction(
        document.document_id, _tidy(draft.title), tuple(mentions), tuple(_notes(document.text, draft)), doubt
    )


def _mention(document_id: str, item: Item, title: str, seen: Counter[str], *, coded: bool) -> Mention:
    section = " > ".join(filter(None, map(_heading, item.section)))
    address = "\n".join((document_id, section, title))
    seen[address] += 1
    return Mention(
        mention_id=hashlib.sha256(f"{address}\n{seen[address]}".encode(errors="replace")).hexdigest()[:16],
        document_id=document_id,
        line=item.line,
        kind=item.kind or kind_of(item, coded=coded),
        title=title,
        year=item.year,
        venue=_tidy(item.venue),
        heading_year=item.heading_year,
        heading_venue=_tidy(item.heading_venue),
        section=section,
        keywords=tuple(filter(None, map(_tidy, item.keywords))),
        authors=tuple(filter(None, map(_tidy, item.authors))),
        links=unique_links([*item.links, *item.files]),
        description=_tidy(item.description),
        abstract=_tidy(item.abstract),
        paper_title=_tidy(item.paper_title),
    )


def _tidy(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text else None


def _heading(text: str) -> str:
    """A heading as a part of a section path: one line, without the colon or dash that leads on to its list."""
    return " ".join(text.split()).rstrip(":：-–— ").strip()


def _notes(text: str, draft: Draft) -> Iterable[LineNote]:
    for number, line in enumerate(text.split("\n"), start=1):
        if line and not line.isspace():
            yield draft.lines.get(number) or LineNote(number, LineClass.IGNORED, UNCLAIMED)
