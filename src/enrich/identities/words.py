"""What single words of folded titles mean for telling papers apart: small words, numerals, opposites, abbreviations.

Words in, facts out. Everything here is about the shape of words, never about what a field of research calls things.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections.abc import Sequence

from rapidfuzz.distance import OSA


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


SMALL_WORDS = frozenset(
    _words("a an the of for in on at to with and by from via using through towards toward into as is are its their")
)
ARTICLES = frozenset(_words("a an the"))
# Words of papers about a paper, which bear its title.
ABOUT_ANOTHER = frozenset(
    _words(
        "erratum errata corrigendum correction addendum retraction comment comments reply response rejoinder discussion"
        " supplement supplementary supplemental appendix appendices note notes"
    )
)
# A word that turns a statement round, or its absence.
_POLAR_WORDS = frozenset(
    _words(
        "no not non never without un anti less more beyond versus vs before after upper lower positive negative only"
    )
)
# Beginnings that change what a word says: "supervised" is not "unsupervised", "intra" not "inter".
_PREFIXES = _words(
    """a an ab ad ambi ante anti auto bi co contra counter de di dis down en endo epi ex exo extra hemi hetero homo
    hyper hypo il im in infra inter intra intro ir iso macro mal mega meta micro mid mini mis mono multi nano neo non
    omni out over para per peri poly post pre pro pseudo quadri quasi re retro self semi sub super supra sur sym syn
    trans tri ultra un under uni up"""
)
_BEGINNINGS = frozenset(("", *_PREFIXES))
_NUMBERS_IN_WORDS = (
    _words("zero one two three four five six seven eight nine ten"),
    _words("zeroth first second third fourth fifth sixth seventh eighth ninth tenth"),
)
_NUMBER_WORDS = {word: str(number) for series in _NUMBERS_IN_WORDS for number, word in enumerate(series)}
_ENDINGS = _words("isms ism ings ing ed es s e")
_ROMAN = re.compile(r"(?=[ivx])(x{0,3})(ix|iv|v?i{0,3})")
_ROMAN_END = re.compile(r"(?<=^[a-z])[ivx]+$|(?<=^[a-z]{2})[ivx]+$")
_NUMBERS = re.compile(r"[0-9]+(?:\.[0-9]+)*|\+")

# A typo may change one letter in four; of 30,000 real titles one or two then equal another paper's.
_LETTERS_A_TYPO = 4
_MOST_TYPOS = 3
# One letter for another makes new words of short ones ("proton", "photon"), hardly ever of longer ones.
_SHORT_WORD = 6
_SHORTEST_STEM = 3
_LONG_ENOUGH = 5


def is_content(word: str) -> bool:
    """Whether a word carries meaning of its own."""
    return word not in SMALL_WORDS


def stem(word: str) -> str:
    """A word without its most usual endings; enough to see that "training" and "trains" are about one thing."""
    return next((word[: -len(end)] for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= 4), word)


def numerals(words: Sequence[str]) -> list[str]:
    """The numbers, versions, parts and labels among words, comparable over spellings ("ii" and "2", "two")."""
    return sorted(itertools.chain.from_iterable(map(_numerals_in, words)))


@functools.lru_cache(maxsize=1 << 16)
def _numerals_in(word: str) -> tuple[str, ...]:
    if "+" in word.strip("+"):  # "I+II", "A+B"
        return (*(number for part in word.split("+") for number in _numerals_in(part)), *("+" * word.count("+")))
    if word in _NUMBER_WORDS:
        return (_NUMBER_WORDS[word],)
    if _ROMAN.fullmatch(word):
        return (str(_read_roman(word)),)
    if len(word) == 1 and word.isalpha() and word != "a":
        return (word,)
    return tuple(_NUMBERS.findall(word))


def counts_parts(word: str) -> bool:
    """Whether a word is what parts are counted by ("ii", "3"), not a quantity or a name ("2013", "two", "h2")."""
    return bool(_ROMAN.fullmatch(word)) or (word.isdigit() and len(word) <= 2)


def _read_roman(roman: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10}[letter] for letter in roman]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def are_opposites(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether only one side negates, or a word differs from another by a beginning that changes what it says."""
    for polar in _POLAR_WORDS.intersection(words) ^ _POLAR_WORDS.intersection(others):
        if not any(_is_misspelled(polar, word) for word in (*words, *others)):
            return True
    return _differ_in_prefix("".join(words), "".join(others))


def _is_misspelled(word: str, other: str) -> bool:
    """Whether `other` is `word` with one slip in it ("withbut")."""
    return len(word) >= _LONG_ENOUGH and OSA.distance(word, other, score_cutoff=1) == 1


def _differ_in_prefix(word: str, other: str) -> bool:
    """Whether two words are one stem behind two prefixes, or behind one and none."""
    shared = 0
    while shared < min(len(word), len(other)) and word[-1 - shared] == other[-1 - shared]:
        shared += 1
    return word != other and any(
        word[: len(word) - stem_letters] in _BEGINNINGS and other[: len(other) - stem_letters] in _BEGINNINGS
        for stem_letters in range(_SHORTEST_STEM, shared + 1)
    )


def typo_letters(text: str, other: str) -> int | None:
    """How many letters two words differ in, if that can be a slip of the keyboard; else None."""
    longer, shorter = max(len(text), len(other)), min(len(text), len(other))
    allowed = min(_MOST_TYPOS, longer // _LETTERS_A_TYPO)
    if shorter < _SHORTEST_STEM or not allowed or _ROMAN_END.sub("", text) == _ROMAN_END.sub("", other) != text:
        return None  # too short to tell, or "OVII" beside "OVIII"
    if longer <= _SHORT_WORD and not (text.isalpha() and other.isalpha()):
        return None  # a formula or the name of a model ("h2o", "d2o")
    distance = OSA.distance(text, other, score_cutoff=allowed)
    if distance > allowed or (distance > 1 and text[0] != other[0]):
        return None  # a slip seldom hits the first letter, and hardly ever another one besides
    return distance


def slip_letters(word: str, other: str) -> int | None:
    """As `typo_letters`, of words in the same place; a slip in a small word ("tje") counts as well."""
    if word == other or (word in SMALL_WORDS and other in SMALL_WORDS):
        return 0
    if (word in SMALL_WORDS) != (other in SMALL_WORDS):
        return 1 if OSA.distance(word, other, score_cutoff=1) == 1 else None
    return typo_letters(word, other)


def may_be_another_word(text: str, other: str) -> bool:
    """Whether what looks like a typo may well be another word: a letter replaced in a short one, or the first one.

    Letters that changed places hardly ever make one.
    """
    replaced = len(text) == len(other) and sorted(text) != sorted(other)
    return replaced and (len(text) <= _SHORT_WORD or text[0] != other[0])


def misspells_small_word(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether one side is a small word of two letters and the other what a slip left of it ("f" and "of")."""
    letter, small = sorted(("".join(words), "".join(others)), key=len)
    return (
        len(letter) == 1 and letter.isalpha() and len(small) == len("of") and small in SMALL_WORDS and letter in small
    )


def misspells_number(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether one side spells out a number and the other lost, gained or swapped a letter in it ("thre", "thrree")."""
    if len(words) != 1 or len(others) != 1:
        return False
    word, other = words[0], others[0]
    slipped = len(word) != len(other) or sorted(word) == sorted(other)
    return slipped and any(
        one in _NUMBER_WORDS and _is_misspelled(one, two) for one, two in ((word, other), (other, word))
    )


def abbreviates(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether one side is the initials of the other ("llms", "large language models"; "3d")."""
    short, long = (words, others) if len(words) < len(others) else (others, words)
    if len(short) != 1 or len(long) < 2:
        return False
    initials = "".join(_NUMBER_WORDS.get(word, word[0]) for word in long)
    return short[0] in (initials, f"{initials}s") or short[0] == "".join(w[0] for w in long if is_content(w))
