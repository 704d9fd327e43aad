"""The finished items of a page in, looked at once more: `residues` (with `places` and `cuts`) takes off their titles
what most of them have in common, `strays` drops what was read as an item and is none.
"""
