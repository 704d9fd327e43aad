"""Pieces of lines in, whole lines out: pages whose every link and emphasised word was put on a line of its own.

Programs that print the text of each element apart leave the marks between them at the edges of lines: an open bracket
at an end, a comma, a stop or a closing bracket in front. On other pages hardly a line begins or ends so. Pure; cost is
linear.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.names import names_people

if TYPE_CHECKING:
    from enrich.mentions.text.lines.rows import Row

_GOES_ON = re.compile(r"[,.;:)\]】](?![^\W_])|\(\d+\),")  # begins no line
_YEAR = re.compile(r"\((?:19|20)\d\d\)")  # a blank stands in front of it, where an issue has none
_TAG = re.compile(r"[\[(【][^\[\]()【】]{2,60}[\])】]|(?:19|20)\d\d:")
_OPEN, _SEPARATORS, _DASHES = ("[", "(", "【"), ("·", "•", "∙", "|", "/", "&"), ("-", "–", "—")
# So many lines, and this share of a page, are more than wraps and slips of the pen make. By judgement.
_FEWEST, _SHARE = 5, 0.06
# Lines behind a dash that stand one by one below unmarked ones, most of them as long as titles, are no list where so
# many say something about those: names, or a sentence.
_ALONE_SHARE, _TELLING_SHARE, _TITLE_WORDS, _NAME_WORDS = 0.9, 0.6, 4, 1


def splice(rows: list[Row]) -> list[Row]:
    """The rows of a page with the pieces of its lines joined."""
    pieces = sum(_is_piece(rows[at - 1], rows[at]) for at in range(1, len(rows)))
    torn = pieces >= max(_FEWEST, _SHARE * len(rows))
    if torn:
        rows = _join(rows, lambda above, row: _is_piece(above, row) or above.text.endswith(","))
        rows = _join_tags(rows)
    rows = _join_buttons(rows)
    dashed = _dashed(rows, _NAME_WORDS if torn else _TITLE_WORDS)
    for at in dashed:
        rows[at].text, rows[at].marker = f"{rows[at].marker} {rows[at].text}", ""
    return _join(rows, lambda above, row: row.text.startswith(_DASHES)) if dashed else rows


def _is_piece(above: Row, row: Row) -> bool:
    """Whether a line goes on in the next: a bracket is left open, or a mark stands in front that begins no line."""
    return not row.gap and (above.text.endswith(_OPEN) or bool(_GOES_ON.match(row.text)))


def _join(rows: list[Row], belong: Callable[[Row, Row], bool]) -> list[Row]:
    joined: list[Row] = []
    for row in rows:
        if joined and not row.gap and not row.marker and belong(joined[-1], row):
            glued = joined[-1].text.endswith(_OPEN) or (_GOES_ON.match(row.text) and not _YEAR.match(row.text))
            joined[-1].append(row, "" if glued else " ")
        else:
            joined.append(row)
    return joined


def _join_tags(rows: list[Row]) -> list[Row]:
    """Rows with the tags that stand by themselves in front of titles, or behind them."""
    tags = [at for at, row in enumerate(rows) if at and not row.marker and _is_tag(row)]
    ahead = sum(is_anchor(rows[at - 1].text) or rows[at - 1].text.endswith((".", "]")) for at in tags)
    if ahead * 2 >= len(tags):
        return _join(rows, lambda above, row: _is_tag(above) and not _is_tag(row))
    return _join(rows, lambda _, row: _is_tag(row))


def _is_tag(row: Row) -> bool:
    return bool(_TAG.fullmatch(row.text)) and not is_anchor(row.text)


def _join_buttons(rows: list[Row]) -> list[Row]:
    """Buttons with the signs between them, each on a line: "PDF", "·", "Code"."""
    joined: list[Row] = []
    for row in rows:
        sign = joined[-1] if joined else None
        between = len(joined) > 1 and sign is not None and (sign.text or sign.marker) in _SEPARATORS
        if between and sign and not row.marker and is_anchor(row.text) and is_anchor(joined[-2].text):
            sign.text, sign.marker = sign.text or sign.marker, ""
            joined.pop()
            joined[-1].append(sign)
            joined[-1].append(row)
        else:
            joined.append(row)
    return joined


def _dashed(rows: list[Row], words: int) -> list[int]:
    """Positions of rows that begin with a dash which is no list marker but parts what is said of a title from it;
    `words` are the fewest of a title."""
    dashed = [at for at, row in enumerate(rows) if row.marker in _DASHES and row.text]
    opening = sum(rows[at].gap > 0 for at in dashed)
    if len(dashed) < _FEWEST or opening > sum(at > 0 and rows[at - 1].gap > 0 and not rows[at].gap for at in dashed):
        return []  # few, or the lists begin with them: what stands between is said of the one above
    alone = [at for at in dashed if _stands_alone(rows, at)]
    telling = sum(_tells(rows[at].text) and len(rows[at - 1].text.split()) >= words for at in alone)
    told = len(alone) >= _ALONE_SHARE * len(dashed) and telling >= _TELLING_SHARE * len(alone)
    return alone if told else []


def _stands_alone(rows: list[Row], at: int) -> bool:
    """Whether a row stands by itself below an unmarked one, and nothing hangs below it."""
    if not at or rows[at].gap or rows[at].indent:
        return False
    below = rows[at + 1] if at + 1 < len(rows) else None
    hangs = below is not None and (bool(below.marker) or (not below.gap and below.indent > 0))
    return not rows[at - 1].marker and not hangs


def _tells(text: str) -> bool:
    return text.endswith((".", ",")) or names_people(text)
