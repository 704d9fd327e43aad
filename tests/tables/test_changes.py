"""What a diff tells: what came, went, moved and goes by another name."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from enrich.errors import UsageError, VersionNotFound
from enrich.schema import ObservationRow, PaperAliasRow
from enrich.tables import diff, history

from .table_rows import START, document, mention, paper, publish_to, repository, sample, table_set

LATER = START + timedelta(weeks=1)
ALL = frozenset({"values_lost", "identities_lost", "mentions_lost"})


def test_same_tables_differ_in_nothing(tmp_path: Path) -> None:
    publish_to(tmp_path, sample())
    publish_to(tmp_path, sample(), LATER)
    assert diff(tmp_path).changes == ()


def test_diff_tells_every_sort_of_change(tmp_path: Path) -> None:
    publish_to(
        tmp_path,
        table_set(
            document(),
            *(paper(number) for number in (1, 2)),
            paper(3, paper_id="doi:10.1/x", arxiv_id=None),
            *(mention(number, f"arxiv:2101.{number:05}") for number in (1, 2)),
            mention(3, "doi:10.1/x"),
            repository("sea/kelp"),
        ),
    )
    publish_to(
        tmp_path,
        table_set(
            document(sha256="cd" * 32),
            paper(1, citation_count=50, authors=("Ann Ålga",), s2_observed_at=LATER),
            paper(3),
            paper(4),
            mention(1, "arxiv:2101.00001"),
            mention(3, "arxiv:2101.00003"),
            mention(4, "arxiv:2101.00004"),
            repository("sea/kelp", full_name="ocean/kelp", stars=9),
            PaperAliasRow(old_paper_id="doi:10.1/x", paper_id="arxiv:2101.00003"),
        ),
        LATER,
        ALL,
    )
    found = diff(tmp_path)
    told = {(each.what, each.table, each.key, each.column) for each in found.changes}
    assert told == {
        ("changed", "documents", "list.md", "sha256"),
        ("gone", "mentions", "m002", None),
        ("added", "mentions", "m004", None),
        ("gone", "papers", "arxiv:2101.00002", None),
        ("added", "papers", "arxiv:2101.00004", None),
        ("renamed", "papers", "arxiv:2101.00003", "paper_id"),
        ("changed", "papers", "arxiv:2101.00003", "arxiv_id"),
        ("changed", "papers", "arxiv:2101.00001", "citation_count"),
        ("changed", "papers", "arxiv:2101.00001", "authors"),
        ("renamed", "repositories", "sea/kelp", "full_name"),
        ("changed", "repositories", "sea/kelp", "stars"),
    }
    (moved,) = [each for each in found.of("papers", "changed") if each.column == "citation_count"]
    assert (moved.before, moved.after, moved.label) == (11, 50, "Kelp, part 1")
    assert json.loads(found.to_json())["changes"][0]["table"] == "documents"


def test_diff_goes_both_ways_between_any_versions(tmp_path: Path) -> None:
    names = [publish_to(tmp_path, sample(count), START + timedelta(weeks=count), ALL) for count in (1, 2, 3)]
    assert len(diff(tmp_path, names[0], names[2]).of("papers", "added")) == 2
    assert len(diff(tmp_path, names[2], names[0]).of("papers", "gone")) == 2
    assert diff(tmp_path).before == names[1]


def test_first_version_has_nothing_to_compare_with(tmp_path: Path) -> None:
    publish_to(tmp_path, sample())
    with pytest.raises(VersionNotFound, match="first version"):
        diff(tmp_path)


def test_null_and_value_are_a_change_and_two_nulls_are_none(tmp_path: Path) -> None:
    publish_to(tmp_path, table_set(paper(1, tldr=None, venue=None)))
    publish_to(tmp_path, table_set(paper(1, tldr="Kelp.", venue=None)), LATER)
    (change,) = diff(tmp_path).changes
    assert (change.column, change.before, change.after) == ("tldr", None, "Kelp.")


def test_history_is_by_metric_and_entity_also_by_an_earlier_name(tmp_path: Path) -> None:
    tables = sample(2)
    run = tables.of(ObservationRow)[0]
    later = replace(run, value=99, first_observed_at=LATER, last_observed_at=LATER)
    publish_to(
        tmp_path, replace(tables, rows={**tables.rows, ObservationRow: (run, later, *tables.of(ObservationRow)[1:])})
    )
    assert [row.value for row in history(tmp_path, entity_id="title:0123")] == [11, 99]
    assert len(history(tmp_path, "citation_count")) == 3
    assert history(tmp_path, "stars") == ()
    with pytest.raises(UsageError, match="fame is no metric; there are citation_count"):
        history(tmp_path, "fame")
