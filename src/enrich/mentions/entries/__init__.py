"""The words of one entry in, its parts out: title, authors, venue, year, description. Pure.

`parts` says what they are. `entry` takes what stands at the `sides`, cuts off `marks` and `notes`, and splits the rest
into title and `facts`: as a `citation`, by `names`, by facts in its `midst` (`midyears` in records of repositories), by
the case of its words where the titles of a list are `runons`, or by its first sentences (`spans`, `heads`).
`containers` are where it appeared, `journalends` those with volume and pages, `tails` what databases and encyclopedias
print behind that, `remarks` what readers are told behind an entry. `details` reads lines beside a title, `labelled`
those with a label, `prose` tells which are sentences, `tops` those above a paper that are none. What the entries of a
page have in common, by which a single one is read as those around it are, is `learned`.
"""
