"""The frame of a site around each of several of its pages, copied one below another: menus, forms and small print that
come back line for line.

In: rows. Out: the positions of those lines. Pure; cost is linear.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import takewhile

from enrich.mentions.shapes.words import has_words, without_numbers
from enrich.mentions.text.lines.rows import Row

_LINES = 12  # one after another, so many come back; by judgement: what stands between titles are fewer
_LONGEST, _SEVERAL = 24, 2  # lines, with what comes back below more than two; a list may have been copied twice
_APART = 40  # lines from one to the next, on average; what comes back more often belongs to each paper
_BUTTON_WORDS, _SHORT_SHARE = 3, 0.6  # of the lines of a frame, so many have hardly a word more than buttons


def find_frames(rows: Sequence[Row], claimed: Mapping[int, object]) -> list[int]:
    """Positions of runs of mostly short lines that come back on the page as they are, but for numbers, with what comes
    back below each."""
    places = [at for at in range(len(rows)) if at not in claimed]
    texts = [without_numbers(rows[at].text) for at in places]
    runs: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for first in range(len(texts) - _LINES + 1):
        runs[tuple(texts[first : first + _LINES])].append(first)
    found: set[int] = set()
    for run, firsts in runs.items():
        short = sum(not has_words(text, _BUTTON_WORDS + 1) for text in run)
        apart = len(firsts) > 1 and firsts[-1] - firsts[0] >= _APART * (len(firsts) - 1)
        if apart and len(set(run)) > _LINES // 2 and short >= _SHORT_SHARE * _LINES:
            below = [texts[first + _LINES : first + _LONGEST] for first in firsts if len(firsts) > _SEVERAL]
            length = _LINES + sum(1 for _ in takewhile(lambda lines: len(set(lines)) == 1, zip(*below, strict=False)))
            found.update(places[at] for first in firsts for at in range(first, first + length))
    return sorted(found)
