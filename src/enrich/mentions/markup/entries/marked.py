"""Which span of an entry its markup makes the title, and the sign that says so. Pure.

In order: what the page itself calls the title, a linked title, a quoted one, a strong one, an emphasised one behind
authors, plain words in front of emphasised authors, a name at the start with what its colon leads on to.
"""

from __future__ import annotations

import re

from enrich.mentions.entries.entry import read_entry
from enrich.mentions.entries.names.commas import begins_with_names_and_colon
from enrich.mentions.entries.parts import Entry as Parts
from enrich.mentions.entries.parts import Style
from enrich.mentions.links import names_paper
from enrich.mentions.markup.entries.behindnames import cell_behind, paper_behind
from enrich.mentions.markup.entries.emphasised import NO_TITLES, cited_title, emphasised_title, words_before_names
from enrich.mentions.markup.entries.prose import credited_links
from enrich.mentions.markup.model.blocks import Run
from enrich.mentions.markup.model.flow import Flow, Span
from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.names import NO, STRONG, author_likeness
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
MARKS = ("strong", "emphasis")
_SENTENCE_END = re.compile(r"[.?!](?:\s|$)")
_TITLE_LABEL = re.compile(r"\s*title\s*[:：]\s*", re.I)
_LABELLED_TITLE = re.compile(r"(?:^|\n)\s*(?:paper )?title\s*[:：]\s*(?P<title>[^\s\n][^\n]*[^\s\n])", re.I)
# Titles of papers are capitalised to this share at least where they stand behind a name without a colon.
_TITLE_CASE = 0.6


def lone_link(flow: Flow) -> Span | None:
    """The only link of a flow that may be a title by its words, if it leads to a paper."""
    links = [a for a in flow.own_anchors if title_like(a.text) and not find_year(a.text) and venue_of(a.text) is None]
    return links[0] if len(links) == 1 and names_paper(links[0].url) else None


def marked_title(flow: Flow, mark: str) -> Span | None:
    """The first phrase of a flow that is set apart by `mark`, in front of any link, and may be a title."""
    for span in flow.spans(lambda run: getattr(run, mark) and not run.url and run.hint not in NO_TITLES):
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
    if labelled := _LABELLED_TITLE.search(flow.text):
        return Span(*labelled.span("title"), labelled["title"].strip()), "hint"
    anchors = [link for link in flow.own_anchors if not is_citation(link.text) and not _is_signed(flow, link)]
    link = next((a for a in anchors if title_like(a.text) and may_precede(flow.text[: a.start])), None)
    link = link or next(iter(credited_links(flow, anchors)), None)
    strong = next((s for s in flow.spans(_is_strong) if people != "strong" and _may_be_title(flow, s)), None)
    credited = words_before_names(flow, sure=people == "emphasis")
    emphases = flow.spans(lambda run: run.emphasis and not run.url)
    quoted = _quoted(flow, [*(span for span in (link, strong, credited) if span), *emphases])
    if quoted and (not link or quoted.start < link.start):
        return quoted, "quoted"
    if cited := cited_title(flow, anchors):
        return cited, "emphasis"
    if link and (
        not strong or strong.start >= link.start or names_paper(link.url) or link.url.lower().endswith(".pdf")
    ):
        return _whole_link(flow, link, strong), "link"
    if strong:
        return _with_subtitle(flow, _unnumbered(flow, strong)), "strong"
    emphasised = emphasised_title(flow) if people != "emphasis" else None
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
    return run.strong and run.hint not in NO_TITLES


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
