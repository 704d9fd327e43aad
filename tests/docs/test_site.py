"""The documentation builds, asks no other host, and its picture of the layers is the one that is enforced."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from lxml import html

import enrich
from enrich.cli import main
from enrich.settings import Settings, variable_of

ROOT = Path(__file__).parents[2]
HOW_IT_WORKS = ROOT / "docs" / "how-it-works.md"


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


def shown(site: Path, page: str) -> str:
    """The text of a page of the reference, on one line."""
    return " ".join(html.parse(site / "reference" / page / "index.html").getroot().text_content().split())


@pytest.mark.parametrize("name", [*main.commands, *(f"catalog {name}" for name in main.commands["catalog"].commands)])
def test_every_command_is_in_the_reference_with_its_help(site: Path, name: str) -> None:
    command = main.commands[name.split()[0]] if " " not in name else main.commands["catalog"].commands[name.split()[1]]
    page = shown(site, "commands")
    assert f"enrich {name} " in page
    assert " ".join(command.help.split())[:60] in page
    assert "UNSET" not in page


@pytest.mark.parametrize("verb", enrich.__all__)
def test_every_verb_is_in_the_reference_with_its_docstring(site: Path, verb: str) -> None:
    page = shown(site, "python")
    assert f"{verb}(" in page
    assert getattr(enrich, verb).__doc__.split("\n")[0].split("`")[0].strip() in page


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_in_the_reference(site: Path, name: str) -> None:
    assert variable_of(name) in shown(site, "settings")


def shown_layers() -> list[set[str]]:
    page = HOW_IT_WORKS.read_text().split("<!-- layers")[1].split("##")[0]
    return [set(line.split(", ")) for line in re.findall(r"^\d+\. (.+)$", page, re.M)]


def test_the_layers_of_the_page_are_those_that_are_enforced() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    enforced = settings["tool"]["importlinter"]["contracts"][0]["layers"]
    assert shown_layers() == [{name.removeprefix("enrich.") for name in layer.split(" | ")} for layer in enforced]


def test_every_part_of_the_program_has_its_layer() -> None:
    parts = {path.stem for path in (ROOT / "src" / "enrich").iterdir() if path.suffix == ".py" or path.is_dir()}
    assert set().union(*shown_layers()) == parts - {"__init__", "__main__", "__pycache__", "data"} | {"flows"}


@pytest.mark.parametrize("page", [ROOT / "README.md", HOW_IT_WORKS], ids=lambda page: page.name)
def test_the_picture_shows_the_rooms_in_the_order_of_the_way(page: Path) -> None:
    (picture,) = re.findall(r"^ data/raw.*?^```", page.read_text(), re.M | re.S)
    rooms = re.findall(r"^\d\. `(\w+)`", enrich.__doc__, re.M)
    (way,) = [line for line in picture.splitlines() if "──►" in line]
    assert re.findall(r"(\w+) ──►", way) == rooms
    assert {*rooms, "sources"} <= {path.name for path in (ROOT / "src" / "enrich").iterdir() if path.is_dir()}
    services = {path.stem.replace("_", " ") for path in (ROOT / "src" / "enrich" / "sources").glob("*.py")}
    drawn = picture.split("sources: ")[1].splitlines()[0].lower().replace("local ", "").split(", ")
    assert set(drawn) - {"..."} <= services


PAGES = [*ROOT.glob("*.md"), *sorted((ROOT / "docs").rglob("*.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_files_that_a_page_names_are_there(page: Path) -> None:
    text = page.read_text()
    links = [link for link in re.findall(r"\]\(([^)#\s]+)", text) if not re.match(r"https?:|mailto:", link)]
    assert [link for link in links if not (page.parent / link).exists()] == []
    modules = set(re.findall(r"`([\w/]+\.py)`", text))
    assert [
        name for name in modules if not any((base / name).exists() for base in (ROOT, ROOT / "src" / "enrich"))
    ] == []


def test_the_changelog_tells_of_the_version_that_is_built() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    headings = re.findall(r"^## \[(.+?)\](?: - \d{4}-\d\d-\d\d)?$", (ROOT / "CHANGELOG.md").read_text(), re.M)
    assert headings[:2] == ["Unreleased", version]
