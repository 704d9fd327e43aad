"""Inline runs as one plain text, with the spans that are links, strong, emphasised or named by their markup. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property

from enrich.mentions.links import find_stated_ids, find_urls, is_beside, is_web, make_link
from enrich.mentions.markup.model.blocks import BADGE, BREAK, REFRAINS, Run
from enrich.mentions.shapes.words import has_letters
from enrich.records import Link

_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Span:
    """`text[start:end]` of a flow, and where it links to if it is a link."""

    start: int
    end: int
    text: str
    url: str = ""


@dataclass
class Flow:
    """The words of some runs, blanks as one; pictures give no words, line breaks are "\\n"."""

    text: str = ""
    places: list[tuple[int, int, Run]] = field(default_factory=list)
    pictures: list[Run] = field(default_factory=list)

    def line_at(self, position: int) -> int:
        """The source line of the character at `position`."""
        for start, end, run in self.places:
            if start <= position < end:
                return run.line
        return self.places[-1][2].line if self.places else 0

    def spans(self, key: Callable[[Run], object]) -> list[Span]:
        """The longest spans of neighbouring runs for which `key` gives the same true value."""
        found: list[Span] = []
        value: object = None
        for start, end, run in self.places:
            mine = key(run)
            if mine and found and mine == value and not self.text[found[-1].end : start].strip():
                found[-1] = Span(found[-1].start, end, self.text[found[-1].start : end].strip(), run.url or "")
            elif mine:
                found.append(Span(start, end, self.text[start:end].strip(), run.url or ""))
            value = mine
        return [span for span in found if span.text]

    @cached_property
    def anchors(self) -> list[Span]:
        """The links that have words. An address that is written out is none of those of the link beside it."""
        return self.spans(lambda run: run.url and (run.url, run.text.strip() == run.url))

    @cached_property
    def own_anchors(self) -> list[Span]:
        """The links that neither come again in other entries nor are authors by the markup's word, beside others."""
        hints = {run.hint for _, _, run in self.places if run.text.strip()}
        gone = REFRAINS | ({"authors"} if len(hints) > 1 else set())
        others = {start for start, _, run in self.places if run.hint in gone}
        return [anchor for anchor in self.anchors if anchor.start not in others]

    def links(self) -> list[Link]:
        """Every address: of links, of pictures that link, and written out in the text."""
        words: dict[str, str] = {}
        for run in (*(run for _, _, run in self.places), *self.pictures):
            if run.url and (not run.image or not words.get(run.url)):
                words[run.url] = words.get(run.url, "") + run.text
        made = [(start, make_link(url, words[url])) for start, url in self._addresses()]
        for found in (*find_urls(self.text), *find_stated_ids(self.text)):
            made.append((found.start, make_link(found.url)))
        return [link for _, link in sorted(made, key=lambda pair: pair[0])]

    def files(self) -> list[Link]:
        """Every address of a page or file beside the document, as it is written."""
        words: dict[str, str] = {}
        for run in (*(run for _, _, run in self.places), *self.pictures):
            if run.url and is_beside(run.url):
                words[run.url] = words.get(run.url, "") + ("" if run.image else run.text)
        return [make_link(url, text) for url, text in words.items()]

    def _addresses(self) -> Iterable[tuple[int, str]]:
        seen: set[str] = set()
        for start, _, run in self.places:
            if run.url and is_web(run.url) and run.url not in seen:
                seen.add(run.url)
                yield start, run.url
        for run in self.pictures:
            if run.url and is_web(run.url) and run.url not in seen:
                seen.add(run.url)
                yield len(self.text), run.url


def flow_of(runs: Iterable[Run]) -> Flow:
    """The flow of `runs`."""
    flow = Flow()
    parts: list[str] = []
    length = 0
    for run in runs:
        if run.image:
            flow.pictures.append(run)
            continue
        text = run.text if run.text == BREAK else _BLANKS.sub(" ", run.text)
        if text[:1] == " " and (not parts or parts[-1][-1] in " \n"):
            text = text[1:]
        if not text:
            continue
        if run.hint == BADGE and not run.url and has_letters(text) and parts and parts[-1].strip():
            text = f"{'' if parts[-1][-1] == ' ' else ' '}[{text.strip()}] "
        parts.append(text)
        flow.places.append((length, length + len(text), run))
        length += len(text)
    flow.text = "".join(parts)
    return flow


def without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """`text` with blanks in place of `spans`, so that positions stay."""
    pieces, place = [], 0
    for start, end in sorted(spans):
        pieces += [text[place:start], " " * (end - max(start, place))]
        place = max(end, place)
    return "".join((*pieces, text[place:]))
