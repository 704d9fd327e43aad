"""Org-mode, the notes of Emacs (https://orgmode.org/worg/org-syntax.html, seen 2026-11-22), in; the same lines as
Markdown out, so that one reader reads both. No line moves, so that line numbers stay true. Pure; cost is linear."""

from __future__ import annotations

import re
from dataclasses import dataclass

_HEADING = re.compile(r"(?P<stars>\*{1,12})[ \t]+(?P<text>\S.*)")
_KEYWORD = re.compile(r"\s*#\+(?P<name>\w+)(?:\[[^\]]*\])?:?[ \t]*(?P<value>.*)")
_OWN = re.compile(r"\s*#\+(?:\w+:|begin_|end_)", re.I)
_DRAWER = re.compile(r"\s*:(?P<name>[\w-]+):(?:[ \t]+(?P<value>\S.*))?\s*$")
_PLANNED = re.compile(r"\s*(?:CLOSED|SCHEDULED|DEADLINE|CLOCK):")
_LINK = re.compile(r"\[\[(?P<url>[^][\n]+)\](?:\[(?P<text>[^][\n]+)\])?\]")
_ITEM = re.compile(r"\s*(?:[-+]|[ \t]\*|\d{1,4}[.)])[ \t]+\S")
_TERM = re.compile(r"(?P<term>\s*[-+][ \t]+\S.{0,300}?)[ \t]+::(?=\s)")
_STATES = frozenset({"TODO", "DONE", "NEXT", "WAITING"})  # those a file declares come on top
_DECLARES = frozenset({"todo", "seq_todo", "typ_todo"})
_WORD = re.compile(r"(?<![^\s])[^\W\d_]+(?=[\s(]|$)")
_FRONT = re.compile(r"\[#\w\][ \t]+")
_BACK = re.compile(r"(?<![ \t])[ \t]+(?:(?::[\w@#%]+)+:[ \t]*$|\[\d{0,4}(?:/\d{0,4}|%)\])")
_RULE = re.compile(r"\s*\|-[-+]*\|?\s*$")
_CODE = ("src", "example")
_DEEPEST = 6  # headings of Markdown
_FEWEST = 2  # headings, and marks that nothing else has; by judgement, one may be quoted


def as_markdown(text: str) -> str | None:
    """`text` as Markdown: headings, fields of drawers as a list, quotations, code, links; None where no mark tells that
    it is org-mode."""
    lines = text.replace("\r", "").split("\n")
    if not _is_written(lines):
        return None
    page = _Page(
        states=_STATES | {word for line in lines for word in _declared(line)},
        titled=any(line.lower().startswith("#+title:") for line in lines),
    )
    return "\n".join(page.write(line) for line in lines)


def _is_written(lines: list[str]) -> bool:
    """Whether headings are marked by stars, and drawers or keywords stand there, as no other markup has them."""
    headings = sum(line.startswith("*") and _HEADING.match(line) is not None for line in lines)
    if headings < _FEWEST:
        return False
    drawers = sum(line.strip() in (":PROPERTIES:", ":END:") for line in lines)
    keywords = sum(line.lstrip().startswith("#+") and _OWN.match(line) is not None for line in lines)
    return drawers + keywords >= _FEWEST


@dataclass(slots=True)
class _Page:
    """Where a page stands: `drawer` and `block` are the open ones, `depth` how far its text is set in."""

    states: frozenset[str]
    titled: bool
    drawer: str = ""
    block: str = ""
    depth: int = 0
    listed: bool = False

    def write(self, line: str) -> str:
        """The next line."""
        if heading := _HEADING.match(line):
            self.drawer, self.block, self.listed = "", "", False
            level = min(_DEEPEST, len(heading["stars"]) + self.titled)
            return f"{'#' * level} {_inline(_title(heading['text'], self.states))}"
        if keyword := _KEYWORD.match(line):
            return self._keyword(keyword["name"].lower(), keyword["value"])
        if self.block in _CODE:
            return line
        field = _DRAWER.match(line)
        if field and (self.drawer or not field["value"]):
            return self._field(field["name"], field["value"])
        if self.drawer or _PLANNED.match(line) or line.startswith("# "):
            return ""
        self.depth = self.depth if self.listed else len(line) - len(line.lstrip())
        self.listed = self.listed or _ITEM.match(line) is not None
        return ("> " if self.block else "") + _inline(_set_out(line, self.depth))

    def _keyword(self, name: str, value: str) -> str:
        """A line of the page itself: its title, or an edge of a block."""
        way, _, kind = name.partition("_")
        if way in ("begin", "end") and kind:
            self.block = kind if way == "begin" else ""
            return "```" if kind in _CODE else ""
        return f"# {value}" if name == "title" else ""

    def _field(self, name: str, value: str | None) -> str:
        """A line of a drawer. Those of properties state facts, all others what was done when."""
        if not value:
            self.drawer = "" if self.drawer or name.upper() == "END" else name.upper()
            return ""
        stated = self.drawer == "PROPERTIES"
        return f"- {name.replace('_', ' ').capitalize()}: {_inline(value)}" if stated else ""


def _declared(line: str) -> list[str]:
    """The words for the state of a task that a line declares: "#+TODO: TODO(t) READING | READ"."""
    keyword = _KEYWORD.match(line) if line.startswith("#+") else None
    declares = keyword is not None and keyword["name"].lower() in _DECLARES
    return _WORD.findall(keyword["value"]) if keyword and declares else []


def _title(text: str, states: frozenset[str]) -> str:
    """The words of a heading, without state, priority, progress and tags."""
    state, _, rest = text.partition(" ")
    text = rest.lstrip() if state in states and rest else text
    return _BACK.sub("", _FRONT.sub("", text)).rstrip()


def _set_out(line: str, depth: int) -> str:
    """A line as far out as the text it stands in, its marks as Markdown has them."""
    margin = line[:depth]
    line = line[depth:] if not margin.strip() else line.lstrip()
    if _RULE.match(line):
        return line.replace("+", "|")
    term = _TERM.match(line)
    return f"{term['term']}:{line[term.end() :]}" if term else line


def _inline(text: str) -> str:
    return _LINK.sub(_linked, text) if "[[" in text else text


def _linked(link: re.Match[str]) -> str:
    url = link["url"].strip()
    return f"[{link['text'] or url}](<{url}>)"
