"""Whether the first record of a page of abstracts is but the head of the page: its name, above a paragraph. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from operator import itemgetter

from enrich.mentions.text.abstracts.heads import TITLED, USUAL, RecordHeads
from enrich.mentions.text.rowkinds.beginnings import first_word_of, is_odd, states_time
from enrich.mentions.text.rowkinds.placed import Group

# By judgement: so many more lines than a record has.
_FEW, _LONG = 3, 6
_LABEL_ENDS = (":", ".", "—")


def is_page_head(heads: RecordHeads, placed: Sequence[tuple[Group, int]]) -> bool:
    """Whether the first record is but the head of the page: without a line below (or one right below), a mark, or
    the word in front of all people ("by"), as others have; without a line between its title and its abstract, where it
    is longer than others, be it by what stands above; without a year, where its title is on top of far more
    lines than a record has: the newest paper of a page often has none yet; or without people, where even more."""
    (head, title), rows = placed[0], [heads.rows[title] for _, title in placed]
    if _is_marked(heads, title) and sum(_is_marked(heads, each) for _, each in placed) >= TITLED * len(placed):
        return False  # what stands right above nearly all titles stands above this one
    lacks = [[not row.marker for row in rows], _lack_words(heads, [title for _, title in placed])]
    if heads.numbered:
        lacks.append([title not in heads.numbered for _, title in placed])
    if heads.ends_block(title):
        lacks.append([title == group[-1] for group, title in placed])
        lacks.append([heads.ends_block(title) for _, title in placed])
    if len(head) > heads.usual:
        lacks.append([title == group[-1] and not heads.is_credited(title) for group, title in placed])
    if len(head) >= heads.usual + _FEW and title == head[0]:
        lacks.append([not states_time(row.text) for row in rows])
    if len(head) >= heads.usual + _LONG:
        lacks.append([not heads.is_credited(title) for _, title in placed])
    below = (group[-1] + 1 for group, _ in placed)
    lacks.append(_lack_labels([heads.rows[at].text for at in below if at < len(heads.rows)]))
    return head is heads.groups[0] and any(map(is_odd, lacks))


def _is_marked(heads: RecordHeads, title: int) -> bool:
    """Whether what stands right above a title comes back above most."""
    return heads.shapes[heads.shape.get(title - 1, "")] >= USUAL * len(heads.groups)


def _lack_words(heads: RecordHeads, titles: Sequence[int]) -> list[bool]:
    """Which titles have people below them without the word in small letters that stands in front of most: people of
    one page begin with the same given name as well."""
    credited = [at + 1 for at in titles if heads.is_credited(at)]
    words = Counter(map(heads.first_word, credited))
    word = max(words.items(), key=itemgetter(1), default=("", 0))[0]
    small = {at for at in credited if word and heads.rows[at].text.startswith(word)}
    return [bool(small) and at + 1 in credited and at + 1 not in small for at in titles]


def _lack_labels(abstracts: Sequence[str]) -> list[bool]:
    """Which abstracts do not begin with the word that nearly all begin with ("Abstract:")."""
    words = [first_word_of(text) for text in abstracts]
    usual = max(Counter(words).items(), key=itemgetter(1), default=("", 0))[0]
    return [usual.endswith(_LABEL_ENDS) and word != usual for word in words]
