"""Rows that a label tells: fields of records, meetings that are counted, remarks below lists.

In: rows and their kinds. Out: the kinds, those of such rows set, in place; pictures in front of fields are cut off the
rows. No label is known beforehand: it comes back.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from operator import itemgetter

from enrich.mentions.entries.details import RowKind, kind_of_row
from enrich.mentions.shapes.anchors import LEAD
from enrich.mentions.shapes.days import A_DAY
from enrich.mentions.shapes.words import first_word
from enrich.mentions.text.lines.rows import Row

_FACTS = (RowKind.AUTHORS, RowKind.VENUE, RowKind.DATE, RowKind.LINKS)
_PEOPLE = (RowKind.AUTHORS, RowKind.NAMES)
_SAYING = frozenset({RowKind.ENTRY, RowKind.PROSE})
# Pages of records have so many, this share of them alike. By judgement: lists of titles have no blocks.
_RECORDS, _FIELD_SHARE, _ONCE = 8, 0.5, 1.1
_TOLD_SHARE = 0.8  # of the fields behind a picture say the same; by judgement: remarks may stand behind it, too
_FEW_CREDITED = 0.2  # of fields stand above authors by chance
_LABELLED_RECORDS = 4  # a word with a colon that comes back in each block needs fewer of them
# "Talk 3", "Meeting 3 (12 May)": by judgement, three of a kind count the meetings of a page.
_MEETING = re.compile(r"(?P<word>[^\W\d_]{3,}) #?(?P<number>\d{1,3})(?!\w)\W*")
_FEWEST_MEETINGS, _NUMBER = 3, re.compile(r"\d+")
# "Questions to think about: ..." below each list.
_REMARK = re.compile(r"(?P<label>[^\W\d_][\w’'-]*(?: [\w’'-]+){1,4}): \S")
_FEWEST_REMARKS = 3
_LONGEST_CODES, _HAS_DIGIT = 100, re.compile(r"\d")
_LINKED = re.compile(
    r"(?P<label>[^\W\d_][^\s:：]*(?: [^\s:：]+){0,2})\s*[:：]\s*https?://\S+"
)  # "Read it here: https://..."
_COUNT = re.compile(r": (\d{1,2})$")
_ASIDE = re.compile(r"\([a-z][^()\d]{2,60}\)|[(\[]No [^()\[\]\d]{2,60}[)\]]")
# "Jane Roe(1), Max Moe(2)", and below "(1)Department of Somewhere": marks of where people are from.
_FROM, _MARKED_NAME = re.compile(r"[(\[]\d{1,2}[)\]](?=[^\W\d_])"), re.compile(r"\w[(\[]\d{1,2}[)\]]")
_ALL_MARKED = re.compile(r"(?:[^,()\[\]]{2,60}(?:[(\[]\d[\d, ]*[)\]])+(?:, |; |\.?$)(?:and |& )?)+")
_FEWEST_MARKED = 3


def settle_labels(rows: list[Row], kinds: list[RowKind], claimed: Mapping[int, object]) -> None:
    """Set the kinds of all rows that a label tells."""
    _settle_fields(rows, kinds, claimed)
    _settle_meetings(rows, kinds)
    _settle_remarks(rows, kinds)
    _settle_codes(rows, kinds, claimed)
    _settle_linked(rows, kinds)
    _settle_affiliations(rows, kinds)


def _settle_fields(rows: list[Row], kinds: list[RowKind], claimed: Mapping[int, object]) -> None:
    """Lines inside the blocks of a page that begin with the same word in most blocks are fields of records; with a word
    and a colon at the top of a block, too."""
    blocks: Counter[str] = Counter()
    places: dict[str, list[int]] = defaultdict(list)
    seen: set[str] = set()
    count = 0
    for at, row in enumerate(rows):
        if at in claimed:
            continue
        if row.gap:
            count += bool(seen)
            blocks.update(seen)
            seen = set()
        word = first_word(row.text)
        if not row.marker and (not row.gap or word.endswith(":")) and not LEAD.match(row.text):
            seen.add(word)
            places[word].append(at)
    blocks.update(seen)
    for word, number in blocks.items():
        fewest = _LABELLED_RECORDS if word.endswith(":") else _RECORDS
        if number >= max(fewest, _FIELD_SHARE * count) and len(places[word]) <= _ONCE * number:
            told = _told_behind(word, [rows[at] for at in places[word]])
            credited = _credited(rows, kinds, places[word])  # titles, one of which begins as the name of a journal
            for at in (at for at in places[word] if at not in credited):
                if told:
                    rows[at].cut_front(len(word) + 1)
                    kinds[at] = told
                kinds[at] = RowKind.LABELLED if kinds[at] is RowKind.ENTRY else kinds[at]


def _credited(rows: Sequence[Row], kinds: Sequence[RowKind], places: Sequence[int]) -> set[int]:
    """The rows right above authors, where few of their kind stand there."""
    inside = (at for at in places if at + 1 < len(rows) and not rows[at + 1].gap)
    above = {at for at in inside if kinds[at + 1] is RowKind.AUTHORS}
    return above if len(above) <= _FEW_CREDITED * len(places) else set()


def _told_behind(label: str, fields: Sequence[Row]) -> RowKind | None:
    """What most fields behind a picture or another sign are: those that look like nothing else are the same."""
    if any(map(str.isalnum, label)):
        return None
    kinds = Counter(kind_of_row(row.text[len(label) + 1 :]) for row in fields)
    kinds[RowKind.AUTHORS] += kinds[RowKind.NAMES]
    kind, count = max(((kind, kinds[kind]) for kind in _FACTS), key=itemgetter(1))
    return kind if count >= _TOLD_SHARE * len(fields) else None


def _settle_meetings(rows: list[Row], kinds: list[RowKind]) -> None:
    """Lines of one word and a number, perhaps with a day, or with a topic above a list of what belongs to it, are
    headings where the same word counts several, all of them once or each day anew. Versions of preprints come again
    below what they are of: "Version 2, 12 May"."""
    dated: dict[str, list[int]] = defaultdict(list)
    above: dict[str, list[int]] = defaultdict(list)
    first: dict[str, int] = {}
    for at, row in enumerate(rows):
        match = _MEETING.match(row.text) if not row.marker else None
        if match and (is_day := _is_day(row.text[match.end() :])) | _is_above_list(rows, at):
            (dated if is_day else above)[match["word"]].append(at)
            first[match["word"]] = min(int(match["number"]), first.get(match["word"], _FEWEST_MEETINGS))
    for word in first:
        found = dated[word] + (above[word] if _are_lists(rows, kinds, above[word], first[word]) else [])
        for at in found if len(found) >= _FEWEST_MEETINGS and not _are_versions(rows, sorted(found)) else ():
            kinds[at] = RowKind.HEADING


def _are_versions(rows: list[Row], found: Sequence[int]) -> bool:
    """Whether counted rows say which version of what stands above them appeared on a day: most are within a block, and
    few numbers come again and again, and do not count up."""
    counts = [int(_NUMBER.findall(rows[at].text)[0]) for at in found]
    dated = sum(len(_NUMBER.findall(rows[at].text)) > 1 for at in found)
    inside = sum(not rows[at].gap for at in found)
    count_up = max(counts) >= _FEWEST_MEETINGS and all(b in (1, a + 1) for a, b in pairwise(counts))
    return len(set(counts)) * 2 <= len(found) < min(dated, inside) * 2 and not count_up


def _are_lists(rows: list[Row], kinds: list[RowKind], above: list[int], first: int) -> bool:
    """Whether what stands below counted rows is what belongs to them, and not who wrote the titles that they are: few
    begin with names, and they count from 0 or 1, or have several entries."""
    named = sum(kinds[at + 1] in _PEOPLE for at in above)
    several = any(at + 2 < len(rows) and rows[at + 2].marker and not rows[at + 2].gap for at in above)
    return named * 2 <= len(above) and (first <= 1 or several)


def _is_above_list(rows: list[Row], at: int) -> bool:
    """Whether a list begins right below a row that a blank line parts from what is above."""
    below = rows[at + 1] if at + 1 < len(rows) else None
    return below is not None and bool(below.marker) and not below.gap and (rows[at].gap > 0 or not at)


def _is_day(text: str) -> bool:
    """Whether a text is a day, or nothing."""
    day = A_DAY.match(text)
    return not text[day.end() if day else 0 :].strip(" .:)]")


def _settle_remarks(rows: list[Row], kinds: list[RowKind]) -> None:
    """Lines between lists that begin with the same few words and a colon say something about the list above."""
    labels = {
        at: match["label"]
        for at, row in enumerate(rows)
        if at and not row.marker and kinds[at] in _SAYING and (match := _REMARK.match(row.text))
    }
    behind = [at for at in labels if _stands_behind_list(rows, at)]
    again = Counter(labels[at] for at in behind)
    for at in behind:
        if again[labels[at]] >= _FEWEST_REMARKS:
            kinds[at] = RowKind.LABELLED


def _settle_codes(rows: list[Row], kinds: list[RowKind], claimed: Mapping[int, object]) -> None:
    """Lines of a label and codes alone, "MSC: 05C15, 05C10", say what the paper above is about, where they begin blocks
    and the label comes again; so do words in brackets that come again and begin small, or say no: "(no abstract)", "[No
    abstract available.]"."""
    labels: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        if at in claimed or row.marker or not row.gap or kinds[at] not in (RowKind.ENTRY, RowKind.HEADING):
            continue
        label, _, codes = row.text.partition(": ")
        if codes and len(row.text) <= _LONGEST_CODES and all(map(_HAS_DIGIT.search, codes.split())):
            labels[label].append(at)
        elif _ASIDE.fullmatch(row.text):
            labels[row.text].append(at)
    first = next((at for at, row in enumerate(rows) if row.marker or (at and kinds[at] in _PEOPLE)), len(rows))
    opens = any(_ASIDE.fullmatch(row.text) for row in rows[:first])
    for found in labels.values():
        is_group = _count_groups(found, rows) or (opens and rows[found[0]].text.startswith("("))
        for at in found if len(found) >= _FEWEST_REMARKS and not is_group else ():
            kinds[at] = RowKind.LABELLED


def _settle_linked(rows: list[Row], kinds: list[RowKind]) -> None:
    """Lines of a few words, a colon and an address are links of what stands above, where the words come again."""
    labels: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        if kinds[at] in (*_SAYING, RowKind.HEADING) and (match := _LINKED.fullmatch(row.text)):
            labels[match["label"].strip()].append(at)
    for found in labels.values():
        for at in found if len(found) >= _FEWEST_REMARKS else ():
            kinds[at] = RowKind.LABELLED


def _count_groups(found: Sequence[int], rows: Sequence[Row]) -> bool:
    """Whether labelled rows count what stands below them, "Week: 1", "Week: 2"."""
    counts = [match[1] for at in found if (match := _COUNT.search(rows[at].text))]
    return len(counts) == len(found) and all(int(b) == int(a) + 1 for a, b in pairwise(counts))


def _stands_behind_list(rows: list[Row], at: int) -> bool:
    """Whether a list, or what hangs below its last entry, ends right above a row, and none begins below it."""
    above, below = rows[at - 1], rows[at + 1] if at + 1 < len(rows) else None
    return bool(above.marker or above.indent > rows[at].indent) and not (below and below.marker)


def _settle_affiliations(rows: list[Row], kinds: list[RowKind]) -> None:
    """Lines with a mark in front say where people are from, where lines of authors have such marks behind names."""
    places = [at for at, row in enumerate(rows) if kinds[at] in _SAYING and _FROM.match(row.text)]
    if not places:
        return
    named = sum(
        kind is RowKind.AUTHORS and bool(_MARKED_NAME.search(row.text)) for row, kind in zip(rows, kinds, strict=True)
    )
    for at in places if named >= _FEWEST_MARKED else ():
        kinds[at] = RowKind.LABELLED
    for at, row in enumerate(rows) if named >= _FEWEST_MARKED else ():
        if kinds[at] in _SAYING and _ALL_MARKED.fullmatch(row.text):  # names of any shape
            kinds[at] = RowKind.AUTHORS
