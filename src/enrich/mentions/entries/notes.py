"""The text of an entry in, where a note on it begins out: a sentence behind the links or the year, or the tags that its
reader gave it ("#tides #kelp -- for the seminar"). Pure.
"""

from __future__ import annotations

import re
from itertools import islice

from enrich.mentions.entries.parts import Style
from enrich.mentions.entries.sides import read_sides
from enrich.mentions.shapes.words import capital_share, is_small

# A note behind a dash is a sentence: so many words, few of them in capitals, and a stop.
_NOTE, _CLOSED, _NOTES_TRIED = re.compile(r"(?:\s(?:[-–—]|--)|(?<=\]))\s+(?=[A-ZÀ-Þ])"), frozenset(".!?"), 4
_TAG = r"#(?!\d+\b)\w[\w-]*"
_SIGN = re.compile(r"\s#")
_TAGS = re.compile(rf"\s(?P<tags>{_TAG}(?:,?\s{_TAG})*)(?=\s*$|\s+(?:[-–—]|--|\[))")
_FEWEST_NOTE_WORDS, _FEWEST_TITLE_WORDS, _SENTENCE_CASE = 4, 3, 0.4


def find_note(text: str, style: Style) -> tuple[int, tuple[str, ...]]:
    """Where a note begins, and the tags that it consists of; `(0, ())` without any."""
    tags = _find_tags(text)
    if tags:
        return tags.start(), tuple(tag.strip(" ,#") for tag in tags["tags"].split())
    return _find_sentence(text, style), ()


def _find_sentence(text: str, style: Style) -> int:
    """Where a dash or a bracket parts a sentence from links, or a dash from a year, in front of it; 0 if nowhere."""
    for match in islice(_NOTE.finditer(text), _NOTES_TRIED) if text[-1:] in _CLOSED else ():
        front, words = text[: match.start()], text[match.end() :].split()
        if len(words) < _FEWEST_NOTE_WORDS or capital_share(words[1:]) > _SENTENCE_CASE:
            continue
        sides = read_sides(front, style.habits, style.venues)
        told = sides.anchored or bool(sides.links) or (match[0].strip() and sides.tag.year and not style.dashed)
        if told and len(sides.rest.split()) >= _FEWEST_TITLE_WORDS:
            return match.start()
    return 0


def _find_tags(text: str) -> re.Match[str] | None:
    """The tags that a sign marks as such behind what may be an entry; a small word leads on to a title's own."""
    starts = islice(_SIGN.finditer(text), _NOTES_TRIED) if " #" in text else ()
    match = next(filter(None, (_TAGS.match(text, start.start()) for start in starts)), None)
    words = text[: match.start()].split() if match else []
    return match if len(words) >= _FEWEST_TITLE_WORDS and not is_small(words[-1].casefold()) else None
