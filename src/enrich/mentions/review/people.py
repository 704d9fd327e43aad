"""People alone behind titles: "A Title. Jane Roe. Sea Lett. 2019" reads as "A Title. A remark. ..." by itself.

In: the items of a page. Out: the same items, the lone names among the descriptions of those with a place or a year
moved to their authors, where other items of the page name several people. Pure; cost is linear.
"""

from __future__ import annotations

from collections.abc import Sequence

from enrich.mentions.items import Item
from enrich.mentions.shapes.phrases import is_person
from enrich.mentions.shapes.venues import names_publication

_SHARE = 0.25  # of all items, have several authors; by judgement


def name_lone_authors(items: Sequence[Item]) -> None:
    """Makes authors of the descriptions that are one person's name."""
    placed = [item for item in items if item.description and (item.venue or item.year) and not item.authors]
    places = {item.venue for item in items}
    phrases = [((item.description or "").strip(" .()"), item) for item in placed]
    lone = [item for said, item in phrases if is_person(said) and said not in places and not names_publication(said)]
    if lone and sum(len(item.authors) > 1 for item in items) >= max(2, _SHARE * len(items)):
        for item in lone:
            item.authors, item.description = ((item.description or "").strip(" .()"),), None
