"""Venues of a page that stand behind the titles of its other items, "A Title, J. Sea Stud. 12", "A Title, J. Sea
Stud., to appear", taken off where a reader left them there or cut them at a stop; and what programmes print there of
how papers are presented and received: "A Title Virtual", "A Title Distinguished Paper".

In: the items of a page. Out: the same items, some with shorter titles. No venue is known beforehand: most venues of the
page stand right behind a title and a comma, and behind the same words in other items numbers, brackets, or how far the
paper has come. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from enrich.mentions.items import Item
from enrich.mentions.review.places import WORDS_LEFT
from enrich.mentions.shapes.tags import STATE_WORDS, find_year
from enrich.mentions.shapes.words import is_small

# By judgement: of the venues of a page so many stand right behind one sign, and a known one does so more than once.
_FEWEST, _SHARE, _OFTEN = 8, 0.6, 2
_SIGNS = (", ", ". ")
_BEHIND = re.compile(rf"\W*$|,? ?\(?\d[\w–-]*(?: ?[^\w\s]|\W*$)|[,.]? (?i:{STATE_WORDS})\b")
_STATE = re.compile(rf"(?P<sign>[.,] ){STATE_WORDS}(?:[.\s]*$|\. (?=[A-Z]))", re.I)
# By judgement: fewer titles that end so, or all in one way, are chance.
_FEWEST_SHOWN, _WAYS = 3, 2
_SHOWN = re.compile(
    r"(?: (?:Virtual|Remote|Recorded|In[ -]Person"
    r"|(?:Best|Outstanding|Distinguished) (?:[A-Z][a-z]+ )?Paper(?: Award)?))+$"
)


def cut_ends(items: Sequence[Item]) -> None:
    """Takes the venues of the page, and how far a paper has come, off the ends of titles, where most have a venue; and
    how papers are presented, where several titles say so."""
    _cut_shown(items)
    named = [item for item in items if item.venue]
    for sign in _SIGNS:
        placed = Counter(item.venue or "" for item in named if f"{item.title}{sign}{item.venue}" in item.entry)
        if placed.total() >= max(_FEWEST, _SHARE * len(named)):
            known: dict[str, list[str]] = defaultdict(list)
            for venue in sorted((venue for venue, count in placed.items() if count >= _OFTEN), key=len, reverse=True):
                known[venue.split()[0]].append(venue)
            for item in items:
                _cut(item, sign, known)
                if item.year and not item.venue:
                    _cut_unsigned(item, known)


def _cut_shown(items: Sequence[Item]) -> None:
    shown = [(item, found) for item in items if (found := _SHOWN.search(item.title))]
    shown = [(item, found) for item, found in shown if len(item.title[: found.start()].split()) >= WORDS_LEFT]
    if len(shown) >= _FEWEST_SHOWN and len({found[0] for _, found in shown}) >= _WAYS:
        for item, found in shown:
            item.title = item.title[: found.start()]


def _cut_unsigned(item: Item, known: Mapping[str, Sequence[str]]) -> None:
    """Cuts a title at a venue that ends it where the sign was left out: "A Title ICES", of "A Title ICES, 2019".
    What leads on to a name is of the title: "Ten Years of ICES"."""
    words = item.title.split()
    for at in range(len(words) - 1, WORDS_LEFT - 1, -1):
        venue = " ".join(words[at:])
        if venue in known.get(words[at], ()) and not is_small(words[at - 1]):
            item.title, item.venue = " ".join(words[:at]), venue
            return


def _cut(item: Item, sign: str, known: Mapping[str, Sequence[str]]) -> None:
    """Cuts an item's title at the first `sign` with a venue behind it, of those `known` by their first words, or with
    how far a paper has come; the latter at its end only, where its venue stands behind."""
    start = item.entry.find(item.title)
    words = item.entry[start:] if start >= 0 else item.title
    stated = item.venue is not None and item.venue in words[len(item.title) :]
    states = (match for match in _STATE.finditer(item.title) if match["sign"] == sign)
    state = next((match.start() for match in states if not stated or match.end() == len(item.title)), 0)
    at = 0
    while 0 <= (at := words.find(sign, at + 1)) <= len(item.title):
        begin = at + len(sign)
        first = words[begin:].partition(" ")[0]
        fitting = (each for each in known.get(first.rstrip(",;"), ()) if words.startswith(each, begin))
        venue = next((each for each in fitting if _BEHIND.match(words, begin + len(each))), None)
        if (venue or at == state) and len(words[:at].split()) >= WORDS_LEFT:
            item.title, item.venue = words[:at], venue or item.venue
            item.year = item.year or find_year(words[begin + len(venue or "") :])
            return
