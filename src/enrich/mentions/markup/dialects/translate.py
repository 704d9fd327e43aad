"""A text in, the same as Markdown out where it is written in another light markup; None where it is not. Pure."""

from __future__ import annotations

from enrich.mentions.markup.dialects import asciidoc, latex, org, rest

_DIALECTS = (org, asciidoc, rest, latex)


def as_markdown(text: str) -> str | None:
    """`text` with the marks of Markdown, line by line; None where no dialect is told by marks of its own."""
    lines = text.replace("\r", "").split("\n")
    dialect = next((each for each in _DIALECTS if each.is_written(lines)), None)
    return "\n".join(dialect.translate(lines)) if dialect else None
