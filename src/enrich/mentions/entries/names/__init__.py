"""Words with people in, where their names end and the title begins, out. Pure.

`credits` are names, `coauthors` those of whom an owner wrote with, `families` those alone in front or with their
`initials` behind them, `inverted` those with initials behind titles, `mixed` where the first alone is turned around,
`commas` parts a citation at, `titlecommas` those in front of the names behind a title; `placed` are names with where
they work behind each, `dated` with the year behind them, `surnames` alone behind titles, `bracketed` those in brackets
there; `barred` tells what stands between bars or dots.
"""
