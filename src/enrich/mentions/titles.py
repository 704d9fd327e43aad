"""A title exactly as spelled, freed of what is not the title: a final stop, leftover anchor words, marks.

Pure."""

from __future__ import annotations

import re

# Words that lists put behind a title as the text of a link. As last words alone they are never part of a title.
ANCHOR_WORDS = """
    code codes paper papers link links pdf website homepage project github arxiv slides slide video videos poster demo
    dataset data blog bibtex bib supplementary supp appendix talk page html abs openreview doi tweet colab model models
    weights checkpoint checkpoints huggingface hf repo repository preprint springer acm ieee pytorch tensorflow jax url
""".split()  # noqa: SIM905 - sixty quoted words would be harder to read
_ANCHOR = (
    rf"(?:{'|'.join(ANCHOR_WORDS)}|project page|official code|source code|web ?page|hugging face|semantic scholar)"
)
_IN_BRACKETS = re.compile(
    rf"[\s,;:|/·•–—-]*(?:\[\s*(?:{_ANCHOR}\d*[\s,;|/·&+]*)+\]|\(\s*(?:{_ANCHOR}\d*[\s,;|/·&+]*)+\)|\[\s*\]|\(\s*\))\s*$",
    re.I,
)
# "A Title [PhD thesis]", "A Title [Internet]": in what form it is out, as medicine cites.
_MEDIUM = re.compile(r"\s\[(?:[^\W\d_][\w.]{0,12} ){0,2}(?:thesis|dissertation|internet|monograph)\]\W*$", re.I)
# Unbracketed anchor words only count when capitalised as a link text is, after a stop or a separator.
_LAST_OF_ANCHORS = frozenset(ANCHOR_WORDS) | {"page", "code", "webpage", "face", "scholar"}
_LAST_WORD = re.compile(r"[^,;|/·•]+$")
_BARE = re.compile(rf"(?<=[.?!|/·•,\]\)”\"’])(?:[\s|/·•,]+(?i:{_ANCHOR})\d*)+\s*$")
# "A Tide Gauge Record (TGR) Data": the words in front spell what the brackets hold, which parts no link from them.
_SPELLED = re.compile(r"(?P<words>\S.*?)\s+\((?P<short>[A-Z]{2,8})\) \w+$")
_MARKS = " *_~|/·•:;,"
_DASHES = "–—-"
_LONGEST_WORD = 40  # more letters are no word that anything is asked about
_SIGNS = "†‡§¶★☆⭐\ufe0f"  # that the page explains elsewhere; an asterisk is one of the marks
_DASH_END = re.compile(r"\s[–—-]+$")
_INITIALISM = re.compile(r"\b(?:[A-Za-z]\.){2,}$")
_QUOTES = {'"': '"', "“": "”", "„": "“", "«": "»", "「": "」", "『": "』", "《": "》", "‘": "’", "'": "'", "`": "`"}
_TRANSLATED_WORDS = 2  # "[Tides in the harbour]" is what databases make of titles in other languages


def clean_title(text: str) -> str:
    """The title in `text`: runs of blanks as one, no final stop, no leftover anchor words, no quotes around all of it.

    >>> clean_title("“A Study of Reefs.” [PDF]")
    'A Study of Reefs'
    """
    title = " ".join(text.split())
    while title:
        shorter = _step(title)
        if shorter == title:
            break
        title = shorter
    return title


def last_word(text: str) -> str:
    """What stands behind the last blank or separator of `text`; "" if nothing does."""
    words = text[-_LONGEST_WORD:].split()
    found = _LAST_WORD.search(words[-1]) if words else None
    return found[0] if found else ""


def _step(title: str) -> str:
    shorter = _IN_BRACKETS.sub("", title) if title.endswith((")", "]")) else title
    if last_word(shorter).lower().rstrip("0123456789") in _LAST_OF_ANCHORS and not goes_on(shorter):
        bare = _BARE.sub("", shorter)
        shorter = shorter if _INITIALISM.search(bare) else bare  # "Learning from Non-i.i.d. Data"
    shorter = _MEDIUM.sub("", shorter) if "[" in shorter else shorter
    shorter = _unmark(shorter)
    return _unquote(shorter)


def goes_on(title: str) -> bool:
    """Whether the last word stands behind brackets with the initials of the words in front of them."""
    match = _SPELLED.fullmatch(title)
    words = re.split(r"[\s-]+", match["words"]) if match else []
    capitals = [word for word in words if word[:1].isupper()]  # small words in between count or not
    told = ("".join(word[:1] for word in each[-len(match["short"]) :]).upper() for each in (words, capitals) if match)
    return match is not None and match["short"] in told


def _unmark(title: str) -> str:
    """Without separators at the ends and the final stop; dots that belong to an ellipsis or an initialism stay."""
    title = title.lstrip(_MARKS + _DASHES).rstrip(_SIGNS)
    title = _DASH_END.sub("", title.rstrip(_MARKS)).rstrip(_MARKS)
    if title.endswith(".") and not title.endswith("..") and not _INITIALISM.search(title):
        title = title[:-1].rstrip()
    return title.removesuffix("。")


def _unquote(title: str) -> str:
    closing = _QUOTES.get(title[:1])
    if closing and len(title) > 2 and title.endswith(closing) and closing not in title[1:-1]:
        return title[1:-1].strip()
    inside = title[1:-1].strip()
    translated = title.startswith("[") and title.endswith("]") and not ("[" in inside or "]" in inside)
    return inside if translated and len(inside.split()) >= _TRANSLATED_WORDS else title
