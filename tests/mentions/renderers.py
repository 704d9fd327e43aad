"""Markdown as it looks once rendered and copied as plain text, in seven ways. Data for the tests.

All of them walk the HTML that markdown-it renders; none knows the readers under test.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import html
from markdown_it import MarkdownIt

_ABOVE = "Skip to content\nlab/papers\nCode\nIssues\n2\nPull requests\nFiles\nmain\nREADME.md\nREADME\nMIT license\n"
_BREAK = "\v"
_BELOW = "\nAbout\nNo description, website, or topics provided.\nResources\nReadme\nStars\n41 stars\nFooter\n© 2024\n"


@dataclass(slots=True)
class Shape:
    """How a way of rendering shows lists, tables and links, and where it breaks lines (0: nowhere)."""

    bullet: str
    number: str
    cells: Callable[[list[list[str]]], list[str]]
    width: int = 0
    heading: str = "{}"
    numbered_links: bool = False
    between: int = 0  # blank lines between entries


class _Page:
    """A page being rendered: its lines, and the addresses of its links so far."""

    def __init__(self, shape: Shape) -> None:
        self.shape = shape
        self.lines: list[str] = []
        self.urls: list[str] = []

    def add(self, text: str, lead: str = "") -> None:
        """A block of text: each of its lines below the last, those behind the first set in as far as the lead."""
        for line in text.split("\n"):
            self._add_line(line, lead)
            lead = " " * len(lead)

    def _add_line(self, text: str, lead: str) -> None:
        blank = " " * len(lead)
        if self.shape.width:
            self.lines += textwrap.wrap(
                text, self.shape.width, initial_indent=lead, subsequent_indent=blank, break_long_words=False,
                break_on_hyphens=False,
            )  # fmt: skip
        else:
            self.lines.append(lead + text)

    def words(self, element: html.HtmlElement) -> str:
        """The inline text of an element, without what stands in lists inside of it; a line for each `<br>`."""
        lines = "".join(self._pieces(element)).split(_BREAK)
        return "\n".join(" ".join(line.split()) for line in lines).strip("\n")

    def _pieces(self, element: html.HtmlElement) -> Iterator[str]:
        url = element.get("href", "")
        if self.shape.numbered_links and url.startswith("http"):
            self.urls.append(url)
            yield f"[{len(self.urls)}]"
        if element.tag == "br":
            yield _BREAK
        yield element.text or ""
        for child in element:
            if child.tag not in ("ul", "ol"):
                yield from self._pieces(child)
            yield child.tail or ""

    def entries(self, listing: html.HtmlElement, depth: int) -> None:
        for place, entry in enumerate(listing, start=1):
            mark = self.shape.number.format(place) if listing.tag == "ol" else self.shape.bullet
            self.add(self.words(entry), "  " * depth * bool(mark) + mark)
            for inner in entry.iterchildren("ul", "ol"):
                self.entries(inner, depth + 1)
            self.lines += [""] * self.shape.between

    def block(self, element: html.HtmlElement) -> None:
        if element.tag in ("ul", "ol"):
            self.entries(element, 0)
        elif element.tag == "table":
            rows = [[self.words(cell).replace("\n", " ") for cell in row] for row in element.iter("tr")]
            self.lines += self.shape.cells(rows)
        elif element.tag == "details":
            for inner in element:
                self.block(inner)
        elif words := self.words(element):
            self.add(self.shape.heading.format(words) if element.tag[0] == "h" else words)
        self.lines.append("")


def _render(markdown: str, shape: Shape) -> str:
    page = _Page(shape)
    tree = html.fromstring(f"<div>{MarkdownIt().enable('table').render(markdown)}</div>")
    for element in tree:
        page.block(element)
    if page.urls:
        page.lines += ["References", "", *(f"   {place}. {url}" for place, url in enumerate(page.urls, start=1))]
    return "\n".join(page.lines) + "\n"


def _blanks(rows: list[list[str]]) -> list[str]:
    return [" ".join(cell for cell in row if cell) for row in rows]


def _tabs(rows: list[list[str]]) -> list[str]:
    return ["\t".join(row) for row in rows]


def _aligned(rows: list[list[str]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    shown = [
        "  " + " ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    ]
    return [shown[0], "  " + " ".join("-" * width for width in widths), *shown[1:]]


def _boxed(rows: list[list[str]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    shown = [
        "│" + "│".join(f" {cell.ljust(width)} " for cell, width in zip(row, widths, strict=True)) + "│" for row in rows
    ]
    edge = "┌" + "┬".join("─" * (width + 2) for width in widths) + "┐"
    return [edge, shown[0], edge.translate(str.maketrans("┌┬┐", "├┼┤")), *shown[1:]]


RENDERERS: dict[str, Callable[[str], str]] = {
    "browser": lambda text: _render(text, Shape("", "", _tabs)),
    "browser, dashes kept": lambda text: _render(text, Shape("- ", "{}. ", _blanks)),
    "repository page": lambda text: _ABOVE + _render(text, Shape("", "", _tabs)) + _BELOW,
    "pandoc": lambda text: _render(text, Shape("-   ", "{}.  ", _aligned, 72)),
    "text browser": lambda text: _render(text, Shape("   * ", "   {}. ", _blanks, 79, numbered_links=True)),
    "terminal": lambda text: _render(text, Shape(" • ", " {} ", _boxed, 100)),
    "loose": lambda text: _render(text, Shape("• ", "{}) ", _tabs, between=1)),
}
