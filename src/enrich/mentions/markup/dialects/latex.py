"""LaTeX of notes and lists: sections, lists, emphasis and links in, Markdown out; the preamble and all commands for the
looks of a page go. Accents are decoded by pylatexenc.
"""

from __future__ import annotations

import re

from enrich.mentions.bibtex.tex import plain_text

_COMMAND = re.compile(r"\s*\\(?:begin|end|(?:sub)*section|chapter|part|paragraph|item|bibitem|documentclass)\b")
_BEGIN, _END = r"\begin{document}", r"\end{document}"
_LEVELS = {name: level for level, name in enumerate(("part", "chapter", "section", "subsection", "subsubsection"), 1)}
_LEVELS |= {"paragraph": 6, "subparagraph": 6}
_INNER = r"(?P<text>(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)"
_HEADING = re.compile(rf"\\(?P<name>{'|'.join(_LEVELS)})\*?(?:\[[^\]]*\])?\{{{_INNER}\}}")
_TITLE = re.compile(rf"\\title\{{{_INNER}\}}")
_ITEM = re.compile(r"\\(?:bibitem(?:\[[^\]]*\])?(?:\{[^{}]*\})?|item(?:\[(?P<term>[^\]]*)\])?)\s*")
_BLOCK = re.compile(r"\\(?P<way>begin|end)\{(?P<name>[\w*]+)\}(?:\[[^\]]*\]|\{[^{}]*\})*")
_LISTS, _QUOTED = ("itemize", "enumerate", "description", "thebibliography"), ("quote", "quotation", "abstract")
_STRONG = re.compile(rf"\\textbf\{{{_INNER}\}}|\{{\\bf(?:series)?\s+(?P<old>[^{{}}]*)\}}")
_EMPHASIS = re.compile(rf"\\(?:emph|textit|textsl)\{{{_INNER}\}}|\{{\\(?:em|it|sl)(?:shape)?\s+(?P<old>[^{{}}]*)\}}")
_HREF = re.compile(rf"\\href\{{(?P<url>[^{{}}]*)\}}\{{{_INNER}\}}")
_URL = re.compile(r"\\(?:url|path|nolinkurl)\{(?P<url>[^{}]*)\}")
_BREAK = re.compile(r"(?:\\\\(?:\[[^\]]*\])?|\\newline)\s*$")
_QUOTES = re.compile(r"``(?P<text>[^`']*)''")
_DROPPED = re.compile(
    r"\\(?:label|cite\w*|ref|vspace|hspace|bigskip|medskip|smallskip|noindent|newblock|maketitle|tableofcontents|newpage"
    r"|clearpage|pagestyle|thispagestyle|centering|hfill|par)\b\*?(?:\[[^\]]*\])?(?:\{[^{}]*\})?\s*"
)
_COMMENT = re.compile(r"(?<!\\)%.*")
_DEEPEST = 6  # as LaTeX has it; what is deeper is read there
_SHARE, _FEWEST = 0.05, 3  # of the lines of a document, those that commands of its structure begin; by judgement


def is_written(lines: list[str]) -> bool:
    """Whether a document begins as those of LaTeX do, or commands for its structure begin many lines of it."""
    found = sum("\\" in line and _COMMAND.match(line) is not None for line in lines)
    return found >= max(_FEWEST, _SHARE * sum(bool(line.strip()) for line in lines))


def translate(lines: list[str]) -> list[str]:
    """The same lines as Markdown."""
    body = next((at + 1 for at, line in enumerate(lines) if line.strip().startswith(_BEGIN)), 0)
    end = next((at for at, line in enumerate(lines) if line.strip().startswith(_END)), len(lines))
    written: list[str] = []
    open_blocks: list[str] = []
    for at, line in enumerate(lines):
        line = _COMMENT.sub("", line).strip() if "%" in line else line.strip()
        if body <= at < end:
            _follow(line, open_blocks)
            written.append(_line(_BLOCK.sub("", line).strip(), open_blocks))
        else:
            title = _TITLE.match(line)
            written.append(f"# {_inline(title['text'])}" if title else "")
    return written


def _follow(line: str, open_blocks: list[str]) -> None:
    """Keeps which lists and quotations are open behind a line."""
    for block in _BLOCK.finditer(line):
        if block["way"] == "begin" and block["name"] in (*_LISTS, *_QUOTED):
            open_blocks.append(block["name"])
        elif block["way"] == "end" and block["name"] in open_blocks[-1:]:
            open_blocks.pop()


def _line(line: str, open_blocks: list[str]) -> str:
    """A line of the body, within lists or quotations."""
    if heading := _HEADING.match(line):
        rest = _inline(line[heading.end() :]).strip()
        text = _inline(heading["text"])
        return f"**{text}** {rest}" if rest else f"{'#' * _LEVELS[heading['name']]} {text}"
    depth = min(_DEEPEST, sum(name in _LISTS for name in open_blocks))
    indent = "   " * max(0, depth - 1)
    if item := _ITEM.match(line):
        term = f"**{_inline(item['term'])}** " if item["term"] else ""
        return f"{indent}- {term}{_inline(line[item.end() :])}"
    text = _inline(line)
    quoted = bool(open_blocks) and open_blocks[-1] in _QUOTED
    return ("> " if quoted and text else indent + "  " if depth and text else "") + text


def _inline(text: str) -> str:
    """Words with the marks and links of Markdown; what is left of TeX is decoded."""
    if "\\" not in text and "{" not in text and "``" not in text and "~" not in text:
        return text
    broken = "  " if _BREAK.search(text) else ""
    text = _DROPPED.sub("", _BREAK.sub("", text))
    text = _QUOTES.sub(r"“\g<text>”", text)
    urls: list[str] = []
    text = _HREF.sub(lambda link: f"[{link['text']}]({_keep(link['url'], urls)})", text)
    text = _URL.sub(lambda link: f"<{_keep(link['url'], urls)}>", text)
    text = _STRONG.sub(lambda part: f"**{part['text'] or part['old'] or ''}**", text)
    text = _EMPHASIS.sub(lambda part: f"*{part['text'] or part['old'] or ''}*", text)
    text = plain_text(text)
    return re.sub(r"address:(\d+):", lambda kept: urls[int(kept[1])], text) + broken


def _keep(url: str, urls: list[str]) -> str:
    """A word that stands for an address while TeX is decoded."""
    urls.append(url.replace("\\", ""))
    return f"address:{len(urls) - 1}:"
