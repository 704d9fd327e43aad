"""The documentation builds, asks no other host, and its picture of the layers is the one that is enforced."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    built = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env={"NO_MKDOCS_2_WARNING": "1"})
    assert built.returncode == 0, built.stderr
    return folder


def test_every_page_is_in_the_menu(site: Path) -> None:
    pages = {path.relative_to(ROOT / "docs").with_suffix("").as_posix() for path in (ROOT / "docs").rglob("*.md")}
    menu = (site / "index.html").read_text()
    assert [page for page in pages if page != "index" and f'href="{page}/"' not in menu] == []


def test_no_page_loads_anything_from_elsewhere(site: Path) -> None:
    for page in site.rglob("*.html"):
        assert (
            re.findall(r"<(?:script|img|iframe)[^>]+src=\"https?:|<link[^>]+stylesheet[^>]+https?:", page.read_text())
            == []
        )


def test_commands_settings_and_verbs_are_in_the_reference(site: Path) -> None:
    for page, word in (("commands", "catalog sync"), ("settings", "ENRICH_CONTACT"), ("python", "history(metric")):
        shown = re.sub(r"<[^>]+>", "", (site / "reference" / page / "index.html").read_text())
        assert word in shown, page


def test_the_layers_of_the_page_are_those_that_are_enforced() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    enforced = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    page = (ROOT / "docs" / "how-it-works.md").read_text().split("<!-- layers")[1].split("##")[0]
    shown = [set(line.split(", ")) for line in re.findall(r"^\d+\. (.+)$", page, re.M)]
    assert shown == [{name.removeprefix("enrich.") for name in layer.split(" | ")} for layer in enforced]
