"""No network, unreadable documents, folders that can't be written: one clear sentence each, and nothing lost."""

from __future__ import annotations

import json
import shutil
import socket
from pathlib import Path

import pandas as pd
import pytest

LIST = """# Heat and light

- [Laser cooling of trapped ions in a ring](https://arxiv.org/abs/1605.08386)
- A title that no catalog of the world can hold, in a list of this test
"""
UNKNOWN = "".join(chr(0x80 + i * 37 % 128) for i in range(400)).encode("latin-1") + b"\x81\x8d\x8f\x90\x9d\xff"


@pytest.fixture
def nowhere() -> dict[str, str]:
    """Addresses of services at which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{probe.getsockname()[1]}"
    names = ("ARXIV", "DATACITE", "SEMANTIC_SCHOLAR", "GITHUB", "HUGGING_FACE")
    return {f"ENRICH_{name}_URL": url for name in names} | {"ENRICH_TIME_SCALE": "20"}


def test_run_without_network_publishes_what_is_known(home, nowhere):
    home.raw.joinpath("list.md").write_text(LIST)
    ended = home.enrich("run", "--json", **nowhere)
    assert ended.code == 3, ended.err
    sentences = [line for line in ended.err.splitlines() if line.startswith("enrich: ")]
    assert {line.split()[1] for line in sentences} == {"arxiv", "datacite", "semantic_scholar"}
    assert ended.json()["outcomes"] == {"matched": 1, "not_found": 0, "unresolved": 1}
    papers = pd.read_parquet(home.folder / "data" / "processed" / "latest" / "papers.parquet").set_index("outcome")
    assert papers.loc["matched", "s2_status"] == "unreachable"
    assert papers.loc["matched", "arxiv_status"] == "unreachable"
    assert papers.loc["unresolved", "reason"] == "unreachable"
    assert papers.citation_count.isna().all()


def test_offline_run_asks_nobody_and_is_no_failure(home, nowhere):
    home.raw.joinpath("list.md").write_text(LIST)
    ended = home.enrich("run", "--offline", "--json", **nowhere)
    assert ended.code == 0, ended.err
    assert ended.json()["outcomes"] == {"matched": 1, "not_found": 0, "unresolved": 1}
    assert {service["requests"] for service in ended.json()["services"]} == {0}


@pytest.mark.parametrize(
    ("content", "words"),
    [(b"", "empty"), (b"  \n\n", "empty"), (bytes(range(256)) * 8, "binary"), (UNKNOWN, "encoding")],
    ids=["empty", "blank", "binary", "encoding"],
)
def test_unreadable_document_costs_itself_alone(home, nowhere, content, words):
    home.raw.joinpath("list.md").write_text(LIST)
    home.raw.joinpath("odd.txt").write_bytes(content)
    ended = home.enrich("run", "--offline", "--json", **nowhere)
    assert ended.code == 1
    assert ended.json()["documents"] == 1
    sentences = [line for line in ended.err.splitlines() if line.startswith("enrich: ")]
    assert len(sentences) == 1
    assert "odd.txt" in sentences[0]
    assert words in sentences[0]


def test_folder_without_documents_is_a_sentence(home):
    ended = home.enrich("run", "--offline")
    assert ended.code == 1
    assert ended.out == ""
    assert [line for line in ended.err.splitlines() if line.startswith("enrich: ")] == ended.err.splitlines()[-1:]


def test_folder_that_can_not_be_written_is_a_sentence(home, nowhere):
    home.raw.joinpath("list.md").write_text(LIST)
    home.folder.joinpath("a-file").write_text("no folder")
    ended = home.enrich("run", "--offline", "--processed", "a-file/processed", **nowhere)
    assert ended.code == 1
    assert next(line for line in ended.err.splitlines() if line.startswith("enrich: ")).endswith(".")
    assert "Traceback" not in ended.err


def test_read_only_folder_is_a_sentence(home, nowhere):
    home.raw.joinpath("list.md").write_text(LIST)
    processed = home.folder / "data" / "processed"
    assert home.enrich("run", "--offline", **nowhere).code == 0
    before = sorted(processed.iterdir())
    processed.chmod(0o500)
    try:
        ended = home.enrich("run", "--offline", as_mortal=True, **nowhere)
    finally:
        processed.chmod(0o700)
    assert ended.code == 1
    assert "enrich: " in ended.err
    assert "Traceback" not in ended.err
    assert sorted(processed.iterdir()) == before


def test_simulated_versions_never_lie_beside_real_ones(home, nowhere):
    home.raw.joinpath("list.md").write_text(LIST)
    assert home.enrich("run", "--offline", **nowhere).code == 0
    ended = home.enrich("run", "--sandbox", "--processed", "data/processed")
    assert ended.code == 1
    assert "mix" in ended.err
    assert len(list((home.folder / "data" / "processed").glob("2*Z"))) == 1


@pytest.mark.parametrize(
    ("words", "settings"),
    [
        (("run", "--offline", "--full"), {}),
        (("run", "--time-budget", "soon"), {}),
        (("run", "--offline"), {"ENRICH_TIME_SCALE": "fast"}),
        (("run", "--offline", "--accept", "everything"), {}),
        (("parse",), {}),
        (("frobnicate",), {}),
    ],
)
def test_bad_usage_exits_with_2(home, words, settings):
    home.raw.joinpath("list.md").write_text(LIST)
    ended = home.enrich(*words, **settings)
    assert ended.code == 2, ended.err
    assert "Traceback" not in ended.err


def test_version_commands_say_when_there_is_none(home):
    for words in (("versions",), ("show", "x"), ("top",), ("check",)):
        ended = home.enrich(*words)
        assert ended.code == 1
        assert ended.err.startswith("enrich: "), ended.err


def test_resolve_prints_identities_in_order(home, nowhere):
    titles = [
        "LoRA: Low-Rank Adaptation of Large Language Models",
        "",
        "LORA+: Efficient low rank adaptation of large models",
    ]
    ended = home.enrich("resolve", "--format", "jsonl", "--offline", stdin="\n".join(titles) + "\n", **nowhere)
    found = [json.loads(line) for line in ended.out.splitlines()]
    assert [each["title"] for each in found] == titles
    assert [each["arxiv_id"] for each in found] == ["2106.09685", None, "2402.12354"]
    assert [each["outcome"] for each in found] == ["matched", "unresolved", "matched"]
    assert ended.code == 0


def test_parse_reads_the_other_files_and_exits_with_1(home):
    good, bad = home.folder / "list.md", home.folder / "empty.md"
    good.write_text(LIST)
    bad.write_bytes(b"")
    ended = home.enrich("parse", str(bad), str(good), "--format", "jsonl")
    assert ended.code == 1
    assert [json.loads(line)["line"] for line in ended.out.splitlines()] == [3, 4]
    assert "empty.md" in ended.err


def test_parse_explains_every_line(home):
    good = home.folder / "list.md"
    good.write_text(LIST)
    ended = home.enrich("parse", str(good), "--explain", "--format", "jsonl")
    lines = [json.loads(line) for line in ended.out.splitlines()]
    assert [each["line"] for each in lines] == [1, 3, 4]
    assert [each["class"] for each in lines] == ["heading", "title", "title"]


def test_ledger_serves_an_offline_run(home, sandbox_runs):
    """What the sandbox answered yesterday is enough to publish today without asking."""
    folder = home.folder / "copy"
    shutil.copytree(sandbox_runs.home.folder, folder, symlinks=True)
    shutil.rmtree(folder / "data" / "sandbox" / "processed")
    again = type(home)(folder)
    ended = again.enrich("run", "--sandbox", "--replay", "--json")
    assert ended.code == 0, ended.err
    summary, first = ended.json(), sandbox_runs.first.json()
    assert {service["requests"] for service in summary["services"]} == {0}
    assert summary["outcomes"] == first["outcomes"]
    assert Path(again.sandbox / "latest" / "papers.parquet").exists()


BULK = [
    {
        "id": "0805.3415",
        "title": "Grain growth in\n  protoplanetary discs",
        "authors": "A. One, B. Two",
        "authors_parsed": [["One", "A.", ""], ["Two", "B.", ""]],
        "categories": "astro-ph",
        "versions": [{"version": "v1", "created": "Thu, 22 May 2008 08:35:08 GMT"}],
        "update_date": "2009-06-23",
    }
]


def test_catalog_built_from_the_bulk_file_answers_at_once(home):
    home.folder.joinpath("bulk.json").write_text("".join(json.dumps(record) + "\n" for record in BULK))
    assert home.enrich("catalog", "build", "bulk.json").code == 0
    info = home.enrich("catalog", "info", "--json").json()
    assert (info["origin"], info["titles"]) == ("bulk.json", 354)
    found = home.enrich("resolve", "Grain Growth in Protoplanetary Discs.", "--offline", "--format", "jsonl").json()
    assert (found["outcome"], found["arxiv_id"]) == ("matched", "0805.3415")


def test_broken_bulk_file_leaves_the_index_in_place(home):
    home.folder.joinpath("bulk.json").write_text("".join(json.dumps(record) + "\n" for record in BULK))
    home.enrich("catalog", "build", "bulk.json")
    home.folder.joinpath("broken.json").write_text(json.dumps(BULK[0])[:-40])
    ended = home.enrich("catalog", "build", "broken.json")
    assert ended.code == 1
    assert "broken.json" in ended.err
    assert home.enrich("catalog", "info", "--json").json()["titles"] == 354
