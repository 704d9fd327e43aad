"""Room two: a `Document` in, an `Extraction` out: its listed items with all that the document says about them.

A reader per shape - `markup` (Markdown, HTML), `bibtex`, `text` - writes a `Draft`. What words look like is in
`shapes`, how those of one entry are read in `entries`. `review` looks at all items once more: what the titles have in
common is no part of them, and what recurs as a title is none. `items.finish` turns any draft into the one frozen form,
with the roles of its `links`, the kind that `kinds` tells by them and by `sections`, and its title cleaned by `titles`.
Nothing here reads a file, opens a connection or follows a link, and no text makes it raise.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from traceback import walk_tb

from enrich.errors import ParserFailed
from enrich.mentions.items import Draft, finish
from enrich.mentions.markup.headed import holds_prose_as_code, is_typed_below_headings
from enrich.mentions.markup.org import as_markdown
from enrich.mentions.markup.preformatted import text_within
from enrich.mentions.review.abbreviations import restore_stops
from enrich.mentions.review.ends import cut_ends
from enrich.mentions.review.menus import drop_menus
from enrich.mentions.review.people import name_lone_authors
from enrich.mentions.review.pictures import cut_pictures
from enrich.mentions.review.residues import trim
from enrich.mentions.review.strays import drop_strays
from enrich.mentions.review.venues import settle_venues
from enrich.mentions.review.wholes import complete
from enrich.mentions.shapes.initials import part_initials
from enrich.mentions.shapes.shortyears import close_years
from enrich.records import Document, DocumentKind, Extraction, LineClass

__all__ = ["extract"]


def extract(document: Document) -> Extraction:
    """All items of `document`, and a note for every non-blank line of it.

    Raises ParserFailed where the parser stumbles: no document may do that, and one that does costs no other its items.
    """
    try:
        return _extract(document)
    except Exception as error:
        raise ParserFailed(_complaint(document, error)) from error


def _complaint(document: Document, error: Exception) -> str:
    """What the parser stumbled over, and where in it, for a report."""
    *_, (frame, line) = walk_tb(error.__traceback__)
    where = f"{type(error).__name__} in {frame.f_globals['__name__']}, line {line}"
    return f"{document.path} was not read: the parser failed ({where}). That is a fault of enrich: please report it."


def _extract(document: Document) -> Extraction:
    if document.kind is not DocumentKind.BIBTEX:
        document = replace(document, text=close_years(part_initials(document.text)))
    draft = _read_notes(document) or _read_typed(document) or _reader(document.kind)(document)
    if document.kind is not DocumentKind.BIBTEX:  # its fields say what is the title
        complete(document.text, draft.items)
        cut_pictures(draft.items)
        trim(draft.items)
        drop_strays(document.text, draft)
        drop_menus(draft)
        settle_venues(document.text, draft.items)
        cut_ends(draft.items)
        restore_stops(document.text, draft.items)
        name_lone_authors(draft.items)
    return finish(document, draft)


def _read_notes(document: Document) -> Draft | None:
    """What is read of notes in org-mode; None of any other document."""
    known = document.kind in (DocumentKind.HTML, DocumentKind.BIBTEX)
    text = None if known else as_markdown(document.text)
    if text is None:
        return None
    draft = _reader(DocumentKind.MARKDOWN)(replace(document, text=text))
    marks = (number for number, line in enumerate(text.split("\n"), start=1) if not line.strip())
    draft.note_all(marks, LineClass.FURNITURE, "a mark of the page's markup")
    return draft


def _read_typed(document: Document) -> Draft | None:
    """What is read of a page typed below headings of Markdown, for which the lines of a paragraph are one, and those
    that stand in are code, or between <pre> tags: line by line where that finds more; None of any other document."""
    text = document.text
    if document.kind is DocumentKind.HTML and (within := text_within(text)):
        page, typed = _reader(DocumentKind.HTML)(document), _reader(DocumentKind.TEXT)(replace(document, text=within))
        if len(typed.items) > len(page.items):
            page.items.extend(typed.items)
            page.lines.update(typed.lines)
        return page
    if document.kind is not DocumentKind.MARKDOWN or not (is_typed_below_headings(text) or holds_prose_as_code(text)):
        return None
    by_line, by_paragraph = (_reader(kind)(document) for kind in (DocumentKind.TEXT, DocumentKind.MARKDOWN))
    return by_line if len(by_line.items) > len(by_paragraph.items) else by_paragraph


def _reader(kind: DocumentKind) -> Callable[[Document], Draft]:
    """The reader of a kind. Parsers are imported when a document of their kind comes, not before."""
    match kind:
        case DocumentKind.MARKDOWN:
            from enrich.mentions.markup.markdown import read
        case DocumentKind.HTML:
            from enrich.mentions.markup.html import read
        case DocumentKind.BIBTEX:
            from enrich.mentions.bibtex.reader import read
        case DocumentKind.TEXT:
            from enrich.mentions.text import read
    return read
