"""Which heading is the document's title, and which headings are themselves titles of papers. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise

from enrich.mentions.entries.names.dated import split_names_and_place
from enrich.mentions.entries.parts import Style
from enrich.mentions.links import is_paper_address, link_role, names_paper
from enrich.mentions.markup.cards import (
    is_credited,
    like_cards,
    linked_titles,
    links_paper,
    may_be_authors,
    names_authors,
    says_more_than_names,
    without_labels,
)
from enrich.mentions.markup.entries.entry import PLAIN
from enrich.mentions.markup.entries.marked import find_title
from enrich.mentions.markup.labels import fields_of, labelled
from enrich.mentions.markup.lists.listing import named_items
from enrich.mentions.markup.model.blocks import Block, Code, Fold, Heading, Listing, Paragraph, Table, plain
from enrich.mentions.markup.model.flow import Flow, flow_of
from enrich.mentions.markup.paragraphs import paragraph_items
from enrich.mentions.sections import is_about
from enrich.mentions.shapes.anchors import is_anchor
from enrich.mentions.shapes.days import HOURS, without_day
from enrich.mentions.shapes.names import NO, STRONG, are_surnames, author_likeness
from enrich.mentions.shapes.phrases import is_citation, title_like
from enrich.records import LinkRole

# Of the headings of one level that head no further ones, this share must head a paper's details for all to be titles.
_TITLE_SHARE = 0.5
_ABOUT_WORDS = 3  # by judgement: "Citing This List" is about the page where it links a paper, too
_STATED_BELOW = 1  # items that may seem to stand below such a title among others: a name in bold looks like one
_FACTS_BELOW = 3  # the same below one that links its paper: names, a venue and a badge
_FEWEST_REFRAINS = 3  # papers below which a heading must come again
_CREDITED_BLOCKS = 40  # below a heading, in which the authors of a second paper come
_FEWEST_BARE, _BARE_SHARE = 4, 0.2  # titles without a link, among linked ones; by judgement
_CREDITED_SHARE = 0.8  # of linked titles, right below which people stand; by judgement
_BREAK_WORDS = 2
_EVIDENCE_BLOCKS = 4  # below a heading, in which authors, venue or links must come


def document_title(blocks: Sequence[Block]) -> Heading | None:
    """The first heading, if it stands above all others and heads no list of its own."""
    headings = [
        (index, block) for index, block in enumerate(blocks) if isinstance(block, Heading) and plain(block.runs)
    ]
    if not headings:
        return None
    index, first = headings[0]
    if any(other.level < first.level for _, other in headings):
        return None
    same = [other for _, other in headings[1:] if other.level == first.level]
    if not same:
        return first if len(headings) > 1 or first.level == 1 else None
    body = blocks[index + 1 : headings[1][0]]
    return None if any(isinstance(block, Listing | Table) for block in body) else first


def without_refrains(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with headings that come word for word below several papers ("Summary") as paragraphs about them."""
    texts = Counter(plain(block.runs).casefold() for block in blocks if isinstance(block, Heading))
    if max(texts.values(), default=0) < _FEWEST_REFRAINS:
        return list(blocks)
    papers: dict[str, set[int]] = defaultdict(set)
    refrains: dict[int, str] = {}
    paper: int | None = None
    for index, block in enumerate(blocks):
        if not isinstance(block, Heading):
            continue
        above = blocks[paper] if paper is not None else None
        if isinstance(above, Heading) and block.level > above.level:
            refrains[index] = plain(block.runs).casefold()
            papers[refrains[index]].add(paper or 0)
        else:
            paper = index if index + 1 < len(blocks) and _is_detail(blocks[index + 1]) else None
    said = {text for text, places in papers.items() if len(places) >= _FEWEST_REFRAINS}
    return [
        Paragraph(block.line, block.runs) if isinstance(block, Heading) and refrains.get(index, "") in said else block
        for index, block in enumerate(blocks)
    ]


def title_headings(blocks: Sequence[Block], common: Style = PLAIN) -> set[int]:
    """The indexes of the headings that are titles of papers; `common` is what the document's entries have in common."""
    leaves = _leaves(blocks)
    by_level: dict[int, list[int]] = defaultdict(list)
    for index in leaves:
        heading = blocks[index]
        assert isinstance(heading, Heading)
        if not is_about(plain(heading.runs)) or (links_paper(heading) and _says_more(plain(heading.runs))):
            by_level[heading.level].append(index)
    bodies = without_labels({index: blocks[index + 1 : end] for index, end in leaves.items()})
    several = {index for index, body in bodies.items() if _lists_papers(body, common) or _credits_several(body)}
    titled: set[int] = set()
    for indexes in by_level.values():
        cards = {i for i in linked_titles(blocks, indexes) if _is_of_one(bodies[i], common)}
        evident = {i for i in indexes if i not in several and (i in cards or _is_evident(blocks[i], bodies[i]))}
        single = {i for i in indexes if i not in several and _may_be_title(blocks[i], bodies[i], _STATED_BELOW)}
        if len(evident) >= _TITLE_SHARE * len(indexes):
            bare = sum(any(map(says_more_than_names, _paragraphs(bodies[i]))) for i in evident - cards)
            several_bare = bare >= max(_FEWEST_BARE, _BARE_SHARE * len(evident))
            # Of cards, the headings without a page of their own are sections, unless facts of papers stand below many.
            told = cards & evident
            held = like_cards({i: bodies[i] for i in indexes}, told)
            alike = indexes if several_bare or not told else told | held
            titled |= {
                i for i in alike if i in cards or _is_like_others(blocks[i], None if i in several else bodies[i])
            }
            credited = sum(names_authors(bodies[i]) for i in cards) >= max(1, _CREDITED_SHARE * len(cards))
            titled |= {i for i in single if is_credited(blocks[i], bodies[i], like_cards=credited)}
        titled |= {i for i in evident if links_paper(blocks[i])}
    return titled


def _says_more(text: str) -> bool:
    """Whether a title may begin as a part about the page does: "Contributions of Ebb to Silt", not "Citing Us"."""
    return len(text.split()) > _ABOUT_WORDS and not text.casefold().startswith("how to ")


def _is_of_one(body: Sequence[Block], common: Style) -> bool:
    """Whether no item stands below the linked title of a card, be it a single one, but facts alone."""
    listed = any(paragraph_items(paragraph, None, (), common) for paragraph in _entries_first(body))
    papers = any(isinstance(block, Paragraph) and leads_to_paper(flow_of(block.runs)) for block in body)
    return not listed and not papers and _holds_at_most(body, _FACTS_BELOW)


def leads_to_paper(flow: Flow) -> bool:
    """Whether the title of a paragraph is a link to a paper."""
    span, way = find_title(flow)
    return span is not None and way == "link" and names_paper(span.url)


def _leaves(blocks: Sequence[Block]) -> dict[int, int]:
    """Headings that head no further heading, by index, with the index where their part ends."""
    places = [index for index, block in enumerate(blocks) if isinstance(block, Heading)]
    hollow = _hollow_levels(blocks, places)
    leaves = {}
    for place, end in zip(places, [*places, len(blocks)][1:], strict=True):
        here, following = blocks[place], blocks[end] if end < len(blocks) else None
        assert isinstance(here, Heading)
        below = isinstance(following, Heading) and following.level > here.level and following.level not in hollow
        if not below:
            leaves[place] = end
    return leaves


def _hollow_levels(blocks: Sequence[Block], places: Sequence[int]) -> set[int]:
    """The levels of which most headings stand right above one of a higher level: they part what that one lists (the
    days of a meeting, above its talks), and belong to none above them."""
    levels: Counter[int] = Counter()
    hollow: Counter[int] = Counter()
    for place in places:
        heading, below = blocks[place], blocks[place + 1] if place + 1 < len(blocks) else None
        assert isinstance(heading, Heading)
        levels[heading.level] += 1
        hollow[heading.level] += isinstance(below, Heading) and below.level < heading.level
    return {level for level, count in levels.items() if hollow[level] * 2 > count}


def _is_like_others(heading: Block, body: Sequence[Block] | None) -> bool:
    """Whether a heading may be a title where most of its level are: one that links its paper, whatever is below it.
    `body` is None where several papers stand below."""
    assert isinstance(heading, Heading)
    if body is None or links_paper(heading):
        return links_paper(heading) and _may_be_title(heading, [])
    pause = not body and len(plain(heading.runs).split()) <= _BREAK_WORDS  # "Coffee break", between talks
    return not pause and _may_be_title(heading, body, _STATED_BELOW)


def _may_be_title(heading: Block, body: Sequence[Block], stated: int = 0) -> bool:
    """Whether a heading can be a title; `stated` is how many items may seem to stand below it."""
    assert isinstance(heading, Heading)
    text = without_day(plain(heading.runs))
    return title_like(text) and not HOURS.search(text) and _holds_at_most(body, stated)


def _holds_at_most(body: Sequence[Block], most: int) -> bool:
    """Whether no more than `most` items seem to stand in a part; beyond these nothing is looked at."""
    found = 0
    for block in body:
        found += _items_in(block)
        if found > most:
            return False
    return True


def _lists_papers(body: Sequence[Block], common: Style) -> bool:
    """Whether several of the first paragraphs or list entries of a part state a title with its authors and year, or
    venue, or with a link to a paper of its own."""
    papers: set[str] = set()
    for paragraph in islice(_paragraphs(body), _EVIDENCE_BLOCKS):
        for item in paragraph_items(paragraph, None, (), common):
            told = item.authors and (item.year or item.venue)
            papers |= {item.title} if told else {link.url for link in item.links[:1] if link.role is LinkRole.PAPER}
    return len(papers) > 1


def _credits_several(body: Sequence[Block]) -> bool:
    """Whether authors are named in several places of a part, with something else between them."""
    named = [
        place
        for place, block in enumerate(islice(body, _CREDITED_BLOCKS))
        if isinstance(block, Paragraph) and _names_several(plain(block.runs))
    ]
    return any(later - earlier > 1 for earlier, later in pairwise(named))


def _names_several(text: str) -> bool:
    """Whether a line is names of authors by commas, and no sentence with names in it."""
    return "," in text and not text.endswith(".") and author_likeness(text) != NO


def _paragraphs(body: Sequence[Block]) -> Iterator[Paragraph]:
    """The paragraphs of a part, and those that the entries of its lists begin with."""
    for block in body:
        if isinstance(block, Paragraph):
            yield block
        else:
            yield from _entries_first([block])


def _entries_first(body: Sequence[Block]) -> Iterator[Paragraph]:
    """The paragraphs that the entries of the lists of a part begin with."""
    for block in body:
        if isinstance(block, Listing):
            yield from (each for entry in block.entries for each in entry.blocks[:1] if isinstance(each, Paragraph))


def _is_evident(heading: Block, body: Sequence[Block]) -> bool:
    """Whether details of a paper stand below a heading, and no items of their own."""
    if links_paper(heading) and _may_be_title(heading, body, _FACTS_BELOW):
        return True
    return _may_be_title(heading, body) and any(map(_is_detail, body[:_EVIDENCE_BLOCKS]))


def _items_in(block: Block) -> int:
    match block:
        case Paragraph(runs=runs):
            return int(_leads_with_title(flow_of(runs)))
        case Table(rows=rows):
            return 0 if fields_of(block) else len(rows)
        case Listing():
            return named_items(block, _FACTS_BELOW + 1)
        case _:
            return 0


def _leads_with_title(flow: Flow) -> bool:
    """Whether a paragraph begins with a title in bold or with a link, and is thus an item of its own."""
    span, way = find_title(flow)
    led = span is not None and way in ("hint", "link", "strong") and not labelled(flow.text)
    named = span is not None and way == "strong" and are_surnames(span.text) and span.text == flow.text.strip()
    return led and not named and not is_citation(flow.text)


def _may_be_title_too(block: Block) -> bool:
    """Whether nothing but the capitals of a list entry says that it is a name: short titles look the same."""
    if not isinstance(block, Paragraph) or any(is_anchor(link.text) for link in flow_of(block.runs).anchors):
        return False
    text = plain(block.runs)
    return may_be_authors(text) and author_likeness(text) != STRONG


def _is_detail(block: Block) -> bool:
    match block:
        case Paragraph(runs=runs):
            flow = flow_of(runs)
            first = flow.text.split("\n")[0].strip(" *_")
            short = any(link_role(a.url, a.text) is LinkRole.PAPER and len(a.text.split()) <= 3 for a in flow.anchors)
            badge = any(
                link_role(picture.url, picture.text) is LinkRole.PAPER for picture in flow.pictures if picture.url
            )
            return (
                short
                or badge
                or any(run.hint == "authors" for run in runs)
                or labelled(first)
                or may_be_authors(first)
                or is_citation(first)
                or is_paper_address(first)
                or split_names_and_place(first) is not None
            )
        case Listing(entries=entries):
            return any(
                _is_detail(block) and not _may_be_title_too(block) for entry in entries for block in entry.blocks
            )
        case Fold() | Code():
            return isinstance(block, Fold)
        case Table():
            return bool(fields_of(block))
        case _:
            return False
