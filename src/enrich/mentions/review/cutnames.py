"""The name of a venue and what the page has around it in, the whole name out, where it was cut at a stop within:
"Rev. E" of "Phys. Rev. E 15, 1550", "Ann" of "Ann. Appl. Stat. 2019". Pure.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise

from enrich.mentions.shapes.phrases import is_person
from enrich.mentions.shapes.tags import is_presentation, parse_year
from enrich.mentions.shapes.words import sentences

_WORD = r"(?![a-z])[^\W\d_][\w&'’-]{0,14}"
# The words behind a stop, up to a number: ". Appl. Stat. 2019", ". of Math. (2) 190".
_WORDS_BEHIND = re.compile(
    rf"(?P<words>\.(?: (?:{_WORD}\.?|of|and|the|for|in|&)){{1,7}}(?: \(\d\))?)(?=,? \(?[\d’']|;)"
)
_WORD_IN_FRONT = re.compile(rf"(?:^|[ |\"”'’])(?P<word>{_WORD}(?P<stop>\.:?)?) $")
_SHORT = re.compile(r"\.\s|\s[A-Z]$|^[A-Z]$")  # stops within, or the letter of a series behind
_LETTER_BEHIND = re.compile(r" [A-Z]$")
_NUMBER_BEHIND = re.compile(r"\.,? ?[(\d]|\.,")
_LAST_NUMBER, _PAGE_BEHIND = re.compile(r",? \d{1,4}$"), re.compile(r" \((?:19|20)\d\d\)|, \d+(?:[-–]\d+)? \(|:\d")
_MOST_WORDS, _MOST_WHOLE, _LONGEST_WORD = 7, 2, 20  # words of a name, those of them without a stop; characters


def whole_name(venue: str, beside: str, authors: Sequence[str], *, closed: bool) -> str:
    """`venue` with the words that a stop parted from it in `beside`, what stands behind a title. On a page that has
    stops behind whole names (`closed`), one behind a letter is not the name's."""
    stem = venue.rstrip(".")
    at = beside.find(stem)
    if at < 0 or (at and beside[at - 1].isalnum()):
        return venue
    rest = beside[at + len(stem) :]
    people = {name: author for author in authors for word in author.split() if len(name := _bare(word)) > 1}
    front = _words_in_front(beside[:at], people, short=rest.startswith(".") or bool(_SHORT.search(stem)))
    more = _words_behind(rest, people, short=bool(front) or "." in stem)
    if not more and not closed and _NUMBER_BEHIND.match(rest) and _LETTER_BEHIND.search(stem):
        more = "."  # "VLDB J. 12"
    if _PAGE_BEHIND.match(rest):
        venue = _LAST_NUMBER.sub("", venue)
    return front + (stem + more if more else venue)


def _words_behind(rest: str, people: Mapping[str, str], *, short: bool) -> str:
    """The words of a name behind a stop in it, up to a number; "" where a sentence ends there. One word alone, without
    a stop, is believed in a name that has others (`short`)."""
    found = _WORDS_BEHIND.match(rest)
    words = found["words"] if found else ""
    other = is_presentation(words[2:].strip(" .")) or parse_year(f"{words[2:]} 2000")
    named = any(_bare(word) in people for word in words.split())
    return words if (short or "." in words[1:]) and not (other or named) else ""


def _words_in_front(front: str, people: Mapping[str, str], *, short: bool) -> str:
    """The words of a name in front of a stop in it, as far back as people, the title or a sign stand."""
    words: list[str] = []
    while len(words) < _MOST_WORDS and (found := _WORD_IN_FRONT.search(front[-_LONGEST_WORD:])):
        if _bare(found["word"]) in people or not (found["stop"] or words):
            break
        words.insert(0, found["word"])
        front = front[: len(front) - len(found["word"]) - 1]
    words = words if people else _behind_people(words)
    author = people.get(_bare(front.rpartition(" ")[0].rpartition(" ")[2]), "")
    while words and len(_bare(words[0])) == 1 and _bare(words[0]) in map(_bare, author.split()):
        words.pop(0)  # "Roe, J. Some Rev. 2019"
    whole = [at for at, word in enumerate(words) if not word.endswith((".", ":"))]
    if len(whole) > _MOST_WHOLE or (whole and front[-2:-1].isalnum()):
        words = words[whole[-1] + 1 :]
    stopped = sum(word.endswith(".") for word in words)
    sure = stopped > 1 or short or (bool(words) and len(sentences(f"{words[-1]} A")) == 1)
    return "".join(f"{word} " for word in words) if sure else ""


def _behind_people(words: list[str]) -> list[str]:
    """The words behind somebody in full and a stop: "Proc." of "Jane Roe. Proc.". Where authors are known, such words
    are the venue's: "Plant Biol. Lett."."""
    stops = [0, *(at for at, word in enumerate(words, start=1) if word.endswith((".", ":")))]
    ends = [stop for start, stop in pairwise(stops) if stop - start > 1 and is_person(" ".join(words[start:stop]))]
    return words[ends[-1] :] if ends else words


def _bare(word: str) -> str:
    return word.strip(".,:;")
