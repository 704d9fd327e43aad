"""Words of links, and what only looks like them."""

from __future__ import annotations

import pytest

from enrich.mentions.shapes.anchors import Habits, is_anchor, strip_anchors


@pytest.mark.parametrize("phrase", ["Download (PDF, 1835 KB)", "Full text (1.2 MB)", "PDF"])
def test_files_with_their_size_are_links(phrase: str) -> None:
    assert is_anchor(phrase)


@pytest.mark.parametrize("phrase", ["Growth in Phase (B)", "Memory of Dunes (3 KB is enough)", "Dunes (1984)"])
def test_brackets_of_titles_are_no_sizes(phrase: str) -> None:
    assert not is_anchor(phrase)


def test_what_code_is_written_in_is_no_part_of_titles() -> None:
    assert is_anchor("official code - caffe") and is_anchor("code (C++)")
    assert not any(map(is_anchor, ("Code - Poetry", "Code (Breaking)", "Codes / Ciphers", "Implementation – Rust")))


@pytest.mark.parametrize(
    ("text", "bare"), [("Dunes in Time (Oikos) code", "Dunes in Time (Oikos)"), ("A [Kiel] data", "A [Kiel]")]
)
def test_words_of_links_stand_behind_brackets(text: str, bare: str) -> None:
    assert strip_anchors(text, Habits()) == (bare, True)


def test_brackets_within_words_set_nothing_off() -> None:
    assert strip_anchors("Memory of panel AR(1) data", Habits()) == ("Memory of panel AR(1) data", False)
