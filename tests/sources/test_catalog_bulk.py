"""arXiv's bulk file: any packing is read, and a file that is cut short or is another one never costs the old index."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from enrich.errors import CatalogError
from enrich.sources.catalog import Catalog
from enrich.sources.catalog_bulk import BulkFile, build_catalog, parse_record
from enrich.sources.catalog_facts import read_starter
from enrich.sources.catalog_index import open_index

RECORD = {
    "id": "0704.0001",
    "submitter": "A Person",
    "authors": "C. Bal\\'azs, D. Smith Jr",
    "title": "Calculation of prompt\n  diphoton production",
    "comments": None,
    "journal-ref": None,
    "doi": "10.1103/PhysRevD.76.013009 10.1000/other",
    "report-no": None,
    "categories": "hep-ph hep-ex",
    "license": None,
    "abstract": "  A fully ...\n",
    "versions": [
        {"version": "v1", "created": "Mon, 2 Apr 2007 19:18:42 GMT"},
        {"version": "v2", "created": "Tue, 24 Jul 2007 20:10:27 GMT"},
    ],
    "update_date": "2008-11-26",
    "authors_parsed": [["Balázs", "C.", ""], ["Smith", "D.", "Jr", "Some Institute"]],
}
LINES = "".join(json.dumps(RECORD | {"id": f"0704.{n:04}", "title": f"Title of paper {n}"}) + "\n" for n in range(1, 6))


def pack(folder: Path, packing: str, text: str = LINES) -> Path:
    path = folder / f"bulk.{packing}"
    if packing == "zip":
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("arxiv-metadata-oai-snapshot.json", text)
    else:
        path.write_bytes(gzip.compress(text.encode()) if packing == "gz" else text.encode())
    return path


def test_a_record_gives_its_facts() -> None:
    facts = parse_record(RECORD)
    assert facts is not None
    assert facts.title == "Calculation of prompt diphoton production"
    assert facts.authors == ("C. Balázs", "D. Smith Jr")
    assert facts.published == "2007-04-02T19:18:42+00:00"
    assert (facts.doi, facts.primary_category) == ("10.1103/PhysRevD.76.013009", "hep-ph")


@pytest.mark.parametrize("gap", [{"title": None}, {"title": " "}, {"id": "x"}])
def test_a_record_without_id_or_title_gives_none(gap: dict[str, str | None]) -> None:
    assert parse_record(RECORD | gap) is None


@pytest.mark.parametrize("packing", ["json", "gz", "zip"])
def test_a_bulk_file_is_read_in_any_packing(tmp_path: Path, packing: str) -> None:
    bulk = BulkFile(pack(tmp_path, packing))
    assert [facts.arxiv_id for facts in bulk if facts] == [f"0704.{n:04}" for n in range(1, 6)]
    assert bulk.observed_at == "2008-11-26T00:00:00+00:00"


async def test_a_built_catalog_holds_the_bulk_file_and_the_shipped_papers(tmp_path: Path) -> None:
    info = build_catalog(pack(tmp_path, "gz"), tmp_path / "titles")
    assert info.titles == 5 + len(list(read_starter()))
    catalog = Catalog(open_index(tmp_path / "titles"))
    found = await catalog.find_candidates(["Title of Paper 4", "LoRA+: Efficient Low Rank Adaptation of Large Models"])
    assert [lookup.value and lookup.value[0].ids.arxiv_id for lookup in found.values()] == ["0704.0004", "2402.12354"]


@pytest.mark.parametrize(
    ("packing", "spoil", "says"),
    [
        ("json", lambda content: content[:-30], "line 5"),
        ("json", lambda content: b"<html>no such file</html>", "line 1"),
        ("json", lambda content: b"[1, 2]\n", "line 1"),
        ("json", lambda content: b'{"id": "0704.0001"}\n', "line 1"),
        ("json", lambda content: b"\xff\xfe\xfa\n", "after line 0"),
        ("gz", lambda content: content[: len(content) // 2], "Fetch the file again"),
        ("zip", lambda content: content[: len(content) // 2], "Fetch the file again"),
        ("json", lambda content: b"", "is empty"),
    ],
)
def test_a_broken_bulk_file_leaves_the_old_index(tmp_path: Path, packing: str, spoil, says: str) -> None:  # type: ignore[no-untyped-def]
    target = tmp_path / "titles"
    build_catalog(pack(tmp_path, "json"), target)
    before = target.read_bytes()
    path = pack(tmp_path, packing)
    path.write_bytes(spoil(path.read_bytes()))
    with pytest.raises(CatalogError, match=says):
        build_catalog(path, target)
    assert target.read_bytes() == before


def test_readers_keep_their_index_while_it_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "titles"
    build_catalog(pack(tmp_path, "json"), target)
    reader = open_index(target)
    build_catalog(pack(tmp_path, "json", LINES.replace("Title", "Name")), target)
    assert reader.record(reader.find_titles(["Title of paper 1"])[0][0])[1] == "Title of paper 1"
    assert open_index(target).record(open_index(target).find_titles(["Name of paper 1"])[0][0])[1] == "Name of paper 1"


def test_a_build_that_was_killed_leaves_the_old_index_and_its_rest_is_swept(tmp_path: Path) -> None:
    target = tmp_path / "titles"
    build_catalog(pack(tmp_path, "json"), target)
    before = target.read_bytes()
    script = (
        "import sys; from pathlib import Path; from enrich.sources.catalog_build import Origin, build_index;"
        "from enrich.sources.catalog_facts import Facts\n"
        "def papers():\n yield Facts('0704.0001', 'A title')\n print('begun', flush=True)\n sys.stdin.read()\n"
        f"build_index(papers(), Path({str(target)!r}), Origin('x', lambda: ''))"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as build:
        assert build.stdout and build.stdout.readline() == b"begun\n"
        build.kill()
    rests = [path for path in tmp_path.iterdir() if path.name.startswith(".titles.")]
    assert len(rests) == 1 and target.read_bytes() == before
    yesterday = time.time() - 2 * 24 * 3600
    os.utime(rests[0], (yesterday, yesterday))
    build_catalog(pack(tmp_path, "json"), target)
    assert not rests[0].exists()
