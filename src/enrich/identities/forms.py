"""The forms in which one title is compared: folded words, its parts, and without what lists put around it.

A title as spelled in, a `Title` out.
"""

from __future__ import annotations

import re
from functools import cached_property

from enrich.identities.annotations import pieces_between_marks, without_annotation
from enrich.identities.words import ARTICLES, SMALL_WORDS, is_content, stem
from enrich.titles import fold_title, is_cut_off, join_words, split_title

_COINED = re.compile(r"[A-Z0-9].*[A-Z0-9]|[a-z][A-Z0-9]")
SHORTEST_NAME = 4  # letters
_MOST_NAME_WORDS = 3


class Title:
    """A title and the forms it is compared in, each made when first asked for."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.folded = fold_title(raw)
        words = self.folded.split()
        if words and words[-1] == "a":
            words[-1] = "A"  # at the end it is a label ("hepatitis A"), no article
        self.words = tuple(words)

    @cached_property
    def letters(self) -> str:
        return join_words(self.folded)

    @cached_property
    def content(self) -> frozenset[str]:
        return frozenset(filter(is_content, self.words))

    @cached_property
    def weight(self) -> int:
        """How many words with a meaning there are; scripts without blanks put about one into two letters."""
        if self.folded.isascii():
            return len(self.content)
        return max(len(self.content), sum(not letter.isascii() for letter in self.folded) // 2)

    @cached_property
    def _split(self) -> tuple[str, str]:
        return split_title(self.raw)

    @cached_property
    def head(self) -> Title | None:
        """What stands before the colon, if there is one."""
        return Title(self._split[0]) if self._split[1] else None

    @cached_property
    def tail(self) -> Title | None:
        """What stands behind the colon, if there is one."""
        return Title(self._split[1]) if self._split[1] else None

    @cached_property
    def bare(self) -> tuple[Title, ...]:
        """The title without an outermost annotation (a venue, a year, authors, a remark in brackets), if it has any."""
        return tuple(map(Title, without_annotation(self.raw)))

    @cached_property
    def pieces(self) -> tuple[tuple[str, ...], ...]:
        """The words of the title between its marks."""
        return tuple(tuple(piece.split()) for piece in pieces_between_marks(self.raw))

    @cached_property
    def plain(self) -> str:
        """The letters without articles."""
        return join_words(" ".join(word for word in self.words if word not in ARTICLES))

    @cached_property
    def stems(self) -> frozenset[str]:
        """The words with a meaning, without their endings."""
        return frozenset(map(stem, self.content))

    @cached_property
    def cut_off(self) -> bool:
        return is_cut_off(self.raw)

    @property
    def is_left_hanging(self) -> bool:
        """Whether more must follow: an ellipsis says so, or the last word ("for")."""
        return self.cut_off or self.folded.rpartition(" ")[2] in SMALL_WORDS


def is_coined(name: str) -> bool:
    """Whether a name before a colon was made up for the paper, told by its capitals and digits ("LoRA", "Qwen2-VL")."""
    words = name.split()
    return len(words) <= _MOST_NAME_WORDS and len(fold_title(name)) >= SHORTEST_NAME and any(map(_COINED.search, words))
