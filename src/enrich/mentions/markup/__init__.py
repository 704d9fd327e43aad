"""Markdown and HTML in, a `Draft` out.

`markdown` and `html` read the markup, `org` writes notes in org-mode as Markdown; `dom` makes `blocks` with inline
runs of either (`elements` tells what one of HTML calls itself, `classes` titles and people by their classes, `placed`
venues), `flow` one plain text of runs. `refrains` tells the phrases that recur and are no titles, `keys` those of
citations, `conventions` what all entries of a document have in common; `bullets` makes lists of typed ones, `levels`
puts papers in the place of mere labels above them, `terms` makes lists of what stands below days or people,
`quotations` tells which are abstracts.
`outline` walks through the blocks, tells titles among `headings`, `cards` and paragraphs that are `named`, and hands
on lists (`listing`, `candidates`), tables (`tables`, `columns`, `headers`, `cells` with titles, `rowcells` beside them)
and `paragraphs` (`pieces` of several items, `prose` with titles inside).

One entry is read in `entry`: `marked` finds the title that its markup shows, `lines` the one that line breaks do,
`behindnames` those behind mere names, `around` what stands beside it, and `behind` it, `apart` what of that markup sets
apart, `journals` their names by markup or the number behind them, `details` what stands below, under the names that
`labels` knows.
"""
