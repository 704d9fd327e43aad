"""Tables of plain text in, rows of cells or entries out.

`ruled` undraws what renderings draw: boxes (`layouts` those around pages) and aligned columns (`grid`, `padded`;
`pushed` where long cells push others aside, `unnamed` without heads), whose rows `heights` tells, empty cells between
tabs (`tabbed`), cells that hold lists of papers (`listed`; `tallcells` those between tabs), tables with a cell a line
(`stacked`, `placing`), and those of text browsers, whose links are numbered (`browsed`, `browsedrows`).
`reader` finds tables by their header lines, or by what their columns hold (`headless`, `untitled`; `nameless` where
cells run together), and reads their rows (`tablerows`): `cells` kept apart by tabs or bars, or run together (`folds`,
`flat`), where values in brackets (`bracketed`), `edges`, `volumes`, `remarks`, `linkwords`, `shortnames`, closed sets
of values and lists of `keywords` tell what is no title, `people` what stands behind titles in their cells and `below`
what does on further lines; `rowcells` says what the cells of a row state. What one column after the other does not
tell, all of them do at once (`cuts`): `segments` takes the cells that describe the rows in the fewest words, of those
that may stand there by their shape (`cellshapes`, `namelists`) beside `titlewords`.
"""
