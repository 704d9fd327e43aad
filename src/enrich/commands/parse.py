"""`enrich parse`: the items of documents, or every line of them with what it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from enrich.documents import read_document
from enrich.errors import DocumentError
from enrich.mentions import extract
from enrich.records import Document, Extraction, Mention
from enrich.terminal import say, write_records

_COLUMNS = ("document", "line", "kind", "title", "year", "venue", "section")
_LINE_COLUMNS = ("document", "line", "class", "why", "text")


def print_mentions(files: Sequence[Path], form: str) -> int:
    """Writes the items of all readable files to stdout; returns the exit code: 1 if a file could not be read."""
    reading = _Reading(files)
    write_records((as_record(mention) for _, found in reading for mention in found.mentions), _COLUMNS, form)
    return reading.exit_code


def print_lines(files: Sequence[Path], form: str) -> int:
    """Writes every non-blank line of all readable files with its class and why it has it; returns the exit code."""
    reading = _Reading(files)
    write_records((line for document, found in reading for line in _lines(document, found)), _LINE_COLUMNS, form)
    return reading.exit_code


def as_record(mention: Mention) -> dict[str, object]:
    """A mention as it is printed: the names of `records.Mention`, but `document`, and `note` for its text."""
    stated = asdict(mention)
    del stated["description"]
    return {"document": stated.pop("document_id"), **stated, "note": mention.note}


class _Reading:
    """Documents and what they list, one by one; a file that can't be read costs a sentence and the exit code."""

    def __init__(self, files: Sequence[Path]) -> None:
        self._files = files
        self.exit_code = 0

    def __iter__(self) -> Iterator[tuple[Document, Extraction]]:
        for file in self._files:
            try:
                document = read_document(file)
                found = extract(document)
            except DocumentError as error:
                self.exit_code = 1
                say(f"enrich: {error}")
                continue
            if found.doubt:
                say(f"{file}: {found.doubt}")
            yield document, found


def _lines(document: Document, found: Extraction) -> Iterator[dict[str, object]]:
    texts = document.text.split("\n")
    for note in found.lines:
        yield {
            "document": document.document_id,
            "line": note.line,
            "class": note.line_class,
            "why": note.why,
            "text": texts[note.line - 1].strip()[:80],
        }
