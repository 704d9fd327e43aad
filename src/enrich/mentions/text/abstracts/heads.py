"""Where titles stand in the heads of records: the lines between two abstracts, or below a number of their own.

A title has the same place in nearly all of them: below the number, above the authors, at the top of its block, or so
many lines above its abstract. In: rows, their kinds and the groups they stand in. Out: the place, and what rows look
like (`roles` says what they are). Pure; cost is linear.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from itertools import chain, takewhile
from math import sqrt
from operator import itemgetter

from enrich.mentions.entries.details import RowKind
from enrich.mentions.shapes.days import ends_in_hours
from enrich.mentions.shapes.samples import sampled
from enrich.mentions.shapes.words import has_words
from enrich.mentions.text.abstracts.titlelines import TITLE_KINDS
from enrich.mentions.text.lines.rows import Row
from enrich.mentions.text.rowkinds.beginnings import (
    begin_alike,
    ends_in_day,
    first_word_of,
    is_speaker,
    shape_of,
)
from enrich.mentions.text.rowkinds.placed import Group, Place, among, counted

TITLED, _MOSTLY_PEOPLE = 0.85, 0.6  # of the rows in the place of titles, so many look like titles, so few like names
_TITLE_WORDS, _SHORT_TITLE_WORDS = 3, 2
_HEADING_WORDS, _STOPS = 8, frozenset(".,;!?")
_TITLE_LINES = 4  # with the people below
_SAMPLE = 300  # more records say nothing new of where titles stand
# A field comes back in so many records, a mark of every record in most.
_RETURNING, _FEWEST_RETURNING, USUAL = 0.05, 4, 0.5
_HIGHEST = 6  # lines of a head that are counted up from the abstract
_UNTOLD = TITLE_KINDS | {RowKind.VENUE}  # a name and a year: short titles look like it


class RecordHeads:
    """The rows between the abstracts of a page, and what comes again in them."""

    def __init__(
        self,
        rows: Sequence[Row],
        kinds: Sequence[RowKind],
        groups: list[Group],
        claimed: Mapping[int, object],
        numbered: Set[int] = frozenset(),
    ) -> None:
        self.rows, self.kinds, self.groups, self.claimed, self.numbered = rows, kinds, groups, claimed, numbered
        self.shape = {at: shape_of(rows[at].text) for group in groups for at in group}
        marks = [Counter(self.marks(group)) for group in groups]
        self.shapes = Counter(chain.from_iterable(marks))
        twice = Counter(shape for each in marks for shape, count in each.items() if count > 1)
        often = (shape for shape, count in self.shapes.items() if count >= USUAL * len(groups))
        self.single = {shape for shape in often if twice[shape] < USUAL * len(groups)}
        self.beneath = False  # whether titles stand below their people
        self.upwards = False  # whether titles are told by what stands below them
        self.usual = sorted(map(len, groups))[len(groups) // 2]  # lines of a record
        self.least = max(_FEWEST_RETURNING, _RETURNING * len(groups))

    def stand_below(self, numbered: Collection[int]) -> bool:
        """Whether nearly all titles stand right below numbers: in the rows `numbered`. Of few records, a few more that
        do not are chance: as many as the standard deviation of their share."""
        chance = sqrt(TITLED * (1 - TITLED) / max(len(self.groups), 1))
        return self._titled(among(numbered)) >= TITLED - chance

    def place_of_titles(self) -> Place | None:
        """The place whose rows look like titles, the most telling first; others where a record has none there."""
        places: list[Place] = [self._above_authors, self._beside_people, self._top_of_block, self._below_field]
        places.append(self._above_venue)
        places += [counted(number) for number in range(1, _HIGHEST + 1)]
        places += [lambda group: group[0]]
        scored = [(self._titled(place), place) for place in places]
        told = [place for share, place in sorted(scored, key=itemgetter(0), reverse=True) if share >= TITLED]
        told += [self._top_title] if self._titled(self._top_title) >= TITLED else []  # finds one wherever it can
        self.beneath = not told and self._titled(self._below_authors) >= TITLED
        told = [self._below_authors] if self.beneath else told
        downwards = (self._top_of_block, self._top_title, self._below_field, self._below_authors)
        self.upwards = bool(told) and not self.numbered and told[0] not in downwards
        if self.numbered:
            told.insert(0, among(self.numbered))  # what counts the records is surer than how titles look
        return (lambda group: self._first_title(told, group)) if told else None

    def _first_title(self, places: Sequence[Place], group: Group) -> int | None:
        if self.numbered and self.numbered.isdisjoint(group):  # the rest of a record, or a keynote without a number
            return next(filter(self.heads_people, group), None)
        found = [at for place in places if (at := place(group)) is not None]
        if found and self._above_authors in places:  # where nearly all have people below, others are notes on one above
            first, opens = found[0], self.opens(found[0])
            above = [at for at in found if at < first and self.is_credited(at) and self.opens(at) >= opens]
            found = found if self.is_credited(first) else [*above, *found]
        told = next((at for at in found if at in self.numbered or self.may_be_title(at) or self._ends_title(at)), None)
        return found[0] if found and told is None and self._is_short_title(found[0], group) else told

    def _titled(self, place: Place) -> float:
        """The share of records that have a title at this place; 0 where the rows there begin alike, or are people."""
        sample = sampled(self.groups, _SAMPLE)
        found = [at for group in sample if (at := place(group)) is not None and self.is_title(at)]
        odd = begin_alike([self.rows[at].text for at in found]) or self._are_people(found)
        return 0.0 if odd else len(found) / len(sample)

    def _are_people(self, rows: Group) -> bool:
        """Whether most rows look like names, with or without places of work: a title does now and then."""
        named = sum(self.kinds[at] is RowKind.NAMES or is_speaker(self.rows[at].text) for at in rows)
        return named > _MOSTLY_PEOPLE * len(rows)

    def _beside_people(self, group: Group) -> int | None:
        """The row below the last speaker that opens a block; above authors where none does, as posters have them."""
        above = (n for n in reversed(range(len(group) - 1)) if self.opens(group[n]))
        below = (group[n + 1] for n in above if self.is_below_speaker(group[n + 1]))
        return next(below, self._above_authors(group))

    def is_below_speaker(self, at: int) -> bool:
        """Whether a row stands right below a speaker."""
        return at > 0 and is_speaker(self.rows[at - 1].text)

    def is_title(self, at: int) -> bool:
        """Whether a row looks like a title."""
        return self.kinds[at] in TITLE_KINDS and self.may_be_title(at)

    def may_be_title(self, at: int, fewest: int = _TITLE_WORDS) -> bool:
        """Whether a row may be a title: some words, and no line that comes again."""
        text = self.rows[at].text
        told = self.kinds[at] in _UNTOLD and has_words(text, fewest) and not (ends_in_day(text) or ends_in_hours(text))
        return told and not text.endswith((":", "：")) and not self.returns(at)

    def returns(self, at: int) -> bool:
        """Whether a row comes again, whatever its digits."""
        return self.shapes[self.shape[at]] >= _FEWEST_RETURNING

    def heads_people(self, at: int) -> bool:
        """Whether a row is a title on top of a block with people below it."""
        below = takewhile(lambda n: not self.rows[n].gap, range(at + 1, min(at + _TITLE_LINES, len(self.rows))))
        return self.opens(at) and self.is_title(at) and any(self.kinds[n] is RowKind.AUTHORS for n in below)

    def may_be_heading(self, at: int) -> bool:
        """Whether a row is a block of few words, and none that comes again."""
        row = self.rows[at]
        short = not row.marker and not has_words(row.text, _HEADING_WORDS) and row.text[-1] not in _STOPS
        return short and self.opens(at) and self.ends_block(at) and not self.returns(at)

    def _is_short_title(self, at: int, group: Group) -> bool:
        """Whether a row in the place of titles may be one of two words: its record has as many lines as most have, and
        has people below it, or begins as most do, with nothing but facts below."""
        begun = at > group[0] and self.shapes[self.shape[group[0]]] >= USUAL * len(self.groups)
        below = (n for n in group if n > at)
        named = at < group[-1] and self.opens(at) and self.kinds[at + 1] is RowKind.AUTHORS
        told = named or (begun and all(map(self.is_fact, below)))
        return told and len(group) >= self.usual and self.may_be_title(at, _SHORT_TITLE_WORDS)

    def _ends_title(self, at: int) -> bool:
        """Whether a row of few words may be the last line of a title, above people and below a line that may be one."""
        below = at in self.shape and at - 1 in self.shape and not self.rows[at].gap and self.is_credited(at)
        return below and self.may_be_title(at, 1) and self.kinds[at] in TITLE_KINDS and self.is_title(at - 1)

    def marks(self, group: Group) -> Iterator[str]:
        """The shapes of all rows from the abstract above to the last of a group, the claimed ones included."""
        start = group[0]
        while start and start - 1 in self.claimed:
            start -= 1
        return (shape_of(self.rows[at].text) for at in range(start, group[-1] + 1))

    def is_fact(self, at: int) -> bool:
        """Whether a row that may be no heading comes again, whatever its digits, "View on PubMed"; or ends in a day."""
        row = self.rows[at]
        return ends_in_day(row.text) or (
            self.shapes[self.shape[at]] >= self.least and (not row.gap or has_words(row.text, _TITLE_WORDS))
        )

    def is_credited(self, at: int) -> bool:
        """Whether a row stands right above authors."""
        return at + 1 < len(self.rows) and self.kinds[at + 1] is RowKind.AUTHORS

    def _above_authors(self, group: Group) -> int | None:
        named = [self.kinds[at] is RowKind.AUTHORS for at in group]
        found = [n for n in range(1, len(group)) if named[n] and not named[n - 1]]
        # Below where a paper appeared stands what looks like names: "Best Poster, Jury's Choice".
        found = [n for n in found if self.kinds[group[n - 1]] is not RowKind.VENUE] or found
        # The first of a block: below it, where people work may look like people, too.
        top = next((n for n in reversed(range(found[-1])) if self.rows[group[n]].gap), None) if found else None
        found = found if top is None else [n for n in found if n > top][:1]
        return group[found[-1] - 1] if found else None

    def _above_venue(self, group: Group) -> int | None:
        """The row above the one, of whatever names, that stands above where the paper appeared."""
        return next((group[n] for n in range(len(group) - 2) if self.kinds[group[n + 2]] is RowKind.VENUE), None)

    def _below_authors(self, group: Group) -> int | None:
        """The row right below the last people, as programmes of talks have them."""
        above = reversed(group[:-1])
        named = (at for at in above if self.kinds[at] is RowKind.AUTHORS or is_speaker(self.rows[at].text))
        return next((at + 1 for at in named if at + 1 in self.shape), None)

    def _top_of_block(self, group: Group) -> int | None:
        """The row on top of the last block, or the next where that one comes again and again: "Open access"."""
        top = next((at for at in reversed(group) if self.opens(at)), group[0])
        marked = self.returns(top) and top + 1 in self.shape and not self.rows[top + 1].gap
        return top + 1 if marked else top

    def _top_title(self, group: Group) -> int | None:
        """The last row behind a blank line that may be a title."""
        return next((at for at in reversed(group) if self.opens(at) and self.is_title(at)), None)

    def opens(self, at: int) -> bool:
        """Whether a blank line stands above a row, or one that belongs to nothing."""
        return self.rows[at].gap > 0 or at - 1 in self.claimed

    def ends_block(self, at: int) -> bool:
        """Whether a blank line stands below a row, or nothing."""
        return at + 1 == len(self.rows) or self.rows[at + 1].gap > 0

    def _below_field(self, group: Group) -> int | None:
        """The row below the last line that comes back in most records."""
        found = [n for n, at in enumerate(group[:-1]) if self.shapes[self.shape[at]] >= USUAL * len(self.groups)]
        return group[found[-1] + 1] if found else None

    def first_word(self, at: int) -> str:
        """The first word of a row."""
        return first_word_of(self.rows[at].text)
