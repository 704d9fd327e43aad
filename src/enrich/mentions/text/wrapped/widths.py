"""How wide lines are as printed, and where the edge is at which a printer breaks them.

On a screen of text all letters are as wide; browsers and word processors print letters of differing widths, so that
the lines they fill count from ninety to a hundred and twenty letters. In: texts. Out: widths, in columns. Pure; cost is
linear.
"""

from __future__ import annotations

from collections.abc import Sequence

# In hundredths of a letter's height, as most typefaces without serifs have them, those with serifs nearly so.
_CLASSES = {26: "iljI.,:;'|!", 32: " tfr()[]-/`", 36: '"*', 69: "ABCDEFGHJKLNOPQRSTUVXYZ&", 85: "mwMW@%"}
_USUAL = 54
_WIDTHS = bytes(
    next((width for width, letters in _CLASSES.items() if chr(code) in letters), _USUAL) for code in range(256)
)
_NARROWEST, _WIDEST = 40, 160
# This share of a wrapped page's lines ends in the last tenth; and so few of its longest lines are chance, or addresses.
_NEAR, _NEAR_SHARE, _FEW = 0.9, 0.2, 0.01
# So many lines that were surely broken, and this share of them, come to the edge, or near it. By judgement: the others
# are headings, or entries that begin with a small letter.
_FEWEST_BREAKS, _BREAKS_SHARE, _STRAYS, _NARROWEST_BREAK = 5, 0.7, 0.05, 0.85


def columns(text: str) -> float:
    """The width of a text whose letters are all as wide."""
    return float(len(text))


def printed(text: str) -> float:
    """The width of a text whose letters differ, in letters of the usual width."""
    return sum(text.encode("latin-1", "replace").translate(_WIDTHS)) / _USUAL


def find_edge(ends: Sequence[float]) -> float:
    """The column at which the lines that end there were broken, if they may have been; else 0."""
    ordered = sorted(ends)
    if not ordered:
        return 0
    edge = ordered[-1 - int(_FEW * len(ordered))]
    near = sum(end > _NEAR * edge for end in ordered)
    return edge if _NARROWEST <= edge <= _WIDEST and near >= _NEAR_SHARE * len(ordered) else 0


def find_break(ends: Sequence[float], wanted: Sequence[float]) -> tuple[float, float]:
    """`(edge, least)` of lines that surely were broken: where they end at most, and the least column to which one of
    them, which ends at `ends`, would have come with the first word of the next, `wanted`. Lists that are set in are
    narrower than the page, what is printed bold is wider. Zeros where the breaks are not at one place."""
    if len(ends) < _FEWEST_BREAKS:
        return 0, 0
    edge = sorted(ends)[-1 - int(_STRAYS * len(ends))]
    near = [column for column in wanted if column >= _NARROWEST_BREAK * edge]
    told = len(near) >= max(_FEWEST_BREAKS, _BREAKS_SHARE * len(wanted)) and _NARROWEST <= edge <= _WIDEST
    return (edge, min(near)) if told else (0, 0)
