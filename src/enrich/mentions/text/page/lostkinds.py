"""Kinds of items whose links the rendering has lost: told by the heading and by what the description calls the item.

Only general English words count. None leaves the decision to `mentions.kinds`, which has links to go by. Pure.
"""

from __future__ import annotations

import re

from enrich.mentions.entries.parts import Entry
from enrich.mentions.links import names_paper
from enrich.records import LinkRole, MentionKind

_TOOLS = re.compile(
    r"\b(?:tools?|toolkits?|librar(?:y|ies)|frameworks?|packages?|programs|software|simulators?|repositories)\b", re.I
)
_READINGS = re.compile(r"\b(?:papers?|readings?|surveys?|publications?|literature)\b", re.I)
_CALLED = re.compile(
    r"^(?:(?:This|It|Here) is )?(?:an?|the)\s+(?:(?!of\b|for\b|to\b|in\b"
    r"|that\b)[\w,./+-]+\s+){0,5}?(?P<noun>tool|toolkit|toolbox|library|framework|package|platform|simulator|plugin|"
    r"app|software|engine|dataset|data set|corpus|benchmark|leaderboard|collection|list)\b",
    re.I,
)
_CALLED_POST = re.compile(r"\s[-–—]\s(?:a )?(?:blog ?post|podcast)$", re.I)  # "Why Tides Turn - Blog post"
_KINDS = {
    "dataset": MentionKind.DATASET,
    "data set": MentionKind.DATASET,
    "corpus": MentionKind.DATASET,
    "benchmark": MentionKind.BENCHMARK,
    "leaderboard": MentionKind.LEADERBOARD,
    "collection": MentionKind.LIST,
    "list": MentionKind.LIST,
}
# "KelpNet, images of three shores": a name of its own, and what it is.
_NAME_AND_NOTE = re.compile(r"[^\W\d_][\w.-]*(?:[A-Z\d]|-)[\w.-]*, \S")
_NAME_WORDS = 3
_TITLE_WORDS = 5
# Headings of what is written or shown, but is no paper. "Video" is a field of research.
_SPOKEN_OF = re.compile(
    r"\b(?:blogs?|posts|tutorials?|news|talks?|videos|courses?|lectures?|podcasts?|books?|slides|projects?|lists?)\b",
    re.I,
)


def lost_kind(entry: Entry, section: tuple[str, ...]) -> MentionKind | None:
    """The kind of an item without a paper's evidence; None where it may be a paper."""
    if entry.venue or entry.title.startswith("http"):
        return None
    if _CALLED_POST.search(entry.title):
        return MentionKind.BLOG
    if entry.year and len(entry.title.split()) >= _TITLE_WORDS - 1:
        return MentionKind.PAPER
    short = len(entry.title.split()) <= _NAME_WORDS and ": " not in entry.title
    heading = section[-1] if section else ""
    tools = bool(_TOOLS.search(heading)) and not _READINGS.search(heading)
    if tools and short:
        return MentionKind.SOFTWARE
    roles = {link.role for link in entry.links}
    if (entry.authors or entry.abstract) and roles <= {LinkRole.CODE, LinkRole.PAPER, LinkRole.DATA, LinkRole.PROJECT}:
        return MentionKind.PAPER
    if any(names_paper(link.url) or link.role is LinkRole.PAPER for link in entry.links):
        return None
    if tools:
        return MentionKind.OTHER if roles == {LinkRole.OTHER} else None
    titled = len(entry.title.split()) >= _TITLE_WORDS and not _NAME_AND_NOTE.match(entry.title)
    if titled and not short and not entry.links and not _SPOKEN_OF.search(heading):
        return MentionKind.PAPER
    called = _CALLED.match(entry.description or "")
    if short and called:
        return _KINDS.get(called["noun"].lower(), MentionKind.SOFTWARE)
    return None
