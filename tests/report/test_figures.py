"""What a report counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from enrich.report import Figures, compute_figures
from enrich.report.figures import distribution
from enrich.schema import IdentityRow, ObservationRow, PaperRow
from enrich.tables import diff, open_version
from tests.tables.table_rows import START, changed, identity, mention, paper, publish_to, sample

LATER = START + timedelta(weeks=1)


def figures_of(processed: Path, version: str, changes: bool = False) -> Figures:
    found = diff(processed, None, version) if changes else None
    return compute_figures(open_version(processed, version), found, {"same_title": "the titles are the same"})


def test_bins_grow_with_the_counts() -> None:
    assert distribution([0, 1, 2, 4, 7, 150, None]) == [
        ("0", 1),
        ("1", 1),
        ("2-4", 2),
        ("5-9", 1),
        ("10-19", 0),
        ("20-49", 0),
        ("50-99", 0),
        ("100-199", 1),
    ]


def test_no_known_count_gives_no_bin() -> None:
    assert distribution([None, None]) == []


@given(st.lists(st.none() | st.integers(0, 10**7), max_size=50))
def test_every_known_count_is_in_the_bin_that_names_it(values: list[int | None]) -> None:
    known = [value for value in values if value is not None]
    bins = distribution(values)
    assert sum(count for _, count in bins) == len(known)
    for label, count in bins:
        first, _, last = label.replace(",", "").partition("-")
        assert count == sum(int(first) <= value <= int(last or first) for value in known)


def test_the_first_version_has_no_changes_and_no_lines(tmp_path: Path) -> None:
    figures = figures_of(tmp_path, publish_to(tmp_path, sample()))
    assert (figures.before, figures.movers, figures.history) == (None, [], [])
    assert [ranked.count for ranked in figures.most_cited] == [13, 12, 11]
    assert figures.by_section == [("Sea > Kelp", 3)]


def test_movers_and_lines_tell_how_counts_moved(tmp_path: Path) -> None:
    first = sample()
    before = publish_to(tmp_path, first)
    papers = tuple(replace(row, citation_count=(row.citation_count or 0) * 2) for row in first.of(PaperRow))
    seen = [
        replace(row, value=row.value * 2, first_observed_at=LATER, last_observed_at=LATER)
        for row in first.of(ObservationRow)
    ]
    both = tuple(sorted([*first.of(ObservationRow), *seen], key=lambda row: (row.entity_id, row.first_observed_at)))
    second = changed(changed(first, PaperRow, papers), ObservationRow, both)
    figures = figures_of(tmp_path, publish_to(tmp_path, second, LATER), changes=True)
    assert figures.before == before
    assert [(mover.before, mover.after) for mover in figures.movers] == [(13, 26), (12, 24), (11, 22)]
    assert [line.points for line in figures.history] == [
        [(START, row.value), (LATER, row.value * 2)] for row in first.of(ObservationRow)
    ]


def test_an_open_case_says_where_and_what_was_nearest(tmp_path: Path) -> None:
    lost = paper(9, paper_id="title:99", outcome="unresolved", reason="ambiguous", title="Kelp, part 9")
    decided = replace(identity(lost), title="Kelp, part 9", runner_up="Kelp, part 8", runner_up_score=0.91)
    row = mention(9, "title:99", outcome="unresolved", reason="ambiguous")
    tables = sample()
    for table, rows in ((PaperRow, (*tables.of(PaperRow), lost)), (IdentityRow, (*tables.of(IdentityRow), decided))):
        tables = changed(tables, table, tuple(rows))
    tables = changed(tables, type(row), tuple(sorted((*tables.of(type(row)), row), key=lambda each: each.mention_id)))
    figures = figures_of(tmp_path, publish_to(tmp_path, tables))
    (case,) = figures.open_cases
    assert (case.document, case.line, case.outcome, case.nearest, case.score) == (
        "list.md",
        9,
        "unresolved",
        "Kelp, part 8",
        0.91,
    )
    assert figures.open_count == 1
