"""Rows whose cells run together, in; their cells out.

`flat` reads one column after the other, where whole dates in front of links (`bracketed`), `edges`, `volumes`,
`remarks`, `linkwords`, `shortnames` and closed sets of values tell what is no title. What that does not tell, all
columns do at once (`cuts`): `segments` takes the cells that describe the rows in the fewest words, of those that may
stand there by their shape (`cellshapes`, `namelists`) beside `titlewords`. `breaks` end titles for certain.
"""
