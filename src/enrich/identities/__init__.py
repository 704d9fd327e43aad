"""Which paper a listed title means, or why that can't be said: `Mention` and `Candidate`s in, `Identity` out. Pure.

A wrong identity is worse than none. The order in which evidence counts is told in `resolution`; a title that has to be
looked up goes through three modules:

    blocking     titles -> keys             which papers are worth a comparison; index and query meet there
    comparison   two titles -> Comparison   how they relate; by `forms` (what is compared), `annotations` and
                                            `surroundings` (what lists put around titles), `alignment` and `words`
    decision     Comparisons -> Identity    whether that names one paper; by `evidence` (what speaks beside the title),
                                            `candidates` (several sources, one paper) and `acceptance` (the rules)
"""

from enrich.identities.decision import decide
from enrich.identities.judgements import add_judgements, parse_decisions, parse_judgements, parse_paper_id
from enrich.identities.reasons import EXPLANATIONS, Reason
from enrich.identities.resolution import (
    resolve_known,
    resolve_offered,
    titles_to_ask,
    with_linked_title,
    with_remembered,
)
from enrich.identities.review import in_words, open_cases, review_records, write_review

__all__ = [
    "EXPLANATIONS",
    "Reason",
    "add_judgements",
    "decide",
    "in_words",
    "open_cases",
    "parse_decisions",
    "parse_judgements",
    "parse_paper_id",
    "resolve_known",
    "resolve_offered",
    "review_records",
    "titles_to_ask",
    "with_linked_title",
    "with_remembered",
    "write_review",
]
