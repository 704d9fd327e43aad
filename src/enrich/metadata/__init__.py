"""Metadata: what was found in, rows of every table out. Pure: no file, no network, no clock.

`repositories_of` says which repositories are worth asking GitHub about, `papers_without_repository` which papers have
none to ask about; `assemble` makes the rows. A value comes from the first source that states it
(`schema.Column.sources`), or is carried from the previous version with its own time. An outage never becomes "not
found", and null never becomes 0.
"""

from enrich.metadata.assembly import assemble
from enrich.metadata.findings import Findings
from enrich.metadata.memory import remembered_identities
from enrich.metadata.repositories import Repositories, papers_without_repository, repositories_of

__all__ = [
    "Findings",
    "Repositories",
    "assemble",
    "papers_without_repository",
    "remembered_identities",
    "repositories_of",
]
