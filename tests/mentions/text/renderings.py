"""How a list looks once it is plain text: copied from a browser, printed by a terminal, converted. Data for the tests.

A list is a sequence of `(heading, papers)`. Each rendering gives the page and the truth: `(line, title)` of every
paper.
"""

from __future__ import annotations

import random
import re
import textwrap
from collections.abc import Callable

from tests.mentions.text.styles import BLOCKS, LINES, TABLES, Paper

List = list[tuple[str, list[Paper]]]
INTRO = "A curated list of papers on this subject. Contributions are welcome, please open a pull request."
CHROME_ABOVE = """Skip to content
someone/awesome-field
Folders and files
NameName
Last commit message
Last commit date
Latest commit

History
70 Commits
README.md
Update README.md
Repository files navigation
README
License"""
CHROME_BELOW = """About
A list
Resources
 Readme
License
 MIT license
 Activity
Stars
 1.2k stars
Watchers
 20 watching
Forks
 3 forks
Report repository
Releases
No releases published
Packages
No packages published
Contributors
7
Footer
© 2025 GitHub, Inc.
Footer navigation
Terms
Privacy"""


class Page:
    """A page under construction, with the truth about it."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.truth: list[tuple[int, str]] = []

    def add(self, *lines: str) -> None:
        for line in lines:
            self.lines.extend(line.split("\n"))

    def paper(self, line: str, title: str) -> None:
        self.truth.append((len(self.lines) + 1, title))
        self.lines.append(line)

    @property
    def text(self) -> str:
        return "\n".join(self.lines) + "\n"


def _lines(style: str, paper: Paper, chance: random.Random) -> list[str]:
    return [LINES[style](paper, chance)] if style in LINES else BLOCKS[style](paper, chance)


def bullets(papers: List, style: str, chance: random.Random, mark: str, **how: bool | str) -> Page:
    """A list entry a line; `heads`, `blank` lines between entries, `torn` markers on lines of their own."""
    page = Page()
    if how.get("heads", True):
        page.add("Awesome Field Papers", "", INTRO, "")
    for heading, group in papers:
        if how.get("heads", True):
            page.add(heading, "")
        for number, paper in enumerate(group, 1):
            first, *rest = _lines(style, paper, chance)
            shown = mark.replace("#", str(number))
            if how.get("torn"):
                page.add(shown.strip())
                page.paper(first, paper.title)
            else:
                page.paper(shown + first, paper.title)
            page.add(*(str(how.get("hang", "  ")) + line for line in rest))
            if how.get("blank"):
                page.add("")
        page.add("")
    return page


def browser(papers: List, style: str, chance: random.Random, *, github: bool = False, blank: bool = False) -> Page:
    """Copied from a browser: no bullets; with the frame of a repository's page, if so wanted."""
    page = Page()
    if github:
        page.add(CHROME_ABOVE)
    page.add("Awesome Field Papers", "", INTRO, "")
    if github:
        page.add("Contents", "", *(heading for heading, _ in papers), "")
    for heading, group in papers:
        page.add(heading, "")
        for paper in group:
            first, *rest = _lines(style, paper, chance)
            page.paper(first, paper.title)
            page.add(*rest)
            if blank or style in BLOCKS:
                page.add("")
        page.add("")
    if github:
        page.add(CHROME_BELOW)
    return page


def wrapped(
    papers: List, style: str, chance: random.Random, width: int, mark: str, *, numbered: bool = False, indent: str = ""
) -> Page:
    """Wrapped at a column, as pandoc, text browsers and terminals do; `numbered` prints links as numbers."""
    page = Page()
    page.add(indent + "Awesome Field Papers", "")
    page.add(*(indent + line for line in textwrap.wrap(INTRO, width - len(indent), break_on_hyphens=False)), "")
    hang = " " * len(mark)
    addresses: list[str] = []
    for heading, group in papers:
        page.add(heading, "")
        for paper in group:
            for position, line in enumerate(_lines(style, paper, chance)):
                if numbered and position == 0:
                    addresses.append(f"https://arxiv.org/abs/1502.{10000 + len(addresses)}")
                    line = f"[{len(addresses)}]{line}"
                first = hang if position else mark
                shown = textwrap.wrap(
                    line,
                    width,
                    initial_indent=first,
                    subsequent_indent=hang,
                    break_long_words=False,
                    break_on_hyphens=False,
                )
                if position == 0:
                    page.truth.append((len(page.lines) + 1 + _title_line(shown, paper.title), paper.title))
                page.add(*shown)
        page.add("")
    if numbered:
        page.add("References", "", *(f"   {number}. {url}" for number, url in enumerate(addresses, 1)))
    return page


def _title_line(shown: list[str], title: str) -> int:
    """On which of the wrapped lines the title starts."""
    start = 0
    for position in range(len(shown)):
        if title in re.sub(r"\s+", " ", " ".join(shown[position:])):
            start = position
    return start


RENDERINGS: dict[str, Callable[[List, str, random.Random], Page]] = {
    "dash": lambda p, s, r: bullets(p, s, r, "- "),
    "dash, no headings": lambda p, s, r: bullets(p, s, r, "- ", heads=False),
    "torn": lambda p, s, r: bullets(p, s, r, "-", torn=True, heads=False),
    "spaced bullets": lambda p, s, r: bullets(p, s, r, "  • ", blank=True, hang="    "),
    "numbers": lambda p, s, r: bullets(p, s, r, "#. "),
    "bracketed numbers": lambda p, s, r: bullets(p, s, r, "[#] "),
    "browser": lambda p, s, r: browser(p, s, r),
    "GitHub page": lambda p, s, r: browser(p, s, r, github=True),
    "loose": lambda p, s, r: browser(p, s, r, blank=True),
    "text browser": lambda p, s, r: wrapped(p, s, r, 79, "     * ", numbered=True, indent="   "),
    "pandoc plain": lambda p, s, r: wrapped(p, s, r, 72, "-   "),
    "terminal": lambda p, s, r: wrapped(p, s, r, 100, " • "),
}


def table(papers: List, style: str, mode: str) -> Page:
    """A table a section: cells between blanks or tabs, in boxes, or aligned under rules."""
    head, cells = TABLES[style]
    page = Page()
    page.add("Awesome Field Papers", "", INTRO, "")
    for heading, group in papers:
        page.add(heading, "")
        TABLE_MODES[mode](page, head, [(paper.title, cells(paper)) for paper in group])
        page.add("")
    return page


Rows = list[tuple[str, list[str]]]


def _run_together(page: Page, head: list[str], rows: Rows) -> None:
    page.add(" ".join(head))
    for title, cells in rows:
        page.paper(" ".join(cell for cell in cells if cell), title)


def _tabs(page: Page, head: list[str], rows: Rows) -> None:
    page.add("\t".join(head))
    for title, cells in rows:
        page.paper("\t".join(cells), title)


def _box(page: Page, head: list[str], rows: Rows) -> None:
    widths = [max(map(len, column)) for column in zip(head, *(cells for _, cells in rows), strict=True)]
    page.add("┏" + "┳".join("━" * (w + 2) for w in widths) + "┓")
    page.add("┃" + "┃".join(f" {c.ljust(w)} " for c, w in zip(head, widths, strict=True)) + "┃")
    page.add("┡" + "╇".join("━" * (w + 2) for w in widths) + "┩")
    for title, cells in rows:
        page.paper("│" + "│".join(f" {c.ljust(w)} " for c, w in zip(cells, widths, strict=True)) + "│", title)
    page.add("└" + "┴".join("─" * (w + 2) for w in widths) + "┘")


def _widths(head: list[str], rows: Rows, wide: int) -> list[int]:
    limits = [wide if name in ("Title", "Paper") else 22 if name == "Authors" else 10 for name in head]
    words = [[word for _, cells in rows for word in cells[at].split()] for at in range(len(head))]
    return [max([limit, len(name), *map(len, own)]) for limit, name, own in zip(limits, head, words, strict=True)]


def _wrapped_rows(page: Page, rows: Rows, widths: list[int], lead: str, between: str, *, blank: bool) -> None:
    for title, cells in rows:
        columns = [textwrap.wrap(c, w, break_on_hyphens=False) or [""] for c, w in zip(cells, widths, strict=True)]
        for at in range(max(map(len, columns))):
            line = lead + between.join(
                (column[at] if at < len(column) else "").ljust(w) for column, w in zip(columns, widths, strict=True)
            )
            page.paper(line.rstrip(), title) if at == 0 else page.add(line.rstrip())
        if blank:
            page.add("")


def _terminal(page: Page, head: list[str], rows: Rows) -> None:
    widths = _widths(head, rows, 40)
    page.add(" " + "   ".join(name.ljust(w) for name, w in zip(head, widths, strict=True)))
    page.add(" " + "━" * (sum(widths) + 3 * len(widths)))
    _wrapped_rows(page, rows, widths, " ", "   ", blank=False)


def _pandoc(page: Page, head: list[str], rows: Rows) -> None:
    widths = _widths(head, rows, 34)
    page.add("  " + "-" * (sum(widths) + len(widths) - 1))
    page.add("  " + " ".join(name.ljust(w) for name, w in zip(head, widths, strict=True)).rstrip())
    page.add("  " + " ".join("-" * w for w in widths))
    _wrapped_rows(page, rows, widths, "  ", " ", blank=True)
    page.lines.pop()
    page.add("  " + "-" * (sum(widths) + len(widths) - 1))


def _pandoc_simple(page: Page, head: list[str], rows: Rows) -> None:
    widths = [max(map(len, column)) for column in zip(head, *(cells for _, cells in rows), strict=True)]
    page.add("  " + " ".join(name.ljust(w) for name, w in zip(head, widths, strict=True)).rstrip())
    page.add("  " + " ".join("-" * w for w in widths))
    for title, cells in rows:
        page.paper("  " + " ".join(c.ljust(w) for c, w in zip(cells, widths, strict=True)).rstrip(), title)


TABLE_MODES: dict[str, Callable[[Page, list[str], Rows], None]] = {
    "blanks": _run_together,
    "tabs": _tabs,
    "box": _box,
    "terminal": _terminal,
    "pandoc": _pandoc,
    "pandoc simple": _pandoc_simple,
}


def abstracts(papers: List) -> Page:
    """Titles and abstracts between blank lines, below the frame of a daily listing."""
    page = Page()
    page.add(
        "Daily Papers", "", "new", "", "Get trending papers in your email inbox!", "", "Subscribe", "", "Jun 13", ""
    )
    for _, group in papers:
        for paper in group:
            page.paper(paper.title, paper.title)
            page.add("", paper.abstract, "")
    return page


def lab(papers: List, chance: random.Random) -> Page:
    """A seminar's posts: a title, below it bullets of authors, addresses and abstract."""
    page = Page()
    page.add("Seminar on Field", "", "Spring 2021", "")
    for number, (heading, group) in enumerate(papers, 1):
        page.add(f"[{number}]: {heading}", "", "In this session, our readings cover:", "", "Required Readings:", "")
        for position, paper in enumerate(group):
            if position == len(group) // 2:
                page.add("More Readings:", "")
            page.paper(paper.title, paper.title)
            page.add("")
            if chance.random() < 0.7:
                page.add("  • " + ", ".join(paper.authors))
            if chance.random() < 0.6:
                page.add(f"  • https://arxiv.org/abs/1501.{chance.randint(10000, 19999)}")
            page.add("  • " + paper.abstract, "")
    return page


def weeks(papers: List) -> Page:
    """A course's weeks, a citation a line."""
    page = Page()
    page.add("CS 999: Topics in Field", "", "Schedule and Readings", "")
    for number, (heading, group) in enumerate(papers, 1):
        page.add(f"Week {number}: {heading}", "")
        for paper in group:
            page.paper(f"{paper.title}. {', '.join(paper.authors)}. {paper.venue} {paper.year}.", paper.title)
        page.add("")
    return page


def lectures(papers: List) -> Page:
    """A course's lectures without blank lines, readings as indented entries."""
    page = Page()
    page.add("Topics in Field, Fall 2022", "")
    for number, (heading, group) in enumerate(papers, 1):
        page.add(f"Lecture {number} (Sep {number}): {heading}")
        for paper in group:
            page.paper(f"    - {paper.title} ({paper.authors[0].split()[-1]} et al. {paper.year})", paper.title)
        page.add("    - Slides", "")
    return page
