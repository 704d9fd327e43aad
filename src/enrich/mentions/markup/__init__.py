"""Markdown and HTML in, a `Draft` out.

`markdown` and `html` read the markup, `org` writes notes in org-mode as Markdown, `headed` tells pages that have but
its headings, `preformatted` those that are plain text, `nesting` sets lists in that are set in too little; `model` is
what both become. `refrains` tells the phrases that recur and are no titles, `hours` those of talks, `keys` those of
citations, `conventions` what all entries of a document have in common, `quotations` which are abstracts or BibTeX,
`labels` the names of what stands below titles,
`folds` what is folded away below them. `outline` walks through the blocks, tells titles among `headings`,
`cards` and paragraphs that are `named`, and hands on `lists`, `tables` and `paragraphs`. One entry is read in
`entries`.
"""
