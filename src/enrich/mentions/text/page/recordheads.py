"""Where titles stand in the heads of records: the lines between two abstracts, or below a number of their own.

A title has the same place in nearly all of them: below the number, above the authors, at the top of its block, or so
many lines above its abstract. In: rows, their kinds and the groups they stand in. Out: `Records`. Pure; cost is linear.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import chain, takewhile
from operator import itemgetter

from enrich.mentions.entries.details import RowKind
from enrich.mentions.shapes.days import ends_in_hours
from enrich.mentions.shapes.samples import sampled
from enrich.mentions.shapes.words import has_letters, has_words
from enrich.mentions.text.lines.rows import Row
from enrich.mentions.text.page.beginnings import (
    begin_alike,
    ends_in_day,
    first_word_of,
    is_list,
    is_menu,
    is_odd,
    is_speaker,
    last_cell_of,
    shape_of,
    states_all,
    states_time,
)
from enrich.mentions.text.page.placed import Group, Place, Records, Role, among, counted
from enrich.mentions.text.page.titlelines import TITLE_KINDS, TitleLines

_TITLED, _MOSTLY_PEOPLE = 0.85, 0.6  # of the rows in the place of titles, so many look like titles, so few like names
_TITLE_WORDS, _SHORT_TITLE_WORDS = 3, 2
_SAMPLE = 300  # more records say nothing new of where titles stand
# A field comes back in so many records, a mark of every record in most.
_RETURNING, _FEWEST_RETURNING, _USUAL = 0.05, 4, 0.5
_LONG = 6  # records with so many more lines than usual hold something else as well
_FEWEST_HEAD = 3  # by judgement: lists have a title and a heading above their first paper
_STATED = 0.2  # of titles have authors and year on the line right below; items by themselves hardly stand there
_HIGHEST = 6  # lines of a head that are counted up from the abstract
_UNTOLD = TITLE_KINDS | {RowKind.VENUE}  # a name and a year: short titles look like it
_LOOSE = frozenset({RowKind.ENTRY, RowKind.NAMES})


class RecordHeads:
    """The rows between the abstracts of a page, and what comes again in them."""

    def __init__(
        self,
        rows: Sequence[Row],
        kinds: Sequence[RowKind],
        groups: list[Group],
        claimed: Mapping[int, object],
        numbered: Collection[int] = (),
    ) -> None:
        self.rows, self.kinds, self.groups, self.claimed, self.numbered = rows, kinds, groups, claimed, numbered
        self.shape = {at: shape_of(rows[at].text) for group in groups for at in group}
        marks = [Counter(self._marks(group)) for group in groups]
        self.shapes = Counter(chain.from_iterable(marks))
        twice = Counter(shape for each in marks for shape, count in each.items() if count > 1)
        often = (shape for shape, count in self.shapes.items() if count >= _USUAL * len(groups))
        self.single = {shape for shape in often if twice[shape] < _USUAL * len(groups)}
        self.cells: Counter[str] = Counter()  # the last ones of rows, where titles have none beside them
        self.opening = groups[0]  # with the first title, below the head of the page
        self.apart = False  # whether nearly all titles begin a block
        self.alone = False  # whether nearly all titles are a block
        self.upwards = False  # whether titles are told by what stands below them
        self.usual = sorted(map(len, groups))[len(groups) // 2]  # lines of a record
        self.least = max(_FEWEST_RETURNING, _RETURNING * len(groups))

    def stand_below(self, numbered: Collection[int]) -> bool:
        """Whether nearly all titles stand right below numbers: in the rows `numbered`."""
        return self._titled(among(numbered)) >= _TITLED

    def place_of_titles(self) -> Place | None:
        """The place whose rows look like titles, the most telling first; others where a record has none there."""
        places: list[Place] = [self._above_authors, self._beside_people, self._top_of_block, self._below_field]
        places += [counted(number) for number in range(1, _HIGHEST + 1)]
        places += [lambda group: group[0], self._top_title]
        scored = [(self._titled(place), place) for place in places]
        told = [place for share, place in sorted(scored, key=itemgetter(0), reverse=True) if share >= _TITLED]
        downwards = (self._top_of_block, self._top_title, self._below_field)
        self.upwards = bool(told) and not self.numbered and told[0] not in downwards
        if self.numbered:
            told.insert(0, among(self.numbered))  # what counts the records is surer than how titles look
        return (lambda group: self._first_title(told, group)) if told else None

    def _first_title(self, places: Sequence[Place], group: Group) -> int | None:
        found = [at for place in places if (at := place(group)) is not None]
        told = next((at for at in found if at in self.numbered or self._may_be_title(at)), None)
        return found[0] if found and told is None and self._is_short_title(found[0], group) else told

    def records(self, place: Place, end: Group, abstracts: set[int]) -> Records:
        """All records of the page, its titles being at `place`."""
        found = Records(dict.fromkeys(abstracts, Role.ABSTRACT))
        placed = [(group, at) for group in self.groups if (at := place(group)) is not None]
        if placed and self._lacks_facts(placed):
            found.tell(Role.ASIDE, placed[0][0])
            del placed[0]
        elif placed and placed[0][0] is not self.groups[0] and is_menu([self.rows[at].text for at in self.groups[0]]):
            found.tell(Role.ASIDE, self.groups[0])
        self.opening = placed[0][0] if placed else self.opening
        tabbed = [] if any("\t" in self.rows[at].text for _, at in placed) else self.shape
        self.cells = Counter(last_cell_of(self.rows[at].text) for at in tabbed if "\t" in self.rows[at].text)
        self.apart = sum(self._opens(at) for _, at in placed) >= _TITLED * len(placed)
        if self.apart:
            inner = [group for group, at in placed if at == group[0] and self._is_inside(at, abstracts)]
            found.tell(Role.ABSTRACT, chain.from_iterable(inner))
            placed = [(group, at) for group, at in placed if group not in inner]
        self.alone = self.apart and sum(self._ends_block(at) for _, at in placed) >= _TITLED * len(placed)
        dated = self.apart and sum(self._is_dated(at) for _, at in placed) >= _TITLED * len(placed)
        spans = TitleLines(self.rows, self.kinds, alone=self.alone, upwards=self.upwards).find(placed)
        titled = Counter(self._first_word(at) for _, at in placed)
        others = Counter(self._first_word(at) for group, title in placed for at in group if at != title)
        returning = {word for word, count in others.items() if count >= max(self.least, 2 * titled[word])}
        usual_places = self._usual_places(returning)
        listed = is_list([self.rows[at].text for at in self.opening])
        marks = sum(self.shapes[self.shape.get(at - 1, "")] >= self.least for _, at in placed)
        marked = marks >= _TITLED * len(placed) and not listed
        stated = self._stated_below([spans.get(title, (title, title))[1] for _, title in placed])
        for group, title in placed:
            first, last = spans.get(title, (title, title))
            opening = group is self.opening
            double = (listed if opening else len(group) > self.usual + _LONG) or self._is_double(group, title)
            if double:
                found.tell(Role.ASIDE, takewhile(self._is_above_records, group if opening and marked else ()))
                found.tell(Role.FIELD, takewhile(self._is_fact, group))
                found.tell(Role.FIELD, (at for at in group if self._is_label(at, returning)))
                found.tell(Role.FIELD, (at for at in group if at > last and (self._is_fact(at) or self._returns(at))))
                if self.apart and not opening:  # above all records may stand a list
                    found.tell(Role.FIELD, self._below_others(group, first, returning))
            found.tell(Role.REST, range(first + 1, last + 1))
            found.tell(Role.TITLE, [first])
            if first - 1 in group and self._opens(first - 1) and self._is_below_speaker(first):
                found.tell(Role.ABOVE, [first - 1])
            if double:
                continue
            below = self._below_abstract(group, title, usual_places)
            for at in group:
                own = self._is_above_authors(at, returning) or (dated and self._is_dated(at))
                own = own or (at not in stated and self._states_all(at))
                if at not in found.roles and not own:
                    told = not opening and (at < below or self._first_word(at) in returning)
                    told = told or at > title or self._is_label(at, returning)
                    found.tell(Role.FIELD if told else Role.ASIDE, [at])
        untold = [at for at in end if at not in found.roles]
        found.tell(Role.ASIDE, () if is_list([self.rows[at].text for at in untold]) else untold)
        found.tell(Role.FIELD, (at for at in untold if self._first_word(at) in returning))
        return found

    def _below_others(self, group: Group, title: int, returning: set[str]) -> Iterator[int]:
        """The rows of a group in the block of the abstract above, and of other titles, which stand above authors."""
        yield from takewhile(lambda at: not self._opens(at), range(group[0], title))
        others = {at for at in group if at < title and self._opens(at) and self._is_above_authors(at, returning)}
        for top in others:
            yield from takewhile(lambda at: not self.rows[at].gap and at not in others, range(top + 2, title))

    def _is_inside(self, at: int, abstracts: set[int]) -> bool:
        """Whether a row is one more of the abstract above it, where all titles begin a block."""
        return at - 1 in abstracts and not self._opens(at) and not self._is_credited(at)

    def _lacks_facts(self, placed: Sequence[tuple[Group, int]]) -> bool:
        """Whether the first record is but the head of the page: without a line below, a mark, a year, or what stands in
        front of all people ("by"), as others have."""
        (head, title), rows = placed[0], [self.rows[title] for _, title in placed]
        credited = [at + 1 for _, at in placed if self._is_credited(at)]
        word = max(Counter(map(self._first_word, credited)).items(), key=itemgetter(1), default=("", 0))[0]
        lacks = [[not row.marker for row in rows], [not states_time(row.text) for row in rows]]
        lacks.append([self._is_credited(at) and self._first_word(at + 1) != word for _, at in placed])
        bare = len(head) >= _FEWEST_HEAD and self._ends_block(title)
        lacks += [[title == group[-1] for group, title in placed]] if bare else []
        return head is self.groups[0] and any(map(is_odd, lacks))

    def _titled(self, place: Place) -> float:
        """The share of records that have a title at this place; 0 where the rows there begin alike, or are people."""
        sample = sampled(self.groups, _SAMPLE)
        found = [at for group in sample if (at := place(group)) is not None and self._is_title(at)]
        odd = begin_alike([self.rows[at].text for at in found]) or self._are_people(found)
        return 0.0 if odd else len(found) / len(sample)

    def _are_people(self, rows: Group) -> bool:
        """Whether most rows look like names, with or without places of work: a title does now and then."""
        named = sum(self.kinds[at] is RowKind.NAMES or is_speaker(self.rows[at].text) for at in rows)
        return named > _MOSTLY_PEOPLE * len(rows)

    def _beside_people(self, group: Group) -> int | None:
        """The row below the last speaker that opens a block; above authors where none does, as posters have them."""
        above = (n for n in reversed(range(len(group) - 1)) if self._opens(group[n]))
        below = (group[n + 1] for n in above if self._is_below_speaker(group[n + 1]))
        return next(below, self._above_authors(group))

    def _is_below_speaker(self, at: int) -> bool:
        return at > 0 and is_speaker(self.rows[at - 1].text)

    def _is_title(self, at: int) -> bool:
        """Whether a row looks like a title."""
        return self.kinds[at] in TITLE_KINDS and self._may_be_title(at)

    def _may_be_title(self, at: int, fewest: int = _TITLE_WORDS) -> bool:
        """Whether a row may be a title: some words, and no line that comes again."""
        text = self.rows[at].text
        told = self.kinds[at] in _UNTOLD and has_words(text, fewest) and not (ends_in_day(text) or ends_in_hours(text))
        return told and not text.endswith((":", "：")) and not self._returns(at)

    def _returns(self, at: int) -> bool:
        return self.shapes[self.shape[at]] >= _FEWEST_RETURNING

    def _is_short_title(self, at: int, group: Group) -> bool:
        """Whether a row in the place of titles may be one of two words: its record has as many lines as most have, and
        has people below it, or begins as most do, with nothing but facts below."""
        begun = at > group[0] and self.shapes[self.shape[group[0]]] >= _USUAL * len(self.groups)
        below = range(at + 1, group[-1] + 1)
        named = at < group[-1] and self._opens(at) and self.kinds[at + 1] is RowKind.AUTHORS
        told = named or (begun and all(map(self._is_fact, below)))
        return told and len(group) >= self.usual and self._may_be_title(at, _SHORT_TITLE_WORDS)

    def _is_double(self, group: Group, title: int) -> bool:
        """Whether what marks nearly every record comes twice, so that one of them has no abstract: in the group, or
        right below such a title."""
        untold = any(
            at < title and self._may_be_title(at) and shape_of(self.rows[at + 1].text) in self.single for at in group
        )
        marks = Counter(self._marks(group) if untold else (self.shape[at] for at in group))
        often = (shape for shape, count in marks.items() if count > 1 and shape in self.single)
        return any(has_letters(shape) or group is not self.opening for shape in often)  # menus have numbers, too

    def _marks(self, group: Group) -> Iterator[str]:
        """The shapes of all rows from the abstract above to the last of a group, the claimed ones included."""
        start = group[0]
        while start and start - 1 in self.claimed:
            start -= 1
        return (shape_of(self.rows[at].text) for at in range(start, group[-1] + 1))

    def _usual_places(self, returning: set[str]) -> dict[str, int]:
        """How many rows below an abstract stand those that begin with one of these words, for words of most records."""
        counts = Counter((self._first_word(at), n) for group in self.groups[1:] for n, at in enumerate(group))
        usual = _USUAL * len(self.groups)
        return {word: n for (word, n), count in counts.items() if count >= usual and word in returning}

    def _below_abstract(self, group: Group, title: int, places: Mapping[str, int]) -> int:
        """The last row that stands in its usual place below the abstract: what is above it is of the same record."""
        usual = [at for n, at in enumerate(group) if at < title and places.get(self._first_word(at)) == n]
        return usual[-1] if usual else group[0]

    def _is_fact(self, at: int) -> bool:
        """Whether a row that may be no heading comes again, whatever its digits, "View on PubMed"; or ends in a day."""
        row = self.rows[at]
        return ends_in_day(row.text) or (
            self.shapes[self.shape[at]] >= self.least and (not row.gap or has_words(row.text, _TITLE_WORDS))
        )

    def _is_label(self, at: int, returning: set[str]) -> bool:
        """Whether a row ends in hours, or in a cell that comes again, where titles have none ("Shores II<TAB>Regular
        session"), or begins with a label that does ("Chair: Ana Roe")."""
        word, text = self._first_word(at), self.rows[at].text
        told = ends_in_hours(text) or self.cells[last_cell_of(text)] >= self.least
        return told or (word.endswith(":") and word in returning)

    def _is_above_records(self, at: int) -> bool:
        return not (self._is_fact(at) or self._is_credited(at) or self._states_all(at))

    def _is_credited(self, at: int) -> bool:
        return at + 1 < len(self.rows) and self.kinds[at + 1] is RowKind.AUTHORS

    def _is_above_authors(self, at: int, returning: set[str]) -> bool:
        """Whether a row stands above authors as titles do: of a record without an abstract."""
        return (
            self._is_credited(at)
            and (at > self.opening[-1] or self._may_be_title(at))  # above all records stand other short lines
            and (self._opens(at) or not (self.apart or self.numbered))
            and self.kinds[at] in _LOOSE
            and not (self._returns(at) or self._first_word(at) in returning)
        )

    def _states_all(self, at: int) -> bool:
        return self.kinds[at] is RowKind.ENTRY and states_all(self.rows[at].text)

    def _stated_below(self, lasts: list[int]) -> set[int]:
        """The rows right below titles, of which the last lines are given, that state all: where many do, they belong
        to these titles."""
        below = [at + 1 for at in lasts if at + 1 in self.shape and not self.rows[at + 1].gap]
        stated = {at for at in below if self._states_all(at)}
        return stated if len(stated) >= _STATED * len(lasts) else set()

    def _is_dated(self, at: int) -> bool:
        """Whether a row opens a block as a title does, and states a year."""
        return self._opens(at) and self._is_title(at) and states_time(self.rows[at].text)

    def _above_authors(self, group: Group) -> int | None:
        named = [self.kinds[at] is RowKind.AUTHORS for at in group]
        found = [n for n in range(1, len(group)) if named[n] and not named[n - 1]]
        return group[found[-1] - 1] if found else None

    def _top_of_block(self, group: Group) -> int | None:
        return next((at for at in reversed(group) if self._opens(at)), group[0])

    def _top_title(self, group: Group) -> int | None:
        """The last row behind a blank line that may be a title."""
        return next((at for at in reversed(group) if self._opens(at) and self._is_title(at)), None)

    def _opens(self, at: int) -> bool:
        """Whether a blank line stands above a row, or one that belongs to nothing."""
        return self.rows[at].gap > 0 or at - 1 in self.claimed

    def _ends_block(self, at: int) -> bool:
        return at + 1 == len(self.rows) or self.rows[at + 1].gap > 0

    def _below_field(self, group: Group) -> int | None:
        """The row below the last line that comes back in most records."""
        found = [n for n, at in enumerate(group[:-1]) if self.shapes[self.shape[at]] >= _USUAL * len(self.groups)]
        return group[found[-1] + 1] if found else None

    def _first_word(self, at: int) -> str:
        return first_word_of(self.rows[at].text)
