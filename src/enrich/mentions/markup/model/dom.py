"""A tree of HTML elements (lxml) in, blocks out; used for HTML documents and for Markdown rendered to line-true HTML.

Line numbers come from the parser up to the 65,535 lines it can count, and from the newlines of the text beyond them.
Walks with a stack of its own: depth of nesting costs no Python frames. Scripts, styles and controls give no text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enrich.mentions.markup.model import elements
from enrich.mentions.markup.model.blocks import (
    BREAK,
    Block,
    Code,
    Entry,
    Fold,
    Heading,
    Listing,
    Paragraph,
    Row,
    Run,
    Table,
)
from enrich.mentions.markup.model.classes import learn_classes
from enrich.mentions.markup.model.placed import learn_places
from enrich.mentions.markup.model.tags import EMPHASIS, INLINE, SILENT, STRONG, STRUCTURE

if TYPE_CHECKING:
    from lxml.etree import _Element

LAST_COUNTED_LINE = 65534  # libxml2 keeps the line of an element in 16 bits
DEEPEST = 60  # lists, tables and folds in one another; deeper ones are read as if they were not nested
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.I)
_ITALIC = re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.I)


class _Walk:
    """The state of one walk: where blocks go, the paragraph being written, the styles in force, the line reached."""

    def __init__(self) -> None:
        self.top: list[Block] = []
        self.places: list[list[Block]] = [self.top]  # innermost last: the list that the next block joins
        self.open: list[Entry | Fold | Listing | Table | Row] = []
        self.runs: list[Run] | None = None  # of the heading, summary or paragraph being written
        self.code: Code | None = None
        self.line = 1
        self.strong = self.emphasis = 0
        self.silenced: list[_Element] = []  # open elements whose text is none of the page's
        self.urls: list[str] = []
        self.hints: list[str] = []
        self.heads = self.quotes = 0  # open <thead>s and <blockquote>s
        self.classes: dict[str, str] = {}  # what elements of a class hold
        self.deeper = 0  # open lists, tables and their parts below the depth that is kept

    def end_paragraph(self) -> None:
        self.runs = None

    def add_block(self, block: Block) -> None:
        self.end_paragraph()
        self.places[-1].append(block)

    def add_text(self, text: str | None) -> None:
        """Adds text at the line reached and moves on; one run a source line."""
        if not text:
            return
        if self.code is not None:
            self.code.text += text
        elif not self.silenced:
            self._add_runs(text)
        self.line += text.count("\n")

    def add_own_link(self, element: _Element) -> None:
        """Adds a link of a menu inside of a list's entry, which leads to copies and records of what this states."""
        url = (element.get("href") or "").strip() if element.tag == "a" and self.silenced[0].tag == "nav" else ""
        if "://" in url and "?" not in url and self.open and isinstance(self.open[-1], Entry):
            self.urls.append(url)
            self.add_run("", self.line, image=True)
            self.urls.pop()

    def add_break(self) -> None:
        """A line break; two in a row part paragraphs."""
        if next((run.text for run in reversed(self.runs or []) if run.text != " "), "") == BREAK:
            self.end_paragraph()
        elif self.runs is not None:
            self.add_run(BREAK, self.line)

    def _add_runs(self, text: str) -> None:
        pieces = text.split("\n")
        for offset, piece in enumerate(pieces):
            last = offset == len(pieces) - 1
            if piece and not piece.isspace():
                self.add_run(piece if last else f"{piece} ", self.line + offset)
            elif self.runs and (piece or not last):
                self.add_run(" ", self.runs[-1].line)

    def add_run(self, text: str, line: int, image: bool = False) -> None:
        if self.runs is None:
            paragraph = Paragraph(line, quoted=self.quotes > 0 and not self.open)
            self.places[-1].append(paragraph)
            self.runs = paragraph.runs
        url = self.urls[-1] if self.urls else None
        hint = self.hints[-1] if self.hints else ""
        self.runs.append(Run(text, line, url, self.strong > 0, self.emphasis > 0, image, hint))


def read_blocks(root: _Element) -> list[Block]:
    """The blocks of the tree below `root`, in document order."""
    from lxml import etree

    walk = _Walk()
    walk.classes = dict.fromkeys(learn_places(root), "venue") | learn_classes(root)
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            walk.line += (element.text or "").count("\n")
            walk.add_text(element.tail)
        elif event == "start":
            if element.sourceline and element.sourceline <= LAST_COUNTED_LINE:
                walk.line = element.sourceline
            _start(walk, element)
            walk.add_text(element.text)
        else:
            _end(walk, element)
            if element is not root:
                walk.add_text(element.tail)
    return walk.top


def _start(walk: _Walk, element: _Element) -> None:
    tag = str(element.tag)
    if tag in SILENT or elements.is_menu(element) or (not walk.open and elements.is_footer(element)):
        walk.silenced.append(element)
    if walk.silenced:
        walk.add_own_link(element)
        return
    hint = walk.classes.get(elements.kind_of(element), "") or elements.hint_of(element)
    walk.hints.append(hint or (walk.hints[-1] if walk.hints and tag in INLINE else ""))
    if tag in INLINE:
        _start_inline(walk, element, tag)
    else:
        _start_block(walk, element, tag)


def _start_inline(walk: _Walk, element: _Element, tag: str) -> None:
    style = element.get("style") or ""
    walk.strong += tag in STRONG or bool(_BOLD.search(style))
    walk.emphasis += (tag in EMPHASIS and not elements.cites_whole(element)) or bool(_ITALIC.search(style))
    if tag == "a":
        walk.urls.append((element.get("href") or "").strip())
    elif tag == "br":
        walk.add_break()
    elif tag == "img":
        walk.add_run(" ".join((element.get("alt") or "").split()), walk.line, image=True)


def _start_block(walk: _Walk, element: _Element, tag: str) -> None:
    walk.end_paragraph()
    if tag in STRUCTURE and len(walk.open) >= DEEPEST:
        walk.deeper += 1
        return
    match tag:
        case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
            heading = Heading(walk.line, int(tag[1]))
            walk.add_block(heading)
            walk.runs = heading.runs
        case "ul" | "ol" | "menu" | "dl":
            _open(walk, Listing(walk.line))
        case "li" | "dt":
            _open_entry(walk)
        case "dd":
            if not (walk.open and isinstance(walk.open[-1], Entry)):
                _reopen_entry(walk)
        case "table":
            _open(walk, Table(walk.line))
        case "tr":
            _open_row(walk)
        case "td" | "th":
            _open_cell(walk, element, tag)
        case "details":
            _open(walk, Fold(walk.line))
        case "summary":
            if walk.open and isinstance(walk.open[-1], Fold):
                walk.runs = walk.open[-1].summary
        case "thead":
            walk.heads += 1
        case "blockquote":
            walk.quotes += 1
        case "pre":
            walk.code = Code(walk.line)
            walk.add_block(walk.code)


def _end(walk: _Walk, element: _Element) -> None:
    tag = str(element.tag)
    if walk.silenced:
        if walk.silenced[-1] is element:
            walk.silenced.pop()
        return
    walk.hints.pop()
    if tag in INLINE and walk.hints and walk.hints[-1] == "title" and elements.is_whole_title(element):
        walk.hints[-1] = ""  # of the rest of the line
    if tag == "a":
        walk.urls.pop()
    if tag not in INLINE:
        _end_block(walk, tag)
        return
    style = element.get("style") or ""
    walk.strong -= tag in STRONG or bool(_BOLD.search(style))
    walk.emphasis -= (tag in EMPHASIS and not elements.cites_whole(element)) or bool(_ITALIC.search(style))


def _end_block(walk: _Walk, tag: str) -> None:
    walk.end_paragraph()
    if tag in STRUCTURE and walk.deeper:
        walk.deeper -= 1
        return
    match tag:
        case "ul" | "ol" | "menu" | "dl":
            _close(walk, Listing)
        case "li" | "dd":
            _close(walk, Entry)
        case "table":
            _close(walk, Table)
        case "tr":
            _close(walk, Row)
        case "td" | "th":
            _close(walk, Entry)
        case "details":
            _close(walk, Fold)
        case "thead":
            walk.heads -= 1
        case "blockquote":
            walk.quotes -= 1
        case "pre":
            walk.code = None


def _open(walk: _Walk, block: Listing | Table | Fold) -> None:
    walk.add_block(block)
    walk.open.append(block)
    # Text that stands between a list's entries or a table's rows is kept beside it.
    walk.places.append(block.blocks if isinstance(block, Fold) else walk.places[-1])


def _push(walk: _Walk, entry: Entry) -> None:
    walk.open.append(entry)
    walk.places.append(entry.blocks)


def _open_entry(walk: _Walk) -> None:
    if walk.open and isinstance(walk.open[-1], Entry) and len(walk.open) > 1 and isinstance(walk.open[-2], Listing):
        _close(walk, Entry)  # a term without a definition, or two terms in a row
    if not (walk.open and isinstance(walk.open[-1], Listing)):
        _open(walk, Listing(walk.line))
    listing = walk.open[-1]
    assert isinstance(listing, Listing)
    listing.entries.append(Entry(walk.line))
    _push(walk, listing.entries[-1])


def _reopen_entry(walk: _Walk) -> None:
    """A second definition goes to the entry of the term above."""
    listing = walk.open[-1] if walk.open else None
    if isinstance(listing, Listing) and listing.entries:
        _push(walk, listing.entries[-1])
    else:
        _open_entry(walk)


def _open_row(walk: _Walk) -> Row:
    if not (walk.open and isinstance(walk.open[-1], Table)):
        _open(walk, Table(walk.line))
    table = walk.open[-1]
    assert isinstance(table, Table)
    row = Row(walk.line)
    table.rows.append(row)
    walk.open.append(row)
    walk.places.append(walk.places[-1])
    return row


def _open_cell(walk: _Walk, element: _Element, tag: str) -> None:
    top = walk.open[-1] if walk.open else None
    row = top if isinstance(top, Row) else _open_row(walk)
    row.cells.append(
        Entry(walk.line, rows=elements.span_of(element, "rowspan"), columns=elements.span_of(element, "colspan"))
    )
    row.head = walk.heads > 0 or (tag == "th" and (row.head or len(row.cells) == 1))
    _push(walk, row.cells[-1])


def _close(walk: _Walk, kind: type) -> None:
    """Closes the innermost open thing of a kind, and what was left open inside it."""
    if not any(isinstance(thing, kind) for thing in walk.open):
        return
    while walk.open:
        walk.places.pop()
        if isinstance(walk.open.pop(), kind):
            return
