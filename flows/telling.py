"""What a refresh did, where people and automations look for it: artifacts of the flow run, an event, a data asset.

In: the Summary of a published version. Out: a text, a link and tables in the UI; the event `enrich.version.published`;
the materialization of the published folder from the documents and the services that were asked.
"""

from __future__ import annotations

import re
from pathlib import Path

from prefect.artifacts import acreate_link_artifact, acreate_markdown_artifact, acreate_table_artifact
from prefect.assets import Asset, AssetProperties, materialize
from prefect.cache_policies import NO_CACHE
from prefect.events import emit_event

from enrich.errors import VersionNotFound
from enrich.settings import Settings
from enrich.tables import Diff, Summary, diff
from flows.wording import coverage, movers, outcomes, services, text

PUBLISHED = "enrich.version.published"
# What Prefect takes in no key of an asset.
_RESTRICTED = re.compile(r"""[\s\0#?&%"'<>\[\]{}|\\^`]""")


async def tell(summary: Summary, settings: Settings) -> None:
    """Shows what the run did, and announces the version."""
    changes = _changes(summary, settings)
    place = f"{_address(settings.processed)}/{summary.version}"
    words = text(summary, changes, settings.processed)
    await acreate_markdown_artifact(words, key="summary", description="What the run did")
    await acreate_link_artifact(place, link_text=place, key="version", description="Where the version lies")
    tables = {
        "coverage": (coverage(summary), "How each document fared"),
        "outcomes": (outcomes(summary), "Why papers were matched, or were not"),
        "services": (services(summary), "What was asked of each service"),
        "movers": (movers(changes), "The counts that moved most since the last version"),
    }
    for key, (rows, description) in tables.items():
        if rows:
            await acreate_table_artifact(rows, key=key, description=description)
    await _announce(summary, settings, place)


def _changes(summary: Summary, settings: Settings) -> Diff | None:
    try:
        return diff(settings.processed, after=summary.version or "latest")
    except VersionNotFound:  # it is the first
        return None


async def _announce(summary: Summary, settings: Settings, place: str) -> None:
    """Emits the event, and tells what the version was made from; the asset is the folder, which outlives versions."""
    folder = _asset(_address(settings.processed), "Published versions")
    numbers = {"version": summary.version, "papers": summary.papers, **summary.outcomes, "simulated": summary.simulated}
    asked = [_asset(getattr(settings, f"{usage.source}_url"), usage.source) for usage in summary.services]

    @materialize(
        folder,
        by="enrich",
        asset_deps=[_asset(_address(settings.raw), "Documents"), *asked],
        name="announce version",
        task_run_name=f"announce version {summary.version}",
        cache_policy=NO_CACHE,
        persist_result=False,
    )
    async def announce() -> None:
        folder.add_metadata(numbers)
        resource = {"prefect.resource.id": place, "prefect.resource.name": str(summary.version)}
        related = [{"prefect.resource.id": folder.key, "prefect.resource.role": "asset"}]
        emit_event(event=PUBLISHED, resource=resource, related=related, payload=numbers)

    await announce()


def _asset(address: str, name: str) -> Asset:
    return Asset(key=_RESTRICTED.sub("_", address), properties=AssetProperties(name=name))


def _address(folder: str | Path) -> str:
    """A folder as a URL, as that of an object store is already."""
    return str(folder).rstrip("/") if "://" in str(folder) else f"file://{Path(folder).resolve().as_posix()}"
