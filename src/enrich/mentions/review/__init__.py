"""The finished items of a page in, looked at once more: `wholes` gives titles back what a few were cut at, `residues`
(with `places` and `cuts`) takes off them what most have in common, `strays` drops what was read as an item and is none,
`menus` those around the list; `pictures` takes off those that mark titles, `ends` the venues that other items of
the page have. `venues` leaves the names of places alone and gives them back what they were cut at (`cutnames`),
`abbreviations` the stops that belong to them. `people` are names alone among descriptions.
"""
