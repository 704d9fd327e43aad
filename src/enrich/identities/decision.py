"""Decides which of the papers offered for a listed title is meant, or why that can't be said.

A `Mention` and `Candidate`s in, an `Identity` out; no I/O, no clock. Rather no identity than a wrong one: a relation
between titles is accepted only with the words to carry it, and two papers that could both be meant are none.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from enrich.identities.candidates import merge_candidates
from enrich.identities.comparison import Comparison, compare_titles
from enrich.identities.evidence import Evidence, weigh
from enrich.identities.forms import Title
from enrich.identities.reasons import Reason
from enrich.records import Candidate, Identity, Mention, Outcome


@dataclass(frozen=True, slots=True)
class Rule:
    """What a relation of titles needs. `rank`: how well it carries, the best wins. `words`: meaningful words in common,
    without and with evidence beyond the title."""

    rank: int
    words: int
    words_with_evidence: int = 1


# Set on 326,742 real arXiv titles: with these the pairs of different papers that would be merged stay below one in ten
# thousand titles, relation by relation (benchmarks/matching.py prints the table).
RULES: dict[Reason, Rule] = {
    Reason.SAME_TITLE: Rule(5, 2),
    Reason.SAME_LETTERS: Rule(5, 2),
    Reason.ABBREVIATED: Rule(4, 3),
    Reason.REWORDED: Rule(4, 4, 2),
    Reason.TYPO: Rule(4, 3, 2),
    Reason.VENUE_APPENDED: Rule(4, 3),
    Reason.NOTE_DROPPED: Rule(4, 4),
    Reason.NAME_DROPPED: Rule(3, 5, 2),
    Reason.NAME_ADDED: Rule(3, 5, 2),
    Reason.SUBTITLE_DROPPED: Rule(3, 4),
    Reason.SUBTITLE_ADDED: Rule(3, 4),
    Reason.RENAMED: Rule(3, 5, 2),
    Reason.CUT_OFF: Rule(3, 5, 3),
    Reason.TRUNCATED: Rule(3, 8, 3),
    Reason.WORD_DROPPED: Rule(3, 7, 3),
    Reason.SAME_NAME: Rule(2, 4, 2),
}
_CONFLICTS = (Reason.NUMBERS_DIFFER, Reason.MEANING_DIFFERS)
# Subtitles behind one coined name: the share of the shorter one's words that both have. Of 36,114 such names in the
# sample, 35 stand for two papers that this would merge. Where the listed year is the preprint's or the next one, less
# will do.
_SUBTITLES_ALIKE = 0.6
_SUBTITLES_ALIKE_IN_YEAR = 0.4
# Letters that may differ, as a share of the title's.
_TYPO_SHARE = 0.08
# A paper of the same name is worth a look if its subtitle shares that many words.
_WORDS_OF_A_NAMESAKE = 2
# A runner-up nearer than this is a tie.
_TIE = 0.02
# Years in lists are often off by some; where the title alone is weak, a larger gap tells papers apart.
_YEARS_APART = 3
# Likeness of titles at which authors or a repository decide, and at which a person should look.
_ALIKE_WITH_EVIDENCE = 0.6
_WORTH_A_LOOK = 0.75


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is thought of one candidate: `rank` 0 means that it is not the paper."""

    candidate: Candidate
    title: Title
    reason: Reason
    rank: int
    score: float
    evidence: Evidence

    @property
    def weight(self) -> tuple[int, bool, float]:
        return self.rank, self.evidence.speaks_for, self.score


def decide(mention: Mention, candidates: Sequence[Candidate], *, now: datetime) -> Identity:
    """The paper that a mention means, among `candidates` in order of their sources' precedence.

    MATCHED with one paper; UNRESOLVED (ambiguous, too_short, uncertain, authors_differ) where a person has to look;
    NOT_FOUND where nothing offered can be meant. The caller knows whether all sources could be asked.
    """
    title = _title(mention.title_asked or mention.title)
    verdicts = [_judge(mention, title, candidate) for candidate in merge_candidates(candidates)]
    verdicts.sort(key=lambda verdict: verdict.weight, reverse=True)
    if not verdicts:
        return Identity(title=title.raw, outcome=Outcome.NOT_FOUND, reason=Reason.NO_CANDIDATE, decided_at=now)
    best, runner_up = verdicts[0], verdicts[1] if len(verdicts) > 1 else None
    if best.rank and (_is_tied(best, runner_up) or _shares_its_name(title, best, verdicts[1:])):
        return _unmatched(title, Reason.AMBIGUOUS, best, runner_up, now)
    if best.rank:
        return _matched(title, best, runner_up, now)
    return _unmatched(title, best.reason, best, runner_up, now)


@functools.lru_cache(maxsize=256)
def _title(raw: str) -> Title:
    return Title(raw)


def _judge(mention: Mention, title: Title, candidate: Candidate) -> Verdict:
    offered = Title(candidate.title)
    comparison = compare_titles(title, offered)
    evidence = weigh(mention, candidate)
    reason, rank = _accept(title, offered, comparison, evidence) or (_refusal(title, offered, comparison, evidence), 0)
    return Verdict(candidate, offered, reason, rank, round(comparison.score, 4), evidence)


def _accept(title: Title, offered: Title, comparison: Comparison, evidence: Evidence) -> tuple[Reason, int] | None:
    """The reason and rank of an acceptable candidate."""
    rule = RULES.get(comparison.reason)
    if evidence.authors is False or evidence.abstract is False:
        return None
    if rule and _carries(title, offered, rule, comparison, evidence):
        return comparison.reason, rule.rank
    if comparison.reason in _CONFLICTS:
        return None
    if evidence.abstract:
        return Reason.ABSTRACT_AGREES, 3
    if comparison.score >= _ALIKE_WITH_EVIDENCE and evidence.authors:
        return Reason.AUTHORS_AGREE, 2
    if comparison.score >= _ALIKE_WITH_EVIDENCE and evidence.repository:
        return Reason.REPOSITORY_AGREES, 2
    return None


def _carries(title: Title, offered: Title, rule: Rule, comparison: Comparison, evidence: Evidence) -> bool:
    """Whether the words in common carry a relation."""
    if comparison.typos > _TYPO_SHARE * len(title.letters):
        return False
    if evidence.speaks_for:
        return comparison.support >= rule.words_with_evidence
    if comparison.reason is Reason.SAME_NAME and not _subtitles_agree(title, offered, evidence):
        return False
    if rule.rank <= 3 and evidence.year_gap is not None and abs(evidence.year_gap) > _YEARS_APART:
        return False
    return comparison.support >= rule.words


def _subtitles_agree(title: Title, offered: Title, evidence: Evidence) -> bool:
    """Whether two subtitles behind the same name share enough words."""
    shared, share = _shared_subtitle(title, offered)
    least = _SUBTITLES_ALIKE_IN_YEAR if evidence.year_gap in (0, 1) else _SUBTITLES_ALIKE
    return shared >= RULES[Reason.SAME_NAME].words and share >= least


def _shared_subtitle(title: Title, offered: Title) -> tuple[int, float]:
    """How many words two subtitles share, and what share of the shorter one that is."""
    if not (title.tail and offered.tail and title.tail.stems and offered.tail.stems):
        return 0, 0.0
    shared = len(title.tail.stems & offered.tail.stems)
    return shared, shared / min(len(title.tail.stems), len(offered.tail.stems))


def _refusal(title: Title, offered: Title, comparison: Comparison, evidence: Evidence) -> Reason:
    """Why a candidate is not accepted."""
    if comparison.reason in _CONFLICTS or comparison.reason is Reason.NAMES_DIFFER:
        return comparison.reason
    rule = RULES.get(comparison.reason)
    if evidence.authors is False and rule:
        return Reason.AUTHORS_DIFFER
    if rule and rule.rank == 5:
        return Reason.TOO_SHORT
    if comparison.reason is Reason.SAME_NAME and _shared_subtitle(title, offered)[0] < _WORDS_OF_A_NAMESAKE:
        return Reason.TOO_DIFFERENT
    return Reason.UNCERTAIN if rule or comparison.score >= _WORTH_A_LOOK else Reason.TOO_DIFFERENT


def _is_tied(best: Verdict, other: Verdict | None) -> bool:
    return (
        other is not None
        and other.rank == best.rank
        and other.evidence.speaks_for == best.evidence.speaks_for
        and best.score - other.score < _TIE
    )


def _shares_its_name(title: Title, best: Verdict, others: Sequence[Verdict]) -> bool:
    """Whether a paper taken by its name is one of several of that name whose subtitles are about as near."""
    if best.reason is not Reason.SAME_NAME or not best.title.head:
        return False
    name, (shared, _) = best.title.head.letters, _shared_subtitle(title, best.title)
    return any(
        other.title.letters == name
        or (
            other.title.head
            and other.title.head.letters == name
            and 2 * _shared_subtitle(title, other.title)[0] >= shared
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


_FOR_A_PERSON = (Reason.AMBIGUOUS, Reason.TOO_SHORT, Reason.UNCERTAIN, Reason.AUTHORS_DIFFER)


def _unmatched(title: Title, reason: Reason, best: Verdict, other: Verdict | None, now: datetime) -> Identity:
    """No paper; the nearest ones are named all the same, for `why` and the review."""
    return Identity(
        title=title.raw,
        outcome=Outcome.UNRESOLVED if reason in _FOR_A_PERSON else Outcome.NOT_FOUND,
        reason=reason,
        score=best.score,
        runner_up=(other or best).candidate.title,
        runner_up_score=(other or best).score,
        source=best.candidate.source,
        evidence=(f"nearest: {best.candidate.title} ({best.candidate.ids.paper_id})", *best.evidence.in_words()),
        decided_at=now,
    )
