"""The text of a line in, the same without what readers of a list and renderings of it leave around it out. Pure."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"(?:\s+:[a-z][a-z0-9_+-]+:|\[\^[\w-]{1,24}\])+$")
_MARK = re.compile(r"(?<=[\w:])\s+(?:!{2,3}|[*+?]{2,3}|\([!?*+]{1,3}\))$|(?<=[\d\"”]\))\s+\*{1,3}$")
_MARKING, _LONGEST_MARK, _LONGEST_SIGNS = frozenset("!?*+)"), 12, 200
_GLUED_BAR = re.compile(r" \|(?=[^\s|])|(?<=[^\s|])\| ")  # among others with a blank on both sides
_LOWERED = re.compile(r"[_^]\([^()]+\)")


def without_signs(text: str) -> str:
    """The text without what readers of a list and renderings of it leave around its lines."""
    text = text.strip()
    text = _GLUED_BAR.sub(" | ", text) if " | " in text else text
    text = text[1:] if _LOWERED.fullmatch(text) else text  # a line in small print: "_(Jane Roe)"
    return _without_pictures(_without_mark(text))


def _without_mark(text: str) -> str:
    """The text without what a reader marks entries with: "Title !!", "Title (?)"; "+++ Waves +++" is framed."""
    if text[-1:] not in _MARKING or text[0] == text[-1]:
        return text
    mark = _MARK.search(text, max(0, len(text) - _LONGEST_MARK))
    return text[: mark.start()] if mark else text


def _without_pictures(text: str) -> str:
    """The text without names of pictures and marks of footnotes behind it: "Title [code] :star:", "Title[^1]"."""
    signs = _SIGNS.search(text, max(0, len(text) - _LONGEST_SIGNS)) if text.endswith((":", "]")) else None
    return text[: signs.start()].rstrip() or text if signs else text
