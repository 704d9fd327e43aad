"""The title of an entry that line breaks alone set apart from what is said about it. Pure.

In: the flow of an entry, and what its siblings have in common. Out: the span of the line that is the title.
"""

from __future__ import annotations

from enrich.mentions.entries.names.coauthors import co_authors
from enrich.mentions.entries.names.credits import are_placed
from enrich.mentions.entries.parts import Style
from enrich.mentions.markup.model.flow import Flow, Span
from enrich.mentions.shapes.names import STRONG, author_likeness
from enrich.mentions.shapes.phrases import ORDINAL, is_person, title_like
from enrich.mentions.shapes.tags import parse_tag
from enrich.mentions.shapes.venues import venue_of


def line_below_facts(flow: Flow, style: Style) -> Span | None:
    """The second of an entry's lines, where the first holds its authors, or venue and year: the author of the page
    parted them."""
    first, _, rest = flow.text.partition("\n")
    line = rest.split("\n")[0]
    names = first.strip(" .,")
    named = bool(author_likeness(names)) or is_person(names) or (style.authors_first and len(names.split()) <= 4)
    named = named or (title_like(line) and parse_tag(names) is not None)
    if not named or len(line.split()) < 2 or co_authors(line) or venue_of(line) or author_likeness(line) == STRONG:
        return None
    start = len(first) + 1
    return Span(start, start + len(line), line.strip())


def line_above_name(flow: Flow) -> Span | None:
    """The first of an entry's lines, where one author stands on the second, those who wrote it "with" others, or people
    with the places they are from."""
    first, _, rest = flow.text.partition("\n")
    title, number = first.strip(), ORDINAL.match(first)
    name = rest.lstrip().partition("\n")[0].strip(" .,")
    if number or not title_like(title) or not (is_person(name) or co_authors(name) or are_placed(name)):
        return None
    return Span(0, len(first), title)
