"""Further papers of an entry, on lines or inner lists set in below it: "also: Roe J (2019) A Title".

In: the rows of a page, before wrapped lines are joined. Out: the same rows, the word in front of each such made its
list marker, and the entry that it stands in as deep as the one above. No word is known beforehand: a page has one that
comes again, and most of what stands behind it begins as citations do, as do the entries above: below a bare title it is
that title's own reference, and what names a paper that the page lists anyway refers to that. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from enrich.mentions.entries.citation import split_authors_first
from enrich.mentions.shapes.tags import may_state_year
from enrich.titles import fold_title

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

_WORD = re.compile(r"(?P<word>[a-z]{2,12}(?: [a-z]{2,12})?): (?=[^\W\d_a-z])")
# By judgement: a word that comes but once may be any; of citations that begin so, some have more names than a line has.
_AGAIN, _CITED = 2, 0.5
# A few of a page's entries may be reprints; what tells titles apart, and entries that are longer have been cited.
_OWN, _FRONT, _LONGEST = 0.2, 24, 600


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a word stands: its row, where it ends, how deep the entry above is, and what that said so far."""

    row: Row
    end: int
    indent: int
    said: str


def mark_further(rows: list[Row]) -> list[Row]:
    """The further papers of entries are entries of their own."""
    found: dict[str, list[_Place]] = defaultdict(list)
    above: Row | None = None
    said = ""  # the entry above, as far as it is read
    for row in rows:
        if above and not row.gap and row.indent > above.indent and (word := _WORD.match(row.text)):
            found[word["word"]].append(_Place(row, word.end(), above.indent, said))
        elif row.marker:
            above, said = row, row.text
        elif len(said) < _LONGEST:
            said = f"{said} {row.text}"
    again = [places for places in found.values() if len(places) >= _AGAIN]
    listed = {_front(row.text) for row in rows if row.marker and not _WORD.match(row.text)} if again else set()
    for places in again:
        for place in places if _lead_to_papers(places, listed) else ():
            place.row.marker, place.row.indent = place.row.text[: place.end].strip(), place.indent
            place.row.cut_front(place.end)
    return rows


def _lead_to_papers(places: list[_Place], listed: set[str]) -> bool:
    """Whether what stands behind a word cites, as the entries above do, and hardly ever what is `listed` anyway."""
    cited = sum(_is_cited_in(place) for place in places)
    above = sum(_is_whole(place) for place in places)
    own = sum(_cites_again(place) or _front(place.row.text[place.end :]) in listed for place in places)
    return min(cited, above) >= _CITED * len(places) and own <= _OWN * len(places)


def _is_cited_in(place: _Place) -> bool:
    """Whether people stand in front of a title behind the word, and a year, unless it is in a list of its own."""
    text = place.row.text[place.end :]
    return is_cited(text) or (bool(place.row.marker) and split_authors_first(text, expected=False) is not None)


def _is_whole(place: _Place) -> bool:
    """Whether the entry above is cited, with or without who presents it in front: "Jane: Roe, ..."; those above inner
    lists may be titles that state a year."""
    cited = is_cited(place.said) or is_cited(place.said.partition(": ")[2])
    return cited or (bool(place.row.marker) and may_state_year(place.said))


def _cites_again(place: _Place) -> bool:
    """Whether the title behind the word stands in the entry above as well."""
    parts = split_authors_first(place.row.text[place.end :], expected=False)
    title = fold_title(parts[2])[:_FRONT] if parts else ""
    return bool(title) and title in fold_title(place.said)


def _front(text: str) -> str:
    """What tells an entry from others."""
    return fold_title(text[: 2 * _FRONT])


def is_cited(text: str) -> bool:
    """Whether people and a year stand in front of a title."""
    return may_state_year(text) and split_authors_first(text, expected=False) is not None
