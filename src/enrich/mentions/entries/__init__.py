"""The words of one entry in, its parts out - title, authors, venue, year, description - and what the entries of a
page have in common (`parts.Style`), by which a single one is read as those around it are. Pure.

`entry` takes what stands at the `sides`, cuts off `notes`, and splits the rest into title and `facts`.
"""
