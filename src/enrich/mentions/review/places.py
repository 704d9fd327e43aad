"""Places where a page puts something beside its titles, found by counting what can be cut off there.

What is cut off tells whether it is no part of the titles: years, people, a few values that recur, or whatever stands
behind a sign that titles hardly ever have. Shares go by the base rates in titles: 2 of 100 end in brackets, 20 have a
comma, 30 a colon, which nobody's name stands before.

In: titles as readers left them. Out: `Habit`s, the surest first. Pure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from enrich.mentions.entries.learned.affixes import closed_lengths
from enrich.mentions.review import cuts
from enrich.mentions.review.cuts import Cut
from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.days import A_DAY
from enrich.mentions.shapes.names import NO, are_people, are_surnames, author_likeness, is_compound
from enrich.mentions.shapes.phrases import without_year
from enrich.mentions.shapes.tags import find_year
from enrich.mentions.shapes.venues import leading_place
from enrich.mentions.shapes.words import has_letters, is_acronym, without_numbers

TITLE_WORDS, WORDS_LEFT = 3, 2  # fewer are no title; fewer are not left of one
FEWEST_CUT = 6
_FIT = 0.85  # of what is cut off must be of one nature
# A few values recur: so many are told again, and so few are unlike each other.
_RECURRING, _UNLIKE = 0.8, 0.34
_OWN = 0.8  # of what each title has for itself are unlike each other
# Signs that 1 to 3 of 100 titles have. What stands before one is no title if so much of it are facts.
_SIGNS = ("\t", "   ", " / ", " | ", " · ", " • ", " │ ", " – ", " — ", " -- ", " - ", "; ")
_SIGN_SHARE, _MOSTLY = 0.5, 0.6
# No sign stands between a column and the titles beside it: more is asked.
_COLUMN, _COLUMN_UNLIKE, _COLUMN_VALUES = 0.8, 0.15, 3
_COLUMN_ENDS = 0.4  # a quick look: so many of the words at the edge are unlike each other, where there is no column
_PEOPLE_SHARE = 0.2  # of residues that name people name more than one


class Nature(Enum):
    """What a residue is when seen alone: the text of a link, a tag or a day as a whole, or with a year somewhere in it,
    or names."""

    ANCHOR = "anchor"
    TAG = "tag"
    DATED = "dated"
    PEOPLE = "people"
    UNKNOWN = "unknown"


_ANCHOR, _TAG = frozenset({Nature.ANCHOR}), frozenset({Nature.TAG})
_FACTS = _TAG | {Nature.DATED}
_WHOLE = _TAG | {Nature.PEOPLE}  # nothing else stands beside them
ANY = _FACTS | _ANCHOR | {Nature.PEOPLE}


@dataclass(frozen=True, slots=True)
class Place:
    """One place where titles are cut: in what share of them, at least, and what may stand there, beside `values` that
    recur, with other numbers if `numbered`. `unlike`: what is there may be each title's own, a short name or a number;
    `phrases`: it may be anything, if most of it has several words."""

    cut: Cut
    share: float = 0.5
    natures: frozenset[Nature] = ANY
    values: bool = True
    numbered: bool = False
    unlike: bool = False
    phrases: bool = False


NAMES = Place(cuts.at_names)
NAMES_BEFORE = Place(cuts.at_first_comma, natures=frozenset({Nature.PEOPLE}), values=False)
VENUE_PLACES = tuple(
    map(
        Place,
        (
            cuts.at_bracket_behind,
            cuts.at_last_comma,
            cuts.at_last_stop,
            cuts.at_question,
            cuts.at_last_bar,
            cuts.at_first_colon,
        ),
    )
)
# In the order in which they are tried.
_PLACES = (
    Place(cuts.at_bracket_behind, 0.4, numbered=True, phrases=True),
    Place(cuts.at_bracket_before, 0.4, unlike=True),
    Place(cuts.at_day, natures=_TAG),
    Place(cuts.at_number, natures=frozenset(), unlike=True),
    Place(cuts.at_year_before, natures=_TAG),
    Place(cuts.at_tag_before, natures=_TAG),
    Place(cuts.at_last_word, natures=_ANCHOR, values=False),
    Place(cuts.at_comma_and_tag, natures=_FACTS),
    Place(cuts.at_tag_behind, natures=_TAG),
    Place(cuts.at_year_behind, natures=_FACTS),
    Place(cuts.at_last_bar, numbered=True),
)
# Tried when none of those fits: commas, stops and colons stand in titles, too.
_UNSURE_PLACES = (
    Place(cuts.at_bracketed_year, natures=_FACTS),
    Place(cuts.at_last_comma, natures=_FACTS, numbered=True),  # one word that recurs is a venue, before it is a surname
    NAMES,
    Place(cuts.at_last_comma, numbered=True),
    Place(cuts.at_last_stop, natures=_FACTS, numbered=True),
    Place(cuts.at_first_colon, natures=_TAG),
    Place(cuts.at_credit, phrases=True),
    Place(cuts.at_in, natures=_FACTS),
)


@dataclass(frozen=True, slots=True)
class Habit:
    """What a page was seen to put at a place: values in small letters, things of some nature, or any name at all."""

    place: Place
    values: frozenset[str] = frozenset()
    natures: frozenset[Nature] = frozenset()
    anything: bool = False
    people: bool = False  # whether it names people, for one name alone has the form of a venue's

    def knows(self, residue: str) -> bool:
        """Whether a residue is one of the values that recur."""
        return (masked(residue) if self.place.numbered else residue.casefold()) in self.values

    def takes(self, residue: str) -> bool:
        """Whether a residue is what stands at the place."""
        return self.anything or self.knows(residue) or nature_of(residue) in self.natures


def habits_of(titles: Sequence[str], more: float) -> Iterator[Habit | None]:
    """What a page may put beside its titles, one guess after the other."""
    yield from (learn(place, titles, more) for place in _PLACES)
    yield from (_learn_sign(sign, titles, more) for sign in _SIGNS)
    yield from (learn(place, titles, more) for place in _UNSURE_PLACES)
    yield from (_learn_column(titles, reverse=reverse) for reverse in (True, False))


def _learn_sign(sign: str, titles: Sequence[str], more: float) -> Habit | None:
    """Where a sign that titles hardly have stands in most of a page's, and on which side of it the title is."""
    splits = [split for title in titles if (split := cuts.before_sign(sign)(title))]
    if len(splits) < max(FEWEST_CUT, (_SIGN_SHARE + more) * len(titles)):
        return None
    fronts = Counter(split.title.casefold() for split in splits)
    facts = sum(fronts[split.title.casefold()] > 1 or nature_of(split.title) in _WHOLE for split in splits)
    if facts >= _MOSTLY * len(splits):
        return Habit(Place(cuts.behind_sign(sign)), anything=True)
    words = sorted(len(split.title.split()) for split in splits)[len(splits) // 2]
    return Habit(Place(cuts.before_sign(sign)), anything=True) if words > TITLE_WORDS else None


def _learn_column(titles: Sequence[str], *, reverse: bool) -> Habit | None:
    """The few values that stand beside all titles, with no sign between."""
    rows = [title.split() for title in titles]
    if len({row[-1 if reverse else 0] for row in rows if row}) > _COLUMN_ENDS * len(rows):
        return None
    lengths = closed_lengths(rows, reverse=reverse)
    if sum(map(bool, lengths)) < _COLUMN * len(rows):
        return None
    column = [" ".join(row[-n:] if reverse else row[:n]).casefold() for row, n in zip(rows, lengths, strict=True) if n]
    values = frozenset(column)
    if not _COLUMN_VALUES <= len(values) <= _COLUMN_UNLIKE * len(column):
        return None
    return Habit(Place(cuts.at_value(values, reverse=reverse)), values)


def learn(place: Place, titles: Sequence[str], more: float) -> Habit | None:
    """What most of `titles` have at `place`; None if they have nothing there that is no part of them."""
    splits = filter(None, map(place.cut, titles))
    residues = [split.residue.strip() for split in splits if len(split.title.split()) >= WORDS_LEFT]
    if len(residues) < max(FEWEST_CUT, (place.share + more) * len(titles)):
        return None
    fold = masked if place.numbered else str.casefold
    counts = Counter(map(fold, residues))
    values = frozenset(value for value, count in counts.items() if count > 1)
    if place.unlike and len(counts) >= _OWN * len(residues):
        return Habit(place, anything=True)
    several = sum(" " in residue for residue in residues)
    if place.phrases and several >= max(_RECURRING * len(residues), _SIGN_SHARE * len(titles)):
        return Habit(place, anything=True, people=_names_people(residues))
    fitting = [nature_of(residue) in place.natures for residue in residues]
    others = Counter(fold(residue) for residue, fits in zip(residues, fitting, strict=True) if not fits)
    told = {value: count for value, count in others.items() if value in values}
    recurring = place.values and sum(told.values()) >= _RECURRING * others.total()
    recurring = recurring and len(others) <= _UNLIKE * others.total()
    if sum(fitting) + recurring * sum(told.values()) < _FIT * len(residues):
        return None
    return Habit(place, values if recurring else frozenset(), place.natures, people=_names_people(residues))


def masked(residue: str) -> str:
    """A residue in small letters, its numbers all alike, if it has letters: volumes and pages differ each time."""
    small = residue.casefold()
    return without_numbers(small) if has_letters(small) else small


def _names_people(residues: Sequence[str]) -> bool:
    """Whether what is cut off names several people often enough, in full or by their surnames."""
    names = map(without_year, residues)
    several = sum(author_likeness(name) != NO or (are_surnames(name) and " and " in name) for name in names)
    return several >= _PEOPLE_SHARE * len(residues)


def nature_of(residue: str) -> Nature:
    """What a residue tells."""
    if is_anchor(residue):
        return Nature.ANCHOR
    if leading_place(residue) or A_DAY.fullmatch(residue):
        return Nature.TAG
    if find_year(residue):
        return Nature.DATED
    people = are_people(residue) or "et al" in residue
    coded = any(is_acronym(word) and not is_compound(word) for word in residue.split())
    return Nature.PEOPLE if people and not coded else Nature.UNKNOWN
