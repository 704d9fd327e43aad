"""Papers for other programs: rows of `papers` in, BibTeX, CSV or JSON Lines out.

What services and documents say is untrusted: a CSV cell never starts a formula, and BibTeX values are escaped for TeX.
"""

from __future__ import annotations

import csv
import dataclasses
import io
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from enrich.cells import as_cell, without_controls
from enrich.json_text import to_json
from enrich.schema import PaperRow, columns
from enrich.titles import fold_title

_BRACES = str.maketrans({"{": "%7B", "}": "%7D"})  # in an identifier, as addresses write them


class ExportFormat(StrEnum):
    """What papers can be exported as."""

    BIBTEX = "bibtex"
    CSV = "csv"
    JSONL = "jsonl"


def export_papers(rows: Iterable[PaperRow], form: ExportFormat, words: str = "") -> Iterator[str]:
    """The papers that hold all `words`, as pieces of text to write one after the other.

    Words are looked for in title, authors, venue, categories, fields of study and year, folded.
    """
    return _WRITERS[form]([row for row in rows if _holds(row, fold_title(words).split())])


def _holds(row: PaperRow, words: Sequence[str]) -> bool:
    if not words:
        return True
    parts = (row.title, row.venue or "", str(row.year or ""), *row.authors, *row.categories, *row.fields_of_study)
    text = fold_title(" ".join(parts))
    return all(word in text for word in words)


def _as_jsonl(rows: Sequence[PaperRow]) -> Iterator[str]:
    for row in rows:
        yield to_json(dataclasses.asdict(row)) + "\n"


def _as_csv(rows: Sequence[PaperRow]) -> Iterator[str]:
    names = list(columns(PaperRow))
    yield _csv_line(names)
    for row in rows:
        yield _csv_line([_cell(getattr(row, name)) for name in names])


def _csv_line(cells: Sequence[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()


def _cell(value: Any) -> str:
    """A value as a cell: lists joined by "; ", nothing for null, and no formula."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        value = "; ".join(value)
    if isinstance(value, datetime):
        return value.isoformat()
    return as_cell(value) if isinstance(value, str) else str(value)


def _as_bibtex(rows: Sequence[PaperRow]) -> Iterator[str]:
    from bibtexparser.entrypoint import write_string
    from bibtexparser.library import Library
    from bibtexparser.middlewares import LatexEncodingMiddleware
    from bibtexparser.model import Entry, Field

    used: Counter[str] = Counter()
    for row in rows:
        text = Entry(_entry_type(row), _entry_key(row, used), [Field(*field) for field in _bibtex_text(row)])
        (entry,) = LatexEncodingMiddleware().transform(Library([text])).entries
        for name, value in _bibtex_ids(row):
            entry.set_field(Field(name, value.translate(_BRACES)))
        yield write_string(Library([entry])) + "\n"


def _bibtex_text(row: PaperRow) -> Iterator[tuple[str, str]]:
    """The fields that TeX sets, as far as they are known."""
    yield "title", _balanced(row.title)
    if row.authors:
        yield "author", " and ".join(_balanced(name) for name in row.authors)
    if row.venue:
        yield "booktitle" if _entry_type(row) == "inproceedings" else "journal", _balanced(row.venue)


def _bibtex_ids(row: PaperRow) -> Iterator[tuple[str, str]]:
    """The fields that programs read, which stay as they are."""
    if row.year:
        yield "year", str(row.year)
    if row.doi:
        yield "doi", row.doi
    if row.arxiv_id:
        yield "eprint", row.arxiv_id
        yield "archiveprefix", "arXiv"
    if row.primary_category:
        yield "primaryclass", row.primary_category


def _entry_type(row: PaperRow) -> str:
    if not row.venue:
        return "misc"
    return "inproceedings" if row.acl_id else "article"


def _entry_key(row: PaperRow, used: Counter[str]) -> str:
    """Surname, year and first word of the title, made unique by a number."""
    surname = fold_title(row.authors[0]).split()[-1:] if row.authors else []
    first = fold_title(row.title).split()[:1]
    key = "".join(part for part in (*surname, str(row.year or ""), *first) if part.isalnum()) or "paper"
    used[key] += 1
    return key if used[key] == 1 else f"{key}-{used[key]}"


def _balanced(text: str) -> str:
    """On one line, and without braces, which would end a value early."""
    return " ".join(without_controls(text).split()).replace("{", "(").replace("}", ")")


_WRITERS: dict[ExportFormat, Callable[[Sequence[PaperRow]], Iterator[str]]] = {
    ExportFormat.BIBTEX: _as_bibtex,
    ExportFormat.CSV: _as_csv,
    ExportFormat.JSONL: _as_jsonl,
}
