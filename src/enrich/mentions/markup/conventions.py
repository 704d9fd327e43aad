"""What the entries of a document have in common, however short each of its lists is: the venues they end in, what sets
their titles apart, and whether its paragraphs are entries, too.

In: the blocks of a document. Out: a style that holds this and nothing else. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from enrich.mentions.entries.learned.barred import learn_barred
from enrich.mentions.entries.learned.ends import last_phrase, learn_ends
from enrich.mentions.entries.learned.habits import are_named, learn_codes, learn_tags
from enrich.mentions.entries.learned.style import are_family_first, are_unstopped, have_commas
from enrich.mentions.entries.learned.venuefronts import learn_dated_fronts
from enrich.mentions.entries.names.families import learn_sign
from enrich.mentions.entries.names.inverted import are_inverted
from enrich.mentions.entries.names.surnames import are_strung
from enrich.mentions.entries.parts import Style
from enrich.mentions.markup.entries.entry import LONGEST_ENTRY
from enrich.mentions.markup.entries.marked import MARKS, marked_title
from enrich.mentions.markup.model.blocks import REFRAINS, Block, Entry, Fold, Listing, Paragraph, Run, plain
from enrich.mentions.markup.model.flow import Flow, Span, flow_of
from enrich.mentions.markup.paragraphs import are_entries
from enrich.mentions.shapes.anchors import Habits, is_anchor, strip_leading
from enrich.mentions.shapes.names import STRONG, author_likeness, names_people
from enrich.mentions.shapes.phrases import LONGEST_HEAD, ORDINAL, title_like
from enrich.mentions.shapes.samples import sampled
from enrich.mentions.shapes.trailing import learn_mark, split_trailing_venue
from enrich.mentions.shapes.venues import names_publication, venue_of
from enrich.mentions.shapes.words import has_letters

_UNTOLD = REFRAINS | {""}  # hints that do not come from the markup
_SAMPLE = 300  # entries; more say nothing new
# By judgement: journals that are set apart the same way come again, or have the shape of venues.
_FEWEST_MARKED, _MARKED_SHARE, _LONG_WORDS = 8, 0.5, 4
# Of what is set apart the same way, people are so many, and so many surely. By judgement: groups may be among them.
_FEWEST_SURE, _SURE_SHARE, _PEOPLE_SHARE = 3, 0.3, 0.9
_CITED_SHARE = 0.3  # of all entries, names and but a comma in front of the title; colons hide others


def learn_conventions(blocks: Sequence[Block]) -> Style:
    """What comes again in entry after entry: venues without a year, names in front, the mark of titles."""
    firsts = list(_first_words(blocks))
    flows = [flow for runs in sampled(firsts, _SAMPLE) if len((flow := flow_of(runs)).text) <= LONGEST_HEAD]
    heads = sampled([head for runs in firsts if (head := _head(runs))], _SAMPLE)
    texts = [plain(runs) for runs in sampled(firsts, _SAMPLE)]
    bare = [ORDINAL.sub("", text) for text in texts]
    strung = are_strung(list(_dated_heads(flows)))
    tags = learn_tags(texts)
    common = Style(
        Habits(learn_codes(texts) | tags, tags=tags, mark=learn_mark(heads), named=are_named(texts)),
        ends=learn_ends(heads),
        fronts=learn_dated_fronts(bare),
        mark=_common_mark(flows),
        people=_mark_of_people(flows),
        comma=have_commas(bare, _CITED_SHARE),
        inverted=are_inverted(bare),
        barred=learn_barred(texts),
        family_first=are_family_first(bare),
        unstopped=are_unstopped(bare),
        surnames=strung,
        strung=strung,
        surname_sign=learn_sign([strip_leading(flow.text) for flow in flows]),
    )
    return replace(common, listed=are_entries(blocks, common))


def _dated_heads(flows: Sequence[Flow]) -> Iterator[str]:
    """What stands in front of the venue and the year on the first lines of entries."""
    for flow in flows:
        end = next((anchor.start for anchor in flow.own_anchors if is_anchor(anchor.text)), len(flow.text))
        head, tag = split_trailing_venue(flow.text[:end].partition("\n")[0].rstrip(" [(|,;•·."))
        if tag and tag.year:
            yield head


def _common_mark(flows: Sequence[Flow]) -> str:
    """What sets a title apart in most entries, "" if nothing does."""
    if len(flows) < _FEWEST_MARKED:
        return ""
    titles = {mark: len(set(filter(None, (_title_of(flow, mark) for flow in flows)))) for mark in MARKS}
    mark = max(MARKS, key=lambda mark: titles[mark])
    return mark if titles[mark] >= _MARKED_SHARE * len(flows) else ""


def _mark_of_people(flows: Sequence[Flow]) -> str:
    """What sets the authors apart in most entries, many of them surely people; "" if nothing does."""
    for mark in MARKS:
        firsts = [span.text.strip(" .,;:") for flow in flows if (span := _first_of(flow, mark))]
        named = sum(names_people(text) for text in firsts)
        sure = sum(author_likeness(text) == STRONG for text in firsts)
        if sure >= max(_FEWEST_SURE, _SURE_SHARE * len(firsts)) and named >= _PEOPLE_SHARE * len(firsts):
            return mark
    return ""


def _first_of(flow: Flow, mark: str) -> Span | None:
    """The first phrase that `mark` sets apart, whatever it is."""
    return next(iter(flow.spans(lambda run: getattr(run, mark) and not run.url)), None)


def _title_of(flow: Flow, mark: str) -> str:
    """The phrase that `mark` sets apart, if it is longer than most venues and has the shape of none."""
    span = marked_title(flow, mark)
    long = span is not None and len(span.text.split()) >= _LONG_WORDS
    return span.text if span and long and not venue_of(span.text) and not names_publication(span.text) else ""


def _first_words(blocks: Sequence[Block | Entry]) -> Iterator[list[Run]]:
    """The inline runs of all paragraphs below `blocks`, of those of a list's entry the first."""
    stack = [iter(blocks)]
    while stack:
        match next(stack[-1], None):
            case None:
                stack.pop()
            case Listing(entries=entries):
                stack.append(iter(entries))
            case Paragraph(runs=runs, quoted=False):
                yield runs
            case Entry(blocks=inner):
                paragraphs = (block.runs for block in inner if isinstance(block, Paragraph))
                if isinstance(inner[0] if inner else None, Paragraph):
                    yield next((runs for runs in paragraphs if has_letters(plain(runs))), [])
                stack.append(block for block in inner if not isinstance(block, Paragraph))
            case Fold(blocks=inner):
                stack.append(iter(inner))


def _head(runs: list[Run]) -> str:
    """The words that no markup sets apart, up to the first link; "" where they are no title, or end in names."""
    if any(run.strong or run.hint not in _UNTOLD for run in runs):
        return ""
    flow = flow_of(runs)
    head = flow.text[: next((anchor.start for anchor in flow.anchors), LONGEST_ENTRY)].strip(" [(|,;•·\n")
    if "\n" in head or not title_like(head):
        return ""
    front, end = last_phrase(head)
    return "" if author_likeness(f"{last_phrase(front)[1]}, {end}") == STRONG else head
