"""Where a paper appeared that is cited with its title in quotation marks and its people in front, as handbooks of style
have it: "Roe, Jane. “A Title.” Sea studies 12.3 (2019): 3-14.", "... Meeting on sands. Press, 2019."; engineers write
"J. Roe, “A Title,” in Proc. Meeting on Sands, Oslo, Norway, May 2019, pp. 3-14."; or behind a comma and "in:", as
mathematicians do: "J. Roe, A Title, in: Tides: Old, New, and Lost (ICES 2019), Press, pp. 3-14".

In: what stands behind the quotation, or all of a citation. Out: venue and year. The year tells the venue, whatever its
letters. Pure.
"""

from __future__ import annotations

import re

from enrich.mentions.shapes.names import names_people
from enrich.mentions.shapes.tags import YEAR, Tag, find_year

_IN_BRACKETS = re.compile(
    rf"(?P<venue>[^\W\d_a-z][^()\[\]\"“”\d]{{2,160}}?)(?: \d{{1,4}}(?:\.[\w–-]{{1,9}})?)? \((?P<year>{YEAR})\)"
    r"(?:: ?[\w–-]{1,20})?(?:\.(?=\s|$)|$)"
)
_BEHIND_PRESS = re.compile(
    r"(?P<venue>[^\W\d_a-z][^()\[\]\"“”.]{6,160})\. "
    r"(?:[A-ZÀ-Þ][\w,.& -]{1,40}: )?[A-ZÀ-Þ][\w&' -]{1,40}(?:, [A-ZÀ-Þ][\w -]{1,24})?, "  # the press, and its town
    rf"(?P<year>{YEAR})(?:\.(?=\s|$)|$)"
)
# A meeting, the town, perhaps its state, and the country where it was, which nothing else tells from a name with
# commas, perhaps days, and the date: "in Proc. Conference on Salt, Sand, and Silt, Kansas City, MO, USA, Apr. 2019".
_TOWN_WORD = r"[^\W\d_a-z][^\W\d_]*\.?(?:[- ][^\W\d_]+\.?){0,3}"
_AT_MEETING = re.compile(
    r"[Ii]n:? (?P<venue>[^\W_a-z][^()\[\]\"“”]{4,160}?(?: \([^()]{2,20}\))?)"
    rf"(?:, (?!and ){_TOWN_WORD}(?:, [A-Z]{{2}})?, (?!and ){_TOWN_WORD})?,"
    rf"(?: [A-Z][a-z]{{2,8}}\.?(?:[ –/-][\w–-]{{1,9}}\.?)?,?)? (?P<year>{YEAR})"
    r"(?:, (?:pp?\.|art\.|paper) ?[\w.–-]{1,20})?(?:\.(?=\s|$)|$)"
)
_QUOTED = re.compile(r"[^\W\d_].*[.?!,][\"”]\s+(?=[^\W\d_a-z]|in\s)", re.S)
_LONGEST = 300
_WITHIN = re.compile(r"(?<=\w),\s+in:\s+(?=[^\W\d_a-z])")
# A chapter, with the press of its book behind it: "J. Roe, A Title, in Tides of the World, vol. 3 (Press), 2019".
_IN_BOOK = re.compile(
    r",\s+in\s+(?P<venue>[^\W\d_a-z][^()\[\]\"“”]{6,120}?)(?:, (?:[Vv]ol\.|[Ee]ds?\.) [^()]{1,60})?"
    rf" \([^\W\d_a-z][^()\d]{{2,40}}\),? \(?(?P<year>{YEAR})\)?\.?$"
)
_NAME_END = re.compile(r",? \(|,? (?:pp?\.|pages|vol\.|volume|eds?\.|[\w.–-]*\d)")


def cited_place(behind: str) -> tuple[Tag, int] | None:
    """Venue and year that stand right behind a quoted title, and where they end."""
    match = _AT_MEETING.match(behind) or _IN_BRACKETS.match(behind) or _BEHIND_PRESS.match(behind)
    if not match or names_people(match["venue"]):
        return None
    return Tag(match["venue"].strip(" ,;"), int(match["year"])), match.end()


def split_container(text: str) -> tuple[str, Tag] | None:
    """`(rest, tag)` of a citation that ends in where it appeared."""
    if within := _WITHIN.search(text) if ", in: " in text else None:
        place = text[within.end() :]
        if end := _NAME_END.search(place):  # numbers; without any it may be words of the title
            return text[: within.start()], Tag(place[: end.start()].strip(" ,."), find_year(place))
    if book := _IN_BOOK.search(text) if ", in " in text else None:
        return text[: book.start()], Tag(book["venue"], int(book["year"]))
    quoted = _QUOTED.match(text) if '"' in text or "”" in text else None
    found = cited_place(text[quoted.end() :]) if quoted and len(text) - quoted.end() < _LONGEST else None
    return (
        (text[: quoted.end()].rstrip(), found[0]) if quoted and found and quoted.end() + found[1] == len(text) else None
    )
