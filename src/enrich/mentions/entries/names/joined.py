"""People who all have the family's name in front, joined by semicolons, as chemists and libraries cite them, or by
"and", as BibTeX has them: "Roe, J. Q.; Poe, M.-A. Some Title", "Roe, Jane and Poe, Max (2019). Some Title"; or by
commas behind bare initials, with but one more in front of the title: "Roe JQ, Poe M, Some Title".

In: the text of an item. Out: names, year and the rest. Pure.
"""

from __future__ import annotations

import re

from enrich.mentions.shapes.names import PARTICLE
from enrich.mentions.shapes.tags import parse_year

_WORD = r"[^\W\d_]?[^\W\d_A-Z][^\W\d_]*(?:['’-][^\W\d_]+)*"  # no initials: "Roe J, Poe MA, Title"
_UPPER = r"[^\W\d_a-z]"
_INITIALS = rf"(?:{_UPPER}[a-z]?\.[ -]?)+(?:[vd]\. ?){{0,2}}(?:(?:Jr\.?|Sr\.?|I{{2,3}})(?![\w]))?(?<=\S)"
_FAMILY = rf"(?:(?i:{PARTICLE}) ){{0,3}}(?:{_UPPER}|[dlO]['’])[\w'’-]*(?: {_WORD}){{0,2}}"
_GIVEN = rf"{_UPPER}[\w'’-]+(?: {_UPPER}[\w'’-]+){{0,2}}(?: {_INITIALS})?(?: (?i:{PARTICLE})){{0,2}}"
_BARE = rf" {_UPPER}{{1,3}}(?=[;.,:]| [(–—|-]| (?:19|20)\d\d)"  # "Roe JQ"
_PERSON = rf"{_FAMILY}(?:, (?:{_INITIALS}|{_UPPER}{{1,3}}(?!\w)|{_INITIALS} {_GIVEN}|{_GIVEN})|{_BARE})"
_OTHERS = r"(?:[;,]? et\.? al\b\.?)"
# Behind the last: the year, a sign, or the stop of an initial.
_END = (
    r"(?:[.,:]? ?\(?(?P<year>(?:19|20)\d\d)[a-z]?\)?[.,:;]* |[.:,;] | [-–—|] |(?<=\.) )"
    r"(?![^\W\d_]\.[:;,]|[\w'’-]+;)(?:et al\. )?(?=[\"“'‘¿¡(\[]?\w+\S* \S)"
)
_BY_SEMICOLONS = re.compile(rf"(?P<names>{_PERSON}(?:; (?:and |& )?{_PERSON})+{_OTHERS}?|{_PERSON}{_OTHERS}){_END}")
_BY_AND = re.compile(rf"(?P<names>{_PERSON}(?: and {_PERSON})+{_OTHERS}?){_END}")
# "Roe JQ, Poe M, Some Title": what stands behind the last comma is no further name, nor one as "Berg Jvd".
_BY_COMMAS = re.compile(
    rf"(?P<names>{_FAMILY} {_UPPER}{{1,3}}(?:, {_FAMILY} {_UPPER}{{1,3}})+{_OTHERS}?), "
    rf"(?!{_FAMILY} {_UPPER}{{1,3}}(?:(?!\w)|[a-z]{{1,2}}(?=[,.] | \()))(?=[\"“'‘¿¡(\[]?(?:{_UPPER}|\d)\S* \S+ \S)"
)
_FEWEST_JOINED = 3  # "Bread and Roses, Beer and Wine": fewer are sure with an initial, or where names are expected
_INITIAL = re.compile(r", [^\W\d_a-z]\.")
_AND = re.compile(r" and ")


def split_joined(text: str, *, expected: bool) -> tuple[str, int | None, str] | None:
    """`(names, year, rest)` of several people with the family's name in front of each; None if others, or one alone
    stand in front. `expected`: the items of the list begin with authors."""
    if "," not in text and ";" not in text:
        return None
    if commas := _BY_COMMAS.match(text):
        families = {name.rpartition(" ")[0] for name in commas["names"].split(", ")}
        if expected or len(families) > 1:  # "Vitamin D, Vitamin K, Some Title"
            return commas["names"], None, text[commas.end() :]
    match = _BY_SEMICOLONS.match(text) if ";" in text else None
    if not match and " and " in text and (match := _BY_AND.match(text)):
        names = _AND.split(match["names"])
        if not all("," in name for name in names):
            return None
        if not (expected or len(names) >= _FEWEST_JOINED or _INITIAL.search(match["names"]) or match["year"]):
            return None
    if not match:
        return None
    year = parse_year(match["year"]) if match["year"] else None
    return _AND.sub("; ", match["names"]), year, text[match.end() :]
