"""The name of a place of publication in, what is no part of the name taken off it: what leads on to it, editors, the
number of a preprint, the year and all behind it, volume and pages, the town of a meeting. Pure."""

from __future__ import annotations

import re

from enrich.mentions.shapes.months import LIKE_MONTH
from enrich.mentions.shapes.tags import is_presentation
from enrich.mentions.shapes.words import has_letters, is_acronym

# "Published in Oikos", "To appear in Oikos", "Appears in Oikos", "Workshop paper at ICES".
_LEADING_ON = re.compile(
    r"(?:to appear|appears|(?:(?:to|will) be )?(?:[a-z]+ )?(?:paper|poster|talk|published|appeared|accepted|presented))"
    r" (?:in|at|by|to)(?: the)?:? (?=\W?[A-Z0-9])",
    re.I,
)
# Meetings have names of their own, of which their proceedings are no part; those of societies are journals, and a name
# of abbreviations alone is one: "Proc. Tide Syst. Conf.". Behind an acronym, "Proc. TSA", another is that of a meeting.
_PROCEEDINGS = re.compile(
    r"Proc(?:eedings|\.)(?: of(?: the)?)? (?=.*\b(?:Conference|Symposium|Workshops?)\b"
    r"|(?-i:[A-Z]\w*[A-Z][\w/-]* [A-Z]\w*[A-Z][\w-]*(?:, | ['’\d]|$)))",
    re.I,
)
_EDITORS_IN_FRONT = re.compile(r"[^()]{2,120} \([Ee]ds?\.?\),? (?=[A-Z])")
_EDITORS_BEHIND = re.compile(r",\s\(?(?:[Ee]ds?\.|edited by)\s.*|\s\([^()]{2,120},\s[Ee]ds?\.?\).*")
_PREPRINT = re.compile(
    r"(?P<server>\w+)[ :,]{1,2}(?:abs/)?(?:\d{4}\.\d{4,5}|20\d\d\.\d\d\.\d\d\.\d{6,9}|[a-z-]{2,12}/\d{7})(?:v\d+)?\b"
)
_SERVER = re.compile(r"(?P<server>\w{2,5}xiv) preprints?$", re.I)
_NUMBER = r"(?:\d{4}\.\d{4,5}|[a-z-]{2,12}/\d{7})(?:v\d+)?"
# "arXiv:1906.01234 [cs.CV] (2019)", "(2019), arXiv:1906.01234"; "|" stands for an edge of markup.
_DATED_PREPRINT = re.compile(
    rf"\b(?P<server>\w{{2,5}}xiv): ?{_NUMBER}(?: \[[\w.-]{{2,17}}\])?[|,]* ?\(?(?:19|20)\d\d\b"
    rf"|\b(?:19|20)\d\d\)?[|,.]* (?P<behind>\w{{2,5}}xiv): ?{_NUMBER}",
    re.I,
)
_YEAR = re.compile(r"(?:,?\s\d{1,4}(?= \())?(?<![\s,;(\[])[\s,;(\[]+(?:19|20)\d\d(?!\d).*")
# A year inside a name, with words of the name behind it: "ICES 2019 Workshop on Mud", "Workshop 2019 at ICES".
_INNER_YEAR = re.compile(
    r"(?<=[\w.]) (?:19|20)\d\d(?= (?:(?:at|on|of|for) )?(?-i:[A-Z])[^\W\d_]{2})"
    rf"(?! (?:{LIKE_MONTH}|vol(?:ume)?|art(?:icle)?|pages?)\b)",
    re.I,
)
_VOLUME = re.compile(
    r"(?:,?\s(?:19|20)\d\d(?=,\s))?"
    r",?\s(?:vol\. ?)?\d{1,4}(?:\s?\(\d{1,5}(?:[-–]\d{1,3})?\)(?:, |: ?)?|, no\. \d{1,4}(?:, )?|, |: ?)"
    r"(?:pp?\. |(?:Art(?:icle)?|No)\.? )?(?:[A-Za-z]{0,2}\d{1,7}(?:[-–]{1,2}[A-Za-z]?\d{1,7})?)?,?$"
)
# "Oikos, 95", "Prog. Polym. Sci. 95": without comma and stop the number is one of the name, "Seminar 49".
_LAST_NUMBER = re.compile(r",? \d{1,4}$")
_STATE_BEHIND = re.compile(r"\s\((?:in press|to appear|forthcoming|accepted|submitted)\)(?:\s\([^()]{2,20}\))?$", re.I)
# What catalogues call a paper: "Oikos. Bibcode:2016Oikos..12..34R"; "Oikos e1084" is an article there.
_CATALOGUED = re.compile(r"[\s.,;]+[A-Z][A-Za-z]{2,9}:(?=\S{0,12}\d)\S{6,}.*")
_ARTICLE = re.compile(r",? e\d{2,7}\.?$")
_SENTENCE = re.compile(r"[^.]+ [^\W\d_]{6,}\.$")  # abbreviations have fewer letters, or stops within
_OTHERS = re.compile(r"et\.? al\.?")  # set in italics, as names of journals are
# "12 J. Tide", "12 Tide L. Rev.", "12 Tide 345", as lawyers cite; not "3 Rivers Conf. on Mud".
_VOLUME_IN_FRONT = re.compile(r"\d{1,4} (?=[A-Z](?:\w*\. |.*\. \w+\.$|.* \d{1,5}$))")
_PAGE_BEHIND = re.compile(r"\s\d{1,5}$")
_REMARK = re.compile(r"\s?\[[^\[\]]*\]$|\s\([^()]*$")  # "[cover article]", "(Somewhere" whose bracket was cut
# Behind the name of a conference: ", Las Vegas, NV, USA", ", Milan, Italy"; not in "on Systems, Man, Cybernetics".
_TOWN = re.compile(r",(?: [A-Z][^\W\d_]+){1,3},(?P<state> [A-Z]{2},)?(?: [A-Z][^\W\d_]+){1,2}$")
# Behind an acronym in brackets, more: ", Singapore", ", St. Paul, MN, USA", " (Milan, Italy)".
_TOWN_BEHIND_BRACKETS = re.compile(
    r"(?<=[A-Z]\))(?:(?:, [A-Z][^\W\d_]*\.?(?: [A-Z][^\W\d_]*){0,3}){1,3}"
    r"| \([A-Z][^\W\d_]+[^()\d,]{0,40}, [A-Z][^()\d]{1,40}\))$"
)
# Marks beside names, of good conferences and the like.
_PICTURES = re.compile(
    r"^[\u2600-\u2bff\U0001f000-\U0001faff\ufe0f\u200d]+\s|\s[\u2600-\u2bff\U0001f000-\U0001faff\ufe0f\u200d]+$"
)
_TOPIC = re.compile(r"\b(?:on|of|for|in)\b|\.$")


def leads_to_place(text: str) -> bool:
    """Whether a phrase begins with what leads on to a place: "Accepted at Oikos 2019, 12 pages"."""
    return _LEADING_ON.match(text) is not None


def is_numbered_preprint(place: str) -> bool:
    """Whether a phrase is a server and the number of a preprint there: "arXiv:1906.01234 (2019)"."""
    return _PREPRINT.match(place) is not None


def server_of(place: str) -> str:
    """The server that a phrase names with the number of a preprint there, and nothing else but a year; "" for none."""
    match = _PREPRINT.match(place)
    return match["server"] if match and not has_letters(place[match.end() :]) else ""


def dated_server(text: str) -> str:
    """The server of the first preprint that a text names by its number there, with the year beside it; "" for none."""
    match = _DATED_PREPRINT.search(text)
    return (match["server"] or match["behind"]) if match else ""


def bare_place(place: str) -> str:
    """The name of a place alone: "Published in Oikos 12(3):45-67" is "Oikos", "arXiv:1906.01234" is "arXiv". As it is
    where nothing would be left, but "" for the end of a list of names."""
    name = " ".join(place.split())
    name = name if name.isascii() else _PICTURES.sub("", name)
    if _OTHERS.fullmatch(name):
        return ""
    name = name[match.end() :] if (match := _LEADING_ON.match(name) or _EDITORS_IN_FRONT.match(name)) else name
    name = name[match.end() :] if (match := _PROCEEDINGS.match(name)) else name
    if match := _VOLUME_IN_FRONT.match(name):
        name = _PAGE_BEHIND.sub("", name[match.end() :])
    if match := _PREPRINT.match(name) or _SERVER.match(name):
        return match["server"]
    if (inner := _INNER_YEAR.search(name)) and not is_presentation(name[inner.end() :]):
        name = name[: inner.start()] + name[inner.end() :]
    for pattern in (_STATE_BEHIND, _CATALOGUED, _ARTICLE, _EDITORS_BEHIND, _YEAR, _VOLUME, _LAST_NUMBER, _REMARK):
        cut = pattern.search(name)
        front = name[: cut.start()].rstrip(" ,;:") if cut else name
        numbered = pattern is not _LAST_NUMBER or (cut and name[cut.start()] == ",") or ". " in front
        if front != name and has_letters(front) and numbered:
            name = front if ". " in front else front.rstrip(" .")
    name = name[:-1] if _SENTENCE.fullmatch(name) else name
    return _without_town(name.strip(" ,;:"))


def _without_town(name: str) -> str:
    """The name of a conference without the town that it met in, and its country."""
    if behind := _TOWN_BEHIND_BRACKETS.search(name) if "), " in name or ") (" in name else None:
        return name[: behind.start()]
    town = _TOWN.search(name)
    front = name[: town.start()] if town else ""
    sure = town and (town["state"] or front.endswith(")"))
    named = not _TOPIC.search(front) and any("." in word or is_acronym(word) for word in front.split())  # no people
    return front if front and (sure or named) else name
