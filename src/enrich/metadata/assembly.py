"""All rows of a version: findings and the previous version in, a `TableSet` out. The clock comes as an argument."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from datetime import datetime

from enrich.metadata.aliases import find_aliases, rename_entities
from enrich.metadata.findings import Findings
from enrich.metadata.grouping import group_mentions
from enrich.metadata.listings import document_row, first_readings, identity_rows, mention_rows
from enrich.metadata.observations import extend_history, observe_papers, observe_repositories
from enrich.metadata.papers import authorship_rows, paper_row
from enrich.metadata.past import Past
from enrich.metadata.precedence import witnesses_of
from enrich.metadata.repositories import claim_repositories
from enrich.metadata.repository_rows import choose_repository, paper_repository_rows, repository_row
from enrich.schema import (
    AuthorshipRow,
    DocumentRow,
    IdentityRow,
    MentionRow,
    ObservationRow,
    PaperAliasRow,
    PaperRepositoryRow,
    PaperRow,
    RepositoryRow,
    Row,
    TableSet,
    row_key,
)


def assemble(findings: Findings, previous: TableSet | None, now: datetime) -> TableSet:
    """The rows of every table, sorted by key. The same findings and the same previous version give the same rows.

    `previous` is the last published version: values that could not be refreshed are carried from it, with their own
    time. `now` (UTC) dates only what was read or decided for the first time.
    """
    past = Past(previous)
    groups = group_mentions(findings, past)
    read_at = first_readings(findings, past, now)
    repositories = claim_repositories(groups, findings, past)
    repository_rows = {name: repository_row(name, findings.github.get(name), past) for name in repositories.names}

    papers: list[PaperRow] = []
    authorships: list[AuthorshipRow] = []
    for group in sorted(groups, key=lambda group: group.before or ""):  # the order in which Past reads fastest
        repository, name = choose_repository(repositories.claims.get(group.paper_id, ()), repository_rows)
        before = past.paper(group.before)
        row = paper_row(group, before, witnesses_of(group, before, read_at), repository, name)
        papers.append(row)
        authorships.extend(authorship_rows(group, row, past))

    aliases = find_aliases(groups, past)
    observed = itertools.chain(observe_papers(papers), observe_repositories(repository_rows.values()))
    history = extend_history(past.observations, observed, rename_entities(aliases, past))
    rows: dict[type[Row], Iterable[Row]] = {
        DocumentRow: [document_row(*pair, read_at[pair[0].document_id]) for pair in findings.documents],
        MentionRow: mention_rows(findings, groups),
        PaperRow: papers,
        AuthorshipRow: authorships,
        RepositoryRow: repository_rows.values(),
        PaperRepositoryRow: paper_repository_rows(repositories, repository_rows),
        IdentityRow: identity_rows(groups, aliases, past, now),
        PaperAliasRow: [PaperAliasRow(old_paper_id=old, paper_id=new) for old, new in aliases.items()],
    }
    ordered = {table: tuple(sorted(found, key=row_key(table))) for table, found in rows.items()}
    ordered[ObservationRow] = tuple(history)  # in the order of keys already, and by far the most rows
    return TableSet(ordered, based_on=past.version)
