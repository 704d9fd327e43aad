"""Paragraphs that the markup of a page calls titles and authors, as pages made of a template have them; and titles that
stand as paragraphs of their own over lists of what is said about them, if those link papers and state no titles.

In: blocks of a part. Out: the same, people below their titles; whether titles are named so throughout the part, so that
no other paragraph states an item; and which paragraphs are titles over lists. Told by counting. Pure; cost is linear.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from enrich.mentions.entries.entry import read_entry
from enrich.mentions.entries.parts import Style
from enrich.mentions.links import link_role, names_paper
from enrich.mentions.markup.entries.around import words_alone
from enrich.mentions.markup.headings import title_headings
from enrich.mentions.markup.model.blocks import BREAK, Block, Heading, Listing, Paragraph, plain, runs_of
from enrich.mentions.markup.model.flow import Flow, flow_of
from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.names import NO, STRONG, author_likeness
from enrich.mentions.shapes.phrases import title_like
from enrich.mentions.shapes.venues import names_publication
from enrich.records import LinkRole

_FEWEST, _NEARLY_ALL = 8, 0.85  # by judgement: fewer are chance
_FEWEST_OVER = 3  # lines over lists; a page about one work has fewer
_FIELD_SHARE = 0.5  # by judgement: some lists say more
_LISTED_SHARE, _PROVEN_SHARE = 0.2, 0.5  # of the lists, by judgement: topics head titles, papers have links
_LOOKED_AT, _TITLE_WORDS = 4, 3  # entries of a list; words of a link that is no button
_LABEL_WORDS, _STATE_WORDS = 3, 2  # "Project page: ...", "Code: coming soon"


def put_people_below(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with the people right above titles set below these, where nearly all titles have theirs there."""
    titles = sum(calls(block, "title") for block in blocks)
    above = sum(_stand(a, b, "authors", "title") for a, b in pairwise(blocks))
    below = sum(_stand(a, b, "title", "authors") for a, b in pairwise(blocks))
    if above <= below or above < max(_FEWEST, _NEARLY_ALL * titles):
        return list(blocks)
    turned: list[Block] = []
    for block in blocks:
        if turned and _stand(turned[-1], block, "authors", "title"):
            turned.insert(-1, block)
        else:
            turned.append(block)
    return turned


def are_named(blocks: Sequence[Block]) -> bool:
    """Whether several paragraphs of a part are titles by the markup's word."""
    return sum(calls(block, "title") for block in blocks) >= _FEWEST


def calls(block: Block, hint: str) -> bool:
    """Whether the markup calls all words of a paragraph by one name."""
    return isinstance(block, Paragraph) and {run.hint for run in block.runs if run.text.strip()} == {hint}


def _stand(above: Block, below: Block, first: str, second: str) -> bool:
    return calls(above, first) and calls(below, second)


def titles_over_lists(blocks: Sequence[Block], common: Style) -> set[int]:
    """The indexes of the paragraphs of one line over lists that are titles, as headings would be there: "**A Title**"
    over "- Paper: ..." and "- Code: ...". Lines in bold and plain ones are told apart from each other."""
    titles: set[int] = set()
    for strong in (True, False):
        over = [at for at, (a, b) in enumerate(pairwise(blocks)) if isinstance(b, Listing) and _is_line(a, strong)]
        if len(over) >= _FEWEST_OVER and not _count_up([blocks[at] for at in over]):
            parts = [part for at in over for part in (_as_heading(blocks[at]), blocks[at + 1])]
            told = title_headings(parts, common) | _over_fields(parts)
            titles |= {over[place] for place in _proven(parts[1::2], {place // 2 for place in told}, common)}
    return titles


def _proven(lists: Sequence[Block], told: set[int], common: Style) -> set[int]:
    """Those places of lists that state no title of their own; none where several do, or most link no paper."""
    listed = {at for at, block in enumerate(lists) if _states_title(block, common)}
    linked = sum(any(map(_links_paper, _flows(lists[at]))) for at in told - listed)
    proven = linked >= max(_FEWEST_OVER, _PROVEN_SHARE * len(told - listed))
    return told - listed if proven and len(listed) <= _LISTED_SHARE * len(lists) else set()


def _is_line(block: Block, strong: bool) -> bool:
    """Whether a paragraph is one line of words without a link, all of it in bold or nothing."""
    if not isinstance(block, Paragraph) or block.quoted:
        return False
    words = [run for run in block.runs if run.text.strip() or run.text == BREAK]
    return bool(words) and all(run.strong is strong and run.line == words[0].line and not run.url for run in words)


def _count_up(lines: Sequence[Block]) -> bool:
    """Whether most lines begin with the same word, as the weeks of a course do."""
    first = Counter(plain(line.runs).split()[0].casefold() for line in lines if isinstance(line, Paragraph))
    return max(first.values()) * 2 > len(lines)


def _as_heading(block: Block) -> Heading:
    assert isinstance(block, Paragraph)
    return Heading(block.line, 1, block.runs)


def _states_title(listing: Block, common: Style) -> bool:
    """Whether an entry of a list has a title of its own, so that the line above is a topic: as a link, behind "Paper:",
    or beside people and where they wrote."""
    for flow in islice(_flows(listing), _LOOKED_AT):
        if any(_is_whole_title(anchor.text) and not is_anchor(anchor.text) for anchor in flow.anchors):
            return True
        text = words_alone(flow, 0).replace("：", ":")
        label, colon, value = text.partition(":")
        words = value.strip() if colon and len(label.split()) <= _LABEL_WORDS else text
        entry = read_entry(words, common)
        told = entry.authors and (entry.venue or entry.year)
        if (told or (words != text and _names_paper(label))) and _is_whole_title(entry.title):
            return True
    return False


def _is_whole_title(text: str) -> bool:
    words = len(text.split())
    return words >= _TITLE_WORDS and title_like(text) and not names_publication(text) and author_likeness(text) == NO


def _links_paper(flow: Flow) -> bool:
    """Whether an entry links a paper, by the address or by the words of the link and of a label, or names people."""
    label, colon, _ = flow.text.replace("：", ":").partition(":")
    if not colon:
        return author_likeness(flow.text) == STRONG or any(link.role is LinkRole.PAPER for link in flow.links())
    named = _names_paper(label)  # not "Slides: [pdf](..)"
    return any(names_paper(link.url) or (named and link.role is LinkRole.PAPER) for link in flow.links())


def _names_paper(label: str) -> bool:
    return link_role("", label) is LinkRole.PAPER


def _flows(listing: Block) -> Iterator[Flow]:
    return (flow_of(runs_of(entry.blocks)) for entry in (listing.entries if isinstance(listing, Listing) else ()))


def _over_fields(parts: Sequence[Block]) -> set[int]:
    """Those places of lines, each with its list behind it, whose lists are nothing but links behind labels of which one
    comes again in other lists, in whatever language; none where these are few."""
    labels = [_labels_of(part) for part in parts[1::2]]
    counts = Counter(label for found in labels for label in set(found))
    told = [any(counts[label] >= _FEWEST_OVER for label in found) for found in labels]
    if sum(told) < _FIELD_SHARE * len(labels):
        return set()
    return {2 * at for at, is_told in enumerate(told) if is_told and title_like(_words(parts[2 * at]))}


def _labels_of(block: Block) -> list[str]:
    """The labels of a list; none if an entry is more than a label, links, and a word or two in their place."""
    labels = []
    for flow in _flows(block):
        words = words_alone(flow, 0).replace("：", ":")
        label, colon, value = words.partition(":")
        if not colon or len(label.split()) > _LABEL_WORDS or len(value.split()) > _STATE_WORDS:
            return []
        labels.append(label.partition("(")[0].strip())
    return labels


def _words(block: Block) -> str:
    return plain(block.runs) if isinstance(block, Heading) else ""
