"""What encyclopedias and databases print behind an entry: identifiers that lead to no paper's page, the day on which a
page was read, the numbers of their notes, which edition of a book it is, and what they ask for: "JSTOR 1234567",
"Retrieved 3 May 2020.", "[12]", "(2nd ed.)", "[year needed]".

In: the text of an entry. Out: the text without them. Pure.
"""

from __future__ import annotations

import re

_DAY = r"(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} \d{1,2},) (?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d"
# Behind a blank alone, only a long number is one of theirs: "A short history of ISBN 13" is a title.
_LABEL = r"(?:(?:JSTOR|S2CID|OCLC|ISSN|ISBN|LCCN|Bibcode):?|PMID|PMC)"
_TAIL = re.compile(
    r"(?:(?<=[\d.)\]”\"?!])(?:\[\d{1,3}\]|\s?\[[a-z]+ needed\])"
    rf"|(?:[.,;]\s?|(?<=[\d)\]])\s){_LABEL} ?\d[\w.-]*?|\s{_LABEL} ?\d[\w.-]{{6,}}?"
    rf"|[.;,]\s(?:Archived(?: from the original)?(?: \([A-Z]+\))?|Retrieved|Accessed)(?: on)? (?:{_DAY}))[\s.]*$"
)
# "A Title (2nd ed.). The Press", "A Title, The Press, 3rd edition, 2019"; in "Notes on the Third Edition" it is a word.
_EDITION = re.compile(
    r"(?<![.?!])(?:,\s|,?\s\(|\s(?=\S+ edn?\.))(?:\d{1,2}(?:st|nd|rd|th)|[Ss]econd|[Tt]hird|[Rr]ev(?:ised|\.))"
    r" (?:ed\.|edn\.?|edition)\)?(?=[.,;]|\s*$)"
)
_ENDS = frozenset("0123456789]X")
_LONGEST, _MOST = 80, 6  # characters of one, and how many of them: bounds on work


def without_tail(text: str) -> str:
    """`text` up to what ends the entry, and without the edition of a book; the stop there stays."""
    text = _EDITION.sub("", text) if " ed" in text else text
    for _ in range(_MOST):
        match = _TAIL.search(text, max(0, len(text) - _LONGEST)) if text.rstrip(" .")[-1:] in _ENDS else None
        if not match or not match.start():
            break
        text = text[: match.start()]
    return text
