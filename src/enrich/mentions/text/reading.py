"""One page of text on its way through the steps of this room: its rows, and what is known of them by now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from enrich.mentions.items import Draft, Item
from enrich.mentions.text.asides.sources import Source
from enrich.mentions.text.lines.rows import Row
from enrich.records import Document, LineClass, Link


@dataclass(slots=True)
class Reading:
    """One page on its way through the steps. `claimed` maps the position of a row to what it is."""

    document: Document
    rows: list[Row]
    draft: Draft = field(default_factory=Draft)
    claimed: dict[int, str] = field(default_factory=dict)
    links: dict[int, list[Link]] = field(default_factory=dict)  # given back to their lines
    quoted: list[Item] = field(default_factory=list)  # of BibTeX entries in the page
    headings: set[int] = field(default_factory=set)  # positions of headings that their looks do not tell
    sources: dict[int, Source] = field(default_factory=dict)  # by the positions of rows above the titles

    def claim(self, positions: Iterable[int], line_class: LineClass, why: str) -> None:
        for at in positions:
            if at not in self.claimed:
                self.claimed[at] = why
                self.draft.note_all(self.rows[at].lines, line_class, why)

    def add_links(self, found: Mapping[int, Iterable[Link]]) -> None:
        for line, links in found.items():
            self.links.setdefault(line, []).extend(links)
