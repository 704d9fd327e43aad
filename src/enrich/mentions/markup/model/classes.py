"""The classes of HTML elements that hold the title and the authors of every entry, whatever their names: "t", "who".

In: a tree of elements. Out: what each such class holds; nothing where the page says "title" itself. Told by what nearly
all elements of a class have in common: each stands in an entry of its own, reads as a title unlike all others, and has
people beside it, but no better title in front: a heading, a link, words set apart. Pure; cost is linear.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from enrich.mentions.entries.names.credits import without_places
from enrich.mentions.markup.model.elements import hint_of, text_of
from enrich.mentions.shapes.names import NO, author_likeness
from enrich.mentions.shapes.phrases import is_person, mostly_names, title_like
from enrich.mentions.shapes.samples import sampled
from enrich.mentions.shapes.venues import is_numbered_place, venue_of
from enrich.mentions.shapes.words import sentences

if TYPE_CHECKING:
    from lxml.etree import _Element

_TAGS = frozenset(["span", "div", "p", "a", "b", "strong", "i", "em", "cite", "font"])
# By judgement: fewer are chance; a title may be a name, and its authors names of other shapes than names have.
_FEWEST, _SAMPLE = 8, 60
_NEARLY_ALL, _USUAL, _FEW = 0.85, 0.5, 0.2
_TITLE_WORDS = 3
_LONGEST, _NEAR = 400, 600  # letters of a title, and of what stands beside it
_FRONT, _BESIDE = 40, 3  # pieces in front of a title, names among them; elements behind it
_SET_APART = frozenset(["h1", "h2", "h3", "h4", "h5", "h6", "a", "b", "strong", "i", "em", "cite"])  # may be titles
_ABOVE, _IN_ENTRY = 4, 60  # elements around a title that may be its entry, and those inside one that are looked at


def learn_classes(root: _Element) -> dict[str, str]:
    """ "title" by the class of a page's titles - of several that may be, the one with most elements - and "authors" by
    that of the people beside them."""
    classes: dict[str, list[_Element]] = defaultdict(list)
    named = 0
    for element in root.iter():
        words = element.get("class") if element.tag in _TAGS else None
        hint = hint_of(element) if words else ""
        named += hint == "title"
        if words and not hint:
            classes[words].append(element)
    if named >= _FEWEST:
        return {}
    likely = {words for words, found in classes.items() if len(found) >= _FEWEST and _are_titles(found)}
    told = [words for words in classes if words in likely and not _follow_titles(classes[words], likely)]
    if not told:
        return {}
    titles = max(told, key=lambda words: len(classes[words]))  # of several with as many, the first on the page
    people = _class_of_people(classes[titles], classes)
    return {people: "authors", titles: "title"} if people else {titles: "title"}


def _class_of_people(titles: Sequence[_Element], classes: Mapping[str, Sequence[_Element]]) -> str:
    """The class of the elements that stand right beside nearly all titles and are people in most entries, as those of
    that class elsewhere are: one may be that of any line below a title."""
    near: dict[str, list[_Element]] = defaultdict(list)
    for title in sampled(titles, _SAMPLE):
        for element in (title.getnext(), title.getprevious()):
            words = element.get("class") if element is not None and element.tag in _TAGS else None
            if element is not None and words and not hint_of(element):
                near[words].append(element)
    least = _NEARLY_ALL * min(len(titles), _SAMPLE)
    told = [words for words, found in near.items() if len(found) >= least and _names_people(found)]
    beside = {element for title in titles for element in (title.getnext(), title.getprevious())}
    for words in told:
        others = [element for element in classes[words] if element not in beside]
        if len(others) < _FEWEST or _names_people(sampled(others, _SAMPLE)):
            return words
    return ""


def _names_people(elements: Sequence[_Element]) -> bool:
    return sum(_are_people(text_of(element, _NEAR)) for element in elements) >= _USUAL * len(elements)


def _are_titles(elements: Sequence[_Element]) -> bool:
    """Whether elements of one class are the titles of entries."""
    if len({element.getparent() for element in elements}) < _NEARLY_ALL * len(elements):
        return False  # they are entries themselves, or names in one
    sample = sampled(elements, _SAMPLE)
    texts = [text_of(element, _LONGEST) for element in sample]
    likely = [text for text in texts if _may_be_title(text)]
    others = sum(_are_people(text) or _is_place(text) for text in likely)
    if len(set(likely)) < _NEARLY_ALL * len(sample) or others > _FEW * len(sample):
        return False
    return sum(any(map(_are_people, _beside(element))) for element in sample) >= _USUAL * len(sample)


def _follow_titles(elements: Sequence[_Element], likely: Container[str]) -> bool:
    """Whether another title stands in front of most elements of a class: they are places, or say what it is about."""
    sample = sampled(elements, _SAMPLE)
    fronts = {next(filter(_is_title, _in_front(element, likely)), "") for element in sample} - {""}
    return len(fronts) >= _USUAL * len(sample)


def _in_front(element: _Element, likely: Container[str]) -> Iterator[str]:
    """The words in front of an element in its entry: those it begins with, of elements that set words apart, and of
    those whose class may be that of titles."""
    entry = element
    for above in islice(element.iterancestors(), _ABOVE):
        near = islice(above.iter(element.tag), _IN_ENTRY)
        if list(islice((each for each in near if each.get("class") == element.get("class")), 2)) != [element]:
            break  # it holds several entries
        entry = above
    around = {element, *islice(element.iterancestors(), _ABOVE)}
    if entry is not element:
        yield " ".join((entry.text or "").split())
    for each in islice(entry.iter(), _IN_ENTRY):
        if each is element:
            return
        if each not in around and (each.tag in _SET_APART or each.get("class") in likely):
            yield text_of(each, _LONGEST)


def _is_title(text: str) -> bool:
    return _may_be_title(text) and not _are_people(text) and not mostly_names(text) and not _is_place(text)


def _is_place(text: str) -> bool:
    return venue_of(text) is not None or is_numbered_place(text)


def _may_be_title(text: str) -> bool:
    words = len(text.split())
    return words >= _TITLE_WORDS and len(text) < _LONGEST and title_like(text) and len(sentences(text, 2)) == 1


def _are_people(text: str) -> bool:
    names = text.strip(" ,.:;")
    bare = without_places(names.strip("()") if names.startswith("(") else names).strip(" ,")
    return author_likeness(bare) != NO or is_person(bare)


def _beside(element: _Element) -> Iterator[str]:
    """What stands in front of an element in its entry, and the texts of the elements right behind it; of the one
    around it where it stands alone there."""
    above = element.getparent()
    while above is not None and len(above) == 1 and not (above.text or "").strip() and above.tag in _TAGS:
        element, above = above, above.getparent()
    front = (
        text for sibling in element.itersiblings(preceding=True) for text in (sibling.tail, text_of(sibling, _NEAR))
    )
    parts = [part for part in islice(front, _FRONT) if part]
    lead = above.text if above is not None else None
    yield " ".join(" ".join([lead or "", *reversed(parts)]).split())[-_NEAR:]
    yield from parts[:_BESIDE]
    yield (element.tail or "").strip()
    for sibling in islice(element.itersiblings(), _BESIDE):
        yield text_of(sibling, _NEAR)
        yield (sibling.tail or "").strip()
