"""arXiv's bulk file: any packing is read, and a file that is cut short or is another one never costs the old index."""

from __future__ import annotations

import errno
import gzip
import json
import os
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from enrich.errors import CatalogError
from enrich.sources.catalog import Catalog
from enrich.sources.catalog_build import Origin, build_index
from enrich.sources.catalog_bulk import BulkFile, build_catalog, parse_record
from enrich.sources.catalog_facts import Facts, read_starter
from enrich.sources.catalog_index import open_index
from enrich.sources.catalog_layers import open_layers

from .killing import killed_after

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
    info = build_catalog(pack(tmp_path, "gz"), tmp_path / "titles").info
    assert info.titles == 5 + len(list(read_starter()))
    catalog = Catalog(open_layers(tmp_path / "titles"))
    found = await catalog.find_candidates(["Title of Paper 4", "LoRA+: Efficient Low Rank Adaptation of Large Models"])
    assert [lookup.value and lookup.value[0].ids.arxiv_id for lookup in found.values()] == ["0704.0004", "2402.12354"]


def broken_in_the_middle(content: bytes) -> bytes:
    middle = len(content) // 2
    return content[:middle] + bytes(255 - byte for byte in content[middle : middle + 40]) + content[middle + 40 :]


def in_line(number: int, text: str) -> bytes:
    lines = LINES.splitlines(keepends=True)
    return "".join([*lines[: number - 1], text + "\n", *lines[number:]]).encode("latin-1")


@pytest.mark.parametrize(
    ("packing", "spoil", "says"),
    [
        ("json", lambda content: content[:-30], "line 5: no record"),
        ("json", lambda content: b"<html>no such file</html>", "line 1: no record"),
        ("json", lambda content: b"[1, 2]\n", "line 1"),
        ("json", lambda content: b'{"id": "0704.0001"}\n', "line 1"),
        ("json", lambda content: b"\xff\xfe\xfa\n", "line 1"),
        (
            "json",
            lambda content: in_line(3, '{"id": "0704.0003", "title": "A B", "versions": [{}]}'),
            "line 3: no record",
        ),
        ("json", lambda content: in_line(4, '{"id": "0704.0004", "title": 5}'), "line 4: no record"),
        ("json", lambda content: in_line(2, '{"id": "0704.0002", "title": "\xe9"}'), "line 2: no record"),
        ("json", lambda content: in_line(2, "[" * 100_000), "line 2: no record"),
        ("gz", lambda content: content[: len(content) // 2], "Fetch the file again"),
        ("gz", broken_in_the_middle, "Fetch the file again"),
        ("gz", lambda content: content[:-6], "Fetch the file again"),
        ("zip", lambda content: content[: len(content) // 2], "Fetch the file again"),
        ("zip", broken_in_the_middle, "Fetch the file again"),
        ("json", lambda content: b"", "is empty"),
    ],
)
@pytest.mark.parametrize("built", [True, False])
def test_a_broken_bulk_file_leaves_all_as_it_was(
    tmp_path: Path, packing: str, spoil: Callable[[bytes], bytes], says: str, built: bool
) -> None:
    target = tmp_path / "new" / "titles"
    if built:
        build_catalog(pack(tmp_path, "json"), target)
    before = target.read_bytes() if built else None
    path = pack(tmp_path, packing)
    path.write_bytes(spoil(path.read_bytes()))
    with pytest.raises(CatalogError, match=says) as raised:
        build_catalog(path, target)
    assert str(path) in str(raised.value) and "[Errno" not in str(raised.value)
    assert [found.read_bytes() for found in target.parent.glob("*")] == ([before] if built else [])
    assert target.parent.exists() == built


@pytest.mark.parametrize(("name", "says"), [("none.json", "is not there"), ("", "is a folder")])
def test_a_bulk_file_that_is_none_is_told_and_nothing_is_made(tmp_path: Path, name: str, says: str) -> None:
    target = tmp_path / "data" / "catalog" / "titles"
    with pytest.raises(CatalogError, match=says):
        build_catalog(tmp_path / name, target)
    assert list(tmp_path.iterdir()) == []


def test_an_archive_without_a_file_or_with_a_password_is_told(tmp_path: Path) -> None:
    path = pack(tmp_path, "zip")
    content = bytearray(path.read_bytes())
    content[6] |= 1  # the flag of encryption, here and in the directory
    content[content.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(content)
    with pytest.raises(CatalogError, match="password"):
        build_catalog(path, tmp_path / "titles")
    with zipfile.ZipFile(path, "w"):
        pass
    with pytest.raises(CatalogError):
        build_catalog(path, tmp_path / "titles")


def test_records_without_id_or_title_are_counted_and_the_first_is_named(tmp_path: Path) -> None:
    odd = [json.dumps(RECORD | {"title": None}), json.dumps({"abstract": "Words."}), json.dumps(RECORD | {"id": "x"})]
    built = build_catalog(pack(tmp_path, "json", LINES + "\n".join(odd)), tmp_path / "titles")
    assert (built.info.skipped, built.first_skipped) == (3, 6)
    assert built.info.titles == 5 + len(list(read_starter()))


def test_a_file_cut_between_two_lines_is_told_by_what_the_catalog_holds(tmp_path: Path) -> None:
    target, many = tmp_path / "titles", "".join(LINES.replace("0704.", f"{year:02}04.") for year in range(10, 99))
    whole = build_catalog(pack(tmp_path, "json", many), target).info.titles
    before = target.read_bytes()
    bulk = pack(tmp_path, "json", many[: many.index("\n", len(many) // 2) + 1])
    with pytest.raises(
        CatalogError, match=rf"bulk.json holds 576 titles, the catalog {whole}\. Was the file cut short"
    ):
        build_catalog(bulk, target)
    assert target.read_bytes() == before
    target.unlink()
    assert build_catalog(bulk, target).info.titles == 576


def test_a_full_disk_leaves_all_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    bulk, target = pack(tmp_path, "json"), tmp_path / "catalog" / "titles"
    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(CatalogError, match=r"No space left on device\. Free some space"):
        build_catalog(bulk, target)
    assert list(tmp_path.iterdir()) == [bulk]


def test_storage_without_locks_takes_a_build_and_keeps_the_drafts_of_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(*_: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("fcntl.flock", no_locks)
    others = tmp_path / ".titles.of_another"
    others.touch()
    os.utime(others, (0, 0))
    build_catalog(pack(tmp_path, "json"), tmp_path / "titles")
    assert others.exists() and open_index(tmp_path / "titles").info.origin == "bulk.json"


def test_a_build_killed_at_any_point_leaves_a_whole_index_and_the_next_build_no_rest(tmp_path: Path) -> None:
    target = tmp_path / "catalog" / "titles"
    build_catalog(pack(tmp_path, "json"), target)
    bulk = pack(tmp_path, "gz", LINES.replace("Title", "Name"))
    kills, calls = 0, 1
    while killed_after(calls, lambda: build_catalog(bulk, target)):
        kills, calls = kills + 1, calls + 1 + calls // 5
        index = open_index(target)
        assert [len(rows) for rows in index.find_exact(["title of paper 1", "name of paper 1"])] in ([1, 0], [0, 1])
    assert kills > 20
    yesterday = time.time() - 24 * 3600
    for draft in target.parent.iterdir():
        os.utime(draft, (yesterday, yesterday))
    build_catalog(bulk, target)
    assert [found.name for found in target.parent.iterdir()] == ["titles"]


def test_two_builds_at_once_both_end_well_and_the_last_one_serves(tmp_path: Path) -> None:
    target = tmp_path / "catalog" / "titles"
    gates = [threading.Event(), threading.Event()]

    def papers(name: str, wait_for: threading.Event, then: threading.Event) -> Iterator[Facts]:
        then.set()
        wait_for.wait(30)
        yield Facts("0704.0001", f"The {name} one")

    def build(name: str, wait_for: threading.Event, then: threading.Event) -> None:
        build_index(papers(name, wait_for, then), target, Origin(name, lambda: "2026-01-01T00:00:00+00:00"))

    with ThreadPoolExecutor(2) as pool:
        for built in (pool.submit(build, "first", *gates), pool.submit(build, "second", *reversed(gates))):
            built.result()
    assert open_index(target).info.origin in ("first", "second")
    assert [found.name for found in target.parent.iterdir()] == ["titles"]


def test_readers_keep_their_index_while_it_is_replaced(tmp_path: Path) -> None:
    target = tmp_path / "titles"
    build_catalog(pack(tmp_path, "json"), target)
    reader = open_layers(target)
    build_catalog(pack(tmp_path, "json", LINES.replace("Title", "Name")), target)
    assert reader.record(reader.find_titles(["Title of paper 1"])[0][0])[1] == "Title of paper 1"
    assert (
        open_layers(target).record(open_layers(target).find_titles(["Name of paper 1"])[0][0])[1] == "Name of paper 1"
    )


def test_the_draft_of_a_build_under_way_is_not_swept(tmp_path: Path) -> None:
    target = tmp_path / "titles"

    def papers() -> Iterator[Facts]:
        yield Facts("0704.0001", "A title")
        [draft] = tmp_path.glob(".titles.*")
        os.utime(draft, (0, 0))
        with subprocess.Popen([sys.executable, "-c", BUILD, str(target)]) as other:
            assert other.wait() == 0
        assert draft.exists() and open_index(target).info.origin == "other"

    build_index(papers(), target, Origin("this", lambda: "2026-01-01T00:00:00+00:00"))
    assert open_index(target).info.origin == "this"


BUILD = """
import sys
from pathlib import Path
from enrich.sources.catalog_build import Origin, build_index
from enrich.sources.catalog_facts import Facts
build_index([Facts("0704.0002", "Another title")], Path(sys.argv[1]), Origin("other", lambda: ""))
"""
