"""Text in, its markup out: markdown, html, bibtex or plain text, by how much of it is written in each.

File names are never asked. Rendered text that quotes a BibTeX entry, a snippet of HTML or a shell comment stays text:
a markup must make up the document, not occur in it. Only the first pages are looked at.
"""

from __future__ import annotations

import re

from enrich.records import DocumentKind

_HEAD_CHARACTERS = 400_000

_HTML_DOCUMENT = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_HTML_TAG = re.compile(
    r"</?(?:p|div|ul|ol|li|table|t[rdh]|a|h[1-6]|span|br|dl|dt|dd|b|i|em|strong|section)\b[^<>]*>", re.I
)

# HTML inside Markdown: from a tag that begins a block up to the next blank line, where no sign of Markdown can stand.
_HTML_BLOCK = re.compile(
    r"^ {0,3}</?(?:p|div|[uo]l|li|table|thead|tbody|t[rdh]|h[1-6]|dl|dt|dd|section|details|summary|center)\b[^\n]*"
    r"(?:\n[^\n]*\S[^\n]*)*",
    re.I | re.M,
)
_BIBTEX_ENTRY = re.compile(r"\s*@[A-Za-z]+\s*[{(]")

_INLINE_LINK = re.compile(r"\]\(\s*<?(?:https?:|ftp:|mailto:|#|\.{0,2}/|[\w./-]+\.\w+)")
_BULLET = re.compile(r"^ {0,3}(?:[-*+]|\d{1,3}[.)])[ \t]+\S", re.M)
_REFERENCE = re.compile(r"^ {0,3}\[[^\]\n]+\]:[ \t]+<?(?:https?:|#|/|\.)\S", re.M)
# The "#" over a column of running numbers is no heading: one of them stands right below it.
_COUNTED = r"(?![^\n]*\n(?:[ \t]*[-=─━═|+┼╪][-=─━═|+┼╪ \t]*\n)?[ \t]*\d{1,3}(?:[.)]? *[|│\t]| ))"
_HEADING = re.compile(rf"^ {{0,3}}(?:#{{2,6}}|#{_COUNTED})[ \t]+\S", re.M)
# Not indented, as the rules of rendered tables are.
_SETEXT = re.compile(r"^(?P<text>\S[^\n]*)\n(?P<line>={3,}|-{3,})[ \t]*$", re.M)
_LONGEST_UNDERLINE = 60  # columns; longer ones part records, unless they are as long as the text above them
_TABLE_RULE = re.compile(r"^ {0,3}\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$", re.M)
_EMPHASIS = re.compile(r"(?<![\w*])\*\*\S[^*\n]*\*\*(?!\*)|(?<![\w_])__\S[^_\n]*__(?!\w)")
_SLANTED = re.compile(r"(?<![\w*])\*[^\W_][^*\n]*\*(?![\w*])|(?<!\w)_[^\W_][^_\n]*_(?!\w)")
_STARTS_WITH_HEADING = re.compile(rf"\s*(?:#{{2,6}}|#{_COUNTED})[ \t]+\S")

# A page is written in a markup when this share of its non-blank lines shows it: pages of links have one a line, pages
# of citations a heading for every 20-30 of them; rendered pages that quote code have a comment line in some hundred.
_BIBTEX_SHARE = 0.6
_MARKDOWN_SHARE = 0.03
# Below underlined headings alone, emphasis on so many lines tells Markdown; by judgement, an entry may have one.
_SLANTED_SHARE = 0.25
# A bare HTML fragment is in good part tags. Shares here are judgement, kept by the documents of the tests.
_HTML_SHARE = 0.15


def kind_of_text(text: str) -> DocumentKind:
    """The markup that makes up the document; TEXT when none does."""
    head = text[:_HEAD_CHARACTERS]
    if _HTML_DOCUMENT.match(head[:5000]):
        return DocumentKind.HTML
    lines = [line for line in head.split("\n") if line.strip()]
    if _bibtex_lines(lines) > _BIBTEX_SHARE * len(lines):
        return DocumentKind.BIBTEX
    marked = _is_markdown(head, len(lines)) or _is_markdown_around_blocks(head)
    if marked and not _is_printed(head, lines):
        return DocumentKind.MARKDOWN
    if _is_html_fragment(head):
        return DocumentKind.HTML
    return DocumentKind.TEXT


def _bibtex_lines(lines: list[str]) -> int:
    """How many lines stand inside entries. An entry that never closes ends where the next begins."""
    inside = count = 0
    for line in lines:
        if _BIBTEX_ENTRY.match(line):
            inside = 0
        elif inside <= 0:
            continue
        count += 1
        inside += line.count("{") - line.count("}")
    return count


def _is_markdown(head: str, line_count: int) -> bool:
    links = len(_INLINE_LINK.findall(head)) + len(_REFERENCE.findall(head))
    # "[[code]](https://...)" is all that some programs leave of Markdown, on lines without any other sign of it.
    links -= 0 if _BULLET.search(head) else head.count("]](")
    marks = links + len(_HEADING.findall(head)) + len(_EMPHASIS.findall(head))
    tables = len(_TABLE_RULE.findall(head))
    if _STARTS_WITH_HEADING.match(head) or tables:
        return True
    if not marks and len(_SLANTED.findall(head)) < _SLANTED_SHARE * line_count:
        return False  # a page typed by hand, its headings underlined
    return marks + _underlined(head) >= max(min(2, line_count), _MARKDOWN_SHARE * line_count)


def _is_markdown_around_blocks(head: str) -> bool:
    """Whether what stands around blocks of HTML is Markdown: pages may have each of their tables as such a block."""
    around = _HTML_BLOCK.sub("", head)
    count = sum(bool(line.strip()) for line in around.split("\n")) if around != head else 0
    return count > 1 and _is_markdown(around, count)


def _underlined(head: str) -> int:
    """How many headings are underlined."""
    pairs = [(len(match["text"].rstrip()), len(match["line"])) for match in _SETEXT.finditer(head)]
    return sum(line < _LONGEST_UNDERLINE or line == text for text, line in pairs)


def _is_printed(head: str, lines: list[str]) -> bool:
    """Whether a pager has printed the Markdown: it sets every line in, and leaves signs of headings, but no links."""
    return all(line[0].isspace() for line in lines) and not _INLINE_LINK.search(head)


def _is_html_fragment(head: str) -> bool:
    in_tags = sum(len(tag) for tag in _HTML_TAG.findall(head))
    return in_tags >= _HTML_SHARE * len(head) and head.lstrip().startswith("<")
