"""Which rows of a page hold abstracts. In: rows and their kinds. Out: positions. Pure."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from enrich.mentions.entries.details import ABSTRACT_PART, RowKind, kind_of_row
from enrich.mentions.entries.prose import without_button
from enrich.mentions.shapes.words import capital_share, first_word, has_words, sentences, without_numbers
from enrich.mentions.text.lines.rows import Row

# Abstracts of fewer words look like remarks; where fewer are sure, long rows in small letters are items.
_ABSTRACT_WORDS, _SHORT_ABSTRACT, _FEWEST_SURE = 20, 12, 8
_ABSTRACT = re.compile(r"(?:abstract|summary|description|tl;?dr)\b:?", re.I)
_SURE, _CREDITED = re.compile(r"(?:abstract|summary|tl;?dr)\b:?", re.I), 0.5  # encyclopedias describe what they list
_SMALL = 0.5  # of the words of an abstract, at most so many are capitalised
# A single sentence is one where so many others stand below the same. By judgement: fields differ from record to record.
_PLACED, _SENTENCE_WORDS, _FEW_WORDS = 0.2, 6, 3
_COUNTED = 0.8  # of abstracts, so many stand at one line of their blocks
_STOPPED = 0.05  # of titles end in a stop, where others do by abbreviations
_FEW_RESTS = 0.1  # of abstracts have sentences by themselves below; where more have, these are titles
_END, _NEAR_END = re.compile(r"[.…][\"”')\]]*$"), 6
_INITIALS = re.compile(r"\b[A-Z]\.$")  # "... in the U.S.", the end of a title
_TITLE_WORDS, _FEW_BELOW = 3, 0.4  # of abstracts are a sentence by themselves; where more are, these are titles
# By judgement: few abstracts hold a list.
_LISTED, _LEADS_UP = 0.4, (":", "：")
_REFERENCE, _FEWEST_REFERRED, _MOST = re.compile(r"\[\d{1,2}\]"), 3, 0.5
_LOOSE = frozenset({RowKind.ENTRY, RowKind.NAMES, RowKind.PROSE})
_STATED = frozenset({RowKind.VENUE, RowKind.DATE})
_STOPS = frozenset(".!?…")


def find_abstracts(rows: Sequence[Row], kinds: Sequence[RowKind], claimed: Mapping[int, object]) -> set[int]:
    """The rows that hold abstracts. Where enough are told at once, shorter ones do as well, long rows in small
    letters, and sentences that stand where abstracts do."""
    long = [
        at
        for at, row in enumerate(rows)
        if not row.marker and (has_words(row.text, _SHORT_ABSTRACT) or kinds[at] is RowKind.LABELLED)
    ]
    told = [
        at for at in long if _is_abstract(rows[at].text, kind_of_row(rows[at].text) if at in claimed else kinds[at])
    ]
    sure = {at for at in told if has_words(rows[at].text, _ABSTRACT_WORDS) or ABSTRACT_PART.match(rows[at].text)}
    sure |= {at for at, row in enumerate(rows) if row.prose and at not in claimed}
    sure |= _labelled(rows, kinds, claimed)
    short = {at for at in told if at not in sure and len(sentences(rows[at].text, 2)) > 1}
    likely = {at for at in long if kinds[at] is RowKind.ENTRY and _may_be_abstract(rows, at)} | short
    found = sure | likely if len(sure) >= max(_FEWEST_SURE, len(likely)) else sure
    if len(sure) < _FEWEST_SURE:
        return found
    found |= _placed(rows, kinds, claimed, found)
    found |= _below_titles(rows, kinds, claimed, found)
    found |= _going_on(rows, kinds, claimed, found)
    found |= _pointed(rows, claimed, found)
    found |= _leading(rows, kinds, claimed, found)
    return found | _listed(rows, claimed, found) | _references(rows, kinds, claimed, found)


def _labelled(rows: Sequence[Row], kinds: Sequence[RowKind], claimed: Mapping[int, object]) -> set[int]:
    """The rows with the label of an abstract that comes again, however short: "TL;DR: Tides matter." None where most
    people of the page stand above none: they are remarks on some items of a list."""
    found: dict[str, set[int]] = defaultdict(set)
    for at, row in enumerate(rows):
        label = _SURE.match(row.text) if kinds[at] is RowKind.LABELLED and not row.marker else None
        if label and at not in claimed:
            found[label[0].casefold()].add(at)
    credited = sum(b is RowKind.AUTHORS and a is not b for a, b in pairwise(kinds))
    fewest = max(_FEWEST_SURE, _CREDITED * credited)
    return set().union(*(each for each in found.values() if len(each) >= fewest))


def _references(
    rows: Sequence[Row], kinds: Sequence[RowKind], claimed: Mapping[int, object], found: set[int]
) -> set[int]:
    """What abstracts refer to, "[1] Jane Roe, ..." right below most of those that do, on a page whose records name
    their people on lines of their own: numbers that begin anew each time, and no abstract below."""
    listed = [at for at, row in enumerate(rows) if _REFERENCE.fullmatch(row.marker) and at not in claimed]
    firsts = [at for at in listed if at and not _REFERENCE.fullmatch(rows[at - 1].marker)]
    anew = [at for at in firsts if rows[at].marker == "[1]"]
    below = sum(at - 1 in found for at in anew)
    named = sum(kind is RowKind.AUTHORS for kind in kinds)
    records = sum(at - 1 not in found for at in found)
    told = len(anew) >= _COUNTED * len(firsts) and below >= max(_FEWEST_REFERRED, _MOST * len(firsts))
    if not told or named < _MOST * records:
        return set()
    return set(listed) if sum(at + 1 in found for at in listed) <= _FEW_RESTS * len(listed) else set()


def _listed(rows: Sequence[Row], claimed: Mapping[int, object], found: set[int]) -> set[int]:
    """Lists that abstracts lead up to, "We show: - that ...", where few have any: titles stand below nearly all."""
    led: list[set[int]] = []
    for at in found:
        end = at + 1
        while _leads_up(rows, at) and end < len(rows) and _is_of_list(rows, end) and end not in claimed:
            end += 1
        led += [set(range(at + 1, end))] if end > at + 1 else []
    return set().union(*led) if len(led) <= _LISTED * len(found) else set()


def _pointed(rows: Sequence[Row], claimed: Mapping[int, object], found: set[int]) -> set[int]:
    """Sentences with one sign, most of them below abstracts or each other, where few records have any: their points."""
    signs: dict[str, set[int]] = defaultdict(set)
    for at, row in enumerate(rows):
        if row.marker and at not in claimed:
            signs[without_numbers(row.marker)].add(at)
    points: set[int] = set()
    for marked in signs.values():
        said = {at for at in marked if _says(rows, at, asked=False)}
        firsts = [at for at in said if at - 1 not in said]
        below = sum(at - 1 in found for at in firsts)
        if len(said) >= _COUNTED * len(marked) and _MOST * len(firsts) <= below <= _LISTED * len(found):
            points |= said
    return points


def _leading(rows: Sequence[Row], kinds: Sequence[RowKind], claimed: Mapping[int, object], found: set[int]) -> set[int]:
    """Single sentences, be they short, between titles and abstracts, where hardly anything right above abstracts is
    one: their first paragraphs. Above the first of all stands the head of the page."""
    above = [at - 1 for at in found - {min(found)} if at - 1 not in found and at - 1 not in claimed]
    apart = [at for at in above if at and rows[at].gap and kinds[at] in _LOOSE and kinds[at - 1] is RowKind.ENTRY]
    said = {at for at in apart if _is_sentence(rows, at, asked=bool(rows[at + 1].marker), fewest=_FEW_WORDS)}
    said = {at for at in said if _is_title(rows, kinds, claimed, at - 1) and not _INITIALS.search(rows[at].text)}
    return said if len(said) <= _FEW_RESTS * len(above) else set()


def _leads_up(rows: Sequence[Row], at: int) -> bool:
    """Whether a row ends as those do that a list follows."""
    return rows[at].text.endswith(_LEADS_UP) and at + 1 < len(rows) and bool(rows[at + 1].marker)


def _is_of_list(rows: Sequence[Row], at: int) -> bool:
    """Whether a row is one of a list below a sentence: all have one kind of marker, and stand close together."""
    row, above = rows[at], rows[at - 1]
    alike = not above.marker or without_numbers(row.marker) == without_numbers(above.marker)
    return bool(row.marker) and row.gap <= 1 and alike


def _going_on(
    rows: Sequence[Row], kinds: Sequence[RowKind], claimed: Mapping[int, object], found: set[int]
) -> set[int]:
    """Single sentences right below abstracts, and not above people, or on top of the paragraph of one: lines of the
    same paragraph, where few are so; and all that stand below, be they short, where people stand below titles without a
    stop: further paragraphs, or those with a sentence on each line."""
    below = {at + 1 for at in found if at + 1 < len(rows) and not rows[at + 1].gap}
    tops = {at - 1 for at in found if at and not rows[at].gap and rows[at - 1].gap and not rows[at].prose}
    near = [at for at in below | tops if at not in found and at not in claimed and kinds[at] in _LOOSE]
    above = {at - 1 for at, kind in enumerate(kinds) if kind is RowKind.AUTHORS}
    rests = {at for at in near if _is_sentence(rows, at, asked=False)} - above
    if not _are_stopless(rows, [at for at in above if kinds[at] in _LOOSE and at not in claimed]):
        return rests if len(rests) <= _FEW_RESTS * len(found) else set()
    free = (at for at, kind in enumerate(kinds) if kind in _LOOSE and at not in claimed and at not in found)
    for at in free:  # in their order, so that what goes on below goes on
        own = at not in above or has_words(rows[at].text, _SHORT_ABSTRACT)
        if own and (at - 1 in found or at - 1 in rests) and _is_said(rows[at]):
            rests.add(at)
    return rests


def _is_said(row: Row) -> bool:
    """Whether a row ends as sentences do, and most of its words are small: numbers are none."""
    words = [word for word in row.text.split() if word[0].isalpha()]
    small = sum(word[0].islower() for word in words) * 2 >= len(words) >= _FEW_WORDS
    return small and not row.marker and row.text.endswith(".")


def _are_stopless(rows: Sequence[Row], titles: Sequence[int]) -> bool:
    """Whether hardly any of several titles ends in a stop."""
    return len(titles) >= _FEWEST_SURE and sum(rows[at].text.endswith(".") for at in titles) <= _STOPPED * len(titles)


def _placed(rows: Sequence[Row], kinds: Sequence[RowKind], claimed: Mapping[int, object], found: set[int]) -> set[int]:
    """Single sentences that stand where the abstracts of the page do: below what is above many of them."""

    def above(at: int) -> tuple[object, bool]:
        own = at - 1 in claimed or kinds[at - 1] is RowKind.LABELLED  # such lines differ in what they say
        return first_word(rows[at - 1].text).casefold() if own else kinds[at - 1], rows[at].gap > 0

    firsts = Counter(above(at) for at in found if at and at - 1 not in found)
    places = {place for place, count in firsts.items() if count >= _PLACED * firsts.total() and place[0] not in _LOOSE}
    placed = {at for at in range(1, len(rows)) if at not in found and at not in claimed and above(at) in places}
    counted = _counted(rows, claimed, found)
    titles = {at - 1 for at, kind in enumerate(kinds) if kind is RowKind.AUTHORS}
    labels = [first_word(row.text) if kinds[at] is RowKind.LABELLED else "" for at, row in enumerate(rows)]
    titles |= {at for at in range(1, len(rows) - 1) if labels[at - 1] and labels[at - 1] == labels[at + 1]}  # as above
    headed = {at for at in range(1, len(rows)) if _ABSTRACT.fullmatch(rows[at - 1].text)} - found
    likely = {at for at in ((placed | counted) - titles) | headed if kinds[at] in _LOOSE}
    stated = {at for at in placed & likely if kinds[at - 1] in _STATED}
    said = {at for at in likely if _is_sentence(rows, at, asked=at in counted | headed)}
    if len(stated & said) >= _COUNTED * len(stated):  # no titles stand there
        said |= {at for at in stated if _is_sentence(rows, at, asked=True)}
    return said


def _below_titles(
    rows: Sequence[Row], kinds: Sequence[RowKind], claimed: Mapping[int, object], found: set[int]
) -> set[int]:
    """Single sentences right below titles, where most abstracts stand so and no title ends in a stop."""
    above = [at - 1 for at in found if at and at - 1 not in found]
    titles = [at for at in above if _is_title(rows, kinds, claimed, at)]
    gaps = Counter(rows[at + 1].gap for at in titles)
    if not titles or len(titles) < _COUNTED * len(above):
        return set()
    ((gap, _),) = gaps.most_common(1)
    taken = found | set(above)
    below = [at for at in range(1, len(rows)) if at not in taken and at not in claimed and rows[at].gap == gap]
    below = [at for at in below if kinds[at] in _LOOSE and _is_title(rows, kinds, claimed, at - 1)]
    rests = {at for at in below if _is_sentence(rows, at, asked=at + 1 not in found)}
    return rests if len(rests) <= _FEW_BELOW * len(found) else set()


def _is_title(rows: Sequence[Row], kinds: Sequence[RowKind], claimed: Mapping[int, object], at: int) -> bool:
    """Whether a row may be a title that its page sets without a stop."""
    loose = at not in claimed and kinds[at] in _LOOSE
    return loose and has_words(rows[at].text, _TITLE_WORDS) and rows[at].text[-1] not in ".…:"


def _counted(rows: Sequence[Row], claimed: Mapping[int, object], found: set[int]) -> set[int]:
    """The rows that are as many lines below the top of their block as nearly all abstracts are."""
    depths, depth = [], 0
    for row in rows:
        depth = 0 if row.gap else depth + 1
        depths.append(depth)
    firsts = Counter(depths[at] for at in found if at and at - 1 not in found)
    usual, count = firsts.most_common(1)[0] if firsts else (0, 0)
    if not usual or count < _COUNTED * firsts.total():
        return set()
    return {at for at, depth in enumerate(depths) if depth == usual and at not in found and at not in claimed}


def _is_sentence(rows: Sequence[Row], at: int, *, asked: bool, fewest: int = _SENTENCE_WORDS) -> bool:
    """Whether a row ends as sentences do, or where the rest was left out, and is in small letters. Titles may end in a
    question mark as well, so that it tells only where none stand (`asked`)."""
    return not rows[at].marker and _says(rows, at, asked=asked, fewest=fewest)


def _says(rows: Sequence[Row], at: int, *, asked: bool, fewest: int = _SENTENCE_WORDS) -> bool:
    """The same of a row with a marker or without."""
    text = without_button(rows[at].text)
    ends = _END.search(text, max(0, len(text) - _NEAR_END)) or (asked and text[-1] in _STOPS)
    likely = has_words(text, fewest) and (ends or _leads_up(rows, at))
    return bool(likely) and capital_share(text.split()) <= _SMALL


def _is_abstract(text: str, kind: RowKind | None) -> bool:
    kind = kind or kind_of_row(text)
    if kind is RowKind.LABELLED:
        return bool(ABSTRACT_PART.match(text)) or (has_words(text, _SHORT_ABSTRACT) and bool(_ABSTRACT.match(text)))
    return kind is RowKind.PROSE


def _may_be_abstract(rows: Sequence[Row], at: int) -> bool:
    """Whether a row that looks like a title is too long for one, and of several sentences in small letters."""
    text = without_button(rows[at].text)
    ends = text[-1] in _STOPS or _leads_up(rows, at)
    several = has_words(text, _ABSTRACT_WORDS) and ends and len(sentences(text, 2)) > 1
    return several and capital_share(text.split()) <= _SMALL
