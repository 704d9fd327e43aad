"""The flow that keeps the title index fresh, against the sandbox's OAI-PMH."""

from __future__ import annotations

import pytest

from enrich.sandbox import run_sandbox
from enrich.sources.catalog_layers import open_layers
from tests.flows.conftest import make_project

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]


def test_catalog_flow_brings_the_index_up_to_date_and_says_so(server, tmp_path):
    project = make_project(tmp_path / "project", server)
    with run_sandbox(speed=1000) as sandbox:
        project.call(
            "flows.catalog",
            ENRICH_ARXIV_OAI_URL=str(sandbox.settings()["arxiv_oai_url"]),
            ENRICH_ARXIV_URL=str(sandbox.settings()["arxiv_url"]),
            ENRICH_TIME_SCALE="1000",
        )
    titles = open_layers(project.folder / "data" / "catalog" / "arxiv.titles").info.titles
    (run,) = project.api.ask("flow_runs", flows={"name": {"any_": ["catalog"]}})
    assert run["state"]["type"] == "COMPLETED"
    assert run["state"]["message"].startswith(f"{titles:,} titles as of ")
    assert titles > 300
