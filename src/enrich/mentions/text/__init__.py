"""Plain text in, a `Draft` out: pages copied from browsers and terminals, with all marks and most links lost.

The steps, each a module without state: `records` (pages of labelled records, read by themselves), `ruled` (tables that
are drawn, with `grid`, `padded` and `unnamed`, or a cell a line, `stacked` with `placing`), `rows` with `splices`,
`counted`, `wraps`, `hanging`, `labelled` and `openings` with `widths` (torn markers and lines mended), `schedules`
(days and presenters), `fragments`, `footnotes`, `tours`, `leftovers`, `furniture`, `repeats`, `contents`, `quoted`
(what is no list), `tables` (with `columns`; `cells` where they were kept apart, `folds`, `flat`, `edges`, `remarks` and
`affixes` where they ran together), `style` (with `habits` and `ends`: what items have in common), `leads` with
`abstracts` (what belongs below what, and where the titles of records stand), `overview` and `page` (headings and
items), `entry` (title, authors, venue of one item), `outline` (sections). Nothing here knows a venue or a field.
"""

from enrich.mentions.text.reader import read

__all__ = ["read"]
