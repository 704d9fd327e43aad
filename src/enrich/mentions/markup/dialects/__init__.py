"""Lines of a markup that is near Markdown in, the same lines as Markdown out, so that one reader reads them all.

`translate` asks each of `org` (Emacs), `asciidoc`, `rest` (reStructuredText) and `latex` whether a document is written
in it. What a line marks is told by the markup's own definition; no line moves, so that line numbers stay true. Pure.
"""
