"""Headings without marks in, section paths out.

Rendered headings have lost their level. What is left of it: numbering, a colon at the end, and how headings follow each
other: one right below another is its child, one after a list stands beside the heading of that list. Pure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from enrich.mentions.shapes.tags import Tag, parse_tag
from enrich.mentions.shapes.words import has_letters

_NUMBERED = re.compile(r"(?P<number>(?:\d{1,2}|[IVXLC]{1,5}|[A-Z])(?:\.\d{1,2})*)[.)]?\s+(?=\S)")
_SERIAL = re.compile(r"\[\d+\]\s*:|(?:week|lecture|session|day|part|chapter|module|unit|class)\s+\d+\b", re.I)
_EMOJI = re.compile(r"[\u2190-\u2bff\U0001f000-\U0001faff\ufe0f\u200d]+")


@dataclass(slots=True)
class Section:
    """A heading on the way down to an item."""

    text: str
    shape: str
    tag: Tag | None = None


@dataclass(slots=True)
class Outline:
    """The headings above the place reached so far."""

    path: list[Section] = field(default_factory=list)

    def enter(self, headings: list[str]) -> None:
        """Headings that follow each other without an item between them, outermost first."""
        for position, text in enumerate(headings):
            self._enter_one(text, fresh=position > 0, following=len(headings) - position - 1)

    def _enter_one(self, text: str, *, fresh: bool, following: int) -> None:
        shape = shape_of(text)
        section = Section(tidy(text), shape, parse_tag(tidy(text)))
        alike = [index for index, known in enumerate(self.path) if known.shape == shape]
        if shape not in ("plain", "colon") and alike:
            del self.path[alike[-1] :]
        elif fresh:
            if shape == "colon" and alike:
                del self.path[alike[-1] :]
        elif shape == "colon" and alike:
            del self.path[alike[-1] :]
        else:
            floor = max(
                (i + 1 for i, known in enumerate(self.path) if known.shape not in ("plain", "colon")), default=0
            )
            if shape not in ("plain", "colon"):
                floor = 0
            del self.path[max(floor, len(self.path) - 1 - following) :]
        self.path.append(section)

    @property
    def names(self) -> tuple[str, ...]:
        """The headings from the outside in."""
        return tuple(section.text for section in self.path)

    @property
    def tag(self) -> Tag:
        """The venue and year that the nearest headings state."""
        venue = next((s.tag.venue for s in reversed(self.path) if s.tag and s.tag.venue), None)
        year = next((s.tag.year for s in reversed(self.path) if s.tag and s.tag.year), None)
        return Tag(venue, year)


def shape_of(text: str) -> str:
    """What headings of one level have in common: their numbering, or the colon they end in."""
    stripped = text.strip()
    if is_serial(stripped):
        return "serial"
    if match := _NUMBERED.match(stripped):
        kind = "0" if match["number"][:1].isdigit() else "A"
        return f"number{kind}{match['number'].count('.')}"
    if tag := parse_tag(tidy(stripped)):
        return "venue" if tag.venue else "year"
    return "colon" if stripped.endswith((":", "：")) else "plain"


def is_serial(text: str) -> bool:
    """Whether a heading counts the parts of a course: "Lecture 3", "Week 2"."""
    return _SERIAL.match(text.strip()) is not None


def tidy(text: str) -> str:
    """A heading's words without emoji and the marks that lead on to its list."""
    words = _EMOJI.sub(" ", text)
    words = " ".join(words.split()).strip(" #*_=~¶§🔗").rstrip(":：-–— ").strip()
    return words if has_letters(words) or words.isdigit() else ""
