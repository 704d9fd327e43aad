"""`enrich catalog`: builds the local title index, and says what is in it."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from enrich.settings import read_settings
from enrich.sources.catalog import open_catalog
from enrich.sources.catalog_bulk import build_catalog
from enrich.sources.catalog_index import IndexInfo
from enrich.terminal import say, write_records

_COLUMNS = ("titles", "observed_at", "origin", "skipped", "path")


def build(file: Path) -> None:
    """Builds the index from arXiv's bulk file and puts it in the place of the last one in one step."""
    target = read_settings().catalog
    info = build_catalog(file, target)
    say(f"{target} holds {info.titles:,} titles of {info.observed_at[:10]}; {info.skipped:,} records had none.")


def print_info(form: str) -> None:
    """Writes how many titles the index in use holds, of which date, and from where."""
    settings = read_settings()
    info: IndexInfo = open_catalog(settings).info
    path = str(settings.catalog) if settings.catalog.exists() else "shipped with enrich"
    write_records([dataclasses.asdict(info) | {"path": path}], _COLUMNS, form)
