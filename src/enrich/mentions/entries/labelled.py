"""Fields of records that a label names: "Creator(s): Jane Roe", "Date created: 2019-03-01".

In: a label and its value. Out: what they state, added to the entry. Labels are general words of all fields. Pure.
"""

from __future__ import annotations

import re

from enrich.mentions.entries.names.credits import add_authors
from enrich.mentions.entries.parts import Entry
from enrich.mentions.shapes.anchors import is_anchor, take_urls
from enrich.mentions.shapes.tags import find_year
from enrich.mentions.shapes.venues import venue_of

_SIGN = r"\s*[:：]\s*"
# Words that titles begin with as well, "Server: a survey of wave machines", are labels in front of what they name.
LABEL = re.compile(
    rf"(?P<label>(?:author(?:s|\(s\))?|creator(?:s|\(s\))?(?={_SIGN}(?-i:[A-ZÀ-Þ])))|by|written by|abstract|summary"
    r"|tl;?dr|keywords?|tags?|topics?|venue"
    r"|published(?: in| at)?|conference|journal(?:[ -]ref(?:erence)?)?|(?:session |program |track )?(?:co-?)?chairs?"
    r"|year|date|(?:(?:publication|issue|release|creation|submission) date|date (?:created|issued|published|posted))"
    rf"(?={_SIGN}(?:[^\W\d_]{{3,9}}\.?,? )?\d)"
    rf"|(?:provider|(?:preprint )?server)(?={_SIGN}\S+(?: \S+){{,2}}$)"
    r"|papers?|pdf|arxiv|doi|code|github|repo|repository|project(?: page)?|website"
    r"|homepage|demo|video|slides|dataset|data|links?|url|related|notes?|comments?|description|highlights?"
    r"|contributions?|bibtex|citations?|cited by|institutions?|affiliations?|key ?words|subjects?|tasks?|source|blog"
    r"|models?|supplementary|main idea|key idea|references(?=: ?\[?\d|: [A-Z]\S* [A-Z]{1,3}\b)"
    r"|presenters?|speaker|required|optional|stars?|ccs concepts|index terms|pages|publisher|type|access|pmid|pmcid)"
    rf"(?:{_SIGN}|(?<=tl;dr)\s+|(?<=tldr)\s+)(?P<value>.*)",
    re.I | re.S,
)
_PLACES = ("venue", "conference", "journal", "published", "provider", "server", "preprint server")


def add_labelled(entry: Entry, label: str, value: str) -> None:
    """Adds what a field says under its label, in small letters; nothing that is there already is replaced."""
    text, _ = take_urls(value)
    if label.startswith(("author", "creator", "by", "written")):
        add_authors(entry, value)
    elif label in ("abstract", "summary", "tldr", "tl;dr"):
        entry.abstract = joined(entry.abstract, text)
    elif " date" in label or label.startswith("date "):
        entry.year = entry.year or find_year(value.split("  ")[0])  # "Date created: ...   Date modified: ..."
    elif label.startswith((*_PLACES, "year", "date", "source")):
        entry.add_tag(venue_of(value))
        if not entry.venue and label.startswith(_PLACES) and text:
            entry.venue = text
    elif label.startswith(("keyword", "key word", "tag", "topic")):
        entry.keywords = tuple(part.strip() for part in re.split(r"[;,|·]", value) if part.strip())
    elif (
        text
        and not is_anchor(text)
        and label in ("note", "notes", "comment", "comments", "description", "main idea", "key idea")
    ):
        entry.description = joined(entry.description, text)


def joined(first: str | None, second: str) -> str | None:
    """Two texts in one."""
    second = second.strip()
    return f"{first} {second}" if first and second else first or second or None
