"""Tables: rows in, published versions out, and back again for those who read them.

A version is a folder named after its moment, with a Parquet file a table, `datapackage.json` and `summary.json`. It is
written as a hidden draft, checked, published by one atomic step and never written to again. Nothing here knows
services, identities or documents; what the tables are is declared in `enrich.schema`.
"""

from enrich.tables.integrity import Problem
from enrich.tables.losses import ACCEPTABLE
from enrich.tables.opened import OpenedVersion
from enrich.tables.publishing import publish
from enrich.tables.summary import DocumentCount, Summary, summarize
from enrich.tables.versions import check_version, load_table, open_version, previous_tables, prune, versions

__all__ = [
    "ACCEPTABLE",
    "DocumentCount",
    "OpenedVersion",
    "Problem",
    "Summary",
    "check_version",
    "load_table",
    "open_version",
    "previous_tables",
    "prune",
    "publish",
    "summarize",
    "versions",
]
