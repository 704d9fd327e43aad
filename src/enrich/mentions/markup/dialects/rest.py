"""reStructuredText: https://docutils.sourceforge.io/docs/ref/rst/restructuredtext.html (seen 2026-11-22). Lines in,
Markdown out."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_RULE = re.compile(r"(?P<sign>[!-/:-@\[-`{-~])(?P=sign){2,}$")
_DIRECTIVE = re.compile(
    r"(?P<margin>\s*)\.\.[ \t]+(?:\|[^|]+\|[ \t]+)?(?P<name>[a-z][\w:-]*?)::(?:[ \t]+(?P<words>.*))?$"
)
_TARGET = re.compile(r"\s*\.\.[ \t]+_(?P<name>`[^`]+`|(?:[^:`\\]|\\.)+):(?:[ \t]+(?P<url>\S+))?\s*$")
_CITED = re.compile(r"\.\.[ \t]+\[(?P<key>[#*\w.-]+)\][ \t]+(?P<text>\S.*)$")
_FIELD = re.compile(r"(?P<margin>\s*):(?P<name>[^\s:`][^:\n`]{0,40}):(?:[ \t]+(?P<text>\S.*))?$")
_LINK = re.compile(r"`(?P<text>[^`<>]+?)\s*<(?P<url>[^`<>\s]+)>`__?|`(?P<name>[^`]+)`_(?!_)")
_ROLE = re.compile(r":(?P<role>[\w:+-]+):`(?P<text>[^`<]+?)(?:\s*<(?P<url>[^`>]+)>)?`")
_ITEM = re.compile(r"\s*(?:[-*+•]|#\.|\(?\d{1,4}[.)])[ \t]+(?=\S)")
# What these hold is no text of the page; the words of all others are.
_HIDDEN = frozenset({"contents", "toctree", "image", "figure", "include", "raw", "meta", "math", "only", "index"})
_IDS = frozenset({"doi", "arxiv", "pmid", "isbn"})
_INDENT = " " * 4  # of definitions in Markdown
_DEEPEST = 6  # headings of Markdown
_FEWEST_FIELDS = 3  # besides headings: a line of Markdown may begin with a picture, ":fire: ..."; by judgement


def is_written(lines: list[str]) -> bool:
    """Whether directives, targets, links or fields stand as no other markup has them, beside underlined headings."""
    ruled = sum(_is_underline(lines, at) for at in range(1, len(lines)))
    marks = sum(
        line.startswith(".. ") and (_DIRECTIVE.match(line) or _TARGET.match(line)) is not None for line in lines
    )
    links = sum("`_" in line and _LINK.search(line) is not None for line in lines)
    fields = sum(line[:1] == ":" and line[1:2].isupper() and _FIELD.match(line) is not None for line in lines)
    return (ruled > 0 or marks > 1) and (marks + links > 0 or fields >= _FEWEST_FIELDS)


def translate(lines: list[str]) -> list[str]:
    """The same lines as Markdown: headings by the order in which their signs come, fields as lists, words of directives
    as quotations, code, definitions, links."""
    lines = [line.rstrip() for line in lines]
    page = _Page(lines)
    return [page.write(at) for at in range(len(lines))]


@dataclass(slots=True)
class _Page:
    """Where a page stands: `levels` of the headings that came, what it is `inside` of and where that begins."""

    lines: list[str]
    levels: dict[tuple[str, bool], int] = field(default_factory=dict)
    inside: str = ""
    margin: int = 0
    listed: bool = False
    defined: int = 0  # how far the definition is set in that is written

    def write(self, at: int) -> str:
        """A line, after all those above it."""
        line = self.lines[at]
        depth = len(line) - len(line.lstrip())
        if line and depth <= self.margin:
            self.inside = ""
        directive = None if self.inside == "code" else _DIRECTIVE.match(line)
        if directive:
            return self._directive(directive["name"], directive["words"] or "", depth)
        if self.inside:
            return _held(line, depth, self.inside)
        if _is_underline(self.lines, at) or _is_overline(self.lines, at):
            return ""
        if _is_underline(self.lines, at + 1):
            return self._heading(at)
        if target := _TARGET.match(line):
            name = target["name"].strip("`").replace("\\", "")
            return f"[{name}]: <{target['url']}>" if target["url"] else ""
        if cited := _CITED.match(line):
            self.listed = True
            return f"- {_inline(cited['text'])}"
        if line == ".." or line.startswith(".. "):
            return self._directive("", "", depth)
        return self._text(line, depth, self.lines[at - 1] if at else "")

    def _directive(self, name: str, words: str, depth: int) -> str:
        """The head of a directive, or of a remark, which has no name; what it holds is set in further."""
        hidden = not name or name in _HIDDEN
        self.inside = "code" if name.startswith("code") else "hidden" if hidden else "words"
        self.margin = depth
        return f"> {_inline(words)}" if self.inside == "words" and words else ""

    def _heading(self, at: int) -> str:
        style = (self.lines[at + 1][0], at > 0 and _is_overline(self.lines, at - 1))
        level = self.levels.setdefault(style, len(self.levels) + 1)
        self.listed = False
        return f"{'#' * min(_DEEPEST, level)} {_inline(self.lines[at].strip())}"

    def _text(self, line: str, depth: int, above: str) -> str:
        """A line outside of directives. What is set in right below a line defines it."""
        if self.defined and (not line or depth >= self.defined):
            return _inline(_INDENT + line[self.defined :]) if line else ""
        plain = bool(above.strip()) and not above[0].isspace() and not _ITEM.match(above) and not _FIELD.match(above)
        self.defined = depth if plain and not _ITEM.match(line) else 0
        if self.defined:
            return _inline(f":   {line[depth:]}")
        listed = self.listed
        self.listed = bool(_ITEM.match(line) or _FIELD.match(line)) or (listed and (not line or depth > 0))
        return _text(line, listed)


def _is_underline(lines: list[str], at: int) -> bool:
    """Whether a row of one sign stands right below a text that is no longer than it."""
    if not 0 < at < len(lines) or not _RULE.match(line := lines[at].rstrip()):
        return False
    above = lines[at - 1].rstrip()
    return bool(above.strip()) and not _RULE.match(above) and len(above) <= len(line) + 1


def _is_overline(lines: list[str], at: int) -> bool:
    """Whether a row of one sign stands above a text that the same row stands below."""
    below = lines[at + 2].rstrip() if at + 2 < len(lines) else ""
    return bool(_RULE.match(lines[at].rstrip())) and below == lines[at].rstrip() and _is_underline(lines, at + 2)


def _held(line: str, depth: int, inside: str) -> str:
    """A line of what a directive holds; its options are no text."""
    if inside == "words" and line and not _FIELD.match(line):
        return f"> {_inline(line.lstrip())}"
    return f"    {line}" if inside == "code" and line and not _FIELD.match(line) else ""


def _text(line: str, listed: bool) -> str:
    """A field, a line of a block, an entry of a list, or words that may be set in to be quoted."""
    if stated := _FIELD.match(line):
        return f"{stated['margin']}- {stated['name'].capitalize()}: {_inline(stated['text'] or '')}".rstrip()
    line = _inline(line)
    if line.startswith("| "):
        return line[2:] + "  "
    if line.lstrip().startswith("#. "):
        return line.replace("#. ", "1. ", 1)
    return line if listed or _ITEM.match(line) else line.lstrip()


def _inline(text: str) -> str:
    if "`" not in text:
        return text
    text = _ROLE.sub(_of_role, text)
    return _LINK.sub(lambda link: f"[{link['text']}](<{link['url']}>)" if link["url"] else f"[{link['name']}]", text)


def _of_role(role: re.Match[str]) -> str:
    stated = f"{role['role']}:" if role["role"].lower() in _IDS else ""
    return f"[{role['text']}](<{role['url']}>)" if (role["url"] or "").startswith("http") else stated + role["text"]
