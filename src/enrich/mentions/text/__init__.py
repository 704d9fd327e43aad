"""Plain text in, a `Draft` out: pages copied from browsers and terminals, with all marks and most links lost.

`reader` walks through the steps with a `reading` of the page, `writing` makes items of what they found. `lines` makes
rows of lines, with what is `printed` otherwise than typed, the `markers` of lists and what was `wrapped`; `asides`
tells what is no part of the list; `tables` reads what stands in columns, drawn or run together; `page` finds headings
and items in all the rest, and reads by themselves the pages that are records with labelled fields. Nothing here knows
a venue or a field.
"""

from enrich.mentions.text.reader import read

__all__ = ["read"]
