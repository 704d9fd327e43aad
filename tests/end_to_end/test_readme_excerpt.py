"""What the README shows of a demo is what a demo shows."""

from __future__ import annotations

import re

import pytest

from .conftest import PROJECT

pytestmark = pytest.mark.slow


def test_readme_shows_the_documents_and_reasons_of_the_demo(sandbox_runs):
    excerpt = (PROJECT / "README.md").read_text("utf-8").split("`make demo` ends with this")[1].split("```")[1]
    summary = sandbox_runs.first.json()
    documents = [
        [
            each["document_id"],
            *(each[name] for name in ("mentions", "paper_mentions", "matched", "not_found", "unresolved")),
        ]
        for each in summary["per_document"]
    ]
    total = ["all, distinct", summary["mentions"], summary["papers"], *summary["outcomes"].values()]
    rows = {tuple(map(str, row)) for row in [*documents, total, *summary["reasons"].items()]}
    assert len(documents) == 5
    shown = {tuple(re.split(r"  +", line)) for line in excerpt.split("service  ")[0].splitlines()}
    stale = [
        row for row in shown if len(row) > 2 and row[0] not in ("document", "reason") and not rows & {row, row[:2]}
    ]
    assert stale == [], f"the demo now says: {sorted(rows)}"
    assert {row[0] for row in shown} >= {row[0] for row in documents}
