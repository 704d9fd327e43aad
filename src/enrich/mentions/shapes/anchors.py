"""What rendering leaves of links: anchor words ("Code", "[Paper]", "PDF | Video"), badges, and URLs written out.

In: the text of an item. Out: the text without them, and the links. What a list's own items end in (`habits`) tells
whether a bare word is an anchor there. Pure.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from enrich.mentions.links import find_stated_ids, find_urls, make_link, may_state_number
from enrich.mentions.shapes.tags import parse_tag
from enrich.mentions.shapes.venues import is_numbered_place
from enrich.mentions.shapes.words import BLANKS, is_small, stops, without_numbers
from enrich.mentions.titles import ANCHOR_WORDS, goes_on, last_word
from enrich.records import Link

WORDS = frozenset(ANCHOR_WORDS)
_PHRASES = frozenset(
    {"project page", "official code", "source code", "web page", "hugging face", "semantic scholar", "code available"}
    | {"supplementary material", "paper link", "github repo", "github page", "paper page", "model card", "blog post"}
    | {"github stars", "stars", "download", "dvi", "ps", "ps.gz", "postscript", "full-text", "fulltext"}
    | {"local copy", "mathscinet", "zbmath", "google scholar", "publisher site", "go to publication", "full text"}
    | {"download pdf", "pdf download", "view pdf", "open pdf", "view article", "view publication"}
    | {"arxiv link", "code link", "pdf link", "project website", "papers with code", "read more", "show more"}
    | {"unofficial code", "official implementation", "code & data", "code and data", "git hub", "colab notebook"}
)
_SUMMARY = "abstract"  # in brackets a link, elsewhere the label of a paragraph
_AWARDS = frozenset(
    """oral spotlight poster highlight best paper award outstanding honorable honourable mention runner up runner-up
    accepted notable top student demo track new hot""".split()  # noqa: SIM905
)
_EMOJI = r"\u2190-\u2bff\u3030\U0001f000-\U0001faff\ufe0f\u200d\u20e3"
_BRACKET = re.compile(
    r"[\s,;:|/·•&+.–—-]*(?:\[(?P<square>[^\[\]]{0,48})\]|\((?P<round>[^()]{0,48})\)|【(?P<lens>[^】]{0,48})】)[\s.,;|]*$"
)
_LAST = re.compile(r"(?P<gap>[\s,;:|/·•&+–—]*[\s,;:|/·•]|^)(?P<word>[^\s,;|/·•]+?)[\s.,;|/·•]*$")
_BADGE = re.compile(
    rf"[\s|,–—-]*(?:[{_EMOJI}]+\s*[\d.,]*[kKmM]?|GitHub (?:[Rr]epo )?[Ss]tars|(?:Stars?"
    rf"|Citations?)[: \u00a0]+[\d.,]+[kK]?|!\[[^\]]*\]|(?<=\s):[a-z][a-z0-9_+-]+:)\s*$"
)
# A label in front of a title, on its line: "Title: ...", "Required: ...".
LEAD = re.compile(
    r"\A(?:title|required|optional|recommended|main|supplementa(?:l|ry)|(?:(?:required|optional|further|main|background)\s+)?"
    r"(?:readings?|papers?|articles?))\s*[:：]\s*(?!\S*://)(?=\S+\s+\S+\s+\S)",
    re.I,
)
_NAMED_EMOJI = re.compile(r"(?::[a-z][a-z0-9_+-]+:\s*)+")
_ANY_EMOJI = re.compile(rf"[{_EMOJI}]")
_TOKEN = re.compile(r"[^\s,;|/&+:·()\[\]-]+")
_GLUED_BRACKET = re.compile(r"[^\W\d_]\([^()\s]{1,20}\)\Z")  # "AR(1) data" ends in no link, "12(3) pdf" does
# For a quick look at the end of a text, which spares nearly all of them the slow patterns above.
_BARS = frozenset("·•|")
_SURE = frozenset(
    {"paper", "pdf", "code", "github", "website", "arxiv", "link", "slides", "bibtex", "homepage", "project"}
)
_SEPARATORS = BLANKS + ".,;|/·•"
_CLOSING = frozenset(")]】")
_FILE = re.compile(r"[a-z ]{3,24} ?\((?:[a-z]{2,4},? ?)?\d[\d.,]* ?[kmg]?b\)")  # "download (pdf, 1835 kb)"
# "official code - caffe", "code (C++)", "code: torch": what the code is written in; "Code - Poetry" is a title.
_CODE_IN = re.compile(r"(?:(?:un)?official |source )?(?:codes?|implementation)(?: ?[(/] ?| [–-] |: )[\w+#.]{1,15}\)?")
_COUNTED = BLANKS + "0123456789.,kKmM"
_LONGEST_ANCHORS = 300  # letters that buttons side by side have
_LONGEST_END = 100  # letters that any leftover at the end of a text takes
LAST_LETTER = "\u218f"  # in front of arrows, signs and emoji
_LEAD_BADGE = re.compile(rf"^[\s{_EMOJI}]+(?=\S)")
_TASK = re.compile(r"\[(?:[^\w\[\]]|[xX])?\]\s+(?=\S)")  # a task done, begun, or not
# "(!) Title", "(P) Title": the page says what it means.
_SIGN = re.compile(r"\A[(\[](?:[^\w\s()\[\]]{1,3}|[A-Z])[)\]]\s+(?=\S)")
_KIND_TWICE = re.compile(r"\A\[([A-Z])([A-Z]*)\]\[\1(?:\2)?\]\s+(?=\S)")  # "[BOOK][B] Title", as search engines have it
_LABEL_IN_FRONT = re.compile(r"[\[(]([^\W\d_][^\[\]()\d]{1,24})[\])][\s:]+(?=\S+\s+\S)")
_NAME_IN_FRONT = re.compile(r"\s*\[(?P<name>[^\W\d_][^\[\]]{1,31})\][\s:]+(?=\S+\s+\S)")
# What an owner sets in front of some entries: "! Must Read", "+ With Code".
_LEAD_MARK = re.compile(r"^[!*+†‡§¶]{1,3}\s+(?=[^\W_])")
_LEAD_BRACKET = re.compile(r"\s*\[(?P<square>[^\[\]]{1,32})\][\s,:|-]*")
_LABEL = re.compile(r"([A-Za-z][\w ]{1,18}?)\s*[:：\]]?\s*[\[(<]?\s*$")
_LABEL_LENGTH = 28
_STATES_ID = re.compile(r"(?:arxiv|doi)\s?:", re.I)
_TWO_COMMAS = re.compile(r",\s*,(?=\s)")  # "The Review, 12, https://..., 2019"
_TWICE_IN_BRACKETS = re.compile(r"\[(\[[^\[\]]{0,48}\])\]")  # "[[code]](...)", half stripped
_URL_FRAME = re.compile(r"[\[(<{]\s+[\])>}]|\b(?:URL|url|Link|link|Available at|available at)\s*:?\s*$")
# In front of names: "M. Doi", "M. Code"; or the last one of "i.i.d. Data".
_INITIAL, _LONGEST_INITIAL = re.compile(r"(?:(?:^|[\s.-])[A-Z]|\.[a-z])\.$"), 3
_BUTTON_WORDS, _CLOSED = WORDS | {"&"}, frozenset(".?!)]")
_BADGE_WORD = "NEW"  # beside what a page has added of late
_SPACED = (" -", " –", " —")  # dashes that part
_AWARDED = re.compile(r"\bbest(?: \w+)? paper(?: award)?\W*$", re.I)


@dataclass(frozen=True, slots=True)
class Habits:
    """What the items of a document have at their ends: bare words that are leftovers of links, and whether the names
    right in front of their last years are people's."""

    words: frozenset[str] = field(default_factory=frozenset)
    people: bool = False
    titled: bool = False  # what stands between the last comma and the year is the end of a title
    labels: frozenset[str] = field(default_factory=frozenset)  # words in brackets in front of titles: "[required]"
    tags: frozenset[str] = field(default_factory=frozenset)  # those of `words` that say what a paper is about: "[sand]"
    named: bool = False  # titles have a name of their own in front, in brackets: "[HexaTree] Title"
    called: bool = False  # titles have what they call their work in front of a dash: "HexaTree - Title"
    tagged: bool = False  # most titles have where they appeared in front, in square brackets: "[3DV] Title"
    stacked: frozenset[str] | None = None  # places in brackets, one behind another in front; None: none stand there
    mark: str = ""  # the sign that most items have in front of venue and year
    bracketed: frozenset[str] | None = None  # venues beside surnames in brackets behind titles; None: none stand there


def leading_name(text: str) -> re.Match[str] | None:
    """The words in brackets that a text begins with, `name`, if they state no year."""
    match = _NAME_IN_FRONT.match(text)
    return match if match and not parse_tag(match["name"]) else None


def leading_label(text: str) -> re.Match[str] | None:
    """The words in brackets that a text begins with; the label is group 1."""
    return _LABEL_IN_FRONT.match(text) if text[:1] in "[(" else None


def strip_anchors(text: str, habits: Habits) -> tuple[str, bool]:
    """`text` without leftovers of links at its end, and whether there were any."""
    found = False
    while True:
        shorter = _strip_last(text, habits, found)
        if shorter is None or not shorter.strip():
            return text, found
        text, found = shorter, True


def strip_leading(text: str) -> str:
    """`text` without badges, emoji, marks and bracketed anchors in front of it."""
    if not text[:1].isalnum():
        text = _LEAD_MARK.sub("", text, 1)
    if not text[:1].isascii() or text[:1].isspace():
        text = _LEAD_BADGE.sub("", text)
    text = LEAD.sub("", text, 1)
    if text[:1] in "[(":
        text = _KIND_TWICE.sub("", _SIGN.sub("", _TASK.sub("", text, count=1)))
    while text.lstrip()[:1] == "[" and (match := _LEAD_BRACKET.match(text)) and is_anchor(match["square"]):
        if not text[match.end() :].strip():
            break
        text = text[match.end() :]
    return text


def is_anchor(phrase: str) -> bool:
    """Whether a phrase is nothing but anchor words, awards and emoji."""
    if len(phrase) > _LONGEST_ANCHORS:
        return False
    words = phrase if phrase.isascii() else _ANY_EMOJI.sub(" ", phrase)
    if phrase[:1] == ":" and _NAMED_EMOJI.fullmatch(phrase.strip()):
        return True
    bare = words.strip(" .,:;!|/*_`'\"[]")
    folded = bare.lower()
    if not folded or folded in _PHRASES or (folded.endswith("b)") and _FILE.fullmatch(folded)):
        return True
    if ("code" in bare or "impl" in bare) and _CODE_IN.fullmatch(bare):
        return True
    for match in _TOKEN.finditer(folded):  # the first word is nearly always enough to tell that it is no anchor
        word = match[0].rstrip("0123456789")
        if word not in WORDS and word not in _AWARDS and not word.endswith("rxiv"):  # "bioRxiv" as "arXiv"
            return False
    return True


def take_urls(text: str) -> tuple[str, list[Link]]:
    """`text` without the URLs and identifiers written out in it, and those as links with the word before as anchor."""
    stated = (":" in text and _STATES_ID.search(text)) or may_state_number(text)
    if "/" not in text and "www." not in text and not stated:
        return text, []
    found = sorted({*find_urls(text), *find_stated_ids(text)}, key=lambda url: url.start)
    links, pieces, end = [], [], 0
    for url in found:
        if url.start < end:
            continue
        before = text[end : url.start]
        label = _LABEL.search(before[-_LABEL_LENGTH:])
        word = label[1].split()[-1] if label else None
        links.append(make_link(url.url, word if word and is_anchor(word) else None))
        pieces.append(before)
        end = url.end
    if not links:
        return text, []
    pieces.append(text[end:])
    rest = _TWICE_IN_BRACKETS.sub(r"\1", " ".join(piece.strip(" ") for piece in pieces))
    rest = _TWO_COMMAS.sub(",", _URL_FRAME.sub("", rest))
    return rest.strip(" -–—:|<"), links


def _strip_last(text: str, habits: Habits, found: bool) -> str | None:
    """`text` without its last leftover; None if it ends in none. After one, the next needs less proof."""
    head, tail = text[:-_LONGEST_END], text[-_LONGEST_END:]
    bare = tail.rstrip(_SEPARATORS)
    if _may_end_in_badge(tail) and (match := _BADGE.search(tail)):
        return head + tail[: match.start()]
    if bare[-1:] in _CLOSING and (match := _BRACKET.search(tail)):
        inner = (
            match["square"]
            if match["square"] is not None
            else match["round"]
            if match["round"] is not None
            else match["lens"]
        )
        if (
            is_anchor(inner)
            or inner.lower() == _SUMMARY
            or (habits.words and {inner.lower(), without_numbers(inner), f"({inner})"} & habits.words)
        ):
            return head + tail[: match.start()] + _kept_stop(match[0])
    if _may_end_in_word(bare, habits) and not goes_on(head + bare):
        if (shorter := without_buttons(text)) != text:
            return shorter
        if not _AWARDED.search(tail) and (match := _LAST.search(tail)):
            return _strip_word(head, tail, match, habits, found)
    return None


def _may_end_in_badge(tail: str) -> bool:
    """Whether `_BADGE` is worth a search, which costs more than all else here."""
    return (
        tail.rstrip(_COUNTED)[-1:] > LAST_LETTER
        or "GitHub" in tail
        or "Star" in tail
        or "Citation" in tail
        or "![" in tail
        or " :" in tail
    )


def _may_end_in_word(bare: str, habits: Habits) -> bool:
    """Whether the last word is one that `_strip_word` takes: nearly no line passes, and `_LAST` is slow."""
    word = last_word(bare).strip("[]()*_`.").lower()
    return word in WORDS or word == "page" or word in habits.words


def _strip_word(head: str, tail: str, match: re.Match[str], habits: Habits, found: bool) -> str | None:
    word = match["word"].strip("[]()*_`.")
    folded = word.lower()
    before = (head + tail[: match.start()]).rstrip()
    if match["word"].endswith(")") and before.rfind("(") > before.rfind(")"):
        return before.rstrip(_SEPARATORS.replace(".", "")) + ")" if folded in WORDS and match["gap"].strip() else None
    known = folded in WORDS or folded in habits.words
    if not known and not (folded == "page" and before.lower().endswith("project")):
        return None
    previous = before.rsplit(None, 1)[-1] if before else ""
    if folded in ("page", "website") and previous.lower().strip("|,·") == "project":
        return before[: -len(previous)]
    if before.endswith(_SPACED) and word.islower():
        return before[:-1].rstrip()
    if _INITIAL.search(before[-_LONGEST_INITIAL:]):
        return None  # "M. Doi"
    separated = bool(match["gap"].strip()) or before.endswith((".", "?", "!", "]", ")", "|", "。"))
    separated = separated or bool(_ANY_EMOJI.match(before[-1:]))
    apart = before.endswith(("]", "|")) or (before.endswith(")") and not _GLUED_BRACKET.search(before))
    if separated and (found or word[:1].isupper() or folded in habits.words or apart):
        return before
    if is_small(previous) or before.endswith((":", "-")):
        return None
    sign = match["gap"].strip()
    if (sign == "+" and is_sure_anchor(folded)) or (sign in _BARS and previous.lower() in habits.words):
        return before  # "A Title + code"; "A Title · paper · code", where others of the list have one alone
    return before if (folded in habits.words and (word[:1].isupper() or is_sure_anchor(folded))) else None


def without_buttons(text: str, *, placed: bool = False) -> str:
    """`text` without the words of links right behind where something appeared, or behind a sentence: "ICRA 2018 Paper
    Project page" is "ICRA 2018". `placed` says that it is known to be a place."""
    tail = text[-_LONGEST_END:]
    end, first = len(tail.rstrip(_SEPARATORS)), ""
    while (word := tail[tail.rfind(" ", 0, end) + 1 : end]) and (word.lower() in _BUTTON_WORDS or word == _BADGE_WORD):
        first, end = word, len(tail[: end - len(word)].rstrip())
    bare = text[: len(text) - len(tail) + end]
    if not first or not bare or _INITIAL.search(bare[-_LONGEST_INITIAL:]):
        return text
    if first[0].islower():
        return bare if is_sure_anchor(first.lower()) and _is_place(bare) else text
    return bare if bare[-1] in _CLOSED or _is_place(bare) or (placed and is_sure_anchor(first.lower())) else text


def _is_place(text: str) -> bool:
    """Whether a text, or its last sentence, is where something appeared, with a year or a volume."""
    place = text[stops(text)[-1][1] :] if stops(text) else text
    dated = text.rstrip(")")[-1:].isdigit()
    return dated and (parse_tag(place) is not None or is_numbered_place(text) or is_numbered_place(place))


def is_sure_anchor(word: str) -> bool:
    """Words that are seldom the last of a title."""
    return word in _SURE


def _kept_stop(match: str) -> str:
    return "." if match.lstrip().startswith(".") else ""
