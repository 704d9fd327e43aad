"""Headings as indexes of papers, posts and projects set them: the title of each card, a link to its own page, with
lesser headings for its names and its place. They recur with facts below them, where headings of sections hold items.
Pure.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from enrich.mentions.entries.names.credits import are_placed, without_places
from enrich.mentions.entries.names.dated import split_names_and_place
from enrich.mentions.links import names_paper
from enrich.mentions.markup.entries.details import BARS
from enrich.mentions.markup.labels import labelled
from enrich.mentions.markup.model.blocks import BREAK, Block, Heading, Listing, Paragraph, Run, Table, plain, runs_of
from enrich.mentions.markup.model.flow import flow_of
from enrich.mentions.shapes.days import A_DAY
from enrich.mentions.shapes.names import NO, author_likeness, names_people, without_by
from enrich.mentions.shapes.phrases import is_person, title_like
from enrich.mentions.shapes.tags import find_year
from enrich.mentions.shapes.venues import venue_of
from enrich.mentions.shapes.words import has_letters
from enrich.records import LinkRole

# By judgement: fewer headings may link anywhere; nearly all cards have pages of their own, and most titles look it.
_FEWEST, _OWN_SHARE, _TITLE_SHARE = 4, 0.8, 0.5
_SEVERAL_SHARE = 0.2  # of lines of people and places; most papers are by people from several
_FACT_BLOCKS = 3  # below a title, in which its facts begin
_DASHES = ("-", "–", "—", "|")
_PAGE_ENDS = (".html", ".htm", ".php", ".pdf")
_FACT_SHARE = 0.5  # of the headings right below titles; names of unusual shapes do not look like any
_SENTENCE = 10  # words of one about a paper
_LABEL_SHARE = 0.5  # of the links of a list of keywords; some are of one paper alone
_LABEL_WORDS = 3  # of most of them, by judgement; lists of papers come again below several topics too
_APART = 0.1  # of them; an abstract may be a list
# What nearly all cards hold below their titles, and how much of it a paper does; one fact stands below sections, too.
_HELD, _MOST_HELD, _FEWEST_HELD = 0.8, 0.6, 2
_FIELD = re.compile(r"\s*(?P<label>[A-Z][^\W\d_]+(?: [^\W\d_]+)?):\s")


def links_paper(block: Block) -> bool:
    """Whether a heading links to a paper."""
    return isinstance(block, Heading) and any(link.role is LinkRole.PAPER for link in flow_of(block.runs).links())


def says_more_than_names(paragraph: Paragraph) -> bool:
    """Whether a paragraph has a place, a year, a link or a sentence: names alone are said of groups too."""
    flow = flow_of(paragraph.runs)
    names = without_by(flow.text.strip())
    told = find_year(names) or venue_of(names) or flow.anchors
    return bool(told) or (len(names.split()) >= _SENTENCE and author_likeness(names) == NO)


def without_subtitles(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with headings that state facts about the one right above them as paragraphs: those below the linked
    title of a paper, and those of a level that comes nowhere else and gives names or places."""
    stating = _stating_levels(blocks)
    calm: list[Block] = []
    for above, block in zip(_headings_above(blocks), blocks, strict=True):
        if isinstance(block, Heading) and above and (links_paper(above) or block.level in stating):
            calm.append(Paragraph(block.line, block.runs))
        else:
            calm.append(block)
    return calm


def _headings_above(blocks: Sequence[Block]) -> Iterator[Heading | None]:
    """For each block the heading of a higher rank that it stands right below, be it with others of its own between."""
    over: Heading | None = None
    before: Block | None = None
    for block in blocks:
        if not isinstance(block, Heading) or not isinstance(before, Heading) or before.level > block.level:
            over = None
        elif before.level < block.level:
            over = before
        yield over
        before = block


def _stating_levels(blocks: Sequence[Block]) -> set[int]:
    """The levels whose headings nearly all stand right below others, have no lists or tables to head, and the first of
    them mostly are names or places."""
    levels: dict[int, list[bool]] = defaultdict(list)
    apart: Counter[int] = Counter()
    level = 0
    for before, above, block in zip([None, *blocks], _headings_above(blocks), blocks, strict=False):
        if not isinstance(block, Heading):
            apart[level] += isinstance(block, Listing | Table)
            continue
        level = block.level
        if above is None:
            apart[block.level] += 1
        elif above is before:
            levels[block.level].append(_is_fact(plain(block.runs)))
    return {
        stated
        for stated, facts in levels.items()
        if apart[stated] <= _APART * len(facts) and len(facts) >= _FEWEST and sum(facts) >= _FACT_SHARE * len(facts)
    }


def _is_fact(text: str) -> bool:
    names = without_by(text)
    return bool(author_likeness(names)) or is_person(names) or venue_of(text) is not None


def call_people(blocks: Sequence[Block]) -> None:
    """Calls authors what stands in italics right below headings, in front of a dash, where nearly all such words are
    people: surnames alone, and names that could be words; and what stands in front of places in italics."""
    below = [block for above, block in pairwise(blocks) if isinstance(above, Heading) and isinstance(block, Paragraph)]
    _call_placed([block.runs for block in below])
    leading = [block.runs[0] for block in below if len(block.runs) > 1 and _is_credit(*block.runs[:2])]
    named = sum(may_be_authors(run.text) for run in leading)
    for run in leading if named >= max(_FEWEST, _OWN_SHARE * len(leading)) else ():
        run.hint = run.hint if names_people(run.text) else "authors"


def _call_placed(lines: Sequence[list[Run]]) -> None:
    """Calls authors the people in front of the places they are from, "Jane Roe, *Keio;* Max Poe and Ann Moe, *Brno*",
    a comma in the place of each, where nearly all lines of this shape name people and several more than one place:
    one phrase in italics behind people may be a title. What names their role in front is said of several papers."""
    placed = [(line, names) for line in lines if (names := _placed_names(line))]
    people = [names for _, names in placed if ":" not in names[0]]
    named = sum(any(map(may_be_authors, names)) for names in people)
    several = sum(len(names) > 1 for names in people)
    apart = sum(map(_ends_in_people, lines))  # emphasis marks some of the people
    if (
        apart > (1 - _OWN_SHARE) * len(placed)
        or named < max(_FEWEST, _OWN_SHARE * len(people))
        or several < max(2, _SEVERAL_SHARE * len(people))
    ):
        return
    for line, names in placed:
        role = ":" in names[0]  # "Session Chair: Jane Roe, *Keio*"
        for run in line:
            run.text = ", " if run.emphasis else f"{run.text.rstrip(' ,')} "
            run.hint = "refrain" if role else "authors"


def _ends_in_people(runs: Sequence[Run]) -> bool:
    """Whether more people stand behind a phrase in italics that people stand in front of: "Jane Roe, *Max Poe*, Ann
    Moe"."""
    turns = [(apart, plain(list(same)).strip(" ,")) for apart, same in groupby(runs, key=lambda run: run.emphasis)]
    ends = len(turns) > 2 and turns[-2][0] and names_people(turns[-1][1])
    return bool(ends) and names_people(turns[0][1])


def _placed_names(runs: Sequence[Run]) -> list[str]:
    """The plain words in front of the phrases in italics that they take turns with on a line; none of another one."""
    if any(run.strong or run.url or run.text == BREAK for run in runs) or not runs or runs[0].emphasis:
        return []
    turns = [(apart, plain(list(same))) for apart, same in groupby(runs, key=lambda run: run.emphasis)]
    names = [words.strip(" ,;") for apart, words in turns if not apart]
    set_off = all(words.endswith(",") for apart, words in turns if not apart and has_letters(words))
    return [name for name in names if has_letters(name)] if len(turns) > 1 and set_off else []


def _is_credit(run: Run, behind: Run) -> bool:
    """Whether words in italics lead a line, and a dash sets them off from those behind."""
    apart = run.emphasis and not (run.strong or run.url or run.hint or run.image)
    return apart and behind.text.lstrip()[:1] in _DASHES


def linked_titles(blocks: Sequence[Block], indexes: Sequence[int]) -> set[int]:
    """Those of the headings at `indexes`, all of one level, that are nothing but links, each to a page of its own. What
    links to files and folders beside the page is a paper's title where facts stand below most headings."""
    pages = {index: page for index in indexes if (page := _own_page(blocks[index]))}
    if sum(_has_fact(blocks, index) for index in pages) < _FACT_SHARE * len(pages):
        pages = {index: page for index, page in pages.items() if not _is_file_beside(page)}
    likely = sum(title_like(plain(blocks[index].runs)) for index in pages)  # type: ignore[union-attr]
    several = len(pages) >= _FEWEST and len(set(pages.values())) >= _OWN_SHARE * len(pages)
    return set(pages) if several and likely >= _TITLE_SHARE * len(pages) else set()


def like_cards(parts: Mapping[int, Sequence[Block]], cards: Collection[int]) -> set[int]:
    """Those headings that hold most of what nearly all `cards` hold below them, by labels and by what their markup
    calls it: papers without a page of their own."""
    held = {index: set(_facts_of(part)) for index, part in parts.items()}
    often = Counter(fact for index in cards for fact in held[index])
    usual = {fact for fact, count in often.items() if count >= _HELD * len(cards)}
    least = max(_FEWEST_HELD, _MOST_HELD * len(usual))
    return {index for index, facts in held.items() if len(usual & facts) >= least}


def _facts_of(part: Sequence[Block]) -> Iterator[str]:
    """The labels of the paragraphs of a part, and what their markup calls what stands there."""
    for block in part:
        if isinstance(block, Paragraph):
            yield from (run.hint for run in block.runs if run.hint)
            if field := _FIELD.match("".join(run.text for run in block.runs)):
                yield field["label"].casefold()


def without_labels(parts: Mapping[int, Sequence[Block]]) -> dict[int, list[Block]]:
    """The parts below headings, without the lists of nothing but links of which most come again below other headings:
    keywords, subjects, kinds of papers."""
    seen = Counter(url for part in parts.values() for url in set().union(*map(_listed, part)))
    return {index: [block for block in part if not _come_again(_listed(block), seen)] for index, part in parts.items()}


def _listed(block: Block) -> set[str]:
    """Where the links of a list lead to that is nothing else: short ones, none of them to a paper."""
    runs = [run for run in runs_of([block]) if has_letters(run.text)] if isinstance(block, Listing) else []
    long = sum(len(run.text.split()) > _LABEL_WORDS for run in runs)
    labels = all(run.url and not names_paper(run.url) for run in runs) and long <= _LABEL_SHARE * len(runs)
    return {run.url for run in runs if run.url} if labels else set()


def _come_again(urls: set[str], seen: Mapping[str, int]) -> bool:
    again = sum(seen[url] >= _FEWEST for url in urls)
    return bool(urls) and again >= _LABEL_SHARE * len(urls)


def _own_page(block: Block) -> str:
    """Where all words of a heading link to, if they do and it is no place of this page; else ""."""
    urls = (
        {run.url or "" for run in block.runs if run.text.strip() and not run.image}
        if isinstance(block, Heading)
        else set()
    )
    url = urls.pop() if len(urls) == 1 else ""
    return "" if url.startswith("#") else url


def _is_file_beside(url: str) -> bool:
    """Whether an address leads to a folder, or a file that is no page of the web, beside the page."""
    name = url.partition("#")[0].rpartition("/")[2]
    beside = not url.startswith("/") and "://" not in url
    return beside and ("." not in name or not name.lower().endswith(_PAGE_ENDS))


def _has_fact(blocks: Sequence[Block], index: int) -> bool:
    """Whether names, a place or a day stand in one of the first blocks below a heading."""
    lines: list[str] = []
    for block in blocks[index + 1 : index + 1 + _FACT_BLOCKS]:
        if not isinstance(block, Paragraph):
            break
        lines += "".join(run.text for run in block.runs).split("\n")
    return any(_is_fact(line) or A_DAY.search(line) for line in lines)


def may_be_authors(line: str) -> bool:
    names = without_by(BARS.split(line, 1)[0])
    return author_likeness(names) != NO or is_person(without_places(names)) or are_placed(names)


def names_authors(body: Sequence[Block]) -> bool:
    """Whether the first paragraph of a part says who wrote something."""
    text = plain(body[0].runs) if body and isinstance(body[0], Paragraph) else ""
    first = text.split("\n")[0].strip(" *_")
    return may_be_authors(first) or (labelled(first) and may_be_authors(first.partition(":")[2].strip(" *_")))


def is_credited(heading: Block, body: Sequence[Block], *, like_cards: bool) -> bool:
    """Whether a part begins with people, a place and a year; or, as those below linked titles do, with people, where a
    place stands below them or markup calls the heading a title."""
    first = body[0] if body else None
    found = split_names_and_place(plain(first.runs).split("\n")[0]) if isinstance(first, Paragraph) else None
    if found and found[0] and found[1].year:
        return True
    called = isinstance(heading, Heading) and {run.hint for run in heading.runs if run.text.strip()} == {"title"}
    return like_cards and names_authors(body) and (called or any(map(_states_place, body[1:2])))


def _states_place(block: Block) -> bool:
    placed = isinstance(block, Paragraph) and venue_of(plain(block.runs)) is not None
    return placed or any(run.hint == "venue" for run in runs_of([block]))
