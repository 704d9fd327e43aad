"""Rows in, the kind of each out: a title, names, a place, a label, a heading.

`kinds` asks the others: `labels`, `credits` with what stands in `fronts` of people, `places`, `headings` with
`sections` and `topics`, `titles`, `forms` (rows of one form are of one kind), `sessions` of programmes, what `meetings`
of courses begin with. `blocks` are rows between blank lines, `placed` what stands where in them, `beginnings` what
their rows begin with.
"""
