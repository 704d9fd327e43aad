"""Phrases that come again: the words of each entry are read once, however often any of them comes again there."""

from __future__ import annotations

import pytest

from enrich.mentions.markup import refrains
from enrich.mentions.markup.model.blocks import Paragraph, Run, plain


def test_each_entry_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []

    def counted(runs: list[Run]) -> str:
        read.append(id(runs))
        return plain(runs)

    monkeypatch.setattr(refrains, "plain", counted)
    words = [f"tide{n % 50}" for n in range(2_000)]
    entries = [Paragraph(line, [Run(word, line, emphasis=True) for word in words]) for line in range(4)]
    refrains.mark_refrains(entries)
    assert len(read) == len(set(read)) == len(entries)
