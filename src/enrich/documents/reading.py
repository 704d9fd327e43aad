"""Files in, `Document`s out: finds them below a folder, reads one, names it by its path below that folder.

Every failure is a `DocumentError` of one sentence that names the file, so that a run can report it and go on with the
others. No markup is parsed here.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from enrich.documents.decoding import decode
from enrich.documents.shape import kind_of_text
from enrich.errors import DocumentError, NoDocuments
from enrich.records import Document

SUFFIXES = frozenset({".md", ".markdown", ".txt", ".text", ".html", ".htm", ".bib"})

# Below the raw folder, but no documents: what services answered (`Settings.answers_folder`).
ANSWERS = "answers"


def find_documents(raw: Path) -> list[Path]:
    """The documents below `raw`, sorted by path; nothing hidden, and nothing below `raw/answers`.

    Raises NoDocuments when there is none, and when `raw` is no folder.
    """
    if not raw.is_dir():
        raise NoDocuments(f"{raw} is no folder; put your lists there, or name their folder with --raw.")
    try:
        found = sorted(path for path in raw.rglob("*") if _is_document(path, raw))
    except OSError as error:
        raise NoDocuments(f"{raw} can't be listed: {_reason(error)}; check its permissions.") from None
    if not found:
        endings = ", ".join(sorted(SUFFIXES))
        raise NoDocuments(f"{raw} holds no document; put files ending in {endings} there.")
    return found


def _is_document(path: Path, raw: Path) -> bool:
    parts = path.relative_to(raw).parts
    hidden = any(part.startswith(".") for part in parts)
    return not hidden and parts[0] != ANSWERS and path.suffix.lower() in SUFFIXES and path.is_file()


def read_document(path: Path, raw: Path | None = None) -> Document:
    """Reads one file. Its `document_id` is its path below `raw`; without `raw`, or outside it, its name.

    Raises EmptyDocument, BinaryDocument, UnknownEncoding, or DocumentError when the file can't be read at all.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise DocumentError(f"{path} can't be read: {_reason(error)}; check the path and its permissions.") from None
    text = decode(data, str(path))
    return Document(
        document_id=_document_id(path, raw),
        path=str(path),
        kind=kind_of_text(text),
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        byte_count=len(data),
    )


def _document_id(path: Path, raw: Path | None) -> str:
    if raw is not None and path.resolve().is_relative_to(raw.resolve()):
        return path.resolve().relative_to(raw.resolve()).as_posix()
    return path.name


def _reason(error: OSError) -> str:
    return (error.strerror or type(error).__name__).lower()
