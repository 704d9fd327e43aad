"""What a phrase of an entry can be by its shape: a title, a tag, a person, or words in front of a title. Pure."""

from __future__ import annotations

import re
from functools import lru_cache

from enrich.mentions.links import find_stated_ids, find_urls
from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.leading import split_leading_tag
from enrich.mentions.shapes.namemarks import without_marks
from enrich.mentions.shapes.names import NO, STRONG, author_likeness, is_surname, without_by
from enrich.mentions.shapes.tags import parse_venue, parse_year, split_trailing_tag
from enrich.mentions.shapes.words import capital_share, has_letters

NOISE = re.compile(r"^[\W\d_]*$")
HOLLOW = re.compile(r"[\[({]\s*(?:[|,;/·•&+]\s*)*[\])}]")  # brackets that nothing stands in any more
# The number of an entry, that of a report in its series, or its key: "[12]", "12.", "2019-07.", "[@roe2019]".
ORDINAL = re.compile(
    r"^\s*(?:(?!\W?(?:19|20)\d\d\W)(?:\[\d{1,4}\]|\(\d{1,4}\)|\d{1,4}[.)]|\[{1,2}@[\w:.-]+\]{1,2})"
    r"|(?:19|20)\d\d[-/]\d{1,3}\.)\s+"
)
LONGEST_HEAD = 2_500  # characters in which an entry's title, authors and venue stand; what follows is description
LABEL_WORDS = 6
TITLE_WORDS = 3
_COUNTED = re.compile(r"#\d{1,4} ")  # "#12 A Title", as programs count their papers
_NUMBER = re.compile(r"\d{4}\.\d{4,5}(?:v\d+)?")  # as arXiv numbers its papers
_TAG_WORDS = 5  # and a year; longer venues are told by brackets or emphasis
_NAMES_CAPITALS = 0.6  # of the words in front of a year, particles and "and" aside
# A link, quotation or strong phrase of fewer letters is a name ("Reformer"), of more words or letters it is a title.
_TITLE_LETTERS = 12
# What stands in the place of a year that is not known, or not yet.
UNDATED = (
    r"(?:n\. ?d\.?|no date|undated|in press|forthcoming|to appear|submitted|accepted|in prep(?:aration|\.)?|in review)"
)
_LAST_YEAR = re.compile(rf"(?<![\s,.;:])[\s,.;:]*(?:\(?\b(?:19|20)\d\d[a-z]?\b\)?|\((?i:{UNDATED})\))[\s.,:;]*$")
YEAR_BEHIND_NAMES = re.compile(r"[\s,.]*[(\[]?(?:19|20)\d\d[a-z]?[)\]]?[\s.,:]*$")


@lru_cache(maxsize=8192)
def title_like(text: str) -> bool:
    """Whether a phrase can be a title as it stands: words enough, no anchor, tag, address or list of names."""
    words = text.split()
    enough = len(words) >= TITLE_WORDS or (len(words) == 2 and len(text) >= _TITLE_LETTERS) or _wide(text)
    tagged = text.startswith("#") and not _COUNTED.match(text)
    if not enough or not has_letters(text) or tagged or text.startswith(("http://", "https://", "www.", "@")):
        return False
    named = author_likeness(text) == STRONG or author_likeness(without_year(text)) == STRONG
    return not (is_anchor(text) or is_tag(text) or named or is_id(text))


LABEL_IN_BRACKETS = re.compile(r"^[\[(][a-z]{4,12}[\])]:? (?=[^\W\d_a-z])")  # "[required] Roe and Poe. "


def is_word(text: str) -> bool:
    """Whether a phrase is a word with a capital, which is a title only where all else is stated: "Tides, J. Roe, Oikos
    2019"."""
    return text.isalpha() and text.istitle() and not is_anchor(text) and not is_tag(text)


def is_tag(text: str) -> bool:
    """Whether a phrase is a tag, and short enough to be no title that ends in a year."""
    short = len(text.split()) <= _TAG_WORDS
    return (short and parse_venue(text) is not None) or parse_year(text) is not None


def _wide(text: str) -> bool:
    """Scripts without blanks between words."""
    return sum(ord(char) > 0x2E80 for char in text) >= LABEL_WORDS


def is_id(text: str) -> bool:
    """Whether a phrase is an address, or an identifier with hardly a word beside it: "arXiv:2301.00001", its number."""
    if _NUMBER.fullmatch(text):
        return True
    found = find_stated_ids(text) or find_urls(text)
    return bool(found) and len(text) - (found[-1].end - found[0].start) < _TITLE_LETTERS


def may_precede(before: str) -> bool:
    """Whether the words in front of a phrase leave it the title: nothing, tags, numbers, a label, or authors."""
    if len(before) > LONGEST_HEAD:
        return False
    text = LABEL_IN_BRACKETS.sub("", ORDINAL.sub("", before).strip(" *_-–—|,.;•·"))
    if not text or NOISE.match(text) or is_tag(text) or is_anchor(text.strip("[]():")):
        return True
    if len(text.split()) <= LABEL_WORDS and (
        text.endswith((":", "：")) or before.rstrip().endswith(("-", "–", "—", "|", ":", "]", "\n"))
    ):
        return True
    names = without_year(without_by(split_leading_tag(text, titled=True)[1]))
    if names != text and capital_share(names.split()) >= _NAMES_CAPITALS:  # "Luai Al-Labadi, Karel in 't Hout. 2016."
        return True
    if len(names.split()) <= 2 or author_likeness(names) != NO or is_person(names) or mostly_names(names):
        return True
    return "et al" in text and len(text.split()) <= LABEL_WORDS


def without_year(text: str) -> str:
    return _LAST_YEAR.sub("", text).strip(" .,:;")


def is_citation(text: str) -> bool:
    """Whether a phrase names a work by authors, year, perhaps venue: "Jane Roe (2019)", "Roe et al. (2019, ICES)"."""
    bare = text.strip(" .,:;")
    names = without_year(split_trailing_tag(bare)[0] if bare.endswith(")") else bare)
    return names != bare and (author_likeness(names) != NO or is_person(names) or is_surname(names))


def mostly_names(text: str) -> bool:
    """Whether words in front of a marked title are names, some of which have an unusual shape."""
    parts = [part.split() for part in re.split(r",|;|\band\b|&", text) if part.strip()]
    return len(parts) >= 2 and all(len(part) <= LABEL_WORDS and capital_share(part) == 1 for part in parts)


def is_person(text: str) -> bool:
    """Whether a phrase may be the name of one person: two to four words of the shape of names, marks aside."""
    words = without_marks(text.rstrip()).split() if text.strip() else []  # "SLAM (21)" is one
    return 2 <= len(words) <= 4 and author_likeness(f"{text} et al.") != NO
