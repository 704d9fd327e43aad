"""HTML in, a draft out. lxml mends the markup, `dom` makes blocks of the tree, `outline` reads the items in them."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

from enrich.mentions.items import Draft
from enrich.mentions.markup import outline
from enrich.mentions.markup.model import dom
from enrich.mentions.markup.model.blocks import Block
from enrich.records import Document, LineClass

if TYPE_CHECKING:
    from lxml.etree import _Element

_TAG = re.compile(r"</?(?P<name>[a-zA-Z][a-zA-Z0-9]*)[^<>]*>")
_BROKEN_TAG = re.compile(r"<[a-zA-Z][^<>]*\n[^<>]*>")
# What browsers write on top of pages that they save, with its length in front.
_SAVED, _LONGEST_HEAD = re.compile(r"<!-- saved from url=\(\d+\)(?P<url>[^\s#]+)"), 2000
# Where a tree is deeper than libxml2 goes (2,048), these tags alone are kept, and fewer as long as that is too deep.
# Those of the last step close one another, so none nests.
_FLAT_TAGS = frozenset(
    ["p", "li", "tr", "td", "th", "br", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "script", "style"]
)
_FLATTER = (_FLAT_TAGS | {"a", "b", "strong", "i", "em", "img"}, _FLAT_TAGS | {"a", "img"}, _FLAT_TAGS)


def read(document: Document) -> Draft:
    """The draft of an HTML document."""
    draft = Draft()
    outline.read(parse(document.text), draft)
    last = document.text.count("\n") + 1
    draft.note_all(range(1, last + 1), LineClass.FURNITURE, "HTML markup, scripts, navigation or footer")
    return draft


def parse(text: str) -> list[Block]:
    """The blocks of an HTML text. Never raises: broken markup is mended, nesting beyond measure is flattened."""
    text = _without_own_address(text.replace("\x00", "\ufffd"))
    if text.count("\n") >= dom.LAST_COUNTED_LINE:
        # Beyond the lines that the parser counts, those of text are counted: move the ones inside tags behind them.
        text = _BROKEN_TAG.sub(lambda tag: tag[0].replace("\n", " ") + "\n" * tag[0].count("\n"), text)
    root, too_deep = _tree(text)
    for kept in _FLATTER:
        if too_deep:
            root, too_deep = _tree(_TAG.sub(functools.partial(_flat, kept), text))
    return dom.read_blocks(root) if root is not None else []


def _without_own_address(text: str) -> str:
    """The text with links to places of the page itself as it had them before a browser saved it: "#part"."""
    own = _SAVED.search(text, 0, _LONGEST_HEAD)
    return text.replace(f'"{own["url"]}#', '"#') if own else text


def _tree(text: str) -> tuple[_Element | None, bool]:
    """The tree of `text`, and whether it was cut for its depth."""
    from lxml import etree

    parser = etree.HTMLParser(recover=True, huge_tree=True, encoding="utf-8")
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    return root, any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log)


def _flat(kept: frozenset[str], tag: re.Match[str]) -> str:
    return tag[0] if tag["name"].lower() in kept else "\n" * tag[0].count("\n")
