"""Lines of links: to the pages of a site, and to the years of a page.

In: the rows of a page, or the folded text of one. Out: whether, or where, such stand. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from enrich.mentions.shapes.names import is_single_name
from enrich.mentions.text.lines.rows import Row

# The pages of a person's or a group's site.
_MENU = frozenset("home about research teaching publications people team members news cv contact blog openings".split())  # noqa: SIM905
_BESIDE, _CHANGED = re.compile(r"[|·•/»]"), re.compile(r"last (?:updated|modified|edited|update|changed)\b.{0,60}")
# By judgement: links to other pages stand above the first entries, and once more at the foot of the page.
_TOP_ROWS, _FEWEST_LINKS, _LINK_WORDS, _MOST_MENUS = 3, 3, 3, 2
# In a menu that names the sections of its page, by judgement: lines above, its words, those of a name, its letters in
# such names.
_TOP_LINES, _LONGEST_MENU, _NAME_WORDS, _NAMED = 12, 40, 4, 0.6
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


def find_sections(rows: list[Row]) -> tuple[list[int], set[int]]:
    """`(menus, headings)`: lines on top of a page that name its sections one behind another, "Home Call for Papers
    Schedule", and the rows of those names below."""
    tops = [at for at, row in enumerate(rows[:_TOP_LINES]) if not row.marker]
    named = {at: set(_names_in(row.text)) for at, row in enumerate(rows) if at in tops}
    likely = set().union(*named.values()) if named else set()
    below: dict[str, int] = {}
    for at, row in enumerate(rows[1:-1], start=1):
        apart = row.gap and rows[at + 1].gap and not row.marker
        if apart and row.text in likely:
            below.setdefault(row.text, at)
    menus, headings = [], set()
    for at in tops:
        found = {name for name in named[at] if below.get(name, 0) > at}
        text = rows[at].text
        whole = sum(len(name) for name in found if not any(name != other and name in other for other in found))
        if len(found) >= _FEWEST_LINKS and whole >= _NAMED * len(text):
            menus.append(at)
            headings |= {below[name] for name in found}
    return menus, headings


def _names_in(text: str) -> Iterator[str]:
    """All that a few words in a row may be in a text."""
    words = text.split()[:_LONGEST_MENU]
    for start in range(len(words)):
        yield from (" ".join(words[start:end]) for end in range(start + 1, min(start + _NAME_WORDS, len(words)) + 1))


def _is_links(row: Row) -> bool:
    text = row.text.strip(" []")
    cells = [cell.split() for cell in text.split("|")]
    short = len(cells) >= _FEWEST_LINKS and all(0 < len(cell) <= _LINK_WORDS for cell in cells)
    named = any(is_single_name(" ".join(cell)) and cell[-1][0].isupper() for cell in cells)
    return short and not named and not row.marker and not any(letter.isdigit() for letter in text)
