"""The command line starts quickly because it imports late, and every command helps."""

import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from enrich.cli import main

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


@pytest.mark.parametrize("command", main.commands.values(), ids=main.commands)
def test_every_command_and_option_is_described(command: click.Command):
    assert command.help
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help or option.name in ("by", "form"), option.name
