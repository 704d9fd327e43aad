"""What the README says is so: every setting, command, table and exit code."""

import re
from pathlib import Path

import pytest

from enrich.cli import main
from enrich.schema import TABLES
from enrich.settings import Settings, variable_of

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", Settings.model_fields)
def test_readme_tells_every_setting_with_its_default(name):
    field = Settings.model_fields[name]
    default = "" if field.default is None else f"`{field.default}`"
    assert f"| `{variable_of(name)}` | {default} | {field.description} |" in README


@pytest.mark.parametrize("command", main.commands)
def test_readme_tells_every_command(command):
    table = README.split("## Commands")[1].split("\n## ")[0]
    assert re.search(rf"`(?:enrich )?{command}[ `]", table)


@pytest.mark.parametrize("table", TABLES)
def test_readme_tells_every_table(table):
    assert f"`{table.TABLE}.parquet`" in README


def test_readme_names_no_setting_that_is_none():
    settings = {variable_of(name) for name in Settings.model_fields}
    assert set(re.findall(r"(?<!_)ENRICH_[A-Z0-9_]+", README)) <= settings | {"ENRICH_"}


def test_readme_queries_run_on_published_versions(tmp_path, monkeypatch):
    import duckdb

    from tests.tables.table_rows import publish_to, sample

    publish_to(tmp_path / "data" / "processed", sample())
    monkeypatch.chdir(tmp_path)
    queries = re.findall(r"```sql\n(.*?)```", README, re.S)
    assert len(queries) == 2
    for query in queries:
        assert duckdb.sql(query).fetchall()
