"""What a listed item is: paper, software, dataset, ... told by its links, its section and its wording.

The evidence in order: the name of a case in court, a paper's address, the wording of a non-paper ("... leaderboard"),
code as the only link, the section's name. Only general English words count; no title and no name is known here. Pure.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from enrich.mentions.links import host_of, link_role, names_code, names_paper
from enrich.records import LinkRole, MentionKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from enrich.mentions.items import Item
    from enrich.records import Link

_SECTIONS: tuple[tuple[MentionKind, re.Pattern[str]], ...] = tuple(
    (
        kind,
        re.compile(
            rf"\b(?:{words})(?=\W*$|\s*[^\w\s]|\s+(?:and|or|of|on|for|about|in|by|from|with|we|you|to)\b)", re.I
        ),
    )
    for kind, words in (
        (MentionKind.LEADERBOARD, "leaderboards?"),
        (
            MentionKind.BLOG,
            "blogs?|blog posts?|posts|tutorials?|articles|news|talks?|videos|courses?|lectures?|podcasts?",
        ),
        (
            MentionKind.LIST,
            "(?:lists?|collections?)(?! of\\b)|related (?:lists?|repos(?:itories)?|resources)|projects?"
            "|other resources",
        ),
        (MentionKind.DATASET, "data ?sets?|corpora|corpus|data"),
        (MentionKind.BENCHMARK, "benchmarks?"),
        (
            MentionKind.SOFTWARE,
            "software|tools?|programs|librar(?:y|ies)|code|codebases?|toolkits?|toolbox(?:es)?|frameworks?|packages?"
            "|implementations?|repos(?:itories)?|simulators?|platforms?",
        ),
    )
)
_PAPER_SECTION = re.compile(
    r"\b(?:papers?|publications?|readings?|surveys?|references|bibliography|literature|preprints?"
    r"|(?:journal|research|refereed|(?:peer[- ])?reviewed|review|original|conference|scholarly)"
    r" articles?)\b",
    re.I,
)
_LEADERBOARD = re.compile(r"\bleaderboards?$", re.I)
_LIST = re.compile(
    r"^awesome[\s-]|/awesome[-_]|[/_-](?:paper-?list|papers|reading-?list)\b|[-_]papers$|\b(?:paper|reading) list\b",
    re.I,
)
_OWN_LIST = re.compile(r"(?:git(?:hub|lab) )?repository|git(?:hub|lab)", re.I)  # as lists ask to be cited: no place
_DATASET = re.compile(r"\b(?:data ?sets?|corpus|corpora)$", re.I)
_BENCHMARK = re.compile(r"\bbench(?:marks?)?$|Bench(?:marks?)?$", re.I)
_BLOG_HOSTS = re.compile(
    r"(?:^|\.)(?:medium\.com|substack\.com|wordpress\.com|blogspot\.com|blogspot\.[a-z.]+|dev\.to|hashnode\.dev)$|^blog\.|^blogs\."
)
_BLOG_PATH = re.compile(r"/(?:blog|blogs|posts?|articles?|news)/", re.I)
_SAID = re.compile(r"(?:talk|video|recording|podcast|blog(?: post)?): \S", re.I)  # in front of what is no paper
_LABEL_WORDS = 4
# Meetings of a course: what stands below them is read there, whatever they are about.
_MEETING = re.compile(r"(?:lecture|week|session|class|meeting|day)\s+#?\d+\b", re.I)
_COURSE = re.compile(r"\b(?:lectures?|courses?)\b", re.I)
_CASE = re.compile(r"(?:^|\W)[^\W\d_a-z][^ ]* v\. [^\W\d_a-z]|^In re [^\W\d_a-z]")  # what a court heard: "Roe v. Poe"
_CASE_AND_WORDS = re.compile(r" v\. [^:]{2,40}: [^\W\d_]")  # "Roe v. Poe: what it changed", in a journal
_CASE_WORDS = 12
_FACT = re.compile(r": .*[\d@]")  # "Lectures: Mon 10:00" is no heading of lectures
_FEWEST_CODED, _CODED_SHARE = 8, 0.8  # of the items with a link called "code"; by judgement
_NAME_WORDS = 2  # a title of so few words whose link is nowhere known is a site


def come_with_code(items: Sequence[Item]) -> bool:
    """Whether nearly all items with a link called "code" are papers: such a link alone then makes no item software."""
    coded = [item for item in items if any(map(_is_called_code, item.links))]
    return len(coded) >= _FEWEST_CODED and sum(map(_has_paper_evidence, coded)) >= _CODED_SHARE * len(coded)


def kind_of(item: Item, *, coded: bool = False) -> MentionKind:
    """The kind of an item whose reader left it open. `coded`: papers of its document have a link called "code"."""
    if item.title.startswith(("http://", "https://")):
        return _kind_of_url(item.title, item.section)
    about = item.venue and item.year and _CASE_AND_WORDS.search(item.title)
    if not item.authors and not about and len(item.title.split()) <= _CASE_WORDS and _CASE.search(item.title):
        return MentionKind.OTHER
    worded = _kind_of_wording(item)
    if worded and not _is_paper(item):
        return worded
    if _has_paper_evidence(item):
        return MentionKind.PAPER
    section = _kind_of_section(item.section)
    urls = [link.url for link in item.links]
    called = coded and all(map(_is_called_code, item.links))
    if urls and all(map(names_code, urls)) and not (called or _has_file(item)):
        return section or MentionKind.SOFTWARE
    said = _SAID.match(item.title) and not any(map(names_code, urls))  # with code, it is a paper's title
    if urls and (any(map(_is_blog, urls)) or said):
        return MentionKind.BLOG
    if urls and len(item.title.split()) <= _NAME_WORDS and not section and not _has_file(item):
        return MentionKind.OTHER
    return section or MentionKind.PAPER


def _is_paper(item: Item) -> bool:
    """Whether the title itself links to a paper, or has a venue: its wording then says what it is about."""
    title = item.title.strip(" .")
    own = [link for link in item.links if link.text and link.text.strip(" .") == title]
    return bool(item.venue and not _OWN_LIST.fullmatch(item.venue)) or any(names_paper(link.url) for link in own)


def _has_paper_evidence(item: Item) -> bool:
    named = any(link.role is LinkRole.PAPER or names_paper(link.url) for link in item.links)
    return named or bool(item.venue or item.authors or (item.year and item.abstract))


def _is_called_code(link: Link) -> bool:
    return (link.text or "").strip(" :[]").casefold() == "code"


def _has_file(item: Item) -> bool:
    """Whether the title leads to a page beside the document, or a paper's file lies there; projects have licences and
    manuals beside them."""
    title = item.title.strip(" .")
    return any(link.role is LinkRole.PAPER or (link.text or "").strip(" .") == title for link in item.files)


def _kind_of_section(section: tuple[str, ...]) -> MentionKind | None:
    """What the nearest heading that says something says; None if it says "papers" or nothing."""
    met = any(map(_MEETING.match, section))
    for heading in reversed(section):
        if _PAPER_SECTION.search(heading) or (met and _COURSE.search(heading)):
            return None
        if _FACT.search(heading) or _MEETING.match(heading):
            continue
        for kind, pattern in _SECTIONS:
            if pattern.search(heading) and len(heading.split()) <= _LABEL_WORDS:
                return kind
    return None


def _kind_of_wording(item: Item) -> MentionKind | None:
    title = item.title.rstrip(". ")
    if _LEADERBOARD.search(title):
        return MentionKind.LEADERBOARD
    if _LIST.search(title):
        return MentionKind.LIST
    if len(title.split()) <= _LABEL_WORDS:
        if _DATASET.search(title):
            return MentionKind.DATASET
        if _BENCHMARK.search(title):
            return MentionKind.BENCHMARK
    return None


def _kind_of_url(url: str, section: tuple[str, ...]) -> MentionKind:
    if link_role(url) is LinkRole.PAPER:
        return MentionKind.PAPER
    if _LIST.search(url):
        return MentionKind.LIST
    if _is_blog(url):
        return MentionKind.BLOG
    return _kind_of_section(section) or (MentionKind.SOFTWARE if names_code(url) else MentionKind.OTHER)


def _is_blog(url: str) -> bool:
    return bool(_BLOG_HOSTS.search(host_of(url)) or _BLOG_PATH.search(url))
