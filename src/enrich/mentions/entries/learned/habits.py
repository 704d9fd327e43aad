"""What the items of a list have at their ends, learned by counting: leftovers of links, names, labels.

In: the lines of a page. Out: `Habits`. No word is known beforehand but those that link texts are made of. Pure.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import takewhile

from enrich.mentions.entries.learned.stacks import learn_stacks
from enrich.mentions.shapes.anchors import (
    WORDS,
    Habits,
    is_anchor,
    is_sure_anchor,
    leading_label,
    leading_name,
    take_urls,
)
from enrich.mentions.shapes.leading import name_in_front, place_in_front, split_leading_tag
from enrich.mentions.shapes.tags import find_year, parse_forthcoming
from enrich.mentions.shapes.trailing import split_trailing_venue
from enrich.mentions.shapes.venues import names_publication
from enrich.mentions.shapes.words import without_numbers

PLAIN = "aa"  # the form of most lines, and of those that are no items
_BRACKETED = re.compile(r"\[([^\W\d_][^\[\]\d]{0,20})\]\W*$")
_REMARK = re.compile(r"\((!+|[a-z][a-z.,' -]{1,40})\)\W*$")  # "(src)", "(!)", "(cont. from last week)"
_CODES = re.compile(r"(?:\s\([A-Z]{1,2}\))+$")
# "(99%)", "[score: 0.87]", behind a word or a stop; not "(part 2)", "(2)", which tell titles apart.
_FIGURE = re.compile(r"(?<=\D)[(\[](\d[\d.,]*%(?: [a-z]{2,12})?|[a-z]{2,12}: \d[\d.,]*%?)[)\]]\W*$")
_FEWEST_FIGURES, _FIGURES_SHARE = 8, 0.2  # by judgement: of the lines of a page, of which some are authors and dates
_TAG = re.compile(r"\[([a-z][a-z.,;/& -]{1,32})\]")
_TAGS = re.compile(rf"(?:{_TAG.pattern}\s*)+\W*$")
# By judgement: of tags in all, of each of their words, how few words those are for all of them, and what share is told.
_FEWEST_TAGS, _FEWEST_OF_TAG, _KINDS_SHARE, _TAGS_SHARE = 12, 3, 0.25, 0.9
_BETWEEN = re.compile(r"[\s|,;/·•\[\]()]+")
_LONGEST_END = 48  # letters
# A bare word behind a title is a leftover anchor where this share of a list's items end in it, or this many do.
_HABIT_SHARE = 0.25
_HABIT_COUNT, _SURE_COUNT = 3, 12
_PARTED_SHARE = 0.25  # by judgement: of the remarks that stand behind what is no word of a title
_SHORTENED = re.compile(r"!|[^aeiou]+$|[a-z]+\.")  # "(!)", "(src)", "(cont. from last week)": no words of titles
_FEWEST_REMARKS = 4  # of the same words in brackets, which no more titles of a list end in
_MOST_INSIDE = 1  # words of titles stand in the midst of them as often as at their ends
# Of what stands in brackets in front of titles: of so many items, so many are unlike each other.
_FEWEST_NAMED, _NAMED_SHARE, _UNLIKE_SHARE = 5, 0.2, 0.8
# Of items, so many have in front a name and a dash, or a place in brackets; of these, so many are repeated by titles,
# are told by themselves, or come again. By judgement
_CALLED_SHARE, _FEWEST_REPEATED, _REPEATED_SHARE = 0.6, 3, 0.05
_FEWEST_TAGGED, _TAGGED_SHARE, _TOLD_SHARE, _AGAIN_SHARE = 8, 0.6, 0.8, 0.5
# Venues are short and come again and again; of the ends in front of years so many are long and differ.
_LONG_END, _FEWEST_ENDS, _ENDS_SHARE = 4, 3, 0.6


def learn_habits(texts: Sequence[str]) -> Habits:
    """The anchor words that enough of `texts` end in."""
    counts: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    labels: Counter[str] = Counter()
    ends: Counter[str] = Counter()
    total = 0
    for text in texts:
        total += 1
        if (tag := split_trailing_venue(take_urls(text)[0].rstrip(" ,;"))[1]) and tag.venue:
            ends[tag.venue] += 1
        if label := leading_label(text):
            labels[label[1]] += 1
        counts.update(_last_anchors(text[-_LONGEST_END:]))
        inside.update(_inner_anchors(text))
    enough = max(_HABIT_COUNT, _HABIT_SHARE * total) if total > 8 else 2
    tags = learn_tags(texts)
    return Habits(
        frozenset(word for word, count in counts.items() if count >= _least(word, enough, inside[word]))
        | learn_remarks(texts)
        | learn_codes(texts)
        | learn_figures(texts)
        | tags,
        tags=tags,
        titled=_are_titles(ends),
        named=are_named(texts),
        called=_are_called(texts),
        tagged=_are_tagged(texts),
        stacked=learn_stacks(texts),
        labels=_recurring(labels, enough),
    )


def _recurring(labels: Counter[str], enough: float) -> frozenset[str]:
    """The labels, in small letters, that come again often enough; of several words a few times will do, and words
    that begin small need not come again, where others do so: "(our work) A Title", "(with a demo) A Title"."""
    folded: Counter[str] = Counter()
    for label, count in labels.items():
        folded[label.casefold()] += count
    small = {label: count for label, count in labels.items() if label.islower()}
    told = {label for label, count in folded.items() if count >= (_HABIT_COUNT if " " in label else enough)}
    return frozenset(told | (small.keys() if sum(small.values()) >= _HABIT_COUNT else set()))


def _are_called(texts: Sequence[str]) -> bool:
    """Whether most texts begin with what a title calls its work, and a dash: names that differ, with which several of
    the titles begin themselves, "HexaTree - HexaTree: A Title"; tools and what is said of them have none of those."""
    found = [match for text in texts if (match := name_in_front(text))]
    names = {match["name"].casefold() for match in found}
    if len(found) < max(_FEWEST_NAMED, _CALLED_SHARE * len(texts)) or len(names) < _UNLIKE_SHARE * len(found):
        return False
    repeated = sum(1 for match in found if match["title"].casefold().startswith(match["name"].casefold()))
    return repeated >= max(_FEWEST_REPEATED, _REPEATED_SHARE * len(found))


def _are_tagged(texts: Sequence[str]) -> bool:
    """Whether most texts begin with where they appeared, in square brackets: names that come again, nearly all of which
    are told by themselves."""
    fronts = [match for text in texts if (match := place_in_front(text))]
    names = {match["place"] for match in fronts}
    if len(fronts) < max(_FEWEST_TAGGED, _TAGGED_SHARE * len(texts)) or len(names) > _AGAIN_SHARE * len(fronts):
        return False
    return sum(split_leading_tag(match.string)[0] is not None for match in fronts) >= _TOLD_SHARE * len(fronts)


def learn_labels(cells: Iterable[str]) -> frozenset[str]:
    """The words in brackets that several cells begin with: "(optional)". A cell has nothing else in front of titles."""
    labels = Counter(label[1].casefold() for cell in cells if (label := leading_label(cell)))
    return frozenset(label for label, count in labels.items() if count >= _HABIT_COUNT)


def words_behind(cells: Sequence[str], words: frozenset[str]) -> frozenset[str]:
    """Those of `words` that cells may end in as leftovers of links: what other lines end in, headings such as "Shallow
    Water Models", says nothing of cells that hardly end so."""
    ends = Counter(cell.rsplit(None, 1)[-1].casefold() for cell in cells if cell.strip())
    unsure = (word for word in words if word in WORDS and not is_sure_anchor(word))
    return words - {word for word in unsure if ends[word] < _HABIT_SHARE * len(cells)}


def learn_remarks(texts: Iterable[str]) -> frozenset[str]:
    """The words in small letters in brackets that several texts end in, some of them behind a link, a year or a stop,
    but for how far a paper has come. What ends nothing but words is of their titles: "(a survey)", "(part one)"."""
    remarks: Counter[str] = Counter()
    parted: Counter[str] = Counter()
    for text in texts:
        if remark := _REMARK.search(text, max(0, len(text) - _LONGEST_END)):
            remarks[remark[1]] += 1
            parted[remark[1]] += not text[: remark.start()].rstrip()[-1:].isalpha()
    again = (remark for remark, count in remarks.items() if count >= _FEWEST_REMARKS)
    told = (each for each in again if parted[each] >= _PARTED_SHARE * remarks[each] or _SHORTENED.match(each))
    return frozenset(remark for remark in told if not parse_forthcoming(f"The Journal ({remark})"))


def learn_codes(texts: Iterable[str]) -> frozenset[str]:
    """The capitals in brackets, brackets and all, that several texts end in, some of them behind a year, a link or a
    stop: "(C) (V)", what a page has a legend for. Behind words alone they may be parts of titles: "(I)"."""
    codes: Counter[str] = Counter()
    parted: Counter[str] = Counter()
    for text in texts:
        if found := _CODES.search(text, max(0, len(text) - _LONGEST_END)):
            own = found[0].split()
            codes.update(own)
            parted.update(own if not text[: found.start()].rstrip()[-1:].isalpha() else ())
    return frozenset(
        code for code, count in codes.items() if count >= _FEWEST_REMARKS and parted[code] >= _PARTED_SHARE * count
    )


def learn_figures(texts: Sequence[str]) -> frozenset[str]:
    """The figures that many texts have in brackets at their ends, their numbers written as 0: "0%" of "(99%)", "score:
    0.0" of "[score: 0.87]"."""
    found = (
        _FIGURE.search(text, max(0, len(text) - _LONGEST_END)) for text in texts if text[-3:].rstrip()[-1:] in ")]"
    )
    figures = [figure[1] for figure in found if figure and not find_year(figure[1])]
    counts = Counter(without_numbers(figure) for figure in figures)
    enough = max(_FEWEST_FIGURES, _FIGURES_SHARE * len(texts))
    return frozenset(figure for figure, count in counts.items() if count >= enough)


def learn_tags(texts: Iterable[str]) -> frozenset[str]:
    """What stands in square brackets at the ends of many texts, where all of its words are of a few that come again
    and again, in nearly all of them: "[sand]" and "[sand tide]" are tags, however seldom each is."""
    ends = (_TAGS.search(text, max(0, len(text) - _LONGEST_END)) for text in texts if "]" in text)
    found = [tags for end in ends if end for tags in _TAG.findall(end[0])]
    words = Counter(word for tags in found for word in {*_BETWEEN.split(tags)})
    often = {word for word, count in words.items() if count >= _FEWEST_OF_TAG}
    told = [tags for tags in found if often.issuperset(_BETWEEN.split(tags))]
    few = len(often) <= _KINDS_SHARE * len(told) and len(told) >= max(_FEWEST_TAGS, _TAGS_SHARE * len(found))
    return frozenset(tags for tags in found if not is_anchor(tags)) if few else frozenset()  # "[video]" is no bare word


def _last_anchors(end: str) -> set[str]:
    """The words at the end of a text that may be leftovers of links, in small letters."""
    tail = _BETWEEN.split(end.rstrip(" .|,;])"))
    known = takewhile(WORDS.__contains__, (word.lower() for word in reversed(tail)))
    bracket = _BRACKETED.search(end)
    return {*known, *_behind_anchor(tail), *([bracket[1].lower()] if bracket else [])}


def _are_titles(ends: Counter[str]) -> bool:
    """Whether what stands in front of the last years are ends of titles: long, each but once, as no venue is."""
    long = sum(len(end.split()) >= _LONG_END and not names_publication(end) for end in ends)
    return long >= _FEWEST_ENDS and long >= _ENDS_SHARE * ends.total()


def are_named(texts: Sequence[str]) -> bool:
    """Whether what stands in brackets in front of titles are their names: each but once, as no venue and label is."""
    names = Counter(name["name"].casefold() for text in texts if (name := leading_name(text)))
    return (
        names.total() >= max(_FEWEST_NAMED, _NAMED_SHARE * len(texts)) and len(names) >= _UNLIKE_SHARE * names.total()
    )


def _behind_anchor(tail: list[str]) -> list[str]:
    """The last words of a text in small letters, where an anchor with up to two capitalised words behind it ends it:
    names of badges, if they come again and again."""
    for at in range(len(tail) - 2, max(len(tail) - 4, -1), -1):
        behind = tail[at + 1 :]
        if is_sure_anchor(tail[at].lower()) and all(word.isalpha() and word[0].isupper() for word in behind):
            return [word.lower() for word in tail[at:]]
    return []


def _inner_anchors(text: str) -> set[str]:
    """The words in the midst of a text that might be leftovers of links if they stood at its end."""
    return {word for word in text.lower().split()[:-1] if word in WORDS}


def _least(word: str, enough: float, inside: int) -> float:
    """How often a word must end items to be an anchor; "model" and its like end titles, too, but then stand in the
    midst of others as well: `inside` so many."""
    sure = is_sure_anchor(word) or inside <= _MOST_INSIDE
    return min(enough, _SURE_COUNT) if sure else enough


def remark_of(text: str, habits: Habits) -> str:
    """The words in brackets that a text ends in, if they are a remark that others end in as well."""
    remark = _REMARK.search(text, max(0, len(text) - _LONGEST_END))
    said = remark[1] if remark else ""
    return said if said in habits.words and " " in said and not is_anchor(said) else ""


def form_of(text: str) -> str:
    """What an item begins and ends in: a number, a bracket or a word. In a page of several lists it tells them
    apart."""
    return "".join(
        "0" if letter.isdigit() else "a" if letter.isalpha() else letter
        for letter in (text[:1], text.rstrip(" .")[-1:])
    )
