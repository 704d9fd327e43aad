"""The journals and books that entries end in, by the figures beside their names: volume, pages, year. Pure."""

from __future__ import annotations

import re

from enrich.mentions.entries.containers import split_container
from enrich.mentions.entries.midst import JOURNAL_AND_PAGE, cited_journal
from enrich.mentions.shapes.tags import Tag
from enrich.mentions.shapes.words import BLANKS

# Some journals begin small: "npj Shores".
_SMALL_FIRST = r"(?:(?!(?:in|on|of|for|and|the|to|at|by|from|with)\b)[a-z]{2,5} )?"
# ", Phys. Rev. B 127, 57438 (2017)": a name, a volume, a page and the year.
_JOURNAL_BEHIND = re.compile(
    rf",\s+(?P<venue>{_SMALL_FIRST}"
    r"[A-Z][\w.&]*(?:(?:(?<=\.):)? (?:[A-Z][\w.&]*|of|and|the|in|&)){0,6}),? \d{1,4}(?:\(\d{1,3}\))?, [A-Z]?\d{2,7}"
    r"(?:[-–]{1,2}\d+)? \((?P<year>(?:19|20)\d\d)\)$"
)
# ", Phys. Rev. Ser. B 127 (2017), 31-46.", its volume in front of the year, and with the number of a series, an issue
# and the code of a review ", J. Sand (2) 12 (2017), no. 4, 31-46. XY 1234567"; ", Sands C/Dunes 12 (3) (2017) 31-46".
_VOLUME_BEHIND = re.compile(
    rf",\s+(?P<venue>{_SMALL_FIRST}"
    r"[A-ZÀ-Þ][\w.&/-]*(?: (?:[A-ZÀ-Þ][\w.&/-]*|of|and|the|in|on|for|&)){0,9}(?: \((?:\d|[A-Z]{2,8})\))?),?"
    r" \d{1,4}(?: ?\(\d{1,3}\))?"
    r" \((?P<year>(?:1[6-9]|20)\d\d)\),? (?:no\. \d{1,3}, )?[A-Z]?\d{1,7}(?:[-–—]{1,2}[A-Z]?\d{1,7})?"
    r"(?:\.? [A-Z]{2,4} ?\d{5,9})?$"
)
# ", in: 3rd Symposium on Sands, 2017, pp. 31-46.": what a paper is a part of, the year, pages.
_PART_BEHIND = re.compile(
    r",\s+[Ii]n: (?P<venue>[^\W_a-z][^:;()]{4,160}), (?P<year>(?:19|20)\d\d),?"
    r" pp?\. ?[A-Z]?\d{1,5}(?:[-–—]{1,2}\d{1,5})?$"
)
# ", Sand Res. Lett., 127(5), e2017SR574380", "J. Sands, 12, 31-46.": a name, volume and page between commas; before
# they are known, ", J. Sands, in press". Behind the year of the names in front stands a comma, too: a stop ends titles.
_PAGE_BEHIND = re.compile(
    rf",\s+(?P<venue>{_SMALL_FIRST}"
    r"[A-ZÀ-Þ][\w.&/-]*(?:(?:(?<=\.):)? (?:[A-ZÀ-Þ][\w.&/-]*|of|and|the|in|on|for|&)){0,9}),"
    r" (?:\d{1,4}(?: ?\(\d{1,3}(?:[-–/]\d{1,3})?\))?, (?:[A-Za-z]?\d{1,7}(?:[-–—]{1,2}[A-Z]?\d{1,7})?"
    r"|e\d{4}[A-Z]{2}\d{5,7})|in press)$"
)
_YEAR_END = re.compile(r"\d, (?:19|20)\d\d$")
_UNDATED_END = re.compile(r", \d{1,4}(?: ?\([^()]{1,7}\))?, [\w–—-]{1,20}$|, in press$")
_YEAR_AND_COMMA = re.compile(r"\b(?:19|20)\d\d[a-z]?\)?, ")
_VOLUME_AND_PAGE = re.compile(r" \d{1,4}, [A-Z]?\d{1,7}(?:[-–]{1,2}\d+)?$")
LONGEST_JOURNAL, _LONGEST_PAGES = 120, 48
_ABBREVIATED = re.compile(
    r"(?<=[^\W\d_]{3}.)\s+(?<![,;] )(?P<venue>J\.(?: [A-Z][A-Za-z]{1,8}\.){2,5}),? \(?(?P<year>(?:19|20)\d\d)\)?\.?$"
)


def split_journal(text: str) -> tuple[str, Tag | None]:
    """`(rest, tag)` of a text that ends in a journal, or a book, with its volume or pages."""
    body = text.rstrip(BLANKS + ".,;")
    if contained := split_container(body):
        return contained
    pattern = _pattern_of(body[-_LONGEST_PAGES:])
    match = pattern.search(body, max(0, len(body) - LONGEST_JOURNAL)) if pattern else None
    if not match and _YEAR_END.search(body[-_LONGEST_PAGES:]):
        match = cited_journal(body, max(0, len(body) - LONGEST_JOURNAL))
    if not match and _UNDATED_END.search(body[-_LONGEST_PAGES:]):
        match = _PAGE_BEHIND.search(body, max(0, len(body) - LONGEST_JOURNAL))
        told = match and _YEAR_AND_COMMA.search(body[: match.start()])
        return (body[: match.start()], Tag(match["venue"])) if match and told else (text, None)
    if not match and _VOLUME_AND_PAGE.search(body[-_LONGEST_PAGES:]):
        match = JOURNAL_AND_PAGE.search(body, max(0, len(body) - LONGEST_JOURNAL))
        return (body[: match.start()], Tag(match["venue"])) if match and match.end() == len(body) else (text, None)
    return (body[: match.start()], Tag(match["venue"], int(match["year"]))) if match else (text, None)


def _pattern_of(end: str) -> re.Pattern[str] | None:
    """The pattern of a journal or a book that an end may fit; a quick look that spares most texts the patterns."""
    if end.endswith(")"):
        return _JOURNAL_BEHIND
    if ", p" in end:
        return _PART_BEHIND
    return _VOLUME_BEHIND if ") " in end or ")," in end else None


def split_abbreviated(text: str) -> tuple[str, Tag | None]:
    """`(rest, tag)` of "A Title. J. Mar. Geol. 2017", with or without a stop behind the title."""
    match = _ABBREVIATED.search(text) if " J. " in text else None
    return (text[: match.start()], Tag(match["venue"], int(match["year"]))) if match else (text, None)
