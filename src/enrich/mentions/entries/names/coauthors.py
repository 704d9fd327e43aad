"""Who wrote a paper with the owner of a page: "with Jane Roe and Max Poe", "(joint with Jane Roe)". Pure."""

from __future__ import annotations

import re

from enrich.mentions.shapes.names import is_single_name, names_people

_STOP_BEHIND_NAME = re.compile(r"(?<=[\w…])\.+ (?=[a-z]{0,5}[A-Z])")  # "Roe. arXiv"
_BETWEEN_NAMES = re.compile(r",? and |[,;] ")
_INITIALED = re.compile(r"(?:[A-Z]\.[ -]?){1,3}[^\W\d_][\w'’-]+(?: [A-Z][\w'’-]+)?$")  # "A. H. From"
_WITH = re.compile(r"^(?:joint(?:ly)? |joint work )?with\s+", re.I)
_LONGEST_CREDIT = 300  # characters that a stop behind names is looked for in


def co_authors(words: str) -> str:
    """The names in "with Jane Roe and Max Moe"; "" if the words are anything else."""
    names = _WITH.sub("", words)
    if names == words:
        return ""
    initialed = all(is_single_name(part) or _INITIALED.match(part) for part in _BETWEEN_NAMES.split(names))
    return names if initialed or names_people(names) else ""


def split_co_authors(text: str) -> tuple[str, str] | None:
    """`(names, rest)` of a line of co-authors and, behind a stop, where the paper appeared or will: "with Jane Roe and
    Max Poe. The Journal 12, 3-14, 2019.", "with Jane Roe. Submitted."; None if it is anything else."""
    names = _WITH.sub("", text) if text[:5].lower() == "with " else text
    stops = _STOP_BEHIND_NAME.finditer(names[:_LONGEST_CREDIT]) if names != text else ()
    ends = ((stop.start(), stop.end()) for stop in stops if co_authors(f"with {names[: stop.start()]}"))
    return next(((names[:start], names[end:]) for start, end in ends), None)
