"""`enrich resolve` says which services could not be asked, and only then ends with 3."""

from pathlib import Path

import pytest

from enrich.commands.resolve import print_identities


@pytest.fixture(autouse=True)
def nobody_listens(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ENRICH_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("ENRICH_TIME_SCALE", "50")
    for service in ("ARXIV", "DATACITE", "SEMANTIC_SCHOLAR"):
        monkeypatch.setenv(f"ENRICH_{service}_URL", "http://127.0.0.1:9")


def test_resolve_names_the_services_that_could_not_be_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert print_identities(["A Title That Nobody Knows"], "jsonl", offline=False, sandbox=False) == 3
    printed = capsys.readouterr()
    assert '"reason": "unreachable"' in printed.out
    assert "enrich: arxiv could not be asked" in printed.err


def test_resolve_offline_blames_nobody(capsys: pytest.CaptureFixture[str]) -> None:
    assert print_identities(["A Title That Nobody Knows"], "jsonl", offline=True, sandbox=False) == 0
    printed = capsys.readouterr()
    assert '"reason": "not_asked"' in printed.out
    assert printed.err == ""
