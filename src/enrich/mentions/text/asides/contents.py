"""Tables of contents: runs of lines, or the parts of one, that say again what later lines of the page are headings of;
and those headings. Pure."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from enrich.mentions.shapes.tags import find_year
from enrich.mentions.shapes.words import BLANKS, has_letters, has_words
from enrich.mentions.text.lines.rows import Row
from enrich.mentions.text.page.outline import tidy

# "3 Shores", "3 – Shores", "[3] Shores", "III. Shores", "Part 3. Shores".
_NUMBER = re.compile(
    r"^(?:(?:[^\W\d_]{4,8} \d{1,2}[.:]|\[\d+\]\s*:?|(?!(?:19|20)\d\d )\(?\d+(?:\.\d+)*(?:[.)]|\s[-–—])?|[IVX]+\.)\s+)"
)
_STRUNG, _LABEL = re.compile(r"\s*[·•|]\s*|\s{3,}"), re.compile(r"[^\W\d_][\w ]{2,24}: ")  # "Contents: Shores · Dunes"
_SIGNS = frozenset("·•|\t\xa0")
_LISTED = re.compile(r"([^\s:,][^:,]{0,24}): ([^:]+, [^:]+)$")
_BUTTON = re.compile(r"(?<=[\w)?]) ?\[[a-z]{2,10}\]$")  # "Some Topic[edit]"
_ADDRESS = re.compile(r"(?<=\S)\s+\(?#[\w-]+\)?$")  # "Some Topic #some-topic": some renderings write out links
_YEAR = re.compile(r"(?:19|20)\d\d")  # a heading of its own, no page
_LEADERS = BLANKS + ".·…"
_LONGEST_HEADING = 12
# Lines that make up a table of contents name later headings in this share; lists of papers repeat single titles.
_SHARE = 0.6
_FEWEST = 3
_CAPTION, _CALLED_SHARE = re.compile(r"(?:table of )?contents?:?|outline:?", re.I), 0.4  # fewer where the page says so
_CHECKED = 600
_PHRASE, _PHRASE_WORDS = 12, 3
_DATED_WORDS = 3  # of what leads to a year
_HEADING_WORDS = 4  # contents of longer names list papers
_FIRST_WORDS, _FEWEST_TITLES = 4, 8  # of a title, which may go on below; and titles of a book


def find_contents(rows: list[Row], claimed: Mapping[int, object]) -> set[int]:
    """Positions of rows that make up a table of contents."""
    short = (at for at, row in enumerate(rows) if at not in claimed and not has_words(row.text, _LONGEST_HEADING + 1))
    names = {at: _folded(rows[at]) for at in short}
    later = _heading_places(rows, names)
    found = _said_again(rows, names) | _of_book(rows)
    lengths = {len(name.split()) for name in later}
    for run in _runs(rows[:_CHECKED], claimed) if later else ():
        repeated = [at for at in run if _is_repeated(rows[at], run[-1], later, lengths)]
        called = run[0] > 0 and _CAPTION.fullmatch(rows[run[0] - 1].text) is not None and _are_short(rows, run)
        least = _CALLED_SHARE * len(run) if called else max(_FEWEST, _SHARE * len(run))
        if len(repeated) >= least or _begin(rows, run, later):
            found.update(run)
    return found | {
        at for at in range(min(len(rows), _CHECKED)) if at not in claimed and _is_strung(rows[at], at, later)
    }


def find_headings(rows: list[Row], contents: Collection[int]) -> set[int]:
    """Positions of the rows that short names in `contents` lead to: headings, whatever stands about them."""
    places: dict[str, list[int]] = {name: [] for at in contents for name in _names_in(rows[at])}
    if sum(len(name.split()) for name in places) > _HEADING_WORDS * len(places):
        return set()
    for at in range(min(contents, default=len(rows)), len(rows)):
        if at not in contents and not rows[at].marker and (found := places.get(_folded(rows[at]))) is not None:
            found.append(at)
    apart = ([at for at in found if len(found) == 1 or rows[at].gap] for found in places.values())
    return {found[0] for found in apart if len(found) == 1}


def _begin(rows: list[Row], run: Sequence[int], later: Mapping[str, int]) -> bool:
    """Whether the first of short names are headings below all of them, in the same order: contents of a page of which
    but the beginning is left."""
    places = [later.get(_folded(rows[at]), -1) for at in run[:_FEWEST]]
    return places == sorted(set(places)) and places[0] > run[-1] and _are_short(rows, run)


def _said_again(rows: list[Row], names: Mapping[int, str]) -> set[int]:
    """Positions of consecutive short rows, of these `names`, each of which comes once more below all of them, in the
    same order: the contents of a page whose headings nothing sets off."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, name in names.items():
        if has_letters(rows[at].text):
            places[name].append(at)
    again = {found[0]: found[1] for found in places.values() if len(found) == 2}
    said: set[int] = set()
    run: list[int] = []
    for at in [*again, len(rows)]:
        if run and (at != run[-1] + 1 or again[at] < again[run[-1]]):
            if len(run) >= _FEWEST and again[run[0]] > run[-1] and not _are_dated(rows, run):
                said.update(run)
            run = []
        run.append(at)
    return said


def _of_book(rows: list[Row]) -> set[int]:
    """Positions of the rows of a book of abstracts down to the last of its contents, which say most of its titles."""
    titles = [at for at, row in enumerate(rows) if row.titled and row.centred]
    if len(titles) < _FEWEST_TITLES:
        return set()
    begins = {_beginning(rows[at]) for at in titles}
    said = [at for at in range(titles[0]) if _beginning(rows[at]) in begins]
    if len(said) < _SHARE * len(titles):
        return set()
    last = said[-1] + 1
    while last < titles[0] and not rows[last].gap:
        last += 1
    return set(range(last))


def _beginning(row: Row) -> tuple[str, ...]:
    """The first words of a title."""
    return tuple(_folded(row).split()[:_FIRST_WORDS])


def _are_dated(rows: Sequence[Row], run: Sequence[int]) -> bool:
    """Whether most rows are as long as titles and state a year: papers that two lists have in common."""
    long = [rows[at].text for at in run if has_words(rows[at].text, _HEADING_WORDS + 1)]
    return sum(find_year(text) is not None for text in long) * 2 > len(run)


def _names_in(row: Row) -> list[str]:
    """The names that a row of contents holds: one, or several side by side."""
    return _strung_in(row) or [_folded(row)]


def _strung_in(row: Row) -> list[str]:
    """The names that stand side by side in a row; none if too few do."""
    if _SIGNS.isdisjoint(row.text) and "  " not in row.text:
        return []  # most rows
    parts = _STRUNG.split(_LABEL.sub("", row.text, count=1))
    return [_fold(part) for part in parts] if len(parts) >= _FEWEST else []


def _is_strung(row: Row, at: int, later: Mapping[str, int]) -> bool:
    """Whether a row holds the names of later headings side by side."""
    names = _strung_in(row)
    if label := _LISTED.match(row.text):  # "2019: Shores, Dunes", of "2019 Shores" and "2019 Dunes"
        below = [_fold(f"{label[1]} {part}") for part in label[2].split(", ")]
        if all(later.get(name, -1) > at for name in below):
            return True
    return sum(later.get(name, -1) > at for name in names) >= max(_FEWEST, _SHARE * len(names))


def _folded(row: Row) -> str:
    return _fold(row.text)


def _fold(text: str) -> str:
    text = _NUMBER.sub("", _BUTTON.sub("", _ADDRESS.sub("", tidy(text))))
    if not text[-1:].isalpha() and not _YEAR.fullmatch(text[-4:]):
        text = (
            text.rstrip(")").rstrip("0123456789").rstrip("(").rstrip(_LEADERS)
        )  # a page, and the dots that lead to it
    return " ".join(text.casefold().split())


def _heading_places(rows: list[Row], names: Mapping[int, str]) -> dict[str, int]:
    """The last place of each short unmarked line that stands first in its block, or but once right above a list."""
    places: dict[str, int] = {}
    for at, name in names.items():
        row = rows[at]
        if row.marker:
            continue
        above = at + 1 < len(rows) and rows[at + 1].marker and not rows[at + 1].gap
        if row.gap or above:
            places[name] = at if row.gap or name not in places else -1
    places.pop("", None)
    return places


def _runs(rows: list[Row], claimed: Mapping[int, object]) -> list[list[int]]:
    """Runs of list entries, or of lines without a blank between them."""
    runs: list[list[int]] = []
    for at, row in enumerate(rows):
        if at in claimed:
            runs.append([])
        elif runs and runs[-1] and _goes_on(rows[runs[-1][-1]], row):
            runs[-1].append(at)
        else:
            runs.append([at])
    return [run for run in runs if len(run) >= _FEWEST]


def _goes_on(last: Row, row: Row) -> bool:
    if row.marker and last.marker:
        return True
    below = not (last.marker and row.indent <= last.indent) or _NUMBER.match(row.text) is not None  # "2.1 Shores"
    return row.gap == 0 and below


def _are_short(rows: list[Row], run: Sequence[int]) -> bool:
    """Whether names are as short as those of sections: longer ones are titles, most of which are listed here alone."""
    names = [_fold(cell) for at in run for cell in rows[at].text.split("\t")]
    return sum(len(name.split()) for name in names) <= _HEADING_WORDS * len(names)


def _is_repeated(row: Row, end: int, later: Mapping[str, int], lengths: Collection[int]) -> bool:
    """Whether a row names a heading below `end`, or all of its cells or some of its words do; headings have so many
    words (`lengths`)."""
    folded = _folded(row)
    if later.get(folded, -1) > end or all(later.get(_fold(cell), -1) > end for cell in row.text.split("\t")):
        return True
    words = folded.split()
    if len(words) > _PHRASE:
        return False
    if len(words) <= _DATED_WORDS and any(_YEAR.fullmatch(word) and later.get(word, -1) > end for word in words):
        return True  # "2019 Papers", "Papers of 2019" above the heading "2019"
    phrases = (" ".join(words[i : i + n]) for n in lengths if n >= _PHRASE_WORDS for i in range(len(words) - n + 1))
    return any(later.get(phrase, -1) > end for phrase in phrases)
