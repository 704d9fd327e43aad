"""Sessions of a course, each with its day on a line of its own, its topic below, and labels that come again above what
is read: "Required:", "Optional:".

In: rows and their kinds. Out: the same kinds, topics being headings; what is read is told to be titles, though nothing
below a line says so. Told by counting: most days of the page have such a label. Pure; cost is linear.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from itertools import pairwise

from enrich.mentions.entries.details import RowKind
from enrich.mentions.shapes.days import A_DAY
from enrich.mentions.shapes.names import names_people
from enrich.mentions.shapes.tags import find_year
from enrich.mentions.shapes.words import has_words
from enrich.mentions.text.lines.rows import Row

# By judgement: fewer days make no course; a label comes again; most days have one, but for those of exams. A title that
# stands alone has more words than what is said of a session, and hardly more than this.
_FEWEST, _AGAIN, _SHARE = 4, 3, 0.6
_MOST_ABOVE = 0.2  # of the sessions have titles or people above their label; by judgement
_PEOPLE = frozenset({RowKind.AUTHORS, RowKind.NAMES})
_LABEL_WORDS, _TITLE_WORDS, _LONGEST_TITLE = 3, 4, 25


def settle_sessions(rows: list[Row], kinds: list[RowKind], claimed: Mapping[int, object]) -> None:
    """Set the kinds of all topics, and mark the titles below labels."""
    days = [at for at, row in enumerate(rows) if at not in claimed and not row.marker and A_DAY.fullmatch(row.text)]
    labels = Counter(row.text for row in rows if _is_label(row)) if len(days) >= _FEWEST else Counter()
    sessions = [range(a, b) for a, b in pairwise([*days, len(rows)])]
    read = {body: at for body in sessions if (at := _first_label(rows, body, labels))}
    if max(labels.values(), default=0) < _AGAIN or len(read) < max(_FEWEST, _SHARE * len(days)):
        return
    below = [kinds[label + 1] for body, label in read.items() if label + 1 in body]
    if below.count(RowKind.PROSE) * 2 > len(below):
        return  # talks, with their abstracts
    above = sum(
        any(_is_read(rows[at], kinds[at]) for at in range(body.start + 2, label)) for body, label in read.items()
    )
    if above > _MOST_ABOVE * len(read):
        return  # what is read, or who wrote the title below the day, stands above the label
    for body, label in read.items():
        if label > body.start + 1 and body.start + 1 not in claimed and kinds[body.start + 1] is RowKind.ENTRY:
            kinds[body.start + 1] = RowKind.HEADING
        for at in body[2:]:
            if at <= label or rows[at].text in labels:
                kinds[at] = RowKind.LABELLED  # what is said of the session, and of what is read
        for at in _titles(rows, kinds, range(label + 1, body.stop), labels):
            rows[at].titled = at not in claimed
            if at + 1 in body and _begins_with_people(rows[at + 1].text):
                kinds[at + 1] = RowKind.AUTHORS


def _is_label(row: Row) -> bool:
    return not row.marker and row.text.endswith(":") and len(row.text.split()) <= _LABEL_WORDS


def _is_read(row: Row, kind: RowKind) -> bool:
    """Whether a row is people, or as long as titles are."""
    return kind in _PEOPLE or (kind is not RowKind.LABELLED and has_words(row.text, _TITLE_WORDS))


def _first_label(rows: list[Row], body: range, labels: Collection[str]) -> int:
    """The first label of a session; 0 if there is none."""
    return next((at for at in body if rows[at].text in labels), 0)


def _titles(rows: list[Row], kinds: list[RowKind], body: range, labels: Collection[str]) -> list[int]:
    """The titles of a session that no kind of the row below tells: up to a line in capitals, or a wide gap."""
    titles: list[int] = []
    for at in body:
        row = rows[at]
        if row.text.isupper() or row.gap > 1 or kinds[at] is RowKind.HEADING:
            break
        last = at + 1 == len(rows) or rows[at + 1].text in labels
        credited = not last and _begins_with_people(rows[at + 1].text)
        alone = last or kinds[at + 1] in (RowKind.ENTRY, RowKind.HEADING)
        told = credited or (alone and not _begins_with_people(row.text))
        if told and kinds[at] is RowKind.ENTRY and not row.marker and _may_be_title(row.text):
            titles.append(at)
    return titles


def _may_be_title(text: str) -> bool:
    """Whether a line is as long as titles are, states no year, and is no sentence."""
    long = _TITLE_WORDS <= len(text.split()) <= _LONGEST_TITLE
    return long and find_year(text) is None and not text.endswith((".", ":"))


def _begins_with_people(text: str) -> bool:
    return names_people(text.partition(". ")[0])
