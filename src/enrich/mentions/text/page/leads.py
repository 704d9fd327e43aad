"""Rows in, leads out: the lines that begin something, each with the lines that belong below it.

A list entry belongs below the unmarked line before it and below a less indented entry; a line of authors, a venue,
links or an abstract belongs to the line before it; a line that goes on in the middle of a phrase is joined. Whether
a lead is a heading or an item is decided later, by what stands below it. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from enrich.mentions.entries.details import DETAILS, RowKind
from enrich.mentions.shapes.names import is_particle, is_single_name, names_people
from enrich.mentions.shapes.phrases import is_id
from enrich.mentions.shapes.venues import names_publication
from enrich.mentions.shapes.words import first_word, has_letters, has_words, is_small
from enrich.mentions.text.abstracts.reader import find_records
from enrich.mentions.text.lines.rows import Row
from enrich.mentions.text.page.middles import find_middles
from enrich.mentions.text.page.pictured import find_pictured
from enrich.mentions.text.page.sourced import find_sourced
from enrich.mentions.text.rowkinds.beginnings import is_speaker
from enrich.mentions.text.rowkinds.blocks import settle_blocks
from enrich.mentions.text.rowkinds.kinds import page_kinds
from enrich.mentions.text.rowkinds.placed import Records, Role
from enrich.mentions.text.rowkinds.titles import find_rests

# Authors, venues and abstracts stand at most one blank line below their title.
_NEAR = 1
_LONGEST_TITLE = 260
_COUNT_WORDS = 2
_DEEPEST = 40  # lists in lists; what is deeper belongs to the last
# The rest of a title that was broken over two lines; the first line is then a long one.
_FULL_LINE, _FEW_WORDS, _MOST_WORDS = 60, 4, 25
# Wrapped entries end so near to the edge of the page, which is no wider than this; fewer are chance.
_NEAR_EDGE, _WIDEST, _FEWEST_WRAPS = 12, 140, 3
# By judgement: fewer are chance, and a paragraph of a page may be set in. Lists below headings are, too: people begin
# several lines of a block there, or none, and most headings have fewer words.
_FEWEST_SET_IN, _SET_IN, _SET_IN_NAMES, _FURTHER_NAMES, _TITLE_WORDS, _NAMES_STOPS = 8, 0.9, 0.34, 0.1, 4, 6
# Shorter sentences speak to the reader of the page; an abstract is longer.
_ABSTRACT_WORDS = 12
_FAMILY_IN_SMALL = re.compile(r"(?:[a-z]{2,3} ){1,2}[A-ZÀ-Þ][\w'’-]+(?: et al\.?| (?:&|and) [A-ZÀ-Þ][\w'’-]+), ")
_SIGN = re.compile(r"#{1,6} (?=\S)")  # typed in front of titles, as in front of headings
_APART = frozenset({RowKind.VENUE, RowKind.DATE})  # below a blank line facts of the page
_KINDS = {Role.TITLE: RowKind.ENTRY, Role.HEADING: RowKind.HEADING, Role.PEOPLE: RowKind.AUTHORS}


@dataclass(slots=True)
class Lead:
    """A row that begins something. `at` is its position among the rows, `above` and `below` what belongs to it in
    order."""

    row: Row
    kind: RowKind
    at: int
    below: list[Lead] = field(default_factory=list)
    above: list[Lead] = field(default_factory=list)
    titled: bool = False  # where the titles of the page's records stand
    aside: bool = False  # beside the records of the page
    fact: bool = False  # what comes again in the records of the page

    @property
    def text(self) -> str:
        """The row's text."""
        return self.row.text

    @property
    def marked(self) -> bool:
        """Whether a list marker stands before it."""
        return bool(self.row.marker)

    def walk(self) -> Iterator[Lead]:
        """This lead and all that belongs to it."""
        yield from self.above
        yield self
        for lead in self.below:
            yield from lead.walk()


def read_leads(
    rows: list[Row], claimed: Mapping[int, object], headings: Collection[int] = (), sources: Collection[int] = ()
) -> list[Lead]:
    """The top leads of a page. Rows that are `claimed` belong to nothing, and end what came before them but for the
    entries they hang below; `headings` are those that something else than their looks has told, `sources` those that
    say where the record below appeared."""
    tops: list[Lead] = []
    stack: list[Lead] = []
    kinds = page_kinds(rows, claimed)
    for at in headings:
        kinds[at] = RowKind.HEADING
    records = find_sourced(rows, kinds, claimed, sources) or find_middles(rows, claimed)
    records = records or find_pictured(rows, kinds, claimed) or find_records(rows, kinds, claimed)
    if not records.roles:
        records = settle_blocks(rows, kinds, claimed, headings)
    records.tell(Role.TITLE, (at for at, row in enumerate(rows) if row.titled and at not in claimed))
    _settle_records(rows, kinds, records)
    edge, set_in, rests = _edge(rows), _are_set_in(rows), find_rests(rows, kinds)
    above: list[Lead] = []
    for at, row in enumerate(rows):
        if at in claimed:
            stack = stack if at in records.held else _left(stack, row)
            continue
        role = records.roles.get(at)
        titled = row.titled or role is Role.TITLE
        lead = Lead(row, kinds[at], at, titled=titled, aside=role is Role.ASIDE, fact=role is Role.FIELD)
        if role is Role.ABOVE:
            above.append(lead)
            continue
        if role is Role.REST or (
            stack and at - 1 not in claimed and not lead.titled and (at in rests or _goes_on(stack[-1], lead, edge))
        ):
            stack[-1].row.append(row)
            continue
        if lead.titled:
            lead.above, above = above, []
        noted = at in records.held or (lead.marked and role in (Role.FIELD, Role.ABSTRACT))
        parent = stack[-1] if stack and noted else _parent(stack, lead, set_in=set_in)
        while stack and stack[-1] is not parent:
            stack.pop()
        (parent.below if parent else tops).append(lead)
        beside = parent is not None and parent.marked and parent.row.indent == lead.row.indent
        if parent is None or (lead.marked and not beside and len(stack) < _DEEPEST):
            stack.append(lead)
    return tops


def _left(stack: list[Lead], row: Row) -> list[Lead]:
    """What further rows may belong to behind a claimed one: the entries that it hangs below, or the line on top."""
    if row.marker and any(above.marked and above.row.indent < row.indent for above in stack):
        return [above for above in stack if above.row.indent < row.indent]
    return stack[:1] if stack and not stack[0].marked and (row.gap == 0 or _is_count(row)) else []


def _settle_records(rows: list[Row], kinds: list[RowKind], records: Records) -> None:
    """Titles and fields of records are known by their places, whatever they look like."""
    for at, role in records.roles.items():
        loose = kinds[at] in (RowKind.ENTRY, RowKind.NAMES)
        if role is Role.TITLE and (sign := _SIGN.match(rows[at].text)):
            rows[at].cut_front(sign.end())
        if role in _KINDS:
            kinds[at] = _KINDS[role]
        elif role is Role.ABOVE and is_speaker(rows[at].text):
            kinds[at] = RowKind.AUTHORS
        elif role is Role.ABSTRACT:
            kinds[at] = RowKind.PROSE if kinds[at] is RowKind.ENTRY or rows[at].prose else kinds[at]
            rows[at].prose = True
        elif role is Role.FIELD and (loose or (kinds[at] in _APART if rows[at].gap else kinds[at] is RowKind.HEADING)):
            kinds[at] = RowKind.LABELLED


def _is_count(row: Row) -> bool:
    """Whether a row holds hardly more than a number: "9 authors", "128" stand between a title and its abstract."""
    return len(row.text.split()) <= _COUNT_WORDS and (row.text[:1].isdigit() or not has_letters(row.text))


def _goes_on(above: Lead, lead: Lead, edge: int) -> bool:
    """Whether a row is the rest of the line above it."""
    address = above.text.endswith("/") and "://" in above.text.rsplit(None, 1)[-1] and is_id(lead.text)
    broken = (address or lead.kind in (RowKind.ENTRY, RowKind.PROSE)) and _continues(above, lead.row)
    return broken or _is_wrapped(above, lead, edge)


def _edge(rows: list[Row]) -> int:
    """The column at which the list entries of a page are wrapped, by the entries that something hangs below; else 0."""
    ends = [a.end for a, b in pairwise(rows) if a.marker and _hangs(a, b)]
    widest = max((a.end for a in rows if a.marker), default=0)
    near = sum(widest - _NEAR_EDGE < end for end in ends)
    return widest if _FULL_LINE < widest <= _WIDEST and near >= max(_FEWEST_WRAPS, len(ends) / 2) else 0


def _hangs(above: Row, row: Row) -> bool:
    return not row.marker and row.gap == 0 and row.indent > above.indent


def _is_wrapped(above: Lead, lead: Lead, edge: int) -> bool:
    """Whether a line is the rest of a list entry whose line was full: its first word did not fit there."""
    if not edge or not above.marked or above.below or len(above.row.starts) > 1 or not _hangs(above.row, lead.row):
        return False
    full = above.row.end + 1 + len(first_word(lead.text)) > edge
    leads_on = lead.kind is RowKind.AUTHORS and above.text.endswith(":")
    return full and (leads_on or lead.kind in (RowKind.ENTRY, RowKind.NAMES, RowKind.VENUE, RowKind.DATE))


def _continues(lead: Lead, row: Row) -> bool:
    """Whether a row goes on in the middle of the phrase that the last line broke off."""
    if row.marker or row.gap or row.whole or lead.below or lead.kind is not RowKind.ENTRY:
        return False
    if len(lead.text) > _LONGEST_TITLE:
        return False
    words = lead.text.split()
    last, count = words[-1], len(row.text.split())
    if (is_small(last) and (last.islower() or last in ("An", "The")) and last[-1].isalnum()) or (
        len(words) > 3 and last.endswith(("-", "–", "—", "/", "&"))
    ):
        return True
    hangs = row.indent > lead.row.indent or lead.row.torn
    if lead.marked and hangs and lead.row.end >= _FULL_LINE and count <= _FEW_WORDS:
        return not is_single_name(row.text)
    goes_on = row.text[:1].islower() and not lead.text.endswith((".", "!", "?", ";"))
    return goes_on and not _is_name_in_small(row.text) and count <= _MOST_WORDS and "://" not in row.text


def _is_name_in_small(text: str) -> bool:
    """Whether a line begins with a name that is written small, as titles do: "pyro: A Title", "eLog for Everyone"; or
    with people of whom the first has a small word in front: "da Roe LA, Poe RD. A Title"."""
    word = first_word(text)
    named = is_particle(word) and (names_people(text.partition(". ")[0]) or _FAMILY_IN_SMALL.match(text))
    return bool(named) or word.endswith(":") or any(letter.isupper() for letter in word)


def _is_fact_of(above: Lead, lead: Lead) -> bool:
    """Whether a list entry holds but the authors of the entry above it, or a further fact behind them: pages that lost
    the depth of their lists."""
    if not above.marked or above.row.indent != lead.row.indent or above.kind is not RowKind.ENTRY:
        return False
    if not above.below:
        return lead.kind is RowKind.AUTHORS or (lead.kind is RowKind.NAMES and above.row.gap == 0)
    return above.below[-1].marked and above.below[0].row.indent == above.row.indent and lead.kind in DETAILS


def _are_set_in(rows: list[Row]) -> bool:
    """Whether lines that stand deeper than the one above say who wrote it, and what else is said of each title: nearly
    all of them do, and name no title of their own, or some, where nearly all lines below the first of a block are
    such."""
    lines = [at for at in range(1, len(rows)) if not rows[at].gap + bool(rows[at - 1].marker + rows[at].marker)]
    deeper = [at for at in lines if rows[at].indent > rows[at - 1].indent]
    second = [at for at in lines if rows[at - 1].gap]
    below = [at for at in deeper if rows[at - 1].gap]
    blocks = len(below) >= max(_FEWEST_SET_IN, _SET_IN * len(second))
    if blocks and _are_named(rows, below, _SET_IN_NAMES):
        return True
    cited = sum(_cites(rows[at].text) for at in deeper)
    return len(deeper) >= _FEWEST_SET_IN and cited * 2 < len(deeper) and _are_named(rows, deeper, _SET_IN)


def _are_named(rows: list[Row], deeper: list[int], share: float) -> bool:
    """Whether such a share of lines that stand deeper are people below titles, and hardly one of them is a list's."""
    named = [at for at in deeper if _begins_with_people(rows[at].text)]
    further = sum(
        at + 1 < len(rows) and not rows[at + 1].gap and _begins_with_people(rows[at + 1].text) for at in named
    )
    titles = sum(len(rows[at - 1].text.split()) >= _TITLE_WORDS for at in named)
    return min(len(named), titles) >= share * len(deeper) and further <= _FURTHER_NAMES * len(named)


def _cites(text: str) -> bool:
    """Whether a line names a title between people and what follows: "J. Roe. Tides of the Far North. Oikos 2019"."""
    _, *parts, _ = ["", *text.split(". ", _NAMES_STOPS)]
    return any(has_words(part, _TITLE_WORDS) and not (names_people(part) or names_publication(part)) for part in parts)


def _begins_with_people(text: str) -> bool:
    """Whether a line is people, or people and a stop stand in front of its other words."""
    parts = text.split(". ", _NAMES_STOPS)
    return any(names_people(". ".join(parts[:count])) for count in range(1, min(len(parts), _NAMES_STOPS) + 1))


def _parent(stack: list[Lead], lead: Lead, *, set_in: bool) -> Lead | None:
    """The lead that this one belongs below; None if it stands for itself. `set_in`: so do lines that stand deeper."""
    if not stack or lead.titled:
        return None
    if lead.marked and _is_fact_of(stack[-1], lead):
        return stack[-1]
    if lead.marked:
        for above in reversed(stack):
            if not above.marked or above.row.indent < lead.row.indent:
                return above
        return None
    last = stack[-1]
    if lead.row.gap > _NEAR:
        return None
    if (last.marked or (set_in and not lead.row.gap)) and lead.row.indent > last.row.indent:
        return last
    if (
        lead.kind in (RowKind.VENUE, RowKind.DATE)
        and lead.row.gap
        and not (last.below and last.below[-1].kind is RowKind.AUTHORS)
    ):
        return None
    if lead.kind is RowKind.PROSE and not (lead.row.prose or has_words(lead.text, _ABSTRACT_WORDS)):
        return None
    if lead.kind in DETAILS:
        return last
    if lead.kind is RowKind.NAMES and lead.row.gap == 0:
        return last
    return None
