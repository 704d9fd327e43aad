"""Which papers the five sample documents mean: never a wrong one, and every miss is known with its reason.

`gold_identities.csv` holds the truth; `gold_open.csv` holds what stays open and why, with the shipped catalog, with an
emptied one and the services alone, or with both.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pandas as pd
import pytest

from enrich.sources.catalog_build import Origin, build_index
from enrich.sources.catalog_facts import Facts

from .conftest import Home, SandboxRuns, make_home

DATA = Path(__file__).parents[1] / "data"


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def without_catalog(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """The samples run against the sandbox's services with a catalog that knows none of their papers."""
    home = make_home(tmp_path_factory.mktemp("empty") / "home")
    catalog = home.folder / "empty.titles"
    unrelated = [Facts("0704.0001", "Tea leaves")]
    build_index(unrelated, catalog, Origin("test", lambda: "2026-01-01T00:00:00+00:00"))
    ended = home.enrich("run", "--sandbox", ENRICH_CATALOG=str(catalog))
    assert ended.code == 0, ended.err
    return home


@pytest.mark.parametrize("catalog", ["starter", "empty"])
def test_no_identity_is_wrong_and_every_miss_is_known(
    catalog: str, sandbox_runs: SandboxRuns, without_catalog: Home
) -> None:
    home = sandbox_runs.home if catalog == "starter" else without_catalog
    latest = home.sandbox / "latest"
    papers = pd.read_parquet(latest / "papers.parquet").set_index("paper_id").arxiv_id.fillna("")
    mentions = pd.read_parquet(latest / "mentions.parquet")
    found = {(row.document_id, row.title): (papers.get(row.paper_id, ""), row.reason) for row in mentions.itertuples()}
    truth = rows("gold_identities.csv")
    wrong, missed = [], {}
    for row in truth:
        arxiv_id, reason = found[row["document"], row["title"]]
        if arxiv_id and arxiv_id != row["arxiv_id"]:
            wrong.append((row["title"], arxiv_id))
        elif arxiv_id != row["arxiv_id"]:
            missed[row["document"], row["line"]] = reason
    assert wrong == []
    assert len(missed) <= 0.03 * len(truth), missed
    assert missed == {
        (row["document"], row["line"]): row["reason"]
        for row in rows("gold_open.csv")
        if row["catalog"] in (catalog, "both")
    }
