"""`enrich catalog`: builds the local title index, brings it up to date, and says what is in it."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from enrich.settings import Settings, read_settings
from enrich.sources.catalog_bulk import build_catalog
from enrich.sources.catalog_layers import Layers, changes_beside, open_layers
from enrich.sources.catalog_sync import Synced, shipped, sync_catalog
from enrich.terminal import BarProgress, say, write_records

_COLUMNS = ("titles", "changed", "skipped", "observed_at", "synced_at", "origin", "bytes", "path")


def build(file: Path) -> None:
    """Builds the index from arXiv's bulk file and puts it in the place of the last one in one step."""
    target = read_settings().catalog
    built = build_catalog(file, target)
    info = built.info
    say(f"{target} holds {info.titles:,} titles as of {info.observed_at[:10]}.")
    if built.first_skipped:
        say(f"Records without id or title, left out: {info.skipped:,}; the first is in line {built.first_skipped:,}.")


def sync() -> None:
    """Asks arXiv for what has changed since the index was built or synced, and works it in."""
    settings = read_settings()
    if not settings.catalog.exists():
        say(
            f"There is no index at {settings.catalog} yet, so arXiv is asked for all its papers: more than 2,000 "
            "pages, hours at the pace it allows. `enrich catalog build` with its bulk file takes minutes. What was "
            "fetched is kept if you stop."
        )
    synced = asyncio.run(_sync(settings))
    say(
        f"{settings.catalog} holds {synced.titles:,} titles as of {synced.observed_at[:10]}: "
        f"{synced.changed:,} came or changed, {synced.removed:,} were removed."
    )


async def _sync(settings: Settings) -> Synced:
    with BarProgress(shown=sys.stderr.isatty()) as progress:
        return await sync_catalog(settings, progress=progress)


def print_info(form: str) -> None:
    """Writes how many titles the index in use holds, of which date, from where, when it was synced, how large it is."""
    path = read_settings().catalog
    built = path.exists()
    layers = open_layers(path) if built else shipped()
    info = layers.info
    record = {
        "titles": info.titles,
        "changed": layers.changed,
        "skipped": info.skipped,
        "observed_at": info.observed_at,
        "synced_at": info.synced_at or None,
        "origin": info.origin,
        "bytes": _size(path, layers) if built else None,
        "path": str(path) if built else "shipped with enrich",
    }
    write_records([record], _COLUMNS, form)


def _size(path: Path, layers: Layers) -> int:
    """The bytes of the files that are read."""
    return path.stat().st_size + (changes_beside(path).stat().st_size if layers.changes else 0)
