"""Rows in, those told that are no part of the list.

Page `furniture`, `contents`, `tours` of the list in sentences, `quoted` BibTeX, words of links as `leftovers`, lines
that come back with every record (`repeats`) or say where it appeared (`sources`), mere `fragments`, and the paper that
the page itself belongs to (`owner`).
"""
