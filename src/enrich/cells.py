"""Text in the cells of CSV files that people open in spreadsheets: no cell starts a formula or steers a terminal. Pure.

`as_cell` puts an apostrophe in front of what a spreadsheet would run (owasp.org/www-community/attacks/CSV_Injection,
seen 2026-11); `from_cell` takes it away again, and gives back any text as it was, but for control characters.
"""

from __future__ import annotations

import re

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")  # all but tab and line feed
_MARK = "'"


def as_cell(text: str) -> str:
    """The text as a cell that is shown and never run; a control character becomes a blank."""
    text = without_controls(text)
    return _MARK + text if _would_run(text) else text


def without_controls(text: str) -> str:
    """The text with a blank for each control character but tabs and line feeds."""
    return _CONTROLS.sub(" ", text)


def from_cell(cell: str) -> str:
    """The text of a cell that `as_cell` made, or that a person wrote."""
    return cell[1:] if cell.startswith(_MARK) and _would_run(cell[1:]) else cell


def _would_run(text: str) -> bool:
    return text.lstrip(_MARK).startswith(FORMULA)
