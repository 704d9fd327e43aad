"""The forms in which one title is compared: folded words, its parts, and without what lists put behind it.

A title as spelled in, a `Title` out. What stands behind a title is told by its shape (brackets, capitals and a year),
never by a list of venues.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property

from enrich.identities.words import is_content, stem
from enrich.titles import fold_title, is_cut_off, join_words, split_title

# " (ICLR 2024)", " [PDF]", ", NeurIPS 2020", ". arXiv:2305.13245": an annotation behind the title, told by its shape.
_IN_BRACKETS = re.compile(r"\s*[\(\[]([^()\[\]]{1,60})[\)\]]\s*[.,;]?\s*$")
_VENUE_AND_YEAR = re.compile(
    r"[\s.,;|/@-]+(?:(?:[A-Z][\w&-]*|of|on|the|in|and)\s+){0,5}[A-Z][\w&/-]*[\s,]*(?:(?:19|20)\d\d|'\d\d)\s*[.,;]?\s*$"
)
_PREPRINT = re.compile(
    r"[\s.,;|(\[-]+(?:arxiv(?: preprint)?[\s:]*)+(?:\d{4}\.\d{4,5}(?:v\d+)?)?[)\]\s.,]*(?:(?:19|20)\d\d\W*)?$", re.I
)
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
    def bare(self) -> Title | None:
        """The title without an annotation behind it (a venue, a year, a remark in brackets), if it has one."""
        for pattern in _annotations(self.raw.rstrip(" .,;")):
            shorter = pattern.sub("", self.raw)
            if shorter != self.raw and len(shorter) >= 5:
                return Title(shorter)
        return None

    @cached_property
    def stems(self) -> frozenset[str]:
        """The words with a meaning, without their endings."""
        return frozenset(map(stem, self.content))

    @cached_property
    def cut_off(self) -> bool:
        return is_cut_off(self.raw)


def _annotations(title: str) -> Iterator[re.Pattern[str]]:
    """The patterns that can apply to a title, told by its last character, for most titles end in a word."""
    if "arxiv" in title[-60:].lower():
        yield _PREPRINT
    if title.endswith((")", "]")):
        yield _IN_BRACKETS
    if title[-1:].isdigit():
        yield _VENUE_AND_YEAR


def is_coined(name: str) -> bool:
    """Whether a name before a colon was made up for the paper, told by its capitals and digits ("LoRA", "Qwen2-VL")."""
    words = name.split()
    return len(words) <= _MOST_NAME_WORDS and len(fold_title(name)) >= SHORTEST_NAME and any(map(_COINED.search, words))
