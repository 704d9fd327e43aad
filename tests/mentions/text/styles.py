"""How people write down a paper: one line of a list, several lines, or the row of a table. Data for the tests.

Each style maps a `Paper` and a source of chance to the text as it looks once the links are lost.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass


@dataclass
class Paper:
    """What a list says about a paper."""

    title: str
    authors: list[str]
    venue: str
    year: int
    month: int
    note: str
    abstract: str
    has_code: bool
    topic: str
    name: str


def _code(p: Paper, paper: str = "[paper]", code: str = "[code]") -> str:
    return f"{paper} {code}" if p.has_code else paper


def _all(p: Paper) -> str:
    return ", ".join(p.authors)


def _and(p: Paper) -> str:
    return p.authors[0] if len(p.authors) == 1 else ", ".join(p.authors[:-1]) + " and " + p.authors[-1]


def _family(name: str) -> str:
    return name.split()[-1]


def _initials(name: str, dot: str = ".", between: str = " ") -> str:
    return between.join(part[0] + dot for part in name.split()[:-1])


def _first_initials(p: Paper) -> str:
    return ", ".join(f"{_initials(name)} {_family(name)}" for name in p.authors)


Style = Callable[[Paper, random.Random], str]

LINES: dict[str, Style] = {
    "tag in front, note": lambda p, r: f"[{p.venue} {p.year}] {p.title}. {p.note}" + (" Code" if p.has_code else ""),
    "title, authors, venue": lambda p, r: f"{p.title}. {_all(p)}. {p.venue} {p.year}. {_code(p)}",
    "tag in brackets behind": lambda p, r: f"{p.title} ({p.venue} {p.year}) {_code(p)}",
    "authors in full first": lambda p, r: f"{_all(p)}. {p.title}. {p.venue}, {p.year}.",
    "authors with initials first": lambda p, r: f"{_first_initials(p)}. {p.title}. {p.venue}, {p.year}.",
    "APA": lambda p, r: (
        f"{', '.join(f'{_family(n)}, {_initials(n)}' for n in p.authors)} ({p.year}). {p.title}. {p.venue}, "
        f"{r.randint(1, 40)}({r.randint(1, 9)}), {r.randint(1, 300)}-{r.randint(301, 400)}."
    ),
    "commas": lambda p, r: f"{p.title}, {_and(p)}, {p.venue} {p.year}",
    "dash and authors": lambda p, r: f"{p.title} - {_all(p)} ({p.venue} {p.year})",
    "name and quotes": lambda p, r: (
        f'{p.name}: "{p.title}", {p.venue}, {p.year} (Some University). {_code(p, "[Paper]", "[PyTorch]")}'
    ),
    "bare": lambda p, r: p.title,
    "bars": lambda p, r: f"{p.title} | {p.venue} {p.year} | paper" + (" | code" if p.has_code else ""),
    "month and dash": lambda p, r: f"{p.year}.{p.month:02d} - {p.title} [paper]",
    "month in brackets": lambda p, r: f"({p.year}/{p.month:02d}) {p.title} {_code(p)}",
    "short year tag": lambda p, r: f"({p.venue}'{p.year % 100:02d}) {p.title} [pdf]",
    "et al, commas": lambda p, r: f"{_family(p.authors[0])} et al., {p.title}, {p.venue} {p.year}",
    "et al (year)": lambda p, r: f"{_family(p.authors[0])} et al. ({p.year}). {p.title}. {p.venue}.",
    "IEEE": lambda p, r: (
        f"{_and(p)}, “{p.title},” in Proc. {p.venue}, {p.year}, pp. {r.randint(1, 99)}–{r.randint(100, 200)}."
    ),
    "IEEE initials": lambda p, r: (
        f"{' and '.join(f'{_initials(n)} {_family(n)}' for n in p.authors[:2])}, "
        f'"{p.title}," {p.venue}, vol. 3, no. 2, {p.year}.'
    ),
    "lower anchors": lambda p, r: f"{p.title} paper" + (" code" if p.has_code else ""),
    "anchors behind a stop": lambda p, r: f"{p.title}. Paper" + (", Code" if p.has_code else ""),
    "DBLP": lambda p, r: f"{_all(p)}: {p.title}. {p.venue} {p.year}: {r.randint(1, 99)}-{r.randint(100, 200)}",
    "tag without a stop": lambda p, r: f"{p.title} {p.venue} {p.year}" + (" [code]" if p.has_code else ""),
    "year in brackets": lambda p, r: f"{p.title} ({p.year})",
    "year behind a comma": lambda p, r: f"{p.title}, {p.year}",
    "year and dash": lambda p, r: f"{p.year} - {p.title}",
    "venue, note": lambda p, r: f"{p.title}. {p.venue} {p.year}. {p.note}",
    "two tags": lambda p, r: f"[{p.year}] [{p.venue}] {p.title} {_code(p)}",
    "glued tag": lambda p, r: f"{p.title} [{p.venue}{p.year}] {_code(p)}",
    "dash and note": lambda p, r: f"{p.title} - {p.note}",
    "stop and note": lambda p, r: f"{p.title}. {p.note}",
    "address": lambda p, r: f"{p.title}: https://arxiv.org/abs/{r.randint(1501, 1512)}.{r.randint(10000, 19999)}",
    "by": lambda p, r: f"{p.title} by {_and(p)} ({p.year})",
    "emoji": lambda p, r: f"🌟 {p.title}, {p.venue}, {p.year}. 🔥",
    "authors in brackets": lambda p, r: f"{p.title} ({_family(p.authors[0])} et al., {p.year})",
    "tag and colon": lambda p, r: f"{p.venue} {p.year}: {p.title}",
    "authors and dash": lambda p, r: f"{_all(p)} - {p.title} ({p.year})",
    "Vancouver": lambda p, r: (
        f"{', '.join(f'{_family(n)} {_initials(n, chr(0), chr(0))}' for n in p.authors)}. {p.title}. {p.venue}. "
        f"{p.year};{r.randint(1, 50)}:{r.randint(1, 99)}-{r.randint(100, 200)}."
    ).replace(chr(0), ""),
}

BLOCKS: dict[str, Callable[[Paper, random.Random], list[str]]] = {
    "title / authors / venue / anchors": lambda p, r: [p.title, _all(p), f"{p.venue} {p.year}", "[Paper] [Code]"],
    "title / authors": lambda p, r: [p.title, _all(p)],
    "title / venue": lambda p, r: [p.title, f"{p.venue}, {p.year}"],
    "title / authors and venue": lambda p, r: [p.title, f"{_all(p)}. {p.venue} {p.year}. [Paper] [Code]"],
    "title / address": lambda p, r: [p.title, f"https://arxiv.org/abs/1503.{r.randint(10000, 19999)}"],
}

Row = Callable[[Paper], list[str]]
TABLES: dict[str, tuple[list[str], Row]] = {
    "year title venue code": (
        ["Year", "Title", "Venue", "Code"],
        lambda p: [str(p.year), p.title, p.venue, "Code" if p.has_code else "-"],
    ),
    "title venue date code": (
        ["Title", "Venue", "Date", "Code"],
        lambda p: [p.title, p.venue, f"{p.year}-{p.month:02d}-11", "Github" if p.has_code else "-"],
    ),
    "title authors venue year": (
        ["Title", "Authors", "Venue", "Year"],
        lambda p: [p.title, _all(p), p.venue, str(p.year)],
    ),
    "date keywords paper venue": (
        ["Date", "Keywords", "Paper", "Venue"],
        lambda p: [str(p.year), p.topic, p.title, p.venue],
    ),
    "venue year title": (["Venue", "Year", "Title"], lambda p: [p.venue, str(p.year), p.title]),
    "title year": (["Title", "Year"], lambda p: [p.title, str(p.year)]),
    "paper venue": (["Paper", "Venue"], lambda p: [p.title, p.venue]),
    "title publication year link": (
        ["Title", "Publication", "Year", "Link"],
        lambda p: [p.title, p.venue, str(p.year), "Link"],
    ),
    "category paper venue year": (
        ["Category", "Paper", "Venue", "Year"],
        lambda p: [p.topic, p.title, p.venue, str(p.year)],
    ),
    "venue title code": (
        ["Venue", "Title", "Code"],
        lambda p: [p.venue, p.title, "Code" if p.has_code else ""],
    ),
    "year title authors": (["Year", "Title", "Authors"], lambda p: [str(p.year), p.title, _all(p)]),
    "method paper venue year": (
        ["Method", "Paper", "Venue", "Year"],
        lambda p: [p.name, p.title, p.venue, str(p.year)],
    ),
}
