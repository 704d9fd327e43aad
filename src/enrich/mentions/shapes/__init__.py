"""What words and phrases look like: names of people, venues, tags of a year, words of links, heads of columns.

The lowest layer of the room: each module asks about a few words, by their shape alone, and knows no page. Pure.
"""
