"""Header lines of tables: which words name a column, and what kind of value stands below each.

In: a line, or its cells. Out: the columns in order, or None when the line heads no table. The words are those that
people put over columns in any field; nothing is known of the values. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from enrich.mentions.shapes.columntongues import TONGUES


class Column(StrEnum):
    """What stands in a column."""

    TITLE = "title"
    NAME = "name"
    VENUE = "venue"
    DATE = "date"
    AUTHORS = "authors"
    LINK = "link"
    TAGS = "tags"
    TEXT = "text"
    NUMBER = "number"
    OTHER = "other"


_WORDS: dict[str, Column] = {
    word: column
    for column, words in (
        (
            Column.TITLE,
            "title|titles|paper|papers|paper title|paper titles|article|publication title|paper name|title & authors|"
            "title and authors|paper & authors|article title|work|study|paper/article|title of paper"
            "|name of paper|reading|"
            "title (paper)|paper (title)|paper title & link|title/link|paper link|manuscript|readings",
        ),
        (
            Column.NAME,
            "name|model|method|methods|approach|algorithm|acronym|abbreviation|abbr|abbr.|system|dataset"
            "|datasets|benchmark|"
            "benchmarks|framework|tool|nickname|short name|model name|method name|project name|repo name"
            "|library|package|"
            "alias|technique|software|corpus|shorthand",
        ),
        (
            Column.VENUE,
            "venue|venues|conference|conf|conf.|journal|pub|pub.|publisher|publication|published"
            "|published in|published at|"
            "conference/journal|journal/conference|venue/journal|source|conference / journal|where"
            "|conf/journal|proceedings|"
            "publication venue|published on|conf./jour.|venue & year|venue/year|journal/venue|presented at",
        ),
        (
            Column.DATE,
            "year|yr|date|time|month|publish date|publication date|release date|released|published date|day|pub. date"
            "|pub date|pub year|"
            "publication year|submit date|submitted|first release|release time|years|date released|updated",
        ),
        (
            Column.AUTHORS,
            "authors|author|author(s)|first author|team|institution|institutions|affiliation|affiliations|organization|"
            "organizations|organisation|lab|company|group|institute|university|authors/institution|creator|creators|who|by"
            "|co-authors|coauthors|co-author|coauthor|author list|authors list|list of authors|researchers",
        ),
        (
            Column.LINK,
            "code|link|links|github|repo|repository|pdf|url|project|website|page|demo|video|project page"
            "|homepage|download|"
            "bibtex|arxiv|doi|slides|code link|code/project|code / project|website/code|poster"
            "|project/code|implementation|"
            "code & data|resources|github link|source code|official code|open source|code available|code availability|"
            "paper/code|media|other|misc|weights|checkpoints|checkpoint|colab|notebook|hf|blog|bib|data|supplementary|"
            "pytorch|tensorflow|web|homepage/code|code?|codebase|repos",
        ),
        (
            Column.TAGS,
            "keywords|keyword|key words|tags|tag|topic|topics|task|tasks|category|categories|type|kind|area"
            "|field|domain|modality|"
            "subject|theme|input|application|applications|subtopic|class|setting|focus|group by|taxonomy|target|"
            "modalities|scenario|direction|research area|problem|problems|language|languages|track|sub-category|"
            "subcategory|key|label|species|organism|region|disease|discipline|scope|sector|material"
            "|materials|instrument",
        ),
        (
            Column.TEXT,
            "description|summary|notes|note|comment|comments|tldr|tl;dr|introduction|contribution"
            "|contributions|highlights|"
            "highlight|abstract|remarks|remark|info|details|key idea|key ideas|idea|main idea"
            "|short description|overview|"
            "remarks/notes|takeaway|takeaways|key points|features|feature|usage|example usage|findings|main findings|"
            "what it does|content|contents|annotation|core idea|one-liner|brief|brief introduction|novelty|results",
        ),
        (
            Column.NUMBER,
            "#|no|no.|n|id|index|citations|citation|cites|cited by|stars|star|size|params|parameters|score"
            "|rank|num|number|"
            "nr|nr.|s/n|sl no|sl. no|sr. no|sno|s.no|importance|rating|metric|metrics|if|impact factor|accuracy|"
            "# params|samples|# samples|no. of samples|week|lecture|session|priority|read date|gpu|fps",
        ),
    )
    for word in words.split("|")
}
_WORDS |= {word: _WORDS[name] for word, name in TONGUES.items()}
_VOCABULARY = frozenset(part for word in _WORDS for part in (word, *re.split(r"[\s/]+", word))) | {"&", "/", "and"}
BARS = "|│┃║"
EMPTY = "\u2012"  # stands for an empty cell between tabs: a dash that people hardly use, and no list marker
_ANY_BAR = re.compile(rf"[{BARS}]")
_CELLS = re.compile(rf"\s*[{BARS}]\s*")
_TABS = re.compile(r" *\t *")
_LONGEST_HEADER, _LONGEST_NAME = 200, 40
_LONGEST_PHRASE = 4
_CALLED_TITLE = re.compile(r"\btitles?\b", re.I)
_CALLED_AUTHORS = re.compile(r"(?:[a-z]+,? ){1,5}authors?", re.I)  # "the first and last authors"
_WHICH_AUTHORS = re.compile(
    r"\b(?:the )?(?:(?:first|last|lead|main|senior|corresponding|principal)(?:,| and| &|/)? ?){1,4}(?=authors?\b)", re.I
)
_LABELLED = re.compile(r"[^:]+: [^:]+$")  # "Links: paper", "Type of work: article", a fact and no names of columns
_DATED = re.compile(r"\((?:19|20)\d\d\)$")  # "Open Source Sand Tools (2007)", a title
_MOST_WORDS = 14
_REMARK = re.compile(r" \(([^()]*)\)")
_NAMES_TWO = re.compile(r" (?:and|&) ")  # "Title and Paper Interpretation": further words are part of such a name
_NOISE = re.compile(r"[*_`:]+|[\U0001f000-\U0001faff\u2190-\u2bff\ufe0f]")
# A header names nearly all its columns with such words; an item's line hardly any.
_KNOWN_SHARE = 0.6
_HALF_KNOWN, _MANY_KINDS = 0.5, 4  # so few will do where that many kinds of columns are named, titles among them


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a table in order, with the words over them."""

    columns: tuple[Column, ...]
    words: tuple[str, ...]

    @property
    def title_at(self) -> int | None:
        """Which column the titles stand in: the one called so, else the one of names."""
        for wanted in (Column.TITLE, Column.NAME):
            if wanted in self.columns:
                return self.columns.index(wanted)
        return None


def column_of(cell: str) -> Column | None:
    """The column that a header cell names; None if its words name none."""
    folded = " ".join(_NOISE.sub(" ", cell).lower().split()).strip(" .?")
    if found := _WORDS.get(folded) or _WORDS.get(folded.rstrip("s")):
        return found
    inner = re.sub(r"\s*[(\[].*?[)\]]\s*", " ", folded).strip()
    if inner in _WORDS:
        return _WORDS[inner]
    parts = [part for part in re.split(r"\s*(?:/|&|,|\+|\band\b|\bor\b)\s*", folded) if part]
    kinds = [_WORDS[part] for part in parts if part in _WORDS]
    return kinds[0] if kinds and len(kinds) == len(parts) else None


def may_name_column(text: str) -> bool:
    """Whether a word of a line is one that names columns: a quick look that spares most lines `column_of`."""
    return not _VOCABULARY.isdisjoint(text.lower().replace("/", " ").split())


def cells_of(text: str) -> list[str]:
    """The cells of a line whose rendering kept them apart; the line alone if it didn't."""
    if "\t" in text:
        return ["" if part == EMPTY else part.strip() for part in _TABS.split(text)]
    if not _ANY_BAR.search(text):
        return [text]
    return ["" if part == EMPTY else part.strip() for part in _CELLS.split(text.strip(BARS))]


def find_header(text: str) -> Header | None:
    """The header that a line is, with its cells kept apart or run together."""
    if len(text) > _LONGEST_HEADER:
        return None
    cells = cells_of(text)
    return header_of_cells(cells) if len(cells) > 1 else header_of_line(text)


def header_of_cells(cells: list[str]) -> Header | None:
    """The header that a line of separate cells is; None if its cells name too few columns, or but links: those that
    stand below an item, "PDF  Video  BibTeX"."""
    kinds = [_kind_of(cell) for cell in cells]
    named = [kind for kind in kinds if kind]
    filled = [cell for cell in cells if cell.strip()]
    long = any(len(_REMARK.sub("", cell)) > _LONGEST_NAME for cell in cells)
    if len(filled) < 2 or long or len(named) < max(2, _share_of(named) * len(filled)):
        return None
    if named == [Column.LINK] * len(filled):
        return None
    return Header(tuple(_with_one_title([kind or Column.OTHER for kind in kinds], cells)), tuple(cells))


def _kind_of(cell: str) -> Column | None:
    """The column that a cell names, whatever it holds besides: "Paper title and what it says"."""
    if (kind := column_of(cell)) or _CALLED_AUTHORS.fullmatch(cell.strip()):
        return kind or Column.AUTHORS
    first, *further = _NAMES_TWO.split(_REMARK.sub("", cell))
    return column_of(first) if further else None


def header_of_line(text: str) -> Header | None:
    """The header that a line of words run together is: the longest known phrases, read from the left."""
    if text.count(" ") >= 2 * _MOST_WORDS or text.endswith(":") or _LABELLED.match(text) or _DATED.search(text):
        return None
    words = _NOISE.sub(" ", _WHICH_AUTHORS.sub("", _REMARK.sub(_unless_known, text))).split()
    known = sum(map(_VOCABULARY.__contains__, map(str.lower, words)))
    if not 2 <= len(words) <= _MOST_WORDS or known < _HALF_KNOWN * len(words):
        return None
    if all(word.endswith(",") for word in words[:-1]):
        return None  # "paper, code": the links of an item
    columns: list[Column] = []
    phrases: list[str] = []
    unknown = index = 0
    while index < len(words):
        length = next((n for n in range(_LONGEST_PHRASE, 0, -1) if _known(words[index : index + n], n, words)), 0)
        phrase = " ".join(words[index : index + max(length, 1)])
        if not length and phrases and _NAMES_TWO.search(phrases[-1]):
            phrases[-1] += f" {phrase}"
            index += 1
            continue
        if not length:
            unknown += 1 if words[index][:1].isupper() else len(words)
        if length or not columns or columns[-1] is not Column.OTHER:
            columns.append(column_of(phrase) or Column.OTHER if length else Column.OTHER)
            phrases.append(phrase)
        else:
            phrases[-1] += f" {phrase}"
        index += max(length, 1)
    if len(columns) < 2 or unknown > (1 - _share_of(columns)) * len(words) or not _is_plausible(columns, words):
        return None
    told = _with_one_title(columns, phrases)  # "Study Title ..."; behind titles, "Paper" is a link
    titled = told.index(Column.TITLE) if Column.TITLE in told else 0
    return Header((*told[:titled], *columns[titled:]), tuple(phrases))


def _unless_known(remark: re.Match[str]) -> str:
    """A remark on a column, gone unless its words name columns: "(In Chinese)", but not "(Paper)"."""
    return remark[0] if may_name_column(remark[1]) else ""


def _share_of(columns: Sequence[Column]) -> float:
    """How many words have to name columns where such are named."""
    kinds = set(columns) - {Column.OTHER}
    return _HALF_KNOWN if len(kinds) >= _MANY_KINDS and Column.TITLE in kinds else _KNOWN_SHARE


def _with_one_title(columns: list[Column], words: list[str]) -> list[Column]:
    """The columns, of which the one called a title is that of the titles: "Paper" and "Study" beside it are numbers or
    short names of what it names."""
    called = [bool(_CALLED_TITLE.search(phrase)) for phrase in words]
    if columns.count(Column.TITLE) < 2 or called.count(True) != 1:
        return columns
    return [
        Column.OTHER if column is Column.TITLE and not is_called else column
        for column, is_called in zip(columns, called, strict=True)
    ]


def _known(words: list[str], length: int, line: list[str]) -> bool:
    """Whether so many words name one column. Two words that name columns of two kinds are two columns."""
    if len(words) != length or words[-1] in ("&", "/", "and", "or") or column_of(" ".join(words)) is None:
        return False
    kinds = {column_of(word) for word in words}
    apart = length > 1 and None not in kinds and len(kinds) > 1
    # "Publication Year" is one column where another one holds the venue.
    venues = sum(column_of(word) is Column.VENUE for word in line)
    return not apart or (words[0].lower() in ("publication", "pub", "published") and venues > 1)


def _is_plausible(columns: list[Column], words: list[str]) -> bool:
    """Whether columns of different kinds stand side by side, written as headers are: each word with a capital, or
    none; "arXiv papers" are a part of a list."""
    distinct = len(set(columns) - {Column.OTHER})
    capitals = sum(not word[:1].isalpha() or not word.islower() for word in words)
    return distinct >= 2 and (capitals >= max(len(words) - 2, 2) or capitals == 0)
