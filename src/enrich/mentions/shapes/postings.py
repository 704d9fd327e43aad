"""What feeds and forums say beside a title: when it was posted, and how many liked it, read it or spoke of it.

In: a line. Out: the line without such words, which leaves the people it names, or nothing. No word is known beforehand:
a number counts what the small words behind it say. Pure.
"""

from __future__ import annotations

import re

from enrich.mentions.shapes.days import A_DAY
from enrich.mentions.shapes.names import NO, author_likeness
from enrich.mentions.shapes.tags import Tag, is_posting, parse_year

BARS, _COMMA = (" | ", " · ", " • ", " ∙ "), ", "
_SIGNS, _SERVER = " |·•∙", re.compile(r"\w{1,8}[Xx]iv")
_DASHES = (" — ", " – ", " - ")  # titles have them, too: "Hong Kong - 20 years after"
_NUMBER = r"\d[\d.,]*[kKmM]?"
# "33 likes", "5 min read", "2d ago", "24 points by someone 3 hours ago"; not "33rd Conference".
_COUNT = re.compile(rf"{_NUMBER}\+? ?(?!st\b|nd\b|rd\b|th\b)[a-z]{{1,12}}(?: [a-z\d][\w.-]{{0,20}}){{0,6}}")
_AGO = re.compile(r"(?:\w+:? ){0,3}(?:an?|\d+) ?[a-z]+ ago|(?:\w+ )?(?:yesterday|today)", re.I)
_NAMED = re.compile(rf"[^\W\d_]{{3,12}}: ?{_NUMBER}")  # "Likes: 33"
_SIGNED = re.compile(rf"[^\w\s\"'“‘(\[$€£#]{{1,3}} ?{_NUMBER}(?: [a-z]{{1,12}})?")  # "★ 24"
_DATED = re.compile(r"[^\W\d_]{3,12}(?: on)?:? (?=\w)")  # "Updated 2 Feb 2026"
_WORD = re.compile(r"[a-z][\w.-]{1,15}")  # a button or a field beside the counts
# Which version of a preprint was posted on a day: "2 May 2024, Version 3", "v2 (2 May 2024)".
_VERSION = re.compile(
    r"(?:[,;]|\s[|·•–-])?\s[(\[]?(?:version |v\.? ?)\d{1,2}[)\]]?$"
    r"|^(?:version |v\.? ?)\d{1,2}(?:[,;:]|\s[|·•–-])? [(\[]?",
    re.I,
)
# When it was handed in, perhaps also changed, and right behind that where it will appear.
_PLACE_BEHIND = re.compile(
    r"\d{1,2} [A-Z][a-z]{2,8} (?:19|20)\d\d(?: \([a-z ]{3,20}: [^()]{6,24}\))? ?"
    r"(?P<venue>[A-Z][A-Za-z&. -]{1,40}?),? (?P<year>(?:19|20)\d\d)\b"
)
_LONGEST, _LONGEST_CELL = 200, 48
_WHERE_WORDS = 3  # of a laboratory or a server; by judgement, most titles have more


def without_posting(text: str) -> str:
    """`text` without the cells that count something or say when, which bars or dashes part, or two commas.

    >>> without_posting("Jane Roe, +3 more · 2 Feb 2026 · 33 likes")
    'Jane Roe, +3 more'
    """
    if len(text) > _LONGEST or not any(map(str.isdigit, text)):
        return text
    for bar in (*BARS, *_DASHES, _COMMA):
        cells = [cell.strip() for cell in text.split(bar)] if bar in text else []
        counted = sum(map(_is_count, cells))
        if counted and (
            bar in BARS or counted + sum(map(_is_day, cells)) > 1 or (bar in _DASHES and any(map(_is_sure, cells)))
        ):
            return bar.join(cell for cell in cells if not (_is_count(cell) or _is_day(cell) or _WORD.fullmatch(cell)))
    return text


def posted_tag(text: str) -> Tag | None:
    """The year in a line that says when something was posted, the first of several, and the server of preprints in
    front of a bar; None if the line is no such. Several people in front of the bar are its authors, more words a title.

    >>> posted_tag("Some Laboratory · Published on 2 May 2024")
    Tag(venue=None, year=2024)
    >>> posted_tag("Submitted 2 May, 2024; v1 submitted 3 June, 2023; originally announced June 2023.")
    Tag(venue=None, year=2023)
    >>> posted_tag("2 May 2024, Version 3")
    Tag(venue=None, year=2024)
    >>> posted_tag("2 Dec 2021 (modified: 20 Jun 2022)SHORE 2022 PosterReaders: Everyone")
    Tag(venue='SHORE', year=2022)
    """
    if place := _PLACE_BEHIND.match(text):
        return Tag(place["venue"], int(place["year"]))
    if len(text) <= _LONGEST_CELL and (version := _VERSION.search(text)):
        year = parse_year((text[: version.start()] + text[version.end() :]).strip(" )]"))
        return Tag(None, year) if year else None
    where, when = split_posted(text)
    parts = when.rstrip(".").split("; ")
    if not when or len(where.split()) > _WHERE_WORDS or ": " in where or (where and author_likeness(where) != NO):
        return None
    years = [_year_done(part) for part in parts]
    published = [year for part, year in zip(parts, years, strict=True) if part.lower().startswith("published")]
    server = where if _SERVER.fullmatch(where) else None
    return Tag(server, min(filter(None, published or years))) if all(years) else None


def split_posted(text: str) -> tuple[str, str]:
    """What stands in front of the only bar of a line, if anything, and behind it when something was posted; else
    nothing."""
    text = text.strip(_SIGNS)
    bar = next((bar for bar in BARS if bar in text), None)
    where, _, when = text.rpartition(bar) if bar else ("", "", text)
    told = is_posting(when) and not any(bar in where for bar in BARS)
    return (where, when) if told else ("", "")


def _year_done(part: str) -> int | None:
    """The year of "published 2 May 2024", with a word in front at most: "v1 submitted 2 May, 2024"."""
    done = next((text for text in (part, part.partition(" ")[2]) if is_posting(text)), "")
    return parse_year(done)


def _is_count(cell: str) -> bool:
    if len(cell) > _LONGEST_CELL:
        return False
    return _COUNT.fullmatch(cell) is not None or _is_sure(cell)


def _is_sure(cell: str) -> bool:
    """Whether a cell counts something or says when, and can be no part of a title."""
    return len(cell) <= _LONGEST_CELL and any(pattern.fullmatch(cell) for pattern in (_AGO, _NAMED, _SIGNED))


def _is_day(cell: str) -> bool:
    words = _DATED.sub("", cell, count=1) if len(cell) <= _LONGEST_CELL else ""
    return any(A_DAY.fullmatch(day) or (parse_year(day) and len(day) > len("2026")) for day in (cell, words) if day)
