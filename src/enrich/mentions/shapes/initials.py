"""Initials without a blank in front of family names: "X.He, M.v.d.Roe", as physicists' pages have them. Pure."""

from __future__ import annotations

import re

_CAPITAL = r"[^\W\d_a-z]"
_INITIALS, _PARTICLES = rf"(?:{_CAPITAL}[a-z]?\.-?){{1,4}}", r"(?:[vd]\.){0,2}"
_FAMILY = rf"(?:[DO]['’])?{_CAPITAL}[^\W\d_]{{1,30}}"
_NAME = f"{_INITIALS}{_PARTICLES}{_FAMILY}"
# Not within an address; entries may begin with it, behind the sign of a tag or of emphasis.
_GLUED = re.compile(
    rf"(?<![^\s>*_(])(?P<initials>{_INITIALS})(?P<particles>{_PARTICLES})(?P<family>{_FAMILY})(?![\w/)=&]|\.\w)"
)
# Names that stand beside others, or in front of those that are left out.
_LISTED = re.compile(rf"{_NAME}(?:(?:,? (?:and|&) |, |; ){_NAME})+|{_NAME}(?=,? et\.? al\b)")
_FEWEST = 5  # names; fewer may be words that a blank was lost between
_COLUMNS = re.compile(r"(?<=\S) {2,}(?=\S)")


def part_initials(text: str) -> str:
    """The text with blanks behind such initials, where it has several lists of such names. What stands in columns stays
    there."""
    names = {name for listed in _LISTED.finditer(text) for name in re.findall(_NAME, listed[0])}
    return "\n".join(map(_part_line, text.split("\n"))) if len(names) >= _FEWEST else text


def _part_line(line: str) -> str:
    parted = _GLUED.sub(_part, line)
    more = len(parted) - len(line)
    gap = next((gap for gap in _COLUMNS.finditer(parted) if len(gap[0]) > more + 1), None) if more else None
    return parted[: gap.end() - more] + parted[gap.end() :] if gap else parted


def _part(name: re.Match[str]) -> str:
    return " ".join([name["initials"], *name["particles"].replace(".", ". ").split(), name["family"]])
