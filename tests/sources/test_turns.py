"""Turns at a service: one at a time, the urgent ones first, and nobody waits for who gave up."""

from __future__ import annotations

import asyncio

import pytest

from enrich.sources.turns import Turns


class Counter:
    """Who had a turn, and whether two ever had one at once."""

    def __init__(self) -> None:
        self.turns, self.served, self.inside = Turns(), list[str](), 0

    async def visit(self, name: str, *, urgent: bool = False) -> None:
        async with self.turns.turn(urgent=urgent):
            self.inside += 1
            try:
                assert self.inside == 1
                await asyncio.sleep(0)
                self.served.append(name)
            finally:
                self.inside -= 1


async def test_urgent_ones_pass_those_that_are_not() -> None:
    counter = Counter()
    async with asyncio.TaskGroup() as group:
        for name in ("first", "fetch 1", "fetch 2"):
            group.create_task(counter.visit(name))
        for name in ("search 1", "search 2"):
            group.create_task(counter.visit(name, urgent=True))
    assert counter.served == ["first", "search 1", "search 2", "fetch 1", "fetch 2"]


@pytest.mark.parametrize("beats", range(6))
async def test_who_gives_up_keeps_nobody_waiting(beats: int) -> None:
    """However far it had come: waiting, just called, or inside."""
    counter = Counter()
    tasks = [asyncio.create_task(counter.visit(name)) for name in ("first", "gives up", "last")]
    for _ in range(beats):
        await asyncio.sleep(0)
    tasks[1].cancel()
    async with asyncio.timeout(5):
        ends = await asyncio.gather(*tasks, return_exceptions=True)
    assert (ends[0], ends[2]) == (None, None)
    assert [name for name in counter.served if name != "gives up"] == ["first", "last"]


async def test_a_turn_that_fails_is_over() -> None:
    turns = Turns()
    with pytest.raises(ValueError, match="no answer"):
        async with turns.turn(urgent=True):
            raise ValueError("no answer")
    async with asyncio.timeout(5), turns.turn(urgent=False):
        pass
