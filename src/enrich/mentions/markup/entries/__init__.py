"""The runs of one entry in, its parts out.

`entry` asks the others: `marked` finds the title that its markup shows, `emphasised` the one that emphasis does,
`lines` that of line breaks, `behindnames` those behind mere names, `prose` those inside sentences, `around` what stands
beside it, `fronts` in front of plain words, and `behind` it, `apart` what of that markup sets apart, `journals` their
names by markup or the number behind them, `details` what stands below, on its `detaillines`; `siblings` says what the
entries of a list have in common.
"""
