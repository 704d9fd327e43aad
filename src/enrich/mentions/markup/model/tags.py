"""The elements of HTML by what they do to their text."""

from __future__ import annotations

SILENT = frozenset(
    """script style template noscript svg button select textarea iframe object canvas video audio head input option
    map nav""".split()  # noqa: SIM905 - quoted words would be harder to read
)
_PLAIN_INLINE = frozenset(
    """span font small big sub sup u mark abbr label tt kbd samp time del s strike ins nobr bdi bdo data wbr q var
    acronym math mi mo mn mrow msup msub semantics mtext""".split()  # noqa: SIM905
)
STRUCTURE = frozenset(["ul", "ol", "menu", "dl", "li", "dt", "dd", "table", "tr", "td", "th", "details"])
STRONG = frozenset(["b", "strong", "papertitle"])
EMPHASIS = frozenset(["i", "em", "cite", "dfn", "code"])
INLINE = _PLAIN_INLINE | STRONG | EMPHASIS | {"a", "img", "br"}
