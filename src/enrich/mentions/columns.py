"""What the columns of a table are: told by their header words and by what their cells hold. Pure.

Header words are the general ones of tables ("Title", "Venue", "Code"); a column without such a word is judged by its
cells alone: words, links, how often they recur.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum

from enrich.mentions.blocks import Entry, Run, runs_of
from enrich.mentions.entry import read_flow, title_like
from enrich.mentions.flow import Flow, flow_of
from enrich.mentions.links import link_role
from enrich.mentions.tags import parse_venue, parse_year
from enrich.mentions.text.anchors import is_anchor
from enrich.mentions.text.names import author_likeness
from enrich.records import LinkRole, MentionKind


class Role(StrEnum):
    """What the cells of a column state about the row's item."""

    TITLE = "title"
    NAME = "name"
    VENUE = "venue"
    YEAR = "year"
    AUTHORS = "authors"
    LINKS = "links"
    KEYWORDS = "keywords"
    ABSTRACT = "abstract"
    NOTE = "note"
    LESSON = "lesson"
    UNKNOWN = "unknown"


_HEADERS = tuple(
    (role, re.compile(rf"^\W*(?:{words})\W*$", re.I))
    for role, words in (
        (Role.ABSTRACT, r"abstracts?"),
        (
            Role.YEAR,
            r"years?|(?:publication |pub(?:lished)?\.? |release )?(?:year|date)s?|time|month|published on|yyyy.*",
        ),
        (
            Role.AUTHORS,
            r"(?:first |lead )?authors?(?:\(s\))?|by|who|team|researchers?|affiliations?|institut\w+|organi[sz]ation",
        ),
        (
            Role.VENUE,
            r"(?:publication )?venues?|conf(?:erence)?s?|journals?|pub(?:lication|lisher|lished)?(?: in| at| venue)?|where|source"
            r"|(?:conference|journal|venue)\s*(?:/|&|or|and)\s*(?:conference|journal|venue|year)s?|proceedings|publication",
        ),
        (
            Role.TITLE,
            r"(?:(?:paper|article|publication|work|original)s?\s+)?(?:title|name)s?(?: of (?:the )?paper)?|(?:research )?papers?"
            r"|papers?\s*(?:/|&|and|or)\s*\w+|articles?|works?|(?:required |suggested )?readings?(?: materials?)?|references?|stud(?:y|ies)"
            r"|publications?|titles?\s*(?:/|&|and|with)\s*\w+|readings?\s*(?:/|&|and)\s*\w+|literature",
        ),
        (
            Role.LINKS,
            r"(?:(?:paper|code|project|data|source|official|useful)\s*)?(?:links?|urls?|pages?|websites?)|(?:source |official )?codes?|pdfs?|github"
            r"|repos?(?:itor(?:y|ies))?|projects?|slides?|videos?|arxiv|doi|data|supp\w*|bib(?:tex)?|demo|resources?|implementations?|stars?",
        ),
        (
            Role.KEYWORDS,
            r"key\s?words?|tags?|categor(?:y|ies)|tasks?|types?|areas?|domains?|fields?|subjects?|themes?|sub\s?topics?",
        ),
        (
            Role.LESSON,
            r"topics?|lectures?|weeks?|sessions?|class(?:es)?|days?|units?|modules?|events?|speakers?|presenters?|#",
        ),
        (
            Role.NOTE,
            r"descriptions?|summar(?:y|ies)|notes?|comments?|tl;?dr|contributions?|highlights?|remarks?|intro\w*|details?|why.*|main .*"
            r"|key .*|approach(?:es)?|methods? used|results?|findings?|abstract/.*",
        ),
        (
            Role.NAME,
            r"names?|methods?|models?|algorithms?|systems?|acronyms?|(?:short|tool|method|model|project|dataset) names?|abbr\w*|tools?"
            r"|data\s?sets?|benchmarks?|librar(?:y|ies)|software|packages?|frameworks?|simulators?|platforms?|leaderboards?|corpus|corpora",
        ),
    )
)
_ENTITIES = (
    (MentionKind.DATASET, re.compile(r"data\s?set|corpus|corpora", re.I)),
    (MentionKind.BENCHMARK, re.compile(r"benchmark", re.I)),
    (MentionKind.LEADERBOARD, re.compile(r"leaderboard", re.I)),
    (MentionKind.SOFTWARE, re.compile(r"tool|librar|software|package|framework|simulator|platform", re.I)),
)
_PLAIN_LONGEST = 40  # words; longer cells are descriptions
_SAMPLE = 60  # rows judged to tell what a column is


@dataclass(slots=True)
class Column:
    """A column: its header, its role, and the shares of its cells that look like titles and like links."""

    header: str
    role: Role
    titles: float = 0.0
    papers: float = 0.0
    unique: float = 0.0
    words: float = 0.0
    kind: MentionKind | None = None
    cells: list[Flow] = field(default_factory=list)


def describe(header: str, cells: list[Entry | None]) -> Column:
    """The column with `header` and `cells`."""
    column = Column(header, role_of(header))
    column.kind = next((kind for kind, pattern in _ENTITIES if pattern.search(header)), None)
    flows = [flow_of(list(runs_of(list(cell.blocks)))) for cell in cells[:_SAMPLE] if cell is not None]
    column.cells = [flow for flow in flows if flow.text.strip() or flow.pictures]
    count = max(len(column.cells), 1)
    column.titles = sum(map(_holds_title, column.cells)) / count
    column.papers = (
        sum(any(link_role(a.url, a.text) is LinkRole.PAPER for a in flow.anchors()) for flow in column.cells) / count
    )
    column.unique = len({flow.text.casefold() for flow in column.cells}) / count
    column.words = sum(len(flow.text.split()) for flow in column.cells) / count
    if column.role is Role.UNKNOWN or (column.role in (Role.TITLE, Role.NAME, Role.VENUE) and column.titles < 0.3):
        column.role = _role_by_content(column)
    return column


def role_of(header: str) -> Role:
    """What a header word promises."""
    text = " ".join(header.split())
    return next((role for role, pattern in _HEADERS if pattern.match(text)), Role.UNKNOWN) if text else Role.UNKNOWN


def title_column(columns: list[Column]) -> int | None:
    """The column whose cells are the titles; None if none is."""
    best = max(range(len(columns)), key=lambda index: (_title_score(columns[index]), -index), default=None)
    return best if best is not None and _title_score(columns[best]) > 0 else None


def _title_score(column: Column) -> float:
    if column.titles < 0.4 or column.role in (Role.ABSTRACT, Role.AUTHORS, Role.YEAR, Role.LINKS):
        return 0.0
    score = column.titles + column.papers + column.unique + min(column.words, 10.0) / 10
    score += {Role.TITLE: 3.0, Role.NAME: 0.0, Role.UNKNOWN: 0.0, Role.NOTE: -2.0}.get(column.role, -1.5)
    return score - 2.0 * (column.words > _PLAIN_LONGEST and column.papers < 0.5) - 1.2


def _holds_title(flow: Flow) -> bool:
    reading = read_flow(flow, ())
    if not reading or not title_like(reading.item.title):
        return False
    return reading.way != "plain" or len(flow.text.split()) <= _PLAIN_LONGEST


def _role_by_content(column: Column) -> Role:
    """The role of a column whose header says nothing, or promises what its cells don't hold."""
    texts = [flow.text.strip() for flow in column.cells]
    shares = {
        Role.YEAR: sum(parse_year(text) is not None for text in texts),
        Role.LINKS: sum(is_anchor(text) or not text or text.startswith("http") for text in texts),
        Role.AUTHORS: sum(author_likeness(text) > 0 for text in texts),
        Role.VENUE: sum(parse_venue(text) is not None for text in texts),
    }
    for role, count in shares.items():
        if texts and count * 2 > len(texts):
            return role
    return column.role if column.role in (Role.NAME, Role.VENUE) else Role.UNKNOWN


def cell_runs(cell: Entry) -> list[Run]:
    """All inline runs of a cell."""
    return list(runs_of(list(cell.blocks)))
