"""The keys under which titles that may be one paper meet: titles in, 64-bit keys out. Pure.

Two families of keys. `part_keys`: the letters of the title, of its name and of its subtitle, so that a dropped or added
subtitle still meets; `asked_keys` are those of a listed title, which may stand among venues and names. `rare_keys`:
pairs of a title's rarest words, so that typos, lost words and appended venues still meet. Index and query make their
keys here, or they would not meet.
"""

from __future__ import annotations

import functools
import hashlib
import re
from typing import TYPE_CHECKING

from enrich.identities.annotations import runs_between_marks, without_annotation
from enrich.titles import fold_title, join_words, split_title

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Hashes = npt.NDArray[np.uint64]
    Rows = npt.NDArray[np.int64]

# technology trials, 2.7 M titles: pairs of the 5 rarest words, of the 3 rarest among the first 6, and words that at
# most 32 titles have, find 99 % of titles with a typo and 95 % of truncated ones.
_RAREST = 5
_RAREST_IN_FRONT = 3
_FRONT = 6
RARE_WORD = 32
# Shorter runs between marks are remarks ("in press"), and no title that is found by a run alone is matched.
_FEWEST_WORDS_WITHIN = 3

_LAST_BRACKET = re.compile(r"\s*[\(\[][^()\[\]]{1,60}[\)\]]\W*$")
_MIX = 0x9E3779B97F4A7C15


@functools.lru_cache(maxsize=1 << 20)
def word_key(word: str) -> int:
    """The key of a word."""
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little") or 1


def title_key(folded: str) -> int:
    """The key of a folded title, the same for joined and split words."""
    letters = join_words(folded)
    return int.from_bytes(hashlib.blake2b(letters.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "little")


def part_keys(title: str) -> list[int]:
    """The keys of a title's parts: what stands before and behind the colon, and all without a bracket at the end."""
    head, tail = split_title(title)
    parts = [head, tail] if tail else []
    if title.rstrip().endswith((")", "]")):
        parts.append(_LAST_BRACKET.sub("", title))
    return [title_key(folded) for part in parts if (folded := fold_title(part))]


def asked_keys(title: str, folded: str) -> list[int]:
    """The keys of a listed title and of its parts, and of all that may be the title among names, venues and remarks."""
    within = [title_key(run) for run in runs_between_marks(title) if run.count(" ") >= _FEWEST_WORDS_WITHIN - 1]
    bare = [title_key(fold_title(shorter)) for shorter in without_annotation(title)]
    return list(dict.fromkeys([title_key(folded), *part_keys(title), *bare, *within]))


def rare_keys(rows: Rows, words: Hashes, places: Rows, counts: Rows, titles: int) -> tuple[Hashes, Rows]:
    """The keys of the rare words of many titles at once.

    In, for every word of every title: the title's row (0..`titles`-1, ascending), the word's key, its place in the
    title, and how many titles have it. Out: keys and the rows they belong to.
    """
    import numpy as np

    single = counts <= RARE_WORD
    keys, owners = [words[single]], [rows[single]]
    for most, kept in ((_RAREST, slice(None)), (_RAREST_IN_FRONT, places < _FRONT)):
        table = _rarest(rows[kept], words[kept], counts[kept], titles, most)
        for i in range(most):
            for j in range(i + 1, most):
                both = (table[:, i] != 0) & (table[:, j] != 0) & (table[:, i] != table[:, j])
                keys.append(_pair(table[both, i], table[both, j]))
                owners.append(np.flatnonzero(both))
    return np.concatenate(keys), np.concatenate(owners)


def _rarest(rows: Rows, words: Hashes, counts: Rows, titles: int, most: int) -> Hashes:
    """The `most` rarest words of each title, 0 where it has fewer."""
    import numpy as np

    order = np.lexsort((words, counts, rows))
    rows, words = rows[order], words[order]
    starts = np.searchsorted(rows, np.arange(titles))
    rank = np.arange(len(rows)) - starts[rows]
    table = np.zeros((titles, most), np.uint64)
    kept = rank < most
    table[rows[kept], rank[kept]] = words[kept]
    return table


def _pair(words: Hashes, others: Hashes) -> Hashes:
    """The key of two words, in whichever order."""
    import numpy as np

    low, high = np.minimum(words, others), np.maximum(words, others)
    return np.asarray((low * np.uint64(_MIX)) ^ (high + (low >> np.uint64(29))), np.uint64)
