"""What an element of HTML says of itself: which part of a paper's entry it is, whether it is a menu, or one card's.
Pure."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from enrich.mentions.markup.model.blocks import BADGE
from enrich.mentions.markup.model.tags import STRONG

if TYPE_CHECKING:
    from lxml.etree import _Element

_HINTS = re.compile(
    r"(?:^|[\W_])(?P<title>p?title|headline|papertitle)|(?:^|[\W_])(?P<authors>authors?|creators?)"
    r"|(?:^|[\W_])(?P<venue>venue|journal|periodical|conference|booktitle|publisher|publication-?venue)|(?P<abstract>abstract)"
    r"|(?:^|[\W_])(?P<year>year|date|pubdate)",
    re.I,
)
# The types of schema.org whose name is a paper's title, or says where it appeared (https://schema.org/CreativeWork).
_WORKS = frozenset(
    ["CreativeWork", "ScholarlyArticle", "Article", "TechArticle", "Report", "Thesis", "Chapter", "Book"]
)
_SERIES = frozenset(["Periodical", "PublicationVolume", "PublicationIssue", "BookSeries", "CreativeWorkSeries"])
# What pages lead to their other parts with, by their roles (WAI-ARIA) and the classes of such lists.
_ROLES = frozenset(["navigation", "menu", "menubar", "tablist", "search"])
_MENUS = frozenset(["menu", "sub-menu", "nav", "navbar-nav", "nav-menu", "breadcrumb", "breadcrumbs", "pagination"])
_UNSEEN = frozenset(["sr-only", "is-sr-only", "visually-hidden", "screen-reader-text", "skip-link", "skip-nav"])
_LEADS = frozenset(["a", "button", "option", "script", "style", "summary"])
_MOST_LOOKED_AT, _FEW_WORDS, _WORDS_SHARE = 400, 16, 0.25  # elements; words outside of links, by judgement
WIDEST_SPAN = 200
_FEWEST_ADDRESSES = 2  # that are of entries
_NEAR = 3  # siblings before and behind that are looked at; the next has a footer if they are cards
# Facts beside a title that style sheets frame: "<span class="badge">ICES 2019</span>".
_BADGES, _SMALL = frozenset(["badge", "chip", "pill", "label", "tag"]), frozenset(["span", "abbr", "small"])


def is_footer(element: _Element) -> bool:
    """Whether an element ends the page, or says who made it (<address> of HTML, contentinfo of WAI-ARIA 1.2)."""
    if element.tag == "footer":
        return not _is_of_card(element)
    if element.tag == "address":  # several give the people of each entry
        return len(list(islice(element.getroottree().iter("address"), _FEWEST_ADDRESSES))) < _FEWEST_ADDRESSES
    return element.tag == "div" and (element.get("role") == "contentinfo" or element.get("id") == "footer")


def _is_of_card(footer: _Element) -> bool:
    """Whether a footer belongs to a part of the page that is one of several with footers, not to the page."""
    above = footer.getparent()
    if above is None or above.tag not in ("article", "section", "blockquote", "figure"):
        return False
    near = (
        *islice(above.itersiblings(above.tag), _NEAR),
        *islice(above.itersiblings(above.tag, preceding=True), _NEAR),
    )
    return any(sibling.find("footer") is not None for sibling in near)


def is_menu(element: _Element) -> bool:
    """Whether an element says that it leads to other parts of the page, or to other pages; or a link of a list, that
    it stands on the page it leads to (WAI-ARIA 1.2)."""
    if element.get("role") in _ROLES:
        return _leads_on(element)
    if element.tag == "a":  # "Skip to main content", for those who do not see the page
        unseen = not _UNSEEN.isdisjoint((element.get("class") or "").lower().split())
        return unseen and "#" in (element.get("href") or "")
    if element.tag not in ("ul", "ol", "menu"):
        return False
    links = (item.find("a") for item in element.iterchildren("li"))
    current = any(link is not None and link.get("aria-current", "false") != "false" for link in links)
    named = not _MENUS.isdisjoint((element.get("class") or "").lower().split())
    return current or (named and _leads_on(element))


def _leads_on(element: _Element) -> bool:
    """Whether an element has hardly a word but those of its links and buttons: what a search has found, or a list of
    papers, has more."""
    words = own = 0
    for inner in islice(element.iter(), _MOST_LOOKED_AT):
        own += len((inner.text or "").split()) if inner.tag in _LEADS else 0
        words += len((inner.text or "").split()) if isinstance(inner.tag, str) else 0
        words += len((inner.tail or "").split()) if inner is not element else 0
    return words - own <= max(_FEW_WORDS, _WORDS_SHARE * words)


def hint_of(element: _Element) -> str:
    """What the markup calls the element, if that is a part of a paper's entry; code is set apart from emphasis."""
    if element.tag == "code":
        return "code"
    if cites_whole(element):
        return ""
    own = element.tag if element.tag in STRONG else ""  # "<papertitle>"
    words = f"{own} {element.get('class') or ''} {element.get('itemprop') or ''}"
    if not words.strip():
        return ""
    match = _HINTS.search(words)
    if not match and element.tag in _SMALL and not _BADGES.isdisjoint(words.lower().split()):
        return BADGE
    return (match.lastgroup or "") if match else _hint_of_name(element)


def _hint_of_name(element: _Element) -> str:
    """What the name of a work or of a series is, by the type that the element around it states."""
    if element.get("itemprop") != "name":
        return ""
    scope = next((above for above in element.iterancestors() if above.get("itemscope") is not None), None)
    kind = (scope.get("itemtype") or "").rpartition("/")[2] if scope is not None else ""
    return "title" if kind in _WORKS else "venue" if kind in _SERIES else ""


def is_whole_title(element: _Element) -> bool:
    """Whether an element that is called a title, inside of one, has a <span> behind it that is none: its kind."""
    behind = element.getnext()
    if behind is None or (element.tail or "").strip() or behind.tag != "span" or not behind.get("class"):
        return False
    return hint_of(element) == "title" and hint_of(behind) == ""


def cites_whole(element: _Element) -> bool:
    """Whether a <cite> holds a whole citation, with its journal or title emphasised inside, and no name alone."""
    return element.tag == "cite" and next(element.iter("i", "em"), None) is not None


def kind_of(element: _Element) -> str:
    """What elements alike are known by: their class, or "<cite>" of those that have none; "" of any other."""
    return element.get("class") or ("<cite>" if element.tag == "cite" else "")


def span_of(element: _Element, name: str) -> int:
    """How many rows or columns a cell covers; more than a table can sensibly have is a slip of the pen."""
    digits = (element.get(name) or "").strip()
    return min(max(int(digits), 1), WIDEST_SPAN) if digits.isascii() and digits.isdigit() and len(digits) < 6 else 1


def text_of(element: _Element, longest: int) -> str:
    """The words of an element; of a long one the first. A comment has none."""
    found: list[str] = []
    length = 0
    for piece in element.itertext() if isinstance(element.tag, str) else ():
        found.append(str(piece))
        length += len(piece)
        if length > longest:
            break
    return " ".join("".join(found).split())
