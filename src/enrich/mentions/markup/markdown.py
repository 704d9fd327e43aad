"""Markdown in, a draft out. markdown-it-py reads the markup; what it found is written as HTML, line by line.

"Line-true" means that every block stands in the HTML on the line it has in the Markdown, so that HTML inside Markdown
(tables, <details>) becomes part of one tree, and a line number of the tree is a line number of the document. No regular
expression ever looks at raw Markdown for its structure.
"""

from __future__ import annotations

import functools
import re
from collections import Counter
from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from enrich.mentions.items import Draft
from enrich.mentions.markup import html, outline
from enrich.mentions.markup.nesting import set_in
from enrich.mentions.shapes.anchors import is_anchor
from enrich.records import Document, LineClass

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.renderer import RendererHTML
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

# A line this long is no listed item but data (an embedded picture, a dump), and inline parsing costs 0.4 s a megabyte.
LONGEST_LINE = 200_000
# Lists and quotes nest no deeper in any real document, and each level costs Python frames. Beyond its own limit
# markdown-it drops the rest of the document, so that deeper lines are moved up before it reads them.
DEEPEST_NESTING = 30
_DEEPEST_TOKEN = 8 * DEEPEST_NESTING
_MARKERS = re.compile(rf"(?:[ \t]*(?:[-*+>]|\d{{1,9}}[.)])(?=[ \t>])){{{DEEPEST_NESTING},}}[ \t]*")
_INDENT = " " * 2 * DEEPEST_NESTING
_MOST_OPEN = 500  # brackets open in a paragraph; the parser tries each of them against all that follow
# ":fire:" beside a text is shown as a picture.
_EMOJI_FIRST = re.compile(r"^(?:\s*:[a-z][a-z0-9_+-]+:(?=\s|$))+")
_EMOJI_LAST = re.compile(r"(?:(?<!\S):[a-z][a-z0-9_+-]+:\s*)+$")
_FRONT_TITLE = re.compile(r"^title\s*:\s*[\"']?(?P<title>.+?)[\"']?\s*$", re.M)
# "C*-algebras", "JB*-triples": the star is a letter of the word, where none opens in front of it as in "*K*-theory".
_STARRED = re.compile(r"(?<!\w)(?<!(?<!\*)\*)(?<!\*{3})[A-Z]{1,3}\*(?=-[^\W\d_])")
_LONGEST_STARRED = 3  # letters in front of the star
# "2013. A Title": a year in front of entries, unless it counts them.
_YEAR, _COUNTED = re.compile(r"(?:19|20)\d\d"), "1899"
_KEY, _FEWEST_KEYS = re.compile(r"\w\W{0,3}\]\[([^\s\[\]]+)\]"), 8  # by judgement
_ATTRIBUTES = re.compile(r"\s*\{:[^{}]*\}\s*")  # "{: .no_toc }", as kramdown has them on a line of their own


def read(document: Document) -> Draft:
    """The draft of a Markdown document."""
    draft = Draft()
    text = _readable(document.text, draft)
    environment: dict[str, Any] = {}
    tokens = _parser().parse(text, environment)
    if lost := _lost_references(tokens):
        environment = {"references": lost}
        tokens = _parser().parse(text, environment)
    _restore_years(tokens)
    outline.read(html.parse(_line_true(tokens, environment)), draft)
    _note_markup(tokens, environment, draft)
    return draft


@functools.cache
def _parser() -> MarkdownIt:
    """CommonMark with GitHub's tables, footnotes, front matter and definition lists; math is left alone."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.deflist import deflist_plugin
    from mdit_py_plugins.dollarmath import dollarmath_plugin
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.front_matter import front_matter_plugin
    from mdit_py_plugins.tasklists import tasklists_plugin

    parser = MarkdownIt("commonmark", {"html": True, "maxNesting": _DEEPEST_TOKEN})
    parser.enable(["table", "strikethrough"])
    parser.inline.ruler.before("emphasis", "starred", _is_starred)
    parser.use(front_matter_plugin).use(footnote_plugin, inline=False, move_to_end=False).use(deflist_plugin)
    parser.use(tasklists_plugin)
    return parser.use(dollarmath_plugin, allow_space=False, allow_digits=False, allow_labels=False)


def _renderer() -> RendererHTML:
    from markdown_it.renderer import RendererHTML

    renderer = _parser().renderer
    assert isinstance(renderer, RendererHTML)
    return renderer


def _is_starred(state: StateInline, silent: bool) -> bool:
    """A rule of the parser: the star at its place is a letter of a word, and no mark."""
    places = range(max(0, state.pos - _LONGEST_STARRED), state.pos) if state.src[state.pos] == "*" else ()
    ends = (match.end() for place in places if (match := _STARRED.match(state.src, place)))
    if state.pos + 1 not in ends:
        return False
    state.pending += "" if silent else "*"
    state.pos += 1
    return True


def _lost_references(tokens: Sequence[Token]) -> dict[str, dict[str, Any]]:
    """Addresses, empty, for the keys behind links, "[A Title][doe19]", that were left behind: several keys, most of
    them used once, where tags come again and again. Those that the page has are known by now."""
    from markdown_it.common.utils import normalizeReference

    texts = (child.content for token in tokens for child in token.children or () if child.type == "text")
    used = Counter(normalizeReference(key) for text in texts if "][" in text for key in _KEY.findall(text))
    keys = [key for key in used if not is_anchor(key)]
    told = len(keys) >= _FEWEST_KEYS and len(keys) * 2 > used.total()
    return {key: {"href": "", "title": "", "map": [0, 0]} for key in keys} if told else {}


def _restore_years(tokens: Sequence[Token]) -> None:
    """Gives entries the years in front of them back, which the parser takes for their numbers."""
    from markdown_it.token import Token

    if any(token.type == "list_item_open" and token.info == _COUNTED for token in tokens):
        return
    for item, first in zip(tokens, tokens[2:], strict=False):
        if item.type == "list_item_open" and _YEAR.fullmatch(item.info) and first.type == "inline":
            first.children = [Token("text", "", 0, content=f"[{item.info}] "), *(first.children or [])]


def _readable(text: str, draft: Draft) -> str:
    """`text` without what costs the parser more than it is worth: endless lines, nesting and open brackets."""
    lines = text.replace("\x00", "\ufffd").split("\n")
    if len(lines) > 1:  # the parser ends lines at "\r", too
        lines = [line.removesuffix("\r").replace("\r", " ") for line in lines]
    lines = set_in(lines)
    open_brackets = 0
    for place, line in enumerate(lines):
        open_brackets = max(open_brackets + line.count("[") - line.count("]"), 0) if line.strip() else 0
        if _ATTRIBUTES.fullmatch(line):
            draft.note(place + 1, LineClass.FURNITURE, "attributes of the block above")
            lines[place] = ""
        elif len(line) > LONGEST_LINE:
            draft.note(place + 1, LineClass.IGNORED, f"a line of {len(line):,} characters is no list entry")
            lines[place] = ""
        elif line.startswith(_INDENT):
            lines[place] = _INDENT + line.lstrip(" \t")
        elif len(line) > DEEPEST_NESTING and (deep := _MARKERS.match(line)):
            lines[place] = "- " + line[deep.end() :]
        if open_brackets > _MOST_OPEN:
            lines[place] = lines[place].replace("[", "&#91;")
    return "\n".join(lines)


def _line_true(tokens: Sequence[Token], environment: dict[str, Any]) -> str:
    """The tokens as HTML in which every block stands on its line of the source."""
    parts: list[str] = []
    line = 0
    for token in tokens:
        if token.map and token.nesting >= 0 and token.map[0] > line:
            parts.append("\n" * (token.map[0] - line))
            line = token.map[0]
        part = _html(token, environment)
        line += part.count("\n")
        parts.append(part)
    return "".join(parts)


def _html(token: Token, environment: dict[str, Any]) -> str:
    match token.type:
        case "inline":
            return _renderer().renderInline(_calm(token.children or []), _parser().options, environment)
        case "html_block":
            return token.content
        case "fence":
            return f"<pre>\n{escape(token.content, quote=False)}</pre>"
        case "code_block":
            return f"<pre>{escape(token.content, quote=False)}</pre>"
        case "math_block" | "math_block_label":
            return f"<p>{escape(token.content, quote=False)}</p>"
        case "footnote_reference_open":
            return "<div>"
        case "footnote_reference_close":
            return "</div>"
    if not token.tag or token.hidden:
        return "" if not token.hidden else _hidden(token)
    return f"<{token.tag}>" if token.nesting >= 0 else f"</{token.tag}>"


def _hidden(token: Token) -> str:
    """A paragraph of a tight list is hidden, yet it ends where it ends."""
    return "<div>" if token.nesting > 0 else "</div>"


def _calm(children: list[Token]) -> list[Token]:
    """Inline tokens without what is no text of the item: marks of footnotes and names of emoji at the ends of a text
    go, but for those that a link has for its words; math stays as it was written."""
    calm: list[Token] = []
    for child in children:
        if child.type in ("footnote_ref", "footnote_anchor"):
            continue
        if child.type in ("math_inline", "math_inline_double"):
            child.type, child.content = "text", f"{child.markup}{child.content}{child.markup}"
        elif child.type == "text" and ":" in child.content and not _names_link(child, calm):
            child.content = _EMOJI_LAST.sub(" ", _EMOJI_FIRST.sub(" ", child.content))
        calm.append(child)
    return calm


def _names_link(child: Token, before: list[Token]) -> bool:
    """Whether names of emoji are all the words of a link."""
    return bool(before) and before[-1].type == "link_open" and is_anchor(child.content)


def _note_markup(tokens: Sequence[Token], environment: dict[str, Any], draft: Draft) -> None:
    """Notes for the lines that are markup alone."""
    for token in tokens:
        if not token.map:
            continue
        lines = range(token.map[0] + 1, token.map[1] + 1)
        match token.type:
            case "front_matter":
                draft.note_all(lines, LineClass.FURNITURE, "front matter")
                if not draft.title and (match_ := _FRONT_TITLE.search(token.content)):
                    draft.title = match_["title"]
            case "fence" | "code_block":
                draft.note_all(lines, LineClass.IGNORED, "code")
            case "hr":
                draft.note_all(lines, LineClass.FURNITURE, "a rule between parts")
            case "html_block":
                draft.note_all(lines, LineClass.FURNITURE, "HTML markup without text")
            case "table_open":
                draft.note_all(lines, LineClass.TABLE_HEADER, "the rule below the column names")
            case "heading_open":
                draft.note_all(lines, LineClass.HEADING, "the rule below a heading")
    for reference in environment.get("references", {}).values():
        first, last = reference["map"]
        draft.note_all(range(first + 1, last + 1), LineClass.FURNITURE, "the address of a reference link")
