"""Years of two digits that a blank parts from their apostrophe: "ICES' 14", as owners write who type it so throughout.

In: the text of a document. Out: the same with the blank in front ("ICES '14"), where all other rules look for no blank;
every line is as long as before. Pure.
"""

from __future__ import annotations

import re

_BLANKS = ("' ", "’ ", "‘ ", "` ", "´ ")
# Behind a name with a capital, and at the end of what is said: "the mariners' 10 rules" stay as they are.
_APART = re.compile(
    r"(?<!\w)(?P<name>(?:[A-Z]|[a-z]{1,8}[A-Z])[\w.&/-]{0,30})(?P<sign>['’‘`´]) (?P<year>\d\d)"
    r"(?=\s*(?:[\])}|*_,;:.]|$))",
    re.M,
)
_FEWEST = 3  # a habit, no slip, nor the end of a title


def close_years(text: str) -> str:
    """The text with such years behind their apostrophe, where it has several."""
    if not any(map(text.__contains__, _BLANKS)) or len(_APART.findall(text)) < _FEWEST:
        return text
    return _APART.sub(r"\g<name> \g<sign>\g<year>", text)
