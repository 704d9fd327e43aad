"""Days as pages write them: "12 May", "Mon, May 12th 2024", "12/05", "2024-05-12". Pure."""

from __future__ import annotations

import re

_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
DAY = (
    rf"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?(?:\d{{1,2}}(?:st|nd|rd|th|\.)?\s+{_MONTH}"
    rf"|{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?!\d)|\d{{1,2}}/\d{{1,2}}(?!\d)|\d{{1,2}}\.\d{{1,2}}\.(?!\d\.))"
    r"(?:,?\s+20\d\d|[/-]?(?:20)?\d\d(?!\d))?"
)
A_DAY = re.compile(rf"{DAY}|20\d\d[-/.]\d\d[-/.]\d\d", re.I)


def begins_with_day(text: str) -> bool:
    """Whether a line or a cell begins with a day."""
    return bool(A_DAY.match(text))
