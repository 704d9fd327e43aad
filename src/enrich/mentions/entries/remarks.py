"""What readers are told behind an entry, in brackets or behind a comma: how much of it to read, what it is good for.

In: the text of an entry. Out: the same without it. Pure.
"""

from __future__ import annotations

import re

from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.tags import YEAR, find_year, split_trailing_tag
from enrich.mentions.shapes.words import is_acronym

_ASIDE = re.compile(r"\s*\[[^\W\d_][\w ]{2,20}:\s[^\[\]]{1,60}\]$")  # "[presenter: Jane]"
# "[ICES 2019] (optional)", "(2019) [skim it, please]", "(2019), at 3-7 and 12-14 only"
_REMARK = re.compile(
    r"(?<=[\])])(?:\s+[(\[][a-z]{3,}(?:,? [a-z]+){0,5}[)\]]"
    r"|, at \d[\d ,–-]*(?:and \d[\d–-]*)?(?: only)?)$"
)
# ", sections 1 to 3 only", "(2019), ch. 3": how much of it is read. In capitals it may be the end of a title, and so it
# may without "only" behind other words than a year, brackets, or "et al.": "The Tide Act, section 172".
_PORTION = re.compile(
    r"(?:(?<=[\])])|(?<= et al\.)|(?<=[ ,](?:19|20)\d\d)|(?=.* only[.\s]*$))"
    r",\s(?:sections?|sects?\.|chapters?|chaps?\.|chs?\.|§§?)\s?\d[\d.]{0,6}"
    r"(?:(?:,|\s?[-–]|,?\s(?:to|and|&))\s?\d[\d.]{0,6}){0,5}(?: only)?[.\s]*$"
)
# ", Roe et al. (file on the shared drive)": not where it appeared, which has a capital or a year in it; nor behind
# those that a title names, "A Reply to Roe et al. (and to others)".
_BEHIND_OTHERS = re.compile(
    r"(?<=, )(?P<names>[^\s,]+(?: [^\s,]+){0,2} et al\.)\s+\((?!in |at )(?:[A-Z]+|[a-z]+)(?: [a-z]+){2,8}\)$"
)
# "(2019). [pdf] (A good start)", "2019: 3-14. (Survey)": behind a year, and a stop or buttons, stands no second place;
# words between may be a title, "2019. Deep Tides (A Survey)".
_SAID_BEHIND = re.compile(
    rf"{YEAR}\)?[.:](?:[\s\d.,:;–-]|\bpp?\.){{0,24}}(?P<buttons>(?:\[[^\[\]]{{2,24}}\]\s*)*)(?<=[\s\]])\((?P<said>[^()]{{3,100}})\)\.?$"
)
IN_SQUARE = re.compile(r"\[([^\[\]]+)\]")  # what stands in square brackets: tags, words of links
_READ = re.compile(
    r"\s*[(\[](?:required|optional|recommended|suggested|background|skim)(?: reading)?[)\]][.\s]*$", re.I
)
_LONGEST_REMARK, _LONGEST_SAID = 60, 200


def without_remark(text: str) -> str:
    """`text` without what says how much of it is read, and without a remark behind square brackets, behind a tag in
    round ones, behind the year or behind "et al.": "in SO(3) (revisited)" stays. That it is optional may be said
    behind anything."""
    text = _without_said(_without_portion(text))
    text = _ASIDE.sub("", text) if text.endswith("]") else text
    text = text[: match.start()] if (match := _READ.search(text, max(0, len(text) - _LONGEST_REMARK))) else text
    if text.endswith(")") and (match := _BEHIND_OTHERS.search(text, max(0, len(text) - _LONGEST_REMARK))):
        return text[: match.end("names")]
    match = _REMARK.search(text, max(0, len(text) - _LONGEST_REMARK))
    if not match:
        return text
    front = text[: match.start()]
    return front if front.endswith("]") or (front.endswith(")") and split_trailing_tag(front)[1]) else text


def _without_portion(text: str) -> str:
    """`text` without what says how much of it is read."""
    match = _PORTION.search(text, max(0, len(text) - _LONGEST_REMARK))
    return text[: match.start()] if match and match.start() else text


def _without_said(text: str) -> str:
    """`text` without what is said in brackets behind its year, but for an acronym: "2019 [pdf] (ICES)"."""
    match = _SAID_BEHIND.search(text, max(0, len(text) - _LONGEST_SAID)) if text.rstrip(".").endswith(")") else None
    if not match or find_year(match["said"]) or (" " not in match["said"] and is_acronym(match["said"])):
        return text
    told = all(map(is_anchor, IN_SQUARE.findall(match["buttons"])))
    return text[: match.start("said") - 1].rstrip() if told else text
