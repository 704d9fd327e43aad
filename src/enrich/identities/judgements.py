"""A person's decisions: the text of `judgements.csv` in, judgements by folded title out. A judgement beats any score.

Columns: `title`, `paper` (an identifier or URL in any spelling, or `none`: this title is no paper of any source), and
whatever else people want to note. This module reads no file.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from enrich.errors import UsageError
from enrich.identifiers import PaperIds, parse_acl_id, parse_arxiv_id, parse_doi, parse_paper_url, parse_s2_id
from enrich.titles import fold_title

NO_PAPER = "none"

Judgements = Mapping[str, PaperIds]


def parse_judgements(text: str, path: str = "judgements.csv") -> dict[str, PaperIds]:
    """The judgements by folded title; empty ids say "no paper". The last row of a title holds.

    Raises UsageError with file and line for a row that can't be understood.
    """
    rows = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))
    if not rows.fieldnames:
        return {}
    if missing := {"title", "paper"}.difference(rows.fieldnames):
        raise UsageError(f"{path}, line 1: no column {' and '.join(sorted(missing))}. Put `title,paper,note` there.")
    return {
        fold_title(row["title"]): _parse_paper(row["paper"] or "", f"{path}, line {rows.line_num}")
        for row in rows
        if row["title"]
    }


def _parse_paper(text: str, place: str) -> PaperIds:
    text = text.strip()
    if text.lower() == NO_PAPER:
        return PaperIds()
    if ids := parse_paper_id(text):
        return ids
    raise UsageError(
        f"{place}: {text!r} names no paper. Write an arXiv id, a DOI, the address of a paper, or `{NO_PAPER}`."
    )


def parse_paper_id(text: str) -> PaperIds:
    """The paper that an id names: "arxiv:2305.13245", "doi:10...", "s2:12345", an ACL id or a URL; empty if none."""
    if "://" in text:
        return parse_paper_url(text)
    if arxiv_id := parse_arxiv_id(text):
        return PaperIds(arxiv_id=arxiv_id)
    if doi := parse_doi(text):
        return PaperIds(doi=doi)
    if acl_id := parse_acl_id(text):
        return PaperIds(acl_id=acl_id)
    s2 = parse_s2_id(text.replace("s2:", "CorpusId:", 1) if text.startswith("s2:") else text)
    return PaperIds(s2_corpus_id=s2) if isinstance(s2, int) else PaperIds(s2_paper_id=s2)
