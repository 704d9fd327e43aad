"""Documents and answers full of HTML, scripts, formulas, control characters, right-to-left and very long titles: all of
the program walks over them, and nothing that it writes runs or steers anything."""

from __future__ import annotations

import asyncio
import csv
import html as markup
import io
import json
import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest
from bibtexparser.entrypoint import parse_string
from click.testing import CliRunner
from lxml import html

from enrich.cells import FORMULA
from enrich.cli import main
from enrich.pipeline import Order, run
from enrich.sandbox import World, run_sandbox
from enrich.sandbox.world import Paper
from enrich.settings import read_settings
from enrich.tables import Summary

pytestmark = pytest.mark.slow

# Each has words of its own, so that it is a title and not the title beside it.
TITLES = (
    "<script>alert('kelp')</script> Forests of the Northern Coasts",
    '"><img src=x onerror=alert(1)> Sponges under Antarctic Ice',
    '=HYPERLINK("http://evil.example","Mosses") of Volcanic Islands',
    "+1+cmd|' /C calc'!A0 Lichens on Granite Walls",
    "-2+3+cmd Ferns of Cloud Forests",
    "@SUM(1+1) Orchids and their Fungi",
    "\u202eGniniart\u202c Migratory Terns across two Hemispheres",
    "תורת השחפים: Gulls of the Levantine Coast",
    "{{ 7 * 7 }} {% raw %} Beetles of Dead Wood",
    "[link](javascript:alert(1)) Barnacles on Moving Hulls",
    "Plankton Blooms " + "of long and very long and ever longer Summers " * 110 + "and their End",
)
# What only a service can say: bytes that documents are cleaned of.
SAID = "Otters\x1b and\x9b the Return\x07 of Seagrass"
HOSTS = {
    "#",
    "https://arxiv.org/",
    "https://doi.org/",
    "https://github.com/",
    "https://scholar.google.com/",
    "https://www.semanticscholar.org/",
}
STEERING = "\x1b[2J\x1b]0;owned\x07\x9b31m\r\u202e"


@dataclass(frozen=True)
class House:
    """A folder with a version that was made from such documents and answers."""

    folder: Path
    summary: Summary

    def enrich(self, *words: str) -> str:
        """What the command writes to stdout; it must end well."""
        ended = CliRunner().invoke(main, [*words, "--processed", str(self.folder / "processed")])
        assert ended.exit_code == 0, (words, ended.stderr)
        assert steering(ended.stdout + ended.stderr) == []
        return ended.stdout


def steering(text: str) -> list[str]:
    return sorted({char for char in text if unicodedata.category(char) == "Cc" and char not in "\t\n"})


def world() -> World:
    at = datetime(2021, 1, 4, tzinfo=UTC)
    papers = [
        Paper(
            title=title,
            authors=(title[:200], "=A. Author"),
            published_at=at,
            venue=title[:300],
            abstract=f"{title} </script><script>alert(2)</script>",
            arxiv_id=f"2101.{number:05}",
            categories=("cs.CY",),
        )
        for number, title in enumerate(TITLES, start=1)
    ]
    steering = {"authors": (STEERING,), "venue": STEERING, "abstract": STEERING, "doi": "10.1234/a}b{c"}
    said = Paper(title=SAID, published_at=at, **steering)
    return World((*papers, said), ())


def write_documents(folder: Path) -> None:
    folder.mkdir(parents=True)
    escaped = [markup.escape(title) for title in TITLES]
    pages = {
        "linked.md": [f"- [{title}](https://arxiv.org/abs/2101.{at:05}) 2021" for at, title in enumerate(TITLES, 1)],
        "plain.txt": [f"{at}. {title}\n   A. Author, B. Author, 2021\n" for at, title in enumerate(TITLES, 1)],
        "page.html": ["<ul>", *(f"<li><a href='javascript:alert(3)'>{title}</a></li>" for title in escaped), "</ul>"],
        "raw.html": ["<ul>", *(f"<li><i>{title}</i> <script>alert(4)</script></li>" for title in TITLES), "</ul>"],
        "said.md": ["- [\x1b]0;owned\x07Otters and the Return of Seagrass](https://example.org/otters) 2021"],
    }
    for name, lines in pages.items():
        heading = f"<!doctype html><h2>{TITLES[0]}</h2>" if name.endswith("html") else f"# List\n\n## {TITLES[2]}\n"
        (folder / name).write_text("\n".join([heading, *lines, ""]), "utf-8")


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    folder = tmp_path_factory.mktemp("house")
    write_documents(folder / "raw")
    with run_sandbox(speed=200, world=world()) as sandbox:
        given = {"raw": folder / "raw", "processed": str(folder / "processed"), "state": folder / "state"}
        summary = asyncio.run(run(read_settings(**sandbox.settings() | given), Order(simulated=True)))
    return House(folder, summary)


def test_hostile_titles_are_papers_as_their_services_spell_them(house: House) -> None:
    papers = pd.read_parquet(house.folder / "processed" / "latest" / "papers.parquet")
    assert {*TITLES, SAID} - set(papers["title"]) <= {TITLES[5]}  # "@SUM(1+1)" reads as a call, not as a title
    assert house.summary.outcomes["matched"] >= len(TITLES)
    assert house.summary.failed_documents == ()


@pytest.mark.parametrize(
    "words", ["versions", "top --limit 100", "history 2101.00003", "show 2101.00001", "why Seagrass"]
)
@pytest.mark.parametrize("form", [(), ("--json",)], ids=["table", "json"])
def test_commands_print_lines_that_steer_nothing(house: House, words: str, form: tuple[str, ...]) -> None:
    lines = house.enrich(*words.split(), *form).splitlines()
    assert len(lines) >= 1
    if form:
        assert all(json.loads(line) for line in lines)
    elif words.startswith("top"):
        assert {line.count("\t") for line in lines} == {lines[0].count("\t")}


@pytest.mark.parametrize("words", ["export csv", "review"])
def test_cells_of_tables_start_no_formula(house: House, words: str) -> None:
    rows = list(csv.reader(io.StringIO(house.enrich(*words.split()))))
    assert len(rows) > 3
    assert {len(row) for row in rows} == {len(rows[0])}
    assert not [cell for row in rows for cell in row if cell.startswith(FORMULA)]


def test_cells_of_parsed_documents_start_no_formula(house: House) -> None:
    files = [str(path) for path in sorted((house.folder / "raw").glob("*.*"))]
    ended = CliRunner().invoke(main, ["parse", "--format", "csv", *files])
    rows = list(csv.reader(io.StringIO(ended.stdout)))
    assert ended.exit_code == 0
    assert steering(ended.stdout) == []
    assert not [cell for row in rows for cell in row if cell.startswith(FORMULA)]
    assert any(cell.startswith("'=HYPERLINK") for row in rows for cell in row)


def test_bibtex_holds_its_entries_and_no_other_field(house: House) -> None:
    library = parse_string(house.enrich("export", "bibtex"))
    assert len(library.entries) == house.summary.papers
    assert library.failed_blocks == []
    known = {"title", "author", "journal", "booktitle", "year", "doi", "eprint", "archiveprefix", "primaryclass"}
    assert {field.key for entry in library.entries for field in entry.fields} <= known


def test_json_lines_give_back_every_title(house: House) -> None:
    said = {json.loads(line)["title"] for line in house.enrich("export", "jsonl").splitlines()}
    assert SAID in said


def test_nothing_of_it_runs_in_the_report(house: House) -> None:
    house.enrich("report", "--output", str(house.folder / "report.html"))
    tree = html.fromstring((house.folder / "report.html").read_text("utf-8"))
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert len(tree.xpath("//script[not(@type)]")) == len(re.findall("'sha256-", policy))
    assert tree.xpath("//img | //iframe | //object | //base | //form | //@src | //@srcdoc") == []
    assert [name for element in tree.iter() for name in element.attrib if name.startswith("on")] == []
    assert {re.match(r"#|https://[\w.]+/", link)[0] for link in tree.xpath("//@href")} <= HOSTS
    assert TITLES[0] in json.loads(tree.xpath("string(//script[@id='data'])"))["papers"]["title"]
