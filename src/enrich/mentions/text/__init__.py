"""Plain text in, a `Draft` out: pages copied from browsers and terminals, with all marks and most links lost.

`reader` walks through the steps with a `reading` of the page, `writing` makes items of what they found. `records`
reads pages of labelled records by itself. Of all others, `drawn` undoes what renderings draw around tables; `lines`
makes rows of the lines, with what is `printed` otherwise than typed, the `markers` of lists and what was `wrapped`;
`asides` tells what is no part of the list; `tables` reads what stands in columns, also where they run together
(`flat`); `page` finds headings and items in all the rest, by the kinds of its rows (`rowkinds`) and by its
`abstracts`. Nothing here knows a venue or a field.
"""

from enrich.mentions.text.reader import read

__all__ = ["read"]
