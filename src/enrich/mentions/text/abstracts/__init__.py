"""Rows of pages of titles and abstracts in, where the title of each record is out.

`reader` tells such pages by their `summaries`, the paragraphs that are abstracts, and takes the place of the title
that most records agree on (`heads`), by what rows are then (`roles`); `pageheads` are no records, `toldtitles` are
titles that say so, `titlelines` those of several lines, `rests` what else is of a record.
"""
