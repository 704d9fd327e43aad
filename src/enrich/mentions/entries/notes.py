"""The text of an entry in, where a note on it begins out: a sentence behind the links or the year, or the tags that its
reader gave it ("#tides #kelp -- for the seminar"), or what is said behind the people in brackets, or the journal, that
end it ("Oikos (moved from last week)"), or which part is to be read ("Oikos 2019 (sections 1-4 only)"); and what all
items of a list say behind an arrow or their last colon. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import NamedTuple

from enrich.mentions.entries.learned.ends import place_of
from enrich.mentions.entries.names.bracketed import credit_end
from enrich.mentions.entries.parts import Entry, Style
from enrich.mentions.entries.sides import read_sides
from enrich.mentions.shapes.anchors import take_urls
from enrich.mentions.shapes.words import capital_share, has_letters, is_small, sentences

# A note behind a dash is a sentence: so many words, few of them in capitals, and a stop.
_NOTE, _CLOSED, _NOTES_TRIED = re.compile(r"(?:\s(?:[-–—]|--)|(?<=\]))\s+(?=[A-ZÀ-Þ])"), frozenset(".!?"), 4
_TAG = r"#(?!\d+\b)\w[\w-]*"
_SIGN = re.compile(r"\s#")
_TAGS = re.compile(rf"\s(?P<tags>{_TAG}(?:,?\s{_TAG})*)(?=\s*$|\s+(?:[-–—]|--|\[))")
# Behind a journal: ", plus the comment", " (moved from last week)", " -- joint meeting with the others".
_REMARK = re.compile(r"(?:,| (?:--|[–—-])|(?= \()) \(?(?=[a-z]+ [^\s])")
_LONGEST_REMARK = 160  # characters
# "A Title <- Jane presents this one": who and what; "Input <- Output", "x <- y", "cause ← effect: how" are titles.
ARROW = re.compile(r"(?<=\S)\s+(?:<--?|←)\s+(?=[^\W\d_a-z][\w'’-]+(?: [a-z]+){1,4}[.!]?$)")
# Which part is to be read, behind the place: " (Sections 1-4 only)", ", skip section 4", " – skim the evaluation".
_PARTS = r"(?:sections?|secs?\.|§+|chapters?|chs?\.) ?\d[\d,–-]*(?: (?:and|&) \d+)?"
_TO_READ = re.compile(
    rf"(?<=[\d.\])]),?\s+(?:[–—-]{{1,2}}\s)?(?:\((?:only )?{_PARTS}(?: only)?\)|(?:only {_PARTS}|{_PARTS} only)"
    r"|(?-i:skim|skip|focus on|read only|only read|just read) "
    r"(?:the|all|to|§+|sections?|chapters?|parts?|pages?|proofs?)(?: [^\s().]+){0,3})\.?$",
    re.I,
)
_LONGEST_TO_READ = 60  # characters
_FEWEST_NOTE_WORDS, _FEWEST_TITLE_WORDS, _SENTENCE_CASE = 4, 3, 0.4
NOTE_BEHIND_COLON = re.compile(r"(?<=[\w?!)]): (?P<note>[a-z][^:]*)$")
_LEADS_ON = re.compile(r"(?<=\S)\s+(?:--?>|=>|→|➜|⇒)\s+(?=\S)")
# By judgement: titles name what leads from one thing to another, in some lists many do, "Search for B -> K mu mu"; but
# what is said begins small, and is not what a citation ends in.
_FEWEST_LED, _LED_SHARE, _SAID_SHARE, _DATED_SHARE = 4, 0.5, 0.5, 0.3
_ENDS_IN_YEAR = re.compile(r"(?:19|20)\d\d[^\w\s]*$")
# "tidekit -> code for 2019 paper: A Title": what has a name alone in front of it is the work that the name belongs to.
_OF_PAPER = re.compile(r"(?:[\w’'-]+ ){0,6}?(?:(?P<year>(?:19|20)\d\d) )?(?:[\w-]+ )?paper: ?(?=\S+ \S)", re.I)
_NAME_WORDS = 3
_SIGN_BEHIND = re.compile(r"\s*(?:--?>|=>|→|➜|⇒|--?|[–—:])\s+")
_ANY_SIGN_BEHIND = re.compile(rf"(?<=\S){_SIGN_BEHIND.pattern}")


class Noted(NamedTuple):
    """The part of an entry to read, and what is said about it. Its `year` is known where the note says it."""

    front: str
    note: str
    year: int | None = None


def split_note(text: str, style: Style) -> Noted | None:
    """An entry and the note behind its arrow, or its last colon, where those of its list have one."""
    if style.arrowed and (arrow := _LEADS_ON.search(text)):
        front, note = text[: arrow.start()], text[arrow.end() :]
        return named_paper(front, note) or Noted(front, note)
    match = NOTE_BEHIND_COLON.search(text) if style.noted else None
    return Noted(text[: match.start()], match["note"].strip()) if match else None


def add_note(entry: Entry, noted: Noted) -> Entry:
    """The entry that was read of the front, with what its note says."""
    said, links = take_urls(noted.note)
    entry.year, entry.links, entry.description = entry.year or noted.year, entry.links + links, said
    return entry


def split_lead(text: str) -> tuple[str, str]:
    """What stands in front of an arrow, and what it leads on to; all of a text without one, or with one in a note of
    its own, "- maps image -> text", or in front of what ends in a year, "-> code (Oikos 2019)"."""
    arrow = _LEADS_ON.search(f"x {text}") if ">" in text or not text.isascii() else None  # it may stand at the front
    front, said = (text[: max(0, arrow.start() - 2)], text[arrow.end() - 2 :]) if arrow else (text, "")
    told = front and has_letters(front) and not _ENDS_IN_YEAR.search(front)
    return (text, "") if told or _ENDS_IN_YEAR.search(said.rstrip()) else (front, said)


def find_named_paper(text: str, name_end: int) -> int:
    """Where the title begins of the paper that a mere name, which ends at `name_end`, is said to belong to; 0 if it is
    not."""
    sign = _SIGN_BEHIND.match(text, name_end)
    note = _OF_PAPER.match(text, sign.end()) if sign and len(text[:name_end].split()) <= _NAME_WORDS else None
    return note.end() if note else 0


def of_paper(front: str) -> bool:
    """Whether words in front of a title say that a mere name belongs to it: "tidekit -> code for 2019 paper:"."""
    sign = _ANY_SIGN_BEHIND.search(front)
    return sign is not None and find_named_paper(f"{front.rstrip()} A Title", sign.start()) > len(front.rstrip())


def named_paper(name: str, note: str) -> Noted | None:
    """The title of the paper that a note says a mere name belongs to, if it does."""
    match = _OF_PAPER.match(note) if len(name.split()) <= _NAME_WORDS else None
    return Noted(note[match.end() :], name, int(match["year"]) if match["year"] else None) if match else None


def are_arrowed(texts: Sequence[str]) -> bool:
    """Whether an arrow leads on from most items to what is said about them, or to the paper of a mere name."""
    led = [text[arrow.end() :] for text in texts if (arrow := _LEADS_ON.search(text))]
    if len(led) < max(_FEWEST_LED, _LED_SHARE * len(texts)):
        return False
    said = sum(note[0].islower() or _OF_PAPER.match(note) is not None for note in led)
    dated = sum(_ENDS_IN_YEAR.search(note) is not None for note in led)
    return said >= _SAID_SHARE * len(led) and dated <= _DATED_SHARE * len(led)


def find_note(text: str, style: Style) -> tuple[int, tuple[str, ...]]:
    """Where a note begins, and the tags that it consists of; `(0, ())` without any."""
    tags = _find_tags(text)
    if tags:
        return tags.start(), tuple(tag.strip(" ,#") for tag in tags["tags"].split())
    if (arrow := ARROW.search(text)) and len(text[: arrow.start()].split()) >= _FEWEST_TITLE_WORDS:
        return arrow.start(), ()
    if told := _TO_READ.search(text, max(0, len(text) - _LONGEST_TO_READ)):
        return told.start(), ()
    venues = style.habits.bracketed
    if venues is not None and (end := credit_end(text, venues)) and text[end:].strip():
        return end, ()
    return _find_sentence(text, style) or (_find_remark(text, style) if style.closings else 0), ()


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


def _find_remark(text: str, style: Style) -> int:
    """Where words that begin small stand behind one of the journals that other items of the list end in, or behind a
    dash or in brackets, and any short name, as journals have; 0 if nowhere."""
    if _last_place(text) in style.closings:
        return 0
    for match in islice(_REMARK.finditer(text, max(0, len(text) - _LONGEST_REMARK)), _NOTES_TRIED):
        place = _last_place(text[: match.start()])
        if place in style.closings or (place and match[0][0] != "," and ". " not in text[match.end() :]):
            return match.start()
    return 0


def _last_place(text: str) -> str:
    """The last of several sentences in small letters, if it may be the name of a journal."""
    spans = sentences(text)
    return place_of(text[slice(*spans[-1])]).casefold() if len(spans) > 1 else ""


def _find_tags(text: str) -> re.Match[str] | None:
    """The tags that a sign marks as such behind what may be an entry; a small word leads on to a title's own."""
    starts = islice(_SIGN.finditer(text), _NOTES_TRIED) if " #" in text else ()
    match = next(filter(None, (_TAGS.match(text, start.start()) for start in starts)), None)
    words = text[: match.start()].split() if match else []
    return match if len(words) >= _FEWEST_TITLE_WORDS and not is_small(words[-1].casefold()) else None
