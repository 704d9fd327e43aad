"""The identities of a run's mentions, in the order in which evidence counts. Pure.

    known = resolve_known(mentions, judgements, remembered, now=now)
    titles = titles_to_ask(mentions, known)
    found = resolve_offered(mentions, known, offers, now=now)

First come links, judgements, the same title linked elsewhere and the last version's identities; then the titles that
are left, each once; then the decision with what the sources offer for them.
Ask the sources in order (catalog, arxiv, semantic_scholar), each for the titles that are still open: call
`titles_to_ask(mentions, found)` after each. `offers` holds, by title as it was asked, every source's `Lookup` so far,
also those that were unreachable or not asked: "not found" needs every one of them to be healthy and to say no.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from enrich.identifiers import PaperIds
from enrich.identities.acceptance import RULES
from enrich.identities.comparison import compare_titles
from enrich.identities.decision import decide
from enrich.identities.forms import Title
from enrich.identities.links import linked_paper, papers_linked
from enrich.identities.reasons import Reason
from enrich.records import RULES_VERSION, Candidate, Identity, Lookup, Mention, Outcome, Status
from enrich.titles import fold_title

Offers = Mapping[str, Sequence[Lookup[tuple[Candidate, ...]]]]
CATALOG = "catalog"
# A name in common is no agreement of titles.
_AGREEMENTS = frozenset(RULES) - {Reason.SAME_NAME}


def resolve_known(
    mentions: Iterable[Mention],
    judgements: Mapping[str, PaperIds],
    remembered: Mapping[str, Identity],
    *,
    now: datetime,
) -> dict[str, Identity]:
    """The mentions that need no source, by `mention_id`. `judgements` is by folded title, `remembered` by title.

    What was decided by other rules than those of today is decided anew.
    """
    asked = [mention for mention in mentions if mention.title_asked]
    elsewhere = papers_linked(asked)
    recalled = _recalled(each for each in remembered.values() if each.rules_version == RULES_VERSION)
    known = {}
    for mention in asked:
        title = mention.title_asked or ""
        folded = fold_title(title)
        if ids := linked_paper(mention):
            known[mention.mention_id] = _by_word(title, Reason.LINK, ids, now)
        elif folded in judgements:
            known[mention.mention_id] = _by_word(title, Reason.JUDGEMENT, judgements[folded], now)
        elif folded in elsewhere:
            known[mention.mention_id] = _by_word(title, Reason.LINK_ELSEWHERE, elsewhere[folded], now)
        elif folded in recalled:
            known[mention.mention_id] = dataclasses.replace(recalled[folded], title=title)
    return known


def with_remembered(found: Mapping[str, Identity], remembered: Mapping[str, Identity]) -> dict[str, Identity]:
    """The identities, with what earlier rules decided where those of today could not be: nobody was to be asked.

    `found` is by `mention_id`, `remembered` by title.
    """
    recalled = _recalled(remembered.values())
    return {
        key: dataclasses.replace(recalled[folded], title=identity.title)
        if identity.reason in (Reason.UNREACHABLE, Reason.NOT_ASKED)
        and (folded := fold_title(identity.title)) in recalled
        else identity
        for key, identity in found.items()
    }


def _recalled(remembered: Iterable[Identity]) -> dict[str, Identity]:
    """By folded title: only a match is remembered, and a judgement only as long as it stands in its file."""
    return {
        fold_title(identity.title): identity
        for identity in remembered
        if identity.outcome is Outcome.MATCHED and identity.reason != Reason.JUDGEMENT
    }


def _by_word(title: str, reason: Reason, ids: PaperIds, now: datetime) -> Identity:
    return Identity(
        title=title,
        outcome=Outcome.MATCHED if ids else Outcome.NOT_FOUND,
        reason=reason,
        ids=ids,
        score=1.0 if ids else None,
        source="judgement" if reason is Reason.JUDGEMENT else "link",
        decided_at=now,
    )


def titles_to_ask(mentions: Iterable[Mention], known: Mapping[str, Identity]) -> list[str]:
    """The titles that a source should be asked for, each once, in order of their first mention.

    Those are the open ones, and those known by another identifier than arXiv's: preprint and publication are one paper.
    """
    asked = {
        mention.title_asked: None
        for mention in mentions
        if mention.title_asked and _is_open(known.get(mention.mention_id))
    }
    return list(asked)


def _is_open(identity: Identity | None) -> bool:
    if identity is None:
        return True
    if identity.reason == Reason.JUDGEMENT:
        return False
    return identity.outcome is not Outcome.MATCHED or not identity.ids.arxiv_id


def resolve_offered(
    mentions: Iterable[Mention], known: Mapping[str, Identity], offers: Offers, *, now: datetime
) -> dict[str, Identity]:
    """The identities of all mentions that have a title to look up: what is known, and what the offers decide."""
    found = {}
    for mention in mentions:
        title = mention.title_asked
        if not title:
            continue
        before, lookups = known.get(mention.mention_id), offers.get(title, ())
        if before is not None and before.source in ("link", "judgement"):
            found[mention.mention_id] = _completed(before, mention, lookups, now)
        elif before is not None and before.outcome is Outcome.MATCHED:
            found[mention.mention_id] = before
        else:
            found[mention.mention_id] = _decided(mention, lookups, now)
    return found


def _offered(lookups: Sequence[Lookup[tuple[Candidate, ...]]]) -> list[Candidate]:
    return [candidate for lookup in lookups for candidate in lookup.value or ()]


def _completed(
    before: Identity, mention: Mention, lookups: Sequence[Lookup[tuple[Candidate, ...]]], now: datetime
) -> Identity:
    """A linked paper, with the further identifiers that a source states for the same title."""
    offered = _offered(lookups)
    for candidate in offered:
        if candidate.ids.same_paper(before.ids):
            named = with_linked_title(before, candidate.title)
            return dataclasses.replace(named, ids=before.ids.merged(candidate.ids))
    if before.ids.arxiv_id or not before.ids:
        return before
    likely = decide(mention, offered, now=now)
    if likely.outcome is not Outcome.MATCHED or _contradict(before.ids, likely.ids):
        return before
    return dataclasses.replace(with_linked_title(before, likely.matched_title or ""), ids=before.ids.merged(likely.ids))


def _contradict(ids: PaperIds, others: PaperIds) -> bool:
    """Whether two records name different papers by the same kind of identifier. Two DOIs do not: print and preprint."""
    pairs = ((ids.arxiv_id, others.arxiv_id), (ids.acl_id, others.acl_id), (ids.s2_corpus_id, others.s2_corpus_id))
    return any(one and other and one != other for one, other in pairs)


def with_linked_title(identity: Identity, linked_title: str) -> Identity:
    """The identity of a linked paper, with what the paper's own title says about the listed one (`title_agrees`)."""
    if identity.source != "link":
        return identity
    comparison = compare_titles(Title(identity.title), Title(linked_title))
    return dataclasses.replace(identity, matched_title=linked_title, title_agrees=comparison.reason in _AGREEMENTS)


def _decided(mention: Mention, lookups: Sequence[Lookup[tuple[Candidate, ...]]], now: datetime) -> Identity:
    """What the offers decide; a "no" only if every source asked could give one."""
    identity = decide(mention, _offered(lookups), now=now)
    answered = next((lookup.observed_at for lookup in lookups if lookup.source == identity.source), None)
    identity = dataclasses.replace(identity, answered_at=answered) if answered else identity
    if identity.outcome is not Outcome.NOT_FOUND:
        return identity
    reason = _why_not_sure(lookups)
    return dataclasses.replace(identity, outcome=Outcome.UNRESOLVED, reason=reason) if reason else identity


def _why_not_sure(lookups: Sequence[Lookup[tuple[Candidate, ...]]]) -> Reason | None:
    """What keeps a "no" from being one: a source that could not be asked, or none asked beside the local catalog."""
    statuses = {lookup.status for lookup in lookups}
    if Status.UNREACHABLE in statuses:
        return Reason.UNREACHABLE
    healthy = {lookup.source for lookup in lookups if lookup.status in (Status.OK, Status.NOT_FOUND)}
    return Reason.NOT_ASKED if Status.NOT_ASKED in statuses or healthy <= {CATALOG} else None
