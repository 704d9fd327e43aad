"""How many lines titles above abstracts have."""

from __future__ import annotations

from enrich.mentions.entries.details import RowKind
from enrich.mentions.text.abstracts.titlelines import TitleLines
from enrich.mentions.text.lines.rows import Row

HEAD = (
    ("Why the Tides of Narrow Estuaries Return Later in Each Spring", RowKind.ENTRY),
    ("than Anyone Expects", RowKind.ENTRY),
    ("Ana Roe, Max Poe", RowKind.AUTHORS),
)


def test_a_line_of_an_abstract_ends_a_title() -> None:
    """Where what looks like a head has a line of an abstract in its midst, as in a page that was copied carelessly."""
    rows = [Row([n], text, gap=n % 3 == 0, end=len(text)) for n, (text, _) in enumerate(HEAD * 6)]
    groups = [tuple(range(start, start + 3)) for start in range(0, 18, 3)]
    groups[5] = (15, 17)  # 16 is of an abstract
    lines = TitleLines(rows, [kind for _, kind in HEAD * 6], alone=False, upwards=False, returns=lambda _: False)
    spans = lines.find([(group, group[0]) for group in groups])
    assert spans == {start: (start, start + 1) for start in range(0, 15, 3)}
