"""Columns of links in rows whose cells run together: what is left of links, and the signs for none.

In: the words of all rows. Out: how many at an edge are of the column. Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection

from enrich.mentions.shapes.anchors import is_anchor, is_sure_anchor
from enrich.mentions.shapes.columns import Column
from enrich.mentions.shapes.words import is_small

NOTHING = re.compile(
    r"[-–—/✓✔✗✘x×|·•⭐★☆]+|N/?A|n/a|None|none|TBD|TBA|[Yy]es|[Nn]o|Coming|Soon|soon|Official|official|Star|Stars|Here|here"
)
_REPOSITORY = re.compile(
    r"[\w.-]+/[\w.-]+|https?://\S+|www\.\S+|\d{4}\.\d{4,5}(?:v\d+)?"
    r"|\[+(?:\d+\])?[^\W\d_][\w.]{1,14}\]"
)
# By judgement: links have few words, each comes several times, and hardly a row has none.
_MOST_EDGES, _FEWEST_EDGES = 4, 3
_RECURRING_SHARE, _RARE_SHARE = 0.8, 0.1
_ANSWERS = frozenset({"yes", "no"})
_ARCHIVE = "arxiv"  # a link, and a venue


def link_lengths(rows: list[list[str]], inner: Column, *, reverse: bool) -> list[int]:
    """Leftovers of links at the edge of each row. Where nearly all rows have one of a few words, it is one; not what
    other rows have in front of a link, for that is the value of another column."""
    edges = Counter(words[-1 if reverse else 0].casefold() for words in rows)
    usual = {word for word, count in edges.most_common(_MOST_EDGES) if count >= _FEWEST_EDGES}
    if inner is not Column.LINK:
        linked = [words for words in rows if len(words) > 2 and is_link(words[-1 if reverse else 0])]
        behind = Counter(words[-2 if reverse else 1].casefold() for words in linked)
        usual -= {word for word, count in behind.items() if count > 1}
    if sum(edges[word] for word in usual) < _RECURRING_SHARE * len(rows):
        usual = set()
    lengths = [link_length(words, reverse=reverse, usual=usual) for words in rows]
    if not reverse:
        return lengths
    if inner is Column.NAME and sum(length > 1 for length in lengths) >= _RECURRING_SHARE * len(rows):
        return [max(length - 1, 0) for length in lengths]  # "PyTorch" is a name in its own column
    lengths = _without_ends_of_titles(rows, lengths)
    return _without_venues(rows, lengths) if inner is Column.VENUE else lengths


def _without_venues(rows: list[list[str]], lengths: list[int]) -> list[int]:
    """The lengths of links behind venues, less the archive's name in front of other links where ends of titles stand in
    front of it, more than half of them unlike: it is the venue itself."""
    told = [
        at
        for at, (words, length) in enumerate(zip(rows, lengths, strict=True))
        if 1 < length < len(words) and words[-length].casefold() == _ARCHIVE
    ]
    ends = {rows[at][-lengths[at] - 1] for at in told}
    if len(told) < _FEWEST_EDGES or len(ends) * 2 <= len(told):
        return lengths
    archived = set(told)
    return [length - (at in archived) for at, length in enumerate(lengths)]


def _without_ends_of_titles(rows: list[list[str]], lengths: list[int]) -> list[int]:
    """The lengths of links behind, less what hardly another row has there: "World Model" and "Toys: A Dataset" are
    titles, beside links that most rows have or in front of one."""
    usual = Counter(lengths).most_common(1)[0][0]
    links = Counter(word for words, length in zip(rows, lengths, strict=True) for word in words[-length:] if length)
    rare = {word for word in links if word.isalpha() and _is_rare(word, links, len(rows))}
    capitals = {word[0].isupper() for word in links if word.isalpha() and word not in rare}
    odd = {word for word in rare if capitals and word[0].isupper() not in capitals}  # "Code" where others are "link"
    alike = sum(links[word] for word in rare - odd) <= _RARE_SHARE * links.total()
    least = 0 if alike else max(usual, 1)
    return [
        length - (length > (0 if words[-length] in odd else least) and words[-length] in rare)
        for words, length in zip(rows, lengths, strict=True)
    ]


def _is_rare(word: str, links: Counter[str], rows: int) -> bool:
    """Whether few rows have a word among their links: so may those that end titles as well."""
    if word.casefold() in _ANSWERS:
        return False
    return links[word] < (_FEWEST_EDGES if is_sure_anchor(word.lower()) else max(_FEWEST_EDGES, _RARE_SHARE * rows))


def link_length(words: list[str], *, reverse: bool, usual: Collection[str] = ()) -> int:
    """How many words at the edge of a row are of links, the outermost of them perhaps one of the `usual` words."""
    ordered = list(reversed(words)) if reverse else words
    length = int(len(ordered) > 1 and ordered[0].casefold() in usual)
    while length < len(ordered) - 1 and is_link(ordered[length]):
        length += 1
    neighbour = ordered[length]
    # "for Code" and "of Data" are ends of titles.
    return max(length - 1, 0) if reverse and length and is_small(neighbour) and neighbour.islower() else length


def is_link(word: str) -> bool:
    return (
        bool(NOTHING.fullmatch(word) or _REPOSITORY.fullmatch(word))
        or (word[:1] not in "abcdefghijklmnopqrstuvwxyz" and is_anchor(word))
        or (
            word.lower()
            in ("code", "link", "paper", "github", "pdf", "website", "project", "arxiv", "here", "repo", "page")
            and word.islower()
        )
    )
