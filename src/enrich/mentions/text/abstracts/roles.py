"""What rows are to the records of a page, once the place of their titles is known (`heads`).

In: the heads of records, the rows between them, and their abstracts. Out: `Records`. A group holds two records where
what marks nearly every record comes twice: one of them has no abstract. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, count, pairwise, takewhile

from enrich.mentions.entries.details import RowKind
from enrich.mentions.shapes.days import ends_in_hours
from enrich.mentions.shapes.words import has_letters, without_numbers
from enrich.mentions.text.abstracts.heads import TITLED, USUAL, RecordHeads
from enrich.mentions.text.abstracts.pageheads import is_page_head
from enrich.mentions.text.abstracts.titlelines import TitleLines
from enrich.mentions.text.rowkinds.beginnings import (
    is_list,
    is_menu,
    last_cell_of,
    shape_of,
    states_all,
    states_time,
)
from enrich.mentions.text.rowkinds.placed import Group, Place, Records, Role

_LONG = 6  # records with so many more lines than usual hold something else as well
_STATED = 0.2  # of titles have authors and year on the line right below; items by themselves hardly stand there
_TIMED = 0.4  # of titles are below a time; where more are, talks have times of their own
_LOOSE = frozenset({RowKind.ENTRY, RowKind.NAMES})
_LETTERS = re.compile(r"[^\W\d_]+")


def tell_records(heads: RecordHeads, place: Place, end: Group, abstracts: set[int]) -> Records:
    """All records of a page, its titles being at `place`, with the rows behind the last abstract (`end`)."""
    return _RecordRoles(heads, place, abstracts).tell(end)


class _RecordRoles:
    """The titles of a page in their groups, and what is known of all records at once."""

    def __init__(self, heads: RecordHeads, place: Place, abstracts: set[int]) -> None:
        self.heads = heads
        self.found = Records(dict.fromkeys(abstracts, Role.ABSTRACT))
        self.placed, self.head = self._placed(place)
        self.opening = self.placed[0][0] if self.placed else heads.groups[0]  # with the first title, below the head
        titles = [at for _, at in self.placed]
        self.apart = _are_nearly_all(map(heads.opens, titles))  # begin a block
        texts = [heads.rows[at].text for at in heads.shape]
        tabbed = any("\t" in heads.rows[at].text for at in titles)
        # The last cells of rows, where titles have none beside them.
        self.cells = Counter(last_cell_of(text) for text in texts if "\t" in text and not tabbed)
        self.dated = self.apart and _are_nearly_all(map(self._is_dated, titles))
        alone = self.apart and _are_nearly_all(map(heads.ends_block, titles))  # are a block
        lines = TitleLines(heads.rows, heads.kinds, alone, heads.upwards, heads.returns)
        self.spans = lines.find(self.placed)
        self.returning = self._returning_words()
        self.usual_places = self._usual_places()
        self.ended = self._are_ended()
        self.listed = is_list([heads.rows[at].text for at in self.opening])
        marked = (heads.shapes[heads.shape.get(at - 1, "")] >= heads.least for at in titles)
        self.marked = _are_nearly_all(marked) and not self.listed
        forms = Counter(self._marker(at) for at in titles)
        self.marker = next((form for form, count in forms.items() if form and count >= TITLED * len(titles)), "")
        self.spans |= lines.find_broken(
            [at for at in titles if at not in self.spans and at + 1 in heads.shape], len(titles)
        )
        self.stated = self._stated_below([self._span(title)[1] for title in titles])

    def tell(self, end: Group) -> Records:
        """The roles of all rows."""
        heads = self.heads
        first = min((at for _, at in self.placed), default=0)
        self.found.tell(Role.ASIDE, [at for at in self.found.roles if self.head and at < first] + self.head)
        within = set(self._within_numbered())
        own = chain.from_iterable(group for group, _ in self.placed if group[-1] + 1 in self.found.roles)
        headings = set(filter(heads.may_be_heading, within)) - set(own)  # what is above an abstract heads none
        self.found.tell(Role.FIELD, within - headings)
        self.found.tell(Role.ASIDE, headings)
        for group, title in self.placed:
            first, last = self._span(title)
            opening = group is self.opening
            usual = not (self.listed if opening else len(group) > self.heads.usual + _LONG)
            others = [] if opening else list(self._others(group, first))
            if others and self._marker(first) != self.marker:
                title = first = last = others.pop()
            double = not usual or (not others and self._is_double(group, title))
            if double:
                self._tell_fields(group, first, last)
            self.found.tell(Role.TITLE, others)
            for other in others:
                self.found.tell(Role.FIELD, self._block_below([at for at in group if at < first], other))
            self.found.tell(Role.REST, range(first + 1, last + 1))
            self.found.tell(Role.TITLE, [first])
            above = self.heads.beneath or (first - 1 in group and self.heads.opens(first - 1))
            if above and (self.heads.beneath or self.heads.is_below_speaker(first)):
                self.found.tell(Role.ABOVE, [first - 1])
            if not double:
                self._tell_rest(group, title)
        slots = list(self._in_slots())
        self.found.tell(Role.ASIDE, slots)
        self.found.tell(Role.FIELD, (at for at in slots if heads.kinds[at] is RowKind.LABELLED))  # who is in the chair
        self.found.tell(Role.ABSTRACT, self._lists())
        untold = [at for at in end if at not in self.found.roles]
        self.found.tell(Role.ASIDE, () if is_list([self.heads.rows[at].text for at in untold]) else untold)
        self.found.tell(Role.FIELD, (at for at in untold if self.heads.first_word(at) in self.returning))
        return self.found

    def _in_slots(self) -> Iterator[int]:
        """The rows of blocks below a time, between records that have none: meals and meetings of a programme."""
        heads = self.heads
        times = (at for at in heads.shape if at > self.opening[0] and heads.rows[at].text[0].isdigit())
        slots = [at for at in times if ends_in_hours(heads.rows[at].text)]
        timed = sum(title - 1 in slots for _, title in self.placed)
        for top in slots if timed <= _TIMED * len(self.placed) else ():
            yield top
            yield from takewhile(lambda at: at in heads.shape and not heads.opens(at), count(top + 1))

    def _within_numbered(self) -> Iterator[int]:
        """All rows below titles where numbers part the records, with the headings of those that follow; none of groups
        that hold lists as well."""
        titles = {group[0]: title for group, title in self.placed}
        for group in self.heads.groups if self.heads.numbered and titles else ():
            if len(group) <= self.heads.usual + _LONG:
                yield from (at for at in group if at > titles.get(group[0], self.opening[0]))

    def _tell_fields(self, group: Group, first: int, last: int) -> None:
        """Tells the fields in a group of two records, and what stands above all records; what else is in it decides
        itself. The title has the rows from `first` to `last`."""
        heads, opening = self.heads, group is self.opening
        self.found.tell(Role.ASIDE, takewhile(self._is_above_records, group if opening and self.marked else ()))
        self.found.tell(Role.FIELD, takewhile(heads.is_fact, group))
        if self.ended and not opening:
            self.found.tell(Role.FIELD, self._above_ends(group))
            self.found.tell(Role.TITLE, self._below_ends(group))
        self.found.tell(Role.FIELD, filter(self._is_label, group))
        self.found.tell(Role.FIELD, (at for at in group if at > last and (heads.is_fact(at) or heads.returns(at))))
        self.found.tell(Role.FIELD, self._block_below(group, last))
        if self.apart and not opening:  # above all records may stand a list
            self.found.tell(Role.FIELD, self._below_others(group, first))

    def _tell_rest(self, group: Group, title: int) -> None:
        """Tells all rows of a group that is one record."""
        below = self._below_abstract(group, title)
        self.found.tell(Role.FIELD, self._block_below(group, self._span(title)[1]))
        for at in group:
            own = self._is_above_authors(at) or (self.dated and self._is_dated(at))
            again = self.heads.first_word(at) in self.returning
            own = own or (at not in self.stated and not again and self._states_all(at))
            own = own and not (self.marked and at < title and group is not self.opening)  # of the record above
            if at not in self.found.roles and not own:
                told = group is not self.opening and (at < below or again)
                told = told or at > title or self._is_label(at)
                self.found.tell(Role.FIELD if told else Role.ASIDE, [at])

    def _placed(self, place: Place) -> tuple[list[tuple[Group, int]], Group]:
        """The groups with a title, and where it stands; and the head of the page, where it is a group without any."""
        heads = self.heads
        placed = [(group, at) for group in heads.groups if (at := place(group)) is not None]
        if placed and is_page_head(heads, placed):
            return placed[1:], placed[0][0]
        menu = (
            placed and placed[0][0] is not heads.groups[0] and is_menu([heads.rows[at].text for at in heads.groups[0]])
        )
        return placed, heads.groups[0] if menu else []

    def _span(self, title: int) -> tuple[int, int]:
        return self.spans.get(title, (title, title))

    def _returning_words(self) -> set[str]:
        """The words that begin rows of many records, and hardly any titles."""
        titled = Counter(self.heads.first_word(at) for _, at in self.placed)
        others = Counter(self.heads.first_word(at) for group, title in self.placed for at in group if at != title)
        return {word for word, count in others.items() if count >= max(self.heads.least, 2 * titled[word])}

    def _lists(self) -> Iterator[int]:
        """The rows of lists between two paragraphs of an abstract, where titles are in no list."""
        rows, titled = self.heads.rows, {at for _, at in self.placed}
        if sum(bool(rows[at].marker) for at in titled) * 2 < len(titled):
            others = (group for group in self.heads.groups if titled.isdisjoint(group))
            yield from chain.from_iterable(group for group in others if all(rows[at].marker for at in group))

    def _others(self, group: Group, title: int) -> Iterator[int]:
        """The rows of a group above its title that begin records without an abstract: nearly all titles have the same
        marker; so may headings, but nothing stands right below those."""
        for at in group if self.marker else ():
            marked = at < title and self._marker(at) == self.marker and not self.heads.ends_block(at)
            if marked and self.heads.may_be_title(at):
                yield at

    def _marker(self, at: int) -> str:
        """The list marker of a row, whatever its digits and letters."""
        return _LETTERS.sub("A", without_numbers(self.heads.rows[at].marker))

    def _block_below(self, group: Group, last: int) -> Iterator[int]:
        """The rows of a group from the last line of a title to the end of its block, where nearly all titles begin a
        block: facts of its own, but for the rest of a title, and for people with their year, who are known as such."""
        below = (at for at in group if at > last and self.apart)
        block = takewhile(lambda at: not self.heads.rows[at].gap, below)
        return (at for at in block if at > last + 1 or not self._states_all(at))

    def _below_others(self, group: Group, title: int) -> Iterator[int]:
        """The rows of a group in the block of the abstract above, and of other titles, which stand above authors."""
        yield from takewhile(lambda at: not self.heads.opens(at), range(group[0], title))
        others = {at for at in group if at < title and self.heads.opens(at) and self._is_above_authors(at)}
        for top in others:
            yield from takewhile(lambda at: not self.heads.rows[at].gap and at not in others, range(top + 2, title))

    def _are_ended(self) -> bool:
        """Whether in nearly all groups facts of the record above stand in front of the title, which has others right
        below: "Tides Sand", a blank line and "Paper" below an abstract."""
        others = [(group, title) for group, title in self.placed if group is not self.opening]
        above = (group[: group.index(title)] for group, title in others)
        ended = _are_nearly_all(any(map(self._is_end, rows)) for rows in above)
        return bool(others) and ended and _are_nearly_all(not self.heads.ends_block(title) for _, title in others)

    def _above_ends(self, group: Group) -> Iterator[int]:
        """The rows of a group that are a block right above the facts that end a record, and sentences above them."""
        for n, at in enumerate(group):
            above = takewhile(self.heads.ends_block, reversed(group[:n] if self._is_end(at) else ()))
            yield from (row for m, row in enumerate(above) if not m or self.heads.rows[row].text.endswith("."))

    def _below_ends(self, group: Group) -> Iterator[int]:
        """The rows of a group right below those facts, with others right below them: titles."""
        below = (at for above, at in pairwise(group) if self._is_end(above) and self.heads.opens(at))
        return (at for at in below if not self.heads.ends_block(at) and self.heads.may_be_title(at))

    def _is_end(self, at: int) -> bool:
        return self.heads.is_fact(at) or self.heads.kinds[at] is RowKind.LINKS

    def _is_double(self, group: Group, title: int) -> bool:
        """Whether what marks nearly every record comes twice, so that one of them has no abstract: in the group, or
        right below such a title."""
        untold = any(
            at < title and self.heads.may_be_title(at) and shape_of(self.heads.rows[at + 1].text) in self.heads.single
            for at in group
        )
        marks = Counter(self.heads.marks(group) if untold else (self.heads.shape[at] for at in group))
        often = (shape for shape, count in marks.items() if count > 1 and shape in self.heads.single)
        return any(has_letters(shape) or group is not self.opening for shape in often)  # menus have numbers, too

    def _usual_places(self) -> dict[str, int]:
        """How many rows below an abstract stand those that begin with one of these words, for words of most records."""
        counts = Counter(
            (self.heads.first_word(at), n) for group in self.heads.groups[1:] for n, at in enumerate(group)
        )
        usual = USUAL * len(self.heads.groups)
        return {word: n for (word, n), count in counts.items() if count >= usual and word in self.returning}

    def _below_abstract(self, group: Group, title: int) -> int:
        """The last row that stands in its usual place below the abstract: what is above it is of the same record."""
        usual = [
            at for n, at in enumerate(group) if at < title and self.usual_places.get(self.heads.first_word(at)) == n
        ]
        return usual[-1] if usual else group[0]

    def _is_label(self, at: int) -> bool:
        """Whether a row ends in hours, or in a cell that comes again, where titles have none ("Shores II<TAB>Regular
        session"), or begins with a label that does ("Chair: Ana Roe")."""
        word, text = self.heads.first_word(at), self.heads.rows[at].text
        told = ends_in_hours(text) or self.cells[last_cell_of(text)] >= self.heads.least
        return told or (word.endswith(":") and word in self.returning)

    def _is_above_records(self, at: int) -> bool:
        return not (self.heads.is_fact(at) or self.heads.is_credited(at) or self._states_all(at))

    def _is_above_authors(self, at: int) -> bool:
        """Whether a row stands above authors as titles do: of a record without an abstract."""
        return (
            self.heads.is_credited(at)
            and (at > self.opening[-1] or self.heads.may_be_title(at))  # above all records stand other short lines
            and (self.heads.opens(at) or not (self.apart or self.heads.numbered))
            and self.heads.kinds[at] in _LOOSE
            and not (self.heads.returns(at) or self.heads.first_word(at) in self.returning)
        )

    def _states_all(self, at: int) -> bool:
        return self.heads.kinds[at] is RowKind.ENTRY and states_all(self.heads.rows[at].text)

    def _stated_below(self, lasts: list[int]) -> set[int]:
        """The rows right below titles, whose last lines are given, that state all, and are theirs where many do."""
        below = (at + 1 for at in lasts if at + 1 in self.heads.shape and not self.heads.rows[at + 1].gap)
        stated = set(filter(self._states_all, below))
        return stated if len(stated) >= _STATED * len(lasts) else set()

    def _is_dated(self, at: int) -> bool:
        """Whether a row opens a block as a title does, and states a year."""
        return self.heads.opens(at) and self.heads.is_title(at) and states_time(self.heads.rows[at].text)


def _are_nearly_all(told: Iterable[bool]) -> bool:
    """Whether as many are told as titles are where they have one place."""
    return sum(known := list(told)) >= TITLED * len(known)
