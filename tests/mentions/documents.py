"""Documents for tests, made of a text and a kind."""

from enrich.records import Document, DocumentKind


def document(text: str, kind: DocumentKind, name: str = "list") -> Document:
    """A document as `documents.read_document` would give it."""
    return Document(name, name, kind, text, "", len(text.encode("utf-8", "replace")))


def markdown(text: str) -> Document:
    return document(text, DocumentKind.MARKDOWN)


def html(text: str) -> Document:
    return document(text, DocumentKind.HTML)


def bibtex(text: str) -> Document:
    return document(text, DocumentKind.BIBTEX)
