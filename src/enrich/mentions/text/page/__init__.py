"""Rows in, `events` out: headings and items.

`leads` deals out what begins an entry and what belongs below it, by the kinds of all rows (`rowkinds`) and where the
records of `abstracts` have their titles, or titles in the middle of the page (`middles`), below numbered lines
(`sourced`) or beside pictures (`pictured`); `overview` is a first look at all leads, `reader` the second that decides;
`sections` reads again what stands below one heading and is written otherwise than the page. `outline` makes sections of
the headings, `lostkinds` kinds of their words.
"""
