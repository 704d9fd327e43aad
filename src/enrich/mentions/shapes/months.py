"""The months as dates name them, for patterns without regard to case. English, as the dates of most lists are. Pure."""

from __future__ import annotations

SHORT_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

# Whole names and abbreviations, nothing else: "June", "Jun.", "Sept".
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
ISSUED = rf"(?i:{MONTH})(?: \d\d?)?;"  # in front of the volume: "Mar 2;" of "2019 Mar 2;85:32"
# Whatever begins as a month does, where a number beside it makes it one: "Febr.", "Septembre 3".
LIKE_MONTH = rf"(?:{'|'.join(SHORT_NAMES)})[a-z]*\.?"
