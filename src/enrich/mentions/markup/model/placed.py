"""The classes of HTML elements that hold where each paper appeared, whatever their names: "j", "src"; <cite> is one.

In: a tree of elements. Out: such classes. Told by what nearly all elements of a class have in common: each stands
alone on its line and may be the name of a venue; several have a shape that only names of venues have, and the same
come again and again, as titles and people do not. Pure; cost is linear.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING

from enrich.mentions.markup.model.elements import hint_of, kind_of, text_of
from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.names import STRONG, author_likeness
from enrich.mentions.shapes.phrases import is_person
from enrich.mentions.shapes.samples import sampled
from enrich.mentions.shapes.tags import parse_name
from enrich.mentions.shapes.trailing import split_trailing_venue
from enrich.mentions.shapes.venues import names_publication, venue_of
from enrich.mentions.shapes.words import is_acronym

if TYPE_CHECKING:
    from lxml.etree import _Element

# By judgement: fewer are chance, half of all journals are abbreviated or acronyms, and papers share them.
_FEWEST, _SAMPLE, _FEWEST_SURE = 8, 60, 3
_NEARLY_ALL, _MOST, _TOLD, _UNLIKE = 0.85, 0.75, 0.4, 0.6
_LONGEST, _BESIDE = 90, 6  # letters; elements in front, or behind
_BEHIND, _SIGNS = 400, " ,;.·•|–—-"  # letters, and what stands between facts
_IN = re.compile(r"in:?\s+", re.I)
_SHORTENED_LAST = re.compile(r"(?!Jr|Sr)[^\W\d_]{2,8}\.$")
_SHORTENED = re.compile(r"[^\W\d_]{1,8}\.(?=[\s-]|$)")  # "Sea Stud. Lett."


_OF_PEOPLE = re.compile(r"(?:Dr|Prof|Mrs?|Ms|St|Univ|Inst|Dept|Dep|Fac|Lab)\b\.?", re.I)  # and where they work
_DATED_SHARE = 0.5  # of elements with another place behind them, by judgement


def learn_places(root: _Element) -> set[str]:
    """The kinds of a page's elements that hold venues; none where the page says so: others shorten those."""
    kinds: dict[str, list[_Element]] = defaultdict(list)
    named = 0
    for element in root.iter():
        kind = kind_of(element)
        hint = hint_of(element) if kind else ""
        named += hint == "venue" and len(text_of(element, _LONGEST)) > 0
        if kind and not hint:
            kinds[kind].append(element)
    if named >= _FEWEST:
        return set()
    return {kind for kind, found in kinds.items() if len(found) >= _FEWEST and _are_places(found)}


def _are_places(elements: Sequence[_Element]) -> bool:
    if sum(map(_is_alone, elements)) < _NEARLY_ALL * len(elements):
        return False  # keywords, or people
    some = sampled(elements, _SAMPLE)
    if sum(map(_has_place_behind, some)) > _DATED_SHARE * len(some):
        return False  # fields, or hosts
    texts = [_IN.sub("", text_of(element, _LONGEST)) for element in some]
    names = [text for text in texts if _may_be_venue(text)]
    if len(names) < _MOST * len(texts) or len(set(names)) > _UNLIKE * len(names):
        return False
    if all(name.endswith(".") for name in names):
        names = [name[:-1] for name in names]  # the stops of sentences
    sure = [name for name in names if _is_surely_venue(name)]
    told = len(sure) + sum(is_acronym(name) for name in names if " " not in name)
    return len(set(sure)) >= _FEWEST_SURE and told >= _TOLD * len(names)


def _is_alone(element: _Element) -> bool:
    """Whether no other element of its kind stands in front on its line."""
    kind = kind_of(element)
    for before in islice(element.itersiblings(preceding=True), _BESIDE):
        if before.tag == "br" or kind_of(before) == kind:
            return before.tag == "br"
    return True


def _has_place_behind(element: _Element) -> bool:
    """Whether a place and its year stand behind an element, on its line or the next."""
    pieces = [element.tail or ""]
    for after in islice(element.itersiblings(), _BESIDE):
        pieces += [text_of(after, _LONGEST), after.tail or ""]
    words = " ".join("".join(pieces)[:_BEHIND].split()).strip(_SIGNS)
    place = venue_of(words) or split_trailing_venue(words)[1]
    return place is not None and bool(place.venue and place.venue[0].isalpha() and place.year)


def _may_be_venue(text: str) -> bool:
    bare = text.strip(" ,;")
    return parse_name(bare) is not None and not is_anchor(bare) and author_likeness(bare) != STRONG


def _is_surely_venue(name: str) -> bool:
    """Whether a name is shortened as names of journals are, or one of a series of publications; nobody's name is."""
    if _OF_PEOPLE.match(name):
        return False
    person = author_likeness(name) or is_person(name)
    shortened = _SHORTENED_LAST if person else _SHORTENED
    return names_publication(name) or (" " in name and shortened.search(name) is not None)
