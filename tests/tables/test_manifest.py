"""The manifest against the rules of Data Package v2, and against the files it describes."""

from __future__ import annotations

import hashlib
import json
import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from jsonschema import Draft7Validator

from enrich.errors import PublishError
from enrich.schema import SCHEMA_VERSION, TABLES
from enrich.tables.manifest import parse_manifest

from .table_rows import publish_to, sample

# The standard's own JSON schemas of version 2.0, as its Python implementation ships them.
PROFILES = files("dplib") / "profiles" / "2.0"


@pytest.fixture
def version(tmp_path: Path) -> Path:
    return tmp_path / publish_to(tmp_path, sample(), simulated=True)


@pytest.fixture
def package(version: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((version / "datapackage.json").read_text())
    return content


def test_package_is_valid_by_the_json_schema_of_the_standard(package: dict[str, Any]) -> None:
    assert faults("datapackage", package) == []
    for resource in package["resources"]:
        assert faults("dataresource", resource) == []
        assert faults("tableschema", resource["schema"]) == []


def faults(profile: str, descriptor: dict[str, Any]) -> list[str]:
    schema = json.loads((PROFILES / f"{profile}.json").read_text())
    return [f"{error.json_path}: {error.message}" for error in Draft7Validator(schema).iter_errors(descriptor)]


def test_json_schema_of_the_standard_finds_faults(package: dict[str, Any]) -> None:
    package["resources"][0]["schema"]["fields"][0]["type"] = "list"
    package["created"] = 1
    assert len(faults("datapackage", package)) == 2


def test_lists_say_what_they_hold(package: dict[str, Any]) -> None:
    fields = {
        (resource["name"], field["name"]): field
        for resource in package["resources"]
        for field in resource["schema"]["fields"]
    }
    for key, kind in {("papers", "authors"): "string", ("mentions", "links"): "object"}.items():
        assert fields[key]["type"] == "array"
        assert fields[key]["constraints"]["jsonSchema"] == {"type": "array", "items": {"type": kind}}


def test_package_has_what_the_standard_requires(package: dict[str, Any]) -> None:
    assert package["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert re.fullmatch(r"[a-z0-9._/-]+", package["name"])
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)", package["created"])
    assert len(package["resources"]) == len(TABLES)
    assert all(source["title"] for source in package["sources"])


def test_resources_have_what_the_standard_requires(package: dict[str, Any]) -> None:
    names = [resource["name"] for resource in package["resources"]]
    assert len(set(names)) == len(names)
    for resource in package["resources"]:
        assert resource["type"] == "table"
        assert not resource["path"].startswith(("/", "."))
        assert re.fullmatch(r"sha256:[0-9a-f]{64}", resource["hash"])
        fields = [field["name"] for field in resource["schema"]["fields"]]
        assert len(set(fields)) == len(fields)
        assert set(resource["schema"]["primaryKey"]) <= set(fields)


def test_foreign_keys_lead_to_fields_of_resources(package: dict[str, Any]) -> None:
    fields = {
        resource["name"]: {field["name"] for field in resource["schema"]["fields"]} for resource in package["resources"]
    }
    keys = [
        (resource["name"], key)
        for resource in package["resources"]
        for key in resource["schema"].get("foreignKeys", [])
    ]
    assert len(keys) > 5
    for name, key in keys:
        assert set(key["fields"]) <= fields[name]
        assert set(key["reference"]["fields"]) <= fields[key["reference"]["resource"]]


def test_files_are_as_the_manifest_says(version: Path, package: dict[str, Any]) -> None:
    for resource in package["resources"]:
        content = (version / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == "sha256:" + hashlib.sha256(content).hexdigest()
        read = pq.read_table(version / resource["path"])
        assert resource["rows"] == read.num_rows
        assert [field["name"] for field in resource["schema"]["fields"]] == read.column_names


def test_package_tells_inputs_program_requests_and_simulation(package: dict[str, Any]) -> None:
    assert package["sources"] == [{"title": "list.md", "version": "sha256:" + "ab" * 32}]
    told = package["enrich"]
    assert (told["schema_version"], told["simulated"], told["based_on"]) == (SCHEMA_VERSION, True, None)
    assert told["requests"] == {"arxiv": 3, "github": 0}
    assert told["code_version"]


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b'{"enrich": {}, "resources": 1, "version": "x"}', b"\xff"])
def test_manifest_that_is_none_is_told_by_its_place(content: bytes) -> None:
    with pytest.raises(PublishError, match=r"somewhere/datapackage\.json is no manifest"):
        parse_manifest(content, "somewhere/datapackage.json")
