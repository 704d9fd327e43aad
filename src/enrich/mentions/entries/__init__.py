"""The words of one entry in, its parts out - title, authors, venue, year, description - and what the entries of a page
have in common, by which a single one is read as those around it are. `parts` says what both are. Pure.

`entry` takes what stands at the `sides`, cuts off `marks` and `notes`, and splits the rest into title and `facts`: as
a `citation` (`commas`), with `families` alone in front or with their `initials` behind them, at the comma in front of
the names behind it (`titlecommas`) or behind those with initials (`inverted`), behind names of which the first alone
is turned around (`mixed`), by facts in its `midst` (`midyears` in records of repositories), by the case of its words
where the titles of a list are `runons`, or by its first sentences (`spans`, `heads`); `credits` name people, `placed`
with where they work behind each, `dated` with the year behind them, `surnames` alone behind titles do; `barred` tells
what stands between bars or dots.
`style` learns from all entries of a page: their `habits`, and the venues they end in (`ends`, `citedends`,
`affixes`); `tails` are what databases and encyclopedias print behind those. `bracketed` are surnames in brackets
behind titles, `stacks` brackets one behind another before them, `remarks` what readers are told behind an entry,
`fronts` what stands before titles in quotation marks, `containers` where those appeared. `details` reads lines beside
a title, `labelled` those with a label, `prose` tells which are sentences, `tops` those above a paper that are none.
"""
