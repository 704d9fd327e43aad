"""Brings the catalog up to date with what arXiv has changed since: new papers, new titles, removed papers.

Settings in, files out. What has changed goes into a small index beside the large one (`catalog_layers`); where that
would grow beyond a share of the large one, or there is none yet, the large one is written anew. Nothing is written
before all pages are here, and then in one step: a sync that is killed leaves the catalog as it was, and its pages kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from enrich.errors import CatalogError
from enrich.sources.arxiv_oai import Harvest, Harvested, read_page, service
from enrich.sources.arxiv_oai_page import Change
from enrich.sources.catalog_build import Origin, build_index, index_in_memory
from enrich.sources.catalog_facts import STARTER, STARTER_OBSERVED_AT, Facts, read_starter
from enrich.sources.catalog_index import IndexInfo
from enrich.sources.catalog_layers import Layers, changes_beside, files_state, open_layers

if TYPE_CHECKING:
    import httpx
    import numpy as np
    import numpy.typing as npt

    from enrich.settings import Settings
    from enrich.sources.clock import Clock
    from enrich.sources.modes import Progress
    from enrich.sources.transport import Transport

ORIGIN = "arXiv's OAI-PMH"
# A page of 1,300 records may take a minute and a half in a bad hour.
_DEADLINE_SECONDS = 120.0
# Days are those of arXiv's clock, and its nightly update ends after midnight UTC.
_OVERLAP = timedelta(days=1)
# The share of the index that its changes may grow to. They are written anew at every sync, the index is not: a fiftieth
# of 2.7 million titles is five weeks of arXiv, and takes some seconds.
_CHANGED_SHARE = 0.02
_CHANGED_ANYWAY = 1_000


@dataclass(frozen=True, slots=True)
class Synced:
    """What a sync did. `changed` counts papers that are new or have new facts, `removed` those that arXiv took away."""

    changed: int
    removed: int
    titles: int
    observed_at: str
    written_anew: bool


async def sync_catalog(
    settings: Settings,
    *,
    clock: Clock | None = None,
    progress: Progress | None = None,
    network: httpx.AsyncBaseTransport | None = None,
) -> Synced:
    """Asks arXiv for what has changed since the catalog was built or synced, and works it in.

    Raises SourceUnavailable where arXiv can't be asked (the pages so far stay kept), CatalogError where the catalog
    can't be read or written, or was replaced meanwhile.
    """
    before = files_state(settings.catalog)
    layers = _layers(settings.catalog)
    transport = _transport(settings, clock, network)
    try:
        harvest = Harvest(transport, service(settings.arxiv_oai_url, settings.arxiv_url), progress)
        harvested = await harvest.run(_since(layers.info), _after(layers.info))
    finally:
        await transport.aclose()
    if files_state(settings.catalog) != before:
        raise CatalogError(f"{settings.catalog} was replaced meanwhile. Run `enrich catalog sync` again.")
    return work_in(harvested, layers, settings.catalog)


def _transport(settings: Settings, clock: Clock | None, network: httpx.AsyncBaseTransport | None) -> Transport:
    from enrich.sources.clock import SystemClock
    from enrich.sources.ledger import Ledger
    from enrich.sources.limiter import state_folder
    from enrich.sources.transport import Transport

    return Transport(
        clock or SystemClock(),
        Ledger(settings.answers_folder),
        time_scale=settings.time_scale,
        deadline=max(settings.request_deadline, _DEADLINE_SECONDS),
        contact=settings.contact,
        state=state_folder(settings.state),
        network=network,
    )


def work_in(harvested: Harvested, layers: Layers, path: Path) -> Synced:
    """Writes the index or its changes, with what was harvested."""
    merge = _Merge(layers, harvested)
    observed_at, synced_at = f"{harvested.answered_on}T00:00:00+00:00", harvested.last_answer_at.isoformat()
    anew = not path.exists() or _is_large(harvested.changes + layers.changed, layers)
    if anew:
        origin = ORIGIN if layers.base.info.origin == STARTER else layers.base.info.origin
        build_index(merge.all_papers(), path, Origin(origin, lambda: observed_at, synced_at))
        changes_beside(path).unlink(missing_ok=True)
    else:
        base = layers.base.info.build
        origin_of_changes = Origin(ORIGIN, lambda: observed_at, synced_at, base, merge.replaced)
        build_index(merge.changed_papers(), changes_beside(path), origin_of_changes)
    return Synced(merge.changed, merge.removed, open_layers(path).info.titles, observed_at, anew)


def _layers(path: Path) -> Layers:
    """The catalog in a file; without one, the papers that the package ships."""
    return open_layers(path) if path.exists() else shipped()


def shipped() -> Layers:
    """The papers that the package ships."""
    return index_in_memory(read_starter(), Origin(STARTER, lambda: STARTER_OBSERVED_AT))


def _since(info: IndexInfo) -> date | None:
    return None if info.origin == STARTER else datetime.fromisoformat(info.observed_at).date() - _OVERLAP


def _after(info: IndexInfo) -> datetime | None:
    return datetime.fromisoformat(info.synced_at) if info.synced_at else None


def _is_large(changes: int, layers: Layers) -> bool:
    return changes > max(_CHANGED_ANYWAY, _CHANGED_SHARE * layers.base.info.titles)


@dataclass(slots=True)
class _Merge:
    """An index with what was harvested, paper by paper: the newest facts of each, once, and no removed one."""

    layers: Layers
    harvested: Harvested
    changed: int = 0
    removed: int = 0
    _told: set[str] = field(default_factory=set)
    _replaced: set[str] = field(default_factory=set)
    _gone: set[int] = field(default_factory=set)

    def all_papers(self) -> Iterator[Facts | None]:
        """All that hold now."""
        yield from self.changed_papers()
        for row in self.layers.base.rows():
            if row not in self._gone:
                yield Facts.from_json(self.layers.base.record(row))

    def changed_papers(self) -> Iterator[Facts | None]:
        """Those that are not, or not with these facts, in the index that was built; None for one without a title."""
        for entry in reversed(self.harvested.pages):
            yield from self._papers_on(list(reversed(read_page(entry).changes)))
        if earlier := self.layers.changes:
            facts_of = (_facts(earlier.record(row)) for row in earlier.rows())
            yield from (facts for facts in facts_of if facts.arxiv_id not in self._replaced)

    def replaced(self) -> npt.NDArray[np.uint32]:
        """The rows of the index that was built that no longer hold, once all changes were read."""
        import numpy as np

        earlier = self.layers.changes.replaced.tolist() if self.layers.changes else []
        return np.array(sorted(self._gone.union(earlier)), np.uint32)

    def _papers_on(self, changes: list[Change]) -> Iterator[Facts | None]:
        rows = self.layers.find_ids([change.arxiv_id for change in changes])
        for change in changes:
            if change.arxiv_id in self._told:
                continue
            row = rows.get(change.arxiv_id)
            known = None if row is None else _facts(self.layers.record(row))
            if change.removed:
                self._replace(change, row)
                self.removed += row is not None
            elif change.facts is None:
                yield None
            elif (facts := change.facts.completed_by(known) if known else change.facts) != known:
                self._replace(change, row)
                self.changed += 1
                yield facts
            self._told.add(change.arxiv_id)

    def _replace(self, change: Change, row: int | None) -> None:
        """What was known of the paper no longer holds."""
        self._replaced.add(change.arxiv_id)
        if row is not None and row < self.layers.base.info.titles:
            self._gone.add(row)


_facts = Facts.from_json
