"""What stands below an item's title - bullets, paragraphs, folded parts - becomes the item's authors, venue, links,
abstract or description. Pure.
"""

from __future__ import annotations

import re

from enrich.mentions.bibtex.beside import take_quoted
from enrich.mentions.bibtex.reader import looks_like, read_entries
from enrich.mentions.entries.facts import noted_place
from enrich.mentions.entries.names.credits import are_placed, may_be_names, without_places
from enrich.mentions.entries.names.dated import split_names_and_place
from enrich.mentions.items import Item
from enrich.mentions.markup.entries.apart import place_led_to
from enrich.mentions.markup.entries.around import words_alone
from enrich.mentions.markup.entries.detaillines import by_name, lines_below
from enrich.mentions.markup.entries.entry import LONGEST_ENTRY
from enrich.mentions.markup.labels import LABEL
from enrich.mentions.markup.model.blocks import (
    Block,
    Code,
)
from enrich.mentions.markup.model.flow import Flow, flow_of, without
from enrich.mentions.shapes.days import A_DAY
from enrich.mentions.shapes.names import (
    are_people,
    are_surnames,
    author_likeness,
    names_people,
    split_authors,
    without_frame,
)
from enrich.mentions.shapes.phrases import is_person, title_like, without_year
from enrich.mentions.shapes.tags import (
    Tag,
    find_year,
    is_presentation,
    is_state,
    parse_venue,
    parse_year,
    year_of_state,
)
from enrich.mentions.shapes.trailing import split_trailing_venue
from enrich.mentions.shapes.venues import names_publication, venue_of
from enrich.mentions.shapes.words import has_letters

# A paragraph of so many words below title and authors is the abstract on pages that give abstracts.
_ABSTRACT_WORDS = 60
# "Oikos 4, 5 – Published 2 May 2019".
_PLACE_AND_DAY = re.compile(r"(?P<place>[^–—|·]{4,200}?)\s+[–—|·]\s+(?P<day>[^–—|·]{4,40})")
_YEAR_BEHIND = re.compile(r"\s\((?P<year>(?:19|20)\d\d)\)\W*$")
BARS = re.compile(r"\s+[·•|]\s+")
_CELLS = re.compile(r"\s*[·•|,;]\s*")
# A comma may stand between a journal and its publisher as well, but for "*Jane Roe*, Oikos (2019)".
_DASH = re.compile(r"[\s*_]+[-–—|]+\s+|[.*_]*,\s+(?=[^,]+ \((?:19|20)\d\d\)$)")
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_NAME_WORDS = 2  # of places that nothing else tells from titles
_VISITED = re.compile(r"\b(?:last|accessed|retrieved|updated|modified)\b", re.I)  # of a page, not of a paper
_POSTED_WORDS = 12  # of a line that says when something was posted, and by whom
_LONGEST_FACT = 3_000  # characters; longer text names neither authors nor a venue alone


def add_details(item: Item, blocks: list[Block]) -> None:
    """Takes what `blocks` say about `item` over into it."""
    for block in blocks:
        if isinstance(block, Code) and looks_like(block.text):
            any(take_quoted(item, quoted) for quoted in read_entries(block.text, block.line))
    for runs in lines_below(blocks):
        whole = flow_of(runs)
        item.links.extend(whole.links())
        item.files.extend(whole.files())
        called = any(run.hint in ("authors", "year") for run in runs) and not _role_by_markup(whole)
        for flow in map(flow_of, by_name(runs)) if called else [whole]:
            _add_text(item, flow)


def _add_text(item: Item, flow: Flow) -> None:
    text = (_place_beside_links(flow) or words_alone(flow, 0))[:LONGEST_ENTRY]
    label = LABEL.match(text)
    role = label.lastgroup if label else _role_by_markup(flow)
    body = text[label.end() :].strip() if label else text.strip(" *_-–—|,;:")
    if not has_letters(body) and not find_year(body):
        return
    match role:
        case "authors":
            item.authors = item.authors or split_authors(_names_of(body))
            item.year = item.year or find_year(body)
        case "venue":
            tag = None if A_DAY.match(body) else venue_of(body)  # "Published: 5 Feb 2019"
            if not A_DAY.match(body):
                item.venue = item.venue or (tag.venue if tag else parse_venue(body) or body)
            item.year = item.year or find_year(body)
        case "year":
            item.year = item.year or find_year(body)
        case "abstract":
            item.abstract = _joined(item.abstract, body)
        case "keywords":
            item.keywords = item.keywords or tuple(part.strip() for part in re.split(r"[,;|]", body) if part.strip())
        case "links":
            pass
        case _:
            if not item.venue and (place := place_led_to(flow) or told_place(flow, body)):
                item.venue, item.year = place.venue, item.year or place.year
                return
            words = without(flow.text, [(link.start, link.end) for link in flow.anchors])
            item.year = item.year or year_of_state(words.strip(" .,;()[]/"))
            rest = _take_place_behind_names(item, flow, body)
            if rest and not _take_people_in_front(item, flow, rest):
                _add_unlabelled(item, rest)


def told_place(flow: Flow, body: str) -> Tag | None:
    """The venue that markup tells at the beginning of a line, and the year, with nothing but numbers and a date behind
    it: "*Oikos* 12(3): 4-16 · May 2019"; or a short one, emphasised, whose year stands between a comma and links."""
    place = next(iter(flow.spans(lambda run: run.hint == "venue" or (run.emphasis and not run.url))), None)
    name = place.text.strip(" ,;") if place and not flow.text[: place.start].strip() else ""
    if not place or not name:
        return None
    words = without(flow.text, [(link.start, link.end) for link in flow.anchors if link.start >= place.end])
    behind = [cell for cell in (cell.strip(" .,;()[]/") for cell in _CELLS.split(words[place.end :])) if cell]
    if not any(run.hint == "venue" for start, _, run in flow.places if start == place.start):
        alone = len(behind) == 1 and bool(flow.anchors) and flow.text[place.end :].lstrip().startswith(",")
        year = parse_year(behind[0]) if alone else None
        named = names_publication(name) or (len(name.split()) <= _NAME_WORDS and not is_person(name))
        return Tag(name, year) if year and named and not is_presentation(name) else None
    stated = venue_of(body)
    year = next(filter(None, map(parse_year, behind)), None) or (stated.year if stated else None)
    told = stated or all(parse_year(cell) or not has_letters(cell) for cell in behind)
    return Tag(name, year) if told else None


def _take_place_behind_names(item: Item, flow: Flow, body: str) -> str:
    """`body` without the names and the emphasised phrase behind them that it is, which are the authors and the venue:
    "Jane Roe. *Oikos*"; or, with a year in brackets behind it, surnames: "Roe & Poe, *Oikos* (2019)"."""
    place = flow.spans(lambda run: run.emphasis and not run.strong and not run.url)[-1:]
    name = place[0].text.strip(" .,;") if place else ""
    dated = _YEAR_BEHIND.search(body)
    whole = body[: dated.start() if dated else None].rstrip(" .,;")
    front = whole.removesuffix(name).rstrip()
    names = front.rstrip(" .,;")
    if item.venue or not name or front == whole:
        return body
    if not (names_people(names) and _is_place(name, front)) and not (dated and are_surnames(names)):
        return body
    item.year = item.year or (int(dated["year"]) if dated else find_year(name))
    item.venue = without_year(name) if find_year(name) else name
    if item.authors:
        return names
    item.authors = split_authors(names)
    return ""


def _take_people_in_front(item: Item, flow: Flow, body: str) -> bool:
    """Whether `body` is emphasised names and a place behind them, which are the authors and the venue then: "*Jane Roe*
    — Oikos 2019", "*Jane Roe*, Oikos (2019)". A lone name needs both to be told from other words. In brackets it says
    where people are from."""
    if not item.authors and (names := placed_names(flow)):
        item.authors = split_authors(names)
        return True
    spans = [] if item.authors or item.venue else flow.spans(lambda run: run.emphasis and not run.url)
    name = spans[0].text.strip(" .,;:") if spans else ""
    named = body.startswith(name) and may_be_names(name.removesuffix(" et al")) if name else False
    dash = _DASH.match(body, len(name)) if named else None
    place = venue_of(body[dash.end() :]) if dash and not names_publication(name) else None
    kind = is_presentation(name) or is_state(name)  # "*Poster* — Oikos 2019"
    people = () if kind else split_authors(name)
    if not place or not place.venue or any(" " not in who and not is_person(who) for who in people):
        return False
    item.authors, item.venue, item.year = people or item.authors, place.venue, place.year or item.year
    return True


def placed_names(flow: Flow) -> str:
    """The emphasised names that a line begins with, where all other words of it are in brackets, or of links: "*Jane
    Roe* (Keio)"; "" without any."""
    span = next(iter(flow.spans(lambda run: run.emphasis and not run.url)), None)
    if not span or flow.text[: span.start].strip() or not (is_person(span.text) or may_be_names(span.text)):
        return ""
    place = _IN_BRACKETS.fullmatch(words_alone(flow, span.end).strip())
    return span.text.strip(" .,;:") if place and not find_year(place[0]) else ""


def _is_place(name: str, front: str) -> bool:
    """Whether an emphasised name behind people (`front`) is a place: pages set their owner's name so, and awards.
    Behind a comma or a word it may be one more of the people."""
    if is_presentation(name) or name.split()[0].islower():
        return False
    return front.endswith((".", ";")) or (front.endswith(",") and (bool(find_year(name)) or not are_people(name)))


def _place_beside_links(flow: Flow) -> str:
    """All words but those of short links, where they are a place: "The Journal, 2019 [local copy]"."""
    links = [(link.start, link.end) for link in flow.anchors if not title_like(link.text)]
    bare = " ".join(without(flow.text, links).split()).strip(" ,;|·") if links else ""
    place = venue_of(bare)
    return bare if place and place.venue and place.year else ""


def _names_of(body: str) -> str:
    """The names of a line without the year behind them, and without the days and repositories that bars set apart."""
    cells = BARS.split(body)
    if len(cells) > 1:
        return ", ".join(cell for cell in cells if "/" not in _IN_BRACKETS.sub("", cell) and find_year(cell) is None)
    return without_year(body)


def _role_by_markup(flow: Flow) -> str | None:
    hints = {run.hint for _, _, run in flow.places if run.text.strip()}
    return hints.pop() if len(hints) == 1 else None


def _add_unlabelled(item: Item, body: str) -> None:
    if len(body) > _LONGEST_FACT:
        item.abstract = _joined(item.abstract, body)
        return
    dated = _PLACE_AND_DAY.fullmatch(body)
    if dated and A_DAY.search(dated["day"]) and venue_of(dated["place"]):
        _add_unlabelled(item, dated["place"])
        item.year = item.year or find_year(dated["day"])
        return
    names = without_frame(body)  # "by Jane Roe", "(Jane Roe; Max Poe)"
    framed = names != body and names_people(names)
    if not item.authors and (framed or author_likeness(body) or are_placed(body)):
        item.authors = split_authors(names if framed else without_places(body))
        return
    place = venue_of(body) if item.authors else None  # "Some Planet. J., 2019": no names, for they are known
    whole = ("", place) if place and place.venue and place.year else None
    told = whole or split_names_and_place(body)
    names, tag = told or split_trailing_venue(body)
    if tag and not (item.venue and item.year) and (not names or told or author_likeness(names)):
        item.venue, item.year = item.venue or tag.venue, item.year or tag.year
        if names.strip() and not item.authors:
            item.authors = split_authors(names)
        return
    noted = noted_place(body) if item.authors and not item.venue else None
    if noted:
        item.venue, item.year, body = noted[0].venue, item.year or noted[0].year, body[noted[1] :]
    words = len(body.split())
    if not item.year and words <= _POSTED_WORDS and A_DAY.search(body) and not _VISITED.search(body):
        item.year = find_year(body)
    if words >= _ABSTRACT_WORDS and not item.abstract:
        item.abstract = body
    else:
        item.description = _joined(item.description, body)


def _joined(before: str | None, text: str) -> str:
    return f"{before} {text}" if before else text
