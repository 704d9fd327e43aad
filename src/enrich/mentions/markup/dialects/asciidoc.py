"""AsciiDoc: https://docs.asciidoctor.org/asciidoc/latest/syntax-quick-reference/ (seen 2026-11-22). Lines in, Markdown
out."""

from __future__ import annotations

import re

_HEADING = re.compile(r"(?P<marks>={1,6})[ \t]+(?P<text>\S.*?)(?P<end>[ \t]+=+)?[ \t]*$")
_ATTRIBUTE = re.compile(r":!?[\w-]+!?:(?:[ \t]|$)")
_STYLE = re.compile(r"\[(?!\d+\])[\w#.%\"', =-]*\]$|\[\[[^\]]+\]\]$")
_FENCE = re.compile(r"(?:-{4,}|\.{4,}|\+{4,}|`{3,}.*)$")
_QUOTED = re.compile(r"_{4,}$")
_FRAME = re.compile(r"(?:={4,}|\*{4,}|--|/{4,}|\+|<<<)$")
_LINK = re.compile(r"(?:link:(?P<file>[^\s\[\]]+)|(?P<url>(?:https?|ftp|mailto):[^\s\[\]]+))\[(?P<text>[^\]\n]*)\]")
_CROSS = re.compile(r"<<[^<>,]*,[ \t]*(?P<text>[^<>]+)>>|\[\[[^\]]+\]\]|(?:image|footnote|xref):[^\s\[]*\[[^\]]*\]")
_ITEM = re.compile(r"[ \t]*(?P<marks>\*{1,6}|\.{1,6}|-|\d{1,4}\.)[ \t]+(?=\S)(?:\[[ *xX]\][ \t]+)?")
_TERM = re.compile(r"(?P<term>[^\s:|*.-][^\n]{0,80}?)(?P<marks>:{2,4}|;;)(?:[ \t]+(?P<text>\S.*))?$")
_CAPTION = re.compile(r"\.(?=[^\s.])")
_STRONG = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]*[^\s*])\*(?![\w*])")
_FEWEST = 2  # headings, and marks that nothing else has; by judgement


def is_written(lines: list[str]) -> bool:
    """Whether headings begin with "=", and attributes, styles or links stand as no other markup has them. Those of
    wikis end with it as well."""
    headings = [heading for line in lines if line[:1] == "=" and (heading := _HEADING.match(line))]
    if len(headings) < _FEWEST or sum(heading["end"] is not None for heading in headings) * 2 > len(headings):
        return False
    marks = sum(bool(_ATTRIBUTE.match(line) or _STYLE.match(line) or _QUOTED.match(line)) for line in lines)
    links = sum("[" in line and _LINK.search(line) is not None for line in lines)
    terms = sum(":: " in line and _TERM.match(line) is not None for line in lines)
    return marks + links + terms >= _FEWEST


def translate(lines: list[str]) -> list[str]:
    """The same lines as Markdown: headings, lists, terms with what they say, quotations, code, tables, links."""
    written: list[str] = []
    code, quoted, table = "", False, 0
    for at, line in enumerate(lines):
        line = line.rstrip()
        if code or (_FENCE.match(line) and not _underlines(lines, at)):
            closes = line == code
            written.append("```" if closes or not code else line)
            code = "" if closes else code or line
        elif line == "|===":
            table = 0 if table else 1
            written.append("")
        elif table:
            table, row = _row(line, table)
            written.append(row)
        elif _QUOTED.match(line):
            quoted = not quoted
            written.append("")
        elif _FRAME.match(line) or _ATTRIBUTE.match(line) or _STYLE.match(line) or line.startswith(("//", "include::")):
            written.append("")
        else:
            written.append(("> " if quoted and line else "") + _text(line))
    return written


def _underlines(lines: list[str], at: int) -> bool:
    """Whether a row of signs stands below a text as long as it: a heading in the older form."""
    above = lines[at - 1].rstrip() if at else ""
    return bool(above) and abs(len(above) - len(lines[at].rstrip())) <= 1


def _row(line: str, table: int) -> tuple[int, str]:
    """A row of a table that has a line of its own. Below the first one stands the rule of Markdown, where a blank line
    leaves room for it: `table` counts what came."""
    if line.startswith("|"):
        cells = [_inline(cell.strip()) for cell in line[1:].split("|")]
        return (-len(cells) if table == 1 else table), f"| {' | '.join(cells)} |"
    if table < 0 and not line:
        return 2, "|" + "---|" * -table
    return table, line if line else ""


def _text(line: str) -> str:
    """A line outside of blocks."""
    if heading := _HEADING.match(line):
        return f"{'#' * len(heading['marks'])} {_inline(heading['text'])}"
    if item := _ITEM.match(line):
        marks = item["marks"]
        sign = "1." if marks[0] in ".0123456789" else "-"
        return "   " * (len(marks) - 1 if marks[0] in "*." else 0) + f"{sign} {_inline(line[item.end() :])}"
    if term := _TERM.match(line):
        return f"{'   ' * (len(term['marks']) - 2)}- {_inline(term['term'])}: {_inline(term['text'] or '')}".rstrip()
    if _CAPTION.match(line):
        return f"**{line[1:]}**"
    return _inline(line.removesuffix(" +") + ("  " if line.endswith(" +") else ""))


def _inline(text: str) -> str:
    if "[" in text:
        text = _LINK.sub(_linked, text)
    if "<<" in text or ":" in text:
        text = _CROSS.sub(lambda cross: cross["text"] or "", text)
    return _STRONG.sub(r"**\1**", text) if "*" in text else text


def _linked(link: re.Match[str]) -> str:
    url = link["url"] or link["file"]
    words = link["text"].partition(",")[0] if "=" in link["text"] else link["text"]
    return f"[{words.strip(' ^') or url}](<{url}>)"
