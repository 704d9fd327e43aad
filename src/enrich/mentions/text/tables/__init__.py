"""Tables of plain text in, rows of cells or entries out.

`reader` finds tables by their header lines, or by what their columns hold (`headless`, `untitled`; `nameless` where
cells run together), and reads their rows (`tablerows`): `cells` kept apart by tabs or bars, or run together (`folds`),
`people` who stand behind titles in their cells, and `below` what does on further lines; `rowcells` says what the cells
of a row state. What renderings draw is undone in `drawn`, what they run together is parted in `flat`.
"""
