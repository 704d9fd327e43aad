"""Rows in, those told that are no part of the list.

Page `furniture` with its `menus` and what `courses` print, `contents` and `indexes`, `tours` of the list in sentences,
`logs` of the page, `frames` around several of them, `labels` in front of what is read ("Read: ..."), `quoted` BibTeX,
words of links as `leftovers`, tables of `figures`, lines that come back with every record (`repeats`) or below each
heading (`underheads`), say where it appeared (`sources`) or stand over each paper (`overlines`), mere `fragments`, and
the paper that the page itself belongs to (`owner`).
"""
