"""A person's decisions about titles, as the text of their file. What they mean is told in `identities.judgements`."""

from __future__ import annotations

from pathlib import Path

from enrich.errors import DocumentError

FILE_NAME = "judgements.csv"


def read_judgements(raw: Path) -> tuple[str, str]:
    """The text of `judgements.csv` in the raw folder, blank if there is none, and the file's path for messages.

    Raises DocumentError if the file is there and can't be read as UTF-8.
    """
    path = raw / FILE_NAME
    try:
        return path.read_text(encoding="utf-8"), str(path)
    except FileNotFoundError:
        return "", str(path)
    except (OSError, UnicodeDecodeError) as error:
        raise DocumentError(f"{path} can't be read: {error}. Save it as UTF-8, or remove it.") from None
