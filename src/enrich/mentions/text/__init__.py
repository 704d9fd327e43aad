"""Plain text in, a `Draft` out: pages copied from browsers and terminals, with all marks and most links lost.

The steps, each a module without state: `rows` (lines, torn markers and wraps mended), `furniture`, `contents`, `quoted`
(what is no list), `tables` (with `columns`, `flat`, `affixes`), `leads` (what belongs below what), `page` (headings and
items), `entry` (title, authors, venue of one item), `outline` (sections). Nothing here knows a venue, a title or a
field.
"""

from enrich.mentions.text.reader import read

__all__ = ["read"]
