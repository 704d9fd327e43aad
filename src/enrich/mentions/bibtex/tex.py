"""TeX in a field of text -> plain text: accents and symbols decoded, braces gone, mathematics as written. Pure."""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pylatexenc.latex2text import LatexNodes2Text

# Deeper braces are no text a person wrote, and would cost the decoder a Python frame a level.
_DEEPEST = 60
_LONGEST = 20_000


def plain_text(text: str) -> str:
    """`text` without TeX, blanks as one."""
    if "\\" in text and len(text) <= _LONGEST and _depth(text) <= _DEEPEST:
        text = str(_decoder().latex_to_text(text))
    return " ".join(_unbraced(text).replace("~", " ").split())


def _unbraced(text: str) -> str:
    """Without braces, except in mathematics."""
    parts = re.split(r"(\$[^$]*\$)", text)
    return "".join(part if index % 2 else part.replace("{", "").replace("}", "") for index, part in enumerate(parts))


def _depth(text: str) -> int:
    deepest = depth = 0
    for char in re.findall(r"[{}]", text):
        depth += 1 if char == "{" else -1
        deepest = max(deepest, depth)
    return deepest


@functools.cache
def _decoder() -> LatexNodes2Text:
    from pylatexenc.latex2text import LatexNodes2Text

    return LatexNodes2Text(math_mode="verbatim", keep_comments=True, strict_latex_spaces=True)
