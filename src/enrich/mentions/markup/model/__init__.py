"""Markup in, blocks with inline runs out.

`dom` makes `blocks` of the elements of a page (`elements` tells what one calls itself, `classes` titles and people by
their classes, `placed` venues, `tags` what each does to its text); `flow` makes one plain text of runs.
"""
