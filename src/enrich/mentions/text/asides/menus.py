"""Lines of links: to the pages of a site, and to the years of a page.

In: the rows of a page, or the folded text of one. Out: whether, or where, such stand. Pure.
"""

from __future__ import annotations

import re
from itertools import pairwise

from enrich.mentions.shapes.names import is_single_name
from enrich.mentions.text.lines.rows import Row

# The pages of a person's or a group's site.
_MENU = frozenset("home about research teaching publications people team members news cv contact blog openings".split())  # noqa: SIM905
_BESIDE, _CHANGED = re.compile(r"[|·•/»]"), re.compile(r"last (?:updated|modified|edited|update|changed)\b.{0,60}")
# By judgement: links to other pages stand above the first entries, and once more at the foot of the page.
_TOP_ROWS, _FEWEST_LINKS, _LINK_WORDS, _MOST_MENUS = 3, 3, 3, 2
_YEAR = re.compile(r"(?:19|20)\d\d")
# "Jump to: 2021 2020 2019 Theses": other links stand behind years that no comma parts.
_YEARS = re.compile(
    r"(?:[a-z][a-z ]{1,24}:\s*)?(?:(?:(?:19|20)\d\d\b[\s|,·/•]*){3,}|(?:(?:19|20)\d\d\b[\s|·/•]*){3,}[a-z][a-z ]{2,40})"
)


def is_menu(folded: str) -> bool:
    """Whether a line is a row of links to the pages of a site: "Home | Research | Teaching", or says among such when
    the page was last changed."""
    cells = [cell.strip() for cell in _BESIDE.split(folded)]
    if len(cells) < 2:
        return False
    if any(_CHANGED.fullmatch(cell) for cell in cells):
        return True
    short = all(0 < len(cell.split()) <= 2 for cell in cells)
    return len(cells) >= 3 and short and sum(cell in _MENU for cell in cells) >= 2


def links_years(folded: str) -> bool:
    """Whether a line holds the years of a page, each one more or less than the last; elections and censuses leave some
    out."""
    if not _YEARS.fullmatch(folded):
        return False
    return len({int(later) - int(year) for year, later in pairwise(_YEAR.findall(folded))} | {0, 1, -1}) == 3


def find_top_menus(rows: list[Row]) -> list[int]:
    """Positions of lines on top of a page that are short words between bars, "Events | Mailing list | Archive", where
    hardly any other line has a bar: it would be a table, a list, or the people of records."""
    barred = [at for at, row in enumerate(rows) if "|" in row.text]
    apart = [at for at in barred if at < _TOP_ROWS and rows[at + 1 : at + 2] and (at == 0 or rows[at].gap)]
    return [at for at in apart if rows[at + 1].gap and _is_links(rows[at])] if len(barred) <= _MOST_MENUS else []


def _is_links(row: Row) -> bool:
    text = row.text.strip(" []")
    cells = [cell.split() for cell in text.split("|")]
    short = len(cells) >= _FEWEST_LINKS and all(0 < len(cell) <= _LINK_WORDS for cell in cells)
    named = any(is_single_name(" ".join(cell)) and cell[-1][0].isupper() for cell in cells)
    return short and not named and not row.marker and not any(letter.isdigit() for letter in text)
