"""Lists that are typed: lines or paragraphs of which each begins with a sign, or with a picture of one, as pages have
them that were written before style sheets, or in a word processor; and those laid out as tables, one entry a row.

In: the blocks of a document. Out: the same, in place, with lists for such lines. What stands in an entry of a list
stays as it is: there signs part what is said about one work. Told by counting; pure; cost is linear.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import groupby

from enrich.mentions.markup.labels import labelled
from enrich.mentions.markup.model.blocks import (
    BREAK,
    Block,
    Entry,
    Fold,
    Heading,
    Listing,
    Paragraph,
    Run,
    Table,
    plain,
    runs_of,
)
from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.names import NO, author_likeness, without_by

_FEWEST, _WORDS = 3, 3  # by judgement: fewer lines may be a title and its facts, shorter ones are buttons
_FEWEST_ROWS = 3  # by judgement: fewer lay out a page
_SIGN = re.compile(r"\s*(?P<sign>[•·◦●○▪■►▶‣➢➤✦§])\s*(?=\S)")
_COUNTED, _NUMBER = "number", re.compile(r"\s*(?:\[(?=\d+\])|\((?=\d+\)))?(?P<number>\d{1,3})[\].)](?:\s+|$)")
_SAYS = re.compile(r"[^\W\d_]|\d{4}")
_ALT_LETTERS = 2  # of a picture of a bullet: "*", "o", or nothing; those of works say more


def list_bullets(blocks: list[Block]) -> None:
    """Makes lists of typed ones, in parts that fold away and in cells of tables, too."""
    stack = [blocks]
    while stack:
        place = stack.pop()
        place[:] = [_list_of(block) if isinstance(block, Table) else block for block in _listed(place)]
        for block in place:
            match block:
                case Fold(blocks=inner):
                    stack.append(inner)
                case Table(rows=rows):
                    stack.extend(cell.blocks for row in rows for cell in row.cells if _lays_out(cell))
                case _:
                    pass


def _list_of(table: Table) -> Block:
    """A list of the only cells with words of the rows of a table that names no columns: numbers and buttons stand
    beside them."""
    rows = [[cell for cell in row.cells if cell.blocks] for row in table.rows]
    told = [[at for at, cell in enumerate(row.cells) if _has_words(cell)] for row in table.rows if any(row.cells)]
    columns = {places[0] for places in told if len(places) == 1}
    alone = len(columns) == 1 and all(len(places) <= 1 for places in told)
    if not alone or len(rows) < _FEWEST_ROWS or any(row.head for row in table.rows):
        return table
    entries = [_entry_of(cells) for cells in rows if any(map(_has_words, cells))]
    plain_words = all(isinstance(block, Paragraph) for entry in entries for block in entry.blocks)
    return Listing(table.line, entries) if plain_words and len(entries) == len(rows) else table


def _entry_of(cells: list[Entry]) -> Entry:
    """The cell with words, and the links of the others behind them."""
    own = next(filter(_has_words, cells))
    linked = [cell for cell in cells if cell is not own and any(run.url for run in runs_of(cell.blocks))]
    return Entry(own.line, [block for cell in (own, *linked) for block in cell.blocks])


def _has_words(cell: Entry) -> bool:
    """Whether a cell holds a picture, a year, or words other than those of buttons."""
    runs = runs_of(cell.blocks)
    return any(run.image or (_SAYS.search(run.text) and not (run.url and is_anchor(run.text))) for run in runs)


def _states_fact(block: Block) -> bool:
    """Whether behind the sign stand people alone, or what a label says: facts of the paper named above."""
    text = _SIGN.sub("", plain(block.runs)).strip() if isinstance(block, Paragraph) else ""
    return labelled(text) or author_likeness(without_by(text)) != NO


def _lays_out(cell: Entry) -> bool:
    """Whether a cell holds a part of the page, and not a title and its facts."""
    return any(isinstance(block, Heading) for block in cell.blocks)


def _listed(blocks: list[Block]) -> list[Block]:
    listed: list[Block] = []
    for sign, group in groupby(blocks, key=_sign_of):
        same = list(group)
        if sign is None:
            listed += same
        elif sign != _COUNTED and len(same) >= _FEWEST and not any(map(_states_fact, same)):
            listed.append(Listing(same[0].line, [_entry(block.runs) for block in same if isinstance(block, Paragraph)]))
        else:
            listed += [_parted(block, sign) for block in same if isinstance(block, Paragraph)]
    return listed


def _sign_of(block: Block) -> str | None:
    """What a paragraph of several words begins with: a sign, what stands for a picture, or the first of the numbers
    that count its lines; None without any."""
    if not isinstance(block, Paragraph) or block.quoted:
        return None
    return _sign_in_front(block.runs) or (_COUNTED if _counts_up(block.runs) else None)


def _counts_up(runs: list[Run]) -> bool:
    """Whether several lines begin with a number in front of a stop or in brackets, each one more than the last."""
    lines = [plain(list(line)) for ends, line in groupby(runs, lambda run: run.text == BREAK) if not ends]
    numbers = [int(match["number"]) for line in lines if (match := _NUMBER.match(line))]
    first = lines and _NUMBER.match(lines[0])
    counted = numbers == list(range(numbers[0], numbers[0] + len(numbers))) if first else False
    return counted and len(numbers) >= _FEWEST


def _begins(runs: list[Run], sign: str) -> bool:
    """Whether a line begins with `sign`, or with a number where lines are counted."""
    return _NUMBER.match(plain(runs)) is not None if sign == _COUNTED else _sign_in_front(runs) == sign


def _sign_in_front(runs: list[Run]) -> str | None:
    first = next((run for run in runs if run.image or run.text.strip()), None)
    if first is None or len(plain(runs).split()) < _WORDS:
        return None
    if first.image:
        small = not first.url and len(first.text.strip()) <= _ALT_LETTERS
        return f"picture {first.text.strip()}" if small else None
    sign = _SIGN.match(first.text)
    return sign["sign"] if sign else None


def _parted(paragraph: Paragraph, sign: str) -> Block:
    """A list of the lines of a paragraph, if several begin with `sign`, as its first one does."""
    entries: list[list[Run]] = []
    for ends, line in groupby(paragraph.runs, lambda run: run.text == BREAK):
        runs = list(line)
        if not ends and (not entries or _begins(runs, sign)):
            entries.append(runs)
        else:
            entries[-1] += runs
    if len(entries) < _FEWEST:
        return paragraph
    return Listing(paragraph.line, [_entry(runs) for runs in entries])


def _entry(runs: list[Run]) -> Entry:
    """The words of one entry, without the sign in front."""
    first = next(at for at, run in enumerate(runs) if run.image or run.text.strip())
    rest = runs[first + 1 :]
    if not runs[first].image:
        text = _SIGN.sub("", runs[first].text, count=1)
        bare = replace(runs[first], text=_NUMBER.sub("", text, count=1) if text == runs[first].text else text)
        rest = [bare, *rest]
    while rest and rest[-1].text in (BREAK, " "):
        rest.pop()
    line = next(run.line for run in rest if run.text.strip())
    return Entry(line, [Paragraph(line, rest)])
