"""The one model of a marked-up document that Markdown and HTML are read into: blocks, with inline runs inside.

A run is a piece of text on one source line with one style and at most one link. Blocks keep document order and nesting
(lists in list entries, lists in table cells), nothing else: no fonts, no layout.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

BREAK = "\n"  # the text of a run that stands for a line break the author asked for (<br>)
BADGE = "badge"  # the hint of words that a frame sets apart from those in front of them
REFRAINS = frozenset({"venue", "refrain"})  # hints of phrases that come again in entry after entry


@dataclass(slots=True)
class Run:
    """A piece of inline text. `url` is where it links to, as written; `hint` what its markup calls it ("title")."""

    text: str
    line: int
    url: str | None = None
    strong: bool = False
    emphasis: bool = False
    image: bool = False  # `text` is the alternative text of a picture or badge
    hint: str = ""


@dataclass(slots=True)
class Heading:
    """A heading of level 1 to 6."""

    line: int
    level: int
    runs: list[Run] = field(default_factory=list)


@dataclass(slots=True)
class Paragraph:
    """A run of inline text between two block boundaries."""

    line: int
    runs: list[Run] = field(default_factory=list)
    quoted: bool = False  # it stands in a quotation that the markup sets apart


@dataclass(slots=True)
class Code:
    """Preformatted text, whose first character stands on `line`."""

    line: int
    text: str = ""


@dataclass(slots=True)
class Entry:
    """What one list marker or table cell holds. A cell may stand in several rows and columns."""

    line: int
    blocks: list[Block] = field(default_factory=list)
    rows: int = 1
    columns: int = 1


@dataclass(slots=True)
class Listing:
    """A list: bulleted, numbered, or of terms with their definitions."""

    line: int
    entries: list[Entry] = field(default_factory=list)


@dataclass(slots=True)
class Row:
    """A table row. `head` tells that its cells name the columns."""

    line: int
    cells: list[Entry] = field(default_factory=list)
    head: bool = False


@dataclass(slots=True)
class Table:
    """A table as rows of cells."""

    line: int
    rows: list[Row] = field(default_factory=list)


@dataclass(slots=True)
class Fold:
    """A part that can be folded away under its summary (<details>)."""

    line: int
    summary: list[Run] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)


Block = Heading | Paragraph | Code | Listing | Table | Fold


def plain(runs: list[Run]) -> str:
    """The words of `runs` without pictures, blanks as one."""
    return " ".join("".join(run.text for run in runs if not run.image).split())


def runs_of(blocks: list[Block]) -> Iterator[Run]:
    """Every run below `blocks`, in document order."""
    stack: list[Iterator[Block | Entry | Row]] = [iter(blocks)]
    while stack:
        block = next(stack[-1], None)
        match block:
            case None:
                stack.pop()
            case Heading(runs=runs) | Paragraph(runs=runs):
                yield from runs
            case Fold(summary=summary, blocks=inner):
                yield from summary
                stack.append(iter(inner))
            case Entry(blocks=inner):
                stack.append(iter(inner))
            case Listing(entries=entries):
                stack.append(iter(entries))
            case Table(rows=rows):
                stack.append(iter(rows))
            case Row(cells=cells):
                stack.append(iter(cells))
            case Code():
                pass


def lines_of(blocks: list[Block]) -> set[int]:
    """The numbers of the source lines that carry text of `blocks`."""
    return {run.line for run in runs_of(blocks)}
