"""Where people's decisions about titles lie: `judgements.csv` in the raw folder. Text in and out.

What the text means is told in `identities.judgements`. The file is replaced whole, so that a kill leaves the old one.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from pathlib import Path

from enrich.documents.decoding import decode
from enrich.errors import DocumentError, EmptyDocument

FILE_NAME = "judgements.csv"


def read_judgements(raw: Path) -> tuple[str, str]:
    """The text of `judgements.csv` in the raw folder, blank if there is none, and the file's path for messages.

    Raises DocumentError if the file is there and can't be read as text.
    """
    path = raw / FILE_NAME
    return (read_decisions(path) if path.exists() else ""), str(path)


def read_decisions(path: Path) -> str:
    """The text of a CSV file that a person has edited, in whatever encoding spreadsheets left it; blank if it is empty.

    Raises DocumentError if it can't be read as text.
    """
    try:
        return decode(path.read_bytes(), str(path))
    except EmptyDocument:
        return ""
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise DocumentError(f"{path} can't be read: {reason}. Check the path and its permissions.") from None


def write_judgements(raw: Path, text: str) -> Path:
    """Replaces `judgements.csv` by `text`, and says where it lies. Raises DocumentError if it can't be written."""
    path = raw / FILE_NAME
    draft = ""
    try:
        handle, draft = tempfile.mkstemp(prefix=f".{FILE_NAME}.", dir=raw)
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        Path(draft).chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        os.replace(draft, path)  # noqa: PTH105 - the atomic rename is the point
    except OSError as error:
        with contextlib.suppress(OSError):
            Path(draft).unlink()
        reason = (error.strerror or type(error).__name__).lower()
        raise DocumentError(f"{path} can't be written: {reason}. The decisions are as they were.") from None
    return path
