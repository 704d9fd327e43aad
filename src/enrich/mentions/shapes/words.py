"""The shapes of words and phrases that tell titles, sentences and labels apart. Pure, and blind to what words mean.

Only grammar counts here (small words, capitals, stops), never a field's vocabulary.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

# Words that English titles leave in lower case, and that say nothing about the case of a phrase.
SMALL = frozenset(
    """a an the of for and or nor in on with to from by via at as is are be been was were using under over into onto
    toward towards through without within between among amongst per vs vs. v. versus than that this these those its
    their our your it not no but when where how what why which who if while during after before about against across
    along around beyond both each either it's de la le les des du et der die das und von van el los y e en""".split()  # noqa: SIM905
)
# Small words of titles that stand in no names of people.
_WITHIN_TITLES = frozenset("a an the of for in on with to from at through under without between".split())  # noqa: SIM905
_OPENING, _QUOTES, _FEWEST_BEHIND = '"“«„', frozenset('"”»'), 4
# Where a phrase stands in front of these, it names a place: ", 2019", " (May 2019)", ", vol. 12".
_YEAR_OR_VOLUME = re.compile(r",? ?\(?(?:[A-Z][a-z]{2,8}\.? |[Vv]ol\. ?)?\d")
_BEHIND_QUOTES = re.compile(r" [^\W\d_][^.,;:()\[\]|–—\"“\d]*")
# Small words that open a sentence when they stand capitalised in the middle of a line.
OPENERS = frozenset(
    """the this these those we our it its in when while by to a an here based using introducing introduces proposing
    proposes presents presenting however first they their there with for given unlike instead as after if on from
    although since through at one two both most many some inspired motivated provides""".split()  # noqa: SIM905
)
# Small words that what is said about a title may begin with, right behind it: "Quiet Tides is about people".
_VERBS = frozenset(["is", "are", "was", "were", "has", "have"])
# What follows the verb of a sentence that has no subject.
_OBJECTS = frozenset("how that a an the why what when which".split())  # noqa: SIM905
# A stop after these is no end of a sentence.
_ABBREVIATIONS = frozenset(
    """vs v al etc e.g i.e cf no vol fig eq sec st dr md mohd mr mrs ms prof jr sr approx dept univ inc ltd co corp proc
    conf int trans j rev lett phys chem pp ed eds resp incl esp appl sci math natl acad comput pt ser suppl""".split()  # noqa: SIM905
)
# All that `str.isspace` calls blank, for stripping a blank or a mark in one go.
BLANKS = "".join(filter(str.isspace, map(chr, range(0x3001))))
_STOP = re.compile(r"[.?!。？！]+[\"'”’)\]*_]*(?=\s|$)|[。？！]")
# Marks in front of quoted titles.
OPENING_QUOTES = ("“", '"', "«", "„", "‘")
_EDGES = "\"'“”‘’«»()[]{}*_`,;:.?!…"
_ALPHA = re.compile(r"[^\W\d_]")
_BLANK_RUN = re.compile(r"\s*")
_FIGURES = re.compile(r"\d+")
_JOINT = re.compile(r"[-–/]")
# Asked about what begins with a capital: "J", "J.-P", "A.B.v.d".
_INITIALS = re.compile(r"(?:[^\W\d_]\.?-?){1,3}|(?:[^\W\d_]\.-?){2,5}[^\W\d_]")
_NUMERALS = frozenset("IVX")
_CAPITAL, _LOWER = 1, 2
_LONGEST_ABBREVIATION = 12  # letters, with initials and marks around them
# The sentences of a text are asked for several times while its line is read.
_REMEMBERED = 1024


@lru_cache(maxsize=65536)
def bare(word: str) -> str:
    """A word without the punctuation around it."""
    return word.strip(_EDGES)


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """A bare word, whatever its capitals."""
    return bare(word).casefold()


@lru_cache(maxsize=65536)
def is_small(word: str) -> bool:
    """Whether a word is one that titles leave in lower case."""
    return bare(word).lower() in SMALL


@lru_cache(maxsize=65536)
def is_capital(word: str) -> bool:
    """Whether a word is capitalised, or has a capital or digit in it, as names and acronyms have."""
    inner = bare(word)
    return bool(inner) and (any(map(str.isupper, inner)) or inner[0].isdigit())


@lru_cache(maxsize=65536)
def is_lower(word: str) -> bool:
    """Whether a word of content stands in lower case."""
    inner = bare(word)
    return bool(inner) and inner[0].islower() and inner == inner.lower() and inner not in SMALL


@lru_cache(maxsize=65536)
def is_acronym(word: str) -> bool:
    """Whether a word has two capitals, or a capital and a digit: NAACL, EuroSys, ArXiv, SC20."""
    for part in _JOINT.split(bare(word)):
        capitals = sum(map(str.isupper, part))
        if capitals >= 2 or (capitals == 1 and any(map(str.isdigit, part))):
            return True
    return False


@lru_cache(maxsize=65536)
def _case(word: str) -> int:
    """How a word of content is written; 0 for any other."""
    if is_lower(word):
        return _LOWER
    return _CAPITAL if is_capital(word) and not is_small(word) else 0


def capital_share(words: Iterable[str]) -> float:
    """The share of capitalised words among the words of content; 1 when there is none."""
    cases = [_case(word) for word in words]
    capital, lower = cases.count(_CAPITAL), cases.count(_LOWER)
    return capital / (capital + lower) if capital + lower else 1.0


def first_word(text: str) -> str:
    """The first word of `text`; "" if there is none."""
    words = text.split(None, 1)
    return words[0] if words else ""


def begins_small(text: str) -> bool:
    """Whether the first word of `text` has small letters alone, as one in the midst of a sentence: "eTide" names, and
    "10th" counts."""
    return text[:1].islower() and first_word(text).islower()


def has_words(text: str, least: int) -> bool:
    """Whether `text` has at least so many words (one or more): of an abstract only the first are looked at."""
    return len(text.split(None, least - 1)) >= least


def letters_of(text: str) -> str:
    """The letters and digits of `text`, small: what stays the same wherever it is printed, however its lines break."""
    return "".join(filter(str.isalnum, text)).casefold()


def without_numbers(text: str) -> str:
    """`text` with 0 for each run of figures: what those of a list that count something have in common."""
    return _FIGURES.sub("0", text)


def has_letters(text: str) -> bool:
    """Whether there is any letter in `text`."""
    return bool(_ALPHA.search(text))


def rest_behind(text: str, end: int) -> str:
    """The words behind a quotation that closes at `end`, up to the next mark, if they may be the rest of a title: "“Who
    Asked?” Tides in the Eyes of Those Who Live There"; else nothing: figures behind a name are those of a journal or
    the year of a talk, and places have fewer words than the titles in front of them, but for a question."""
    match = _BEHIND_QUOTES.match(text, end)
    words = match[0].split() if match and not _YEAR_OR_VOLUME.match(text, match.end()) else []
    if len(words) < _FEWEST_BEHIND or _WITHIN_TITLES.isdisjoint(words[1:]) or capital_share(words) < 0.5:
        return ""
    if text[end - 2] in "?!":
        return " ".join(words)
    opened = max(text.rfind(sign, 0, end - 1) for sign in _OPENING)
    return " ".join(words) if len(words) > len(text[max(opened, 0) : end].split()) else ""


@lru_cache(maxsize=_REMEMBERED)
def stops(text: str, limit: int = 64) -> tuple[tuple[int, int], ...]:
    """Where sentences end: `(end of the sentence with its stop, start of the next)`, at most `limit` of them."""
    found: list[tuple[int, int]] = []
    for match in _STOP.finditer(text):
        start, end = match.span()
        if text[start] == "." and _is_abbreviation(text, start):
            continue
        blanks = _BLANK_RUN.match(text, end)
        if text[start] != "." and blanks and text.startswith("-- ", blanks.end()):
            continue  # "Do Limpets Remember? -- A Case Study"
        if text[start] != "." and text[end - 1] in _QUOTES and rest_behind(text, end):
            continue
        found.append((end, blanks.end() if blanks else end))
        if len(found) >= limit:
            break
    return tuple(found)


def _is_abbreviation(text: str, stop: int) -> bool:
    """Whether the stop at `stop` belongs to an abbreviation or an initial."""
    start = text.rfind(" ", 0, stop) + 1
    if stop - start > _LONGEST_ABBREVIATION or (text[stop + 1 : stop + 2] == "." != text[stop + 2 : stop + 3]):
        return False  # "et al.. The next", but not "et al..."
    word = text[start:stop].strip(_EDGES).lower()
    if word in _ABBREVIATIONS:
        return True
    raw = text[start:stop].lstrip("\"'“‘([*_")
    initial = text[start - 2 : start - 1] == "." and text[max(0, start - 4) : start - 3] in (" ", "", ".")
    if len(raw) == 1 and raw.islower() and (initial or text[start - 3 : start - 2].isupper()):
        return True  # "J. v. Smith", "J. v. d. Smith"
    before = text[text.rfind(" ", 0, start - 1) + 1 : start - 1] if start and raw in _NUMERALS else ""
    if before[-1:].isalpha() and is_lower(before):
        return False  # "Waves on shores I. The Journal"
    # "J. Smith" and "J.-P. Serre", but not "vitamin D." before a new sentence or the end.
    return raw[:1].isupper() and (len(raw) == 1 or "." in raw or "-" in raw) and bool(_INITIALS.fullmatch(raw))


@lru_cache(maxsize=_REMEMBERED)
def sentences(text: str, limit: int = 64) -> tuple[tuple[int, int], ...]:
    """The spans of the sentences of `text`, stops included; what follows the first `limit` of them is the last."""
    spans: list[tuple[int, int]] = []
    start = 0
    for end, following in stops(text, limit):
        spans.append((start, end))
        start = following
    if start < len(text):
        spans.append((start, len(text)))
    return tuple(spans)


def case_switch(text: str, fewest: int = 4) -> int | None:
    """Where a title in capitals gives way to a sentence in small letters without a stop; None if nowhere.

    The place with the clearest contrast wins: nearly all words of content before it capitalised, nearly all after it
    not, `fewest` of them at least.
    """
    words = [(match.start(), match[0]) for match in re.finditer(r"\S+", text)]
    if len(words) < 2 * fewest:
        return None
    before = [0, 0]  # words of content in capitals and in small letters, those that open a phrase left out
    halved = 0  # 1 behind the colon of a title in capitals, if a capital opens its second half
    after = [sum(_counts_as_capital(w) for _, w in words), sum(is_lower(w) for _, w in words)]
    best, where = 0.0, None
    for index, (position, word) in enumerate(words):
        if (
            index >= 3
            and _may_start_sentence(words, index)
            and before[0] + halved >= 2
            and after[1] >= fewest
            and before[0]
        ):
            left = before[0] / (before[0] + before[1])
            right = after[1] / (after[0] + after[1] - _counts_as_capital(word))
            score = left + right + 0.02 * _opens(words, index)
            if left >= 0.85 and right >= 0.7 and score > best:
                best, where = score, position
        opens = index == 0 or words[index - 1][1].endswith(":")
        if opens and index:
            halved = int(before[0] > before[1] and _counts_as_capital(word))
            before = [0, 0]
        if _counts_as_capital(word):
            before[0] += not opens
            after[0] -= 1
        elif is_lower(word):
            before[1] += 1
            after[1] -= 1
    return where


def capital_in_midst(text: str) -> int | None:
    """Where a new sentence begins behind a title in small letters without a stop, by the capital of a word that opens
    sentences; None if nowhere."""
    words = [(match.start(), match[0]) for match in re.finditer(r"\S+", text)]
    for index in range(3, len(words) - 3):
        before, after = words[index - 1][1], words[index + 1][1]
        if before[-1:].isalnum() and is_lower(before) and after[:1].islower() and _opens(words, index):
            return words[index][0]
    return None


@lru_cache(maxsize=65536)
def _counts_as_capital(word: str) -> bool:
    return is_capital(word) and not is_small(word) and has_letters(word)


def _may_start_sentence(words: list[tuple[int, str]], index: int) -> bool:
    previous, word = words[index - 1][1], words[index][1]
    if previous.endswith((":", ",", "-", "–", "—", "/", "&")) or is_small(previous):
        return False
    return (
        is_lower(word)
        or word in _VERBS
        or _opens(words, index)
        or bare(word).lower() in OPENERS
        or (is_small(word) and bare(word)[:1].isupper())
    )


def _opens(words: list[tuple[int, str]], index: int) -> bool:
    word = bare(words[index][1])
    return word[:1].isupper() and (word.lower() in OPENERS or _is_verb(words, index))


def _is_verb(words: list[tuple[int, str]], index: int) -> bool:
    """Whether a word has the shape of a verb that says what a work does: "Shows how ...", "Proposes the ..."."""
    following = words[index + 1][1] if index + 1 < len(words) else ""
    return bare(words[index][1]).endswith("s") and following in _OBJECTS
