"""BibTeX in, a `Draft` out: `reader` reads the entries, `tex` and `people` what TeX and lists of authors say."""
