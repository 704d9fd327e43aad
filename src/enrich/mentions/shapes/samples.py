"""What a page has in common is learned from some of its entries: from more, nothing new. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def sampled(items: Sequence[T], most: int) -> list[T]:
    """Items at equal distances, from the first on: all if there are fewer than twice `most`, else less than that."""
    return list(items[:: max(1, len(items) // most)])
