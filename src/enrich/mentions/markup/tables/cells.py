"""A cell of a table in, what it lists out: a title, or several works, each with its own line or link.

Lines of words alone are works where those of their column are: nearly all of them in cells with several end in people,
and in where or when the work appeared - "A Title, Roe and Poe (Sea Stud. 2019)". Below a title, such facts stand on a
line by themselves. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from enrich.mentions.entries.citation import begins_with_name_and_year
from enrich.mentions.entries.learned.style import learn_credits
from enrich.mentions.entries.names.families import learn_sign, split_at_sign
from enrich.mentions.entries.parts import Style
from enrich.mentions.markup.entries import details
from enrich.mentions.markup.entries.entry import PLAIN, Reading, read_flow, whole_title
from enrich.mentions.markup.entries.siblings import style_of
from enrich.mentions.markup.lists.candidates import title_place
from enrich.mentions.markup.lists.pieces import part
from enrich.mentions.markup.model.blocks import BREAK, Entry, Paragraph, Run
from enrich.mentions.markup.model.flow import Flow, flow_of
from enrich.mentions.markup.tables.columns import cell_runs
from enrich.mentions.shapes.anchors import strip_leading
from enrich.mentions.shapes.days import is_idle
from enrich.mentions.shapes.phrases import title_like
from enrich.mentions.shapes.venues import names_publication
from enrich.mentions.shapes.words import has_letters
from enrich.records import LinkRole

# By judgement: of a title with its facts below, half of the lines are such at most, and hardly a first one; some works
# state less than others.
_FEWEST, _SHARE, _FIRST = 4, 0.7, 0.3
_CITED = 0.5  # of the lines of a column of citations
# A phrase goes on; behind a name an article begins what it is: "**Tides** a small library of models".
_GOES_ON = re.compile(r" (?!(?:an?|the) )[a-z][\w-]*(?: [^\s()\[\]|,;:]+){2}")


def learn_column(cells: Sequence[Entry]) -> Style:
    """What the cells of the titles' column have in common."""
    runs = [cell_runs(cell) for cell in cells]
    flows = [flow_of(own) for own in runs]
    lines = [strip_leading(line) for flow in flows for line in flow.text.split("\n")]
    credits = learn_credits(lines, PLAIN)
    common = Style(surname_sign=_sign_of(lines, [strip_leading(flow.text.split("\n")[0]) for flow in flows]))
    works = replace(common, surnames=credits.surnames, strung=credits.strung, lined=True)
    common = works if _are_works(runs, works) else common
    style = style_of([reading for flow in flows if (reading := read_flow(flow, ()))], common)
    cited = sum(begins_with_name_and_year(line) for line in lines) >= max(_FEWEST, _CITED * len(lines))
    return replace(style, authors_first=style.authors_first or cited)


def _sign_of(lines: Sequence[str], first: Sequence[str]) -> str:
    """The sign behind the surnames that lines begin with; "" where they stand below titles: few first lines do so."""
    sign = learn_sign(lines)
    begun = sum(split_at_sign(line, sign) is not None for line in first) if sign else 0
    return sign if begun >= max(1, _FIRST * len(first)) else ""


def read_cell(cell: Entry, section: tuple[str, ...], style: Style = PLAIN, *, meets: bool = False) -> list[Reading]:
    """What a cell lists. Where a row `meets`, a cell may say instead that nobody does."""
    readings: list[Reading] = []
    first = title_place(cell.blocks)
    for block in cell.blocks[first:]:
        if not isinstance(block, Paragraph):
            if readings:
                details.add_details(readings[-1].item, [block])
            continue
        for piece in _parts(block.runs, style):
            flow = flow_of(_without_tags(piece))
            idle = meets and not flow.links() and is_idle(flow.text.strip())
            reading = None if idle or _is_label(flow.text) else _read_words(flow, section, style)
            if reading and (not readings or _is_further(reading, style)):
                readings.append(reading)
            elif readings:
                details.add_details(readings[-1].item, [Paragraph(block.line, piece)])
    if readings:
        details.add_details(readings[0].item, cell.blocks[:first])
    return readings


def _without_tags(runs: list[Run]) -> list[Run]:
    """The runs without tags of the page's own behind them, set as code in small letters with a stop: **`data.`**."""
    end = len(runs)
    while end > 1 and (not runs[end - 1].text.strip() or _is_tag(runs[end - 1])):
        end -= 1
    return runs[:end] if any(map(_is_tag, runs[end:])) and has_letters("".join(r.text for r in runs[:end])) else runs


def _is_tag(run: Run) -> bool:
    return run.hint == "code" and not run.url and run.text[:1].islower() and run.text.endswith(".")


def _are_works(cells: Sequence[list[Run]], style: Style) -> bool:
    """Whether most lines of cells with several are works, and most of the first ones, below which facts may stand."""
    several = [own for runs in cells if len(own := _lines(runs)) > 1]
    works = [[_is_work(line, style) for line in own] for own in several]
    first = sum(own[0] for own in works) >= _FIRST * len(works)
    return first and sum(map(sum, works)) >= max(_FEWEST, _SHARE * sum(map(len, works)))


def _is_work(line: list[Run], style: Style) -> bool:
    """Whether a line is a title with its people behind it, and where or when it appeared, or one that leads to a
    paper."""
    flow = flow_of(line)
    reading = None if names_publication(flow.text) else read_flow(flow, (), style)
    return reading is not None and _is_told(reading) and title_like(reading.item.title)


def _is_told(reading: Reading) -> bool:
    """Whether people and a place, or a paper's link, stand with a title."""
    item = reading.item
    credited = bool(item.authors and (item.year or item.venue))
    return (credited or leads_to_paper(reading)) and not reading.authors_first


def leads_to_paper(reading: Reading) -> bool:
    """Whether a paper's page or file is linked beside a title, or by it."""
    return any(link.role is LinkRole.PAPER for link in (*reading.item.links, *reading.item.files))


def _lines(runs: list[Run]) -> list[list[Run]]:
    return [list(line) for ends, line in groupby(runs, lambda run: run.text == BREAK) if not ends]


def _parts(runs: list[Run], style: Style) -> list[list[Run]]:
    """The runs of a paragraph, one piece a work."""
    if not style.lined:
        return part(runs, style.surname_sign)
    pieces: list[list[Run]] = []
    for line in _lines(runs):
        if not pieces or _is_work(line, style):
            pieces.append(line)
        else:
            pieces[-1] += [Run(BREAK, line[0].line), *line]
    return [own for piece in pieces for own in part(piece, style.surname_sign)]


def _is_further(reading: Reading, style: Style) -> bool:
    """Whether a further line of a cell is an item of its own: a marked title, or one with its authors in front, or
    behind it as the others of its column."""
    told = reading.way != "plain" or (reading.authors_first and bool(reading.item.venue or reading.item.year))
    told |= style.lined and _is_told(reading)
    return told and (reading.evident or leads_to_paper(reading)) and title_like(reading.item.title)


def _is_label(text: str) -> bool:
    """Whether a line of a cell says what the lines below it are: "Required:"."""
    return text.rstrip().endswith((":", "：")) and "\n" not in text.strip()


def _read_words(flow: Flow, section: tuple[str, ...], style: Style) -> Reading | None:
    """A cell of words alone is a title as a whole, stops included; one with markup is read as an entry."""
    reading = read_flow(flow, section, style)
    if not reading or reading.way == "address" or not has_letters(reading.item.title):
        return None
    if reading.way in ("strong", "name") and _is_part(reading.item.title, flow.text):
        reading.way = "plain"
    whole_title(reading, flow)
    return reading


def _is_part(strong: str, text: str) -> bool:
    """Whether what is set in bold is but a part of the title: "A Study of **Tides** in shallow northern seas"."""
    at = text.find(strong)
    return at >= 0 and _GOES_ON.match(text, at + len(strong)) is not None
