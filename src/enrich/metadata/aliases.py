"""Earlier names of papers: the groups of this run and the previous version in, old name -> name of today out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from enrich.metadata.grouping import Group
from enrich.metadata.past import Past
from enrich.titles import title_hash


def find_aliases(groups: Sequence[Group], past: Past) -> dict[str, str]:
    """Every name that no paper has any more, with the paper it means today.

    A name that several papers could claim today stays with the one it meant before, and is dropped if that is gone.
    """
    today = {group.paper_id for group in groups}
    claimed: defaultdict[str, set[str]] = defaultdict(set)
    for group in groups:
        for name in _earlier_names(group, past):
            if name not in today:
                claimed[name].add(group.paper_id)
    aliases = {name: _settle(name, papers, past) for name, papers in claimed.items()}
    return {name: paper_id for name, paper_id in aliases.items() if paper_id}


def _earlier_names(group: Group, past: Past) -> Iterator[str]:
    if group.before:
        yield group.before
        yield from past.names_before(group.before)
    for claim in group.claims:
        if own := claim.own.paper_id:
            yield own
        if past.knew(titled := f"title:{title_hash(claim.title)}"):
            yield titled


def _settle(name: str, papers: set[str], past: Past) -> str | None:
    if len(papers) == 1:
        return next(iter(papers))
    before = past.aliases.get(name)
    return before if before in papers else None


def rename_entities(aliases: Mapping[str, str], past: Past) -> Mapping[str, str]:
    """The aliases that concern papers of the previous version, whose history goes on under another name."""
    return {old: new for old, new in aliases.items() if past.knew(old)}
