"""BibTeX's `author` fields -> names in "First Last" form. Pure."""

from __future__ import annotations

import re

from enrich.mentions.bibtex.tex import plain_text


def person_names(field: str) -> tuple[str, ...]:
    """The names of an author field, in order. "Last, Jr, First" is turned; names in braces (teams) stay whole."""
    return tuple(filter(None, (_turned(name) for name in _split(field))))


def _split(field: str) -> list[str]:
    """Names are parted by "and" outside of braces."""
    names, depth, start = [], 0, 0
    for match in re.finditer(r"[{}]|\s+and\s+", field):
        if match[0] == "{":
            depth += 1
        elif match[0] == "}":
            depth -= 1
        elif depth <= 0:
            names.append(field[start : match.start()])
            start = match.end()
    return [name.strip() for name in (*names, field[start:]) if name.strip().lower() not in ("", "others")]


def _turned(name: str) -> str:
    if name.startswith("{") and name.endswith("}") and "{" not in name[1:-1]:
        return plain_text(name)
    parts = [plain_text(part) for part in _commas(name)]
    if len(parts) == 2:
        return " ".join(filter(None, (parts[1], parts[0])))
    if len(parts) >= 3:
        return " ".join(filter(None, (parts[2], parts[0], parts[1])))
    return plain_text(name)


def _commas(name: str) -> list[str]:
    """`name` parted at its commas outside of braces."""
    parts, depth = [""], 0
    for char in name:
        depth += (char == "{") - (char == "}")
        if char == "," and depth <= 0:
            parts.append("")
        else:
            parts[-1] += char
    return [part.strip() for part in parts]
