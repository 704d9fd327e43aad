"""BibTeX in, a `Draft` out: `reader` reads the entries, `slips` those whose commas or braces are forgotten, `tex` and
`people` what TeX and lists of authors say; those quoted `beside` items of a page are joined to them.
"""
