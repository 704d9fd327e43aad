"""arXiv is down for the whole run: its stand-ins give authors and abstracts, and every value says who gave it."""

from __future__ import annotations

import asyncio
import gzip
import logging
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest

from enrich.pipeline import run
from enrich.sandbox import Sandbox, run_sandbox
from enrich.settings import Settings, read_settings
from enrich.sources.catalog_build import Origin, build_index
from enrich.sources.catalog_facts import Facts
from enrich.tables import Summary

from .conftest import SAMPLES

pytestmark = pytest.mark.slow
STAND_INS = {"datacite", "catalog", "semantic_scholar", "document"}


@dataclass(frozen=True)
class Night:
    """A run while arXiv was down, and one on the morning after."""

    settings: Settings
    down: Summary
    papers: pd.DataFrame
    morning: Summary
    papers_after: pd.DataFrame
    log: str


def published(settings: Settings) -> pd.DataFrame:
    return pd.read_parquet(Path(settings.processed) / "latest" / "papers.parquet")


def settings_in(folder: Path, sandbox: Sandbox, catalog: str) -> Settings:
    (folder / "raw").mkdir(parents=True)
    for path in SAMPLES.glob("*.txt"):
        shutil.copy(path, folder / "raw")
    index = folder / "arxiv.titles"
    if catalog == "empty":
        build_index([Facts("0704.0001", "Tea leaves")], index, Origin("test", lambda: "2026-01-01T00:00:00+00:00"))
    given = {"raw": folder / "raw", "processed": str(folder / "processed"), "state": folder / "state", "catalog": index}
    return read_settings(**sandbox.settings() | given | {"hugging_face_budget": 20})


class Everything(logging.Handler):
    """Every log line of every logger, with its arguments."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.getMessage()} {record.args} {record.exc_info}")


@pytest.fixture(scope="module", params=["starter", "empty"])
def night(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Night]:
    heard, root = Everything(), logging.getLogger()
    level = root.level
    root.addHandler(heard)
    root.setLevel(logging.DEBUG)
    try:
        with run_sandbox(speed=60) as sandbox:
            settings = settings_in(tmp_path_factory.mktemp("night") / "home", sandbox, request.param)
            sandbox.faults.add("arxiv", "throttled", times=None)
            down = asyncio.run(run(settings))
            papers = published(settings)
            sandbox.faults.clear()
            sandbox.clock.advance(seconds=3600)
            morning = asyncio.run(run(settings))
            yield Night(settings, down, papers, morning, published(settings), "\n".join(heard.lines))
    finally:
        root.removeHandler(heard)
        root.setLevel(level)


def test_nearly_all_papers_have_authors_and_abstract_from_somebody_else(night: Night) -> None:
    matched = night.papers[night.papers.outcome == "matched"]
    told = matched.authors.map(len).gt(0) & matched.abstract.notna()
    assert len(matched) >= 0.9 * len(night.papers)
    assert told.mean() >= 0.95
    assert set(matched.abstract_source.dropna()) | set(matched.authors_source.dropna()) <= STAND_INS
    for column in ("abstract", "authors"):
        stated = matched[column].map(
            lambda value: not isinstance(value, float) and value is not None and len(value) > 0
        )
        assert (matched[f"{column}_source"].notna() == stated).all()
        assert (matched[f"{column}_observed_at"].notna() == stated).all()


def test_no_paper_is_called_unknown_because_arxiv_is_silent(night: Night) -> None:
    assert "not_found" not in set(night.papers.arxiv_status)
    [arxiv] = [usage for usage in night.down.services if usage.source == "arxiv"]
    assert arxiv.status == "unreachable" and arxiv.requests <= 4


def test_the_morning_after_arxiv_speaks_for_itself_and_nothing_is_lost(night: Night) -> None:
    on_arxiv = night.papers_after[night.papers_after.arxiv_id.notna()]
    assert set(on_arxiv.arxiv_status) == {"ok"} and set(on_arxiv.arxiv_source) == {"arxiv"}
    assert set(on_arxiv.abstract_source) == {"arxiv"}
    assert night.morning.outcomes["matched"] >= night.down.outcomes["matched"]
    before = night.papers.set_index("paper_id")
    after = night.papers_after.set_index("paper_id")
    for paper_id in before.index.intersection(after.index):
        for column in ("citation_count", "abstract", "authors_source", "year", "doi"):
            assert pd.notna(after.loc[paper_id, column]) or pd.isna(before.loc[paper_id, column]), (paper_id, column)


def test_keys_are_in_no_file_log_line_or_table(night: Night) -> None:
    keys = [night.settings.semantic_scholar_api_key, night.settings.github_token]
    secrets = [key.get_secret_value() for key in keys if key]
    assert len(secrets) == 2
    home = Path(night.settings.raw).parent
    said = [night.log.encode(), repr(night.settings).encode(), repr(night.morning).encode()]
    for path in sorted(home.rglob("*")):
        if path.suffix == ".parquet":
            said.append(pd.read_parquet(path).to_json(default_handler=str, date_format="iso").encode())
        if path.is_file():
            content = path.read_bytes()
            said.append(gzip.decompress(content) if path.suffix == ".gz" else content)
    assert len(said) > 30 and b"arxiv.org/schemas/atom" in b"".join(said)
    assert not [secret for secret in secrets if any(secret.encode() in text for text in said)]
