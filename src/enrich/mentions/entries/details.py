"""What a line beside a title is: its authors, venue, date, links, a labelled field or its abstract; or an item itself.

In: a row. Out: its kind; and the facts of such rows added to an entry. Pure.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

from enrich.mentions.entries.citation import split_authors_first
from enrich.mentions.entries.labelled import LABEL, add_labelled, joined
from enrich.mentions.entries.midst import split_at_credit, split_at_people
from enrich.mentions.entries.midyears import read_year_apart
from enrich.mentions.entries.names.barred import stated_between
from enrich.mentions.entries.names.coauthors import split_co_authors
from enrich.mentions.entries.names.credits import (
    add_authors,
    are_placed,
    cells_of,
    dated_place,
    poster_of,
    split_at_semicolon,
    split_at_volume,
    split_place,
)
from enrich.mentions.entries.names.placed import are_all_placed
from enrich.mentions.entries.parts import Entry
from enrich.mentions.entries.prose import PROSE_WORDS, is_prose
from enrich.mentions.entries.remarks import IN_SQUARE
from enrich.mentions.shapes.anchors import (
    LAST_LETTER,
    LEAD,
    Habits,
    is_anchor,
    is_sure_anchor,
    strip_anchors,
    take_urls,
    without_buttons,
)
from enrich.mentions.shapes.days import A_DAY, WEEKDAY, are_days_and_place, year_stated
from enrich.mentions.shapes.leading import split_leading_tag
from enrich.mentions.shapes.names import STRONG, WEAK, author_likeness, is_single_name, names_people, without_frame
from enrich.mentions.shapes.phrases import without_year
from enrich.mentions.shapes.postings import posted_tag
from enrich.mentions.shapes.quotations import find_quotation
from enrich.mentions.shapes.statements import place_behind_days
from enrich.mentions.shapes.tags import (
    MONTH_END,
    find_year,
    first_date,
    is_posting,
    parse_forthcoming,
    parse_tag,
    parse_year,
)
from enrich.mentions.shapes.trailing import split_reported, split_trailing_venue
from enrich.mentions.shapes.venues import is_numbered_place, names_publication, venue_of
from enrich.mentions.shapes.words import has_letters, is_acronym, sentences


class RowKind(StrEnum):
    """What a row is by itself, before its neighbours are asked."""

    ENTRY = "entry"
    AUTHORS = "authors"
    NAMES = "names"  # perhaps authors: two names without initials
    VENUE = "venue"
    DATE = "date"
    LINKS = "links"
    LABELLED = "labelled"
    PROSE = "prose"
    HEADING = "heading"  # told by the contents of the page


DETAILS = frozenset({RowKind.AUTHORS, RowKind.VENUE, RowKind.DATE, RowKind.LINKS, RowKind.LABELLED, RowKind.PROSE})

# "A Title of Some Words, ICRA 2021" is no venue, though all of its words are in capitals.
_TITLE_AND_TAG = re.compile(r"(?!.*\bConference\b)(?:\S+ ){3,}\S+,\s+[A-Z][\w&@/-]*[A-Z][\w-]*\s+(?:19|20)\d\d\W*$")
_ABSTRACT_IN_FRONT = re.compile(r"(?:abstract|summary)\s*[.—–-]\s+(?=\S+\s+\S+\s+\S)", re.I)
# The parts of structured abstracts, as medicine prints them: "METHODS: We asked ...", "DESIGN, SETTING: ...".
ABSTRACT_PART = re.compile(
    r"(?:(?i:background|introduction|context|rationale|importance|hypothesis|objectives?|aims?|purpose|design|settings?"
    r"|participants|patients|(?:\w+ and )?methods?|interventions?|measurements|results?|findings|discussion|limitations"
    r"|conclusions?|interpretation|implications|relevance|significance|(?:trial )?registration|funding)"
    r"(?i:(?: (?:and|&) |/)[a-z]+)?|[A-Z]{3,}(?:(?:, |/| & | )[A-Z]{3,})+): \S+\s+\S+\s+\S.*[.!?…][\"'”’)\]]*$"
)
_BUTTONS = re.compile(r"(?:\[[^\[\]]{2,30}\][\s,|·/]*)+")
# "The Journal, 2019. [Appendix] [Replication files]": where it appeared, and what else there is.
_BUTTONS_BEHIND = re.compile(r"(?<=[\d.)])(?:\s*\[[A-Z][^\[\]\d]{1,30}\])+$")
# How far a paper has come, and the series of drafts it is in.
_STATUS = re.compile(
    r"(?:(?:revise|reject)d?(?: and| &|/) ?resubmit|r&r\b|(?:re)?submitted\b|under (?:review|revision)\b|forthcoming\b"
    r"|(?:conditionally )?accepted\b|in press\b|to appear\b|work in progress\b"
    r"|(?:[A-Z]+ )?(?:working|discussion) paper\b(?: series)?,?(?: no\.?)? ?[\w-]*\d)",
    re.I,
)
_DATED_REMARK = re.compile(r"\((?:19|20)\d\d\)[,;.:]? (?=[a-z])")  # "(2018), a copy is in the library"
_INITIALED = re.compile(r"[^\W\d_][^.]{0,60}?\b[A-Z]{1,3}[.,]")  # "Roe J, ...", "Jane Q. Roe, ..."
_LONGEST_HEAD = 400  # characters: a title, its authors and where it appeared
_LONGEST_LEAD = 80  # characters: a label, and an author with a year
_VENUE_WORDS, _TITLE_END, _YEAR_AND_MONTH = 14, 4, 8
_SHORT_AND_YEAR = re.compile(r"\([A-Z][\w'-]{1,9}\),? (?:19|20)\d\d\W*$")
# "A Title of Some Words (2018) What it does."
_YEAR_BEHIND_TITLE = re.compile(r"\S+(?: \S+){2,24} \((?:19|20)\d\d\)[:.]? [A-Z]")
# "A title. Jane Roe | [2019] (pdf). What it does."
_TAG_BEHIND_BAR = re.compile(r" \| [(\[]?(?:[A-Z][\w&-]{1,20} )?(?:19|20)\d\d[)\]]?(?=[\s.,;]|$)")


@lru_cache(maxsize=8192)
def kind_of_row(text: str) -> RowKind:
    """What `text` is, by its shape alone."""
    if _ABSTRACT_IN_FRONT.match(text):
        return RowKind.PROSE
    if _are_buttons(text):
        return RowKind.LINKS
    if (poster := poster_of(text)) is not None:
        return RowKind.AUTHORS if poster else RowKind.LABELLED
    if split_co_authors(text):
        return RowKind.AUTHORS
    if is_posting(text) and place_behind_days(text):
        return RowKind.VENUE
    if lead := LEAD.match(text):
        text = text[lead.end() :]
    elif ABSTRACT_PART.match(text):
        return RowKind.LABELLED
    elif match := LABEL.match(text):
        return RowKind.LABELLED if len(match["label"]) > 2 or author_likeness(match["value"]) else RowKind.ENTRY
    closed = text.endswith("]") or (text.endswith(")") and is_sure_anchor(text[text.rfind("(") + 1 : -1].lower()))
    if closed or " · " in text or " | " in text or text[-1:] > LAST_LETTER:  # "ICRA 2018 🏅"
        text = strip_anchors(_BUTTONS_BEHIND.sub("", text), Habits())[0]
    elif text[-1:].isalpha():
        text = without_buttons(text)
    rest, links = take_urls(text)
    if links and (not has_letters(rest) or is_anchor(rest)):
        return RowKind.LINKS
    if (names := without_frame(rest)) != rest and names_people(names):
        return RowKind.AUTHORS if author_likeness(names) else RowKind.NAMES
    if is_anchor(text):
        return RowKind.LINKS
    if links and text.startswith(("http://", "https://", "www.")):
        if find_quotation(rest):
            return RowKind.ENTRY
        return RowKind.PROSE if len(rest.split()) >= PROSE_WORDS else RowKind.LINKS
    if links and is_numbered_place(text):
        return RowKind.VENUE
    if len(text) <= 200:
        if short := _kind_of_short(rest):
            return short
    elif author_likeness(split_place(rest)[0]) == STRONG or cells_of(rest) or are_all_placed(rest):
        return RowKind.AUTHORS
    barred = " | " in rest and _TAG_BEHIND_BAR.search(rest) is not None
    if barred or split_leading_tag(rest)[0] or _is_dated_title(rest) or _begins_citation(rest):
        return RowKind.ENTRY
    return RowKind.PROSE if is_prose(rest) else RowKind.ENTRY


def _are_buttons(text: str) -> bool:
    """Whether a line is nothing but several short phrases in brackets, none of them a tag: "[Abstract] [Slides]"."""
    phrases = IN_SQUARE.findall(text) if _BUTTONS.fullmatch(text) else []
    return len(phrases) > 1 and not any(map(parse_tag, phrases))


def _is_dated_title(text: str) -> bool:
    dated = ("(19" in text or "(20" in text) and _YEAR_BEHIND_TITLE.match(text) is not None
    head = text[:_LONGEST_HEAD]
    return dated or split_at_people(head, Entry()) > 0 or _is_credited_title(head) or read_year_apart(head) is not None


def _is_credited_title(head: str) -> bool:
    """Whether people and a year stand in brackets between a title and the capital of what is said about it."""
    end = split_at_credit(head, Entry()) if ") " in head else 0
    said = head[end + 1 : end + 2]
    return end > 0 and head[end - 1] == ")" and (said.isupper() or said == "[")


def _begins_citation(text: str) -> bool:
    """Whether authors stand in front of a sentence, or the sentence is in quotation marks behind a few words."""
    quotation = find_quotation(text)
    near = quotation is not None and quotation.start() <= _LONGEST_LEAD
    if quotation and near and (quotation.end() == len(text) or author_likeness(text[: quotation.start()]) == STRONG):
        return True
    if (
        quotation
        and not quotation.start()
        and text[quotation.end() :][:2] == ", "
        and find_year(text[quotation.end() :])
    ):
        return True  # "A Title", Roe et al., 2018
    return bool(_INITIALED.match(text)) and split_authors_first(text, expected=False) is not None


def _kind_of_short(text: str) -> RowKind | None:
    bare = text.strip(" .,;()[]*_")
    if parse_year(bare) or posted_tag(text) or are_days_and_place(bare):
        return RowKind.DATE
    if WEEKDAY.match(text) or read_year_apart(text):
        return None
    if (reported := split_reported(text)) and (", " in reported[0] or not names_people(reported[0])):
        return RowKind.ENTRY  # lawyers join names by "&": what stands behind a comma is the title
    if cells := cells_of(text):
        return RowKind.AUTHORS if any(names_people(cell) for cell in cells) else RowKind.VENUE
    likely = author_likeness(text.removesuffix(" and") if text.endswith(", and") else text)
    placed = text.endswith((")", "),", ");")) and (are_placed(text) or are_all_placed(text))
    if likely == STRONG or placed or split_at_semicolon(text) or split_at_volume(text):
        return RowKind.AUTHORS
    if _is_venue_line(text) or _STATUS.match(text) or parse_forthcoming(text):
        return RowKind.VENUE
    names, tag = split_place(text)
    place = (tag.venue or "") if tag else ""
    if tag and author_likeness(names) == STRONG and not _is_end_of_title(place):
        return RowKind.AUTHORS
    weak = author_likeness(names) == WEAK and place != "" and not _is_end_of_title(place)
    named = weak or (tag is not None and is_single_name(names))
    return RowKind.NAMES if likely == WEAK or named else None


def _is_end_of_title(name: str) -> bool:
    """Whether what stands between names and a year is too long for a venue, and is not named as venues are."""
    return len(name.split()) >= _TITLE_END and not names_publication(name)


def _is_venue_line(text: str) -> bool:
    """Whether a line names nothing but a venue. Short titles with a year look the same: longer names need proof."""
    if is_numbered_place(text):
        return True
    if len(sentences(text, 2)) > 1:
        return False
    tag = venue_of(text)
    if not tag or not tag.venue:
        return bool(tag)
    words = tag.venue.split()
    if _TITLE_AND_TAG.match(text) and not names_publication(text.rsplit(",", 1)[0]) and not text.startswith("Proc"):
        return False
    introduced, published = text.startswith(("In ", "in ")), names_publication(tag.venue)
    named = introduced and (published or _SHORT_AND_YEAR.search(text))  # "In Sands: A Meeting (SAM), 2019"
    if (": " in text and not named) or len(words) > _VENUE_WORDS:
        return False
    return len(words) <= 3 or any(map(is_acronym, words)) or published or introduced


def _name_of(place: str) -> str | None:
    """A venue on a line of its own, without the stop of a sentence; that of a last abbreviation stays: "Proc. Soc.".
    Several small words are none: "not published yet"."""
    name = MONTH_END.sub("", place.strip(" ,;"))
    return None if " " in name and name.islower() else name if ". " in name else name.strip(" .")


def _is_full_date(date: str) -> bool:
    """Whether a date states the day, and not only the month: "2023/03", "March 2023"."""
    return len(date) > _YEAR_AND_MONTH and A_DAY.search(date) is not None


def add_detail(entry: Entry, text: str, kind: RowKind) -> None:
    """Adds what a row beside a title states to the title's entry; nothing that is there already is replaced."""
    label, value = None, text
    if kind is RowKind.LABELLED and (match := LABEL.match(text)):
        label, value = match["label"].lower(), match["value"].strip()
    rest, links = take_urls(text)
    entry.links.extend(links)
    match kind:
        case RowKind.AUTHORS | RowKind.NAMES:
            add_authors(entry, rest.strip() if "://" in text else text)  # numbers of preprints tell where
        case RowKind.VENUE | RowKind.DATE | RowKind.LABELLED if posted := posted_tag(rest):
            entry.add_tag(posted)
        case RowKind.VENUE | RowKind.ENTRY if match := _DATED_REMARK.match(rest):
            entry.year = entry.year or find_year(match[0])
            entry.description = joined(entry.description, rest[match.end() :])
        case RowKind.VENUE if tag := dated_place(rest):
            entry.add_tag(tag)
        case RowKind.VENUE:
            place = without_buttons(strip_anchors(_BUTTONS_BEHIND.sub("", rest), Habits())[0], placed=True)
            entry.add_tag(venue_of(place) or split_trailing_venue(text)[1])
            if not _STATUS.match(place):
                entry.year = entry.year or find_year(place)
                entry.venue = entry.venue or _name_of(without_year(place) if find_year(place) else place)
        case RowKind.DATE if not _is_full_date(first_date(text).strip(" ()[].")):  # that is the day of a post
            entry.add_tag(venue_of(text))
        case RowKind.PROSE:
            lead = _ABSTRACT_IN_FRONT.match(rest)
            entry.abstract = joined(entry.abstract, rest[lead.end() :] if lead else rest)
        case RowKind.LABELLED:
            if ABSTRACT_PART.match(text):
                entry.abstract = joined(entry.abstract, text)
            if label:
                add_labelled(entry, label, value)
            elif (tag := venue_of(_BUTTONS_BEHIND.sub("", rest))) and tag.year:  # told by its place among the fields
                entry.add_tag(tag)
            elif between := stated_between(rest):
                entry.add_tag(between)
            else:
                entry.year = entry.year or year_stated(rest)
        case RowKind.ENTRY if not is_anchor(rest):
            entry.description = joined(entry.description, rest)
