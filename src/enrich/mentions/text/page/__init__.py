"""Rows in, `events` out: headings and items.

`leads` deals out what begins an entry and what belongs below it, by the kinds of all rows (`rowkinds`, `rowlabels`,
`rowcredits`, `rowplaces`, `rowheadings`, `rowsections`, `rowtitles`, `rowforms`, `rowsessions`) and where the records
of `abstracts` have their titles (`summaries` tells the abstracts, `recordheads` the places, `recordroles` what rows are
then, `placed` what stands there, `toldtitles` titles that say so, `titlelines` those of several lines, `recordrests`
what else is of a record, `beginnings` what rows begin with), or titles in the middle of the page (`middles`) or below
numbered lines (`sourced`); `overview` is a first look at all leads, `reader` the second that decides; `sections` reads
again what stands below one heading and is written otherwise than the page. `outline` makes sections of the headings,
`lostkinds` kinds of their words. `records` reads pages of labelled records by itself: `forms` spells out labels that
stand in a column; `exports` reads those with tags; `fields` makes an item of one record.
"""
