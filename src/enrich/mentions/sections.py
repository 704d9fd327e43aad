"""What a heading says about the part below it: that it holds papers, or only words about the list itself.

General English words of documents alone; no field's vocabulary. Pure.
"""

from __future__ import annotations

import re

from enrich.mentions.shapes.tags import find_year, parse_tag

_ABOUT = re.compile(
    r"""^\W*(?:\d+[.)]?\s*)?(?:
    (?:table\s+of\s+)?contents? | toc | index | menu | navigation | overview | introduction | preface | about(?:\s.*)?
    | motivation | (?:how\s+to\s+)?contribut\w*.* | licen[sc](?:es?|ing) | thanks | acknowledge?ments?
    | star\s+(?:history|gazers).* | stargazers.* | contacts?(?:\s+\w+)? | maintainers? | authors? | disclaimer
    | (?:change|updates?|news|version|release)\s*(?:log|history)s?
    | (?:how\s+to\s+)?(?:citation|cite|citing).* | sponsors? | support | donat\w+ | feedback | prerequisites?
    | requirements | install\w* | (?:quick\s*|getting\s+)?start(?:ed)? | usage | legend | to-?do | faq
    | notes? | community | (?:our\s+)?(?:people|team|members|staff|alumni)
    | join\s+us | (?:recent\s+|latest\s+)?(?:updates?|news) | what'?s\s+new | announcements? | guidelines?
    )\W*$""",
    re.I | re.X,
)
# Of those words, the ones that fields of study have as topics, too.
_TOPIC = re.compile(r"\W*(?:navigation|index|introduction|motivation|overview|support|feedback|community)\W*", re.I)
_LOG = re.compile(r"\W*(?:updates?|news|version|release)\s*(?:log|history)s?\W*", re.I)
_OF_PAPERS = re.compile(
    r"\b(?:papers?|publications?|readings?|literature|bibliography|references|articles|preprints|surveys?|awesome)\b",
    re.I,
)


def is_about(heading: str) -> bool:
    """Whether a heading opens a part about the document, not one that lists works."""
    return bool(_ABOUT.match(" ".join(heading.split())))


def may_be_topic(heading: str) -> bool:
    """Whether a heading that is about the document by its words may name a topic of works as well."""
    return bool(_TOPIC.fullmatch(heading))


def is_log(heading: str) -> bool:
    """Whether a heading opens what was added of late, or all of it: an owner may list it nowhere else."""
    return bool(_LOG.fullmatch(heading))


def is_of_papers(headings: tuple[str, ...]) -> bool:
    """Whether the headings say that papers stand below them."""
    return any(_OF_PAPERS.search(heading) for heading in headings)


def heading_tag(section: tuple[str, ...]) -> tuple[int | None, str | None]:
    """`(year, venue)` that the nearest heading states ("2023", "ICRA 2021", "Papers of 2020")."""
    for heading in reversed(section):
        if tag := parse_tag(heading.strip(" :")):
            return tag.year, tag.venue
        if (year := find_year(heading)) and len(heading.split()) <= 5:
            return year, None
    return None, None
