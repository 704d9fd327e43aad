"""Rows of hard-wrapped pages in, whole rows out.

`wraps` joins lines where the wrapping itself proves it (`partings` tells which never are), with `tails` (abstracts
that it left in pieces) and `paragraphs` (where that of one paragraph does). Records broken over lines are told by what
their lines have in common (`blocks` with `laying`; `figures` that they end in), by `labelled` bullets, by what stands
in (`hanging`) and by their `openings` with `widths`. Each is without state.
"""
