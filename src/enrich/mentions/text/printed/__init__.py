"""Rows of printed paper in, out as if no printer had set them: what margins, middles and edges of a sheet say.

`sheets` (edges of the paper), `hyphens` (words broken at the right one), `leaders` (dots that lead to pages), `margins`
(words of links beside entries), `slots` (programmes: times and codes at both margins), `booklets` (titles and people in
the middle, paragraphs at the margin; in `centredheads` with blank lines between all parts), `titledprose` (titles and
abstracts that take turns, with `proseblocks`), `centred` (titles in the middle below speakers). Each is without state.
"""
