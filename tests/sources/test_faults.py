"""The fault matrix, service x fault, once and for good: none may become "not found", zero, or a kept answer."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from enrich.records import Status

from .conftest import Opener, QuickClock
from .fault_matrix import PAGE, ask, cell, read_page, suffer, write_page
from .faults import MATRIX, SUBJECTS, Fault
from .standins import PAPERS, Town

SHOWN = read_page(PAGE.read_text(encoding="utf-8"))
every_fault = pytest.mark.parametrize("fault", MATRIX, ids=[f"{fault.service}-{fault.name}" for fault in MATRIX])


@every_fault
async def test_a_fault_costs_what_the_page_says_and_the_next_healthy_run_fills_every_gap(
    tmp_path: Path, open_town: Opener, town: Town, clock: QuickClock, fault: Fault
) -> None:
    subject = SUBJECTS[fault.service]
    lasting = await suffer(fault, tmp_path, 10**6)
    once = await suffer(fault, tmp_path / "once", 1)
    assert {lasting.found[each].status for each in subject.known} == {fault.lasting}
    assert {once.found[each].status for each in subject.known} == {fault.once}
    assert SHOWN[fault.service, fault.name] == cell(fault, once, lasting)
    if fault.lasting is Status.UNREACHABLE:
        assert all(lookup.value is None and subject.label in (lookup.why or "") for lookup in lasting.found.values())
        assert not list((tmp_path / "answers").rglob("*.gz"))
    if fault.once is Status.OK:
        assert once.found[subject.unknown].status is Status.NOT_FOUND
        assert once.usage.status is Status.OK and once.usage.why is None
    clock.instant += timedelta(days=8)  # an answer "not found" is stale by then
    async with open_town() as sources:
        found = (await ask(sources, fault.service)).found
    assert {found[each].status for each in subject.known} == {Status.OK}
    assert found[subject.unknown].status is Status.NOT_FOUND


@every_fault
async def test_what_was_answered_before_a_fault_is_not_lost(open_town: Opener, town: Town, fault: Fault) -> None:
    subject = SUBJECTS[fault.service]
    async with open_town() as sources:
        before = (await ask(sources, fault.service, more=False)).found
    town.break_down(subject.host, fault.handler)
    async with open_town() as sources:
        found = (await ask(sources, fault.service)).found
    assert {each: found[each] for each in subject.known} == before
    if fault.lasting is Status.UNREACHABLE:
        assert found[subject.unknown].status is not Status.NOT_FOUND


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(fault, id=f"{fault.service}-{fault.name}")
        for fault in MATRIX
        if fault.service in ("arxiv", "datacite", "semantic_scholar")
        and fault.lasting is Status.UNREACHABLE
        and not fault.batches_only
    ],
)
async def test_a_fault_never_proves_that_a_title_is_unknown(open_town: Opener, town: Town, fault: Fault) -> None:
    town.break_down(SUBJECTS[fault.service].host, fault.handler)
    titles = [PAPERS["2401.00101"], "A Treatise on Nothing in Particular"]
    async with open_town() as sources:
        source: Any = getattr(sources, fault.service)
        found = await source.find_candidates(titles)
    assert {lookup.status for lookup in found.values()} == {Status.UNREACHABLE}
    assert town.count("elsewhere.test") == 0


def test_the_page_shows_the_whole_matrix_and_nothing_else() -> None:
    assert set(SHOWN) == {(fault.service, fault.name) for fault in MATRIX}
    assert write_page(SHOWN) == PAGE.read_text(encoding="utf-8")
