"""What the items of a page have in common, learned from a first look at each: the order of their parts, and their ends.

In: the lines of a page. Out: a `Style`, by which a single item can be read as its siblings are. Pure.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from enrich.mentions.entries.citation import (
    begins_with_name_and_year,
    begins_with_names_and_comma,
    split_authors_first,
)
from enrich.mentions.entries.details import RowKind, kind_of_row
from enrich.mentions.entries.entry import GAP, read_entry
from enrich.mentions.entries.heads import ends_in_people
from enrich.mentions.entries.learned.barred import learn_barred
from enrich.mentions.entries.learned.besideyears import (
    learn_ahead_of_years,
    learn_behind_years,
    learn_glued_venues,
    learn_venues_behind_years,
)
from enrich.mentions.entries.learned.citedends import learn_cited_ends
from enrich.mentions.entries.learned.ends import learn_closings, learn_dated_ends, learn_ends, learn_places
from enrich.mentions.entries.learned.habits import (
    PLAIN,
    form_of,
    learn_habits,
    learn_labels,
    learn_remarks,
    words_behind,
)
from enrich.mentions.entries.learned.venuefronts import learn_bare_fronts, learn_dated_fronts, learn_fronts
from enrich.mentions.entries.names.bracketed import learn_credit_venues
from enrich.mentions.entries.names.commas import begins_with_names_and_colon, sign_behind_people
from enrich.mentions.entries.names.credits import without_places
from enrich.mentions.entries.names.families import (
    begins_with_others_and_year,
    count_names_and_years,
    learn_sign,
    split_families,
)
from enrich.mentions.entries.names.initials import begins_with_families, families_end_in_stop
from enrich.mentions.entries.names.inverted import are_inverted
from enrich.mentions.entries.names.joined import split_joined
from enrich.mentions.entries.names.mixed import begins_with_mixed
from enrich.mentions.entries.names.surnames import are_coloned, are_credited, are_strung, have_said
from enrich.mentions.entries.names.titlecommas import are_titles_and_names
from enrich.mentions.entries.notes import NOTE_BEHIND_COLON, are_arrowed, split_note
from enrich.mentions.entries.parts import Entry, Style
from enrich.mentions.entries.runons import run_on
from enrich.mentions.entries.sides import Sides, is_behind_tag, read_sides
from enrich.mentions.shapes.anchors import strip_anchors, take_urls
from enrich.mentions.shapes.names import is_single_name, names_people
from enrich.mentions.shapes.quotations import find_quotation
from enrich.mentions.shapes.samples import sampled
from enrich.mentions.shapes.trailing import learn_mark, split_trailing_venue
from enrich.mentions.shapes.words import has_letters

# More lines say nothing new.
_SAMPLE = 300
_LONGEST = 800
_COMMA_SAMPLE = 75  # to look at all of a page's sample makes it an eighth slower, and tells the same
_FEWEST_WORDS = 3
_FEWEST_ALIKE = 8  # items that end in the same link. By judgement
# Shares of a page's items. Chosen by judgement, kept by the lists of the tests in forty styles.
_FIRST_SHARE, _BEHIND_SHARE, _DASH_SHARE, _DESCRIBED_SHARE = 0.4, 0.3, 0.6, 0.3
_FEWEST_AHEAD, _SURE_SHARE, _FEWEST_DASHED = 2, 0.6, 4
_TITLE_WORDS, _FEWEST_QUOTED, _QUOTED_SHARE = 5, 3, 0.6
_TITLED = frozenset({RowKind.ENTRY, RowKind.PROSE})
_FEWEST_FAMILIES, _FAMILY_SHARE = 2, 0.3
_FEWEST_CITED, _CITED_SHARE, _COLON_SHARE, _COMMA_SHARE, _SOME_SHARE = 3, 0.6, 0.5, 0.7, 0.04
# Venues come again and again, people seldom do: of the tags of a page, so many must differ to be names of people.
_FEWEST_PEOPLE, _PEOPLE_SHARE = 5, 0.7
# By judgement: more than a style of the whole page needs, for forms are many.
_FEWEST_FORM, _FORM_SHARE = 4, 0.5
_FEWEST_OTHERS, _OTHERS_SHARE = 4, 0.3
_FEWEST_NOTED, _NOTED_SHARE = 6, 0.8
# A third of all titles have a colon, hardly one in fifty has two.
_FEWEST_HALVED, _HALVED_SHARE = 2, 0.15
_GAPS, _FEWEST_GAPPED, _GAPPED_SHARE = 2, 4, 0.4
_DASHED = re.compile(r"\S\s+([-–—]{1,2})\s+\S")


def learn_style(lines: Iterable[str]) -> Style:
    """The style of a page from its lines that may be items."""
    texts = [line for line in lines if len(line) <= _LONGEST and len(line.split()) >= _FEWEST_WORDS]
    texts = sampled(texts, _SAMPLE)
    arrowed = are_arrowed(texts)
    if arrowed:  # what they have in common stands in front
        texts = [noted.front if (noted := split_note(text, Style(arrowed=True))) else text for text in texts]
    habits = learn_habits(texts)
    bare = [strip_anchors(take_urls(text)[0], habits)[0] for text in texts]
    habits = replace(habits, people=_names_people(bare), mark=learn_mark(bare), bracketed=learn_credit_venues(bare))
    venues = learn_glued_venues(strip_anchors(text, habits)[0] for text in texts)
    first = Style(habits, venues=venues, quoted=_are_quoted(texts), family_first=are_family_first(texts))
    first = replace(first, arrowed=arrowed, unstopped=first.family_first and are_unstopped(texts))
    dated = sum(begins_with_others_and_year(text) for text in texts) >= _FEWEST_FAMILIES
    dated |= are_dated(texts)
    ends = learn_ends(text for text in bare if not _are_placed_people(text)) | learn_cited_ends(bare)
    first = replace(first, ends=ends, dated=dated, gapped=_are_gapped(texts), colon=have_colons(texts))
    first = replace(first, sign=_sign_behind_people(texts))
    first = replace(first, ahead_of_years=learn_ahead_of_years(bare), behind_years=learn_behind_years(bare))
    first = replace(first, fronts=learn_fronts(bare) | learn_dated_fronts(bare), bare_fronts=learn_bare_fronts(bare))
    first = replace(first, places=learn_places(bare), closings=learn_closings(bare))
    first = replace(first, ends=first.ends | learn_dated_ends(bare), noted=_are_noted(bare), running=run_on(bare))
    first = replace(first, behind_first_years=learn_venues_behind_years(bare))
    first = replace(learn_credits(texts, first), coloned=are_coloned(bare), said=have_said(bare))
    first = replace(first, barred=learn_barred(bare))
    first = replace(first, titled=not first.quoted and are_titles_and_names(bare), inverted=are_inverted(texts))
    entries = [read_entry(text, first) for text in texts]
    evident = [entry for entry in entries if entry.evident] or entries
    ahead = sum(entry.authors_first or begins_with_mixed(text) for entry, text in zip(entries, texts, strict=True))
    credited = (bool(entry.authors) and not entry.authors_first for entry in entries)
    behind = sum(told or ends_in_people(text) for told, text in zip(credited, texts, strict=True))
    named = max(ahead, sum(begins_with_name_and_year(text) for text in texts))
    if named >= _FEWEST_AHEAD and named > behind:
        likely = [read_entry(text, replace(first, authors_first=True)).authors_first for text in texts]
        sure = sum(each and entry.evident for each, entry in zip(likely, entries, strict=True))
        told = sure >= max(_SURE_SHARE * len(evident), _FIRST_SHARE * len(texts))
        ahead = max(ahead, sum(likely) if told or sum(likely) >= _SURE_SHARE * len(texts) else 0)
    described = sum(len((entry.description or "").split()) > _FEWEST_WORDS for entry in entries)
    rests = [text.partition(f" {first.sign} ")[2] if first.sign else text for text in texts]
    signs = Counter(sign for text in rests for sign in dict.fromkeys(_DASHED.findall(text)))
    dash, dashes = signs.most_common(1)[0] if signs else ("", 0)
    dashed = not habits.called and len(texts) >= _FEWEST_DASHED and dashes >= _DASH_SHARE * len(texts)
    signed = first.colon or bool(first.sign)
    comma = not signed and have_commas(texts, _FIRST_SHARE)
    return replace(
        first,
        authors_first=comma or (ahead >= 2 and ahead > behind and ahead >= _FIRST_SHARE * len(evident)),
        comma=comma,
        comma_cited=not signed and have_commas(texts, _SOME_SHARE),
        authors_behind=behind >= 2 and behind > ahead and behind >= _BEHIND_SHARE * len(evident),
        dashed=dashed,
        dash=dash if dashed else "",
        described=described >= _DESCRIBED_SHARE * max(len(entries), 1),
        credited=_credited_forms(texts, entries),
        ends=first.ends | learn_ends(entry.title for entry in entries if entry.description),
    )


def learn_section(lines: Iterable[str], page: Style) -> Style:
    """The style of a section: of its own are the order of parts, the signs and the venues at the ends, as far as its
    items tell them; words beside titles are too few in most sections to be told from those of titles."""
    own = learn_style(lines)
    order = own if own.authors_first or own.authors_behind else page
    return replace(
        page,
        authors_first=order.authors_first,
        authors_behind=order.authors_behind,
        dashed=own.dashed,
        dash=own.dash,
        surname_sign=own.surname_sign or page.surname_sign,
        ends=page.ends | own.ends,
    )


def learn_cells(texts: Sequence[str], style: Style) -> Style:
    """The style of the cells of a column, which are titles with or without credits, or citations."""
    quoted = _are_quoted(texts)
    told = (begins_with_name_and_year, begins_with_mixed, partial(split_authors_first, expected=False))
    cited = sum(any(each(text) for each in told) for text in texts)
    full = sum(len(text.split()) >= _FEWEST_WORDS for text in texts)  # others say that nobody meets
    first = cited >= max(_FEWEST_CITED, _CITED_SHARE * full) and not quoted
    labels = style.habits.labels | learn_labels(texts)
    words = words_behind(texts, style.habits.words) | learn_remarks(texts)
    style = replace(style, habits=replace(style.habits, labels=labels, words=words))
    return replace(learn_credits(texts, style), authors_first=first, quoted=style.quoted or quoted)


def _credited_forms(texts: Sequence[str], entries: Sequence[Entry]) -> frozenset[str]:
    """The forms of items, most of which are told to have authors behind the title."""
    told: dict[str, list[bool]] = defaultdict(list)
    for text, entry in zip(texts, entries, strict=True):
        if entry.evident and form_of(text) != PLAIN:
            told[form_of(text)].append(bool(entry.authors) and not entry.authors_first)
    return frozenset(form for form, named in told.items() if sum(named) >= max(_FEWEST_FORM, _FORM_SHARE * len(named)))


def learn_credits(texts: Sequence[str], style: Style) -> Style:
    """`style`, with whether surnames stand behind those items that state a year, or between it and the title."""
    sides = [read_sides(text, style.habits, style.venues) for text in texts]
    behind = [side.rest for side in sides if side.tag.year and not side.authors]
    ahead = [split_families(side.rest) for side, text in zip(sides, texts, strict=True) if is_behind_tag(side, text)]
    others = sum(found is not None and found[1] for found in ahead)
    families = others >= max(_FEWEST_OTHERS, _OTHERS_SHARE * len(ahead))
    joined = sum(split_joined(side.rest, expected=True) is not None for side in sides)  # all names are in full
    if joined >= max(_FEWEST_CITED, _FAMILY_SHARE * len(sides)):
        return replace(style, families=families, surname_sign="")
    dated = [side.rest for side in sides if side.tag.year]
    groups = ([side.rest for side in sides], dated, *_ending_alike(texts, sides))
    sign = next(filter(None, map(learn_sign, groups)), "")
    credited = are_credited(behind)
    strung = credited and are_strung(behind)
    return replace(style, surnames=credited, strung=strung, families=families, surname_sign=sign)


def _ending_alike(texts: Sequence[str], sides: Sequence[Sides]) -> Iterator[list[str]]:
    """What items hold that end in the same link, "[pdf]": such are written alike, among others of the page."""
    ends: dict[str, list[str]] = defaultdict(list)
    for text, side in zip(texts, sides, strict=True):
        if side.anchored:
            ends[text.rpartition(" ")[2]].append(side.rest)
    yield from (rests for rests in ends.values() if len(rests) >= _FEWEST_ALIKE)


def _are_noted(texts: Sequence[str]) -> bool:
    """Whether what stands behind the last colons of nearly all items begins small and is said of them: titles that
    have a colon of their own in front of it tell it from the second halves of titles."""
    fronts = [text[: match.start()] for text in texts if (match := NOTE_BEHIND_COLON.search(text))]
    heads = [front.partition(": ")[0] for front in fronts if ": " in front]
    halved = sum(map(has_letters, heads))  # not "10/11: "
    noted = len(fronts) >= max(_FEWEST_NOTED, _NOTED_SHARE * len(texts))
    return noted and halved >= max(_FEWEST_HALVED, _HALVED_SHARE * len(fronts))


def _are_gapped(texts: Sequence[str]) -> bool:
    """Whether runs of blanks stand between the parts of most lines, as line breaks leave them: "Title  Authors  Venue".

    Two of them in a line, for one alone stands behind the stops of some writers as well.
    """
    gapped = sum(len(GAP.findall(text)) >= _GAPS for text in texts)
    return gapped >= max(_FEWEST_GAPPED, _GAPPED_SHARE * len(texts))


def _are_quoted(texts: Sequence[str]) -> bool:
    """Whether most lines that are long enough for a title, and no fact about one, have it in quotation marks."""
    if sum(find_quotation(text, whole=True) is not None for text in texts) < _FEWEST_QUOTED:
        return False
    likely = [text for text in texts if len(text.split()) >= _TITLE_WORDS and kind_of_row(text) in _TITLED]
    quoted = sum(find_quotation(text, whole=True) is not None for text in likely)
    return quoted >= _FEWEST_QUOTED and quoted >= _QUOTED_SHARE * len(likely)


def are_dated(texts: Sequence[str]) -> bool:
    """Whether people and a bare year stand in front of a fair share of the items: "Roe & Poe 2019, Title"."""
    return count_names_and_years(texts) >= max(_FEWEST_CITED, _FIRST_SHARE * len(texts))


def have_colons(texts: Sequence[str]) -> bool:
    """Whether a colon stands between names and title in most of the items."""
    found = sum(map(begins_with_names_and_colon, texts))
    return found >= max(_FEWEST_CITED, _COLON_SHARE * len(texts))


def _sign_behind_people(texts: Sequence[str]) -> str:
    """The dash or bar that stands between several people and the title in a fair share of the items; "" for none."""
    signs = Counter(filter(None, map(sign_behind_people, texts)))
    sign, found = signs.most_common(1)[0] if signs else ("", 0)
    return sign if found >= max(_FEWEST_CITED, _FIRST_SHARE * len(texts)) else ""


def have_commas(texts: Sequence[str], share: float) -> bool:
    """Whether but a comma stands between names and title in most of the items that begin with names, and in a `share`
    of all."""
    texts = texts[:: max(1, len(texts) // _COMMA_SAMPLE)]
    found = [comma for text in texts if (comma := begins_with_names_and_comma(text)) is not None]
    return sum(found) >= max(_FEWEST_CITED, _COMMA_SHARE * len(found), share * len(texts))


def _are_placed_people(text: str) -> bool:
    """Whether a line is names, and in brackets where those are from, which come again as venues do."""
    names = without_places(text) if text.endswith(")") else text
    return names != text and names_people(names)


def are_family_first(texts: Sequence[str]) -> bool:
    """Whether names are written "Roe J", as journals of medicine do."""
    families = sum(begins_with_families(text) for text in texts)
    return families >= _FEWEST_FAMILIES and families >= _FAMILY_SHARE * len(texts)


def are_unstopped(texts: Sequence[str]) -> bool:
    """Whether most names that are written so, and tell by no word where they end, have no stop behind the last: "Roe J,
    Moe AB Some title"."""
    stopped = [stop for text in texts if (stop := families_end_in_stop(text)) is not None]
    return stopped.count(False) >= _FEWEST_FAMILIES and stopped.count(False) > stopped.count(True)


def _names_people(texts: Iterable[str]) -> bool:
    """Whether what stands between the last comma and the year of most texts are people: names, each but once."""
    tags = [tag.venue for text in texts if (tag := split_trailing_venue(text)[1]) and tag.venue]
    named = Counter(venue for venue in tags if is_single_name(venue))
    return len(named) >= _FEWEST_PEOPLE and len(named) >= _PEOPLE_SHARE * len(tags)
