"""Pages that are records with labelled fields, in; their items out.

`reader` reads them by themselves: `forms` spells out labels that stand in a column, `keys` those that are written
otherwise, `exports` reads records with tags, `displays` those of databases without labels, `fields` makes an item of
one record.
"""
