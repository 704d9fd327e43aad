"""What the columns of a table are: told by their header words and by what their cells hold. Pure.

Header words are the general ones of tables ("Title", "Venue", "Code"); a column without such a word is judged by its
cells alone: words, links, how often they recur.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby

from enrich.mentions.links import link_role
from enrich.mentions.markup.entries.entry import read_flow
from enrich.mentions.markup.model.blocks import BREAK, Entry, Listing, Paragraph, Run, runs_of
from enrich.mentions.markup.model.flow import Flow, flow_of
from enrich.mentions.markup.tables.headers import Role, kind_named, role_of
from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.names import author_likeness
from enrich.mentions.shapes.phrases import title_like
from enrich.mentions.shapes.tags import parse_venue, year_of_date
from enrich.mentions.shapes.venues import is_numbered_place
from enrich.records import LinkRole, MentionKind

_PLAIN_LONGEST = 40  # words; longer cells are descriptions
_LISTED_SHARE = 0.5  # of the filled cells of a second column of papers
_SAMPLE = 60  # rows judged to tell what a column is
_UNTITLED = frozenset([Role.ABSTRACT, Role.AUTHORS, Role.YEAR, Role.LINKS])  # whatever their cells look like


@dataclass(slots=True)
class Column:
    """A column: its header, its role, and the shares of its cells that look like titles, like links and like lists."""

    header: str
    role: Role
    titles: float = 0.0
    papers: float = 0.0
    unique: float = 0.0
    words: float = 0.0
    lists: float = 0.0
    kind: MentionKind | None = None
    cells: list[Flow] = field(default_factory=list)


def describe(header: str, cells: list[Entry | None]) -> Column:
    """The column with `header` and `cells`."""
    column = Column(header, role_of(header))
    column.kind = kind_named(header)
    flows = [flow_of(list(runs_of(list(cell.blocks)))) for cell in cells[:_SAMPLE] if cell is not None]
    column.cells = [flow for flow in flows if flow.text.strip() or flow.pictures]
    count = max(len(column.cells), 1)
    if column.role not in _UNTITLED:
        column.titles = sum(cell is not None and _holds_titles(cell) for cell in cells[:_SAMPLE]) / count
    column.papers = (
        sum(any(link_role(a.url, a.text) is LinkRole.PAPER for a in flow.anchors) for flow in column.cells) / count
    )
    column.lists = sum(_holds_list(cell) for cell in cells[:_SAMPLE] if cell is not None) / count
    column.unique = len({flow.text.casefold() for flow in column.cells}) / count
    column.words = sum(len(flow.text.split()) for flow in column.cells) / count
    if column.role is Role.UNKNOWN or (column.role in (Role.TITLE, Role.NAME, Role.VENUE) and column.titles < 0.3):
        column.role = _role_by_content(column)
    return column


def settle_venues(columns: list[Column]) -> None:
    """Where a column is headed as that of venues, acronyms in the others are no venues."""
    venues = [column for column in columns if column.role is Role.VENUE]
    headed = [column for column in venues if role_of(column.header) is Role.VENUE]
    for column in venues if headed else ():
        column.role = Role.VENUE if column in headed else Role.UNKNOWN


def title_column(columns: list[Column]) -> int | None:
    """The column whose cells are the titles; None if none is."""
    best = max(range(len(columns)), key=lambda index: (_title_score(columns[index]), -index), default=None)
    return best if best is not None and _title_score(columns[best]) > 0 else None


def reading_columns(columns: list[Column]) -> list[int]:
    """The columns that list papers, where there are several: most cells hold the linked titles of papers, or lists of
    them in a column that is headed so."""
    return [index for index, column in enumerate(columns) if _lists_papers(column)]


def _lists_papers(column: Column) -> bool:
    share = max(column.papers, column.lists) if column.role is Role.TITLE else column.papers
    return column.role in (Role.TITLE, Role.UNKNOWN) and _title_score(column) > 0 and share >= _LISTED_SHARE


def _title_score(column: Column) -> float:
    if column.titles < 0.4 or column.role in _UNTITLED:
        return 0.0
    score = column.titles + column.papers + column.unique + min(column.words, 10.0) / 10
    score += {Role.TITLE: 3.0, Role.NAME: 0.0, Role.UNKNOWN: 0.0, Role.NOTE: -2.0}.get(column.role, -1.5)
    return score - 2.0 * (column.words > _PLAIN_LONGEST and column.papers < 0.5) - 1.2


def _holds_list(cell: Entry) -> bool:
    return any(isinstance(block, Listing) for block in cell.blocks)


def _holds_titles(cell: Entry) -> bool:
    """Whether a cell is a title, or most of its lines are."""
    if _holds_title(flow_of(cell_runs(cell))):
        return True
    paragraphs = [block.runs for block in cell.blocks if isinstance(block, Paragraph)]
    lines = [flow_of(list(line)) for runs in paragraphs for ends, line in groupby(runs, _is_break) if not ends]
    return len(lines) > 1 and sum(map(_holds_title, lines)) * 2 >= len(lines)


def _is_break(run: Run) -> bool:
    return run.text == BREAK


def _holds_title(flow: Flow) -> bool:
    reading = read_flow(flow, ())
    if not reading or not title_like(reading.item.title) or _is_place(flow):
        return False
    return reading.way != "plain" or len(flow.text.split()) <= _PLAIN_LONGEST


def _is_place(flow: Flow) -> bool:
    """Whether a cell is a journal with its numbers and nothing else; what is linked in it may be a title in front."""
    text = flow.text.strip()
    return all(anchor.text.strip() == text for anchor in flow.anchors) and is_numbered_place(text)


def _role_by_content(column: Column) -> Role:
    """The role of a column whose header says nothing, or promises what its cells don't hold."""
    texts = [flow.text.strip() for flow in column.cells]
    leads = column.role is not Role.VENUE or any(flow.anchors for flow in column.cells)  # "arXiv" is a venue as well
    shares = {
        Role.YEAR: sum(year_of_date(text) is not None for text in texts),
        Role.LINKS: sum((leads and is_anchor(text)) or not text or text.startswith("http") for text in texts),
        Role.AUTHORS: sum(author_likeness(text) > 0 for text in texts),
        Role.VENUE: sum(parse_venue(text) is not None for text in texts) + sum(map(_is_place, column.cells)),
    }
    for role, count in shares.items():
        if texts and count * 2 > len(texts):
            acronyms = role is Role.VENUE and column.role is Role.NAME  # which those of methods are as much
            return column.role if acronyms else role
    return column.role if column.role in (Role.NAME, Role.VENUE) else Role.UNKNOWN


def cell_runs(cell: Entry) -> list[Run]:
    """All inline runs of a cell."""
    return list(runs_of(list(cell.blocks)))
