"""Every snippet of README and docs is run, page by page and in order, in a folder with documents and two versions.

A block that can't be run here says why in a comment right before it, `<!-- not run: ... -->`; a page whose blocks are
all run by a test of their own says so in `<!-- nothing here is run: ... -->`. Below
`<!-- outputs are checked -->`, what a block shows of the output is what is printed, but for blanks and `...`, and the
page begins in an empty folder.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest

from tests.tables.table_rows import START, publish_to, sample

ROOT = Path(__file__).parents[2]
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
_BLOCK = re.compile(
    r"(?P<why><!-- not run: [^>]+-->\s*)?^```(?P<language>console|python|sql)\n(?P<text>.*?)^```", re.M | re.S
)


@dataclass(frozen=True)
class Block:
    language: str
    text: str
    checked: bool = False

    def script(self) -> str:
        """What is run: lines with a prompt and what a here-document gives them; the rest is output."""
        return self.text if self.language == "python" else "\n".join(self._parts()[0])

    def output(self) -> list[str]:
        """The lines that the page says are printed, blanks drawn together."""
        return [] if self.language != "console" else [words(line) for line in self._parts()[1] if line != "..."]

    def _parts(self) -> tuple[list[str], list[str]]:
        run, shown, end = [], [], ""
        for line in self.text.splitlines():
            if end or line.startswith("$ "):
                run.append(line if end else line[2:])
                opened = re.search(r"<< '(\w+)'", line)
                end = opened[1] if opened and not end else "" if line == end else end
            else:
                shown.append(line)
        return run, shown


def words(line: str) -> str:
    return " ".join(line.split())


def blocks(page: Path) -> list[Block]:
    text = page.read_text()
    if "<!-- nothing here is run: " in text:
        return []
    unchecked = text.split("<!-- outputs are checked -->")[0]
    return [
        Block(found["language"], found["text"], found.start() > len(unchecked))
        for found in _BLOCK.finditer(text)
        if not found["why"]
    ]


@pytest.mark.slow
@pytest.mark.parametrize("page", [page for page in PAGES if blocks(page)], ids=lambda page: page.name)
def test_snippets_of_page_run(page: Path, tmp_path: Path) -> None:
    if not any(block.checked for block in blocks(page)):
        shutil.copytree(ROOT / "data" / "raw", tmp_path / "data" / "raw")
        for at in (START, START + timedelta(weeks=1)):
            publish_to(tmp_path / "data" / "processed", sample(), at)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("ENRICH_")} | {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "ENRICH_STATE": str(tmp_path / "state"),
    }
    for block in blocks(page):
        command = {
            "console": ["bash", "-euo", "pipefail", "-c", block.script()],
            "python": [sys.executable, "-c", block.script()],
            "sql": [sys.executable, "-c", "import duckdb, sys; duckdb.sql(sys.argv[1]).fetchall()", block.text],
        }[block.language]
        done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=120)
        assert done.returncode == 0, f"{block.text}\n{done.stderr}"
        if block.checked:
            assert set(block.output()) <= {words(line) for line in done.stdout.splitlines()}, done.stdout


def test_a_script_is_what_stands_behind_prompts() -> None:
    text = "$ cat > x << 'END'\n# $ no prompt\nEND\nsome output\n$ ls x\nx\n"
    assert Block("console", text).script() == "cat > x << 'END'\n# $ no prompt\nEND\nls x"
    assert Block("console", text).output() == ["some output", "x"]
