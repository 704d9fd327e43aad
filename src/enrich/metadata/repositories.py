"""Which repository belongs to which paper, and what says so: mentions, identities and answers in, claims and rows out.

Names are never searched for. A repository is a paper's because a source that knows the paper names it (the catalog, the
abstract, arXiv's comment, Hugging Face), or because an item that means the paper links it. A link alone does not hold
against another paper that a source names the same repository for.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from enrich.identifiers import parse_github_repo
from enrich.metadata.findings import Findings, heard
from enrich.metadata.grouping import Group, group_mentions
from enrich.metadata.past import Past
from enrich.records import LinkRole, Mention
from enrich.schema import TableSet

# The strongest first. What a document links is often another paper's code, so it comes last.
EVIDENCE = ("catalog", "hugging_face", "abstract", "comment", "document_link")
_LINK = "document_link"
# Whose word stands behind evidence that is carried while that source can't be asked.
_WITNESS = {"catalog": "catalog", "hugging_face": "hugging_face", "comment": "arxiv"}
_CODE_ROLES = (LinkRole.CODE, LinkRole.PROJECT)
_IN_TEXT = re.compile(r"(?:https?://)?(?:www\.)?github\.com/[\w.-]+/[\w.-]+", re.I)


@dataclass(frozen=True, slots=True)
class RepositoryClaim:
    """A reason to believe that a repository is a paper's. `name` is "owner/name" as spelled where it was found."""

    paper_id: str
    name: str
    evidence: str

    @property
    def requested_name(self) -> str:
        """The name in lower case, by which GitHub is asked."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Repositories:
    """Claims by paper, the best first; `names` is every repository to ask GitHub about: "owner/name" in lower case."""

    claims: Mapping[str, tuple[RepositoryClaim, ...]]
    names: tuple[str, ...]


def repositories_of(findings: Findings, previous: TableSet | None = None) -> Repositories:
    """The repositories of papers and of other items, from everything that is known before GitHub is asked."""
    past = Past(previous)
    return claim_repositories(group_mentions(findings, past), findings, past)


def papers_without_repository(findings: Findings, previous: TableSet | None = None) -> list[str]:
    """The arXiv ids of the papers that nobody names a repository for, which Hugging Face may know."""
    past = Past(previous)
    groups = group_mentions(findings, past)
    claims = claim_repositories(groups, findings, past).claims
    return sorted({group.ids.arxiv_id for group in groups if group.ids.arxiv_id and group.paper_id not in claims})


def claim_repositories(groups: Sequence[Group], findings: Findings, past: Past) -> Repositories:
    """The same, for mentions that are grouped already."""
    claims = _settle([claim for group in groups for claim in _claims_of(group, findings, past)])
    meant = {claim.mention.mention_id for group in groups for claim in group.claims}
    others = (name for mention in findings.mentions() if mention.mention_id not in meant for name in _linked(mention))
    names = {claim.requested_name for claim in claims} | {name.lower() for name in others}
    by_paper: defaultdict[str, list[RepositoryClaim]] = defaultdict(list)
    for claim in claims:
        by_paper[claim.paper_id].append(claim)
    return Repositories({paper_id: tuple(found) for paper_id, found in by_paper.items()}, tuple(sorted(names)))


def _claims_of(group: Group, findings: Findings, past: Past) -> Iterator[RepositoryClaim]:
    """Everything that says a repository is this paper's, each once, the strongest evidence first."""
    found = list(dict.fromkeys(_evidence(group, findings, past)))
    seen: set[tuple[str, str]] = set()
    for evidence, name in sorted(found, key=lambda pair: EVIDENCE.index(pair[0])):
        if (evidence, name.lower()) not in seen:
            seen.add((evidence, name.lower()))
            yield RepositoryClaim(group.paper_id, name, evidence)


def _evidence(group: Group, findings: Findings, past: Past) -> Iterator[tuple[str, str]]:
    """Pairs of evidence and repository, as they come."""
    answers = [*group.answers, heard("hugging_face", findings.hugging_face.get(group.ids.arxiv_id or ""))]
    for answer in answers:
        if answer.record:
            yield from ((answer.source, name) for name in answer.record.repositories if answer.source in EVIDENCE)
            yield from (("abstract", name) for name in _named_in(answer.record.abstract))
            yield from (("comment", name) for name in _named_in(answer.record.comment))
    if group.before:
        silent = {answer.source for answer in answers if not answer.answered}
        yield from (("abstract", name) for name in _named_in(past.abstract_with_link(group.before)))
        for evidence, name in past.repository_claims(group.before):
            if _WITNESS.get(evidence) in silent:
                yield evidence, name
    for claim in group.claims:
        yield from (("abstract", name) for name in _named_in(claim.mention.abstract))
        yield from ((_LINK, name) for name in _linked(claim.mention, _CODE_ROLES))


def _named_in(text: str | None) -> Iterator[str]:
    if not text or "github.com" not in text.lower():
        return  # what nearly every abstract is, told twenty times as fast as by the pattern
    for url in _IN_TEXT.findall(text):
        if name := parse_github_repo(url):
            yield name


def _linked(mention: Mention, roles: Iterable[LinkRole] = tuple(LinkRole)) -> list[str]:
    names = (parse_github_repo(link.url) for link in mention.links if link.role in roles)
    return [name for name in names if name]


def _settle(claims: Sequence[RepositoryClaim]) -> list[RepositoryClaim]:
    """Drop links to repositories that a source gives to other papers, and not to this one."""
    owners: defaultdict[str, set[str]] = defaultdict(set)
    for claim in claims:
        if claim.evidence != _LINK:
            owners[claim.requested_name].add(claim.paper_id)
    return [
        claim
        for claim in claims
        if claim.evidence != _LINK or claim.paper_id in owners.get(claim.requested_name, {claim.paper_id})
    ]
