"""Tables under one rule that crosses the bars between their columns."""

from __future__ import annotations

from tests.mentions.text.reading import extract

TABLE = """
   Title                      │ Venue       │ Notes
  ────────────────────────────┼─────────────┼──────────────────
   Labour Markets on Four     │ Nature 2019 │ Compares islands
   Small Islands              │             │ with one harbour.
   A Survey of Tidal Mills    │ Science     │
   in Brittany                │ 2018        │
   How Sailors Sleep          │ Nature 2017 │
   Old Maps and the Roads     │ Nature 2016 │ The roads that
   They Show to Readers       │             │ are left.
"""


def test_words_that_did_not_fit_go_on_in_the_row_above() -> None:
    mentions = extract(TABLE).mentions
    titles = ["Labour Markets on Four Small Islands", "A Survey of Tidal Mills in Brittany", "How Sailors Sleep"]
    assert [mention.title for mention in mentions] == [*titles, "Old Maps and the Roads They Show to Readers"]
    assert [mention.year for mention in mentions] == [2019, 2018, 2017, 2016]


def test_two_columns_that_both_are_full_begin_rows() -> None:
    rows = [f"{title} │ Paper" for title in ("How Sailors Sleep", "Where Ferries End", "What Islands Eat")]
    mentions = extract("\n".join(["Title             │ Links", "──────────────────┼──────", *rows])).mentions
    assert [mention.title for mention in mentions] == [row.split(" │")[0] for row in rows]
