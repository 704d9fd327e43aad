"""What the header word of a table's column promises. General words of tables alone; no field's vocabulary. Pure."""

from __future__ import annotations

import re
from enum import StrEnum

from enrich.records import MentionKind


class Role(StrEnum):
    """What the cells of a column state about the row's item."""

    TITLE = "title"
    NAME = "name"
    VENUE = "venue"
    YEAR = "year"
    AUTHORS = "authors"
    LINKS = "links"
    KEYWORDS = "keywords"
    ABSTRACT = "abstract"
    NOTE = "note"
    LESSON = "lesson"
    UNKNOWN = "unknown"


def _words(pattern: str) -> re.Pattern[str]:
    """A whole header of one of the words of `pattern`, marks around it aside."""
    return re.compile(rf"^\W*(?:{pattern})\W*$", re.I | re.X)


# In this order: the first that fits counts.
_HEADERS = (
    (Role.ABSTRACT, _words(r"abstracts?")),
    (
        Role.YEAR,
        _words(r"(?:publication\s|pub(?:lished)?\.?\s|release\s)?(?:year|date)s? | time | month | published\son"),
    ),
    (
        Role.AUTHORS,
        _words(r"(?:first\s|lead\s)?authors?(?:\(s\))? | by | who | team | researchers? | affiliations? | institut\w+"),
    ),
    (
        Role.VENUE,
        _words(
            r"""(?:publication\s)?venues? | conf(?:erence)?s? | journals? | publication | where | source
            | proceedings
            | pub(?:lication|lisher|lished)?(?:\sin|\sat|\svenue)?
            | (?:conf\w*|journal|venue)\s*(?:/|&|or|and)\s*(?:conf\w*|journal|venue|year)s?"""
        ),
    ),
    (
        Role.TITLE,
        _words(
            r"""(?:(?:paper|article|publication|work|original)s?\s+)?title(?:s|\(s\))?(?:\sof\s(?:the\s)?paper)?
            | (?:paper|article|publication|work)s?\s+names? | (?:research\s)?papers? | articles? | works?
            | stud(?:y|ies)
            | (?:papers?|titles?|readings?)\s*(?:/|&|and|or|with)\s*\w+ | references? | publications? | literature
            | (?:\w+\s)?readings?(?:\smaterials?)?"""
        ),
    ),
    (
        Role.LINKS,
        _words(
            r"""(?:(?:paper|code|project|data|source|official|useful)\s*)?(?:links?|urls?|pages?|websites?) | pdfs?
            | (?:source\s|official\s)?codes? | github | repos?(?:itor(?:y|ies))? | projects? | slides? | videos? | arxiv
            | doi | data | supp\w* | bib(?:tex)? | demo | resources? | implementations? | stars?"""
        ),
    ),
    (
        Role.KEYWORDS,
        _words(r"key\s?words? | tags? | topics? | categor(?:y|ies) | tasks? | types? | areas? | domains? | fields?"),
    ),
    (
        Role.LESSON,
        _words(r"lectures? | weeks? | sessions? | class(?:es)? | days? | units? | modules? | events? | speakers?"),
    ),
    (
        Role.NOTE,
        _words(
            r"""descriptions? | summar(?:y|ies) | notes? | comments? | tl;?dr | contributions? | highlights?
            | remarks? | intro\w* | details? | why\s.* | main\s.* | key\s.* | approach(?:es)?
            | methods?\sused | results? | findings?"""
        ),
    ),
    (
        Role.NAME,
        _words(
            r"""names? | methods? | models? | algorithms? | systems? | acronyms? | abbr\w*
            | tools? | data\s?sets? | corpus | (?:short|tool|method|model|project|dataset)\snames? | benchmarks?
            | librar(?:y|ies) | software | packages? | frameworks? | simulators? | platforms?
            | leaderboards? | corpora"""
        ),
    ),
)
_ENTITIES = (
    (MentionKind.DATASET, re.compile(r"data\s?set|corpus|corpora", re.I)),
    (MentionKind.BENCHMARK, re.compile(r"benchmark", re.I)),
    (MentionKind.LEADERBOARD, re.compile(r"leaderboard", re.I)),
    (MentionKind.SOFTWARE, re.compile(r"tool|librar|software|package|framework|simulator|platform", re.I)),
)


def role_of(header: str) -> Role:
    """What a header word promises."""
    text = " ".join(header.split())
    return next((role for role, pattern in _HEADERS if pattern.match(text)), Role.UNKNOWN) if text else Role.UNKNOWN


def kind_named(header: str) -> MentionKind | None:
    """The kind of thing, other than a paper, that a header names ("Dataset", "Tool")."""
    return next((kind for kind, pattern in _ENTITIES if pattern.search(header)), None)
