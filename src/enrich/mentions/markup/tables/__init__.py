"""Tables of blocks in, items out.

`reader` tells the `columns` of a table, whose cells `grids` lays out, by its `headers` and by what they hold, and reads
its rows: `cells` with titles, `rowcells` beside them. `spans` tells tables that state none.
"""
