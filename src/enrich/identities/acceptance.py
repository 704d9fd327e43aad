"""Says whether a relation of two titles, with the evidence beside it, is enough to call them one paper.

A `Comparison` and an `Evidence` in, a reason out: why a candidate is accepted, or why it is not. The rules are a table.
"""

from __future__ import annotations

from dataclasses import dataclass

from enrich.identities.comparison import Comparison
from enrich.identities.evidence import Evidence
from enrich.identities.forms import Title
from enrich.identities.reasons import Reason

_SAME = 5  # rank of titles that are the same


@dataclass(frozen=True, slots=True)
class Rule:
    """What a relation of titles needs. `rank`: how well it carries, the best wins. `words`: meaningful words in common,
    without and with evidence beyond the title."""

    rank: int
    words: int
    words_with_evidence: int = 1


# Set on 326,742 real arXiv titles: of 60,000 titles whose paper is missing, no relation takes more than 13 for
# another's, all together 56 (benchmarks/matching.py --corpus FILE --pairs 60000). Where a word less would take many
# times as many, the limit stands: `truncated` with 4 takes 30 more, `word_dropped` with 6 some 15.
RULES: dict[Reason, Rule] = {
    Reason.SAME_TITLE: Rule(_SAME, 2),
    Reason.SAME_LETTERS: Rule(_SAME, 2),
    Reason.ARTICLES: Rule(4, 2),
    Reason.ABBREVIATED: Rule(4, 3),
    Reason.REWORDED: Rule(4, 3, 2),
    Reason.TYPO: Rule(4, 3, 2),
    Reason.VENUE_APPENDED: Rule(4, 2),
    Reason.NOTE_DROPPED: Rule(4, 4),
    Reason.NAME_DROPPED: Rule(3, 5, 2),
    Reason.NAME_ADDED: Rule(3, 5, 2),
    Reason.SUBTITLE_DROPPED: Rule(3, 4),
    Reason.SUBTITLE_ADDED: Rule(3, 4),
    Reason.WORDS_ADDED: Rule(3, 4, 3),
    Reason.RENAMED: Rule(3, 5, 2),
    Reason.CUT_OFF: Rule(3, 3),
    Reason.TRUNCATED: Rule(3, 6, 3),
    Reason.WORD_DROPPED: Rule(3, 8, 3),
    Reason.SAME_NAME: Rule(2, 4, 2),
}
# One in 2,500 real titles is that of two papers, and they are short; authors and abstracts in lists are misread more
# often than that.
_WORDS_AGAINST_EVIDENCE = 6
_CONFLICTS = (Reason.NUMBERS_DIFFER, Reason.MEANING_DIFFERS)
# Subtitles behind one coined name: the share of the shorter one's words that both have. Of 44,329 real titles with such
# a name, 69 have a namesake that this would take for them, were their own paper missing. Where the listed year is the
# preprint's or the next one, less will do: that takes 14 more, and 3 of 348 listed papers are found by nothing else.
_SUBTITLES_ALIKE = 0.6
_SUBTITLES_ALIKE_IN_YEAR = 0.4
# Letters that may differ, as a share of the title's. Of 2,500 real titles with three slips, .11 finds 3 in 100 more
# than .08 does, and of 2,500 others, whose paper is missing, it takes none for another's either.
_TYPO_SHARE = 0.11
# A paper of the same name is worth a look if its subtitle shares that many words.
_WORDS_OF_A_NAMESAKE = 2
# What it is worth that the listed year is the preprint's or the next one, where the title alone is weak.
_WORDS_OF_A_YEAR = 1
# Years in lists are often off by some; where the title alone is weak, a larger gap tells papers apart.
_YEARS_APART = 3
_YEARS_APART_IF_SHORT = 5
_SHORT_TITLE = 3
# Likeness of titles at which authors or a repository decide, and at which a person should look.
_ALIKE_WITH_EVIDENCE = 0.6
_WORTH_A_LOOK = 0.75


def accept(title: Title, offered: Title, comparison: Comparison, evidence: Evidence) -> tuple[Reason, int] | None:
    """The reason and rank of an acceptable candidate."""
    rule = RULES.get(comparison.reason)
    if _is_denied(rule, comparison, evidence):
        return None
    if rule and _carries(title, offered, rule, comparison, evidence):
        return comparison.reason, rule.rank
    if comparison.reason in _CONFLICTS:
        return None
    if evidence.abstract:
        return Reason.ABSTRACT_AGREES, 3
    if comparison.score < _ALIKE_WITH_EVIDENCE:
        return None
    if evidence.authors and not comparison.replaces:
        return Reason.AUTHORS_AGREE, 2
    return (Reason.REPOSITORY_AGREES, 2) if evidence.repository else None


def _is_denied(rule: Rule | None, comparison: Comparison, evidence: Evidence) -> bool:
    """Whether other authors or another abstract speak louder than the title; they do not if it is the same and long."""
    long_and_same = rule is not None and rule.rank == _SAME and comparison.support >= _WORDS_AGAINST_EVIDENCE
    return (evidence.abstract is False or evidence.authors is False) and not long_and_same


def _carries(title: Title, offered: Title, rule: Rule, comparison: Comparison, evidence: Evidence) -> bool:
    """Whether the words in common carry a relation."""
    if comparison.typos > _TYPO_SHARE * len(title.letters):
        return False
    if evidence.speaks_for:
        return comparison.support >= rule.words_with_evidence
    if comparison.reason is Reason.SAME_NAME and not _subtitles_agree(title, offered, evidence):
        return False
    words = rule.words - (_WORDS_OF_A_YEAR if rule.rank <= 3 and evidence.year_gap in (0, 1) else 0)
    return comparison.support >= words and not _years_deny(rule, comparison, evidence)


def _years_deny(rule: Rule, comparison: Comparison, evidence: Evidence) -> bool:
    """Whether the years are too far apart for a title that is weak evidence: not the same, or short."""
    if evidence.year_gap is None or (rule.rank > 3 and comparison.support > _SHORT_TITLE):
        return False
    return abs(evidence.year_gap) > (_YEARS_APART if rule.rank <= 3 else _YEARS_APART_IF_SHORT)


def _subtitles_agree(title: Title, offered: Title, evidence: Evidence) -> bool:
    """Whether two subtitles behind the same name share enough words."""
    shared, share = shared_subtitle(title, offered)
    least = _SUBTITLES_ALIKE_IN_YEAR if evidence.year_gap in (0, 1) else _SUBTITLES_ALIKE
    return shared >= RULES[Reason.SAME_NAME].words and share >= least


def shared_subtitle(title: Title, offered: Title) -> tuple[int, float]:
    """How many words two subtitles share, and what share of the shorter one that is."""
    if not (title.tail and offered.tail and title.tail.stems and offered.tail.stems):
        return 0, 0.0
    shared = len(title.tail.stems & offered.tail.stems)
    return shared, shared / min(len(title.tail.stems), len(offered.tail.stems))


def refuse(title: Title, offered: Title, comparison: Comparison, evidence: Evidence) -> Reason:
    """Why a candidate is not accepted."""
    if comparison.reason in _CONFLICTS or comparison.reason is Reason.NAMES_DIFFER:
        return comparison.reason
    rule = RULES.get(comparison.reason)
    if evidence.authors is False and rule:
        return Reason.AUTHORS_DIFFER
    if evidence.abstract is False and rule and rule.rank == _SAME:
        return Reason.ABSTRACT_DIFFERS
    if rule and rule.rank == _SAME:
        return Reason.TOO_SHORT
    if comparison.reason is Reason.SAME_NAME and shared_subtitle(title, offered)[0] < _WORDS_OF_A_NAMESAKE:
        return Reason.TOO_DIFFERENT
    return Reason.UNCERTAIN if rule or comparison.score >= _WORTH_A_LOOK else Reason.TOO_DIFFERENT
