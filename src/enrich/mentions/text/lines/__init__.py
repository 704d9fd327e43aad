"""Lines of a page in, rows out: what its reader sees as one line each.

`rows` walks through the steps of this room and of those beside it (`printed`, `markers`, `wrapped`). Here are the steps
for single lines: `signs` (left around their words), `signedtitles` (typed as headings are), `letters` (quoted mail),
`splices` (pieces of a line put together again), `footlinks` and `footnotes` (numbers that lead to the end of the page),
`endlinks` (links that records end in), `persons` (people one on a line), `bylines` (names beside titles), `inlined`
(those that run on behind them), `colons` (titles parted behind theirs), `strung` (entries one behind another on a
line), `parted` (abstracts in parts with labels above), `runins` (abstracts that run on behind titles). Each is without
state.
"""
