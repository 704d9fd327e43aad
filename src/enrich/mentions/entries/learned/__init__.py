"""All entries of a page in, what they have in common out. Pure.

`style` learns their `habits`, and the venues that they begin with (`venuefronts`), end in (`ends`, `citedends`,
`affixes`), have beside their years (`besideyears`) or between bars (`barred`). `stacks` are brackets one behind another
before titles, `fronts` what stands before those in quotation marks.
"""
