"""Lists of authors, told by the shape of names and what stands between them. No name is known here.

In: a phrase. Out: the names in it, or how sure one can be that it is nothing but names. Pure.
"""

from __future__ import annotations

import re
from functools import lru_cache

from enrich.mentions.shapes.namemarks import MARKS, join_marks, without_marks, without_nicknames

PARTICLE = r"(?:van|von|der|den|de|del|della|di|da|do|dos|du|la|le|el|al|bin|ibn|ben|ten|ter|zu|zur|y|e|st\.?)"
_LETTER = r"[^\W\d_]"
_UPPER = r"[A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽΑ-ΩА-Я]"
_INITIALS = rf"(?:{_UPPER}[aehu]?(?:-{_UPPER})?\.(?:\s?-?\s?{_LETTER}[aehu]?\.)*|{_UPPER}{{1,3}}(?![^\W\d_]))"  # "Yu."
_SURNAME = rf"(?:{_UPPER}{_LETTER}*(?:['’`\-‐]{_LETTER}+)+|(?:Mc|Mac|De|Di|Da|La|Le|Van|O|d['’])?{_UPPER}{_LETTER}+)"
_TITLES = r"(?:Dr\.?|Prof\.?|Sir|Md\.|Mohd\.)\s+"  # the last two are short for a first name
_GIVEN_FIRST = (
    rf"(?:{_TITLES})?(?:(?:{_SURNAME}|{_INITIALS})\s+){{1,3}}(?:(?:{PARTICLE}[\s-]+){{1,3}}(?:{_SURNAME}\s+)?)?{_SURNAME}"
    r"(?:\s+(?:Jr|Sr|II|III|IV)\.?)?"
)
_FAMILY_FIRST = rf"(?:{PARTICLE}[\s-]+){{0,2}}{_SURNAME}(?:\s+{_SURNAME})?\s+{_INITIALS}"
_NAME = re.compile(rf"(?:{_GIVEN_FIRST}|{_FAMILY_FIRST}){MARKS}")
_INITIALED = re.compile(rf"(?:{_INITIALS}\s+(?:{PARTICLE}[\s-]+){{0,3}}{_SURNAME}|{_FAMILY_FIRST}){MARKS}")
_COMPOUND = re.compile(rf"(?:Mc|Mac|Fitz|De|Di|Da|Du|La|Le|Van|['’`]){_UPPER}(?:(?!{_UPPER}){_LETTER})+(?!{_LETTER})")
_FAMILY = re.compile(rf"(?:{PARTICLE}[\s-]+){{0,3}}{_SURNAME}(?:\s+{_SURNAME})?{MARKS}")
_INITIALS_ONLY = re.compile(rf"{_INITIALS}{MARKS}")
_ET_AL = re.compile(
    r"[\s,;]*(?:\band\s+)?(?:\bet\.?\s*al\b\.?(?: \(\d+ additional authors? not shown\))?"
    r"|(?:\band|&)\s+others\b\.?|\bet\s+alii\b|\(et al\.?\)|…|\.\.\."
    r"|(?:…\s*)?\(\+\s?\d+\)|(?<=,)\s*\+\s?\d+|\+\s?\d+ (?:more|others|(?:more )?(?:co-?)?authors)"
    r"|(?:\band|&) \d+ (?:more|others|(?:other |more )?(?:co-?)?authors))\s*$",
    re.I,
)
GROUPS = (
    r"(?:Investigators|Group|Collaborat(?:ors|ion|ive)|Consorti(?:um|a)|Network|Team|Committee|Society|Trialists|Party)"
)
# The group that they write for, behind a semicolon: "Roe J(1), Poe M(2); Tern Study Investigators."
_GROUP = re.compile(rf"(?:;\s[^,;:.\"“]{{0,80}}\b{GROUPS}\b[^,;:.\"“]{{0,40}})+\.?$")
_MAY_END_IN_OTHERS = re.compile(r"al|others|…|\.\.\.|\+|more|authors|shown")
# Of many, the last one behind those that are left out: "Roe, Poe, +3 authorsJane Moe", as cards have it.
_AMID = re.compile(r",?\s?\+\s?\d+ (?:more )?(?:co-?)?authors\s*(?=[^\W\d_a-z])")
_LEFT_OUT = re.compile(r",\s?(?:\.\.\.|…),\s")  # "Roe A, Poe B, ..., Moe C"
_BETWEEN = re.compile(r"(?:(?<!\s)\s*)?(?:[;,·•|]|\s(?:and|&|und|et|y)\s)\s*(?:(?:and|&|…|\.{3}|\. \. \.)\s+)?")
# One name at the start of a text, told by the sign behind it. Each form is one that a page keeps to.
_AND_MORE = r"(?=[,.:;]|\s(?:and|&|et)\s|\s[(\[])"
_FIRST_NAMES = {
    "Roe, J.": re.compile(rf"(?:{PARTICLE}[\s-]+){{0,3}}{_SURNAME}(?:[\s-]{_SURNAME})?, {_UPPER}\."),
    "Roe, Jane": re.compile(rf"{_SURNAME}, {_SURNAME}(?: {_UPPER}\.)*(?=[,;]|\s(?:and|&)\s|\. | \()"),
    "Roe 2019": re.compile(rf"{_SURNAME}(?: (?:and|&) {_SURNAME}|,? et al\.?)?,? (?=\(?(?:19|20)\d\d[a-z]?[).,:])"),
    "Roe J": re.compile(rf"(?:{PARTICLE}[\s-]+){{0,3}}{_SURNAME} {_UPPER}{{1,3}}(?=[,.:])"),
    "J. Roe": re.compile(rf"(?:{_UPPER}\.[\s-]?)+(?:{PARTICLE}[\s-]+){{0,3}}{_SURNAME}{_AND_MORE}"),
    "Jane Roe": re.compile(rf"{_SURNAME}\s(?:{_UPPER}\.\s?)*(?:{PARTICLE}[\s-]+){{0,3}}{_SURNAME}{_AND_MORE}"),
}
# Endings that English gives to words of titles, and names do not have.
_NO_NAME = re.compile(
    r"(?:tions?|sions?|(?<!é)ments?|ness|ologys?|ologies|ics|works?|ability|ibility|isms?|ance|ances"
    r"|(?<!\blawr)(?<!\blaur)(?<!\bflor)(?<!\bclar)(?<!\bter)ences?|ality|ysis|metry|graphy|"
    r"scale|based|aware|driven|free|level|wise|shot|like|less|ful|ous|ive|izing|ising|ating|cting)$",
    re.I,
)
_LONG_ING = re.compile(r"\w{5,}ings?$")
# Words in small letters that stand in lists of names; any other shows at once that a text is none.
_SMALL_OF_NAMES = frozenset(
    """van von der den de del della di da do dos du la le el al bin ibn ben ten ter zu zur y e st and und et others
    alii""".split()  # noqa: SIM905
)
_ELIDED = ("d'", "d’")  # "d'Avella"
_FINAL_INITIAL = re.compile(rf"(?:^|[\s.\-]){_UPPER}\.$")
_PLACE_BEHIND = re.compile(r"(?<=[a-z])\s+\([^()]+\)$")  # "Jane Roe (Kiel)"
_PARTICLE_ALONE = re.compile(PARTICLE)
_LEADING_PARTICLE = re.compile(rf"{PARTICLE}[\s-]|d['’]{_UPPER}")
_WORDS_OF_TITLES = frozenset(
    """the a an of for in on with to from by via and or survey review study deep neural data model models system systems
    network learning theory towards toward beyond using how why what when is are can we new fast efficient robust
    introduction benchmark dataset method methods approach algorithm algorithms language vision image images video
    human robot graph graphs time space high low large small multi self open real its their""".split()  # noqa: SIM905
)
_ALSO_NAMES = frozenset(
    "an to can on in we by high low long small young human time open real graph self".split()  # noqa: SIM905
)

_MANY = 4  # names in a list that one odd one does no harm to; words of a name
NO, WEAK, STRONG = 0, 1, 2
# Bounds on work, not measured: generous for any list of authors and any one name.
_LONGEST_LIST, _LONGEST_NAME, _LONG = 3000, 60, 120
_LONGEST_ALONE = 42  # letters of a name that nothing stands beside
_REMEMBERED = 8192  # names; one is asked about several times while its line is read


def split_authors(text: str) -> tuple[str, ...]:
    """The names in a list of authors, in order, without "et al." and footnote marks."""
    text = join_marks(text)
    body = _given_first(_without_stop(without_others(text.strip().rstrip(":,;")).strip(" ,;")))
    names: list[str] = []
    for part in _parts(body):
        if names and "," in body and (_INITIALS_ONLY.fullmatch(part) or _INITIALS_ONLY.fullmatch(f"{part}.")):
            names[-1] = f"{names[-1]}, {part}"
        else:
            names.append(part)
    named = [name for name in names if any(map(str.isalpha, name))]  # no "…" of others
    if sum(bool(_PLACE_BEHIND.search(name)) for name in named) > max(1, len(named) / 2):  # one alone is a second name
        named = [_PLACE_BEHIND.sub("", name) for name in named]
    return tuple(map(without_marks, named))


@lru_cache(maxsize=4096)
def author_likeness(text: str) -> int:
    """How surely `text` is a list of names and nothing else: STRONG by initials, "et al." or number; WEAK; or NO."""
    body = without_nicknames(join_marks(text.strip().rstrip(":;,").strip()[: _LONGEST_LIST + 1]))
    body = _GROUP.sub("", body) if ";" in body else body
    if not body or len(body) > _LONGEST_LIST or (not body[0].isupper() and not _LEADING_PARTICLE.match(body)):
        return NO
    if len(body) > _LONG and not all(map(may_stand_in_names, body[:_LONGEST_NAME].split()[:-1])):
        return NO  # a sentence: no need to look at its end
    without = without_others(body).strip(" ,;")
    shorter = _given_first(without)
    if not all(map(may_stand_in_names, shorter.split())):
        return NO
    others = without != body.strip(" ,;")
    return _likeness(_without_stop(shorter), others)


def _given_first(text: str) -> str:
    """Names without the family's first: "Roe, Jane; Moe, Max" is "Jane Roe, Max Moe"."""
    if ";" not in text:
        return text
    names = [[part.strip() for part in name.split(",")] for name in text.split(";")]
    return ", ".join(f"{name[1]} {name[0]}" for name in names) if all(len(name) == 2 for name in names) else text


def may_stand_in_names(word: str) -> bool:
    """Whether a word is capitalised as names are, or is one of the few small words between them."""
    if not word[0].islower() or word.startswith(_ELIDED):
        return True
    inner = word.split("-", 1)[0].strip(".,;:|·•")
    return inner in _SMALL_OF_NAMES or (len(inner) == 1 and "." in word)


def is_particle(word: str) -> bool:
    """Whether a word is one in small letters that family names begin with."""
    return bool(_PARTICLE_ALONE.fullmatch(word))


def without_others(text: str) -> str:
    """Names without "et al." behind them, or amid them."""
    text = _AMID.sub(", ", text) if " authors" in text else text
    text = _LEFT_OUT.sub(", ", text) if "..." in text or "…" in text else text
    told = _MAY_END_IN_OTHERS.search(text[-16:].lower())
    return (
        text[: -len(match[0])] if told and (match := _ET_AL.search(text, max(0, len(text) - _LONGEST_NAME))) else text
    )


def _without_stop(text: str) -> str:
    """Names without the stop of the sentence; the stop of a last initial stays."""
    return text[:-1] if text.endswith(".") and not ends_with_initial(text) else text


def _likeness(body: str, others: bool) -> int:
    parts = _parts(body)
    if not parts or any(len(part) > _LONGEST_NAME for part in parts):
        return NO
    named = initialed = odd = index = 0
    while index < len(parts):
        part = parts[index]
        following = parts[index + 1] if index + 1 < len(parts) else ""
        if _INITIALS_ONLY.fullmatch(following) and _FAMILY.fullmatch(part):
            named, initialed, index = named + 1, initialed + 1, index + 2
            continue
        if not _is_name(part) and not (others and len(parts) <= 2 and _is_family(part)):
            odd += 1
            among = (index > 0 and len(parts) >= _MANY) or (len(parts) > 1 and _is_initialed(part))
            alike = odd == 1 and among and _ends_like_a_word(part)
            few = odd * 2 <= len(parts) - odd or (alike and _is_initialed(part))
            if not (alike or _may_be_name(part)) or not few:
                return NO
            index += 1
            continue
        named += 1
        initialed += _is_initialed(part)
        index += 1
    if others or named >= 3 or (named >= 2 and initialed):
        return STRONG
    return WEAK if named >= 2 or initialed else NO


@lru_cache(maxsize=_REMEMBERED)
def _is_name(part: str) -> bool:
    return len(part) <= _LONGEST_NAME and bool(_NAME.fullmatch(part)) and not _has_title_word(part)


def _ends_like_a_word(part: str) -> bool:
    """Whether a part is a name but for the end of its surname, which words have, too: "Ana Schilling", "Spence J"."""
    words = part.split()
    family_first = _INITIALS_ONLY.fullmatch(words[-1])
    given = [word for word in words if not _NO_NAME.search(word)] if family_first else words[:-1]
    return bool(_NAME.fullmatch(part)) and len(words) <= _MANY and not any(map(_is_title_word, given))


@lru_cache(maxsize=_REMEMBERED)
def _may_be_name(part: str) -> bool:
    """Whether a part is a name but for a word that English has, too: "Can", "An", "To" are names among other names."""
    words = [word for word in part.split() if word.lower() not in _ALSO_NAMES]
    return 0 < len(words) < len(part.split()) and bool(_NAME.fullmatch(part)) and not any(map(_is_title_word, words))


@lru_cache(maxsize=_REMEMBERED)
def _is_family(part: str) -> bool:
    return len(part) <= _LONGEST_NAME and bool(_FAMILY.fullmatch(part)) and not _has_title_word(part)


@lru_cache(maxsize=_REMEMBERED)
def _is_initialed(part: str) -> bool:
    return bool(_INITIALED.fullmatch(part))


def _has_title_word(part: str) -> bool:
    """Whether a word is one of titles. Only the last word is judged by "-ing", which ends given names too; initials
    behind a family name are none: "Roe IS"."""
    words = part.split()
    initialed = len(words) > 1 and bool(_INITIALS_ONLY.fullmatch(words[-1])) and not words[0].isupper()
    return any(map(_is_title_word, words[:-1] if initialed else words)) or bool(_LONG_ING.search(part.strip(".,*")))


def _is_title_word(word: str) -> bool:
    inner = word.strip(".,*")
    if len(inner) == 1:
        return False
    return inner.lower() in _WORDS_OF_TITLES or bool(_NO_NAME.search(inner))


def _parts(body: str) -> list[str]:
    return [part for part in (piece.strip() for piece in _BETWEEN.split(body)) if part]


def ends_with_initial(text: str) -> bool:
    """Whether the stop that a text ends in is that of a name's initial: "Roe, J."."""
    return text.endswith(".") and bool(_FINAL_INITIAL.search(text[-3:]))


def is_compound(word: str) -> bool:
    """Whether a word has the capital of a surname in its midst, and is no acronym: "McRoe", "D'Moe", "Dal'Poe-Roe"."""
    return any(map(_COMPOUND.search, word.split("-")))


def is_surname(text: str) -> bool:
    """Whether a phrase may be a surname alone, or two joined by "and"."""
    parts = _parts(text.strip(" .,;:"))
    return 0 < len(parts) <= 2 and all(map(_is_family, parts))


def are_surnames(text: str) -> bool:
    """Whether a phrase may be surnames of one word, however many: "Roe, van Poe, and Doe", "Roe et al."."""
    parts = _parts(without_others(text.strip(" .,;:")))
    families = bool(parts) and all(map(_is_family, parts))
    return families and all(sum(not is_particle(word) for word in part.split()) == 1 for part in parts)


def is_single_name(text: str) -> bool:
    """Whether a phrase may be one name and nothing else: two to four words, and particles, that would be a name beside
    another."""
    bare = text.strip(" .,;:")
    words = without_marks(bare).split() if bare and len(text) < _LONGEST_ALONE else []  # "SLAM (21)" is one word
    alone = len(words) >= 2 and "&" not in words
    few = alone and (len(words) <= _MANY or sum(not is_particle(word) for word in words) <= _MANY)
    return few and author_likeness(" ".join(words) + " et al.") != NO


def names_people(text: str) -> bool:
    """Whether a phrase is a list of names, or one name in full."""
    return author_likeness(text) != NO or is_single_name(text)


def are_people(text: str) -> bool:
    """Whether a phrase is names and nothing else: one in full, or any number of them, surnames alone included."""
    return names_people(text) or are_surnames(text)


def without_by(text: str) -> str:
    """Words without the "by" that names have in front of them."""
    return text[len("by ") :] if text[: len("by ")].lower() == "by " else text


def without_frame(text: str) -> str:
    """Words without the brackets around them, or the "by" in front, that set names off on a line of their own."""
    inner = text.strip().rstrip(".")
    framed = inner[:1] in ("(", "[") and inner.find(")" if inner[0] == "(" else "]") == len(inner) - 1
    return without_by(inner[1:-1] if framed else text)


def form_of_name(text: str) -> str:
    """How the name that a text begins with is written; "" where it begins with none."""
    if not text[:1].isupper() and not _LEADING_PARTICLE.match(text):
        return ""
    names = ((form, pattern.match(text)) for form, pattern in _FIRST_NAMES.items())
    return next((form for form, name in names if name and not _has_title_word(name[0])), "")
