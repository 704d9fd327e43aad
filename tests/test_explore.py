"""The notebook runs from the first cell to the last, on versions like those that `make demo` makes."""

from __future__ import annotations

import shutil
import sys
from datetime import timedelta
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from tests.tables.table_rows import START, publish_to, sample

NOTEBOOK = Path(__file__).parents[1] / "notebooks" / "explore.ipynb"


@pytest.mark.slow
def test_explore_notebook_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for week in range(2):
        publish_to(tmp_path / "data" / "sandbox" / "processed", sample(), START + timedelta(weeks=week))
    folder = tmp_path / "notebooks"
    folder.mkdir()
    shutil.copy(NOTEBOOK, folder)
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}:/usr/bin:/bin")
    notebook = nbformat.read(folder / NOTEBOOK.name, as_version=4)
    done = NotebookClient(notebook, timeout=120, resources={"metadata": {"path": str(folder)}}).execute()
    printed = [output for cell in done.cells if cell.cell_type == "code" for output in cell.outputs]
    assert any("image/png" in output.get("data", {}) for output in printed), "no plot was drawn"
    assert "@" in printed[-1]["text"], "no BibTeX entry was printed"


def test_notebook_is_kept_without_outputs() -> None:
    cells = nbformat.read(NOTEBOOK, as_version=4).cells
    assert not any(cell.get("outputs") for cell in cells)
