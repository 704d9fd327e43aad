"""`enrich versions`, `show`, `top`, `check`: what published versions hold. Nothing here changes one."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

from enrich.errors import CheckFailed, UsageError, VersionNotFound
from enrich.identities import parse_paper_id
from enrich.schema import MentionRow, PaperAliasRow, PaperRow
from enrich.tables import OpenedVersion, check_version, open_version
from enrich.tables import versions as list_versions
from enrich.terminal import say, write_records, write_table
from enrich.titles import fold_title

_VERSION_COLUMNS = ("version", "published_at", "documents", "papers", "matched", "not_found", "unresolved", "simulated")
_TOP_COLUMNS = ("place", "citation_count", "stars", "mention_count", "year", "paper_id", "title")


def print_versions(folder: str, form: str) -> None:
    """Writes one record a published version, oldest first."""
    published = list_versions(folder)
    if not published:
        raise VersionNotFound(f"{folder} holds no version yet: `enrich run` publishes one.")
    write_records((_version_record(version) for version in published), _VERSION_COLUMNS, form)


def _version_record(version: OpenedVersion) -> dict[str, object]:
    summary = version.summary()
    return {
        "version": version.name,
        "published_at": version.published_at,
        "documents": summary.documents,
        "papers": summary.papers,
        **summary.outcomes,
        "simulated": summary.simulated,
    }


def print_paper(wanted: str, version: str, folder: str, form: str) -> None:
    """Writes all that a version knows about one paper. Raises UsageError unless exactly one is meant."""
    opened = open_version(folder, version)
    tables = opened.rows((PaperRow, MentionRow, PaperAliasRow))
    aliases = {row.old_paper_id: row.paper_id for row in tables.of(PaperAliasRow)}
    paper = find_paper(wanted, tables.of(PaperRow), aliases, opened.name)
    mentions = [row for row in tables.of(MentionRow) if row.paper_id == paper.paper_id]
    record: dict[str, Any] = dataclasses.asdict(paper)
    record["mentions"] = [f"{row.document_id}:{row.line} {row.title}" for row in mentions]
    if form == "table":
        write_table(("field", "value"), record.items())
    else:
        write_records([record], tuple(record), form)


def find_paper(wanted: str, papers: Sequence[PaperRow], aliases: dict[str, str], version: str) -> PaperRow:
    """The paper of this id, earlier id or title; else the only one whose title holds these words."""
    by_id = {row.paper_id: row for row in papers}
    ids = parse_paper_id(wanted)
    for name in (wanted, aliases.get(wanted), ids.paper_id):
        if name in by_id:
            return by_id[name]
    if found := [row for row in papers if ids.doi and row.doi == ids.doi]:
        return found[0]
    folded = fold_title(wanted)
    equal = [row for row in papers if fold_title(row.title) == folded]
    near = equal or [row for row in papers if folded and folded in fold_title(row.title)]
    if len(near) == 1:
        return near[0]
    if near:
        names = "; ".join(f"{row.paper_id} {row.title}" for row in near[:5])
        raise UsageError(
            f"{len(near)} papers of {version} have {wanted!r} in their title: {names}. Name one by its id."
        )
    raise UsageError(f"No paper of {version} has the id or the title {wanted!r}.")


def print_top(by: str, limit: int, version: str, folder: str, form: str) -> None:
    """Writes the papers with the highest counts; those whose count is not known are left out."""
    opened = open_version(folder, version)
    papers = opened.rows((PaperRow,)).of(PaperRow)
    counted = [row for row in papers if getattr(row, by) is not None]
    counted.sort(key=lambda row: (-getattr(row, by), row.paper_id))
    records = [
        {"place": place, **{name: getattr(row, name) for name in _TOP_COLUMNS[1:]}}
        for place, row in enumerate(counted[:limit], start=1)
    ]
    write_records(records, _TOP_COLUMNS, form)
    if not records:
        say(f"No paper of {opened.name} has a known {by}. What was asked, and when: `enrich show PAPER`.")


def check(version: str, folder: str, form: str) -> None:
    """Verifies a version and says so, as JSON also on stdout; raises CheckFailed with everything that is wrong."""
    opened = open_version(folder, version)
    problems = [str(problem) for problem in check_version(folder, opened.name)]
    if form == "jsonl":
        write_records([{"version": opened.name, "place": opened.place, "problems": problems}], (), form)
    if problems:
        raise CheckFailed("; ".join(problems))
    say(f"{opened.place}: hashes, schema, keys, references and units are as they must be.")
