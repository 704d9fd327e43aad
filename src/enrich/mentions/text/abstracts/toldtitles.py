"""Rows that say themselves that they are titles: by a label ("Title: ..."), a rule below, or quotation marks around.

In: rows, and the groups they stand in between abstracts. Out: positions of titles, where nearly all records have one:
others are none, but those that stand between quoted ones as they do. Buttons behind the marks are taken off in place.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence

from enrich.mentions.shapes.words import first_word, has_words
from enrich.mentions.text.lines.rows import Row, is_rule
from enrich.mentions.text.rowkinds.placed import Group

_NEARLY_ALL = 0.8  # of the records
_TITLE_WORDS = 3  # by judgement: shorter lines are headings
_LABELLED = re.compile(r"(?:talk )?title\s*[:：]\s*(?!tb[acd]\b)\S", re.I)
_QUOTED = re.compile(r"(?:\".+\"|“.+”|«.+»|《.+》)(?P<behind>.*)$")
# Set off by blanks, as nothing that is said of a title: venues, years and people differ, or stand behind one blank.
_BUTTON = re.compile(r"(?:\s{2,}|\t)[^\d\s](?:[^\d\t]{0,38}[^\d\s])?")


def find_told(rows: Sequence[Row], groups: Sequence[Group]) -> set[int]:
    """The rows that call themselves titles, are underlined, or are in quotation marks on top of their blocks."""
    labelled = {at for group in groups for at in group if _LABELLED.match(rows[at].text)}
    for told in (labelled, *_underlined(rows, groups)):
        if _are_usual(told, groups):
            return told
    tops = (at for group in groups for at in group if rows[at].gap or at == group[0])
    quoted = {at: match for at in tops if (match := _QUOTED.match(rows[at].text))}
    if not _are_usual(quoted, groups):
        return set()
    behind = Counter(match["behind"] for match in quoted.values() if match["behind"])
    [(button, count)] = behind.most_common(1) or [("", 0)]
    if _BUTTON.fullmatch(button) and count >= _NEARLY_ALL * len(quoted):
        for at in quoted:
            rows[at].text = rows[at].text.removesuffix(button)
    return set(quoted) | _unquoted(rows, groups, set(quoted))


def _underlined(rows: Sequence[Row], groups: Sequence[Group]) -> Iterator[set[int]]:
    """The first lines of what stands right above a rule, for each sign that rules are made of: headings have others."""
    found: dict[str, set[int]] = defaultdict(set)
    for group in groups:
        for at in group:
            rule = rows[at + 1] if at + 1 < len(rows) else None
            if rule and not rule.gap and is_rule(rule.text) and has_words(rows[at].text, _TITLE_WORDS):
                found[rule.text[0]].add(_first_line(rows, at, rule.end))
    yield from found.values()


def _first_line(rows: Sequence[Row], at: int, width: int) -> int:
    """The first of the lines that end in this one, all others of which are as wide as the rule below."""
    while at and not rows[at].gap and rows[at - 1].end + 1 + len(first_word(rows[at].text)) > width:
        at -= 1
    return at


def _unquoted(rows: Sequence[Row], groups: Sequence[Group], quoted: set[int]) -> set[int]:
    """Titles without marks, between others: each on top of the one block above an abstract of its own."""
    blocks = [group for group in groups if min(quoted) < group[0] < max(quoted) and not quoted & set(group)]
    blocks = [group for group in blocks if rows[group[0]].gap and not any(rows[at].gap for at in group[1:])]
    texts = ((group[0], rows[group[0]].text) for group in blocks)
    return {at for at, text in texts if has_words(text, _TITLE_WORDS) and text[-1] not in ".…:"}


def _are_usual(found: Collection[int], groups: Sequence[Group]) -> bool:
    told = sum(any(at in found for at in group) for group in groups) if found else 0
    return told > 0 and told >= _NEARLY_ALL * len(groups)


def tops_of(rows: Sequence[Row], group: Group, titled: Collection[int]) -> Iterator[int]:
    """The first rows of the blocks of a group that hold a title."""
    top = group[0]
    for at in group:
        top = at if rows[at].gap else top
        if at in titled:
            yield top
