"""Titles by the million: the local catalog's word on a shard of them, in one process, in many, or on many machines.

Titles in, one `Identity` a title out, in order. Only the catalog is asked, and nothing is shared between two calls but
the opened index, which nobody writes to: however the titles are cut into shards, the identities are the same.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from enrich.errors import CatalogError
from enrich.identities import resolve_offered
from enrich.records import Identity, Mention, MentionKind, Outcome
from enrich.sources.catalog import Catalog, starter_catalog
from enrich.sources.catalog_layers import files_state, open_layers

NO_TITLE = "no_title"


def resolve_shard(titles: Sequence[str], catalog: Path | None, now: datetime) -> list[Identity]:
    """Which papers the titles mean, one identity a title, in order.

    `catalog` is the index file, None the papers that the package ships; `now` is when it is decided, UTC. A title that
    the catalog does not settle is UNRESOLVED (`not_asked`: no service was), a blank one too (`no_title`). Picklable in
    and out; the index is opened once a process. Raises CatalogError if it isn't there or is broken.
    """
    opened = _opened(catalog, files_state(catalog)) if catalog else starter_catalog()
    mentions = [mention_of(title, place) for place, title in enumerate(titles)]
    asked = [mention.title for mention in mentions if mention.title]
    offers = {title: (lookup,) for title, lookup in opened.lookup_titles(asked).items()}
    found = resolve_offered(mentions, {}, offers, now=now)
    return [found.get(mention.mention_id) or _untitled(now) for mention in mentions]


def mention_of(title: str, place: int) -> Mention:
    """A title that stands for itself, in no document."""
    return Mention(
        mention_id=str(place), document_id="", line=place, kind=MentionKind.PAPER, title=" ".join(title.split())
    )


def _untitled(now: datetime) -> Identity:
    return Identity(title="", outcome=Outcome.UNRESOLVED, reason=NO_TITLE, decided_at=now)


@functools.lru_cache(maxsize=1)
def _opened(catalog: Path, state: object) -> Catalog:
    """The catalog as it is in `state`: when others take its files' place, a worker of many days opens those."""
    if not catalog.exists():
        raise CatalogError(f"{catalog} is not there. Every machine that maps shards must see the same file.")
    return Catalog(open_layers(catalog))
