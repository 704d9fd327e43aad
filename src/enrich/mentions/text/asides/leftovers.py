"""Words of links that came again and again behind the years of a page, in whatever language: "..., 2020. Read"; and
words of any kind behind its brackets: "(Roe et al.), tool"; and what stands behind sentences to be clicked: "Read it",
or behind those that were cut short: "We walk... Expand".

In: rows. Out: rows without them. No word is known beforehand: what a page's own lines have behind a stop or a bracket
that closes behind the year, again and again, is no part of a title. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import Counter

from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.tags import may_state_year
from enrich.mentions.shapes.words import sentences, without_numbers
from enrich.mentions.text.lines.rows import Row

_BEHIND_YEAR = re.compile(
    r"(?:(?:19|20)\d\d[)\].]+|(?:19|20)\d\d[^.()\[\]]{1,20}[)\]]) (?P<words>[^\W\d_a-z]\w*(?: \w+){0,3})$"
)
_BEHIND_BRACKET = re.compile(r"[)\]][,;] (?P<words>[^\W\d_]+(?: [^\W\d_]+)?)$")
_BEHIND_SENTENCE = re.compile(r"[^\W\d_]{2}[.!?] (?P<words>[^\W\d_a-z][^\W\d_]*(?: [^\W\d_A-Z]{2,8}){1,2})$")
_BEHIND_DOTS = re.compile(r"(?:…|\.{3}) (?P<words>[^\W\d_a-z][^\W\d_]*(?: [^\W\d_A-Z]+){0,2})$")
# "..., 2020. publisher", "(2020) Verlag / author copy"
_SMALL, _ANY = r"[^\W\d_A-Z]+(?: [^\W\d_A-Z]+)?", r"[^\W\d_]+(?: [^\W\d_]+)?"
_BEHIND_PLACE = re.compile(rf"(?:19|20)\d\d[)\].]+ (?P<words>{_SMALL}|{_ANY}(?: [/|·] {_ANY}){{1,3}})$")
# "..., 2020. Uploaded 1/10/22, 11:52": a whole day, as volume and pages of a journal are none
_A_DATE = r"\d{1,4}(?P<sign>[/.-])\d{1,2}(?P=sign)\d{1,4}"
_STAMP = re.compile(
    rf"(?:19|20)\d\d[)\].]+ (?P<words>[^\W\d_a-z][^\W\d_]*(?: [^\W\d_]+){{0,2}}:? {_A_DATE}(?:,? \d\d?[:.]\d\d)?)$"
)
_BETWEEN_LINKS = re.compile(r" [/|·] ")
_STOPS = ".!?…"
_LONGEST = 60  # characters of the year and the words behind it
# By judgement: a title that begins behind a stop and a year may come twice, the same words in a tenth of all do not.
_FEWEST, _SHARE, _TOLD_SHARE = 4, 0.1, 0.5
_MANY = 8  # rows that end alike but for their figures, on a page however long
_PARAGRAPH = 240  # characters: more than titles have


def drop_leftovers(rows: list[Row]) -> None:
    """Takes the words out of the rows that end in them."""
    found = {at: match for at, row in enumerate(rows) if (match := _find(row.text))}
    counts = Counter(match["words"] for match in found.values())
    told = Counter(match["words"] for at, match in found.items() if _tells(match, rows[at].text))
    usual = max(_FEWEST, _SHARE * len(rows))
    paragraphs = sum(len(row.text) >= _PARAGRAPH for row in rows)  # of records of many lines
    below = min(usual, max(_FEWEST, _TOLD_SHARE * paragraphs))
    for at, match in found.items():
        words = match["words"]
        least = below if match.re is _BEHIND_SENTENCE else usual
        if counts[words] >= least and told[words] >= _TOLD_SHARE * counts[words]:
            rows[at].text = rows[at].text[: -len(words)].rstrip(" ,;")
    _drop_stamps(rows, usual)
    _drop_expanders(rows)
    _drop_linked(rows, usual)


def _drop_linked(rows: list[Row], usual: float) -> None:
    """Takes out words that come often behind the year of a place: several in many lines, with signs between, and one of
    them a usual word of links, or all of them small. Single ones say how far a paper has come: "(2016). submitted".
    Where all are usual ones they stay, as these tell where entries end."""
    found = {at: match for at, row in enumerate(rows) if (match := _linked_behind(row.text))}
    parts = {at: set(_BETWEEN_LINKS.split(match["words"])) for at, match in found.items()}
    counts = Counter(word for words in parts.values() for word in words)
    often = {word for word, count in counts.items() if count >= usual}
    several = sum(len(words) > 1 for words in parts.values()) >= _FEWEST
    likely = several and (any(map(is_anchor, often)) or all(map(str.islower, often)))
    for at, words in parts.items() if likely and not all(map(is_anchor, often)) else ():
        if words & often and all(map(is_anchor, words - often)):
            rows[at].text = rows[at].text[: -len(found[at]["words"])].rstrip()


def _linked_behind(text: str) -> re.Match[str] | None:
    end = text[-_LONGEST:] if text[-1:].isalpha() else ""
    return _BEHIND_PLACE.search(end) if may_state_year(end) else None


def _drop_stamps(rows: list[Row], usual: float) -> None:
    """Takes out what comes back behind years but for its figures: when something was done."""
    found = [(row, match) for row in rows if (match := _STAMP.search(row.text[-_LONGEST:]))]
    counts = Counter(without_numbers(match["words"]).split(" 0")[0] for _, match in found)
    for row, match in found:
        if counts[without_numbers(match["words"]).split(" 0")[0]] >= min(usual, _MANY):
            row.text = row.text[: -len(match["words"])].rstrip()


def _drop_expanders(rows: list[Row]) -> None:
    """Takes out the words that stand behind sentences cut short, again and again, wherever they stand behind a stop."""
    cut = Counter(match["words"] for row in rows if (match := _BEHIND_DOTS.search(row.text[-_LONGEST:])))
    behind = tuple(f"{stop} {words}" for words, count in cut.items() if count >= _FEWEST for stop in _STOPS)
    for row in rows if behind else ():
        if row.text.endswith(behind):
            row.text = row.text[: max(row.text.rfind(stop) for stop in _STOPS) + 1]


def _tells(match: re.Match[str], text: str) -> bool:
    """Whether words that stand behind a sentence stand behind several, where no venue stands alone."""
    return match.re is not _BEHIND_SENTENCE or len(sentences(text, 3)) > 2


def _find(text: str) -> re.Match[str] | None:
    """The words behind the year, or the bracket and a comma, that a text ends in."""
    end = text[-_LONGEST:] if text[-1:].isalpha() else ""
    found = _BEHIND_YEAR.search(end) if may_state_year(end) else None
    found = found or (_BEHIND_SENTENCE.search(end) if ". " in end or "! " in end or "? " in end else None)
    return found or (_BEHIND_BRACKET.search(end) if ")" in end or "]" in end else None)
