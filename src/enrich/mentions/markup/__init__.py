"""Markdown and HTML in, a `Draft` out: both become one model of `blocks` with inline runs.

`refrains` tells the phrases that recur and are no titles, `common` what all entries of a document have in common;
`outline` walks through the blocks and hands lists, tables and paragraphs to their readers.
"""
