"""Tables as renderings draw them, in; lines with a row of cells each, out.

`ruled` undraws boxes and aligned columns (`grid`, `padded`), whose rows `heights` tells, empty cells and broken titles
(`tabbed`), cells between tabs that hold lists of papers (`tallcells`, `listed`), tables with a cell a line (`stacked`,
`placing`), and those of text browsers, whose links are numbered (`browsed`, `browsedrows`).
"""
