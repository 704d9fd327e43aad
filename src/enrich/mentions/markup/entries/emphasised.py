"""The titles that emphasis shows: what is emphasised itself, or stands in front of emphasised authors. Pure."""

from __future__ import annotations

import re

from enrich.mentions.entries.names.coauthors import co_authors
from enrich.mentions.entries.names.credits import may_be_names, without_places
from enrich.mentions.markup.model.blocks import REFRAINS
from enrich.mentions.markup.model.flow import Flow, Span
from enrich.mentions.shapes.leading import split_leading_tag
from enrich.mentions.shapes.names import NO, STRONG, are_surnames, author_likeness
from enrich.mentions.shapes.phrases import ORDINAL, is_citation, is_person, title_like, without_year
from enrich.mentions.shapes.tags import parse_tag
from enrich.mentions.shapes.venues import venue_of

NO_TITLES = REFRAINS | {"code"}  # hints
_LINK_NEAR = 4  # letters, such as ", [", between a title and the link behind it
_DASHES = frozenset(["-", "--", "–", "—", "|", "·"])  # no words of one name or of several
_OTHERS = re.compile(r"\W*(?:et al|and others)\W*", re.I)
_PLACE = re.compile(r",\s+(?P<place>[^\n]{3,90}?\(?(?:19|20)\d\d\)?)\s*(?:$|[\n.(\[])")


def cited_title(flow: Flow, anchors: list[Span]) -> Span | None:
    """The emphasised title of a citation: names in front of it, and a linked journal or identifier right behind it."""
    for span in flow.spans(lambda run: run.emphasis and not run.url and run.hint not in REFRAINS):
        names = flow.text[: span.start].strip(" ,;:")
        if _OTHERS.fullmatch(span.text):  # "Roe *et al.*, [A Title](...)"
            continue
        if len(span.text.split()) > 1 and any(0 < link.start - span.end <= _LINK_NEAR for link in anchors):
            return span if author_likeness(names) or is_person(names) else None
    return None


def emphasised_title(flow: Flow) -> Span | None:
    """The first phrase that is emphasised where a title may stand: at the start, behind authors or a tag."""
    for span in flow.spans(lambda run: run.emphasis and run.hint not in NO_TITLES):
        before = ORDINAL.sub("", flow.text[: span.start]).strip(" .,:;*_-–—|·•")
        tag, names = split_leading_tag(before, titled=True)  # "ICES 2019 · Roe & Poe · _A Title_"
        if _is_placed(flow, span) and _names(before):  # a title, be it one word or as a name
            return span
        if not title_like(span.text) or (is_person(span.text) and not before.endswith("et al")):
            continue
        named = " " not in before or are_surnames(before)
        called = named and flow.text[: span.start].rstrip().endswith(":")  # "Roe, Poe: *A Title*"
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


def words_before_names(flow: Flow, *, sure: bool) -> Span | None:
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
