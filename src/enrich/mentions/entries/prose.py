"""A line in, whether it is made of sentences: an abstract, a remark, words to the reader of the page. Pure."""

from __future__ import annotations

import re

from enrich.mentions.entries.names.mixed import are_mixed
from enrich.mentions.shapes.names import author_likeness, names_people
from enrich.mentions.shapes.venues import venue_of
from enrich.mentions.shapes.words import capital_share, sentences

# A sentence about a paper is longer than nearly all titles, and mostly in small letters.
PROSE_WORDS = 16
_LONG_PROSE_WORDS = 40
_SENTENCE_WORDS = 7
_FEW_CAPITALS = 0.5  # by judgement: people with the numbers of where they work have more
_LONGEST_SENTENCES = 1200  # characters of two sentences
_ENDS_IN_YEAR = re.compile(r",\s(?:[A-Z][\w&/-]*[A-Z][\w-]*\s)?(?:19|20)\d\d[.)\]]*$")
# Small words that make a sentence, and stand in few titles.
_VERBS = frozenset("is are was were has have had been we our this these which that can may will they it".split())  # noqa: SIM905
# How pages speak to their readers, and abstracts begin.
_SPOKEN = re.compile(
    r"(?:here (?:is|are)|this (?:is|page|repo|repository|list|document|section|collection|project|work|paper|article)"
    r"|(?:the )?following (?:is|are|papers)|the following|below (?:is|are)|you (?:can|may|might|will)"
    r"|please|if you|feel free"
    r"|we (?:are|will|have|would|propose|present|show|introduce|study|provide|also|maintain|collect|list"
    r"|welcome)|welcome to"
    r"|thanks|thank you|contributions?\b.*\b(?:welcome|are)|note that|note:|a (?:curated|comprehensive"
    r"|collection|list|repository|reading list|paper list)"
    r"|an (?:awesome|curated|up-to-date|ongoing)|in this (?:paper|work|article|repo|list|page|section"
    r"|session)|maintained by|our (?:approach|method|work|results))\b",
    re.I,
)
# "Roe, Jane and Max Poe (2019): “Why the tide is late", in small letters or not.
_CITED = re.compile(r"\W{0,4}(?P<names>[^\W\d_][^()\d\"“”]{3,200}) \((?:19|20)\d\d[a-z]?\)[:,.] [\"“‘]")
_NOTED, _FEWEST_NOTES = re.compile(r"[\w.,;]\[\d{1,3}\](?=[\s\[]|$)"), 2  # "at sea,[3] or on land.[4][5]"
_CLOSING = "\"'”’)]*_ "
_LONGEST_BUTTON = 16
_MORE = re.compile(r"(?:…|\.\.\.)\s*(?:show|read|see|view) (?:more|less)\W*$", re.I)
_BRACKETED = re.compile(r"(?<=[.!?…])\s?[(\[][A-Za-z ]{3,12}[)\]]$")  # "(shrink)", "[show less]" behind a sentence


def without_button(text: str) -> str:
    """A paragraph without the button behind it that shows or hides the rest."""
    if text[-1:] in ")]":
        return _BRACKETED.sub("", text)
    if text[-_LONGEST_BUTTON:].lower().rstrip(_CLOSING).endswith(("more", "less")) and (match := _MORE.search(text)):
        return f"{text[: match.start()]}…"
    return text


def is_prose(text: str) -> bool:
    """Whether `text` is made of sentences rather than being a title, or a title with something behind it."""
    if _SPOKEN.match(text) and len(text.split()) >= 4:
        return True
    words = text.split()
    noted = len(_NOTED.findall(text)) >= _FEWEST_NOTES if text.count("[") > 1 else False
    if noted and capital_share(words[1:]) < _FEW_CAPITALS:
        return True
    if len(words) < PROSE_WORDS:
        return False
    cited = _CITED.match(text)
    if cited and (names_people(cited["names"]) or are_mixed(cited["names"])):
        return False
    text = without_button(text)
    words = text.split()
    spans = sentences(text[:_LONGEST_SENTENCES], 2)
    first = text[: spans[0][1]].split()
    ends = text.rstrip(_CLOSING)[-1:] in ".!?…。" or len(words) >= _LONG_PROSE_WORDS
    ends = ends and not text.endswith("et al.")
    if not ends or (len(first) < _SENTENCE_WORDS and len(words) < _LONG_PROSE_WORDS):
        return False
    if _ENDS_IN_YEAR.search(text):
        return False
    if len(spans) > 1:
        second = text[slice(*spans[1])]
        if venue_of(second) or author_likeness(second) or second.rstrip(" .").endswith("et al"):
            return False
    verbs = not _VERBS.isdisjoint(first[1:])
    small = capital_share(first[1:])
    if len(words) >= _LONG_PROSE_WORDS:
        return small < 0.75 and (verbs or capital_share(words[1:60]) < 0.5)
    return small < (0.75 if verbs else 0.5) and (len(first) >= PROSE_WORDS or capital_share(words[1:40]) < 0.5)
