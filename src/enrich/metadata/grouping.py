"""Which mentions are one paper: mentions, identities and answers in, groups out.

Preprint and published form are one paper: what Semantic Scholar, arXiv or the catalog say about further identifiers
joins mentions that came by different ones. Two papers with different arXiv ids are never joined, whatever else they
share.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from enrich.identifiers import PaperIds
from enrich.metadata.findings import ARXIV_SOURCES, S2_SOURCE, Findings, Heard, heard
from enrich.metadata.past import Past, is_other_preprint, names_of
from enrich.records import Identity, Lookup, Mention, Outcome, PaperRecord, Status
from enrich.titles import title_hash

# Of several answers about one paper: yes beats all; "can't be asked" leaves open what another spelling's "no" denies.
_WEIGHT = {Status.OK: 0, Status.UNREACHABLE: 1, Status.NOT_FOUND: 2, Status.NOT_ASKED: 3, Status.CARRIED: 3}


@dataclass(frozen=True, slots=True)
class Claim:
    """A mention that means a paper, and everything known about which one."""

    mention: Mention
    title: str  # the title that was asked
    identity: Identity | None
    own: PaperIds  # what the identity itself says
    ids: PaperIds  # `own`, with the gaps filled from answers and the previous version
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Group:
    """The mentions that mean one paper, in the order of documents and lines."""

    paper_id: str
    ids: PaperIds
    claims: tuple[Claim, ...]
    answers: tuple[Heard, ...]
    before: str | None  # the paper_id that it had in the previous version


def group_mentions(findings: Findings, past: Past) -> tuple[Group, ...]:
    """Every mention that means a paper, in exactly one group; groups sorted by `paper_id`."""
    claims = [claim for mention in findings.mentions() if (claim := _claim(mention, findings, past))]
    groups = [_group(members, findings, past) for members in _join_by_title(_join_by_ids(claims))]
    return tuple(sorted(groups, key=lambda group: group.paper_id))


def _claim(mention: Mention, findings: Findings, past: Past) -> Claim | None:
    identity = findings.identities.get(mention.mention_id)
    title = mention.title_asked or (identity and (identity.title or mention.title))
    if not title:
        return None
    own = identity.ids if identity and identity.outcome is Outcome.MATCHED else PaperIds()
    if not own:
        return Claim(mention, title, identity, own, own, frozenset())
    ids, names = _all_ids(own, findings, past)
    return Claim(mention, title, identity, own, ids, names)


def _all_ids(own: PaperIds, findings: Findings, past: Past) -> tuple[PaperIds, frozenset[str]]:
    """Every identifier of a paper. The previous version speaks only where Semantic Scholar did not."""
    scholar = _hear_s2([own], findings)
    parts = [own]
    if scholar.record:
        parts.append(scholar.record.ids)
    arxiv_id = next((part.arxiv_id for part in parts if part.arxiv_id), None)
    parts += [answer.record.ids for answer in _hear_arxiv(arxiv_id, findings) if answer.record]
    if not scholar.answered and (before := past.find_paper(_merge(parts))):
        parts.append(past.ids(before))
    merged = _merge(parts)
    names = {name for part in parts for name in names_of(part)}
    return merged, frozenset(name for name in names if not is_other_preprint(name, merged))


def _merge(parts: Iterable[PaperIds]) -> PaperIds:
    merged = PaperIds()
    for part in parts:
        merged = merged.merged(part)
    return merged


def _join_by_ids(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Claims that share an identifier. One without arXiv id joins a preprint only if there is exactly one to join."""
    preprints: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.ids.arxiv_id:
            preprints[claim.ids.arxiv_id].append(claim)
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for arxiv_id, members in preprints.items():
        for name in (name for claim in members for name in claim.names):
            owners[name].add(arxiv_id)
    apart: list[list[Claim]] = []
    for members in _connected([claim for claim in claims if not claim.ids.arxiv_id]):
        homes = {home for claim in members for name in claim.names for home in owners.get(name, ())}
        if len(homes) == 1:
            preprints[homes.pop()].extend(members)
        else:
            apart.append(members)
    return [*preprints.values(), *apart]


def _connected(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Claims joined over shared names, directly or through others (union-find)."""
    parent = list(range(len(claims)))

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = index = parent[parent[index]]
        return index

    first: dict[str, int] = {}
    for index, claim in enumerate(claims):
        for name in claim.names:
            parent[root(index)] = root(first.setdefault(name, index))
    joined: defaultdict[int, list[Claim]] = defaultdict(list)
    for index, claim in enumerate(claims):
        joined[root(index)].append(claim)
    return list(joined.values())


def _join_by_title(groups: Iterable[list[Claim]]) -> list[list[Claim]]:
    """Groups without an identifier that could name them go by their title, so equal titles are one."""
    named: list[list[Claim]] = []
    titled: defaultdict[str, list[Claim]] = defaultdict(list)
    for members in groups:
        members.sort(key=_place)
        if any(claim.ids.paper_id for claim in members):
            named.append(members)
        else:
            titled[title_hash(members[0].title)].extend(members)
    return [*named, *(sorted(members, key=_place) for members in titled.values())]


def _place(claim: Claim) -> tuple[str, int, str]:
    return claim.mention.document_id, claim.mention.line, claim.mention.mention_id


def _group(claims: list[Claim], findings: Findings, past: Past) -> Group:
    ids = _merge(claim.ids for claim in claims)
    scholar = _hear_s2([ids, *(claim.own for claim in claims)], findings)
    before = past.find_paper(ids)
    ids = replace(_told(scholar, before, past).merged(ids), arxiv_id=ids.arxiv_id)
    answers = (*_hear_arxiv(ids.arxiv_id, findings), scholar)
    paper_id = ids.paper_id or f"title:{title_hash(claims[0].title)}"
    return Group(paper_id, ids, tuple(claims), answers, before)


def _told(scholar: Heard, before: str | None, past: Past) -> PaperIds:
    """The identifiers that Semantic Scholar gives, or gave: they name papers, so an outage must not change them."""
    if scholar.record:
        return scholar.record.ids
    return past.ids(before) if before and not scholar.answered else PaperIds()


def _hear_arxiv(arxiv_id: str | None, findings: Findings) -> list[Heard]:
    return [heard(source, findings.by_arxiv_id(source).get(arxiv_id or "")) for source in ARXIV_SOURCES]


def _hear_s2(spellings: Iterable[PaperIds], findings: Findings) -> Heard:
    """The best answer of Semantic Scholar under any name that it can be asked by."""
    keys = [key for ids in spellings for key in _s2_keys(ids)]
    found: list[Lookup[PaperRecord]] = [
        findings.semantic_scholar[key] for key in keys if key in findings.semantic_scholar
    ]
    best = min(found, key=lambda lookup: _WEIGHT[lookup.status], default=None)
    return heard(S2_SOURCE, best)


def _s2_keys(ids: PaperIds) -> list[str]:
    single = (
        PaperIds(s2_corpus_id=ids.s2_corpus_id),
        PaperIds(arxiv_id=ids.arxiv_id),
        PaperIds(doi=ids.doi),
        PaperIds(s2_paper_id=ids.s2_paper_id),
        PaperIds(acl_id=ids.acl_id),
    )
    return [key for part in single if (key := part.s2_key)]
