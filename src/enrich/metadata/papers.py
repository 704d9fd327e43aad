"""Rows of `papers` and `authorships`: a group of mentions and what was heard about it in, rows out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from enrich.metadata.findings import ARXIV_SOURCES, S2_SOURCE, Heard
from enrich.metadata.grouping import Claim, Group
from enrich.metadata.past import Past
from enrich.metadata.precedence import DATED_COLUMNS, STATED_COLUMNS, Witness, believe, spoke_at
from enrich.records import Author, Identity, Outcome, Status
from enrich.schema import AuthorshipRow, PaperRow, RepositoryRow
from enrich.titles import fold_title

# A paper is as well identified as the best of its mentions.
_OUTCOMES = (Outcome.MATCHED, Outcome.UNRESOLVED, Outcome.NOT_FOUND)
NOBODY_ASKED = "not_asked"


@dataclass(frozen=True, slots=True)
class Standing:
    """How a group of values came to be: its status, who gave it, and when."""

    status: Status
    source: str | None = None
    observed_at: datetime | None = None


def paper_row(
    group: Group,
    before: PaperRow | None,
    witnesses: Sequence[Witness],
    repository: RepositoryRow | None,
    name: str | None,
) -> PaperRow:
    """The row of one paper. `before` is the row it had in the previous version, `repository` the row of its repository,
    and `name` that repository as documents spell it.
    """
    identity = best_identity(group.claims)
    arxiv = stand(ARXIV_SOURCES, group, before)
    scholar = stand((S2_SOURCE,), group, before)
    return PaperRow(
        paper_id=group.paper_id,
        arxiv_id=group.ids.arxiv_id,
        s2_paper_id=group.ids.s2_paper_id,
        s2_corpus_id=group.ids.s2_corpus_id,
        doi=group.ids.doi,
        acl_id=group.ids.acl_id,
        **_believed(witnesses),
        repository=(repository.full_name if repository else None) or name,
        stars=repository.stars if repository else None,
        mention_count=len(group.claims),
        outcome=identity.outcome if identity else Outcome.UNRESOLVED,
        reason=identity.reason if identity else NOBODY_ASKED,
        arxiv_status=arxiv.status,
        arxiv_source=arxiv.source,
        arxiv_observed_at=arxiv.observed_at,
        s2_status=scholar.status,
        s2_observed_at=scholar.observed_at,
        github_status=repository.status if repository else Status.NOT_ASKED,
        github_observed_at=repository.observed_at if repository else None,
    )


def _believed(witnesses: Sequence[Witness]) -> dict[str, Any]:
    """Every stated column with the value of the source that is believed, and who it was where the table says so."""
    values: dict[str, Any] = {}
    for name in STATED_COLUMNS:
        witness = believe(name, witnesses)
        values[name] = _plain(witness.state(name)) if witness else _EMPTY.get(name)
        if name in DATED_COLUMNS:
            values[f"{name}_source"] = witness.source if witness else None
            values[f"{name}_observed_at"] = witness.observed_at if witness else None
    return values


_EMPTY: Mapping[str, Any] = {"authors": (), "categories": (), "fields_of_study": ()}


def _plain(value: Any) -> Any:
    if isinstance(value, tuple) and value and isinstance(value[0], Author):
        return tuple(author.name for author in value)
    return value


def stand(sources: Sequence[str], group: Group, before: PaperRow | None) -> Standing:
    """The standing of values that any of `sources` may give, the first being the one that is asked for them."""
    heard = {answer.source: answer for answer in group.answers}
    for source in sources:
        if heard[source].status is Status.OK:
            return Standing(Status.OK, source, heard[source].observed_at)
        if before and not heard[source].answered and (spoke := spoke_at(before, source)):
            return Standing(Status.CARRIED, source, spoke)
    return _absence([heard[source] for source in sources])


def _absence(heard: Sequence[Heard]) -> Standing:
    """Why there is no value. Only the first source's own "no" is a "no"; a stand-in may lack what the first has."""
    if heard[0].status is Status.NOT_FOUND:
        return Standing(Status.NOT_FOUND, None, heard[0].observed_at)
    unreachable = any(answer.status is Status.UNREACHABLE for answer in heard)
    return Standing(Status.UNREACHABLE if unreachable else Status.NOT_ASKED)


def best_identity(claims: Sequence[Claim]) -> Identity | None:
    """The best of what was decided about some mentions; None if nothing was."""
    identities = [claim.identity for claim in claims if claim.identity]
    return min(identities, key=lambda one: (_OUTCOMES.index(one.outcome), -(one.score or 0)), default=None)


def authorship_rows(group: Group, row: PaperRow, past: Past) -> list[AuthorshipRow]:
    """The authors of a paper in order, with Semantic Scholar's numbers where its list tells who is who."""
    scholar = next(answer.record for answer in group.answers if answer.source == S2_SOURCE)
    numbers = _number_authors(row.authors, scholar.authors) if scholar else {}
    before = past.s2_author_ids(group.before) if group.before and not scholar else {}
    return [
        AuthorshipRow(
            paper_id=row.paper_id,
            position=place,
            name=name,
            s2_author_id=numbers.get(place) or before.get((place, name)),
        )
        for place, name in enumerate(row.authors, start=1)
    ]


def _number_authors(names: Sequence[str], authors: Sequence[Author]) -> dict[int, str]:
    """Semantic Scholar respells names, so surnames are compared, at the same place in a list of the same length.

    In a list of another length, only a surname that each list has once tells who is who.
    """
    ours, theirs = [_surname(name) for name in names], [_surname(author.name) for author in authors]
    numbers: dict[int, str] = {}
    for index, surname in enumerate(ours):
        if len(ours) == len(theirs):
            other = index if theirs[index] == surname else None
        else:
            other = theirs.index(surname) if ours.count(surname) == theirs.count(surname) == 1 else None
        if other is not None and (number := authors[other].s2_author_id):
            numbers[index + 1] = number
    return numbers


def _surname(name: str) -> str:
    """The folded surname of "Given Surname" and of "Surname, Given"."""
    folded = fold_title(name.split(",")[0]).split()
    return folded[-1] if folded else ""
