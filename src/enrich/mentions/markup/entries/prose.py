"""Titles inside of sentences: "Start with [A Title](...) by Roe et al. (ICES 2019).".

In: the flow of a paragraph or an entry, or the text behind a title. Out: the links that are such titles, whatever words
stand in front of them; and the people named behind. A link's address, and the people or the year right behind it, are
the proof. Pure.
"""

from __future__ import annotations

import re

from enrich.mentions.entries.names.credits import may_be_names
from enrich.mentions.entries.parts import Entry as Parts
from enrich.mentions.links import link_role
from enrich.mentions.markup.model.flow import Flow, Span
from enrich.mentions.shapes.names import are_people, split_authors
from enrich.mentions.shapes.phrases import title_like
from enrich.mentions.shapes.tags import may_state_year, parse_tag
from enrich.records import LinkRole

# "by Roe and Poe", "by Jane Roe et al. (ICES 2019)": names end at brackets or small words, or with their sentence.
_BY = re.compile(
    r"by\s+(?P<names>[^()\[\];:\n]{3,160}?)(?:\s*[(\[](?P<tag>[^()\[\]\n]{4,80})[)\]]"
    r"|(?=(?<=[^\W\d_]{2})\.(?:\s+\w|\s*$)|[,.]?\s+(?:in|at|from|for|who|which|that|on|with)\s|[;:\n]|\s*$))"
)
_BRACKET = re.compile(r"[(\[](?P<inner>[^()\[\]\n]{4,120})[)\]]")
_BETWEEN = ' "”’*_,'


def credited_links(flow: Flow, anchors: list[Span]) -> list[Span]:
    """The links to papers that are titles, with their authors or a year right behind."""
    return [link for link in anchors if _leads_to_title(link) and _is_credited(flow.text, link.end)]


def _leads_to_title(link: Span) -> bool:
    return link_role(link.url) is LinkRole.PAPER and title_like(link.text)


def _is_credited(text: str, end: int) -> bool:
    """Whether people, or brackets with a year, stand at `end`."""
    while text[end : end + 1] and text[end] in _BETWEEN:
        end += 1
    if by := _BY.match(text, end):
        return _names_people(by)
    bracket = _BRACKET.match(text, end)
    return bracket is not None and may_state_year(bracket["inner"])


def _names_people(by: re.Match[str]) -> bool:
    names, tag = by["names"], by["tag"]
    return are_people(names) or bool(tag and may_state_year(tag) and may_be_names(names))


def take_people(text: str, parts: Parts) -> str:
    """`text` without the people it names in front, with venue and year in brackets behind them."""
    by = _BY.match(text)
    if not by or parts.authors or not _names_people(by):
        return text
    parts.authors = split_authors(by["names"])
    parts.add_tag(parse_tag(by["tag"]) if by["tag"] else None)
    return text[by.end() :].lstrip(" .,;")
