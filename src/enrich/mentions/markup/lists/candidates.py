"""The entries of a list as they may become items: what their own words state, and what stands below them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from enrich.mentions.entries.parts import Style
from enrich.mentions.items import Item
from enrich.mentions.markup.entries import details
from enrich.mentions.markup.entries.entry import PLAIN, Reading, read_flow
from enrich.mentions.markup.entries.siblings import style_of
from enrich.mentions.markup.labels import fields_of
from enrich.mentions.markup.lists.pieces import part
from enrich.mentions.markup.model.blocks import Block, Entry, Heading, Listing, Paragraph, Table, plain
from enrich.mentions.markup.model.flow import Flow, flow_of
from enrich.mentions.shapes.days import begins_with_day
from enrich.mentions.shapes.phrases import title_like
from enrich.mentions.shapes.words import capital_share
from enrich.records import LinkRole

# Words to the reader, in small letters: titles that say "We" or "You" are mostly in title case or have a link beside.
ADVICE = re.compile(
    r"\b(?:[Pp]lease|[Ff]eel free|pull requests?|[Ww]elcome|you|your|we|our|us)\b"
    r"|\b[Tt]his (?:list|repo\w*|page|course|website)\b|^(?:We|You|Our|If you)\s+[a-z]"
)
# Of a list so many entries are papers that others in it, written otherwise, are none; by judgement.
_FEWEST_PAPERS, _PAPERS_SHARE, _TOLD_SHARE = 4, 0.5, 0.8
_TITLE_WORDS, _TITLE_CASE = 3, 0.8
_MENU_WORDS = 3  # of the name of a page's part, by judgement
_BADGE_WORDS = 4  # of a venue, a number or a label that stands in a block of its own before the title


@dataclass(slots=True)
class Candidate:
    """A list entry as it may become items: what its own words state, and the blocks below them."""

    entry: Entry
    flows: list[Flow]
    readings: list[Reading]
    below: list[Block] = field(default_factory=list)

    @property
    def text(self) -> str:
        return self.flows[0].text if self.flows else ""

    @property
    def evident(self) -> bool:
        """Whether something beside a title makes the entry an item: in its own words, or in a detail below them."""
        return any(reading.evident for reading in self.readings)

    @property
    def told(self) -> bool:
        """Whether markup sets all titles of the entry apart."""
        return len(self.readings) == len(self.flows) > 0 and all(reading.told for reading in self.readings)


def candidates_of(listing: Listing, common: Style = PLAIN) -> list[Candidate]:
    """The entries of a list, each read as its siblings are written; `common` is what all lists have in common. Which
    section their items stand in is not said."""
    return list(read_as_siblings(first_look(listing, common), common))


def first_look(listing: Listing, common: Style = PLAIN) -> list[Candidate]:
    """The entries of a list, each read as if it stood alone."""
    return [_candidate(entry, common) for entry in listing.entries]


def read_as_siblings(candidates: list[Candidate], common: Style = PLAIN) -> Iterator[Candidate]:
    """The entries of a list after a first look, each read as most are written; those that are told are so already."""
    style = style_of([reading for candidate in candidates for reading in candidate.readings], common)
    for candidate in candidates:
        sure = style == common or (candidate.told and not (style.linked or style.colon))
        yield candidate if sure else _candidate(candidate.entry, style)


def _candidate(entry: Entry, style: Style) -> Candidate:
    """The entry's own words: its first paragraph (or heading) that states anything, and what follows. What its markup
    calls the title goes first; a badge or a number in front of the words is none of them."""
    first = title_place(entry.blocks)
    for index, block in enumerate(entry.blocks[first:], start=first):
        if isinstance(block, Paragraph | Heading) and plain(block.runs):
            flows = [flow_of(runs) for runs in part(block.runs)]
            readings = [reading for flow in flows if (reading := read_flow(flow, (), style))]
            if readings or index == len(entry.blocks) - 1:
                below = entry.blocks[:index] + entry.blocks[index + 1 :]
                return Candidate(entry, flows, readings, sorted(below, key=lambda block: not _is_called_venue(block)))
        elif isinstance(block, Listing | Table):
            break
    return Candidate(entry, [], [], entry.blocks)


def _is_called_venue(block: Block) -> bool:
    """Whether the markup calls a paragraph the venue, whose name a badge in front may shorten."""
    runs = block.runs if isinstance(block, Paragraph) else []
    return {run.hint for run in runs if run.text.strip()} == {"venue"}


def title_place(blocks: list[Block]) -> int:
    """Where to look for the title first."""
    texts: list[tuple[int, str]] = []
    for index, block in enumerate(blocks):
        if not isinstance(block, Paragraph | Heading):
            break
        if any(run.hint == "title" and run.text.strip() for run in block.runs):
            return index
        if text := plain(block.runs):
            texts.append((index, text))
    if len(texts) > 1 and len(texts[0][1].split()) <= _BADGE_WORDS and not title_like(texts[0][1]):
        return next((index for index, text in texts[1:] if title_like(text) or len(text.split()) > _BADGE_WORDS), 0)
    return 0


def believe_details(candidate: Candidate) -> None:
    """An entry is evident, too, by what stands below it: authors, a venue, a paper's link."""
    if candidate.evident or len(candidate.readings) != 1 or not title_like(candidate.readings[0].item.title):
        return
    trial = Item(line=0, title="")
    details.add_details(trial, [block for block in candidate.below if not isinstance(block, Table) or fields_of(block)])
    paper = any(link.role is LinkRole.PAPER for link in trial.links)
    candidate.readings[0].evident = bool(trial.authors or trial.venue or trial.year or paper)


def is_navigation(candidates: list[Candidate]) -> bool:
    """Whether most entries lead to anchors of this document, or all are short and lead to those of one page alone, as
    it is where a page was saved under another name; or all are labels with what they say, mail to people among it."""
    if sum(map(_leads_inside, candidates)) * 2 > len(candidates):
        return True
    flows = [flow for each in candidates for flow in each.flows if flow.text.strip()]
    return len(flows) > 1 and (_are_parts_of_page(flows) or _are_notices(flows))


def _are_parts_of_page(flows: list[Flow]) -> bool:
    """Whether all entries are links of a few words to places of one page."""
    links = [flow.anchors[0] for flow in flows if flow.anchors and flow.anchors[0].text == flow.text.strip()]
    inner = {link.url for link in links if "#" in link.url and len(link.text.split()) <= _MENU_WORDS}
    return len(inner) == len(flows) and len({url.partition("#")[0] for url in inner}) == 1


def _are_notices(flows: list[Flow]) -> bool:
    """Whether all entries begin with a label in bold and its colon, none links a page, and one an address of mail: who
    teaches, and when."""
    labels = [span for flow in flows for span in flow.spans(lambda run: run.strong)[:1] if not span.start]
    told = sum(span.text.endswith(":") and len(span.text.split()) <= _MENU_WORDS for span in labels)
    mailed = any((run.url or "").startswith("mailto:") for flow in flows for _, _, run in flow.places)
    return told == len(flows) and mailed and not any(flow.links() for flow in flows)


def _leads_inside(candidate: Candidate) -> bool:
    """Whether an entry has links, all of which lead into this document. A single "#" leads nowhere: scripts use it, in
    menus as the whole of an entry."""
    links = [(anchor, flow) for flow in candidate.flows for anchor in flow.anchors]
    menu = all(anchor.text == flow.text.strip() for anchor, flow in links)
    return bool(links) and all(anchor.url.startswith("#") and (anchor.url != "#" or menu) for anchor, _ in links)


def speaks(text: str) -> bool:
    """Whether a phrase speaks to the readers of the page. Questions do not: titles ask "Is X All You Need?"."""
    return bool(ADVICE.search(text)) and not text.rstrip().endswith("?")


def is_said(reading: Reading) -> bool:
    """Whether what stands in quotation marks is what somebody said: it begins small, and neither people in full nor
    anything else of a paper stands beside it."""
    item = reading.item
    stated = item.links or item.venue or item.year or any(" " in name for name in item.authors)
    return reading.way == "quoted" and item.title[:1].islower() and not stated


def is_in_capitals(reading: Reading) -> bool:
    """Whether a title of some words has capitals throughout, as no notice has: "Report due", "No Talk. We Move"."""
    words = reading.item.title.split()
    return ". " not in reading.item.title and len(words) >= _TITLE_WORDS and capital_share(words) >= _TITLE_CASE


def notices_of(candidates: list[Candidate]) -> list[Candidate]:
    """The entries of a list of papers that are words alone and of another kind: behind days where markup sets nearly
    all titles apart ("24 May: no talk, we move") and not in capitals throughout as titles still to be read, or
    beginning small where none of the papers does."""
    plain = [each for each in candidates if not (each.evident or each.told or each.below) and each.text]
    papers = [each for each in candidates if each.evident]
    if not plain or len(papers) < _FEWEST_PAPERS or len(papers) < _PAPERS_SHARE * len(candidates):
        return []
    dated = sum(begins_with_day(each.text) for each in papers) >= _TOLD_SHARE * len(papers)
    told = sum(each.told for each in papers) >= _TOLD_SHARE * len(papers)
    small = any(_begins_small(each.readings[0].item.title) for each in papers)
    return [
        each
        for each in plain
        if (dated and told and begins_with_day(each.text) and not any(map(is_in_capitals, each.readings)))
        or (not small and _begins_small(each.text))
    ]


def _begins_small(text: str) -> bool:
    """Whether the first word of a text is of small letters alone."""
    return re.match(r"\W*[a-z]+[\s,]", text) is not None
