"""The command line starts quickly because it imports late, and every command helps."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta

import click
import pytest
from click.shell_completion import BashComplete
from click.testing import CliRunner

from enrich.cli import main
from tests.tables.table_rows import START, publish_to, sample

HEAVY = {"pandas", "pyarrow", "prefect", "httpx", "lxml", "numpy", "pydantic", "rich", "semanticscholar", "arxiv"}


def test_command_line_imports_nothing_heavy():
    code = "import sys, enrich.cli; print(*{name.split('.')[0] for name in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert HEAVY.isdisjoint(loaded)


def test_plain_run_never_imports_prefect(tmp_path):
    code = (
        "import sys; from enrich.cli import main\n"
        f"main(['run', '--offline', '--raw', {str(tmp_path)!r}], standalone_mode=False)\n"
        "print('prefect' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "holds no document" in done.stderr
    assert "True" not in done.stdout


def test_an_interrupted_command_ends_with_a_sentence(monkeypatch):
    def interrupted(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("enrich.commands.parse.print_mentions", interrupted)
    ended = CliRunner().invoke(main, ["parse", "list.md"])
    assert ended.exit_code == 1
    assert ended.stderr.startswith("enrich: stopped.")


# What these write is no table of records: a file, sentences, or the format that was named.
NO_DATA = {"catalog build", "catalog sync", "export", "prune", "report", "sandbox", "serve"}


def leaves(group: click.Group, before: str = "") -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from leaves(command, f"{before}{name} ")
        else:
            yield before + name, command


def test_every_command_that_prints_data_prints_json_as_well():
    takes_json = {name for name, command in leaves(main) for option in command.params if "--json" in option.opts}
    assert takes_json == {name for name, _ in leaves(main)} - NO_DATA


@pytest.mark.parametrize(
    "arguments",
    [
        ["versions"],
        ["show", "arxiv:2101.00001"],
        ["top"],
        ["check"],
        ["why", "arxiv:2101.00001"],
        ["diff"],
        ["history", "arxiv:2101.00001"],
        ["review"],
    ],
    ids=" ".join,
)
def test_json_is_an_object_a_line(arguments, tmp_path):
    for at in (START, START + timedelta(weeks=1)):
        publish_to(tmp_path, sample(), at)
    ended = CliRunner().invoke(main, [*arguments, "--json", "--processed", str(tmp_path)])
    assert ended.exit_code == 0, ended.output
    assert all(isinstance(json.loads(line), dict) for line in ended.stdout.splitlines())


def test_formats_and_json_are_one_option_said_twice(tmp_path):
    (tmp_path / "list.md").write_text("# Kelp\n\n- [Kelp Forests of the North](https://arxiv.org/abs/2101.00001)\n")
    printed = [
        CliRunner().invoke(main, ["parse", str(tmp_path / "list.md"), *form]).stdout
        for form in (["--json"], ["--format", "jsonl"], [])
    ]
    assert json.loads(printed[0])["title"] == "Kelp Forests of the North"
    assert printed[1] == printed[0] != printed[2]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_produced_for_every_shell(shell):
    run = [sys.executable, "-c", "from enrich.cli import main; main(prog_name='enrich')"]
    environment = os.environ | {"_ENRICH_COMPLETE": f"{shell}_source"}
    script = subprocess.run(run, env=environment, capture_output=True, text=True, check=True).stdout
    assert "_ENRICH_COMPLETE" in script


def test_completion_knows_commands_options_and_choices():
    complete = BashComplete(main, {}, "enrich", "_ENRICH_COMPLETE").get_completions
    assert [item.value for item in complete([], "ca")] == ["catalog"]
    assert "--sandbox" in [item.value for item in complete(["run"], "--s")]
    assert [item.value for item in complete(["export"], "b")] == ["bibtex"]


def test_a_failure_is_told_in_one_line_that_steers_nothing(tmp_path):
    ended = CliRunner().invoke(main, ["versions", "--processed", f"{tmp_path}/\x1b[2J"])
    assert ended.exit_code == 1
    assert ended.stderr.startswith("enrich: ") and "\x1b" not in ended.stderr and ended.stderr.count("\n") == 1


@pytest.mark.parametrize("command", main.commands.values(), ids=main.commands)
def test_every_command_and_option_is_described(command: click.Command):
    assert command.help
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help or option.name in ("by", "form"), option.name
