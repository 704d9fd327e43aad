"""Initials without a blank in front of family names: "X.He, M.v.d.Roe", as physicists' pages have them. Pure."""

from __future__ import annotations

import re

_CAPITAL = r"[^\W\d_a-z]"
# Not behind a slash or a bracket: those are addresses.
_GLUED = re.compile(
    rf"(?<![^\s,;])(?P<initials>(?:{_CAPITAL}[a-z]?\.-?){{1,4}})(?P<particles>(?:[vd]\.){{0,2}})"
    rf"(?P<family>(?:[DO]['’])?{_CAPITAL}[^\W\d_]+)(?![\w/.]*[\w/])"
)
_FEWEST = 8  # names; fewer may be words that a blank was lost between


def part_initials(text: str) -> str:
    """The text with blanks behind such initials, where it has several."""
    names = {match["family"] for match in _GLUED.finditer(text)}
    return _GLUED.sub(_parted, text) if len(names) >= _FEWEST else text


def _parted(name: re.Match[str]) -> str:
    return " ".join([name["initials"], *name["particles"].replace(".", ". ").split(), name["family"]])
