"""Columns of remarks and descriptions in rows whose cells run together: where they begin and end.

In: the words of a row, or of all. Out: a number of words. Pure.
"""

from __future__ import annotations

from collections import Counter

from enrich.mentions.entries.learned.affixes import Affixes
from enrich.mentions.shapes.words import bare, capital_share, case_switch, is_capital, is_lower, is_small, stops

# By judgement: a column of remarks has few of them, and each comes several times.
_MOST_REMARKS, _FEWEST_TIMES = 4, 3
# Of the rows that end in a stop, so many end in a sentence that comes again where notes do. By judgement.
_NOTED_SHARE, _LONGEST_NOTE, _STOPS = 0.3, 12, (".", "!")


def last_words(rows: list[list[str]]) -> list[int] | None:
    """One word where the last words of most rows are a few that come again: a remark, no description."""
    edges = Counter(words[-1] for words in rows)
    usual = {word for word, count in edges.most_common(_MOST_REMARKS) if count >= _FEWEST_TIMES and is_lower(word)}
    lengths = [int(len(words) > 1 and words[-1] in usual) for words in rows]
    return lengths if sum(lengths) * 2 >= len(rows) else None


def notes_behind(rows: list[list[str]]) -> list[int] | None:
    """The words of the notes behind each title: sentences, many of which come again behind ever other titles; None
    where few do. A row that ends without a stop has none."""
    affixes = Affixes([words[::-1] for words in rows])
    lengths = [_known_note(words, affixes) if words[-1].endswith(_STOPS) else 0 for words in rows]
    closed = sum(words[-1].endswith(_STOPS) for words in rows)
    if sum(map(bool, lengths)) < max(_FEWEST_TIMES, _NOTED_SHARE * closed):
        return None
    return [
        length or (text_length(words) if words[-1].endswith(_STOPS) else 0)
        for words, length in zip(rows, lengths, strict=True)
    ]


def _known_note(words: list[str], affixes: Affixes) -> int:
    """The words of the note that a row ends in, if it comes again."""
    lengths = range(2, min(_LONGEST_NOTE, len(words) - 1) + 1)
    return next((n for n in lengths if is_capital(words[-n]) and affixes.recurs(words[: -n - 1 : -1])), 0)


def text_length(words: list[str]) -> int:
    """A description behind the title: from the first stop, or from where capitals give way to small letters."""
    text = " ".join(words)
    found = stops(text, limit=1)
    if found and found[0][1] < len(text):
        return len(text[found[0][1] :].split())
    where = case_switch(text)
    return len(text[where:].split()) if where else 0


def name_before_text(words: list[str]) -> int:
    """A name in front of a description: up to the first word in small letters outside of brackets."""
    depth = 0
    for index, word in enumerate(words[:14]):
        if index and depth == 0 and (is_lower(word) or (is_small(word) and word.islower())):
            return index
        depth += word.count("(") - word.count(")")
    return 1


def text_before_title(words: list[str]) -> int:
    """A description in front of the title: the title is the longest run in title case at the end."""
    best = 0
    for index in range(len(words) - 3, 0, -1):
        before, word = words[index - 1], words[index]
        starts = is_capital(word) and (is_lower(before) or before.endswith((".", ")")))
        if starts and capital_share(words[index:]) >= 0.8:
            best = index
        elif starts and best:
            break
    return best


def title_behind_text(text: str, name: str) -> str:
    """The paper's title at the end of a description; where the item's own name opens it, from that name on."""
    words = text.split()
    start = text_before_title(words)
    tail = words[start:]
    own = [index for index, word in enumerate(tail) if bare(word).casefold() == bare(name.split()[0]).casefold()]
    if own and own[0] <= 3 and capital_share(tail[own[0] :]) >= 0.8:
        tail = tail[own[0] :]
    return " ".join(tail)
