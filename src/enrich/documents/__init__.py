"""The first room: bytes on disk in, `Document`s out.

`find_documents` says which files of a folder are documents, `read_document` makes text of one of them and tells its
markup by looking at the content. Nothing is parsed here, and the one file that is ever written holds
people's own decisions (`judgements`).
"""

from enrich.documents.judgements import read_decisions, read_judgements, write_judgements
from enrich.documents.reading import find_documents, read_document

__all__ = ["find_documents", "read_decisions", "read_document", "read_judgements", "write_judgements"]
