"""Lines of a page in, rows out: what its reader sees as one line each.

`rows` walks through the steps: `letters` (quoted mail), `sheets` (edges of printed paper), `splices` (pieces of a line
put together again), `badges` (words of a closed set between markers and titles), `leaders` (dots that lead to pages),
`booklets` (titles and people in the middle, paragraphs at the margin; in `centredheads` with blank lines between all
parts), `titledprose` (titles and abstracts that take turns, with `proseblocks`), `centred` (titles in the middle below
speakers), `margins` (words of links beside entries), `heads` (lines of codes above entries), `counted` (what counts up
in front, or hangs there, is a list marker; so are numbers of a `series`), `starred` and `ticked` (lists that mark but
some entries, with a sign or in a margin), `blocks` with `laying` (records told by what their lines have in common),
`figures` that records end in, `labelled`, `hanging` and `openings` with `widths` (records broken over lines), `wraps`
(lines joined where the wrapping itself proves it; `partings` tells which never are) with `tails` (abstracts that it
left in pieces) and `paragraphs` (where that of one paragraph does), `endlinks` (links that records end in), `slots`
(programmes as they are printed), `persons` (people one on a line), `parted` (abstracts in parts with labels above),
`strung` (entries one behind another on a line), `runins` (abstracts that run on behind titles), `remarks` (what is set
in below references), `colons` (titles parted behind theirs), `schedules` (days, and who presents), `further` (those set
in below another, with a word in front), `bylines` (names beside titles), `footlinks` and `footnotes` (numbers that
lead to the end of the page). Each is without state.
"""
