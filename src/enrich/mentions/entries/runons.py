"""Titles that run on into what is said about them, where a list lost its links: "Quiet Tides shows that ...".

In: the texts of a list, or of one item. Out: whether most run on, and where one does: nothing but the case of the words
tells, so a list has to prove it. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from enrich.mentions.shapes.samples import sampled
from enrich.mentions.shapes.words import capital_share, case_switch, is_lower, stops

# By judgement: of titles alone hardly one in twenty goes over into small letters.
_FEWEST, _SHARE = 6, 0.4
_SAMPLE = 75  # lines; more say nothing new
_LAST_WORDS = 4  # a line in capitals to the last ones says nothing of a title
_LONGEST = 300  # characters; abstracts are longer
_DASH = re.compile(r"\s[-–—]{1,2}\s")
_DASH_AND_SMALL = re.compile(r"\s[-–—]\s(?=[a-z])")
_TITLE_CASE = 0.85  # of the words of content, as `case_switch` has it
_WORDS_BEHIND = 2  # in small letters, small words aside: "works at the level of bytecode" has three


def run_on(texts: Iterable[str]) -> bool:
    """Whether a list has items that go over from capitals into small letters, with no stop between, in so great a
    share."""
    lines = sampled([text for text in texts if len(text) <= _LONGEST], _SAMPLE)
    found = sum(_goes_over(text) for text in lines)
    return found >= max(_FEWEST, _SHARE * len(lines))


def _goes_over(text: str) -> bool:
    where = case_switch(text) if any(map(is_lower, text.rsplit(None, _LAST_WORDS)[1:])) else None
    return where is not None and not stops(text[:where].rstrip()) and not _DASH.search(text[:where])


def find_said(text: str) -> int | None:
    """Where that begins which is said about a title, in a list whose items run on: behind a dash, if one parts it; None
    if nothing is said."""
    if len(text) > _LONGEST:
        return None
    dash = _DASH_AND_SMALL.search(text)
    if dash and capital_share(text[: dash.start()].split()) >= _TITLE_CASE:
        return dash.start()
    return case_switch(text, _WORDS_BEHIND)
