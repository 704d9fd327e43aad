"""Names with the family first and initials behind it, in front of titles, as journals of medicine write them: "Roe J,
Moe AB. Some title".

In: the text of an item. Out: the match of its names, or where they end. Pure.
"""

from __future__ import annotations

import re

from enrich.mentions.shapes.names import PARTICLE

# "Smith J, Doe AB. Some title", "Smith J. & Doe A.B. Some title", "Smith J et al. Some title", "Smith J Some title"
_INITIALED = rf"(?:{PARTICLE} ){{0,3}}[^\W\d_][\w'’-]+ (?:(?:[A-Z]\.[ -]?)*[A-Z]\.|[A-Z]{{1,3}})"
_FAMILIES = re.compile(
    rf"{_INITIALED}(?P<more>(?:,? (?:&|and) |, ){_INITIALED})*(?P<others>,? et al\.?)?\.?"
    r" (?!(?:19|20)\d\d)(?=[\"“'‘]?[^\W_a-z]\S* \S)"
)
# "Smith J, Tide Study Group, Doe AB. Some title", "Smith J, McRoe-Poe, Doe AB. Some title".
_ODD = r"[^\W\d_a-z][\w'’-]*(?: [^\W\d_a-z][\w'’-]*){0,3}"
_WITH_ODD = re.compile(
    rf"{_INITIALED}(?P<more>(?:, {_INITIALED})*(?:, {_ODD})(?:, {_INITIALED})+)(?P<others>,? et al\.?)?\. "
    r"(?=[\"“'‘]?[^\W_a-z]\S* \S)"
)
_JOINED = re.compile(r",? (?:&|and) ")


def begins_with_families(text: str) -> bool:
    """Whether several names stand in front, the family's first: "Roe J, Moe AB. ...", "Roe J. & Moe A.B. ..."."""
    match = _FAMILIES.match(text)
    return match is not None and bool(match["more"] or match["others"])


def families_end_in_stop(text: str) -> bool | None:
    """Whether a stop stands behind such names, be it one; None where there are none, or a word tells where they end."""
    match = _FAMILIES.match(text)
    return None if not match or _are_told(match) else match[0].endswith(". ")


def match_families(text: str, *, stopped: bool) -> re.Match[str] | None:
    """Names, the family's first; where a list has a stop behind them, "Influenza A Outbreaks" and "Roe J, Vitamin D
    Study Group" are none, and one amid them may be of another form."""
    match = _FAMILIES.match(text)
    found = match if match and (not stopped or match[0].endswith(". ") or _are_told(match)) else None
    return found or (_WITH_ODD.match(text) if stopped else None)


def _are_told(families: re.Match[str]) -> bool:
    """Whether a word tells where names end: "and" in front of the last, or "et al."."""
    return bool(families["others"] or _JOINED.match(families["more"] or ""))
