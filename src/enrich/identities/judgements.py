"""A person's decisions: the text of `judgements.csv` in, judgements by folded title out. A judgement beats any score.

Columns: `title`, `paper` (an identifier or URL in any spelling, or `none`: this title is no paper of any source), and
whatever else people want to note. Separated by commas, or by semicolons or tabs as some spreadsheets do. This module
reads no file.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from enrich.cells import as_cell, from_cell
from enrich.errors import UsageError
from enrich.identifiers import PaperIds, parse_acl_id, parse_arxiv_id, parse_doi, parse_paper_url, parse_s2_id
from enrich.titles import fold_title

NO_PAPER = "none"
_COLUMNS = ("title", "paper", "note")

Judgements = Mapping[str, PaperIds]


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decided about a title, in that person's words, and what it means."""

    title: str
    paper: str
    note: str
    ids: PaperIds


def parse_judgements(text: str, path: str = "judgements.csv") -> dict[str, PaperIds]:
    """The judgements by folded title; empty ids say "no paper". The last row of a title holds.

    Raises UsageError with file and line for a row that can't be understood.
    """
    return {fold_title(decision.title): decision.ids for decision in _decisions(text, path)}


def parse_decisions(text: str, path: str) -> list[Decision]:
    """The rows of a review whose `paper` somebody has filled in; the others stay open.

    Raises UsageError with file and line for a row that can't be understood, or that contradicts an earlier one.
    """
    decided: dict[str, Decision] = {}
    for decision in _decisions(text, path, skip_open=True):
        known = decided.setdefault(fold_title(decision.title), decision)
        if known.ids != decision.ids:
            raise UsageError(
                f"{path}: {decision.title!r} is {known.paper} in one row and {decision.paper} in another. Keep one."
            )
    return list(decided.values())


def add_judgements(text: str, decisions: Iterable[Decision], path: str = "judgements.csv") -> tuple[str, int]:
    """The text of `judgements.csv` with the decisions it does not hold yet behind the others, and how many those are.

    What was decided otherwise before stays in the file as a note of the past: the last row of a title holds.
    """
    held = parse_judgements(text, path)
    new = [one for one in decisions if held.get(fold_title(one.title)) != one.ids]
    separator = _separator(text)
    names = next(csv.reader(io.StringIO(text), delimiter=separator), None) or list(_COLUMNS)
    added = io.StringIO()
    writer = csv.DictWriter(added, names, extrasaction="ignore", delimiter=separator, lineterminator="\n")
    if not text.strip():
        text = ""
        writer.writeheader()
    for one in new:
        writer.writerow({"title": as_cell(one.title), "paper": as_cell(one.paper), "note": as_cell(one.note)})
    gap = "" if not text or text.endswith("\n") else "\n"
    return (f"{text}{gap}{added.getvalue()}" if new else text), len(new)


def _decisions(text: str, path: str, *, skip_open: bool = False) -> Iterator[Decision]:
    """The rows that say something, checked one by one. With `skip_open`, a row without a paper is not yet decided."""
    for place, row in _rows(text, path):
        title, paper = from_cell(row["title"]).strip(), from_cell(row["paper"]).strip()
        if not (title or paper) or (skip_open and not paper):
            continue
        if not fold_title(title):
            raise UsageError(f"{place}: no title stands beside {paper!r}. Write the title as the document spells it.")
        yield Decision(title, paper, from_cell(row.get("note") or "").strip(), _parse_paper(paper, place))


def _rows(text: str, path: str) -> Iterator[tuple[str, dict[str, str]]]:
    """The rows with the place where each ends. Raises UsageError for what is no table of titles and papers."""
    text = text.removeprefix("\ufeff")
    rows = csv.DictReader(io.StringIO(text, newline=""), restval="", delimiter=_separator(text), strict=True)
    try:
        if not rows.fieldnames:
            return
        if missing := {"title", "paper"}.difference(rows.fieldnames):
            raise UsageError(
                f"{path}, line 1: no column {' and '.join(sorted(missing))}. Put `title,paper,note` there."
            )
        for row in rows:
            place = f"{path}, line {rows.line_num}"
            if None in row:
                raise UsageError(f'{place}: more cells than columns. Put a title that has commas in "double quotes".')
            yield place, row
    except csv.Error as error:
        place = f"{path}, line {rows.line_num + 1}"
        raise UsageError(f"{place}: no row of CSV ({error}). Quote whole cells, double the quotes inside.") from None


def _separator(text: str) -> str:
    """What stands between the cells, told by the first line, which holds names of columns only."""
    header = text.partition("\n")[0]
    return max(",;\t", key=header.count)


def _parse_paper(text: str, place: str) -> PaperIds:
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
