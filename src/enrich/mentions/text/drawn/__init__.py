"""Tables as renderings draw them, in; lines with a row of cells each, out.

`ruled` undraws boxes (`layouts` those around pages) and aligned columns (`grid`, `padded`; `pushed` where long cells
push others aside, `unnamed` without heads), whose rows `heights` tells, empty cells and broken titles (`tabbed`), cells
that hold lists of papers (`listed`; `tallcells` those between tabs), tables with a cell a line (`stacked`, `placing`),
and those of text browsers, whose links are numbered (`browsed`, `browsedrows`).
"""
