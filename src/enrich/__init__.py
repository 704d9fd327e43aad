"""`enrich`: from lists of papers to tables about those papers.

The rooms, in the order in which data walks through them:

1. `documents`   bytes                 -> Document
2. `mentions`    Document              -> Mention      (pure)
3. `identities`  Mention + Candidate   -> Identity     (pure)
4. `metadata`    Identity + Lookup     -> rows         (pure)
5. `tables`      rows                  -> data/processed/<version>/*.parquet

`sources` is the outside world that offers candidates and facts, `pipeline` the one place that joins the rooms.
`walks` is its part in which titles go from service to service, `planning` the same story against imagined services.

For notebooks, this module has four verbs that give pandas frames: `load`, `versions`, `diff` and `history`. `processed`
is the folder of the versions; without it, the one of the settings (ENRICH_PROCESSED, enrich.toml, data/processed).
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["diff", "history", "load", "versions"]


def load(
    table: str, version: str = "latest", processed: str | Path | None = None, as_of: str | date | None = None
) -> pd.DataFrame:
    """A table of a version: `load("papers")`, `load("papers", "20261101")`, `load("papers", as_of="2026-11-01")`.

    `version` is "latest", a version's name or the beginning of one; `as_of` (a date, a time in ISO 8601, UTC unless it
    says otherwise) takes the version that was the latest then, a bare date meaning its end. Columns and units are those
    of the data dictionary. Raises UsageError for an unknown table, VersionNotFound for an unknown version.
    """
    from enrich.tables import load_table

    frame: pd.DataFrame = load_table(_folder(processed), table, version, as_of=_moment(as_of)).to_pandas()
    return frame


def versions(processed: str | Path | None = None) -> pd.DataFrame:
    """The published versions, oldest first: name, time, counts, outcomes of papers, whether simulated, path."""
    import pandas as pd

    from enrich.tables import versions as published

    outcomes = ["matched", "not_found", "unresolved"]
    columns = ["version", "published_at", "documents", "mentions", "papers", *outcomes, "simulated", "path"]
    rows = []
    for opened in published(_folder(processed)):
        summary = opened.summary()
        counts = [
            summary.documents,
            summary.mentions,
            summary.papers,
            *(summary.outcomes[name] for name in outcomes),
        ]
        rows.append([opened.name, opened.published_at, *counts, summary.simulated, opened.place])
    return pd.DataFrame(rows, columns=columns)


def diff(before: str | None = None, after: str = "latest", processed: str | Path | None = None) -> pd.DataFrame:
    """What changed between two versions, a row a change: what, table, key, label, column, before, after.

    `before` is by default the version published before `after`. `what` is added, gone, changed or renamed.
    """
    import dataclasses

    import pandas as pd

    from enrich.tables import Change
    from enrich.tables import diff as find_changes

    changes = find_changes(_folder(processed), before, after).changes
    columns = [field.name for field in dataclasses.fields(Change)]
    return pd.DataFrame([dataclasses.asdict(change) for change in changes], columns=columns)


def history(metric: str, processed: str | Path | None = None) -> pd.DataFrame:
    """How a count moved: entity_id, name, value, first_observed_at, last_observed_at, by entity and time.

    `metric` is citation_count, influential_citation_count, reference_count, stars or forks. A row is a stretch of time
    in which the count was seen with one value.
    """
    import dataclasses

    import pandas as pd

    from enrich.tables import history as find_history

    folder = _folder(processed)
    rows = [dataclasses.asdict(row) for row in find_history(folder, metric)]
    columns = ["entity_id", "value", "first_observed_at", "last_observed_at"]
    frame = pd.DataFrame(rows, columns=columns)
    frame.insert(1, "name", frame["entity_id"].map(_entity_names(folder)))
    return frame


def _entity_names(folder: str) -> dict[str, str]:
    """What people call the entities of the latest version: titles of papers, names of repositories."""
    papers, repositories = load("papers", processed=folder), load("repositories", processed=folder)
    known = repositories.dropna(subset=["repository_id", "full_name"])
    numbers = known["repository_id"].astype("int64").map("github:{}".format)
    return dict(zip(papers["paper_id"], papers["title"], strict=True)) | dict(
        zip(numbers, known["full_name"], strict=True)
    )


def _folder(processed: str | Path | None) -> str:
    if processed is not None:
        return str(processed)
    from enrich.settings import read_settings

    return read_settings().processed


def _moment(as_of: str | date | None) -> datetime | None:
    if as_of is None:
        return None
    if isinstance(as_of, str):
        as_of = _parse_moment(as_of)
    if not isinstance(as_of, datetime):
        as_of = datetime.combine(as_of, time.max)
    return as_of if as_of.tzinfo else as_of.replace(tzinfo=UTC)


def _parse_moment(text: str) -> date:
    from enrich.errors import UsageError

    try:
        return date.fromisoformat(text) if len(text) == len("2026-11-01") else datetime.fromisoformat(text)
    except ValueError:
        raise UsageError(f"as_of={text!r} is no date: write 2026-11-01 or 2026-11-01T06:00.") from None
