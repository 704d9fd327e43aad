"""What every test may rely on: an environment without anybody's settings, and limits that are shared with no one."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# Time is never asserted: a machine that is busy with something else is no failure.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")


@pytest.fixture(autouse=True)
def own_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting, key or Prefect server of the person who runs the tests; limiter state in the test's own folder."""
    for name in os.environ:
        if name.startswith(("ENRICH_", "PREFECT_")) or name in ("SEMANTIC_SCHOLAR_API_KEY", "GITHUB_TOKEN"):
            monkeypatch.delenv(name)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "share"))
