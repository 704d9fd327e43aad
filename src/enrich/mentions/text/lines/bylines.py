"""Lines of names above or right below titles: in which of the two lines of its entries a page has them.

The page proves it: most of the first, or of the second lines may be names, some surely are, hardly two are alike, and
the other lines are none, and as long as titles are. In: rows. Out: rows, those of names marked as credits, and all of
them below their titles. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from enrich.mentions.entries.details import RowKind, kind_of_row
from enrich.mentions.entries.names.credits import may_be_names, split_place
from enrich.mentions.shapes.anchors import is_anchor, take_urls
from enrich.mentions.shapes.names import are_people, author_likeness, split_authors, without_frame
from enrich.mentions.shapes.words import first_word

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

# By judgement: fewer are chance; some entries have no names, and some names odd shapes; venues come again.
_FEWEST, _SHARE, _SURE, _UNLIKE, _MOST_OTHERS = 6, 0.6, 0.2, 0.8, 0.15
_TITLE_WORDS, _LONGEST = 5, 300
_BARE = 0.8  # of titles have nothing below; by judgement, facts stand below all or none
_AGAIN = 0.3  # of titles differ in a list that names each in several sections
_MARK_WORDS = 3
_MOST_ALIKE = 3  # lines; what comes again more often is no name where most differ
_FACTS = frozenset({RowKind.VENUE, RowKind.DATE, RowKind.LINKS})  # what entries end in
_NOTE = re.compile(r" - |\s?[.)\]]\s(?=[A-Z]\w* [a-z]+ [a-z]+ [a-z]+)")
_NOTE_OR_DASHES = re.compile(rf" -- |{_NOTE.pattern}")
_BROKEN_NAME = re.compile(r"(?:,|,? and|,? &)\s(?:[A-Z]\.[ -]?)+$")
_YEAR = re.compile(r",?(?: in)?\s\(?(?:19|20)\d\d(?:-\d\d)?\)?\W*$")


def place_bylines(rows: list[Row]) -> list[Row]:
    """The rows with those of names below the titles that they stand beside."""
    rows = _join_names(rows)
    pairs = _pairs(rows)
    swapped = _named(rows, _with_first(rows, pairs), 0, 1)
    rests = _rests(rows, [at + 1 for at in swapped])
    for at in swapped:
        _swap(rows, at)
    if rests:
        for at, title in rests.items():
            rows[title].append(rows[at])
        return [row for at, row in enumerate(rows) if at not in rests]
    for titled in (pairs, _behind_facts(rows), _above_marked(rows)):
        for at in _named(rows, titled, 1, 0):
            rows[at + 1].credit = True
    return rows


def _join_names(rows: list[Row]) -> list[Row]:
    """The rows with those of names joined whose last name was broken behind its initials."""
    joined: list[Row] = []
    for row in rows:
        above = joined[-1] if joined else None
        broken = _BROKEN_NAME.search(above.text) if above and not row.gap and not row.marker else None
        if above and broken and row.text[:1].isupper() and author_likeness(above.text[: broken.start()]):
            above.append(row)
        else:
            joined.append(row)
    return joined


def _named(rows: list[Row], pairs: list[int], names: int, titles: int) -> list[int]:
    """Those of `pairs` whose line `names` may hold names, the other one a title; none if most of a page's do not."""
    if len(pairs) < _FEWEST:
        return []
    note = _learn_note(rows)
    named = [at for at in pairs if may_be_names(_bare(rows[at + names].text, note))]
    if len(named) < max(_FEWEST, _SHARE * len(pairs)):
        return []
    lines = [_bare(rows[at + names].text, note) for at in named]
    others = [rows[at + titles].text for at in named]
    words = sorted(len(other.split()) for other in others)
    told = sum(map(_are_names, lines)) >= _SURE * len(named) and len(set(lines)) >= _UNLIKE * len(named)
    told = told and len(set(others)) >= _AGAIN * len(named)  # where people are from comes again and again
    told = told and sum(_are_names(_bare(other, note)) for other in others) <= _MOST_OTHERS * len(named)
    if not told or words[len(words) // 2] < _TITLE_WORDS:
        return []
    again, marks = Counter(lines), Counter(rows[at + titles].text for at in pairs)
    marks = Counter({text: count for text, count in marks.items() if len(text.split()) <= _MARK_WORDS})
    named = [at for at in named if marks[rows[at + titles].text] <= _MOST_ALIKE]  # "Open Access" above a title
    lines = [_bare(rows[at + names].text, note) for at in named]
    unlike = (at for at, line in zip(named, lines, strict=True) if again[line] <= _MOST_ALIKE)
    unlike = (at for at in unlike if kind_of_row(rows[at + titles].text) is not RowKind.LABELLED)  # "Chair: Jane Roe"
    placed = (row.text for row in rows if kind_of_row(row.text) is RowKind.VENUE)
    places = Counter(_bare(text, note) for text in placed)
    return [at for at in unlike if not _is_other(rows, at + names, note, places)]


def _learn_note(rows: list[Row]) -> re.Pattern[str]:
    """What parts names from a note behind them: two dashes do where they stand behind names; else they may stand in
    titles."""
    fronts = [row.text.partition(" -- ")[0] for row in rows if " -- " in row.text]
    named = sum(_are_names(_bare(front, _NOTE)) for front in fronts)
    return _NOTE_OR_DASHES if named > len(fronts) / 2 else _NOTE


def _is_other(rows: list[Row], at: int, note: re.Pattern[str], places: Counter[str]) -> bool:
    """Whether what may be names is rather a title, for what stands below it surely is names; or, of a paper that names
    nobody, one of the `places` that come again: "ICES 2019. [PDF]"."""
    bare = _bare(rows[at].text, note)
    if _are_names(bare):
        return places[bare] > _MOST_ALIKE and kind_of_row(rows[at].text) is RowKind.VENUE
    below = at + 1 < len(rows) and _belongs(rows[at], rows[at + 1]) and _are_names(_bare(rows[at + 1].text, note))
    return below or kind_of_row(rows[at].text) is RowKind.VENUE


def _bare(text: str, note: re.Pattern[str]) -> str:
    """A line without links and what they leave, nor venue, year and a note."""
    if len(text) > _LONGEST:
        return text
    words = note.split(without_frame(take_urls(text)[0]), maxsplit=1)[0].split()
    while len(words) > 1 and is_anchor(words[-1]):
        words.pop()
    names = _YEAR.sub("", split_place(" ".join(words))[0])
    return names.strip(" .:;,") or text


def _pairs(rows: list[Row]) -> list[int]:
    """Positions of the first lines of entries, told by list markers or by blank lines, that have a line below."""
    beside = [at for at in range(len(rows) - 1) if rows[at].text and _belongs(rows[at], rows[at + 1])]
    marked = [at for at in beside if rows[at].marker]
    apart = [at for at in beside if rows[at].gap and not rows[at].marker]
    return max(marked, apart, key=len)


def _with_first(rows: list[Row], pairs: list[int]) -> list[int]:
    """The positions with the top of the page, above which stands no blank line, where it surely is several people."""
    if not pairs or pairs[0] == 0 or rows[pairs[0]].marker or rows[0].marker or not _belongs(rows[0], rows[1]):
        return pairs
    several = len(split_authors(rows[0].text)) > 1 and are_people(rows[0].text)
    return [0, *pairs] if several else pairs


def _behind_facts(rows: list[Row]) -> list[int]:
    """The same where but the fact that the entry above ends in tells where one begins, and where a fact stands below
    both lines."""
    close = [at for at in range(1, len(rows) - 2) if rows[at].text and not rows[at].marker]
    close = [at for at in close if _belongs(rows[at], rows[at + 1]) and _belongs(rows[at], rows[at + 2])]
    facts = {at for at in {at + step for at in close for step in (-1, 0, 2)} if kind_of_row(rows[at].text) in _FACTS}
    return [at for at in close if at not in facts and (rows[at].gap or at - 1 in facts) and at + 2 in facts]


def _above_marked(rows: list[Row]) -> list[int]:
    """Positions of lines between blank lines that have marked ones below."""
    bare = [at for at in range(len(rows) - 1) if rows[at].gap and not rows[at].marker and rows[at].text]
    return [at for at in bare if rows[at + 1].marker and rows[at + 1].text]


def _belongs(row: Row, below: Row) -> bool:
    cells = "\t" in row.text or "\t" in below.text
    return bool(below.text) and not (below.gap or below.marker or cells) and below.indent >= row.indent


def _are_names(text: str) -> bool:
    """Whether a phrase is names and nothing else."""
    return are_people(text) or text.endswith("et al")


def _rests(rows: list[Row], titles: list[int]) -> dict[int, int]:
    """Rows that go on with the titles above them, though they may be names, each with the place that its title gets:
    lines of codes part the entries, or markers where nothing stands below nearly all titles; titles are set in deeper
    than the names above, and those lines did not fit."""
    edge = max((rows[at].end for at in titles), default=0)
    ends = {at: _end(rows, at, edge) for at in titles}
    bare = sum(end == len(rows) or rows[end].gap > 0 for end in ends.values()) >= _BARE * len(titles)
    parted = (at for at in titles if rows[at - 1].tag or (bare and rows[at - 1].marker))
    deep = (at for at in parted if rows[at].indent > rows[at - 1].indent)
    return {at: title - 1 for title in deep for at in range(title + 1, ends[title])}


def _end(rows: list[Row], title: int, edge: int) -> int:
    """The first row below a title that does not go on with it."""
    at = title + 1
    while at < len(rows) and _goes_on(rows[at - 1], rows[at], edge):
        at += 1
    return at


def _goes_on(above: Row, row: Row, edge: int) -> bool:
    """Whether a line below another in its block did not fit on that one."""
    near = not row.gap and not row.marker and row.indent == above.indent and row.text[:1].isalnum()
    return near and above.end + 1 + len(first_word(row.text)) > edge


def _swap(rows: list[Row], at: int) -> None:
    """Gives the place of a line of names to the line below it."""
    names, title = rows[at], rows[at + 1]
    names.marker, title.marker = title.marker, names.marker
    names.indent, title.indent = title.indent, names.indent
    names.gap, title.gap = title.gap, names.gap
    names.tag, title.tag = title.tag, names.tag
    names.credit = True
    rows[at], rows[at + 1] = title, names
