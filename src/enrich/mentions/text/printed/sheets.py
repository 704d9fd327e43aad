"""Pages that came from a printer: what is printed at the edges of the paper is no part of the page.

In: a page's text. Out: the same lines, those of the edges left blank. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, islice, pairwise, takewhile

from enrich.mentions.shapes.words import has_letters, without_numbers

# What browsers print above and below: "6/14/23, 10:05 AM Title of the page", "https://address.org/page 3/9".
_EDGE = re.compile(
    r"[ \t\f]*(?:\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d\d(?: ?[AP]M)?[ \t]\S.*"
    r"|\w+://\S+[ \t]+\d{1,4}/\d{1,4})[ \t\f]*$"
)
_FEWEST_EDGES = 2
# Where printers end a sheet: a page number, a form feed, and the same head on nearly all sheets. By judgement.
_PAGE = re.compile(r"(?:page )?[-–— ]*\d{1,4}[-–— ]*(?:(?:/|of) ?\d{1,4})?", re.I)
_DIGITS = re.compile(r"\d+")
_SAME_SHARE, _MOST_BLANK = 0.8, 0.03
# "3/9", "3 of 9", "Page 3 of 9": a line by itself on each sheet, with the other edges above and below it.
_COUNT = re.compile(r"[ \t\f]*([^\W\d_]+\.? )?(\d{1,3})(?:/| [^\W\d_]{1,5} )(\d{1,3})[ \t\f]*$")
# "Supplementary material          S14": a running head at one margin, the number of the page at the other
_CENTRED, _BLANKS = " " * 16, re.compile(r" {2,}")  # "                NSES 2024    14"
_MARGINS, _PAGE_NUMBER = re.compile(r"[ \t]{8,}"), re.compile(r"([^\W\d_]?)(\d{1,4})")
_LONE_NUMBER = re.compile(r"[ \t\f]*[-–—]? ?\d{1,4} ?[-–—]?[ \t]*")
_MOST_HEADS = 2  # of left pages, and of right ones
_STEADY = 0.9  # of the numbers are the next one: pages may be missing
# The first and last talk of a sheet, next to its head: "P-12 – P-14".
_TALKS = re.compile(r"[ \t]*(?P<letters>[A-Z]{1,4}[-.]?)\d{1,4} ?[-–—] ?(?P=letters)?\d{1,4}[ \t]*")
# Where one blank parts them from the number: shorter ones count lectures, and sheets have more lines, nearly as many
# each; sections of a list have not, and begin behind a blank line. By judgement.
_HEAD_WORDS, _FEWEST_LINES, _UNEVEN = 4, 20, 0.3
_A_YEAR = re.compile(r"(?:19|20)\d\d")
_STOPS = frozenset(".!?:;")
_RAGGED, _NARROWEST = 12, 40  # columns by which lines of a paragraph differ at its right edge; shorter lines are facts
# "12. A title", "• A title": further lines of list entries stand below the first word of it, but for a column or two.
_ENTRY, _HANGING = re.compile(r"\s*(?:\d{1,3}[.)]|\[\d{1,3}\]|[•▪◦*+-])\s+(?=\S)"), 2
_MOST_AROUND, _AROUND_SHARE = 4, 0.6  # title, date, address and a rule; the last sheets may be torn off


def clear_edges(text: str) -> tuple[str, set[int]]:
    """`(text, lines)`: the page with the edges of its sheets left blank, and the numbers of those lines."""
    lines = text.split("\n")
    found = [at for at, line in enumerate(lines) if _EDGE.match(line)]
    edges = set(found) if len(found) >= _FEWEST_EDGES else set()
    if counts := _find_counts(lines) or _centred_counts(lines):
        edges |= _around_counts(counts, lines)
    edges |= _running_heads(lines)
    if text.count("\n\f") >= _FEWEST_EDGES:
        edges |= _margins(lines) | _numbers_at_feeds(lines)
    for at in edges:
        lines[at] = ""
    if "\f" in text:
        lines = [line.lstrip("\f") for line in lines]
    edges |= _in_paragraphs(edges, lines)
    return ("\n".join(lines) if edges or "\f" in text else text), {at + 1 for at in edges}


def _in_paragraphs(edges: set[int], lines: Sequence[str]) -> set[int]:
    """The blank lines around those edges, all left blank now, that part a paragraph in two."""
    found: set[int] = set()
    for edge in sorted(edges):
        if edge not in found:
            first, last = _blanks_around(lines, edge)
            if first > 1 and last < len(lines) and _goes_on(lines[first - 2], lines[first - 1], lines[last]):
                found.update(range(first, last))
    return found


def _goes_on(above: str, last: str, row: str) -> bool:
    """Whether a line goes on with the paragraph whose last two lines are given: it begins in the midst of a sentence,
    or they are as full as it is. So does what hangs below a list entry."""
    text, margin = row.strip(), len(row) - len(row.lstrip())
    entry = _ENTRY.match(last)
    if entry and abs(margin - entry.end()) <= _HANGING:
        return True
    alike = margin == len(last) - len(last.lstrip()) and len(row) - len(last) <= _RAGGED and len(last) >= _NARROWEST
    if not alike or last.rstrip()[-1:] in _STOPS:
        return False
    paragraph = above.strip() != "" and abs(len(above) - len(last)) <= _RAGGED and len(row) >= _NARROWEST
    return text[:1].islower() or paragraph


def _around_counts(counts: Sequence[int], lines: Sequence[str]) -> set[int]:
    """The lines that count the sheets, and those that stand right above or below most of them; with the blank lines
    below, and those above where the page has hardly any others."""
    below = _alike([_next_lines(range(end + 1, len(lines)), lines) for end in (-1, *counts)], lines)
    above = _alike([_next_lines(range(end - 1, -1, -1), lines) for end in counts], lines)
    edges = {*counts, *below, *above}
    under = {at for edge in edges for at in range(edge + 1, _blanks_around(lines, edge)[1])}
    over = {at for edge in edges for at in range(_blanks_around(lines, edge)[0], edge)} - under
    others = sum(not line.strip() for line in lines) - len(under | over)
    return edges | under | (over if others <= _MOST_BLANK * len(lines) else set())


def _running_heads(lines: Sequence[str]) -> set[int]:
    """The lines of the same words at one margin, or in the middle, and a number at the other end that counts up from
    each to the next."""
    heads = [(at, *head) for at, line in enumerate(lines) if (head := _running_head(line))]
    apart = [_A_YEAR.fullmatch(str(number)) is None or "  " in lines[at].strip() for at, _, number in heads]
    years = [head for head, told in zip(heads, apart, strict=True) if not told]
    others = [head for head, told in zip(heads, apart, strict=True) if told]
    return _counting(others, lines) or _counting(years, lines, mirrored=True)


def _counting(heads: Sequence[tuple[int, str, int]], lines: Sequence[str], *, mirrored: bool = False) -> set[int]:
    """Those of `heads` that count sheets: all of the same words, or of two that take turns. `mirrored`: the numbers of
    left pages stand in front, those of right pages behind, as no years of meetings do."""
    often = Counter(words for _, words, _ in heads)
    for most in range(1, _MOST_HEADS + 1):
        told = {words for words, _ in often.most_common(most)}
        found = [(at, number) for at, words, number in heads if words in told]
        if mirrored and len({lines[at].strip()[0].isdigit() for at, _ in found}) < _MOST_HEADS:
            continue
        apart = all("  " in lines[at].strip() for at, _ in found)
        if len(found) <= _FEWEST_EDGES or not (apart or _end_sheets([at for at, _ in found], lines)):
            continue
        steps = [b - a for (_, a), (_, b) in pairwise(found)]
        if min(steps) > 0 and steps.count(1) >= _STEADY * len(steps):
            return _with_talks([at for at, _ in found], lines)
    return set()


def _with_talks(heads: Sequence[int], lines: Sequence[str]) -> set[int]:
    """The heads of sheets with the lines next to them that say which talks they hold."""
    around = (range(at + 1, len(lines)) for at in heads), (range(at - 1, -1, -1) for at in heads)
    near = {at for places in chain(*around) for at in _next_lines(places, lines)[:1]}
    return {*heads, *(at for at in near if _TALKS.fullmatch(lines[at]))}


def _end_sheets(heads: Sequence[int], lines: Sequence[str]) -> bool:
    """Whether lines stand where paper ends: nearly as far from each other, and in the midst of what goes on there."""
    steps = sorted(b - a for a, b in pairwise(heads))
    usual = steps[len(steps) // 2]
    even = steps[0] >= _FEWEST_LINES and all(abs(step - usual) <= _UNEVEN * usual for step in steps)
    below_blanks = sum(at == 0 or not (lines[at - 1].strip() or lines[at].startswith("\f")) for at in heads)
    return even and below_blanks * 2 <= len(heads)


def _running_head(line: str) -> tuple[str, int] | None:
    """`(words, number)` of a line that may be the head of a sheet."""
    centred = line.startswith(_CENTRED)
    line = line.strip()
    parts = _BLANKS.split(line) if centred else _MARGINS.split(line) if " " * 8 in line else []
    if not parts and (line[:1].isdigit() or line[-1:].isdigit()) and line.count(" ") >= _HEAD_WORDS:
        parts = line.split(" ", 1) if line[:1].isdigit() else line.rsplit(" ", 1)
    if len(parts) != 2:
        return None
    for words, page in (parts, parts[::-1]):
        if (match := _PAGE_NUMBER.fullmatch(page)) and has_letters(words):
            return words + match[1], int(match[2])
    return None


def _find_counts(lines: Sequence[str]) -> list[int]:
    """Positions of the lines that count up to one number of sheets."""
    found: dict[tuple[str, int], list[tuple[int, int]]] = defaultdict(list)
    for at, line in enumerate(lines):
        if match := _COUNT.match(line):
            found[match[1] or "", int(match[3])].append((at, int(match[2])))
    (_, total), counts = max(found.items(), key=lambda each: len(each[1]), default=(("", 0), []))
    numbers = [number for _, number in counts]
    told = len(counts) >= _FEWEST_EDGES and all(b == a + 1 for a, b in pairwise(numbers)) and numbers[-1] <= total
    return [at for at, _ in counts] if told else []


def _centred_counts(lines: Sequence[str]) -> list[int]:
    """Positions of numbers in the middle that count up, as far from each other as sheets are long, where the same line
    stands above or below them: the head of the next sheet, or the foot of this one."""
    found = [at for at, line in enumerate(lines) if line.startswith(_CENTRED) and _LONE_NUMBER.fullmatch(line)]
    numbers = [int(_DIGITS.findall(lines[at])[0]) for at in found]
    told = len(found) > _FEWEST_EDGES and all(b == a + 1 for a, b in pairwise(numbers))
    if not told or all(_A_YEAR.fullmatch(str(number)) for number in numbers):
        return []
    if min(b - a for a, b in pairwise(found)) < _FEWEST_LINES:
        return []
    below = [_next_lines(range(at + 1, len(lines)), lines)[:1] for at in found]
    above = [_next_lines(range(at - 1, -1, -1), lines)[:1] for at in found]
    edges = _alike(below, lines) | _alike(above, lines)  # codes of talks are alike as well
    return found if any(has_letters(lines[at]) for at in edges) else []


def _next_lines(places: Iterable[int], lines: Sequence[str]) -> list[int]:
    """The first places of lines that are not blank."""
    return list(islice((at for at in places if lines[at].strip()), _MOST_AROUND))


def _alike(sheets: Sequence[Sequence[int]], lines: Sequence[str]) -> set[int]:
    """Of the lines next to the counts of sheets those that most sheets have, whatever their digits."""
    forms = [[without_numbers(lines[at].strip()) for at in places] for places in sheets]
    often = Counter(form for each in forms for form in set(each))
    fewest = max(_FEWEST_EDGES, _AROUND_SHARE * sum(map(bool, sheets)))
    return {
        at
        for places, each in zip(sheets, forms, strict=True)
        for at, _ in takewhile(lambda pair: often[pair[1]] >= fewest, zip(places, each, strict=True))
    }


def _margins(lines: list[str]) -> set[int]:
    """The head that nearly all sheets begin with and the page numbers above, with the blank lines around them where
    the sheets have hardly any others."""
    tops = [at for at, line in enumerate(lines) if line.startswith("\f")]
    heads = Counter(" ".join(without_numbers(lines[at]).split()) for at in tops)  # parts at both margins move a little
    head, count = heads.most_common(1)[0]
    if not head or count < _SAME_SHARE * len(tops):
        return set()
    margins: set[int] = set()
    blank: set[int] = set()
    for at in tops:
        first, last = _blanks_around(lines, at)
        if first and _PAGE.fullmatch(lines[first - 1].strip()):
            margins.add(first - 1)
            first = _blanks_around(lines, first - 1)[0]
        margins.add(at)
        blank.update(range(first, last))
    others = sum(not line.strip() for line in lines) - len(blank - margins)
    return margins | blank if others <= _MOST_BLANK * len(lines) else margins


def _numbers_at_feeds(lines: Sequence[str]) -> set[int]:
    """The numbers by themselves that nearly all sheets end in, or begin with, and that count up."""
    tops = [at for at, line in enumerate(lines) if line.startswith("\f")]
    below = [_next_lines(range(top, len(lines)), lines)[:1] for top in tops]
    above = [_next_lines(range(end - 1, -1, -1), lines)[:1] for end in (*tops, len(lines))]
    found: set[int] = set()
    for sheets in (above, below):
        places = sorted({at for each in sheets for at in each if _LONE_NUMBER.fullmatch(lines[at])})
        numbers = [int(_DIGITS.findall(lines[at])[0]) for at in places]
        if len(places) >= max(_FEWEST_EDGES, _SAME_SHARE * len(tops)) and all(a < b for a, b in pairwise(numbers)):
            found.update(places)
    return found


def _blanks_around(lines: Sequence[str], at: int) -> tuple[int, int]:
    """The range of a line and the blank ones above and below it."""
    first, last = at, at + 1
    while first > 0 and not lines[first - 1].strip():
        first -= 1
    while last < len(lines) and not lines[last].strip():
        last += 1
    return first, last
