"""Decides which of the papers offered for a listed title is meant, or why that can't be said.

A `Mention` and `Candidate`s in, an `Identity` out; no I/O, no clock. Rather no identity than a wrong one: a relation
between titles is accepted only with the words to carry it, and two papers that could both be meant are none.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from enrich.identities.acceptance import accept, refuse, shared_subtitle
from enrich.identities.candidates import merge_candidates
from enrich.identities.comparison import compare_titles
from enrich.identities.evidence import Evidence, weigh
from enrich.identities.forms import Title
from enrich.identities.reasons import Reason
from enrich.records import Candidate, Considered, Identity, Mention, Outcome

# A runner-up nearer than this is a tie.
_TIE = 0.02
# Relations of a title to one that says more: however alike the two are as a whole, nothing tells which is meant.
_BEGINNINGS = (Reason.SUBTITLE_DROPPED, Reason.CUT_OFF, Reason.TRUNCATED)
# The nearest papers that are named where none is matched.
_NAMED = 3


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is thought of one candidate: `rank` 0 means that it is not the paper. `relation` is the titles' own."""

    candidate: Candidate
    title: Title
    relation: Reason
    reason: Reason
    rank: int
    score: float
    evidence: Evidence

    @property
    def weight(self) -> tuple[int, bool, float]:
        return self.rank, self.evidence.speaks_for, self.score


def decide(mention: Mention, candidates: Sequence[Candidate], *, now: datetime) -> Identity:
    """The paper that a mention means, among `candidates` in order of their sources' precedence.

    MATCHED with one paper; UNRESOLVED (`_FOR_A_PERSON`: ambiguous, too short, ...) where a person has to look;
    NOT_FOUND where nothing offered can be meant. The caller knows whether all sources could be asked.
    """
    title = _title(mention.title_asked or mention.title)
    verdicts = [_judge(mention, title, candidate) for candidate in merge_candidates(candidates)]
    verdicts.sort(key=lambda verdict: verdict.weight, reverse=True)
    if not verdicts:
        return Identity(title=title.raw, outcome=Outcome.NOT_FOUND, reason=Reason.NO_CANDIDATE, decided_at=now)
    best, runner_up = verdicts[0], verdicts[1] if len(verdicts) > 1 else None
    if best.rank and _is_one_of_several(title, best, verdicts[1:]):
        return _unmatched(title, Reason.AMBIGUOUS, verdicts, now)
    if best.rank:
        return _matched(title, best, runner_up, now)
    return _unmatched(title, best.reason, verdicts, now)


@functools.lru_cache(maxsize=256)
def _title(raw: str) -> Title:
    return Title(raw)


def _judge(mention: Mention, title: Title, candidate: Candidate) -> Verdict:
    offered = Title(candidate.title)
    comparison = compare_titles(title, offered)
    evidence = weigh(mention, candidate)
    reason, rank = accept(title, offered, comparison, evidence) or (refuse(title, offered, comparison, evidence), 0)
    return Verdict(candidate, offered, comparison.reason, reason, rank, round(comparison.score, 4), evidence)


def _is_one_of_several(title: Title, best: Verdict, others: Sequence[Verdict]) -> bool:
    """Whether another paper may be meant as well."""
    runner_up = others[0] if others else None
    return _is_tied(best, runner_up) or _is_continued_elsewhere(best, others) or _shares_its_name(title, best, others)


def _is_continued_elsewhere(best: Verdict, others: Sequence[Verdict]) -> bool:
    """Whether a title that is only the beginning of the paper's is that of another paper's, too."""
    return best.reason in _BEGINNINGS and any(
        other.relation in _BEGINNINGS and other.evidence.speaks_for >= best.evidence.speaks_for for other in others
    )


def _is_tied(best: Verdict, other: Verdict | None) -> bool:
    return (
        other is not None
        and other.rank == best.rank
        and other.evidence.speaks_for == best.evidence.speaks_for
        and best.score - other.score < _TIE
    )


def _shares_its_name(title: Title, best: Verdict, others: Sequence[Verdict]) -> bool:
    """Whether a paper taken by its name is one of several of that name whose subtitles are about as near.

    Authors or an abstract that agree tell it from its namesakes, unless they speak for those, too.
    """
    if best.reason is not Reason.SAME_NAME or not best.title.head:
        return False
    others = [other for other in others if other.evidence.speaks_for >= best.evidence.speaks_for]
    name, (shared, _) = best.title.head.letters, shared_subtitle(title, best.title)
    return any(
        other.title.letters == name
        or (
            other.title.head
            and other.title.head.letters == name
            and 2 * shared_subtitle(title, other.title)[0] >= shared
        )
        for other in others
    )


def _matched(title: Title, best: Verdict, runner_up: Verdict | None, now: datetime) -> Identity:
    return Identity(
        title=title.raw,
        outcome=Outcome.MATCHED,
        reason=best.reason,
        ids=best.candidate.ids,
        matched_title=best.candidate.title,
        score=best.score,
        runner_up=runner_up.candidate.title if runner_up else None,
        runner_up_score=runner_up.score if runner_up else None,
        source=best.candidate.source,
        evidence=best.evidence.in_words(),
        decided_at=now,
    )


_FOR_A_PERSON = frozenset(
    {Reason.AMBIGUOUS, Reason.TOO_SHORT, Reason.UNCERTAIN, Reason.AUTHORS_DIFFER, Reason.ABSTRACT_DIFFERS}
)


def _unmatched(title: Title, reason: Reason, verdicts: Sequence[Verdict], now: datetime) -> Identity:
    """No paper; the nearest ones are named all the same, for `why` and the review."""
    best, other = verdicts[0], verdicts[min(1, len(verdicts) - 1)]
    return Identity(
        title=title.raw,
        outcome=Outcome.UNRESOLVED if reason in _FOR_A_PERSON else Outcome.NOT_FOUND,
        reason=reason,
        score=best.score,
        runner_up=other.candidate.title,
        runner_up_score=other.score,
        source=best.candidate.source,
        evidence=(f"nearest: {best.candidate.title} ({best.candidate.ids.paper_id})", *best.evidence.in_words()),
        considered=tuple(map(_considered, verdicts[:_NAMED])),
        decided_at=now,
    )


def _considered(verdict: Verdict) -> Considered:
    candidate = verdict.candidate
    return Considered(
        paper_id=candidate.ids.paper_id,
        title=candidate.title,
        score=verdict.score,
        reason=verdict.reason,
        source=candidate.source,
        year=candidate.year,
        first_author=next(iter(candidate.authors), None),
    )
