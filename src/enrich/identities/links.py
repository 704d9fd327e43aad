"""Which paper the links of a mention name: mentions in, identifiers out. Pure; no link is ever followed."""

from __future__ import annotations

from collections.abc import Iterable

from enrich.identifiers import PaperIds, parse_paper_url
from enrich.identities.forms import is_coined
from enrich.records import Mention
from enrich.titles import fold_title


def linked_paper(mention: Mention) -> PaperIds:
    """The paper that a mention links, empty if none: the first arXiv link, else the first other one that names a paper.

    Only one link counts: the others of an item may well lead to other papers.
    """
    named = [ids for link in mention.links if (ids := parse_paper_url(link.url))]
    first = next((ids for ids in named if ids.arxiv_id), None)
    return first or next(iter(named), PaperIds())


def papers_linked(mentions: Iterable[Mention]) -> dict[str, PaperIds]:
    """The papers that titles are linked to, by folded title.

    Left out are titles linked to different papers, and single words that name nothing ("paper", "link").
    """
    linked: dict[str, PaperIds] = {}
    disputed: set[str] = set()
    for mention in mentions:
        ids, folded = linked_paper(mention), fold_title(mention.title_asked or "")
        if not ids or not _names_something(mention.title_asked or "", folded):
            continue
        before = linked.setdefault(folded, ids)
        if before.arxiv_id and ids.arxiv_id and before.arxiv_id != ids.arxiv_id:
            disputed.add(folded)
        if ids.arxiv_id and not before.arxiv_id:
            linked[folded] = ids
    return {folded: ids for folded, ids in linked.items() if folded not in disputed}


def _names_something(title: str, folded: str) -> bool:
    return " " in folded or is_coined(title)
