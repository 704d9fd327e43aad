"""What words and phrases look like, by their shape alone: the lowest layer of the room, which knows no page. Pure.

`words` and `phrases` tell titles, sentences and labels apart; `names` are people (`namemarks` behind them lead to
where they work), `initials` those of them, `venues` places written in full, `statements` what pages print around
those, `placenames` what is no part of their names, `trailing` those behind titles, `tags` venue and year (`shortyears`
puts those of two digits behind their apostrophe), `leading` those in front of titles, `days` and `months`, `postings`
of feeds, titles in `quotations`, words of links (`anchors`), heads of `columns` (`columntongues` in other
languages). `samples` are some of many entries.
"""
