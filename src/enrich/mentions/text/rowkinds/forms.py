"""Rows of one form are of one kind: what nearly all rows of a run or a page that begin or end alike are, all are.

In: rows and their kinds, which are set right. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping

from enrich.mentions.entries.details import RowKind
from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.tags import may_state_year
from enrich.mentions.shapes.words import has_letters, without_numbers
from enrich.mentions.text.lines.rows import Row
from enrich.mentions.titles import last_word

_FEWEST = 8  # entries; by judgement
_END, _END_SHAPE, _END_SHARE = 24, 4, 0.6  # "arXiv:1801.00001" ends as all such do: ":0.0"
# Fewer words are the venue and its year alone. By judgement: a line of venue for each title leaves half of the lines.
_YEAR_AT_END = re.compile(r",\s[^,]{2,60}\b(?:19|20)\d\d[\s.)]*(?:[\[(|].{0,60})?$")
_DATED_SHARE, _DATED_WORDS = 0.7, 6
# A page's titles in quotes, and those that a link, their year or where and when they appeared ends: "A Title. paper",
# "A Title (2019)", "A Title (ICRA 2021)". Facts of records end so, too; then hardly all such lines are entries.
_QUOTED, _YEAR = re.compile(r"[\"“]\w"), re.compile(r"[,.(\[] ?(?:19|20)\d\d[)\]]?$")
_TAGGED = re.compile(r"\((?=[^()]*[^\W\d_])[^()]{2,60} (?:19|20)\d\d\)$")
_FORM_SHARE, _TITLE_WORDS, _LINK = 0.8, 3, "link"
_UNSURE = frozenset({RowKind.PROSE, RowKind.VENUE, RowKind.NAMES})


def settle_ends(rows: list[Row], kinds: list[RowKind], run: range) -> None:
    """Lines that end as most of their run do, in the word of a link, or in letters and numbers of one pattern, are no
    sentences among entries."""
    linked = [at for at in run if is_anchor(last_word(rows[at].text))]
    for at in linked if len(linked) >= _END_SHARE * len(run) else ():
        kinds[at] = RowKind.ENTRY if kinds[at] is RowKind.PROSE and not rows[at].prose else kinds[at]
    ends = Counter(without_numbers(rows[at].text.rstrip()[-_END:])[-_END_SHAPE:] for at in run)
    end, count = ends.most_common(1)[0]
    if "0" not in end or count < _END_SHARE * len(run):
        return
    for at in run:
        if kinds[at] is RowKind.PROSE and without_numbers(rows[at].text.rstrip()[-_END:]).endswith(end):
            kinds[at] = RowKind.ENTRY


def settle_dated(rows: list[Row], kinds: list[RowKind], run: range) -> None:
    """Where most lines of a run are entries that end in their year, "A Title, ICRA 2021. [code]", all such are."""
    dated = [at for at in run if may_state_year(rows[at].text) and _YEAR_AT_END.search(rows[at].text)]
    entries = sum(kinds[at] is RowKind.ENTRY for at in dated)
    if entries < _FEWEST or entries < _DATED_SHARE * len(run):
        return
    for at in dated:
        if kinds[at] in (RowKind.PROSE, RowKind.VENUE) and len(rows[at].text.split()) >= _DATED_WORDS:
            kinds[at] = RowKind.ENTRY


def settle_forms(rows: list[Row], kinds: list[RowKind], claimed: Mapping[int, object]) -> None:
    """Where nearly all lines of a page that begin in a quotation, or end in a link or a year set off, are entries, all
    such are: one alone looks like a sentence, a venue or names."""
    forms: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        if at not in claimed and (form := _form(row.text)):
            forms[form].append(at)
    for form, found in forms.items():
        unsure = _UNSURE - {RowKind.VENUE} if form == _LINK else _UNSURE  # venues have links behind them, too
        entries = sum(kinds[at] is RowKind.ENTRY for at in found)
        if entries < max(_FEWEST, _FORM_SHARE * len(found)):
            continue
        for at in _in_step(rows, found):
            if kinds[at] in unsure and len(rows[at].text.split()) > _TITLE_WORDS:
                kinds[at] = RowKind.ENTRY


def _in_step(rows: list[Row], found: list[int]) -> list[int]:
    """Those of the rows below as wide a gap as most: what is said above and below a list has another."""
    gap = Counter(rows[at].gap for at in found).most_common(1)[0][0]
    return [at for at in found if rows[at].gap == gap]


def _form(text: str) -> str:
    """What a line begins or ends in that many entries of a list have in common; "" for nothing."""
    if _QUOTED.match(text):
        return text[0]
    last = text.rpartition(" ")[2]
    if last != text and has_letters(last) and is_anchor(last):
        return _LINK
    bare = text.rstrip(" .") if may_state_year(text) else ""
    return "year" if _YEAR.search(bare) else "tag" if _TAGGED.search(bare) else ""
