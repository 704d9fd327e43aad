"""Indexes at the end of a book are no papers; what only looks like one stays."""

from __future__ import annotations

import pytest

from enrich.mentions.text.asides.indexes import find_indexes
from enrich.mentions.text.lines.rows import read_rows
from tests.mentions.text.reading import extract

NAMES = ("Ash, E.", "Aydın", "Doe, K.", "Fox", "Lee", "Moe", "Orr, T.", "Poe", "Roe, J.", "Zoe")


def index(line: str) -> str:
    return "\n".join(line.format(name=name, n=n + 3, m=n + 21) for n, name in enumerate(NAMES))


@pytest.mark.parametrize("line", ["{name} ... {n}, {m}", "{name}, {n}, {m}-{m}", "{name} ......... {n} {m}"])
def test_names_in_order_with_their_pages_are_an_index(line: str) -> None:
    page = f"AUTHOR INDEX\n\n{index(line)}\nZuo ... 4, 17\n"
    mentions = extract(page).mentions
    assert mentions == ()


@pytest.mark.parametrize(
    "line",
    [
        "{name} ... {n}",  # contents
        "{name} and the sea in all its colours, {n}, {m}",  # titles
        "{m} {name} {n}, {m}",
    ],
)
def test_what_leads_to_one_page_or_has_many_words_is_no_index(line: str) -> None:
    assert find_indexes(read_rows(index(line)), {}) == []


def test_names_in_any_order_are_no_index() -> None:
    lines = index("{name}, {n}, {m}").split("\n")
    assert find_indexes(read_rows("\n".join(lines[::-1])), {}) == []


def test_short_titles_in_order_in_front_of_a_page_are_no_index() -> None:
    assert find_indexes(read_rows("Short papers\n\n" + index("{name} Models {n}, {m}")), {}) == []


def test_names_beside_each_other_with_one_page_each_are_an_index() -> None:
    lines = "\n".join(f"{name}, {n + 3}      {name}ey, {n + 9}      {name}or, {n + 4}" for n, name in enumerate(NAMES))
    assert len(find_indexes(read_rows(f"Author Index\n\n{lines}\n"), {})) == len(NAMES)
