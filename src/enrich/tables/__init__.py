"""Tables: rows in, published versions out, and back again for those who read them.

A version is a folder named after its moment, with a Parquet file a table, `datapackage.json` and `summary.json`. It is
written as a hidden draft, checked, published by one atomic step and never written to again. Nothing here knows
services, identities or documents; what the tables are is declared in `enrich.schema`.
"""

from enrich.tables.changes import Change, Diff, diff
from enrich.tables.dictionary import data_dictionary
from enrich.tables.export import ExportFormat, export_papers
from enrich.tables.histories import METRICS, history
from enrich.tables.integrity import Problem
from enrich.tables.losses import check_acceptable
from enrich.tables.opened import OpenedVersion
from enrich.tables.publishing import publish
from enrich.tables.reading import check_version, load_table, open_version, previous_tables, prune, versions
from enrich.tables.summary import DocumentCount, Summary, summarize

__all__ = [
    "METRICS",
    "Change",
    "Diff",
    "DocumentCount",
    "ExportFormat",
    "OpenedVersion",
    "Problem",
    "Summary",
    "check_acceptable",
    "check_version",
    "data_dictionary",
    "diff",
    "export_papers",
    "history",
    "load_table",
    "open_version",
    "previous_tables",
    "prune",
    "publish",
    "summarize",
    "versions",
]
