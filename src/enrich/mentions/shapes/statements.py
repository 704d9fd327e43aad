"""A place of publication as pages state it, without what they print around it: the address of the paper, days on which
it was put up or changed, the series that a conference is a volume of, the repository of its code, who may read it.
Pure."""

from __future__ import annotations

import re

from enrich.mentions.shapes.days import A_DAY
from enrich.mentions.shapes.tags import POSTED, Tag, parse_tag

_ADDRESS = re.compile(  # "; https://doi.org/10.1234/5 - 2 Jan 2024", ". doi:10.1234/5", " doi" whose number was a link
    r"(?:(?<=[\w)])[.,;]?\s+(?:doi:?\s?)?(?:https?://\S+|10\.\d{4,9}/\S+)(?:\s+[-–—|·•]\s+\S.{4,20})?"
    r"|(?<=[\d)])[.,;]? doi:? ?(?:10\.\d{4,9}/\S+)?)$",
    re.I,
)
# "12(3): 45-67 (March 2019)", the month as journals print it.
_MONTH = re.compile(r"(?<=\d),? \([A-Z][a-z]{2,8}\.? (?=(?:19|20)\d\d\)$)")
_GLUED = re.compile(r"(?<= (?:19|20)\d\d)(?=[A-Z])|(?<=[a-z])(?=Readers: )")
# The words of links that stood side by side: "WAVES 2024 oralEveryoneRevisions".
_LINKS = re.compile(r"(?<= (?:19|20)\d\d)(?P<talk>(?: [a-z]{3,12})?)[A-Z][a-z]{2,}(?:[A-Z]\w*)?$")
_READERS = re.compile(r"\s*\bReaders: [^:]{1,60}$")
_DAYS = re.compile(rf"(?:(?:last )?{POSTED}(?: online)?(?: on)?:? (?:{A_DAY.pattern})[,;·|]?(?:\s+|$))+", re.I)
_PLACE_WORDS = 3  # by judgement: titles have more
_REPOSITORY = re.compile(r"[\w.-]+/[\w.-]+\s+[•·|]\s+(?=\S)")
_SERIES = re.compile(
    r"[^,]{2,60}, [Vv]ol(?:ume|\.) ?\d{1,4}, (?=[^,]*\b(?:Conference|Symposium|Workshop|Congress|Colloquium|Meeting)\b)"
)


def bare_statement(text: str) -> str:
    """`text` without those; a day alone is left of what states nothing else."""
    body = text.strip().rstrip(".;, 。；，")
    if "://" in body or "doi" in body.lower():
        body = _ADDRESS.sub("", body.rstrip(":"))
    if body.endswith(")"):
        body = _MONTH.sub(" (", body)
    if "/" in body and (owner := _REPOSITORY.match(body)):
        body = body[owner.end() :]
    if series := _SERIES.match(body):
        body = body[series.end() :]
    return _without_days(body) if ": " in body else body


def place_behind_days(text: str) -> Tag | None:
    """The tag of few words that stands behind days on which something was done; None if none does."""
    _, rest = _split_days(text)
    tag = parse_tag(rest) if rest != text else None
    return tag if tag and tag.venue and len(tag.venue.split()) <= _PLACE_WORDS else None


def _without_days(body: str) -> str:
    """What stands behind "Published: 5 Sept 2024, Last Modified: ...", or the first of those days."""
    first, rest = _split_days(body)
    return rest or first


def _split_days(text: str) -> tuple[str, str]:
    """The first of the days on which something was done, and what stands behind all of them; "" and `text` for none."""
    spaced = _LINKS.sub(r"\g<talk>", _READERS.sub("", _GLUED.sub(" ", text)))
    days = _DAYS.match(spaced)
    first = A_DAY.search(days[0]) if days else None
    return (first[0], spaced[days.end() :]) if days and first else ("", text)
