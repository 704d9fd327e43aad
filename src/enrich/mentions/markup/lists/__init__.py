"""Lists of blocks in, items out.

`listing` reads the entries of a list, `candidates` those that may be papers, `pieces` entries and paragraphs of
several items. `bullets` makes lists of typed ones, `levels` puts papers in the place of mere labels above them,
`terms` makes lists of what stands below days or people.
"""
