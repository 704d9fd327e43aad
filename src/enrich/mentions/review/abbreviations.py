"""Stops that belong to the names of venues: "Seismol. Res. Lett." ends in an abbreviation, not in a sentence.

In: the text of a page and its items, whose venues were read up to their last stop. Out: the same items, with the stop
where the page has it behind the last word of a venue in front of a comma or a number again and again. Pages that
put stops behind whole names too, or abbreviate without stops ("Seismol Res Lett. 2019;3:4"), end a sentence there.
Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from enrich.mentions.items import Item

# The last word of a venue, in front of what stands behind venues: a comma, a volume, a year, the end of its markup.
_WORD = re.compile(
    r"(?<![\w-])(?P<word>[^\W\d_][^\W\d_'’-]+)(?P<stop>\.?)(?=[,;]|[*_]{1,3}[\s,;(\d]|\s*</?[a-zA-Z]|,?\s+[(\d*_])"
)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_STOP_WITHIN = re.compile(r"\.:? \S")
_ABBREVIATING = 0.5  # of the venues with such a stop behind them, so many have others within. By judgement


def restore_stops(text: str, items: Iterable[Item]) -> None:
    """Gives the venues of `items` the stops of their last words."""
    placed = [item for item in items if item.venue]
    open_ended = [item for item in placed if (item.venue or "")[-1].isalpha()]
    open_ended = _stop_single_letters(text, open_ended)
    if not any(map(_has_stops, placed)):
        return
    counts = Counter((match["word"], match["stop"]) for match in _WORD.finditer(text))
    stopped = [item for item in open_ended if _is_stopped(_last_word(item), counts)]
    if not _abbreviates(stopped) and not (stopped and _abbreviates(placed)):
        return
    closed = _ends_sentences(open_ended, stopped)
    short = {_last_word(item) for item in stopped if _has_stops(item)}
    for item in stopped:
        if not closed or _last_word(item) in short:
            item.venue = f"{item.venue}."


def _stop_single_letters(text: str, items: Sequence[Item]) -> list[Item]:
    """Gives "VLDB J" the stop that the page has behind it, where other names stand without; the items left."""
    lettered = [item for item in items if len(_last_word(item)) == 1]
    others = {item.venue for item in items} - {item.venue for item in lettered}
    text = " ".join(_TAG.sub("", text).split())  # "<i>Cell Rep</i>. 2018"
    if sum(f"{venue}." in text for venue in others) * 2 >= len(others):
        return list(items)  # sentences end there: "Glob Chang Biol A. 2019", "Cell Rep. 2018"
    stopped = [item for item in lettered if f"{item.venue}." in text]
    for item in stopped:
        item.venue = f"{item.venue}."
    return [item for item in items if not (item.venue or "").endswith(".")]


def _last_word(item: Item) -> str:
    return (item.venue or "").replace("-", " ").split()[-1]


def _is_stopped(word: str, counts: Counter[tuple[str, str]]) -> bool:
    return counts[word, "."] > counts[word, ""]


def _has_stops(item: Item) -> bool:
    return bool(_STOP_WITHIN.search(item.venue or ""))


def _ends_sentences(items: Sequence[Item], stopped: Sequence[Item]) -> bool:
    """Whether the page puts stops behind whole names as well, "Nature. 2019;3:4": of the venues without stops within,
    fewer lack one behind than have it."""
    whole = {item.venue for item in items if not _has_stops(item)}
    closed = whole & {item.venue for item in stopped}
    return len(whole) < 2 * len(closed)


def _abbreviates(items: Sequence[Item]) -> bool:
    """Whether most venues, of those of several words, have stops within."""
    venues = {item.venue for item in items if item.venue and " " in item.venue}
    return sum(bool(_STOP_WITHIN.search(venue)) for venue in venues) > _ABBREVIATING * len(venues)
