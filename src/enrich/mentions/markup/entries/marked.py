"""Which span of an entry its markup makes the title, and the sign that says so. Pure.

In order: what the page itself calls the title, a linked title, a quoted one, a strong one, an emphasised one behind
authors, plain words in front of emphasised authors, a name at the start with what its colon leads on to.
"""

from __future__ import annotations

import re

from enrich.mentions.entries.citation import begins_with_names_and_colon
from enrich.mentions.entries.entry import read_entry
from enrich.mentions.entries.names.coauthors import co_authors
from enrich.mentions.entries.names.credits import may_be_names, without_places
from enrich.mentions.entries.parts import Entry as Parts
from enrich.mentions.entries.parts import Style
from enrich.mentions.links import names_paper
from enrich.mentions.markup.entries.behindnames import cell_behind, paper_behind
from enrich.mentions.markup.entries.prose import credited_links
from enrich.mentions.markup.model.blocks import REFRAINS, Run
from enrich.mentions.markup.model.flow import Flow, Span
from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.leading import split_leading_tag
from enrich.mentions.shapes.names import NO, STRONG, are_surnames, author_likeness
from enrich.mentions.shapes.phrases import (
    HOLLOW,
    LABEL_WORDS,
    NOISE,
    ORDINAL,
    TITLE_WORDS,
    is_citation,
    is_id,
    is_person,
    is_tag,
    may_precede,
    title_like,
    without_year,
)
from enrich.mentions.shapes.quotations import double_marks, goes_on_behind
from enrich.mentions.shapes.tags import find_year, parse_tag
from enrich.mentions.shapes.venues import venue_of
from enrich.mentions.shapes.words import capital_share, has_letters

_QUOTED = double_marks(6)
# Behind the year of a citation its title has begun: "Roe, J. 1981. Who Counts the "; one word may lead on to it: "In".
_BEGUN = re.compile(r"\b(?:19|20)\d\d[a-z]?\)?[.,:] +(?:[^\W\d_][^\s.,:;]* +){2,}$")
_BEFORE_QUOTES = 300  # characters
_BESIDE_QUOTES = 2  # letters, a stop and a blank, that a title in quotation marks may have beside them
_LINK_NEAR = 4  # letters, such as ", [", between a title and the link behind it
_DASHES = frozenset(["-", "--", "–", "—", "|", "·"])  # no words of one name or of several
MARKS = ("strong", "emphasis")
_OTHERS = re.compile(r"\W*(?:et al|and others)\W*", re.I)
_NO_TITLES = REFRAINS | {"code"}  # hints
_SENTENCE_END = re.compile(r"[.?!](?:\s|$)")
_PLACE = re.compile(r",\s+(?P<place>[^\n]{3,90}?\(?(?:19|20)\d\d\)?)\s*(?:$|[\n.(\[])")
_TITLE_LABEL = re.compile(r"\s*title\s*[:：]\s*", re.I)
# Titles of papers are capitalised to this share at least where they stand behind a name without a colon.
_TITLE_CASE = 0.6


def lone_link(flow: Flow) -> Span | None:
    """The only link of a flow that may be a title by its words, if it leads to a paper."""
    links = [a for a in flow.own_anchors if title_like(a.text) and not find_year(a.text) and venue_of(a.text) is None]
    return links[0] if len(links) == 1 and names_paper(links[0].url) else None


def marked_title(flow: Flow, mark: str) -> Span | None:
    """The first phrase of a flow that is set apart by `mark`, in front of any link, and may be a title."""
    for span in flow.spans(lambda run: getattr(run, mark) and not run.url and run.hint not in _NO_TITLES):
        named, before = author_likeness(span.text) != NO or is_person(span.text), flow.text[: span.start]
        if title_like(span.text) and not named:
            return span if len(before.split()) <= LABEL_WORDS or may_precede(before) else None
    return None


def is_behind_colon(flow: Flow, span: Span) -> bool:
    """Whether other words stand between a span and the names and colon that its entry begins with."""
    words = flow.text[: span.start].partition(": ")[2]
    return bool(words.strip(' "“”’*_')) and begins_with_names_and_colon(flow.text)


def find_title(flow: Flow, people: str = "") -> tuple[Span | None, str]:
    """The span that markup makes the title, and the sign that says so; `people` is what sets no title, but authors
    apart."""
    hinted = [span for span in flow.spans(lambda run: run.hint == "title") if has_letters(span.text)]
    if hinted and not is_anchor(hinted[0].text):
        return _unlabelled(flow, hinted[0]), "hint"
    anchors = [link for link in flow.own_anchors if not is_citation(link.text) and not _is_signed(flow, link)]
    link = next((a for a in anchors if title_like(a.text) and may_precede(flow.text[: a.start])), None)
    link = link or next(iter(credited_links(flow, anchors)), None)
    strong = next((s for s in flow.spans(_is_strong) if people != "strong" and _may_be_title(flow, s)), None)
    credited = _before_names(flow, sure=people == "emphasis")
    emphases = flow.spans(lambda run: run.emphasis and not run.url)
    quoted = _quoted(flow, [*(span for span in (link, strong, credited) if span), *emphases])
    if quoted and (not link or quoted.start < link.start):
        return quoted, "quoted"
    if cited := _cited(flow, anchors):
        return cited, "emphasis"
    if link and (
        not strong or strong.start >= link.start or names_paper(link.url) or link.url.lower().endswith(".pdf")
    ):
        return _whole_link(flow, link, strong), "link"
    if strong:
        return _with_subtitle(flow, _unnumbered(flow, strong)), "strong"
    emphasised = _emphasised(flow) if people != "emphasis" else None
    if credited and not emphasised:
        return credited, "names"
    if emphasised:
        return emphasised, "emphasis"
    return (None, "") if people == "strong" else _name_first(flow, anchors)


def _is_signed(flow: Flow, link: Span) -> bool:
    """Whether a link is the name of whom "by" leads to: "Posted on May 4, 2019 by [Jane Roe](..)"."""
    return flow.text[: link.start].lower().endswith(" by ") and is_person(link.text)


def _unlabelled(flow: Flow, hinted: Span) -> Span:
    """What markup calls the title without the word "Title:" in front."""
    label = _TITLE_LABEL.match(flow.text, hinted.start, hinted.end)
    if not label or label.end() == hinted.end:
        return hinted
    return Span(label.end(), hinted.end, flow.text[label.end() : hinted.end].strip(), hinted.url)


def _is_strong(run: Run) -> bool:
    """Whether a run is in bold, and not what the page says of several papers ("What we did.")."""
    return run.strong and run.hint not in _NO_TITLES


def _may_be_title(flow: Flow, strong: Span) -> bool:
    """Whether a phrase in bold is a title where it stands."""
    return title_like(strong.text) and may_precede(flow.text[: strong.start]) and not _is_among_names(flow, strong)


def _is_among_names(flow: Flow, strong: Span) -> bool:
    """Whether a phrase in bold is one of an entry's authors: "A. Roe, **J. Doe**, ...", or all of them."""
    before, behind = flow.text[: strong.start].rstrip(), flow.text[strong.end :].lstrip()
    among = before.endswith((",", "&", " and", ";")) or behind.startswith((",", "&", "and ", ";"))
    likeness = author_likeness(strong.text)
    return (among and is_person(strong.text)) or likeness == STRONG or (likeness != NO and "." in strong.text)


def _unnumbered(flow: Flow, span: Span) -> Span:
    """What stands in bold without the number of the entry in front: "**3. Title**"."""
    number = ORDINAL.match(flow.text, span.start, span.end)
    return Span(number.end(), span.end, flow.text[number.end() : span.end].strip(), span.url) if number else span


def _whole_link(flow: Flow, link: Span, strong: Span | None) -> Span:
    """A link with the rest of a strong phrase that it begins ("**[Name](url): the rest**")."""
    if strong and strong.start <= link.start and strong.end > link.end and ":" in flow.text[link.end : link.end + 2]:
        return Span(link.start, strong.end, flow.text[link.start : strong.end].strip(), link.url)
    return link


def _quoted(flow: Flow, marked: list[Span]) -> Span | None:
    """The first quotation that is long enough and stands where a title may; not one inside a longer title that is
    linked, strong or emphasised."""
    for match in _QUOTED.finditer(flow.text):
        inner = next(group for group in match.groups() if group)
        if goes_on_behind(flow.text, match):
            continue
        if (
            not any(_is_inside(match, span) for span in marked)
            and title_like(inner.strip(" ,."))
            and may_precede(flow.text[: match.start()])
            and not _BEGUN.search(flow.text[max(0, match.start() - _BEFORE_QUOTES) : match.start()])
        ):
            start = flow.text.index(inner, match.start())
            return Span(start, start + len(inner), inner.strip().rstrip(","))
    return None


def _is_inside(quotation: re.Match[str], title: Span) -> bool:
    """Whether a quotation is but a part of a marked title."""
    begin, end = quotation.span()
    return title.start <= begin and end <= title.end and end - begin + _BESIDE_QUOTES < title.end - title.start


def _with_subtitle(flow: Flow, strong: Span) -> Span:
    """A strong name that ends in a colon goes on behind it."""
    if not strong.text.endswith(":"):
        return strong
    return _extend(flow, strong) or strong


def _extend(flow: Flow, name: Span) -> Span | None:
    """A name with the title-cased phrase behind it: "**GraphX**: Processing Graphs at Scale"."""
    limit = min([a.start for a in flow.anchors if a.start >= name.end and is_anchor(a.text)] or [len(flow.text)])
    rest = HOLLOW.sub("", flow.text[name.end : limit])
    parts = read_entry(rest.strip(" :：-–—*_[("), Style()) if has_letters(rest) else Parts()
    words = parts.title.split()
    described = capital_share(words) < _TITLE_CASE and not (parts.venue and parts.year)
    if len(words) < TITLE_WORDS - 1 or described:
        return None
    end = flow.text.find(parts.title, name.end)
    return (
        Span(name.start, end + len(parts.title), flow.text[name.start : end + len(parts.title)]) if end >= 0 else None
    )


def _cited(flow: Flow, anchors: list[Span]) -> Span | None:
    """The emphasised title of a citation: names in front of it, and a linked journal or identifier right behind it."""
    for span in flow.spans(lambda run: run.emphasis and not run.url and run.hint not in REFRAINS):
        names = flow.text[: span.start].strip(" ,;:")
        if _OTHERS.fullmatch(span.text):  # "Roe *et al.*, [A Title](...)"
            continue
        if len(span.text.split()) > 1 and any(0 < link.start - span.end <= _LINK_NEAR for link in anchors):
            return span if author_likeness(names) or is_person(names) else None
    return None


def _emphasised(flow: Flow) -> Span | None:
    for span in flow.spans(lambda run: run.emphasis and run.hint not in _NO_TITLES):
        before = ORDINAL.sub("", flow.text[: span.start]).strip(" .,:;*_-–—|·•")
        tag, names = split_leading_tag(before, titled=True)  # "ICES 2019 · Roe & Poe · _A Title_"
        if _is_placed(flow, span) and _names(before):  # a title, be it one word or as a name
            return span
        if not title_like(span.text) or (is_person(span.text) and not before.endswith("et al")):
            continue
        called = " " not in before and flow.text[: span.start].rstrip().endswith(":")  # "Roe: *A Title*"
        if (
            not before
            or called
            or parse_tag(before)
            or _names(before)
            or is_citation(before)
            or co_authors(before.strip("() "))
        ):
            return span
        if tag and (_names(names) or are_surnames(names)):
            return span
    return None


def _is_placed(flow: Flow, span: Span) -> bool:
    """Whether a place of publication with its year stands right behind a phrase: "*A Title*, 12 J. Tide 34 (2019)"."""
    behind = _PLACE.match(flow.text, span.end)
    tag = venue_of(behind["place"]) if behind else None
    return tag is not None and bool(tag.venue and tag.year)


def _before_names(flow: Flow, *, sure: bool) -> Span | None:
    """All the plain words in front of emphasised authors, stops and dashes included: "A Title, *Jane Roe*, ICES'19".

    Names of other shapes than names have, or a single one, may be a journal's as well: then a venue has to follow, but
    where it is `sure` that people are emphasised."""
    span = next(iter(flow.spans(lambda run: run.emphasis and not run.strong and not run.url)), None)
    title = ORDINAL.sub("", flow.text[: span.start]).rstrip() if span else ""
    if not span or not _is_plain(flow, span.start):
        return None
    names, behind = without_places(span.text), flow.text[span.end :].strip(" ,.;")
    named = author_likeness(names) == STRONG or (sure and (author_likeness(names) != NO or is_person(names)))
    if not title.endswith((",", ".", "–", "—", "-")) and not (named and (sure or ", " in names)):
        return None  # emphasis alone parts several people from a title, but no phrase within it
    tag = parse_tag(behind.split(" - ")[0]) if title.endswith(",") and may_be_names(names) else None
    title = title.rstrip(" ,.–—-")
    if not ((tag and tag.venue) or named) or not title_like(title) or author_likeness(title):
        return None
    start = flow.text.index(title)
    return Span(start, start + len(title), title)


def _is_plain(flow: Flow, end: int) -> bool:
    """Whether no markup sets any words in front of `end` apart."""
    return not any(run.strong or run.url or run.hint for start, _, run in flow.places if start < end)


def _names(text: str) -> bool:
    """Whether words in front of an emphasised phrase are its authors, be it one person or "The Project et al."."""
    names = without_year(text)
    lead = names.removesuffix("et al")
    led = lead != names and may_be_names(lead.strip(" ,")) and _DASHES.isdisjoint(lead.split())
    return bool(author_likeness(names)) or is_person(names) or led


def _name_first(flow: Flow, anchors: list[Span]) -> tuple[Span | None, str]:
    """A short linked or strong name at the start, with a title-cased phrase behind its colon if there is one."""
    strong = [span for span in flow.spans(lambda run: run.strong)[:1] if not _is_among_names(flow, span)]
    firsts = [*anchors[:1], *strong]
    for span in sorted(firsts, key=lambda span: span.start):
        word = span.text.strip(" :：[]()")
        ahead = ORDINAL.sub("", flow.text[: span.start]).strip(" -–—|•·*_[(")
        named = ahead == "" or is_tag(ahead) or NOISE.match(ahead)
        if (
            not named
            or not has_letters(word)
            or is_anchor(word)
            or parse_tag(word)
            or is_id(word)
            or word.startswith("@")
            or is_tag_in_front(flow, span)
        ):
            continue
        behind = flow.text[span.end :].lstrip()
        if title := paper_behind(flow, span) or cell_behind(flow, span):
            return title, "behind name"
        if span.text.endswith((":", "：")) or behind[:1] in (":", "："):
            if longer := _extend(flow, span):
                return longer, "name"
        elif not span.url and behind and (longer := _extend(flow, span)):
            start = flow.text.find(longer.text[len(span.text) :].strip(" -–—"), span.end)
            return Span(start, longer.end, flow.text[start : longer.end]), "behind name"
        return Span(span.start, span.end, word, span.url), "name"
    return None, ""


def is_tag_in_front(flow: Flow, link: Span) -> bool:
    """Whether a link in square brackets says where the title behind it appeared: "[[ICES](..)] A Title. [code]"."""
    framed = flow.text[: link.start].strip() == "[" and flow.text[link.end :].lstrip().startswith("]")
    behind = flow.text[link.end :].lstrip(" ]").partition("[")[0]
    return bool(link.url) and framed and title_like(_SENTENCE_END.split(behind, maxsplit=1)[0])
