"""What stands behind venues in rows of tables and says nothing about where these begin: how papers were presented. In:
rows. Out: those words. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

# "(Oral)", "(Best Paper)", near the end of a row.
_AWARD = re.compile(
    r"\s(\((?i:oral|spotlight|poster|highlight|best(?: \w+)?(?: paper)?(?: award)?)\))(?=(?: \S+){0,5}$)"
)


def take_awards(texts: Sequence[str]) -> tuple[list[str], list[str]]:
    """`texts` without how their papers were presented, and that; "" where a text doesn't say it."""
    found = [_AWARD.search(text) if ")" in text else None for text in texts]
    bare = [text[: at.start()] + text[at.end() :] if at else text for text, at in zip(texts, found, strict=True)]
    return bare, [at[1] if at else "" for at in found]
