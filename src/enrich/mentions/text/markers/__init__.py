"""Rows in, out with their list markers told: what stands in front of entries and belongs to none of their parts.

`badges` (words of a closed set between markers and titles), `counted` (what counts up in front, or hangs there; so do
numbers of a `series`, but not those of `sections`), `heads` (lines of codes above entries), `starred` and `ticked`
(lists that mark but some entries, with a sign or in a margin), `schedules` (days, and who presents),
`quoted` (days in front of quoted titles), `further` (entries set in below another, with a word in front),
`remarks` (what is set in below references), `closing` (what a sign sets
off below titles). Each is without state.
"""
